// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/platform/manifests.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace Sandbox::Manifests {

namespace {

constexpr const char *rbac = "rbac.authorization.k8s.io";

std::string cores(double amount)
{
    const auto milli = std::llround(amount * 1000);
    return milli % 1000 == 0 ? std::to_string(milli / 1000) : std::to_string(milli) + "m";
}

std::string bytes(double amount)
{
    return std::to_string(std::max(1LL, std::llround(amount / 1048576))) + "Mi";
}

Json head(const char *apiVersion, const char *kind, const std::string &name, const std::string &space = {})
{
    Json json{{"apiVersion", apiVersion}, {"kind", kind}, {"metadata", {{"name", name}}}};
    if (!space.empty())
        json["metadata"]["namespace"] = space;
    return json;
}

Json rule(std::vector<std::string> groups, std::vector<std::string> resources, std::vector<std::string> verbs)
{
    return {{"apiGroups", groups}, {"resources", resources}, {"verbs", verbs}};
}

Json clusterRole(const std::string &name, Json rules)
{
    Json role = head("rbac.authorization.k8s.io/v1", "ClusterRole", name);
    role["rules"] = std::move(rules);
    return role;
}

Json clusterBinding(const std::string &name, const std::string &role, const std::string &group)
{
    Json binding = head("rbac.authorization.k8s.io/v1", "ClusterRoleBinding", name);
    binding["roleRef"] = {{"apiGroup", rbac}, {"kind", "ClusterRole"}, {"name", role}};
    binding["subjects"] = Json::array({{{"apiGroup", rbac}, {"kind", "Group"}, {"name", group}}});
    return binding;
}

const std::vector<std::string> reading{"get", "list", "watch"};
const std::vector<std::string> writing{"create", "update", "patch", "delete"};
const std::vector<std::string> removing{"create", "delete", "deletecollection", "patch", "update"};

//! The roles for people that Kubernetes brings (bootstrappolicy), for the kinds that are served here.
void addUserRoles(std::vector<Json> &into)
{
    const Json view = Json::array(
        {rule({""},
             {"configmaps", "endpoints", "events", "limitranges", "namespaces", "pods", "pods/status", "resourcequotas",
                 "resourcequotas/status", "serviceaccounts", "services", "services/status"},
             reading),
            rule({"apps"},
                {"deployments", "deployments/scale", "deployments/status", "replicasets", "replicasets/scale",
                    "replicasets/status"},
                reading),
            rule({"networking.k8s.io"}, {"ingresses", "ingresses/status", "networkpolicies"}, reading)});
    Json edit = view;
    edit.push_back(rule({""}, {"configmaps", "endpoints", "pods", "secrets", "serviceaccounts", "services"}, removing));
    edit.push_back(rule({""}, {"secrets"}, reading));
    edit.push_back(rule({"apps"},
        {"deployments", "deployments/rollback", "deployments/scale", "replicasets", "replicasets/scale"}, removing));
    edit.push_back(rule({"networking.k8s.io"}, {"ingresses", "networkpolicies"}, removing));
    Json admin = edit;
    admin.push_back(rule({rbac}, {"roles", "rolebindings"},
        {"create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"}));
    into.push_back(clusterRole("view", view));
    into.push_back(clusterRole("edit", edit));
    into.push_back(clusterRole("admin", admin));
    into.push_back(clusterRole(
        "cluster-admin", Json::array({rule({"*"}, {"*"}, {"*"}), {{"nonResourceURLs", {"*"}}, {"verbs", {"*"}}}})));
    into.push_back(clusterBinding("cluster-admin", "cluster-admin", "system:masters"));
    into.push_back(clusterRole("system:basic-user",
        Json::array(
            {rule({"authorization.k8s.io"}, {"selfsubjectaccessreviews", "selfsubjectrulesreviews"}, {"create"})})));
    into.push_back(clusterBinding("system:basic-user", "system:basic-user", "system:authenticated"));
    into.push_back(clusterRole("system:discovery",
        Json::array({{{"nonResourceURLs",
                          {"/api", "/api/*", "/apis", "/apis/*", "/healthz", "/livez", "/openapi", "/openapi/*",
                              "/readyz", "/version", "/version/"}},
            {"verbs", {"get"}}}})));
    into.push_back(clusterBinding("system:discovery", "system:discovery", "system:authenticated"));
    into.push_back(clusterRole("system:public-info-viewer",
        Json::array(
            {{{"nonResourceURLs", {"/healthz", "/livez", "/readyz", "/version", "/version/"}}, {"verbs", {"get"}}}})));
    Json everybody = clusterBinding("system:public-info-viewer", "system:public-info-viewer", "system:authenticated");
    everybody["subjects"].push_back({{"apiGroup", rbac}, {"kind", "Group"}, {"name", "system:unauthenticated"}});
    into.push_back(std::move(everybody));
}

//! Who runs the platform.
void addPlatformRoles(std::vector<Json> &into)
{
    const Json read = rule({"*"}, {"*"}, reading);
    Json bind = rule({rbac}, {"clusterroles"}, {"bind"});
    bind["resourceNames"] = {"view", "edit"};
    into.push_back(clusterRole("platform-operator",
        Json::array({read, rule({"apps"}, {"deployments", "deployments/scale", "statefulsets", "daemonsets"}, writing),
            rule({""},
                {"namespaces", "services", "configmaps", "resourcequotas", "limitranges", "events", "serviceaccounts"},
                writing),
            bind, rule({"networking.k8s.io"}, {"ingresses", "networkpolicies"}, writing),
            rule({"monitoring.coreos.com"}, {"prometheusrules"}, writing),
            rule({"coordination.k8s.io"}, {"leases"}, writing), rule({rbac}, {"roles", "rolebindings"}, writing)})));
    into.push_back(clusterRole(
        "platform-approver", Json::array({read, rule({""}, {"configmaps"}, {"create", "update", "patch"})})));
    into.push_back(clusterBinding("platform-operators", "platform-operator", "platform-operators"));
    into.push_back(clusterBinding("platform-approvers", "platform-approver", "platform-approvers"));
    into.push_back(clusterBinding("platform-viewers", "view", "platform-viewers"));
}

Json limitRange(const std::string &space)
{
    Json range = head("v1", "LimitRange", "defaults", space);
    range["spec"]["limits"] = Json::array({{{"type", "Container"}, {"default", {{"cpu", "200m"}, {"memory", "256Mi"}}},
        {"defaultRequest", {{"cpu", "100m"}, {"memory", "96Mi"}}}}});
    return range;
}

Json quota(const SpaceSpec &space)
{
    double cpu = 0;
    double memory = 0;
    double cpuLimit = 0;
    double memoryLimit = 0;
    int pods = 0;
    for (const WorkloadSpec &workload : space.workloads) {
        cpu += workload.cpu * workload.replicas;
        memory += workload.memory * workload.replicas;
        cpuLimit += workload.cpu * workload.limitFactor * workload.replicas;
        memoryLimit += workload.memory * workload.limitFactor * workload.replicas;
        pods += workload.replicas;
    }
    Json quota = head("v1", "ResourceQuota", "tenant-quota", space.name);
    const double room = space.quotaRoom;
    constexpr double half = 512.0 * 1048576;
    // As people write them: half cores and half gigabytes.
    quota["spec"]["hard"] = {{"requests.cpu", cores(std::ceil(cpu * room * 2) / 2)},
        {"limits.cpu", cores(std::ceil(cpuLimit * room * 2) / 2)},
        {"requests.memory", bytes(std::ceil(memory * room / half) * half)},
        {"limits.memory", bytes(std::ceil(memoryLimit * room / half) * half)},
        {"pods", std::to_string(int(std::ceil(pods * room)) + 6)},
        {"services", std::to_string(space.workloads.size() + 12)}, {"count/configmaps", "50"}};
    return quota;
}

} // namespace

std::vector<Json> basics()
{
    std::vector<Json> all;
    for (const char *name : {"default", "kube-system", "kube-public", "kube-node-lease", systemSpace})
        all.push_back(head("v1", "Namespace", name));
    addUserRoles(all);
    addPlatformRoles(all);
    all.push_back(head("v1", "ConfigMap", requestsName, systemSpace));
    SpaceSpec space;
    space.name = "kube-system";
    WorkloadSpec dns;
    dns.image = "registry.k8s.io/coredns/coredns";
    dns.memory = 70.0 * 1048576;
    all.push_back(deployment(space, dns, "coredns", "v1.9.3", 3));
    all.push_back(service(space.name, "coredns", 0));
    return all;
}

Json node(const ClusterSpec &cluster, int index)
{
    const std::string name = cluster.name + "-node-" + (index < 9 ? "0" : "") + std::to_string(index + 1);
    Json node = head("v1", "Node", name);
    node["metadata"]["labels"] = {{"kubernetes.io/hostname", name}, {"kubernetes.io/os", "linux"},
        {"topology.kubernetes.io/region", cluster.region},
        {"topology.kubernetes.io/zone", cluster.region + "-" + char('a' + index % 3)}};
    const Json capacity{{"cpu", "64"}, {"memory", "256Gi"}, {"pods", "250"}, {"ephemeral-storage", "1Ti"}};
    node["status"]["capacity"] = capacity;
    node["status"]["allocatable"] = capacity;
    node["status"]["conditions"] = Json::array({{{"type", "Ready"}, {"status", "True"}, {"reason", "KubeletReady"},
        {"message", "kubelet is posting ready status"}}});
    node["status"]["addresses"]
        = Json::array({{{"type", "InternalIP"}, {"address", "10.0.0." + std::to_string(index % 250 + 1)}},
            {{"type", "Hostname"}, {"address", name}}});
    node["status"]["nodeInfo"] = {{"machineID", ""}, {"systemUUID", ""}, {"bootID", ""}, {"kernelVersion", "6.1.0"},
        {"osImage", "Debian GNU/Linux 12 (bookworm)"}, {"containerRuntimeVersion", "containerd://1.6.20"},
        {"kubeletVersion", "v1.20.2"}, {"kubeProxyVersion", "v1.20.2"}, {"operatingSystem", "linux"},
        {"architecture", "amd64"}};
    return node;
}

std::vector<Json> space(const TenantSpec &tenant, const SpaceSpec &space)
{
    Json itself = head("v1", "Namespace", space.name);
    itself["metadata"]["labels"] = {{"platform.example.com/tenant", tenant.name},
        {"platform.example.com/tier", tenant.tier}, {"platform.example.com/isolation", tenant.isolation}};
    itself["metadata"]["annotations"]
        = {{"platform.example.com/owner", tenant.owner}, {"platform.example.com/cost-center", tenant.costCentre}};
    std::vector<Json> all{std::move(itself), quota(space), limitRange(space.name),
        roleBinding(space.name, "developers", space.developersMayWrite ? "edit" : "view", tenant.name)};
    for (const WorkloadSpec &workload : space.workloads) {
        all.push_back(service(space.name, workload.name, workload.requestsPerSecond));
        all.push_back(deployment(space, workload, workload.name, workload.tag, workload.replicas));
    }
    return all;
}

Json deployment(
    const SpaceSpec &space, const WorkloadSpec &workload, const std::string &name, const std::string &tag, int replicas)
{
    Json deployment = head("apps/v1", "Deployment", name, space.name);
    deployment["metadata"]["labels"] = {{"app", name}};
    const Json requests{{"cpu", cores(workload.cpu)}, {"memory", bytes(workload.memory)}};
    const Json limits{
        {"cpu", cores(workload.cpu * workload.limitFactor)}, {"memory", bytes(workload.memory * workload.limitFactor)}};
    const Json container{{"name", name}, {"image", workload.image + ":" + tag},
        {"ports", Json::array({{{"containerPort", 8080}, {"name", "http"}, {"protocol", "TCP"}}})},
        {"resources", {{"requests", requests}, {"limits", limits}}}};
    deployment["spec"]
        = {{"replicas", replicas}, {"progressDeadlineSeconds", 120}, {"selector", {{"matchLabels", {{"app", name}}}}},
            {"template",
                {{"metadata", {{"labels", {{"app", name}}}}}, {"spec", {{"containers", Json::array({container})}}}}}};
    return deployment;
}

Json service(const std::string &space, const std::string &name, double requestsPerSecond)
{
    Json service = head("v1", "Service", name, space);
    if (requestsPerSecond > 0) {
        char text[32];
        const auto end = std::to_chars(text, text + sizeof text, requestsPerSecond, std::chars_format::fixed, 2).ptr;
        service["metadata"]["annotations"] = {{"sandbox/requests-per-second", std::string(text, end)}};
    }
    service["spec"] = {{"selector", {{"app", name}}},
        {"ports", Json::array({{{"name", "http"}, {"port", 80}, {"targetPort", 8080}, {"protocol", "TCP"}}})}};
    return service;
}

Json canaryIngress(const std::string &space, const std::string &stable, const std::string &canary, int weight)
{
    Json ingress = head("networking.k8s.io/v1", "Ingress", canary, space);
    ingress["metadata"]["annotations"] = {{"nginx.ingress.kubernetes.io/canary", "true"},
        {"nginx.ingress.kubernetes.io/canary-weight", std::to_string(weight)}, {"sandbox/stable-service", stable}};
    const Json backend{{"service", {{"name", canary}, {"port", {{"number", 80}}}}}};
    ingress["spec"]["rules"] = Json::array({{{"host", stable + "." + space + ".example.com"},
        {"http", {{"paths", Json::array({{{"path", "/"}, {"pathType", "Prefix"}, {"backend", backend}}})}}}}});
    return ingress;
}

Json roleBinding(const std::string &space, const std::string &name, const std::string &role, const std::string &group)
{
    Json binding = head("rbac.authorization.k8s.io/v1", "RoleBinding", name, space);
    binding["roleRef"] = {{"apiGroup", rbac}, {"kind", "ClusterRole"}, {"name", role}};
    binding["subjects"] = Json::array({{{"apiGroup", rbac}, {"kind", "Group"}, {"name", group}}});
    return binding;
}

} // namespace Sandbox::Manifests
