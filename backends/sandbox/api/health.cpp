// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/health.h"

#include "backends/sandbox/api/request.h"

#include <algorithm>
#include <array>
#include <span>

namespace Sandbox::Health {

namespace {

constexpr std::array<std::string_view, 5> checks{"ping", "log", "etcd", "informer-sync", "shutdown"};
constexpr size_t alwaysChecked = 3; // the others are only for /readyz

} // namespace

std::optional<std::string> answer(std::string_view path, const Request &request)
{
    if (!path.starts_with('/'))
        return std::nullopt;
    path.remove_prefix(1);
    const size_t slash = std::min(path.find('/'), path.size());
    const std::string_view what = path.substr(0, slash);
    if (what != "healthz" && what != "livez" && what != "readyz")
        return std::nullopt;
    const auto known = std::span(checks).first(what == "readyz" ? checks.size() : alwaysChecked);
    if (slash < path.size())
        return std::ranges::find(known, path.substr(slash + 1)) == known.end() ? std::nullopt
                                                                               : std::optional<std::string>("ok");
    if (!request.hasParameter("verbose"))
        return "ok";
    std::string text;
    for (const std::string_view check : known)
        text.append("[+]").append(check).append(" ok\n");
    return text.append(what).append(" check passed\n");
}

} // namespace Sandbox::Health
