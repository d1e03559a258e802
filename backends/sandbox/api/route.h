// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Sandbox {

struct Request;
struct ResourceType;

//! What a request asks for, taken apart as kube-apiserver does (apiserver, endpoints/request/requestinfo.go). Says
//! nothing about whether it is served.
struct Route
{
    bool resource = false; //!< the others have a path alone
    std::string
        verb; //!< get, list, watch, create, update, patch, delete, deletecollection; else the method, lower case
    std::string group;
    std::string version;
    std::string plural;
    std::string space;
    std::string name;
    std::string subresource;
    std::string path; //!< decoded
    bool overlong = false; //!< there is more behind the subresource
    const ResourceType *type = nullptr; //!< null when it is not served

    //! Nothing when the path is no path: percent signs that decode nothing, or no UTF-8.
    static std::optional<Route> of(const Request &request);
};

//! Nothing when a percent sign is not followed by two hexadecimal digits.
[[nodiscard]] std::optional<std::string> percentDecoded(std::string_view text);
[[nodiscard]] bool isUtf8(std::string_view text);
//! As strconv.ParseBool and the conversion of query parameters read it: "", "0", "f", "false" ... are false.
[[nodiscard]] bool truthy(std::string_view parameter);

} // namespace Sandbox
