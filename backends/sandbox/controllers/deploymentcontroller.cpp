// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/deploymentcontroller.h"

#include "backends/sandbox/controllers/deploymentstatus.h"
#include "backends/sandbox/controllers/podtemplate.h"
#include "backends/sandbox/controllers/revision.h"

#include <algorithm>

namespace Sandbox {

namespace {

const std::string manager = "kube-controller-manager";
const EventRecorder::Source source{"deployment-controller", {}};

} // namespace

void DeploymentController::noticed(const Notice &notice)
{
    const Types &types = m_context.types;
    if (notice.is(types.deployments)) {
        if (!notice.deleted())
            add(notice.uid);
        else
            m_recreating.erase(notice.uid);
    } else if (notice.is(types.replicaSets)) {
        if (!notice.controller.isNull())
            add(notice.controller);
    } else if (notice.is(types.pods) && notice.deleted() && !m_recreating.empty()) {
        const Ownership::Entry *set = m_context.ownership.find(notice.controller);
        if (set && m_recreating.contains(set->controller))
            add(set->controller);
    }
}

void DeploymentController::sync(const Uid &uid)
{
    auto work = load(uid);
    if (!work)
        return;
    if (at(work->json, "metadata/deletionTimestamp").is_string()) {
        writeStatus(*work, DeploymentStatus::counted(work->json, work->bounds, work->sets, m_context.wallNow()));
        return;
    }
    if (work->bounds.rolling)
        m_recreating.erase(uid);
    else
        m_recreating.insert(uid);
    notePause(*work);
    noteRevision(*work);
    if (boolAt(work->json, "spec/paused") || scaledByPerson(*work)) {
        for (const Rolling::Resize &step : Rolling::proportional(work->bounds, work->sets))
            resize(*work, step.set, step.replicas);
        if (boolAt(work->json, "spec/paused"))
            cleanUp(*work);
        writeStatus(*work, DeploymentStatus::counted(work->json, work->bounds, work->sets, m_context.wallNow()));
    } else if (work->bounds.rolling) {
        if (!current(*work))
            createSet(*work);
        const auto steps = Rolling::next(work->bounds, work->sets);
        for (const Rolling::Resize &step : steps)
            resize(*work, step.set, step.replicas);
        if (steps.empty() && DeploymentStatus::complete(work->json, at(work->json, "status")))
            cleanUp(*work);
        writeRollout(*work);
    } else {
        recreate(*work);
    }
    if (work->failed)
        retry(uid);
    else
        succeeded(uid);
}

std::optional<DeploymentController::Work> DeploymentController::load(const Uid &uid) const
{
    const Ownership::Entry *entry = m_context.ownership.find(uid);
    if (!entry || entry->type != &m_context.types.deployments)
        return std::nullopt;
    Work work;
    work.uid = uid;
    work.object = m_context.server.find(*entry->type, entry->key);
    if (!work.object || Uid::of(work.object->uid) != uid)
        return std::nullopt;
    work.json = work.object->json();
    work.bounds = RolloutBounds::of(work.json);
    for (const Uid &set : m_context.ownership.controlled(uid, m_context.types.replicaSets)) {
        const ObjectPtr object = m_context.server.find(m_context.types.replicaSets, m_context.ownership.find(set)->key);
        if (object && Uid::of(object->uid) == set)
            readSet(work, object->json());
    }
    // Of several with the template of the Deployment, as a person may make them, the oldest is the one.
    const Json &wanted = at(work.json, "spec/template");
    std::optional<size_t> chosen;
    for (size_t i = 0; i < work.sets.size(); ++i) {
        if (!PodTemplate::equal(wanted, at(work.setJson[i], "spec/template")))
            continue;
        if (!chosen || work.sets[i].created < work.sets[*chosen].created
            || (work.sets[i].created == work.sets[*chosen].created && work.sets[i].name < work.sets[*chosen].name))
            chosen = i;
    }
    if (chosen)
        work.sets[*chosen].current = true;
    return work;
}

void DeploymentController::readSet(Work &work, Json json) const
{
    RolloutSet set;
    set.name = textAt(json, "metadata/name");
    set.created = textAt(json, "metadata/creationTimestamp");
    set.wanted = std::max(0LL, intAt(json, "spec/replicas"));
    set.actual = intAt(json, "status/replicas");
    set.ready = intAt(json, "status/readyReplicas");
    set.available = intAt(json, "status/availableReplicas");
    set.annotatedDesired = Revision::count(json, Revision::desiredReplicas);
    set.annotatedMost = Revision::count(json, Revision::mostReplicas);
    work.sets.push_back(std::move(set));
    work.setJson.push_back(std::move(json));
}

std::optional<size_t> DeploymentController::current(const Work &work)
{
    const auto found = std::ranges::find(work.sets, true, &RolloutSet::current);
    return found == work.sets.end() ? std::nullopt : std::optional(static_cast<size_t>(found - work.sets.begin()));
}

bool DeploymentController::scaledByPerson(const Work &work)
{
    return std::ranges::any_of(work.sets, [&work](const RolloutSet &set) {
        return set.wanted > 0 && set.annotatedDesired && *set.annotatedDesired != work.bounds.replicas;
    });
}

//! Pods count until they are gone, however long they take to end.
bool DeploymentController::oldPodsThere(const Work &work) const
{
    for (size_t i = 0; i < work.sets.size(); ++i) {
        if (work.sets[i].current)
            continue;
        if (work.sets[i].actual > 0)
            return true;
        const Uid set = Uid::of(textAt(work.setJson[i], "metadata/uid"));
        for (const Uid &uid : m_context.ownership.controlled(set, m_context.types.pods)) {
            const Pod *pod = m_context.pods.find(uid);
            if (pod && pod->stage != Pod::Stage::Finished)
                return true;
        }
    }
    return false;
}

//! A pause takes the deadline away, and its end starts it anew.
void DeploymentController::notePause(Work &work)
{
    if (!DeploymentStatus::deadline(work.json))
        return;
    const std::string reason = textAt(DeploymentStatus::condition(at(work.json, "status"), "Progressing"), "reason");
    const bool paused = boolAt(work.json, "spec/paused");
    if (reason == "ProgressDeadlineExceeded" || paused == (reason == "DeploymentPaused"))
        return;
    Json status = at(work.json, "status");
    if (paused)
        DeploymentStatus::setCondition(
            status, {"Progressing", "Unknown", "DeploymentPaused", "Deployment is paused"}, m_context.wallNow());
    else
        DeploymentStatus::setCondition(
            status, {"Progressing", "Unknown", "DeploymentResumed", "Deployment is resumed"}, m_context.wallNow());
    writeStatus(work, std::move(status));
}

//! The current set bears the highest revision, which is the Deployment's too: after an undo an old set is used again.
void DeploymentController::noteRevision(Work &work)
{
    const auto index = current(work);
    if (!index)
        return;
    Json &set = work.setJson[*index];
    const long long newest = Revision::newest(work.setJson, *index) + 1;
    if (const Json patch = Revision::patch(work.json, set, newest); !patch.is_null()) {
        const ObjectKey key{work.object->key.space, work.sets[*index].name};
        auto written = m_context.server.merge(m_context.types.replicaSets, key, patch, manager);
        if (!written) {
            work.failed = true;
            return;
        }
        set = (*written)->json();
    }
    setRevision(work, Revision::of(set));
    if (DeploymentStatus::deadline(work.json)
        && DeploymentStatus::condition(at(work.json, "status"), "Progressing").is_null()) {
        Json status = at(work.json, "status");
        DeploymentStatus::setCondition(status,
            {"Progressing", "True", "FoundNewReplicaSet", "Found new replica set \"" + work.sets[*index].name + "\""},
            m_context.wallNow());
        writeStatus(work, std::move(status));
    }
}

void DeploymentController::setRevision(Work &work, const std::string &revision)
{
    if (revision.empty() || Revision::of(work.json) == revision)
        return;
    // Not as a change of the object, which would count as a new generation.
    Json json = work.json;
    makeAt(json, "metadata/annotations")[std::string(Revision::revision)] = revision;
    auto written = m_context.server.updateStatus(m_context.types.deployments, std::move(json), manager);
    if (!written) {
        work.failed = true;
        return;
    }
    work.object = *written;
    work.json = work.object->json();
}

void DeploymentController::createSet(Work &work)
{
    const Json &wanted = at(work.json, "spec/template");
    const std::string hash = PodTemplate::hash(wanted, intAt(work.json, "status/collisionCount"));
    const long long size = Rolling::currentSize(work.bounds, work.sets, 0);
    const std::string revision = std::to_string(Revision::newest(work.setJson, std::nullopt) + 1);
    const std::string name = work.object->key.name + '-' + hash;
    Json set = Revision::replicaSet(*work.object, work.json, hash, size);
    Revision::annotate(set, work.json, revision, work.bounds.replicas, work.bounds.replicas + work.bounds.surge);
    auto created = m_context.server.create(m_context.types.replicaSets, std::move(set), manager);
    if (!created) {
        createFailed(work, name, created.status());
        return;
    }
    readSet(work, (*created)->json());
    work.sets.back().current = true;
    if (size > 0)
        m_context.events.normal(EventRecorder::About::of(*work.object), source, "ScalingReplicaSet",
            "Scaled up replica set " + name + " to " + std::to_string(size));
    setRevision(work, revision);
    if (!DeploymentStatus::deadline(work.json))
        return;
    Json status = at(work.json, "status");
    DeploymentStatus::setCondition(status,
        {"Progressing", "True", "NewReplicaSetCreated", "Created new replica set \"" + name + "\""},
        m_context.wallNow());
    writeStatus(work, std::move(status));
}

void DeploymentController::createFailed(Work &work, const std::string &name, const Status &refusal)
{
    Json status = at(work.json, "status");
    if (refusal.reason == "AlreadyExists") // somebody else's, or another template with the same hash
        makeAt(status, "collisionCount") = intAt(work.json, "status/collisionCount") + 1;
    else if (DeploymentStatus::deadline(work.json))
        DeploymentStatus::setCondition(status,
            {"Progressing", "False", "ReplicaSetCreateError",
                "Failed to create new replica set \"" + name + "\": " + refusal.message},
            m_context.wallNow());
    writeStatus(work, std::move(status));
    work.failed = true;
}

void DeploymentController::resize(Work &work, size_t index, long long replicas)
{
    RolloutSet &set = work.sets[index];
    const long long most = work.bounds.replicas + work.bounds.surge;
    if (set.wanted == replicas && set.annotatedDesired == work.bounds.replicas && set.annotatedMost == most)
        return;
    Json patch = {{"spec", {{"replicas", replicas}}}};
    Json &annotations = makeAt(patch, "metadata/annotations");
    annotations[std::string(Revision::desiredReplicas)] = std::to_string(work.bounds.replicas);
    annotations[std::string(Revision::mostReplicas)] = std::to_string(most);
    const ObjectKey key{work.object->key.space, set.name};
    auto written = m_context.server.merge(m_context.types.replicaSets, key, patch, manager);
    if (!written) {
        work.failed = true;
        return;
    }
    if (set.wanted != replicas)
        m_context.events.normal(EventRecorder::About::of(*work.object), source, "ScalingReplicaSet",
            std::string("Scaled ") + (set.wanted < replicas ? "up" : "down") + " replica set " + set.name + " to "
                + std::to_string(replicas));
    set.wanted = replicas;
    set.annotatedDesired = work.bounds.replicas;
    set.annotatedMost = most;
}

void DeploymentController::recreate(Work &work)
{
    bool shrunk = false;
    for (size_t i = 0; i < work.sets.size(); ++i) {
        if (work.sets[i].current || work.sets[i].wanted == 0)
            continue;
        resize(work, i, 0);
        shrunk = true;
    }
    if (!shrunk && !oldPodsThere(work)) {
        if (!current(work))
            createSet(work);
        if (const auto index = current(work))
            resize(work, *index, work.bounds.replicas);
        if (DeploymentStatus::complete(work.json, at(work.json, "status")))
            cleanUp(work);
    }
    writeRollout(work);
}

void DeploymentController::cleanUp(Work &work)
{
    const long long limit = intAt(work.json, "spec/revisionHistoryLimit", -1);
    if (limit < 0)
        return;
    for (const size_t i : Rolling::surplus(work.sets, limit)) {
        const Json &set = work.setJson[i];
        if (intAt(set, "metadata/generation") > intAt(set, "status/observedGeneration")
            || at(set, "metadata/deletionTimestamp").is_string())
            continue;
        m_context.retire(m_context.types.replicaSets, {work.object->key.space, work.sets[i].name},
            Uid::of(textAt(set, "metadata/uid")));
    }
}

void DeploymentController::writeRollout(Work &work)
{
    const int64_t now = m_context.wallNow();
    Json status = DeploymentStatus::counted(work.json, work.bounds, work.sets, now);
    const auto index = current(work);
    DeploymentStatus::judgeProgress(work.json, status, index ? work.sets[*index].name : std::string(), now);
    Revision::copyFailure(status, work.setJson, index);
    const auto deadline = DeploymentStatus::deadlineAt(work.json, status);
    writeStatus(work, std::move(status));
    if (deadline) // a second later, as times are written without fractions
        addAfter(work.uid, Context::Time(std::max<int64_t>(0, *deadline - now) + 1'000));
}

void DeploymentController::writeStatus(Work &work, Json status)
{
    if (status == at(work.json, "status") || work.failed)
        return;
    Json json = work.json;
    json["status"] = std::move(status);
    auto written = m_context.server.updateStatus(m_context.types.deployments, std::move(json), manager);
    if (!written) {
        work.failed = true; // somebody changed it in between
        return;
    }
    work.object = *written;
    work.json = work.object->json();
}

} // namespace Sandbox
