// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/route.h"

#include "backends/sandbox/api/request.h"
#include "backends/sandbox/api/resources.h"

#include <algorithm>

namespace Sandbox {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

//! The steps of \a path, of which empty ones at its ends do not count.
std::vector<std::string> stepsOf(std::string_view path)
{
    const size_t first = path.find_first_not_of('/');
    if (first == std::string_view::npos)
        return {};
    path = path.substr(first, path.find_last_not_of('/') + 1 - first);
    std::vector<std::string> steps;
    constexpr size_t enough = 12; // no path that is served has as many
    while (steps.size() < enough) {
        const size_t slash = path.find('/');
        steps.emplace_back(path.substr(0, slash));
        if (slash == std::string_view::npos)
            break;
        path.remove_prefix(slash + 1);
    }
    return steps;
}

std::string lowered(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return text;
}

std::string verbOf(const std::string &method)
{
    if (method == "GET" || method == "HEAD")
        return "get";
    if (method == "POST")
        return "create";
    if (method == "PUT")
        return "update";
    if (method == "PATCH")
        return "patch";
    return method == "DELETE" ? "delete" : std::string();
}

//! What stands behind the version: resource, name and subresource, with or without a namespace.
void readResource(Route &route, std::vector<std::string> steps)
{
    if (steps.front() == "namespaces" && steps.size() > 1) {
        route.space = steps[1];
        if (steps.size() > 2 && steps[2] != "status" && steps[2] != "finalize")
            steps.erase(steps.begin(), steps.begin() + 2);
    }
    route.plural = steps.front();
    if (steps.size() > 1)
        route.name = steps[1];
    if (steps.size() > 2)
        route.subresource = steps[2];
    route.overlong = steps.size() > 3;
}

void refineVerb(Route &route, const Request &request)
{
    if (!route.name.empty())
        return;
    if (route.verb == "get") {
        route.verb = truthy(request.parameter("watch")) ? "watch" : "list";
        // One name in a field selector is a name for those who judge whether it may be read.
        constexpr std::string_view named = "metadata.name=";
        const std::string_view fields = request.parameter("fieldSelector");
        if (fields.starts_with(named) && fields.find_first_of(",!\\", named.size()) == std::string_view::npos)
            route.name = fields.substr(named.size() + (fields.substr(named.size()).starts_with('=') ? 1 : 0));
    } else if (route.verb == "delete") {
        route.verb = "deletecollection";
    }
}

} // namespace

std::optional<std::string> percentDecoded(std::string_view text)
{
    std::string plain;
    plain.reserve(text.size());
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            plain += text[i];
            continue;
        }
        if (i + 2 >= text.size() || hexDigit(text[i + 1]) < 0 || hexDigit(text[i + 2]) < 0)
            return std::nullopt;
        plain += static_cast<char>(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
        i += 2;
    }
    return plain;
}

bool isUtf8(std::string_view text)
{
    for (size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const size_t length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if ((lead >= 0x80 && lead < 0xc2) || lead > 0xf4 || text.size() - i < length)
            return false;
        for (size_t k = 1; k < length; ++k) {
            const auto next = static_cast<unsigned char>(text[i + k]);
            const bool overlong = k == 1 && ((lead == 0xe0 && next < 0xa0) || (lead == 0xf0 && next < 0x90));
            const bool outside = k == 1 && ((lead == 0xed && next > 0x9f) || (lead == 0xf4 && next > 0x8f));
            if ((next & 0xc0) != 0x80 || overlong || outside)
                return false;
        }
        i += length;
    }
    return true;
}

bool truthy(std::string_view parameter)
{
    return !parameter.empty() && parameter != "0" && lowered(std::string(parameter)) != "false";
}

std::optional<Route> Route::of(const Request &request)
{
    auto decoded = percentDecoded(request.path);
    if (!decoded || !isUtf8(*decoded) || !decoded->starts_with('/'))
        return std::nullopt;
    Route route;
    route.path = std::move(*decoded);
    route.verb = lowered(request.method);
    std::vector<std::string> steps = stepsOf(route.path);
    const bool core = !steps.empty() && steps.front() == "api";
    const size_t versionAt = core ? 1 : 2;
    if ((!core && (steps.empty() || steps.front() != "apis")) || steps.size() < versionAt + 2)
        return route;
    route.resource = true;
    route.verb = verbOf(request.method);
    route.group = core ? std::string() : steps[1];
    route.version = steps[versionAt];
    readResource(route, {steps.begin() + static_cast<std::ptrdiff_t>(versionAt) + 1, steps.end()});
    refineVerb(route, request);
    route.type = findResource(route.group, route.version, route.plural);
    return route;
}

} // namespace Sandbox
