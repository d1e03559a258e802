// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/http/backoff.h"
#include "backends/http/transport.h"

#include <QByteArrayView>
#include <QString>

#include <functional>
#include <optional>

namespace Kubernetes {

class Turns;

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
    //! The forms that are understood, the cheapest first, as in Accept.
    [[nodiscard]] virtual QByteArray accept(bool watching) const = 0;
    //! One page of a list, as its bytes arrive; kept aside until listed().
    virtual void beginPage() = 0;
    virtual Result<void> pageBytes(QByteArrayView bytes) = 0;
    virtual Result<PageInfo> endPage() = 0;
    //! The pages kept aside are the whole truth now.
    virtual void listed() = 0;
    //! The pages kept aside are worth nothing.
    virtual void listAborted() = 0;
    //! What has been read lately may be garbled: of the next list everything counts as changed.
    virtual void distrust() = 0;
    //! One watch, as its bytes arrive; the resourceVersion to resume from, empty when none came.
    virtual void beginWatch() = 0;
    virtual Result<QString> watchBytes(QByteArrayView bytes) = 0;
};

//! Keeps a store in step with one collection of the API server: lists it, watches from the listed resourceVersion,
//! resumes a watch that ends, lists again when the server has forgotten that version, and waits longer after each
//! failure. The rules are those of client-go's reflector, with two exceptions. Lists are always "most recent" (no
//! resourceVersion), because data must not go back in time. And watches are short, because that a watch is open proves
//! nothing: behind a proxy, or on a connection of its own, it may have been dead for long while everything else is
//! answered, bookmarks come once a minute and need not come at all, and resourceVersions may not be compared.
//!
//! The rule of proof: a watch that was asked to last \c timeoutSeconds and that the server ended in good order, neither
//! early nor late, has delivered everything that happened until shortly before its end, because the server writes
//! events in their order and ends the watch itself (apiserver/pkg/endpoints/handlers/watch.go: one loop writes events
//! and obeys the timeout; a watcher that cannot follow is ended early). Its clock starts when the request arrives, so
//! not before we sent it: the store was true at the time of sending, plus timeoutSeconds, less `proofMargin` for what
//! the server's watch cache may lag behind storage. A list is true at the time of sending it, because it is a quorum
//! read. Nothing else is a proof.
//!
//! Lives in its transport's thread.
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

    //! \a path is the collection, e.g. /api/v1/pods. \a changed is called after phase, error or synced has changed, \a
    //! proved after a proof. With \a turns it lists and watches only while it has one. All references must outlive
    //! this. \a labels: a label selector, for those of the collection that it fits; empty: all.
    Reflector(Http::Transport &transport, const Clock &clock, RandomSource &random, QString path, ReflectorStore &store,
        std::function<void()> changed, std::function<void()> proved = {}, Turns *turns = nullptr, QString labels = {});
    ~Reflector();

    void start();
    //! Ends a wait now and forgets how often it failed: somebody knows that the server is back.
    void retryNow();

    [[nodiscard]] Phase phase() const { return m_phase; }
    //! Why it waits; none while things go well.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    //! A complete list has been read at least once.
    [[nodiscard]] bool synced() const { return m_synced; }
    //! Readings of Clock::elapsed() at which the store was true: by a list, which storage itself answers, and by a
    //! watch, which the server's memory answers.
    [[nodiscard]] std::optional<std::chrono::milliseconds> provenByList() const { return m_listProof; }
    [[nodiscard]] std::optional<std::chrono::milliseconds> provenByWatch() const { return m_watchProof; }

    //! How long watches are asked to last. Short enough that what they prove is never older than data that counts as
    //! live; each costs a request. What they prove is older by the time that requests and answers travel, so that
    //! those over a long way last shorter.
    static constexpr std::chrono::seconds watchTime{3};
    static constexpr std::chrono::seconds farWatchTime{2};
    //! A watch that takes longer to open goes a long way.
    static constexpr std::chrono::milliseconds farAway{150};

private:
    //! The fewer pages the cheaper for the server: 10,000 pods in protobuf cost kube-apiserver 1.20 0.97 s of processor
    //! in pages of 500 (which is what kubectl takes), 0.5 s in pages of 5,000 and 0.3 s in one. Items are decoded as
    //! they arrive, so a page costs us no memory; a bound on what the server has to hold at once is left.
    static constexpr int pageSize = 5000;
    static constexpr std::chrono::milliseconds proofMargin{500};
    //! A watch that ends later than this after its time has been held up, and with it perhaps events.
    static constexpr std::chrono::milliseconds latest{500};
    //! One that does not end so long after its time is dead.
    static constexpr std::chrono::milliseconds patience{3000};
    //! Longest wait for the first answer to a watch, queues and logins included.
    static constexpr std::chrono::seconds openingTime{30};
    //! However it drips, a page that takes longer is given up.
    static constexpr std::chrono::minutes pageTime{5};
    //! Refusals do not go away by asking often.
    static constexpr std::chrono::seconds forbiddenWait{60};
    static constexpr std::chrono::milliseconds shortWatch{1000};
    //! A version that is forgotten so soon after it was listed will be again: no list at once then.
    static constexpr std::chrono::seconds soonGone{5};

    Http::Transport &m_transport;
    const Clock &m_clock;
    RandomSource &m_random;
    QString m_path;
    QString m_labels;
    ReflectorStore &m_store;
    std::function<void()> m_changed;
    std::function<void()> m_proved;
    Turns *m_turns;

    Phase m_phase = Phase::Stopped;
    std::optional<Error> m_error;
    bool m_synced = false;
    bool m_unpaged = false; // after a continue token expired
    QString m_resourceVersion;
    Http::Backoff m_backoff;
    std::unique_ptr<Http::Call> m_call;
    std::unique_ptr<Alarm> m_alarm;
    std::optional<std::chrono::milliseconds> m_listProof;
    std::optional<std::chrono::milliseconds> m_watchProof;
    std::chrono::milliseconds m_listAskedAt{0};
    std::chrono::milliseconds m_listedAt{0};
    std::chrono::milliseconds m_watchAskedAt{0};
    std::chrono::seconds m_watchTime = watchTime; //!< of the one that was asked for last
    std::chrono::milliseconds m_way{0}; //!< how long the last ones took to open, smoothed
    std::chrono::milliseconds m_openedAt{0};
    bool m_heard = false; // anything on this watch

    //! Calls \a go when it is this reflector's turn.
    void inTurn(std::function<void()> go);
    void list(const QString &continueToken);
    void takePageBytes(QByteArrayView bytes);
    void pageEnded(const std::optional<Error> &error);
    void takePage();
    void watch();
    void select(Http::Request &request) const;
    void watchOpened();
    void takeBytes(QByteArrayView bytes);
    void watchEnded(const std::optional<Error> &error);
    void prove();
    void watchDead();
    //! After \a error: wait, then list or watch.
    void waitToList(const Error &error);
    void waitToWatch(const Error &error);
    void waitFor(const Error &error, std::function<void()> next);
    void setPhase(Phase phase, std::optional<Error> error = {});
};

} // namespace Kubernetes
