// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/contract/objects.h"

namespace Contract {

namespace {

Json object(
    const char *apiVersion, const char *kind, const std::string &name, Json rest, const std::string &more = "{}")
{
    rest["apiVersion"] = apiVersion;
    rest["kind"] = kind;
    rest["metadata"]["name"] = name;
    rest.merge_patch(json(more));
    return rest;
}

Json podSpec(const std::string &image)
{
    Json spec;
    spec["containers"] = Json::array({{{"name", "web"}, {"image", image}}});
    return spec;
}

Json subjectOf(const std::string &subject)
{
    const size_t space = subject.find(' ');
    const std::string kind = subject.substr(0, space);
    const std::string name = subject.substr(space + 1);
    if (kind != "ServiceAccount")
        return {{"kind", kind}, {"name", name}, {"apiGroup", "rbac.authorization.k8s.io"}};
    return {{"kind", kind}, {"name", name.substr(name.find('/') + 1)}, {"namespace", name.substr(0, name.find('/'))}};
}

Json binding(const char *kind, const std::string &name, const std::string &roleKind, const std::string &roleName,
    const std::string &subject)
{
    Json rest;
    rest["roleRef"] = {{"apiGroup", "rbac.authorization.k8s.io"}, {"kind", roleKind}, {"name", roleName}};
    rest["subjects"] = Json::array({subjectOf(subject)});
    return object("rbac.authorization.k8s.io/v1", kind, name, std::move(rest));
}

} // namespace

Json configMap(const std::string &name, const std::string &more)
{
    return object("v1", "ConfigMap", name, Json::object(), more);
}

Json lease(const std::string &name, const std::string &more)
{
    return object("coordination.k8s.io/v1", "Lease", name, Json::object(), more);
}

Json pod(const std::string &name, const std::string &more, const std::string &image)
{
    Json rest;
    rest["spec"] = podSpec(image);
    return object("v1", "Pod", name, std::move(rest), more);
}

Json deployment(const std::string &name, int replicas, const std::string &more, const std::string &image)
{
    Json rest;
    const Json labels{{"app", name}};
    rest["spec"]["replicas"] = replicas;
    rest["spec"]["selector"]["matchLabels"] = labels;
    rest["spec"]["template"]["metadata"]["labels"] = labels;
    rest["spec"]["template"]["spec"] = podSpec(image);
    // The real server's rollouts end within seconds with this.
    rest["spec"]["template"]["spec"]["terminationGracePeriodSeconds"] = 1;
    return object("apps/v1", "Deployment", name, std::move(rest), more);
}

Json service(const std::string &name, const std::string &more)
{
    return object("v1", "Service", name,
        json("{'spec': {'selector': {'app': 'web'}, 'ports': [{'port': 80, 'targetPort': 8080, 'protocol': 'TCP'}]}}"),
        more);
}

Json quota(const std::string &name, const std::string &hard)
{
    Json rest;
    rest["spec"]["hard"] = json(hard);
    return object("v1", "ResourceQuota", name, std::move(rest));
}

Json limitRange(const std::string &name, const std::string &limits)
{
    Json rest;
    rest["spec"]["limits"] = json(limits);
    return object("v1", "LimitRange", name, std::move(rest));
}

Json role(const std::string &name, const std::string &rules)
{
    return object("rbac.authorization.k8s.io/v1", "Role", name, {{"rules", json(rules)}});
}

Json clusterRole(const std::string &name, const std::string &rules)
{
    return object("rbac.authorization.k8s.io/v1", "ClusterRole", name, {{"rules", json(rules)}});
}

Json roleBinding(
    const std::string &name, const std::string &roleKind, const std::string &roleName, const std::string &subject)
{
    return binding("RoleBinding", name, roleKind, roleName, subject);
}

Json clusterRoleBinding(const std::string &name, const std::string &roleName, const std::string &subject)
{
    return binding("ClusterRoleBinding", name, "ClusterRole", roleName, subject);
}

Json happening(const std::string &name, const std::string &space, const std::string &about, const std::string &more)
{
    Json rest;
    rest["involvedObject"] = {{"kind", "Pod"}, {"name", about}, {"namespace", space}};
    rest["reason"] = "Tested";
    rest["message"] = "It was tested.";
    rest["type"] = "Normal";
    return object("v1", "Event", name, std::move(rest), more);
}

} // namespace Contract
