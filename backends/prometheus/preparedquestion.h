// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/prometheus/slosample.h"

namespace Prometheus {

//! \a question as one server is to be asked it: about the series with \a matchers alone (each after a comma), and with
//! the buckets that it counts by. What cannot be asked so is not asked: its ratios are empty then and `unselected` says
//! where. Pure.
[[nodiscard]] SloQuestion preparedQuestion(const SloQuestion &question, const QString &matchers);

} // namespace Prometheus
