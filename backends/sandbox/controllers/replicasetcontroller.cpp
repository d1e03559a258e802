// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/replicasetcontroller.h"

#include "backends/sandbox/controllers/deploymentstatus.h"
#include "backends/sandbox/controllers/podtemplate.h"
#include "backends/sandbox/controllers/timestamp.h"

#include <algorithm>
#include <map>

namespace Sandbox {

namespace {

const std::string manager = "kube-controller-manager";
const EventRecorder::Source source{"replicaset-controller", {}};
constexpr size_t burst = 500; // BurstReplicas: at once, the rest with the next look

} // namespace

bool PodRank::goesBefore(const PodRank &other) const
{
    if (assigned != other.assigned)
        return !assigned;
    if (running != other.running)
        return !running;
    if (ready != other.ready)
        return !ready;
    if (doubled != other.doubled)
        return doubled > other.doubled;
    if (ready && readySince != other.readySince)
        return readySince > other.readySince;
    if (restarts != other.restarts)
        return restarts > other.restarts;
    if (created != other.created)
        return created > other.created;
    return uid < other.uid; // any order, but always the same
}

void ReplicaSetController::noticed(const Notice &notice)
{
    const Types &types = m_context.types;
    if (notice.is(types.replicaSets)) {
        if (!notice.deleted())
            add(notice.uid);
    } else if (notice.is(types.pods) && !notice.controller.isNull()) {
        add(notice.controller);
    }
}

void ReplicaSetController::sync(const Uid &uid)
{
    const Ownership::Entry *entry = m_context.ownership.find(uid);
    if (!entry || entry->type != &m_context.types.replicaSets)
        return;
    const ObjectPtr object = m_context.server.find(*entry->type, entry->key);
    if (!object || Uid::of(object->uid) != uid)
        return;
    Json json = object->json();
    const std::vector<Uid> pods = active(uid);
    Failure failure;
    if (!at(json, "metadata/deletionTimestamp").is_string()) {
        const auto wanted = static_cast<size_t>(std::max(0LL, intAt(json, "spec/replicas", 1)));
        if (pods.size() < wanted)
            failure = create(*object, json, std::min(wanted - pods.size(), burst));
        else if (pods.size() > wanted)
            remove(*object, uid, pods, std::min(pods.size() - wanted, burst));
    }
    wakeForAvailability(uid, json, pods);
    Json status = counted(json, pods, failure);
    bool again = !failure.reason.empty();
    if (status != at(json, "status")) {
        json["status"] = std::move(status);
        again = !m_context.server.updateStatus(m_context.types.replicaSets, std::move(json), manager).ok() || again;
    }
    if (again)
        retry(uid);
    else
        succeeded(uid);
}

std::vector<Uid> ReplicaSetController::active(const Uid &set) const
{
    std::vector<Uid> pods = m_context.ownership.controlled(set, m_context.types.pods);
    std::erase_if(pods, [this](const Uid &uid) {
        const Pod *pod = m_context.pods.find(uid);
        return !pod || !pod->active();
    });
    return pods;
}

//! In batches of 1, 2, 4 ..., so that what is refused is not refused hundreds of times (slowStartBatch).
ReplicaSetController::Failure ReplicaSetController::create(const Object &set, const Json &json, size_t count)
{
    Failure failure;
    size_t made = 0;
    for (size_t batch = 1; made < count && failure.reason.empty(); batch *= 2) {
        for (size_t i = 0; i < batch && made < count; ++i, ++made) {
            if (m_context.pods.size() + made >= mostPods) {
                failure = {"FailedCreate", "the cluster holds " + std::to_string(mostPods) + " pods already"};
                break;
            }
            const auto choose = [this](size_t most) { return m_context.chosen(most); };
            Json pod = PodTemplate::pod(set, json, PodTemplate::suffix(choose));
            const std::string name = textAt(pod, "metadata/name");
            auto created = m_context.server.create(m_context.types.pods, std::move(pod), manager);
            if (created && m_context.pace.events)
                m_context.events.normal(
                    EventRecorder::About::of(set), source, "SuccessfulCreate", "Created pod: " + name);
            if (created)
                continue;
            failure = {"FailedCreate", created.status().message};
            m_context.events.warning(
                EventRecorder::About::of(set), source, "FailedCreate", "Error creating: " + created.status().message);
            break;
        }
    }
    return failure;
}

void ReplicaSetController::remove(const Object &set, const Uid &uid, std::vector<Uid> pods, size_t count)
{
    std::vector<PodRank> ranks = ranked(uid, pods);
    std::ranges::sort(ranks, [](const PodRank &a, const PodRank &b) { return a.goesBefore(b); });
    ranks.resize(std::min(count, ranks.size()));
    for (const PodRank &rank : ranks) {
        const Pod *pod = m_context.pods.find(rank.uid);
        if (pod && m_context.retire(m_context.types.pods, pod->key, rank.uid))
            m_context.events.normal(
                EventRecorder::About::of(set), source, "SuccessfulDelete", "Deleted pod: " + pod->key.name);
    }
}

std::vector<PodRank> ReplicaSetController::ranked(const Uid &set, const std::vector<Uid> &pods) const
{
    // Related are the pods of all ReplicaSets of the same Deployment.
    std::map<int, int> onNode;
    const Uid deployment = m_context.ownership.find(set)->controller;
    std::vector<Uid> siblings = deployment.isNull()
        ? std::vector<Uid>{set}
        : m_context.ownership.controlled(deployment, m_context.types.replicaSets);
    for (const Uid &sibling : siblings) {
        for (const Uid &uid : active(sibling))
            ++onNode[m_context.pods.find(uid)->node];
    }
    std::vector<PodRank> ranks;
    for (const Uid &uid : pods) {
        const Pod &pod = *m_context.pods.find(uid);
        ranks.push_back({uid, pod.stage != Pod::Stage::Unscheduled, pod.running, pod.ready, onNode[pod.node],
            pod.readySince, pod.restarts, pod.created});
    }
    return ranks;
}

Json ReplicaSetController::counted(const Json &json, const std::vector<Uid> &pods, const Failure &failure) const
{
    const long long minReady = std::max(0LL, intAt(json, "spec/minReadySeconds"));
    const int64_t now = m_context.wallNow();
    long long ready = 0;
    long long available = 0;
    for (const Uid &uid : pods) {
        const Pod *pod = m_context.pods.find(uid);
        ready += pod->ready;
        available += pod->available(now, minReady);
    }
    const auto count = static_cast<long long>(pods.size());
    Json status = {{"replicas", count}, {"observedGeneration", intAt(json, "metadata/generation")}};
    // Pods get the labels of the template, and nobody takes them away without their becoming somebody else's.
    for (const auto &[name, value] : {std::pair("fullyLabeledReplicas", count), std::pair("readyReplicas", ready),
             std::pair("availableReplicas", available)}) {
        if (value != 0)
            status[name] = value;
    }
    Json before = DeploymentStatus::condition(at(json, "status"), "ReplicaFailure");
    if (failure.reason.empty())
        return status;
    if (before.is_null())
        before = {{"type", "ReplicaFailure"}, {"status", "True"}, {"reason", failure.reason},
            {"message", failure.message}, {"lastTransitionTime", Timestamp::text(now)}};
    status["conditions"] = Json::array({std::move(before)});
    return status;
}

//! Nobody tells when a pod has been ready for long enough.
void ReplicaSetController::wakeForAvailability(const Uid &uid, const Json &json, const std::vector<Uid> &pods)
{
    const long long minReady = std::max(0LL, intAt(json, "spec/minReadySeconds"));
    if (minReady == 0)
        return;
    const int64_t now = m_context.wallNow();
    for (const Uid &id : pods) {
        const Pod *pod = m_context.pods.find(id);
        if (pod->ready && !pod->available(now, minReady))
            addAfter(uid, Context::Time(pod->readySince + minReady * 1'000 - now));
    }
}

} // namespace Sandbox
