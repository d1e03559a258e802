// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/apiserver.h"

#include "backends/sandbox/api/call.h"
#include "backends/sandbox/api/patch.h"

#include <algorithm>

namespace Sandbox {

ServerState::ServerState(ApiServer::Settings settings, const Clock &clock, RandomSource &random)
    : core(std::move(settings.clusterName), settings.history, clock, random)
{
}

void ApiServer::State::rearm()
{
    std::chrono::milliseconds wait = std::chrono::seconds(1);
    {
        const std::lock_guard lock(core.mutex);
        wait = std::clamp(watches.nextDeadline() - core.clock.elapsed(), std::chrono::milliseconds(1), wait);
    }
    tick = core.clock.after(wait, [this] {
        {
            const std::lock_guard lock(core.mutex);
            watches.tick(core.clock.elapsed(), core.store.version());
        }
        rearm();
    });
}

ApiServer::ApiServer(Settings settings, const Clock &clock, RandomSource &random)
    : m_state(std::make_unique<State>(std::move(settings), clock, random))
{
    State *state = m_state.get();
    state->core.store.subscribe([state](const Change &change) { state->watches.changed(change, state->core.epoch()); });
    state->rearm();
}

ApiServer::~ApiServer()
{
    const std::lock_guard lock(m_state->core.mutex);
    m_state->watches.endAll();
}

Answer ApiServer::handle(const Request &request)
{
    return Call(*m_state, request).answer();
}

void ApiServer::setToken(const std::string &token, User user)
{
    const std::lock_guard lock(m_state->core.mutex);
    m_state->tokens.insert_or_assign(token, std::move(user));
}

void ApiServer::revokeToken(const std::string &token)
{
    const std::lock_guard lock(m_state->core.mutex);
    m_state->tokens.erase(token);
}

void ApiServer::locked(const std::function<void(Store &)> &action)
{
    const std::lock_guard lock(m_state->core.mutex);
    action(m_state->core.store);
}

Outcome<ObjectPtr> ApiServer::create(const ResourceType &type, Json object, const std::string &manager)
{
    const std::lock_guard lock(m_state->core.mutex);
    return Writer(m_state->core, type, {manager}).create(std::move(object));
}

Outcome<ObjectPtr> ApiServer::update(const ResourceType &type, Json object, const std::string &manager)
{
    const std::lock_guard lock(m_state->core.mutex);
    return Writer(m_state->core, type, {manager}).update(std::move(object));
}

Outcome<ObjectPtr> ApiServer::updateStatus(const ResourceType &type, Json object, const std::string &manager)
{
    const std::lock_guard lock(m_state->core.mutex);
    return Writer(m_state->core, type, {manager}).update(std::move(object), "status");
}

Outcome<ObjectPtr> ApiServer::merge(
    const ResourceType &type, const ObjectKey &key, const Json &patch, const std::string &manager)
{
    const std::lock_guard lock(m_state->core.mutex);
    return Writer(m_state->core, type, {manager}).change(key, [&patch](const Json &json) -> Outcome<Json> {
        return Patch::merge(json, patch);
    });
}

Outcome<ObjectPtr> ApiServer::remove(const ResourceType &type, const ObjectKey &key)
{
    const std::lock_guard lock(m_state->core.mutex);
    Deletion deletion;
    deletion.graceSeconds = 0;
    const Outcome<Removal> removal = Writer(m_state->core, type, {}).remove(key, deletion);
    if (!removal)
        return removal.status();
    return removal->object;
}

ObjectPtr ApiServer::find(const ResourceType &type, const ObjectKey &key) const
{
    const std::lock_guard lock(m_state->core.mutex);
    return m_state->core.store.find(type, key);
}

std::vector<ObjectPtr> ApiServer::list(const ResourceType &type, const std::string &space) const
{
    const std::lock_guard lock(m_state->core.mutex);
    return m_state->core.store.list(type, space);
}

std::vector<AuditEntry> ApiServer::audit() const
{
    const std::lock_guard lock(m_state->core.mutex);
    return {m_state->audit.begin(), m_state->audit.end()};
}

int ApiServer::subscribe(Store::Listener listener)
{
    const std::lock_guard lock(m_state->core.mutex);
    return m_state->core.store.subscribe(std::move(listener));
}

void ApiServer::unsubscribe(int id)
{
    const std::lock_guard lock(m_state->core.mutex);
    m_state->core.store.unsubscribe(id);
}

} // namespace Sandbox
