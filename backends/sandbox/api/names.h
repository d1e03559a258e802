// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace Sandbox::Names {

// The rules for names (apimachinery, util/validation). Each says what is wrong in the server's words, and nothing when
// all is right.

//! What most objects are called: a lowercase RFC 1123 subdomain.
[[nodiscard]] std::string subdomain(std::string_view name);
//! Namespaces and the like: a lowercase RFC 1123 label.
[[nodiscard]] std::string label(std::string_view name);
//! Services: an RFC 1035 label.
[[nodiscard]] std::string serviceLabel(std::string_view name);
//! Roles and bindings: anything that can be a step of a path.
[[nodiscard]] std::string pathStep(std::string_view name);
//! Keys of labels and annotations.
[[nodiscard]] std::string qualified(std::string_view key);
[[nodiscard]] std::string labelValue(std::string_view value);
//! Keys of ConfigMaps and Secrets.
[[nodiscard]] std::string configKey(std::string_view key);

} // namespace Sandbox::Names
