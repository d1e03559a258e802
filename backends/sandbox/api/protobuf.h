// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/json.h"

namespace Sandbox {

//! A document as kubectl 1.32 sends it where it knows a kind ("auth can-i", "create quota" ...): k8s.io/apimachinery,
//! runtime.Unknown around a message of k8s.io/api. Nothing when it is none, when its kind is not known here, or when it
//! has a field that is not: part of what is wanted must not be lost silently. Never throws.
[[nodiscard]] std::optional<Json> parseProtobuf(std::string_view bytes);

} // namespace Sandbox
