// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/fieldtypes.h"

#include <algorithm>
#include <array>
#include <map>

namespace Sandbox {

namespace {

struct Row
{
    std::string_view owner;
    std::string_view field;
    std::string_view type; //!< of it or of its elements
    std::string_view keys; //!< separated by spaces; "=" is a set, "*" an object with one owner
    // What stands after # is taken for a key that an element leaves out; "" without #, and nothing may be left out with
    // !.
    std::string_view zero;
};

// clang-format off
constexpr std::array rows{
    Row{"Object", "metadata", "ObjectMeta", "", "{}"},
    Row{"ObjectMeta", "creationTimestamp", "", "", "null"},
    Row{"ObjectMeta", "finalizers", "", "=", ""},
    Row{"ObjectMeta", "ownerReferences", "", "uid", ""},

    Row{"Event", "involvedObject", "", "", "{}"},
    Row{"Event", "source", "", "", "{}"},
    Row{"Event", "firstTimestamp", "", "", "null"},
    Row{"Event", "lastTimestamp", "", "", "null"},
    Row{"Event", "eventTime", "", "", "null"},
    Row{"Event", "reportingComponent", "", "", "\"\""},
    Row{"Event", "reportingInstance", "", "", "\"\""},

    Row{"LimitRange", "spec", "LimitRangeSpec", "", "{}"},
    Row{"LimitRangeSpec", "limits", "", "", "null"},

    Row{"Namespace", "spec", "", "", "{}"},
    Row{"Namespace", "status", "Status", "", "{}"},
    Row{"Status", "conditions", "", "type", ""},

    Row{"Node", "spec", "NodeSpec", "", "{}"},
    Row{"Node", "status", "NodeStatus", "", "{}"},
    Row{"NodeSpec", "podCIDRs", "", "=", ""},
    Row{"NodeStatus", "addresses", "", "type", ""},
    Row{"NodeStatus", "conditions", "", "type", ""},
    Row{"NodeStatus", "daemonEndpoints", "NodeDaemonEndpoints", "", "{}"},
    Row{"NodeStatus", "nodeInfo", "NodeSystemInfo", "", "{}"},
    Row{"NodeDaemonEndpoints", "kubeletEndpoint", "DaemonEndpoint", "", "{}"},
    Row{"DaemonEndpoint", "Port", "", "", "0"},
    Row{"NodeSystemInfo", "architecture", "", "", "\"\""},
    Row{"NodeSystemInfo", "bootID", "", "", "\"\""},
    Row{"NodeSystemInfo", "containerRuntimeVersion", "", "", "\"\""},
    Row{"NodeSystemInfo", "kernelVersion", "", "", "\"\""},
    Row{"NodeSystemInfo", "kubeProxyVersion", "", "", "\"\""},
    Row{"NodeSystemInfo", "kubeletVersion", "", "", "\"\""},
    Row{"NodeSystemInfo", "machineID", "", "", "\"\""},
    Row{"NodeSystemInfo", "operatingSystem", "", "", "\"\""},
    Row{"NodeSystemInfo", "osImage", "", "", "\"\""},
    Row{"NodeSystemInfo", "systemUUID", "", "", "\"\""},

    Row{"Pod", "spec", "PodSpec", "", "{}"},
    Row{"Pod", "status", "PodStatus", "", "{}"},
    Row{"PodStatus", "conditions", "", "type", ""},
    Row{"PodStatus", "podIPs", "", "ip!", ""},
    Row{"PodSpec", "containers", "Container", "name", "null"},
    Row{"PodSpec", "ephemeralContainers", "EphemeralContainer", "name", ""},
    Row{"PodSpec", "hostAliases", "", "ip!", ""},
    Row{"PodSpec", "imagePullSecrets", "", "name!", ""},
    Row{"PodSpec", "initContainers", "Container", "name", ""},
    Row{"PodSpec", "topologySpreadConstraints", "TopologySpreadConstraint", "topologyKey whenUnsatisfiable", ""},
    Row{"PodSpec", "volumes", "", "name", ""},
    Row{"TopologySpreadConstraint", "labelSelector", "", "*", ""},
    Row{"Container", "env", "", "name", ""},
    Row{"Container", "ports", "", "containerPort#0 protocol#\"TCP\"", ""},
    Row{"Container", "resources", "", "", "{}"},
    Row{"Container", "volumeDevices", "", "devicePath", ""},
    Row{"Container", "volumeMounts", "", "mountPath", ""},
    Row{"EphemeralContainer", "env", "", "name", ""},
    Row{"EphemeralContainer", "resources", "", "", "{}"},
    Row{"EphemeralContainer", "volumeDevices", "", "devicePath", ""},
    Row{"EphemeralContainer", "volumeMounts", "", "mountPath", ""},

    Row{"ResourceQuota", "spec", "", "", "{}"},
    Row{"ResourceQuota", "status", "", "", "{}"},

    Row{"ServiceAccount", "secrets", "", "name!", ""},

    Row{"Service", "spec", "ServiceSpec", "", "{}"},
    Row{"Service", "status", "ServiceStatus", "", "{}"},
    Row{"ServiceSpec", "ports", "ServicePort", "port#0 protocol!", ""},
    Row{"ServicePort", "targetPort", "", "", "0"},
    Row{"ServiceStatus", "conditions", "", "type", ""},
    Row{"ServiceStatus", "loadBalancer", "", "", "{}"},

    Row{"Deployment", "spec", "DeploymentSpec", "", "{}"},
    Row{"Deployment", "status", "Status", "", "{}"},
    Row{"DeploymentSpec", "selector", "", "*", "null"},
    Row{"DeploymentSpec", "strategy", "", "", "{}"},
    Row{"DeploymentSpec", "template", "PodTemplateSpec", "", "{}"},
    Row{"PodTemplateSpec", "metadata", "ObjectMeta", "", "{}"},
    Row{"PodTemplateSpec", "spec", "PodSpec", "", "{}"},
    Row{"ReplicaSet", "spec", "ReplicaSetSpec", "", "{}"},
    Row{"ReplicaSet", "status", "ReplicaSetStatus", "", "{}"},
    Row{"ReplicaSetSpec", "selector", "", "*", "null"},
    Row{"ReplicaSetSpec", "template", "PodTemplateSpec", "", "{}"},
    Row{"ReplicaSetStatus", "conditions", "", "type", ""},
    Row{"ReplicaSetStatus", "replicas", "", "", "0"},

    Row{"Lease", "spec", "", "", "{}"},

    Row{"Ingress", "spec", "", "", "{}"},
    Row{"Ingress", "status", "IngressStatus", "", "{}"},
    Row{"IngressStatus", "loadBalancer", "", "", "{}"},
    Row{"NetworkPolicy", "spec", "NetworkPolicySpec", "", "{}"},
    Row{"NetworkPolicySpec", "podSelector", "", "*", "{}"},

    Row{"ClusterRole", "rules", "", "", "null"},
    Row{"Role", "rules", "", "", "null"},
    Row{"ClusterRoleBinding", "roleRef", "RoleRef", "", "{}"},
    Row{"RoleBinding", "roleRef", "RoleRef", "", "{}"},
    Row{"RoleRef", "apiGroup", "", "", "\"\""},
    Row{"RoleRef", "kind", "", "", "\"\""},
    Row{"RoleRef", "name", "", "", "\"\""},

    // As its operator's definition declares it.
    Row{"PrometheusRule", "spec", "PrometheusRuleSpec", "", ""},
    Row{"PrometheusRuleSpec", "groups", "", "name", ""},
};
// clang-format on

using Types = std::map<std::string_view, FieldTypes>;

std::vector<FieldType::Key> keysOf(std::string_view text)
{
    std::vector<FieldType::Key> keys;
    while (!text.empty()) {
        const size_t space = text.find(' ');
        const std::string_view word = text.substr(0, space);
        const size_t end = word.find_first_of("#!");
        FieldType::Key key{word.substr(0, end), Json("")};
        if (end != std::string_view::npos)
            key.otherwise = word[end] == '#' ? parseJson(word.substr(end + 1)) : std::nullopt;
        keys.push_back(std::move(key));
        text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
    }
    return keys;
}

FieldType fieldOf(const Row &row, Types &types)
{
    FieldType field;
    field.name = row.field;
    if (!row.zero.empty())
        field.zero = parseJson(row.zero);
    field.of = row.type.empty() ? nullptr : &types[row.type];
    if (row.keys == "*") {
        field.atomic = true;
    } else if (row.keys == "=") {
        field.list = FieldType::List::Set;
    } else if (!row.keys.empty()) {
        field.list = FieldType::List::Keyed;
        field.keys = keysOf(row.keys);
    }
    return field;
}

Types makeTypes()
{
    Types types;
    for (const Row &row : rows)
        types[row.owner].fields.push_back(fieldOf(row, types));
    const FieldType metadata = types["Object"].fields.front();
    for (auto &[name, type] : types) {
        // What has a spec, rules ... of its own and is no part of another is an object.
        const bool isPart = std::ranges::any_of(rows, [&name = name](const Row &row) { return row.type == name; });
        if (!isPart && name != "Object")
            type.fields.push_back(metadata);
        std::ranges::sort(type.fields, {}, &FieldType::name);
        for (const FieldType &field : type.fields) {
            if (field.zero)
                type.always.push_back(&field);
        }
    }
    return types;
}

} // namespace

const FieldType &FieldType::field(std::string_view fieldName) const
{
    static const FieldType plain;
    if (!of)
        return plain;
    const auto found = std::ranges::lower_bound(of->fields, fieldName, {}, &FieldType::name);
    return found == of->fields.end() || found->name != fieldName ? plain : *found;
}

std::span<const FieldType *const> FieldType::always() const
{
    return of ? std::span<const FieldType *const>(of->always) : std::span<const FieldType *const>();
}

const FieldType &fieldTypeOfKind(std::string_view kind)
{
    static const Types types = makeTypes();
    static const std::map<std::string_view, FieldType> roots = []() {
        std::map<std::string_view, FieldType> all;
        for (const auto &[name, fields] : types)
            all[name].of = &fields;
        return all;
    }();
    const auto found = roots.find(kind);
    return found == roots.end() ? roots.at("Object") : found->second;
}

} // namespace Sandbox
