// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/core/random.h"
#include "backends/sandbox/api/apiserver.h"
#include "backends/sandbox/controllers/eventrecorder.h"
#include "backends/sandbox/controllers/ownership.h"
#include "backends/sandbox/controllers/pace.h"
#include "backends/sandbox/controllers/podtable.h"
#include "backends/sandbox/controllers/workqueue.h"

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>

namespace Sandbox {

//! The kinds of object that controllers deal with.
struct Types
{
    const ResourceType &configMaps = *findResource("", "v1", "configmaps");
    const ResourceType &endpoints = *findResource("", "v1", "endpoints");
    const ResourceType &events = *findResource("", "v1", "events");
    const ResourceType &namespaces = *findResource("", "v1", "namespaces");
    const ResourceType &nodes = *findResource("", "v1", "nodes");
    const ResourceType &pods = *findResource("", "v1", "pods");
    const ResourceType &quotas = *findResource("", "v1", "resourcequotas");
    const ResourceType &secrets = *findResource("", "v1", "secrets");
    const ResourceType &serviceAccounts = *findResource("", "v1", "serviceaccounts");
    const ResourceType &services = *findResource("", "v1", "services");
    const ResourceType &deployments = *findResource("apps", "v1", "deployments");
    const ResourceType &replicaSets = *findResource("apps", "v1", "replicasets");
    const ResourceType &leases = *findResource("coordination.k8s.io", "v1", "leases");
};

//! What the controllers of one cluster share. Belongs to their thread.
class Context
{
public:
    using Time = WorkQueue::Time;

    Context(ApiServer &api, const Clock &time, RandomSource &chance, Pace speed);

    ApiServer &server;
    const Clock &clock;
    RandomSource &random;
    Pace pace;
    const Types types;
    Ownership ownership;
    PodTable pods;
    EventRecorder events;

    [[nodiscard]] Time now() const { return clock.elapsed(); }
    //! ms since 1970.
    [[nodiscard]] int64_t wallNow() const { return clock.now().toMSecsSinceEpoch(); }
    [[nodiscard]] std::string stamp() const;
    [[nodiscard]] Time drawn(Pace::Range range);
    //! Below \a count.
    [[nodiscard]] size_t chosen(size_t count);

    //! Reads, changes and writes what is there under one lock, so that nobody comes in between; for what the server
    //! lets nobody write (a pod's node, its removal) and for kubelets, which write too often for anything else. Null
    //! when it is not there any more, as \a uid, or \a change says false.
    ObjectPtr rewrite(
        const ResourceType &type, const ObjectKey &key, const Uid &uid, const std::function<bool(Json &)> &change);
    //! As a DELETE without options: a pod with a node gets its grace period, what has finalizers a deletionTimestamp,
    //! all else goes at once. With \a foreground its dependents go first. False when it was not there.
    bool retire(const ResourceType &type, const ObjectKey &key, const Uid &uid, bool foreground = false);
    //! Takes it out at once, unless it has finalizers.
    void purge(const ResourceType &type, const ObjectKey &key, const Uid &uid);
};

//! What became of one object, as controllers hear of it.
class Notice
{
public:
    Notice(Change::Kind what, ObjectPtr which, Uid id) : kind(what), object(std::move(which)), uid(id) { }

    Change::Kind kind;
    ObjectPtr object; //!< for Deleted: its last state
    Uid uid;
    Uid controller; //!< the owner that controls it; null without

    [[nodiscard]] bool is(const ResourceType &type) const { return object->type == &type; }
    [[nodiscard]] bool deleted() const { return kind == Change::Kind::Deleted; }
    //! Read when it is asked for.
    [[nodiscard]] const Json &json() const
    {
        if (m_json.is_null())
            m_json = object->json();
        return m_json;
    }

private:
    mutable Json m_json;
};

//! One of the loops that make what is what it should be.
class Controller
{
public:
    explicit Controller(Context &context) : m_context(context) { }
    virtual ~Controller() = default;

    //! Decides whether there is something to look at; the indexes know of it already, unless it was deleted.
    virtual void noticed(const Notice &notice) = 0;
    //! Looks at one object of its queue.
    virtual void sync(const Uid &uid) = 0;

    WorkQueue queue;

protected:
    Context &m_context;

    //! Later each time, until it succeeded.
    void retry(const Uid &uid);
    void succeeded(const Uid &uid) { m_failures.erase(uid); }
    //! Now, as soon as it is its turn.
    void add(const Uid &uid) { queue.add(uid, m_context.now()); }
    void addAfter(const Uid &uid, Context::Time delay) { queue.add(uid, m_context.now() + delay); }

private:
    std::unordered_map<Uid, int> m_failures;
};

} // namespace Sandbox
