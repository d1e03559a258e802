// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/rules.h"

#include "backends/sandbox/api/resources.h"

#include <algorithm>
#include <array>

namespace Sandbox::Rules {

namespace {

template <size_t N>
bool isOne(const ResourceType &type, const std::array<std::string_view, N> &kinds)
{
    return std::ranges::find(kinds, type.kind) != kinds.end();
}

} // namespace

bool countsGenerations(const ResourceType &type)
{
    static constexpr std::array<std::string_view, 5> kinds{
        "Deployment", "ReplicaSet", "Ingress", "NetworkPolicy", "PrometheusRule"};
    return isOne(type, kinds);
}

bool createsOnUpdate(const ResourceType &type)
{
    static constexpr std::array<std::string_view, 9> kinds{"Endpoints", "Event", "LimitRange", "Service", "Lease",
        "ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"};
    return isOne(type, kinds);
}

bool needsVersion(const ResourceType &type)
{
    static constexpr std::array<std::string_view, 2> kinds{"Lease", "PrometheusRule"};
    return isOne(type, kinds);
}

bool deletesMany(const ResourceType &type)
{
    static constexpr std::array<std::string_view, 2> alone{"Namespace", "Service"};
    return !isOne(type, alone);
}

bool countsAnnotations(const ResourceType &type)
{
    static constexpr std::array<std::string_view, 1> kinds{"Deployment"};
    return isOne(type, kinds);
}

bool answersDeleted(const ResourceType &type)
{
    static constexpr std::array<std::string_view, 3> kinds{"Pod", "ResourceQuota", "ServiceAccount"};
    return isOne(type, kinds);
}

} // namespace Sandbox::Rules
