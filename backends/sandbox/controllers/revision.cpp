// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/revision.h"

#include "backends/sandbox/controllers/deploymentstatus.h"
#include "backends/sandbox/controllers/podtemplate.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace Sandbox::Revision {

namespace {

constexpr size_t longestHistory = 2'000; // maxRevHistoryLengthInChars

//! These belong to each object alone.
bool copied(std::string_view name)
{
    constexpr std::array own{std::string_view("kubectl.kubernetes.io/last-applied-configuration"), revision, history,
        desiredReplicas, mostReplicas, std::string_view("deprecated.deployment.rollback.to")};
    return std::ranges::find(own, name) == own.end();
}

const Json &annotations(const Json &object)
{
    return at(object, "metadata/annotations");
}

std::string remembered(const Json &set, const std::string &old)
{
    std::string text = annotation(set, history);
    if (text.empty())
        return old;
    text.append(",").append(old);
    while (text.size() > longestHistory && text.find(',') != std::string::npos)
        text.erase(0, text.find(',') + 1);
    return text;
}

} // namespace

std::string annotation(const Json &object, std::string_view name)
{
    const Json &all = annotations(object);
    if (!all.is_object())
        return {};
    const auto found = all.find(name);
    return found != all.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string of(const Json &object)
{
    return annotation(object, revision);
}

std::optional<long long> count(const Json &object, std::string_view name)
{
    const std::string text = annotation(object, name);
    long long value = 0;
    const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || problem != std::errc() || stop != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

long long newest(const std::vector<Json> &sets, std::optional<size_t> except)
{
    long long highest = 0;
    for (size_t i = 0; i < sets.size(); ++i) {
        if (i != except)
            highest = std::max(highest, count(sets[i], revision).value_or(0));
    }
    return highest;
}

Json patch(const Json &deployment, const Json &set, long long newest)
{
    Json changed = Json::object();
    if (const Json &all = annotations(deployment); all.is_object()) {
        for (const auto &[name, value] : all.items()) {
            if (copied(name) && value.is_string() && annotation(set, name) != value.get<std::string>())
                changed[name] = value;
        }
    }
    const std::string old = of(set);
    if (count(set, revision).value_or(0) < newest) {
        changed[std::string(revision)] = std::to_string(newest);
        if (!old.empty())
            changed[std::string(history)] = remembered(set, old);
    }
    Json result;
    if (!changed.empty())
        makeAt(result, "metadata/annotations") = std::move(changed);
    const long long minReady = intAt(deployment, "spec/minReadySeconds");
    if (intAt(set, "spec/minReadySeconds") != minReady)
        makeAt(result, "spec/minReadySeconds") = minReady;
    return result;
}

Json replicaSet(const Object &owner, const Json &deployment, const std::string &hash, long long replicas)
{
    const std::string label(PodTemplate::hashLabel);
    Json podTemplate = at(deployment, "spec/template");
    makeAt(podTemplate, "metadata/labels")[label] = hash;
    Json selector = at(deployment, "spec/selector");
    makeAt(selector, "matchLabels")[label] = hash;
    Json metadata = {{"name", owner.key.name + '-' + hash}, {"namespace", owner.key.space},
        {"labels", at(podTemplate, "metadata/labels")},
        {"ownerReferences", Json::array({PodTemplate::controlledBy(owner)})}};
    Json spec = {{"replicas", replicas}, {"selector", std::move(selector)}, {"template", std::move(podTemplate)}};
    if (const long long minReady = intAt(deployment, "spec/minReadySeconds"); minReady > 0)
        spec["minReadySeconds"] = minReady;
    return {{"apiVersion", "apps/v1"}, {"kind", "ReplicaSet"}, {"metadata", std::move(metadata)},
        {"spec", std::move(spec)}};
}

void annotate(Json &set, const Json &deployment, const std::string &number, long long desired, long long most)
{
    Json &own = makeAt(set, "metadata/annotations");
    own = Json::object();
    if (const Json &all = annotations(deployment); all.is_object()) {
        for (const auto &[name, value] : all.items()) {
            if (copied(name))
                own[name] = value;
        }
    }
    own[std::string(revision)] = number;
    own[std::string(desiredReplicas)] = std::to_string(desired);
    own[std::string(mostReplicas)] = std::to_string(most);
}

void copyFailure(Json &status, const std::vector<Json> &sets, std::optional<size_t> current)
{
    Json failure;
    for (size_t i = 0; i < sets.size(); ++i) {
        const Json &found = DeploymentStatus::condition(at(sets[i], "status"), "ReplicaFailure");
        if (!found.is_null() && (failure.is_null() || i == current))
            failure = found;
    }
    if (failure.is_null()) {
        DeploymentStatus::removeCondition(status, "ReplicaFailure");
        return;
    }
    const Json &before = DeploymentStatus::condition(status, "ReplicaFailure");
    if (!before.is_null() && at(before, "status") == at(failure, "status")
        && at(before, "reason") == at(failure, "reason"))
        return;
    DeploymentStatus::removeCondition(status, "ReplicaFailure");
    failure["lastUpdateTime"] = at(failure, "lastTransitionTime");
    Json &conditions = makeAt(status, "conditions");
    if (!conditions.is_array())
        conditions = Json::array();
    conditions.push_back(std::move(failure));
}

} // namespace Sandbox::Revision
