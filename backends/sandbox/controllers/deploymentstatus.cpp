// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/deploymentstatus.h"

#include "backends/sandbox/controllers/timestamp.h"

#include <algorithm>
#include <limits>

namespace Sandbox::DeploymentStatus {

namespace {

//! Zero is left out, as omitempty does.
void setCount(Json &status, const char *name, long long count)
{
    if (count != 0)
        status[name] = count;
}

long long count(const Json &status, std::string_view name)
{
    return intAt(status, name);
}

//! Whether more is done than before.
bool progressing(const Json &before, const Json &after)
{
    const auto old = [](const Json &status) { return count(status, "replicas") - count(status, "updatedReplicas"); };
    return count(after, "updatedReplicas") > count(before, "updatedReplicas") || old(after) < old(before)
        || count(after, "readyReplicas") > count(before, "readyReplicas")
        || count(after, "availableReplicas") > count(before, "availableReplicas");
}

bool timedOut(const Json &deployment, const Json &status, int64_t now)
{
    const Json &progress = condition(status, "Progressing");
    const std::string reason = textAt(progress, "reason");
    if (reason == "ProgressDeadlineExceeded")
        return true;
    const auto limit = deadline(deployment);
    const auto since = Timestamp::parse(textAt(progress, "lastUpdateTime"));
    return limit && since && reason != "NewReplicaSetAvailable" && *since + *limit * 1000 < now;
}

} // namespace

const Json &condition(const Json &status, std::string_view type)
{
    static const Json none;
    const Json &conditions = at(status, "conditions");
    if (!conditions.is_array())
        return none;
    const auto found
        = std::ranges::find_if(conditions, [type](const Json &entry) { return textAt(entry, "type") == type; });
    return found == conditions.end() ? none : *found;
}

void setCondition(Json &status, const Condition &wanted, int64_t now)
{
    const Json before = condition(status, wanted.type);
    const bool sameStatus = textAt(before, "status") == wanted.status;
    if (sameStatus && textAt(before, "reason") == wanted.reason)
        return;
    removeCondition(status, wanted.type);
    const std::string stamp = Timestamp::text(now);
    Json &conditions = makeAt(status, "conditions");
    if (!conditions.is_array())
        conditions = Json::array();
    const Json since = sameStatus ? at(before, "lastTransitionTime") : Json(stamp);
    conditions.push_back({{"type", wanted.type}, {"status", wanted.status}, {"reason", wanted.reason},
        {"message", wanted.message}, {"lastUpdateTime", stamp}, {"lastTransitionTime", since}});
}

void removeCondition(Json &status, std::string_view type)
{
    if (!at(status, "conditions").is_array())
        return;
    Json &conditions = status["conditions"];
    Json kept = Json::array();
    for (Json &entry : conditions) {
        if (textAt(entry, "type") != type)
            kept.push_back(std::move(entry));
    }
    conditions = std::move(kept);
    if (conditions.empty())
        status.erase("conditions");
}

std::optional<long long> deadline(const Json &deployment)
{
    const long long seconds = intAt(deployment, "spec/progressDeadlineSeconds", std::numeric_limits<int32_t>::max());
    // The greatest number stands for no deadline (HasProgressDeadline).
    return seconds == std::numeric_limits<int32_t>::max() ? std::nullopt : std::optional(seconds);
}

Json counted(const Json &deployment, const RolloutBounds &bounds, const std::vector<RolloutSet> &sets, int64_t now)
{
    long long wanted = 0;
    long long actual = 0;
    long long updated = 0;
    long long ready = 0;
    long long available = 0;
    for (const RolloutSet &set : sets) {
        wanted += set.wanted;
        actual += set.actual;
        ready += set.ready;
        available += set.available;
        updated += set.current ? set.actual : 0;
    }
    Json status = Json::object();
    if (const Json &conditions = at(deployment, "status/conditions"); conditions.is_array() && !conditions.empty())
        status["conditions"] = conditions;
    setCount(status, "observedGeneration", intAt(deployment, "metadata/generation"));
    setCount(status, "replicas", actual);
    setCount(status, "updatedReplicas", updated);
    setCount(status, "readyReplicas", ready);
    setCount(status, "availableReplicas", available);
    setCount(status, "unavailableReplicas", std::max(0LL, wanted - available));
    setCount(status, "collisionCount", intAt(deployment, "status/collisionCount"));
    if (available >= bounds.replicas - bounds.unavailable)
        setCondition(
            status, {"Available", "True", "MinimumReplicasAvailable", "Deployment has minimum availability."}, now);
    else
        setCondition(status,
            {"Available", "False", "MinimumReplicasUnavailable", "Deployment does not have minimum availability."},
            now);
    return status;
}

bool complete(const Json &deployment, const Json &status)
{
    const long long replicas = intAt(deployment, "spec/replicas", 1);
    return count(status, "updatedReplicas") == replicas && count(status, "replicas") == replicas
        && count(status, "availableReplicas") == replicas
        && count(status, "observedGeneration") >= intAt(deployment, "metadata/generation");
}

void judgeProgress(const Json &deployment, Json &status, const std::string &current, int64_t now)
{
    if (!deadline(deployment)) {
        removeCondition(status, "Progressing");
        return;
    }
    const Json before = condition(at(deployment, "status"), "Progressing");
    if (count(status, "replicas") == count(status, "updatedReplicas")
        && textAt(before, "reason") == "NewReplicaSetAvailable")
        return;
    const std::string who = current.empty() ? "Deployment \"" + textAt(deployment, "metadata/name") + "\""
                                            : "ReplicaSet \"" + current + "\"";
    if (complete(deployment, status)) {
        setCondition(
            status, {"Progressing", "True", "NewReplicaSetAvailable", who + " has successfully progressed."}, now);
    } else if (progressing(at(deployment, "status"), status)) {
        // Told anew each time, so that the deadline starts again; only the moment of transition stays.
        removeCondition(status, "Progressing");
        setCondition(status, {"Progressing", "True", "ReplicaSetUpdated", who + " is progressing."}, now);
        if (textAt(before, "status") == "True")
            status["conditions"].back()["lastTransitionTime"] = at(before, "lastTransitionTime");
    } else if (timedOut(deployment, status, now)) {
        setCondition(
            status, {"Progressing", "False", "ProgressDeadlineExceeded", who + " has timed out progressing."}, now);
    }
}

std::optional<int64_t> deadlineAt(const Json &deployment, const Json &status)
{
    const Json &progress = condition(status, "Progressing");
    const auto limit = deadline(deployment);
    const auto since = Timestamp::parse(textAt(progress, "lastUpdateTime"));
    const std::string reason = textAt(progress, "reason");
    if (!limit || !since || reason == "ProgressDeadlineExceeded" || reason == "NewReplicaSetAvailable"
        || complete(deployment, status))
        return std::nullopt;
    return *since + *limit * 1000;
}

} // namespace Sandbox::DeploymentStatus
