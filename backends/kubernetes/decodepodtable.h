// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/kubernetes/decode.h"

#include <optional>
#include <string_view>

namespace Kubernetes {

//! A meta.k8s.io/v1 Table of pods, as asked for with includeObject=None. Columns are found by their names: Name, Ready
//! ("1/2"), Status, Restarts (a number, or "2 (3h ago)"), Age ("5d3h") and Node; all but Name may be missing. Ages are
//! counted back from \a now, in seconds since the epoch. Error::Malformed for anything else, such as the list that a
//! server answers with that knows no tables.
[[nodiscard]] Result<PodPreviewList> decodePodTable(QByteArrayView body, DecodeContext &context, qint64 now);

//! Seconds in an age as tables spell it, "5d3h" or "12m"; none when it is none.
[[nodiscard]] std::optional<qint64> readAge(std::string_view text);

} // namespace Kubernetes
