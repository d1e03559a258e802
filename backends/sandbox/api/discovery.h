// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/json.h"

#include <optional>
#include <string>
#include <string_view>

namespace Sandbox {

//! What a server says about itself and about what it serves (/api, /apis, /apis/G/V ...).
namespace Discovery {

//! The document at \a path, of which slashes at the end do not count; nothing when there is none.
[[nodiscard]] std::optional<Json> document(std::string_view path);
//! Whether anything of \a group is served at all.
[[nodiscard]] bool isGroup(std::string_view group);
//! All paths that answer, as "/" and unknown paths list them.
[[nodiscard]] Json paths();
//! /version
[[nodiscard]] Json version();

//! /openapi/v2, in which kubectl looks up whether it can ask for dry runs: every kind, without its fields.
[[nodiscard]] Json openApi();
//! The same as the protocol buffer that kubectl asks for (gnostic, openapiv2.Document).
[[nodiscard]] std::string openApiProtobuf();

} // namespace Discovery

} // namespace Sandbox
