// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace Sandbox {

//! Objects as the API server keeps and sends them. Keys are sorted, integers stay integers, text is UTF-8.
using Json = nlohmann::json;

//! What is deeper than this is refused, as kube-apiserver refuses documents nested beyond its decoder's bound.
constexpr int maxJsonDepth = 200;

//! Nothing when \a bytes are no JSON or nested too deeply. Never throws.
[[nodiscard]] std::optional<Json> parseJson(std::string_view bytes);
//! YAML, of which JSON is a part, as server-side apply sends it; aliases are refused. Never throws.
[[nodiscard]] std::optional<Json> parseYaml(std::string_view bytes);
//! Compact, as the API server writes for programs.
[[nodiscard]] std::string toText(const Json &json);

// What callers send may have any shape, so nothing below throws; what is not there, or of another type, reads as
// nothing.

//! The value at \a path, its steps separated by '/' ("metadata/labels"); the null value when it is not there.
[[nodiscard]] const Json &at(const Json &json, std::string_view path);
//! Empty when it is no text.
[[nodiscard]] std::string textAt(const Json &json, std::string_view path);
//! \a otherwise when it is no integer.
[[nodiscard]] long long intAt(const Json &json, std::string_view path, long long otherwise = 0);
[[nodiscard]] bool boolAt(const Json &json, std::string_view path, bool otherwise = false);
//! The place for a value, made with all that leads there; what is no object on the way is replaced.
[[nodiscard]] Json &makeAt(Json &json, std::string_view path);
//! Removes what is at \a path, and nothing when it is not there.
void removeAt(Json &json, std::string_view path);

} // namespace Sandbox
