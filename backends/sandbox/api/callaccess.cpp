// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/authorizer.h"
#include "backends/sandbox/api/call.h"

#include <algorithm>

namespace Sandbox {

namespace {

constexpr std::string_view accountPrefix = "system:serviceaccount:";
constexpr size_t maxGroups = 100; // of a hostile request

bool isAuthenticated(const User &user)
{
    return std::ranges::any_of(user.groups,
        [](const std::string &group) { return group == "system:authenticated" || group == "system:unauthenticated"; });
}

//! "cannot list resource "pods" in API group "" in the namespace "blue"", as every refusal by rights says it.
std::string cannot(const User &user, const std::string &verb, const std::string &resource, const std::string &group,
    const std::string &space)
{
    return "User " + toText(user.name) + " cannot " + verb + " resource " + toText(resource) + " in API group "
        + toText(group) + (space.empty() ? " at the cluster scope" : " in the namespace " + toText(space));
}

Status forbidden(const std::string &qualified, const std::string &group, const std::string &plural,
    const std::string &name, const std::string &why)
{
    Status status;
    status.code = 403;
    status.reason = "Forbidden";
    status.message = qualified;
    if (!name.empty())
        status.message.append(" ").append(toText(name));
    status.message.append(" is forbidden: ").append(why);
    status.name = name;
    status.group = group;
    status.kind = plural;
    return status;
}

} // namespace

std::optional<Status> Call::authenticate()
{
    const std::string_view header = m_request.header("authorization");
    if (header.empty()) {
        m_user = {"system:anonymous", {"system:unauthenticated"}};
        return std::nullopt;
    }
    const size_t blank = std::min(header.find(' '), header.size());
    std::string scheme(header.substr(0, blank));
    std::ranges::transform(scheme, scheme.begin(), [](char c) { return static_cast<char>(c | 0x20); });
    const auto known = scheme == "bearer" && blank < header.size() ? m_state.tokens.find(header.substr(blank + 1))
                                                                   : m_state.tokens.end();
    if (known == m_state.tokens.end())
        return Status::unauthorized();
    m_user = known->second;
    return std::nullopt;
}

std::optional<Status> Call::mayImpersonate(
    const std::string &group, const std::string &resource, const std::string &space, const std::string &name) const
{
    const Action action{"impersonate", group, resource, space, name, {}};
    if (Rbac::decide(m_state.core.store, m_user, action).allowed)
        return std::nullopt;
    const std::string plural = resource.substr(0, resource.find('/'));
    return forbidden(group.empty() ? plural : plural + "." + group, group, plural, name,
        cannot(m_user, "impersonate", resource, group, space));
}

//! Headers Impersonate-User, Impersonate-Group and Impersonate-Extra-... (apiserver, filters/impersonation.go).
std::optional<Status> Call::impersonate()
{
    const std::string name(m_request.header("impersonate-user"));
    const auto groups = m_request.allHeaders("impersonate-group");
    constexpr std::string_view extra = "impersonate-extra-";
    const bool any = !groups.empty() || std::ranges::any_of(m_request.headers, [extra](const auto &header) {
        return header.first.starts_with(extra);
    });
    if (name.empty())
        return any ? std::optional(Status::internal("requested impersonation of groups or extra fields without "
                                                    "impersonating a user"))
                   : std::nullopt;
    if (!isUtf8(name) || groups.size() > maxGroups)
        return Status::badRequest("the impersonation headers cannot be read");
    User other{name, {}};
    const size_t colon = name.starts_with(accountPrefix) ? name.find(':', accountPrefix.size()) : std::string::npos;
    if (colon != std::string::npos) {
        const std::string space = name.substr(accountPrefix.size(), colon - accountPrefix.size());
        if (auto problem = mayImpersonate({}, "serviceaccounts", space, name.substr(colon + 1)))
            return problem;
        if (groups.empty())
            other.groups = {"system:serviceaccounts", "system:serviceaccounts:" + space};
    } else if (auto problem = mayImpersonate({}, "users", {}, name)) {
        return problem;
    }
    for (const std::string_view group : groups) {
        if (!isUtf8(group))
            return Status::badRequest("the impersonation headers cannot be read");
        other.groups.emplace_back(group);
        if (auto problem = mayImpersonate({}, "groups", {}, other.groups.back()))
            return problem;
    }
    for (const auto &[key, value] : m_request.headers) {
        if (!key.starts_with(extra))
            continue;
        if (auto problem = mayImpersonate("authentication.k8s.io", "userextras/" + key.substr(extra.size()), {}, value))
            return problem;
    }
    if (!isAuthenticated(other))
        other.groups.emplace_back(name == "system:anonymous" ? "system:unauthenticated" : "system:authenticated");
    m_user = std::move(other);
    return std::nullopt;
}

std::string Call::resourceName() const
{
    return m_route.subresource.empty() ? m_route.plural : m_route.plural + "/" + m_route.subresource;
}

std::optional<Status> Call::authorize() const
{
    const Store &store = m_state.core.store;
    if (!m_route.resource) {
        if (Rbac::decide(store, m_user, {m_route.verb, {}, {}, {}, {}, m_route.path}).allowed)
            return std::nullopt;
        Status status;
        status.code = 403;
        status.reason = "Forbidden";
        status.message
            = "forbidden: User " + toText(m_user.name) + " cannot " + m_route.verb + " path " + toText(m_route.path);
        return status;
    }
    const Action action{m_route.verb, m_route.group, resourceName(), m_route.space, m_route.name, {}};
    if (Rbac::decide(store, m_user, action).allowed)
        return std::nullopt;
    const std::string qualified = m_route.group.empty() ? m_route.plural : m_route.plural + "." + m_route.group;
    return forbidden(qualified, m_route.group, m_route.plural, m_route.name,
        cannot(m_user, m_route.verb, resourceName(), m_route.group, m_route.space));
}

} // namespace Sandbox
