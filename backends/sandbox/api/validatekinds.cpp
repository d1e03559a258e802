// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/faults.h"
#include "backends/sandbox/api/names.h"
#include "backends/sandbox/api/quantity.h"

#include <algorithm>
#include <array>

namespace Sandbox::Validate {

namespace {

const Json &listAt(const Json &json, std::string_view path)
{
    static const Json none = Json::array();
    const Json &list = at(json, path);
    return list.is_array() ? list : none;
}

std::string indexed(const char *field, size_t index)
{
    return std::string(field) + "[" + std::to_string(index) + "]";
}

//! Whether \a labels are chosen by the matchLabels of \a selector; its other terms are not looked at.
bool chooses(const Json &selector, const Json &labels)
{
    const Json &wanted = at(selector, "matchLabels");
    if (!wanted.is_object())
        return true;
    return std::ranges::all_of(wanted.items(), [&labels](const auto &term) {
        return labels.is_object() && labels.contains(term.key()) && labels[term.key()] == term.value();
    });
}

std::string goSelector(const Json &selector)
{
    return "v1.LabelSelector{MatchLabels:" + goMap(at(selector, "matchLabels"))
        + ", MatchExpressions:[]v1.LabelSelectorRequirement(nil)}";
}

void atLeastZero(const Json &json, const char *path, const char *field, Faults &faults)
{
    if (const long long value = intAt(json, path); value < 0)
        faults.invalid(field, std::to_string(value), "must be greater than or equal to 0");
}

//! A share of the pods, or how many; -1 when it is neither.
long long share(const Json &value)
{
    if (value.is_number_integer())
        return value.get<long long>();
    const std::string text = value.is_string() ? value.get<std::string>() : std::string();
    const bool percent = text.size() > 1 && text.size() < 8 && text.ends_with('%')
        && text.find_first_not_of("0123456789") == text.size() - 1;
    return percent ? std::stoll(text) : -1;
}

void rollingUpdate(const Json &json, Faults &faults)
{
    if (textAt(json, "spec/strategy/type") == "Recreate") {
        if (at(json, "spec/strategy/rollingUpdate").is_object())
            faults.forbidden("spec.strategy.rollingUpdate", "may not be specified when strategy `type` is 'Recreate'");
        return;
    }
    const Json &surge = at(json, "spec/strategy/rollingUpdate/maxSurge");
    const Json &unavailable = at(json, "spec/strategy/rollingUpdate/maxUnavailable");
    for (const auto &[value, name] : {std::pair(&surge, "maxSurge"), std::pair(&unavailable, "maxUnavailable")}) {
        if (share(*value) < 0 && !value->is_null())
            faults.invalid(std::string("spec.strategy.rollingUpdate.") + name, toText(*value),
                value->is_string() ? "a valid percent string must be a numeric string followed by an ending '%' (e.g. "
                                     "'1%',  or '93%', regex used for validation is '[0-9]+%')"
                                   : "must be greater than or equal to 0");
    }
    if (share(surge) == 0 && share(unavailable) == 0)
        faults.invalid("spec.strategy.rollingUpdate.maxUnavailable",
            unavailable.is_string() ? toText(unavailable) : "intstr.IntOrString{Type:0, IntVal:0, StrVal:\"\"}",
            "may not be 0 when `maxSurge` is 0");
    if (share(unavailable) > 100 && unavailable.is_string())
        faults.invalid(
            "spec.strategy.rollingUpdate.maxUnavailable", toText(unavailable), "must not be greater than 100%");
}

bool isQuotaName(const std::string &name)
{
    static constexpr std::array<std::string_view, 22> standard{"cpu", "memory", "ephemeral-storage", "requests.cpu",
        "requests.memory", "requests.storage", "requests.ephemeral-storage", "limits.cpu", "limits.memory",
        "limits.ephemeral-storage", "pods", "resourcequotas", "services", "replicationcontrollers", "secrets",
        "persistentvolumeclaims", "configmaps", "services.nodeports", "services.loadbalancers", "storage",
        "hugepages-2Mi", "hugepages-1Gi"};
    return std::ranges::find(standard, std::string_view(name)) != standard.end() || name.find('/') != std::string::npos
        || name.starts_with("requests.hugepages-");
}

} // namespace

void workload(const Json &json, const Json *before, Faults &faults)
{
    const Json &selector = at(json, "spec/selector");
    const Json &labels = at(json, "spec/template/metadata/labels");
    atLeastZero(json, "spec/replicas", "spec.replicas", faults);
    atLeastZero(json, "spec/minReadySeconds", "spec.minReadySeconds", faults);
    if (!selector.is_object())
        faults.required("spec.selector");
    else if (at(selector, "matchLabels").empty() && at(selector, "matchExpressions").empty())
        faults.invalid("spec.selector", goSelector(selector), "empty selector is invalid for deployment");
    if (!selector.is_object() || !chooses(selector, labels))
        faults.invalid("spec.template.metadata.labels", goMap(labels), "`selector` does not match template `labels`");
    podSpec(at(json, "spec/template/spec"), "spec.template.spec", true, faults);
    if (textAt(json, "kind") == "Deployment") {
        rollingUpdate(json, faults);
        atLeastZero(json, "spec/revisionHistoryLimit", "spec.revisionHistoryLimit", faults);
        const long long deadline = intAt(json, "spec/progressDeadlineSeconds", 600);
        if (deadline < 0)
            faults.invalid(
                "spec.progressDeadlineSeconds", std::to_string(deadline), "must be greater than or equal to 0");
        else if (deadline <= intAt(json, "spec/minReadySeconds"))
            faults.invalid(
                "spec.progressDeadlineSeconds", std::to_string(deadline), "must be greater than minReadySeconds");
    }
    if (before && at(*before, "spec/selector") != selector)
        faults.invalid("spec.selector", goSelector(selector), "field is immutable");
}

void service(const Json &json, const Json *before, Faults &faults)
{
    const Json &ports = listAt(json, "spec/ports");
    const std::string type = textAt(json, "spec/type");
    if (ports.empty() && type != "ExternalName" && textAt(json, "spec/clusterIP") != "None")
        faults.required("spec.ports");
    for (size_t i = 0; i < ports.size(); ++i) {
        const std::string field = indexed("spec.ports", i);
        const std::string name = textAt(ports[i], "name");
        if (name.empty() && ports.size() > 1)
            faults.required(field + ".name");
        else if (!name.empty())
            faults.named(field + ".name", name, Names::label(name));
        for (const char *number : {"port", "targetPort"}) {
            const Json &value = at(ports[i], number);
            if (value.is_number_integer() && (value < 1 || value > 65535))
                faults.invalid(field + "." + number, toText(value), "must be between 1 and 65535, inclusive");
        }
        const std::string protocol = textAt(ports[i], "protocol");
        if (protocol != "TCP" && protocol != "UDP" && protocol != "SCTP")
            faults.unsupported(field + ".protocol", protocol, {"SCTP", "TCP", "UDP"});
    }
    if (type != "ClusterIP" && type != "NodePort" && type != "LoadBalancer" && type != "ExternalName")
        faults.unsupported("spec.type", type, {"ClusterIP", "ExternalName", "LoadBalancer", "NodePort"});
    const std::string address = before ? textAt(*before, "spec/clusterIP") : std::string();
    if (!address.empty() && address != "None" && address != textAt(json, "spec/clusterIP"))
        faults.invalid(
            "spec.clusterIPs[0]", "[]string{" + toText(at(json, "spec/clusterIP")) + "}", "may not change once set");
}

namespace {

std::string goScopes(const Json &scopes)
{
    std::string text;
    for (const Json &scope : scopes)
        text += (text.empty() ? "" : ", ") + toText(scope);
    return "[]core.ResourceQuotaScope{" + text + "}";
}

//! Which amounts a scope can narrow (apis/core/helper, IsResourceQuotaScopeValidForResource).
bool narrows(const std::string &scope, const std::string &resource)
{
    static constexpr std::array<std::string_view, 6> compute{
        "cpu", "memory", "limits.cpu", "limits.memory", "requests.cpu", "requests.memory"};
    if (resource == "pods" || resource.find('/') != std::string::npos)
        return true;
    return scope != "BestEffort" && std::ranges::find(compute, std::string_view(resource)) != compute.end();
}

void quotaScopes(const Json &json, Faults &faults)
{
    static constexpr std::array<std::string_view, 5> known{
        "Terminating", "NotTerminating", "BestEffort", "NotBestEffort", "PriorityClass"};
    const Json &scopes = listAt(json, "spec/scopes");
    const auto refuse = [&](const char *why) { faults.invalid("spec.scopes", goScopes(scopes), why); };
    const auto asked = [&scopes](const char *one, const char *other) {
        return std::ranges::find(scopes, Json(one)) != scopes.end()
            && std::ranges::find(scopes, Json(other)) != scopes.end();
    };
    const Json &hard = at(json, "spec/hard");
    for (const Json &scope : scopes) {
        const std::string name = scope.get<std::string>();
        if (std::ranges::find(known, std::string_view(name)) == known.end())
            refuse("unsupported scope");
        for (auto amount = hard.begin(); amount != hard.end(); ++amount) {
            if (hard.is_object() && !narrows(name, amount.key()))
                refuse("unsupported scope applied to resource");
        }
    }
    if (asked("BestEffort", "NotBestEffort"))
        refuse("conflicting scopes");
    if (asked("Terminating", "NotTerminating"))
        refuse("conflicting scopes");
}

} // namespace

void quota(const Json &json, const Json *before, Faults &faults)
{
    quotaScopes(json, faults);
    if (before && listAt(*before, "spec/scopes") != listAt(json, "spec/scopes"))
        faults.invalid("spec.scopes", goScopes(listAt(json, "spec/scopes")), "field is immutable");
    const Json &hard = at(json, "spec/hard");
    if (!hard.is_object())
        return;
    for (const auto &[name, value] : hard.items()) {
        const std::string field = "spec.hard[" + name + "]";
        if (!isQuotaName(name)) {
            faults.invalidText(field, name, "must be a standard resource type or fully qualified");
            faults.invalidText(field, name, "must be a standard resource for quota");
        }
        const auto amount = Quantity::parse(value.is_string() ? value.get<std::string>() : toText(value));
        if (amount && *amount < Quantity())
            faults.invalidText(field, amount->text(), "must be greater than or equal to 0");
    }
}

void limitRange(const Json &json, Faults &faults)
{
    const Json &limits = listAt(json, "spec/limits");
    for (size_t i = 0; i < limits.size(); ++i) {
        const Json &min = at(limits[i], "min");
        const std::string type = textAt(limits[i], "type");
        if (type.empty())
            faults.required(indexed("spec.limits", i) + ".type");
        for (const auto &[side, word] : {std::pair("max", "max"), std::pair("defaultRequest", "default request"),
                 std::pair("default", "default")}) {
            const Json &other = at(limits[i], side);
            if (!min.is_object() || !other.is_object())
                continue;
            for (const auto &[name, value] : min.items()) {
                const auto least = Quantity::parse(value.is_string() ? value.get<std::string>() : toText(value));
                const auto bound = Quantity::parse(textAt(other, name));
                if (least && bound && *bound < *least)
                    faults.invalidText(indexed("spec.limits", i)
                            + (std::string_view(side) == "max" ? ".min" : "." + std::string(side)) + "[" + name + "]",
                        std::string_view(side) == "max" ? least->text() : bound->text(),
                        "min value " + least->text() + " is greater than " + word + " value " + bound->text());
            }
        }
    }
}

void role(const Json &json, bool cluster, Faults &faults)
{
    const Json &rules = listAt(json, "rules");
    for (size_t i = 0; i < rules.size(); ++i) {
        const std::string field = indexed("rules", i);
        if (listAt(rules[i], "verbs").empty())
            faults.required(field + ".verbs", "verbs must contain at least one value");
        if (!listAt(rules[i], "nonResourceURLs").empty()) {
            if (!cluster)
                faults.invalid(field + ".nonResourceURLs", toText(at(rules[i], "nonResourceURLs")),
                    "namespaced rules cannot apply to non-resource URLs");
            else if (!listAt(rules[i], "apiGroups").empty() || !listAt(rules[i], "resources").empty())
                faults.invalid(field + ".nonResourceURLs", toText(at(rules[i], "nonResourceURLs")),
                    "rules cannot apply to both regular resources and non-resource URLs");
            continue;
        }
        if (listAt(rules[i], "apiGroups").empty())
            faults.required(field + ".apiGroups", "resource rules must supply at least one api group");
        if (listAt(rules[i], "resources").empty())
            faults.required(field + ".resources", "resource rules must supply at least one resource");
    }
}

void binding(const Json &json, const Json *before, bool cluster, Faults &faults)
{
    const std::string kind = textAt(json, "roleRef/kind");
    if (cluster && kind != "ClusterRole")
        faults.unsupported("roleRef.kind", kind, {"ClusterRole"});
    else if (kind != "ClusterRole" && kind != "Role")
        faults.unsupported("roleRef.kind", kind, {"Role", "ClusterRole"});
    const std::string name = textAt(json, "roleRef/name");
    if (name.empty())
        faults.required("roleRef.name");
    else
        faults.named("roleRef.name", name, Names::pathStep(name));
    const Json &subjects = listAt(json, "subjects");
    for (size_t i = 0; i < subjects.size(); ++i) {
        const std::string field = indexed("subjects", i);
        const std::string subject = textAt(subjects[i], "kind");
        if (textAt(subjects[i], "name").empty())
            faults.required(field + ".name");
        if (subject == "ServiceAccount" && textAt(subjects[i], "namespace").empty() && cluster)
            faults.required(field + ".namespace");
        else if (subject != "ServiceAccount" && subject != "User" && subject != "Group")
            faults.unsupported(field + ".kind", subject, {"ServiceAccount", "User", "Group"});
    }
    if (before && at(*before, "roleRef") != at(json, "roleRef"))
        faults.invalid("roleRef",
            "rbac.RoleRef{APIGroup:" + toText(textAt(json, "roleRef/apiGroup")) + ", Kind:" + toText(kind)
                + ", Name:" + toText(name) + "}",
            "cannot change roleRef");
}

void ingress(const Json &json, Faults &faults)
{
    if (listAt(json, "spec/rules").empty() && !at(json, "spec/defaultBackend").is_object())
        faults.invalid("spec", "[]networking.IngressRule(nil)", "either `defaultBackend` or `rules` must be specified");
}

void lease(const Json &json, Faults &faults)
{
    const Json &duration = at(json, "spec/leaseDurationSeconds");
    if (duration.is_number_integer() && duration <= 0)
        faults.invalid("spec.leaseDurationSeconds", toText(duration), "must be greater than 0");
    atLeastZero(json, "spec/leaseTransitions", "spec.leaseTransitions", faults);
}

void entries(const Json &json, const Json *before, Faults &faults)
{
    const bool secret = textAt(json, "kind") == "Secret";
    size_t size = 0;
    for (const char *part : {"data", "binaryData"}) {
        const bool encoded = secret || std::string_view(part) == "binaryData";
        const Json &entries = at(json, part);
        if (!entries.is_object())
            continue;
        for (const auto &[key, value] : entries.items()) {
            faults.named(std::string(part) + "[" + key + "]", key, Names::configKey(key));
            const size_t length = value.is_string() ? value.get_ref<const std::string &>().size() : 0;
            size += encoded ? length / 4 * 3 : length;
        }
    }
    if (constexpr size_t most = 1024 * 1024; size > most)
        faults.tooLong(secret ? "data" : "[]", most);
    if (!before)
        return;
    if (textAt(*before, "type") != textAt(json, "type"))
        faults.invalidText("type", textAt(json, "type"), "field is immutable");
    if (boolAt(*before, "immutable")) {
        if (!boolAt(json, "immutable"))
            faults.forbidden("immutable", "field is immutable when `immutable` is set");
        for (const char *part : {"data", "binaryData"}) {
            if (at(*before, part) != at(json, part))
                faults.forbidden(part, "field is immutable when `immutable` is set");
        }
    }
}

void event(const Json &json, Faults &faults)
{
    const std::string space = textAt(json, "involvedObject/namespace");
    if (space != textAt(json, "metadata/namespace")
        && !(space.empty() && textAt(json, "metadata/namespace") == "default"))
        faults.invalidText("involvedObject.namespace", space, "does not match event.namespace");
}

} // namespace Sandbox::Validate
