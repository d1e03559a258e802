// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/context.h"

#include "backends/sandbox/controllers/timestamp.h"

#include <algorithm>

namespace Sandbox {

namespace {

bool hasFinalizers(const Json &json)
{
    const Json &finalizers = at(json, "metadata/finalizers");
    return finalizers.is_array() && !finalizers.empty();
}

} // namespace

Context::Context(ApiServer &api, const Clock &time, RandomSource &chance, Pace speed)
    : server(api), clock(time), random(chance), pace(speed), events(api, time)
{
}

std::string Context::stamp() const
{
    return Timestamp::text(wallNow());
}

Context::Time Context::drawn(Pace::Range range)
{
    const auto span = static_cast<double>((range.most - range.least).count());
    return range.least + Time(static_cast<Time::rep>(span * random.uniform()));
}

size_t Context::chosen(size_t count)
{
    return count == 0 ? 0 : std::min(count - 1, static_cast<size_t>(random.uniform() * static_cast<double>(count)));
}

ObjectPtr Context::rewrite(
    const ResourceType &type, const ObjectKey &key, const Uid &uid, const std::function<bool(Json &)> &change)
{
    ObjectPtr written;
    server.locked([&](Store &store) {
        const ObjectPtr object = store.find(type, key);
        if (!object || Uid::of(object->uid) != uid)
            return;
        Json json = object->json();
        if (change(json))
            written = store.put(type, std::move(json));
    });
    return written;
}

bool Context::retire(const ResourceType &type, const ObjectKey &key, const Uid &uid, bool foreground)
{
    bool found = false;
    server.locked([&](Store &store) {
        const ObjectPtr object = store.find(type, key);
        found = object && Uid::of(object->uid) == uid;
        if (!found)
            return;
        Json json = object->json();
        if (at(json, "metadata/deletionTimestamp").is_string())
            return;
        const bool graceful = &type == &types.pods && !textAt(json, "spec/nodeName").empty();
        const long long grace = graceful ? std::max(0LL, intAt(json, "spec/terminationGracePeriodSeconds", 30)) : 0;
        if (foreground) {
            Json &finalizers = makeAt(json, "metadata/finalizers");
            if (!finalizers.is_array())
                finalizers = Json::array();
            finalizers.push_back(foregroundFinalizer);
        }
        if (!graceful && !hasFinalizers(json)) {
            store.remove(type, key);
            return;
        }
        makeAt(json, "metadata/deletionTimestamp") = Timestamp::text(wallNow() + grace * 1000);
        makeAt(json, "metadata/deletionGracePeriodSeconds") = grace;
        if (const long long generation = intAt(json, "metadata/generation"); generation > 0)
            makeAt(json, "metadata/generation") = generation + 1;
        store.put(type, std::move(json));
    });
    return found;
}

void Context::purge(const ResourceType &type, const ObjectKey &key, const Uid &uid)
{
    server.locked([&](Store &store) {
        const ObjectPtr object = store.find(type, key);
        if (!object || Uid::of(object->uid) != uid)
            return;
        Json json = object->json();
        if (!hasFinalizers(json)) {
            store.remove(type, key);
        } else if (intAt(json, "metadata/deletionGracePeriodSeconds") != 0) {
            makeAt(json, "metadata/deletionGracePeriodSeconds") = 0; // whoever takes the last finalizer off ends it
            store.put(type, std::move(json));
        }
    });
}

void Controller::retry(const Uid &uid)
{
    constexpr int doublings = 24;
    const int failures = std::min(m_failures[uid]++, doublings);
    const Context::Time delay(5LL << failures); // workqueue.DefaultControllerRateLimiter
    addAfter(uid, std::min(delay, m_context.pace.lastRetry));
}

} // namespace Sandbox
