// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/request.h"

#include <algorithm>

namespace Sandbox {

std::string_view Request::header(std::string_view name) const
{
    const auto found = std::ranges::find(headers, name, &std::pair<std::string, std::string>::first);
    return found == headers.end() ? std::string_view() : found->second;
}

std::vector<std::string_view> Request::allHeaders(std::string_view name) const
{
    std::vector<std::string_view> values;
    for (const auto &[key, value] : headers) {
        if (key == name)
            values.push_back(value);
    }
    return values;
}

std::string_view Request::parameter(std::string_view name) const
{
    const auto found = std::ranges::find(query, name, &std::pair<std::string, std::string>::first);
    return found == query.end() ? std::string_view() : found->second;
}

bool Request::hasParameter(std::string_view name) const
{
    return std::ranges::find(query, name, &std::pair<std::string, std::string>::first) != query.end();
}

} // namespace Sandbox
