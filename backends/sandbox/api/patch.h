// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/status.h"

#include <string_view>

namespace Sandbox::Patch {

// Patches of objects of which nobody but the caller knows: pure functions that never throw.

//! RFC 6902, at most 10,000 operations. 422 when a test fails or a path is not there, 400 when it is no patch.
[[nodiscard]] Outcome<Json> json(const Json &object, const Json &patch);
//! RFC 7386.
[[nodiscard]] Json merge(const Json &object, const Json &patch);
//! Kubernetes' strategic merge: lists of built-in kinds are merged by their keys; $patch, $setElementOrder,
//! $deleteFromPrimitiveList and $retainKeys are honoured (apimachinery, util/strategicpatch).
[[nodiscard]] Outcome<Json> strategic(const Json &object, const Json &patch, std::string_view kind);

} // namespace Sandbox::Patch
