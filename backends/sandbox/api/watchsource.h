// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/format.h"
#include "backends/sandbox/api/request.h"
#include "backends/sandbox/api/selection.h"

#include <chrono>
#include <deque>
#include <mutex>

namespace Sandbox {

//! The events of one watch, queued by those who write and told to the one who reads.
class WatchSource final : public BodySource
{
public:
    struct Wish
    {
        const ResourceType *type = nullptr;
        std::string space; //!< empty for all
        Selection selection;
        Format format;
        uint64_t after = 0; //!< the events behind this version
        bool bookmarks = false;
        std::chrono::milliseconds deadline{0}; //!< by Clock::elapsed()
    };

    explicit WatchSource(Wish wish);

    State read(char *into, size_t size, size_t &count) override;
    void setWake(std::function<void()> wake) override;

    [[nodiscard]] const Wish &wish() const { return m_wish; }

    // By the server, under its lock.
    //! An object that is there before anything happens.
    void present(const ObjectPtr &object, long long now);
    //! \a now: seconds since 1970.
    void changed(const Change &change, long long now);
    //! All events up to \a version were told.
    void bookmark(uint64_t version);
    //! An event of type ERROR, and the end.
    void refuse(const Status &status);
    void end();

private:
    struct Event
    {
        enum class Kind { Added, Modified, Deleted, Bookmark, Error };
        Kind kind = Kind::Added;
        ObjectPtr object;
        uint64_t version = 0; //!< the object's in this event
        std::string text; //!< of an error
        long long now = 0; //!< when it was queued
    };

    const Wish m_wish;
    std::mutex m_mutex;
    std::deque<Event> m_events;
    std::function<void()> m_wake;
    bool m_ended = false;
    std::string m_piece;
    size_t m_at = 0;
    bool m_first = true; //!< a table names its columns only once

    void add(Event event);
    [[nodiscard]] bool matches(const Object &object) const;
    [[nodiscard]] std::string line(const Event &event);
    [[nodiscard]] std::string bookmarkObject(uint64_t version) const;
};

//! All watches of a server; under its lock.
class WatchHub
{
public:
    void add(const std::shared_ptr<WatchSource> &watch);
    void changed(const Change &change, long long now);
    //! Ends what is over its time and sends bookmarks; once a second and at nextDeadline().
    void tick(std::chrono::milliseconds now, uint64_t version);
    //! When the first watch is over; whoever proves something by watches that end counts on the moment.
    [[nodiscard]] std::chrono::milliseconds nextDeadline() const;
    void endAll();

private:
    struct Entry
    {
        std::weak_ptr<WatchSource> watch;
        std::chrono::milliseconds nextBookmark{-1};
    };
    std::vector<Entry> m_watches;
};

} // namespace Sandbox
