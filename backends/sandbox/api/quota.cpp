// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/admission.h"
#include "backends/sandbox/api/amounts.h"

#include <algorithm>
#include <array>
#include <set>

namespace Sandbox::Admission {

namespace {

// What is counted by its plain name too; everything else only as "count/plural.group".
constexpr std::array oldNames{std::string_view("configmaps"), std::string_view("persistentvolumeclaims"),
    std::string_view("replicationcontrollers"), std::string_view("resourcequotas"), std::string_view("secrets"),
    std::string_view("services")};
constexpr std::array podNames{std::string_view("cpu"), std::string_view("memory"),
    std::string_view("ephemeral-storage"), std::string_view("requests.cpu"), std::string_view("requests.memory"),
    std::string_view("requests.ephemeral-storage"), std::string_view("limits.cpu"), std::string_view("limits.memory"),
    std::string_view("limits.ephemeral-storage"), std::string_view("pods")};
// If these are limited, every container has to say what it wants of them.
constexpr std::array explicitNames{std::string_view("cpu"), std::string_view("limits.cpu"),
    std::string_view("limits.memory"), std::string_view("memory"), std::string_view("requests.cpu"),
    std::string_view("requests.memory")};

const Quantity &one()
{
    static const Quantity quantity = *Quantity::parse("1");
    return quantity;
}

std::string countName(const ResourceType &type)
{
    return "count/" + type.qualified();
}

//! cpu, memory, storage and pages: not what a vendor adds.
bool isNative(const std::string &name)
{
    return name.find('/') == std::string::npos || name.find("kubernetes.io/") != std::string::npos;
}

bool isPages(const std::string &name)
{
    return name.starts_with("hugepages-");
}

//! Whether a quota of \a name counts objects of \a type.
bool counts(const ResourceType &type, const std::string &name)
{
    if (name == countName(type))
        return true;
    if (type.kind == "Pod") {
        const bool extended = name.starts_with("requests.") && !isNative(name.substr(9));
        return extended || std::ranges::find(podNames, name) != podNames.end() || isPages(name)
            || name.starts_with("requests.hugepages-");
    }
    if (type.kind == "Service" && (name == "services.nodeports" || name == "services.loadbalancers"))
        return true;
    return type.group.empty() && name == type.plural && std::ranges::find(oldNames, name) != oldNames.end();
}

Amounts podUsage(const Json &pod)
{
    Amounts usage{{"count/pods", one()}};
    const std::string phase = textAt(pod, "status/phase");
    if (phase == "Succeeded" || phase == "Failed")
        return usage; // what has ended uses nothing
    usage["pods"] = one();
    for (const auto &[name, amount] : podAmounts(pod, "requests", true)) {
        const bool plain = name == "cpu" || name == "memory" || name == "ephemeral-storage" || isPages(name);
        if (plain)
            usage[name] = amount;
        if (plain || !isNative(name))
            usage["requests." + name] = amount;
    }
    for (const auto &[name, amount] : podAmounts(pod, "limits", true)) {
        if (name == "cpu" || name == "memory" || name == "ephemeral-storage")
            usage["limits." + name] = amount;
    }
    return usage;
}

Amounts serviceUsage(const Json &service)
{
    Amounts usage{{"count/services", one()}, {"services", one()}};
    const std::string kind = textAt(service, "spec/type");
    const Json &ports = at(service, "spec/ports");
    if (kind == "NodePort" || kind == "LoadBalancer")
        usage["services.nodeports"] = *Quantity::parse(std::to_string(ports.is_array() ? ports.size() : 0));
    if (kind == "LoadBalancer")
        usage["services.loadbalancers"] = one();
    return usage;
}

Amounts usageOf(const ResourceType &type, const Json &object)
{
    if (type.kind == "Pod")
        return podUsage(object);
    if (type.kind == "Service")
        return serviceUsage(object);
    Amounts usage{{countName(type), one()}};
    if (counts(type, std::string(type.plural)))
        usage[std::string(type.plural)] = one();
    return usage;
}

bool isBestEffort(const Json &pod)
{
    for (const char *list : {"spec/containers", "spec/initContainers"}) {
        for (const Json &container : at(pod, list)) {
            for (const char *what : {"resources/requests", "resources/limits"}) {
                const Amounts amounts = amountsOf(at(container, what));
                const bool any = std::ranges::any_of(amounts, [](const auto &entry) {
                    return (entry.first == "cpu" || entry.first == "memory") && entry.second > Quantity();
                });
                if (any)
                    return false;
            }
        }
    }
    return true;
}

bool inScope(const Json &pod, const std::string &scope)
{
    const bool terminates = intAt(pod, "spec/activeDeadlineSeconds", -1) >= 0;
    if (scope == "Terminating")
        return terminates;
    if (scope == "NotTerminating")
        return !terminates;
    if (scope == "BestEffort")
        return isBestEffort(pod);
    if (scope == "NotBestEffort")
        return !isBestEffort(pod);
    return scope == "PriorityClass" && !textAt(pod, "spec/priorityClassName").empty();
}

bool inSelected(const Json &pod, const Json &term)
{
    const std::string scope = textAt(term, "scopeName");
    const std::string verb = textAt(term, "operator");
    if (scope != "PriorityClass")
        return verb == "Exists" && inScope(pod, scope);
    const Json &chosen = at(pod, "spec/priorityClassName");
    const std::string name = chosen.is_string() ? chosen.get<std::string>() : std::string();
    const Json &values = at(term, "values");
    const bool among = std::ranges::any_of(values, [&name](const Json &value) { return value == name; });
    if (verb == "In")
        return !name.empty() && among;
    if (verb == "NotIn")
        return !among;
    return verb == "Exists" ? !name.empty() : verb == "DoesNotExist" && name.empty();
}

//! Scopes speak of pods; with any, nothing else counts.
bool matchesScopes(const Json &quota, const ResourceType &type, const Json &object)
{
    const Json &scopes = at(quota, "spec/scopes");
    const Json &terms = at(quota, "spec/scopeSelector/matchExpressions");
    if (type.kind != "Pod")
        return scopes.empty() && terms.empty();
    const auto holds
        = [&object](const Json &scope) { return scope.is_string() && inScope(object, scope.get<std::string>()); };
    return std::ranges::all_of(scopes, holds)
        && std::ranges::all_of(terms, [&object](const Json &term) { return inSelected(object, term); });
}

//! Those of \a names that some container says nothing of.
std::string unsaid(const Json &pod, const Amounts &names)
{
    std::set<std::string> missing;
    for (const char *list : {"spec/containers", "spec/initContainers"}) {
        for (const Json &container : at(pod, list)) {
            const Amounts requests = amountsOf(at(container, "resources/requests"));
            const Amounts limits = amountsOf(at(container, "resources/limits"));
            for (const std::string_view name : explicitNames) {
                const bool limit = name.starts_with("limits.");
                const size_t dot = name.find('.');
                const std::string plain(dot == std::string_view::npos ? name : name.substr(dot + 1));
                if (names.contains(std::string(name)) && !(limit ? limits : requests).contains(plain))
                    missing.emplace(name);
            }
        }
    }
    std::string text;
    for (const std::string &name : missing)
        text += (text.empty() ? "" : ",") + name;
    return text;
}

//! What \a object adds to what \a before used already, never less than nothing.
Amounts growth(const ResourceType &type, const Json &object, const Json *before)
{
    Amounts delta = usageOf(type, object);
    if (!before)
        return delta;
    for (const auto &[name, amount] : usageOf(type, *before)) {
        Quantity &there = delta[name];
        there -= amount;
        if (there < Quantity())
            there = Quantity();
    }
    return delta;
}

//! The amounts of \a usage that \a quota limits.
Amounts limited(const Amounts &usage, const Amounts &hard)
{
    Amounts result;
    for (const auto &[name, amount] : usage) {
        if (hard.contains(name))
            result.emplace(name, amount);
    }
    return result;
}

//! One quota and what would be used of it.
struct Charge
{
    Json quota;
    Amounts used;
    bool applies = false; //!< the quota speaks of the object at all
};

Outcome<Charge> charge(const Object &stored, const ResourceType &type, const Json &object, const Amounts &delta)
{
    Charge result{stored.json(), {}, false};
    const Amounts hard = amountsOf(at(result.quota, "status/hard"));
    Amounts restricted;
    for (const auto &[name, amount] : hard) {
        if (counts(type, name))
            restricted.emplace(name, amount);
    }
    if (restricted.empty() || !matchesScopes(result.quota, type, object))
        return result;
    const std::string &name = textAt(object, "metadata/name");
    const std::string quotaName = stored.key.name;
    const std::string missing = type.kind == "Pod" ? unsaid(object, restricted) : std::string();
    if (!missing.empty())
        return Status::forbidden(type, name, "failed quota: " + quotaName + ": must specify " + missing);
    result.used = amountsOf(at(result.quota, "status/used"));
    std::string unknown;
    for (const auto &[resource, amount] : restricted) {
        if (!result.used.contains(resource))
            unknown += (unknown.empty() ? "" : ",") + resource;
    }
    if (!unknown.empty())
        return Status::forbidden(type, name, "status unknown for quota: " + quotaName + ", resources: " + unknown);
    const Amounts requested = limited(delta, hard);
    const Amounts before = result.used;
    Amounts exceeded;
    for (const auto &[resource, amount] : requested) {
        result.used[resource] += amount;
        if (result.used[resource] > hard.at(resource))
            exceeded.emplace(resource, amount);
    }
    if (!exceeded.empty())
        return Status::forbidden(type, name,
            "exceeded quota: " + quotaName + ", requested: " + listed(requested, exceeded)
                + ", used: " + listed(before, exceeded) + ", limited: " + listed(hard, exceeded));
    result.applies = true;
    return result;
}

} // namespace

std::optional<Status> quota(Store &store, const ResourceType &type, const Json &object, const Json *before, bool dryRun)
{
    // Of what is there already, only services can come to use more.
    if (!type.namespaced || (before && type.kind != "Service"))
        return {};
    const Amounts delta = growth(type, object, before);
    const auto isNothing = [](const auto &entry) { return entry.second == Quantity(); };
    if (std::ranges::all_of(delta, isNothing))
        return {};
    const ResourceType &quotas = *findResource("", "v1", "resourcequotas");
    const std::string space = textAt(object, "metadata/namespace");
    if (space.empty()) // the store would list all of them
        return {};
    std::vector<Charge> charges;
    for (const ObjectPtr &stored : store.list(quotas, space)) {
        Outcome<Charge> one = charge(*stored, type, object, delta);
        if (!one)
            return one.status();
        if (one->applies)
            charges.push_back(std::move(*one));
    }
    for (Charge &one : charges) {
        makeAt(one.quota, "status/used") = toJson(one.used);
        if (!dryRun)
            store.put(quotas, std::move(one.quota));
    }
    return {};
}

Json used(const Store &store, const Json &quota)
{
    const Amounts hard = amountsOf(at(quota, "spec/hard"));
    const std::string space = textAt(quota, "metadata/namespace");
    Amounts sum;
    for (const auto &[name, amount] : hard)
        sum.emplace(name, Quantity());
    if (space.empty())
        return toJson(sum);
    for (const ResourceType &type : resourceTypes()) {
        const auto isCounted = [&type](const auto &entry) { return counts(type, entry.first); };
        if (!type.namespaced || !type.stored || std::ranges::none_of(hard, isCounted))
            continue;
        for (const ObjectPtr &object : store.list(type, space)) {
            const Json json = object->json();
            if (!matchesScopes(quota, type, json))
                continue;
            for (const auto &[name, amount] : limited(usageOf(type, json), hard))
                sum[name] += amount;
        }
    }
    return toJson(sum);
}

} // namespace Sandbox::Admission
