// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <string_view>

namespace Contract {

//! Keys are sorted: two servers may write them in any order.
using Json = nlohmann::json;

//! JSON as tests write it, with ' in the place of ". Text that no JSON is fails the test and reads as null.
[[nodiscard]] Json json(std::string text);
//! The value at \a pointer ("/metadata/name"); null when there is none. Never throws.
[[nodiscard]] const Json &at(const Json &document, const std::string &pointer);
[[nodiscard]] std::string textAt(const Json &document, const std::string &pointer);
[[nodiscard]] int countAt(const Json &document, const std::string &pointer);

//! What a server answered to one request.
struct Reply
{
    std::string request; //!< who asked what, for people
    int status = 0; //!< 0: there was no answer
    std::map<std::string, std::string> headers; //!< names in lower case
    std::string body;
    Json json; //!< null when the body is none

    [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }
    [[nodiscard]] std::string text(const std::string &pointer) const { return textAt(json, pointer); }
    [[nodiscard]] const Json &operator[](const std::string &pointer) const & { return at(json, pointer); }
    [[nodiscard]] Json operator[](const std::string &pointer) && { return at(json, pointer); }
};

} // namespace Contract
