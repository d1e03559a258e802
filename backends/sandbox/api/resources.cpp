// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/resources.h"

#include <algorithm>
#include <array>

namespace Sandbox {

std::string ResourceType::apiVersion() const
{
    return group.empty() ? std::string(version) : std::string(group).append("/").append(version);
}

std::string ResourceType::qualified() const
{
    return group.empty() ? std::string(plural) : std::string(plural).append(".").append(group);
}

std::span<const ResourceType> resourceTypes()
{
    // group, version, plural, singular, kind, namespaced, stored, status, scale, short names, categories
    // clang-format off
    static constexpr std::array types{
        ResourceType{"", "v1", "configmaps", "", "ConfigMap", true, true, false, false, "cm", ""},
        ResourceType{"", "v1", "endpoints", "", "Endpoints", true, true, false, false, "ep", ""},
        ResourceType{"", "v1", "events", "", "Event", true, true, false, false, "ev", ""},
        ResourceType{"", "v1", "limitranges", "", "LimitRange", true, true, false, false, "limits", ""},
        ResourceType{"", "v1", "namespaces", "", "Namespace", false, true, true, false, "ns", ""},
        ResourceType{"", "v1", "nodes", "", "Node", false, true, true, false, "no", ""},
        ResourceType{"", "v1", "pods", "", "Pod", true, true, true, false, "po", "all"},
        ResourceType{"", "v1", "resourcequotas", "", "ResourceQuota", true, true, true, false, "quota", ""},
        ResourceType{"", "v1", "secrets", "", "Secret", true, true, false, false, "", ""},
        ResourceType{"", "v1", "serviceaccounts", "", "ServiceAccount", true, true, false, false, "sa", ""},
        ResourceType{"", "v1", "services", "", "Service", true, true, true, false, "svc", "all"},
        ResourceType{"apps", "v1", "deployments", "", "Deployment", true, true, true, true, "deploy", "all"},
        ResourceType{"apps", "v1", "replicasets", "", "ReplicaSet", true, true, true, true, "rs", "all"},
        ResourceType{"authorization.k8s.io", "v1", "localsubjectaccessreviews", "", "LocalSubjectAccessReview", true, false, false, false, "", ""},
        ResourceType{"authorization.k8s.io", "v1", "selfsubjectaccessreviews", "", "SelfSubjectAccessReview", false, false, false, false, "", ""},
        ResourceType{"authorization.k8s.io", "v1", "selfsubjectrulesreviews", "", "SelfSubjectRulesReview", false, false, false, false, "", ""},
        ResourceType{"authorization.k8s.io", "v1", "subjectaccessreviews", "", "SubjectAccessReview", false, false, false, false, "", ""},
        ResourceType{"coordination.k8s.io", "v1", "leases", "", "Lease", true, true, false, false, "", ""},
        ResourceType{"networking.k8s.io", "v1", "ingresses", "", "Ingress", true, true, true, false, "ing", ""},
        ResourceType{"networking.k8s.io", "v1", "networkpolicies", "", "NetworkPolicy", true, true, false, false, "netpol", ""},
        ResourceType{"rbac.authorization.k8s.io", "v1", "clusterrolebindings", "", "ClusterRoleBinding", false, true, false, false, "", ""},
        ResourceType{"rbac.authorization.k8s.io", "v1", "clusterroles", "", "ClusterRole", false, true, false, false, "", ""},
        ResourceType{"rbac.authorization.k8s.io", "v1", "rolebindings", "", "RoleBinding", true, true, false, false, "", ""},
        ResourceType{"rbac.authorization.k8s.io", "v1", "roles", "", "Role", true, true, false, false, "", ""},
        // What operators of the platform read beside them, as their operators' definitions would make it known.
        ResourceType{"monitoring.coreos.com", "v1", "prometheusrules", "prometheusrule", "PrometheusRule", true, true, false, false, "promrule", ""},
    };
    // clang-format on
    return types;
}

bool isBuiltIn(const ResourceType &type)
{
    return type.singular.empty();
}

const ResourceType *findResource(std::string_view group, std::string_view version, std::string_view plural)
{
    const auto types = resourceTypes();
    const auto found = std::ranges::find_if(types, [&](const ResourceType &type) {
        return type.plural == plural && type.group == group && type.version == version;
    });
    return found == types.end() ? nullptr : &*found;
}

const ResourceType *findKind(std::string_view apiVersion, std::string_view kind)
{
    const auto types = resourceTypes();
    const auto found = std::ranges::find_if(
        types, [&](const ResourceType &type) { return type.kind == kind && type.apiVersion() == apiVersion; });
    return found == types.end() ? nullptr : &*found;
}

} // namespace Sandbox
