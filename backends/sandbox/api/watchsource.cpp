// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/watchsource.h"

#include <algorithm>
#include <cstring>

namespace Sandbox {

namespace {

//! A reader that is further behind than this is cut off, as the real server does; it lists and watches anew.
constexpr size_t maxWaiting = 100'000;
//! apiserver, storage/cacher: bookmarkFrequency.
constexpr std::chrono::milliseconds bookmarkEvery{60'000};

} // namespace

WatchSource::WatchSource(Wish wish) : m_wish(std::move(wish))
{
}

void WatchSource::setWake(std::function<void()> wake)
{
    const std::lock_guard lock(m_mutex);
    m_wake = std::move(wake);
}

BodySource::State WatchSource::read(char *into, size_t size, size_t &count)
{
    count = 0;
    while (count < size) {
        if (m_at == m_piece.size()) {
            Event next;
            {
                const std::lock_guard lock(m_mutex);
                if (m_events.empty())
                    return count > 0 ? State::Ready : m_ended ? State::End : State::Later;
                next = std::move(m_events.front());
                m_events.pop_front();
            }
            m_piece = line(next);
            m_at = 0;
        }
        const size_t length = std::min(size - count, m_piece.size() - m_at);
        std::memcpy(into + count, m_piece.data() + m_at, length);
        m_at += length;
        count += length;
    }
    return State::Ready;
}

bool WatchSource::matches(const Object &object) const
{
    return (m_wish.space.empty() || object.key.space == m_wish.space) && m_wish.selection.matches(object);
}

void WatchSource::present(const ObjectPtr &object, long long now)
{
    if (matches(*object))
        add({Event::Kind::Added, object, object->version, {}, now});
}

void WatchSource::changed(const Change &change, long long now)
{
    if (change.object->type != m_wish.type || change.object->version <= m_wish.after)
        return;
    const bool was = change.before && matches(*change.before);
    const bool is = change.kind != Change::Kind::Deleted && matches(*change.object);
    const uint64_t version = change.object->version;
    if (is)
        add({was ? Event::Kind::Modified : Event::Kind::Added, change.object, version, {}, now});
    else if (was) // what left the selection is shown as it was while it was in it
        add({Event::Kind::Deleted, change.kind == Change::Kind::Deleted ? change.object : change.before, version, {},
            now});
}

void WatchSource::bookmark(uint64_t version)
{
    if (m_wish.bookmarks && version >= m_wish.after)
        add({Event::Kind::Bookmark, nullptr, version, {}, 0});
}

void WatchSource::refuse(const Status &status)
{
    add({Event::Kind::Error, nullptr, 0, toText(status.toJson()), 0});
    end();
}

void WatchSource::end()
{
    std::function<void()> wake;
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        wake = m_wake;
    }
    // Without the lock, which whoever is woken takes while holding locks of its own.
    if (wake)
        wake();
}

void WatchSource::add(Event event)
{
    std::function<void()> wake;
    {
        const std::lock_guard lock(m_mutex);
        if (m_ended)
            return;
        if (m_events.size() == maxWaiting) {
            m_events.clear();
            m_ended = true;
        } else {
            m_events.push_back(std::move(event));
        }
        wake = m_wake;
    }
    if (wake)
        wake();
}

std::string WatchSource::bookmarkObject(uint64_t version) const
{
    const ResourceType &type = *m_wish.type;
    Json object{{"kind", type.kind}, {"apiVersion", type.apiVersion()},
        {"metadata", {{"resourceVersion", std::to_string(version)}, {"creationTimestamp", nullptr}}}};
    return toText(object);
}

std::string WatchSource::line(const Event &event)
{
    switch (event.kind) {
    case Event::Kind::Bookmark:
        return "{\"type\":\"BOOKMARK\",\"object\":" + bookmarkObject(event.version) + "}\n";
    case Event::Kind::Error:
        return "{\"type\":\"ERROR\",\"object\":" + event.text + "}\n";
    case Event::Kind::Added:
    case Event::Kind::Modified:
    case Event::Kind::Deleted:
        break;
    }
    const char *type = event.kind == Event::Kind::Added ? "ADDED"
        : event.kind == Event::Kind::Modified           ? "MODIFIED"
                                                        : "DELETED";
    const bool current = event.object->version == event.version;
    const ObjectPtr object
        = current ? event.object : makeObject(*event.object->type, event.object->json(), event.version);
    Format format = m_wish.format;
    format.now = event.now;
    const std::string text = formatted(*object, format, std::exchange(m_first, false));
    return std::string("{\"type\":\"") + type + "\",\"object\":" + text + "}\n";
}

void WatchHub::add(const std::shared_ptr<WatchSource> &watch)
{
    m_watches.push_back({watch});
}

void WatchHub::changed(const Change &change, long long now)
{
    bool lost = false;
    for (const Entry &entry : m_watches) {
        const auto watch = entry.watch.lock();
        lost = lost || !watch;
        if (watch)
            watch->changed(change, now);
    }
    if (lost)
        std::erase_if(m_watches, [](const Entry &entry) { return entry.watch.expired(); });
}

void WatchHub::tick(std::chrono::milliseconds now, uint64_t version)
{
    for (Entry &entry : m_watches) {
        const auto watch = entry.watch.lock();
        if (!watch)
            continue;
        if (entry.nextBookmark.count() < 0)
            entry.nextBookmark = now + bookmarkEvery;
        const bool over = now >= watch->wish().deadline;
        if (over || now >= entry.nextBookmark) {
            watch->bookmark(version);
            entry.nextBookmark = now + bookmarkEvery;
        }
        if (over) {
            watch->end();
            entry.watch.reset();
        }
    }
    std::erase_if(m_watches, [](const Entry &entry) { return entry.watch.expired(); });
}

std::chrono::milliseconds WatchHub::nextDeadline() const
{
    auto next = std::chrono::milliseconds::max();
    for (const Entry &entry : m_watches) {
        if (const auto watch = entry.watch.lock())
            next = std::min(next, watch->wish().deadline);
    }
    return next;
}

void WatchHub::endAll()
{
    for (const Entry &entry : m_watches) {
        if (const auto watch = entry.watch.lock())
            watch->end();
    }
    m_watches.clear();
}

} // namespace Sandbox
