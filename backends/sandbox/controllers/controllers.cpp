// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/controllers.h"

#include "backends/sandbox/controllers/context.h"
#include "backends/sandbox/controllers/deploymentcontroller.h"
#include "backends/sandbox/controllers/endpointscontroller.h"
#include "backends/sandbox/controllers/eventkeeper.h"
#include "backends/sandbox/controllers/garbagecollector.h"
#include "backends/sandbox/controllers/kubelet.h"
#include "backends/sandbox/controllers/namespacecontroller.h"
#include "backends/sandbox/controllers/nodecontroller.h"
#include "backends/sandbox/controllers/notes.h"
#include "backends/sandbox/controllers/quotacontroller.h"
#include "backends/sandbox/controllers/replicasetcontroller.h"

#include <QMetaObject>
#include <QObject>

#include <algorithm>
#include <array>
#include <atomic>
#include <optional>
#include <utility>

namespace Sandbox {

struct Controllers::State
{
    State(ApiServer &server, const Clock &clock, RandomSource &random, Pace pace)
        : context(server, clock, random, pace), notes([this] { wake(); })
    {
    }

    Context context;
    EventKeeper events{context};
    NamespaceController namespaces{context};
    GarbageCollector garbage{context};
    DeploymentController deployments{context};
    ReplicaSetController replicaSets{context};
    Kubelet kubelet{context};
    NodeController nodes{context};
    EndpointsController endpoints{context};
    QuotaController quotas{context};
    //! ReplicaSets before Deployments: what is to go goes before anybody asks for more in its place, so that there are
    //! never more pods than a Deployment allows, not even for a moment.
    std::array<Controller *, 9> all{
        &events, &namespaces, &garbage, &replicaSets, &deployments, &kubelet, &nodes, &endpoints, &quotas};

    QObject loop; //!< what other threads wake
    Notes notes;
    std::unique_ptr<Alarm> alarm;
    int subscription = 0;
    bool running = false;

    std::atomic<bool> woken = false;

    void wake()
    {
        if (woken.exchange(true))
            return; // the loop has not come to it yet
        QMetaObject::invokeMethod(
            &loop,
            [this] {
                woken = false;
                run();
            },
            Qt::QueuedConnection);
    }
    void run();
    bool hear();
    bool work();
    void tell(Notice &notice);
    void index(const Notice &notice);
    void setAlarm();
    void meetAll();
};

void Controllers::State::run()
{
    if (running)
        return;
    running = true;
    while (hear() || work()) { }
    running = false;
    setAlarm();
}

//! Whether there was anything new.
bool Controllers::State::hear()
{
    std::vector<Notice> news = notes.take();
    for (Notice &notice : news) {
        Notice one = std::move(notice); // what was read of it goes with it: all of a large fleet would be too much
        tell(one);
    }
    return !news.empty();
}

void Controllers::State::tell(Notice &notice)
{
    if (!notice.deleted())
        index(notice);
    const Ownership::Entry *entry = context.ownership.find(notice.uid);
    if (entry)
        notice.controller = entry->controller;
    for (Controller *controller : all)
        controller->noticed(notice);
    if (notice.deleted()) {
        context.ownership.remove(notice.uid);
        context.pods.remove(notice.uid);
    }
}

void Controllers::State::index(const Notice &notice)
{
    if (notice.is(context.types.events))
        return;
    if (notice.is(context.types.pods)) {
        const Pod *pod = context.pods.find(notice.uid);
        if (pod && pod->version == notice.object->version)
            return; // the kubelet wrote it and knows; that spares reading most pods most of the time
        context.pods.update(notice.uid, *notice.object, notice.json());
    }
    context.ownership.update(notice.uid, *notice.object, notice.json());
    if (notice.is(context.types.pods))
        context.pods.find(notice.uid)->controller = context.ownership.find(notice.uid)->controller;
}

//! Whether anything was due. What one controller does is heard before any looks at the same object again.
bool Controllers::State::work()
{
    bool worked = false;
    const Context::Time now = context.now();
    for (Controller *controller : all) {
        size_t most = controller->queue.size();
        for (; most > 0; --most) {
            const auto uid = controller->queue.take(now);
            if (!uid)
                break;
            controller->sync(*uid);
            worked = true;
        }
    }
    return worked;
}

void Controllers::State::setAlarm()
{
    std::optional<Context::Time> next;
    for (const Controller *controller : all) {
        if (const auto due = controller->queue.next())
            next = next ? std::min(*next, *due) : *due;
    }
    alarm.reset();
    if (next)
        alarm = context.clock.after(std::max(Context::Time(0), *next - context.now()), [this] { run(); });
}

//! What is there already is heard of as if it had just come; owners before what they own.
void Controllers::State::meetAll()
{
    context.server.locked([this](Store &store) {
        const Types &types = context.types;
        std::vector<const ResourceType *> order{
            &types.nodes, &types.namespaces, &types.deployments, &types.replicaSets};
        for (const ResourceType &type : resourceTypes()) {
            if (type.stored && std::ranges::find(order, &type) == order.end())
                order.push_back(&type);
        }
        for (const ResourceType *type : order) {
            for (const ObjectPtr &object : store.list(*type))
                notes.add({Change::Kind::Added, object, nullptr});
        }
    });
}

Controllers::Controllers(ApiServer &server, const Clock &clock, RandomSource &random, Pace pace)
    : m_state(std::make_unique<State>(server, clock, random, pace))
{
    m_state->subscription
        = server.subscribe([state = m_state.get()](const Change &change) { state->notes.add(change); });
    m_state->meetAll();
}

Controllers::~Controllers()
{
    m_state->context.server.unsubscribe(m_state->subscription);
}

void Controllers::setAuthority(const std::string &certificate)
{
    m_state->namespaces.setAuthority(certificate);
    m_state->wake();
}

void Controllers::setPace(const Pace &pace)
{
    m_state->context.pace = pace;
}

void Controllers::run()
{
    m_state->run();
}

void Controllers::settle()
{
    const Pace usual = std::exchange(m_state->context.pace, Pace::instant());
    m_state->run();
    m_state->context.pace = usual;
}

size_t Controllers::pending() const
{
    size_t count = m_state->notes.size();
    for (const Controller *controller : m_state->all)
        count += controller->queue.size();
    return count;
}

} // namespace Sandbox
