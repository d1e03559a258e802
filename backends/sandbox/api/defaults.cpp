// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/defaults.h"

#include "backends/sandbox/api/quantity.h"
#include "backends/sandbox/api/resources.h"

#include <QByteArray>

#include <algorithm>

namespace Sandbox {

namespace {

void preset(Json &json, std::string_view path, Json value)
{
    if (Json &place = makeAt(json, path); place.is_null())
        place = std::move(value);
}

//! As preset(), but also in place of a text that is empty.
void presetText(Json &json, std::string_view path, const char *value)
{
    if (Json &place = makeAt(json, path); place.is_null() || place == "")
        place = value;
}

template <typename Action>
void forEach(Json &json, const char *list, Action action)
{
    const auto found = json.is_object() ? json.find(list) : json.end();
    if (!json.is_object() || found == json.end() || !found->is_array())
        return;
    for (Json &item : *found) {
        if (item.is_object())
            action(item);
    }
}

void canonical(Json &json, std::string_view path)
{
    if (!at(json, path).is_object())
        return;
    for (Json &amount : makeAt(json, path)) {
        const auto quantity = Quantity::parse(amount.is_string() ? amount.get<std::string>() : toText(amount));
        if (quantity)
            amount = quantity->text();
    }
}

void probe(Json &container, const char *name)
{
    if (!at(container, name).is_object())
        return;
    Json &probe = container[name];
    preset(probe, "timeoutSeconds", 1);
    preset(probe, "periodSeconds", 10);
    preset(probe, "successThreshold", 1);
    preset(probe, "failureThreshold", 3);
    if (at(probe, "httpGet").is_object()) {
        presetText(probe, "httpGet/scheme", "HTTP");
        presetText(probe, "httpGet/path", "/");
    }
}

void container(Json &container)
{
    const std::string image = textAt(container, "image");
    const size_t colon = image.rfind(':');
    const bool tagged = colon != std::string::npos && image.find('/', colon) == std::string::npos;
    const bool latest = image.find('@') == std::string::npos && (!tagged || image.ends_with(":latest"));
    presetText(container, "imagePullPolicy", latest ? "Always" : "IfNotPresent");
    presetText(container, "terminationMessagePath", "/dev/termination-log");
    presetText(container, "terminationMessagePolicy", "File");
    preset(container, "resources", Json::object());
    canonical(container, "resources/limits");
    canonical(container, "resources/requests");
    // What is limited is requested as much, unless something else is said.
    if (const Json limits = at(container, "resources/limits"); limits.is_object()) {
        Json &requests = makeAt(container, "resources/requests");
        for (const auto &[name, amount] : limits.items()) {
            if (!requests.is_object() || !requests.contains(name))
                requests[name] = amount;
        }
    }
    forEach(container, "ports", [](Json &port) { presetText(port, "protocol", "TCP"); });
    for (const char *name : {"livenessProbe", "readinessProbe", "startupProbe"})
        probe(container, name);
}

void podSpec(Json &spec, bool alone)
{
    if (!spec.is_object())
        spec = Json::object();
    forEach(spec, "containers", container);
    forEach(spec, "initContainers", container);
    forEach(spec, "volumes", [](Json &volume) {
        for (const char *kind : {"configMap", "secret", "downwardAPI", "projected"}) {
            if (at(volume, kind).is_object())
                preset(volume, std::string(kind) + "/defaultMode", 420);
        }
    });
    presetText(spec, "restartPolicy", "Always");
    presetText(spec, "dnsPolicy", "ClusterFirst");
    presetText(spec, "schedulerName", "default-scheduler");
    preset(spec, "terminationGracePeriodSeconds", 30);
    preset(spec, "securityContext", Json::object());
    if (const std::string account = textAt(spec, "serviceAccountName"); !account.empty())
        spec["serviceAccount"] = account;
    if (alone)
        preset(spec, "enableServiceLinks", true);
}

void workload(const ResourceType &type, Json &json)
{
    preset(json, "spec/replicas", 1);
    preset(json, "spec/template/metadata/creationTimestamp", nullptr);
    podSpec(makeAt(json, "spec/template/spec"), false);
    if (type.kind != "Deployment")
        return;
    presetText(json, "spec/strategy/type", "RollingUpdate");
    if (textAt(json, "spec/strategy/type") == "RollingUpdate") {
        preset(json, "spec/strategy/rollingUpdate/maxSurge", "25%");
        preset(json, "spec/strategy/rollingUpdate/maxUnavailable", "25%");
    }
    preset(json, "spec/revisionHistoryLimit", 10);
    preset(json, "spec/progressDeadlineSeconds", 600);
}

void service(Json &json)
{
    presetText(json, "spec/type", "ClusterIP");
    presetText(json, "spec/sessionAffinity", "None");
    forEach(makeAt(json, "spec"), "ports", [](Json &port) {
        presetText(port, "protocol", "TCP");
        if (const Json target = at(port, "targetPort"); target.is_null() || target == 0 || target == "")
            port["targetPort"] = at(port, "port");
    });
}

void secret(Json &json)
{
    presetText(json, "type", "Opaque");
    if (const Json texts = at(json, "stringData"); texts.is_object()) {
        for (const auto &[key, value] : texts.items())
            makeAt(json, "data")[key] = QByteArray::fromStdString(value.get<std::string>()).toBase64().toStdString();
    }
    json.erase("stringData");
}

void limitRange(Json &json)
{
    forEach(makeAt(json, "spec"), "limits", [](Json &limit) {
        for (const char *side : {"max", "min", "default", "defaultRequest", "maxLimitRequestRatio"})
            canonical(limit, side);
        if (textAt(limit, "type") != "Container")
            return;
        const auto fill = [&limit](const char *from, const char *to) {
            const Json source = at(limit, from);
            if (!source.is_object())
                return;
            for (const auto &[name, amount] : source.items()) {
                if (Json &target = makeAt(limit, to); !target.is_object() || !target.contains(name))
                    target[name] = amount;
            }
        };
        fill("max", "default");
        fill("default", "defaultRequest");
        fill("min", "defaultRequest");
    });
}

void binding(Json &json)
{
    presetText(json, "roleRef/apiGroup", "rbac.authorization.k8s.io");
    forEach(json, "subjects", [](Json &subject) {
        if (textAt(subject, "kind") != "ServiceAccount")
            presetText(subject, "apiGroup", "rbac.authorization.k8s.io");
    });
}

//! core/v1 helper/qos, GetPodQOS
const char *qualityOf(const Json &spec)
{
    bool any = false;
    bool all = true;
    for (const char *list : {"containers", "initContainers"}) {
        const Json &containers = at(spec, list);
        for (const Json &one : containers.is_array() ? containers : Json::array()) {
            const Json &limits = at(one, "resources/limits");
            const Json &requests = at(one, "resources/requests");
            any = any || !limits.empty() || !requests.empty();
            for (const char *name : {"cpu", "memory"})
                all = all && at(limits, name).is_string() && at(limits, name) == at(requests, name);
        }
    }
    if (!any)
        return "BestEffort";
    return all ? "Guaranteed" : "Burstable";
}

} // namespace

void applyDefaults(const ResourceType &type, Json &json)
{
    if (type.kind == "Pod") {
        podSpec(makeAt(json, "spec"), true);
    } else if (type.kind == "Deployment" || type.kind == "ReplicaSet") {
        workload(type, json);
    } else if (type.kind == "Service") {
        service(json);
    } else if (type.kind == "Secret") {
        secret(json);
    } else if (type.kind == "LimitRange") {
        limitRange(json);
    } else if (type.kind == "RoleBinding" || type.kind == "ClusterRoleBinding") {
        binding(json);
    } else if (type.kind == "ResourceQuota") {
        canonical(json, "spec/hard");
        canonical(json, "status/hard");
        canonical(json, "status/used");
    } else if (type.kind == "NetworkPolicy" && at(json, "spec/policyTypes").is_null()) {
        makeAt(json, "spec/policyTypes")
            = at(json, "spec/egress").is_null() ? Json{"Ingress"} : Json{"Ingress", "Egress"};
    } else if (type.kind == "Node") {
        canonical(json, "status/capacity");
        canonical(json, "status/allocatable");
    }
}

void applyPlugins(const ResourceType &type, Json &json)
{
    if (type.kind != "Pod")
        return;
    presetText(json, "spec/serviceAccountName", "default");
    json["spec"]["serviceAccount"] = json["spec"]["serviceAccountName"];
    preset(json, "spec/priority", 0);
    presetText(json, "spec/preemptionPolicy", "PreemptLowerPriority");
    Json &tolerations = makeAt(json, "spec/tolerations");
    if (!tolerations.is_array())
        tolerations = Json::array();
    for (const char *key : {"node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"}) {
        const bool known
            = std::ranges::any_of(tolerations, [key](const Json &one) { return textAt(one, "key") == key; });
        if (!known)
            tolerations.push_back(
                {{"key", key}, {"operator", "Exists"}, {"effect", "NoExecute"}, {"tolerationSeconds", 300}});
    }
}

void prepareNew(const ResourceType &type, Json &json)
{
    if (type.hasStatus && type.kind != "Node")
        json["status"] = Json::object();
    if (type.kind == "Pod")
        json["status"] = {{"phase", "Pending"}, {"qosClass", qualityOf(at(json, "spec"))}};
    if (type.kind == "Service" || type.kind == "Ingress")
        json["status"] = {{"loadBalancer", Json::object()}};
    if (type.kind == "Namespace") {
        json["status"] = {{"phase", "Active"}};
        if (at(json, "spec/finalizers").empty())
            makeAt(json, "spec/finalizers") = Json::array({"kubernetes"});
    }
}

} // namespace Sandbox
