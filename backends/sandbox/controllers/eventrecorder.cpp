// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/eventrecorder.h"

#include "backends/core/clock.h"
#include "backends/sandbox/controllers/hash.h"
#include "backends/sandbox/controllers/timestamp.h"

#include <array>
#include <charconv>

namespace Sandbox {

namespace {

constexpr size_t similarMost = 10; // events_cache.go: defaultAggregateMaxEvents
constexpr int64_t similarInterval = 600'000; // defaultAggregateIntervalInSeconds
constexpr size_t rememberMost = 4'096; // maxLruCacheEntries

std::string hex(uint64_t value)
{
    std::array<char, 16> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, 16).ptr;
    return {text.data(), end};
}

} // namespace

EventRecorder::About EventRecorder::About::of(const Object &object, std::string fieldPath)
{
    return {object.type->apiVersion(), std::string(object.type->kind), object.key, object.uid,
        std::to_string(object.version), std::move(fieldPath)};
}

EventRecorder::EventRecorder(ApiServer &server, const Clock &clock)
    : m_server(server), m_clock(clock), m_type(*findResource("", "v1", "events"))
{
}

void EventRecorder::normal(
    const About &about, const Source &source, std::string_view reason, const std::string &message)
{
    record(about, source, "Normal", reason, message);
}

void EventRecorder::warning(
    const About &about, const Source &source, std::string_view reason, const std::string &message)
{
    record(about, source, "Warning", reason, message);
}

void EventRecorder::scheduled(const About &about, const std::string &message)
{
    const int64_t now = m_clock.now().toMSecsSinceEpoch();
    Json event = skeleton(about, "Normal", "Scheduled", message, now);
    event["action"] = "Binding";
    event["eventTime"] = Timestamp::microText(now);
    event["firstTimestamp"] = nullptr;
    event["lastTimestamp"] = nullptr;
    event["reportingComponent"] = "default-scheduler";
    event["reportingInstance"] = "default-scheduler-0";
    event["source"] = Json::object();
    (void)m_server.create(m_type, std::move(event), "kube-scheduler");
}

Json EventRecorder::skeleton(
    const About &about, std::string_view type, std::string_view reason, const std::string &message, int64_t now)
{
    // In a namespace of its own an object's Events are there too; what is in none has them in the default one.
    const std::string space = about.key.space.empty() ? "default" : about.key.space;
    Json involved = {{"apiVersion", about.apiVersion}, {"kind", about.kind}, {"name", about.key.name},
        {"uid", about.uid}, {"resourceVersion", about.version}};
    if (!about.key.space.empty())
        involved["namespace"] = about.key.space;
    if (!about.fieldPath.empty())
        involved["fieldPath"] = about.fieldPath;
    const uint64_t nanoseconds = static_cast<uint64_t>(now) * 1'000'000U + ++m_serial % 1'000'000U;
    return {{"apiVersion", "v1"}, {"kind", "Event"},
        {"metadata", {{"namespace", space}, {"name", about.key.name + '.' + hex(nanoseconds)}}},
        {"involvedObject", std::move(involved)}, {"type", type}, {"reason", reason}, {"message", message}};
}

void EventRecorder::record(
    const About &about, const Source &source, std::string_view type, std::string_view reason, std::string message)
{
    const int64_t now = m_clock.now().toMSecsSinceEpoch();
    std::string similar(source.component);
    for (const std::string_view part : {std::string_view(source.host), std::string_view(about.kind),
             std::string_view(about.key.space), std::string_view(about.key.name), std::string_view(about.uid),
             std::string_view(about.fieldPath), type, reason})
        similar.append("\n").append(part);
    const uint64_t similarKey = fnv64(similar);
    uint64_t key = fnv64(similar.append("\n").append(message));
    if (combine(similarKey, key, now)) {
        key = similarKey;
        message.insert(0, "(combined from similar events): ");
    }
    Told &told = m_told[key];
    told.last = now;
    if (told.count > 0) {
        const Json patch = {{"count", told.count + 1}, {"lastTimestamp", Timestamp::text(now)}, {"message", message}};
        if (m_server.merge(m_type, told.event, patch, std::string(source.component)).ok()) {
            ++told.count;
            return;
        }
    }
    Json event = skeleton(about, type, reason, message, now);
    told = {{textAt(event, "metadata/namespace"), textAt(event, "metadata/name")}, told.count + 1, now};
    event["count"] = told.count;
    event["eventTime"] = nullptr;
    event["firstTimestamp"] = Timestamp::text(now);
    event["lastTimestamp"] = Timestamp::text(now);
    event["reportingComponent"] = "";
    event["reportingInstance"] = "";
    event["source"] = {{"component", source.component}};
    if (!source.host.empty())
        event["source"]["host"] = source.host;
    if (!m_server.create(m_type, std::move(event), std::string(source.component)).ok())
        m_told.erase(key);
    forget(now);
}

bool EventRecorder::combine(uint64_t similarKey, uint64_t messageKey, int64_t now)
{
    Similar &similar = m_similar[similarKey];
    if (now - similar.last > similarInterval)
        similar.messages.clear();
    similar.last = now;
    similar.messages.insert(messageKey);
    if (similar.messages.size() < similarMost)
        return false;
    similar.messages.erase(similar.messages.begin());
    return true;
}

void EventRecorder::forget(int64_t now)
{
    if (m_told.size() <= rememberMost && m_similar.size() <= rememberMost)
        return;
    const auto old = [now](const auto &entry) { return now - entry.second.last > similarInterval; };
    std::erase_if(m_told, old);
    std::erase_if(m_similar, old);
    if (m_told.size() > rememberMost)
        m_told.clear();
    if (m_similar.size() > rememberMost)
        m_similar.clear();
}

} // namespace Sandbox
