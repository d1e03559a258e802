// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/http/backoff.h"
#include "backends/http/linereader.h"
#include "backends/http/transport.h"

#include <QString>

#include <functional>
#include <optional>

namespace Kubernetes {

//! Where a reflector puts what it reads: decodes and keeps, knows nothing of connections.
class ReflectorStore
{
public:
    struct PageInfo
    {
        QString resourceVersion;
        QString continueToken;
    };

    virtual ~ReflectorStore() = default;
    //! One page of a list, kept aside until listed().
    virtual Result<PageInfo> addPage(QByteArrayView body) = 0;
    //! The pages kept aside are the whole truth now.
    virtual void listed() = 0;
    //! The pages kept aside are worth nothing.
    virtual void listAborted() = 0;
    //! One line of a watch; the resourceVersion to resume from.
    virtual Result<QString> applyEvent(QByteArrayView line) = 0;
};

//! Keeps a store in step with one collection of the API server: lists it in pages, watches from the listed
//! resourceVersion, resumes a watch that ends, lists again when the server has forgotten that version, and waits longer
//! after each failure. The rules are those of client-go's reflector, but lists are always "most recent" (no
//! resourceVersion), because data must not go back in time. Lives in its transport's thread.
class Reflector
{
public:
    enum class Phase {
        Stopped, //!< not started yet; to stop one, destroy it
        Listing, //!< also the first time: nothing is known yet unless synced()
        Opening, //!< a watch, not yet answered
        Watching,
        Waiting, //!< for the next attempt, after error()
    };

    //! \a path is the collection, e.g. /api/v1/pods. \a changed is called after phase, error or synced has changed. All
    //! references must outlive this.
    Reflector(Http::Transport &transport, const Clock &clock, RandomSource &random, QString path, ReflectorStore &store,
        std::function<void()> changed);
    ~Reflector();

    void start();
    //! Ends a wait now and forgets how often it failed: somebody knows that the server is back.
    void retryNow();

    [[nodiscard]] Phase phase() const { return m_phase; }
    //! Why it waits; none while things go well.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    //! A complete list has been read at least once.
    [[nodiscard]] bool synced() const { return m_synced; }

private:
    static constexpr int pageSize = 500; // as kubectl
    //! Bookmarks come about once a minute; after two that did not come, the watch is taken for dead and opened again.
    static constexpr std::chrono::seconds watchSilence{150};
    //! Refusals do not go away by asking often.
    static constexpr std::chrono::seconds forbiddenWait{60};
    static constexpr std::chrono::milliseconds shortWatch{1000};
    //! A version that is forgotten so soon after it was listed will be again: no list at once then.
    static constexpr std::chrono::seconds soonGone{5};

    Http::Transport &m_transport;
    const Clock &m_clock;
    RandomSource &m_random;
    QString m_path;
    ReflectorStore &m_store;
    std::function<void()> m_changed;

    Phase m_phase = Phase::Stopped;
    std::optional<Error> m_error;
    bool m_synced = false;
    bool m_unpaged = false; // after a continue token expired
    QString m_resourceVersion;
    Http::Backoff m_backoff;
    Http::LineReader m_lines;
    std::unique_ptr<Http::Call> m_call;
    std::unique_ptr<Alarm> m_alarm;
    std::chrono::milliseconds m_listedAt{0};
    std::chrono::milliseconds m_openedAt{0};
    bool m_heard = false; // anything on this watch

    void list(const QString &continueToken);
    void takePage(Result<Http::Response> answer);
    void watch();
    void takeBytes(QByteArrayView bytes);
    void watchEnded(const std::optional<Error> &error);
    void watchDead();
    void armWatchSilence();
    //! After \a error: wait, then list or watch.
    void waitToList(const Error &error);
    void waitToWatch(const Error &error);
    void waitFor(const Error &error, std::function<void()> next);
    void setPhase(Phase phase, std::optional<Error> error = {});
};

} // namespace Kubernetes
