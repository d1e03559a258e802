// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/reflector.h"

#include "backends/kubernetes/turns.h"

namespace Kubernetes {

namespace {

//! Errors after which the watch can go on from the same resourceVersion: nothing was lost, the server was just not
//! there.
bool canResume(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::HostNotFound:
    case Error::Kind::Refused:
    case Error::Kind::ConnectionLost:
    case Error::Kind::Proxy:
    case Error::Kind::Timeout:
    case Error::Kind::Tls:
    case Error::Kind::RateLimited:
        return true;
    default:
        return false;
    }
}

} // namespace

Reflector::Reflector(Http::Transport &transport, const Clock &clock, RandomSource &random, QString path,
    ReflectorStore &store, std::function<void()> changed, std::function<void()> proved, Turns *turns, QString labels)
    : m_transport(transport), m_clock(clock), m_random(random), m_path(std::move(path)), m_labels(std::move(labels)),
      m_store(store), m_changed(std::move(changed)), m_proved(std::move(proved)), m_turns(turns)
{
}

Reflector::~Reflector()
{
    if (m_turns)
        m_turns->leave(this);
}

void Reflector::inTurn(std::function<void()> go)
{
    if (m_turns)
        m_turns->take(this, std::move(go));
    else
        go();
}

void Reflector::start()
{
    if (m_phase != Phase::Stopped)
        return;
    setPhase(Phase::Listing);
    inTurn([this] { list({}); });
}

void Reflector::retryNow()
{
    m_backoff.reset();
    if (m_phase != Phase::Waiting || !m_alarm)
        return;
    m_alarm.reset();
    if (m_resourceVersion.isEmpty())
        inTurn([this] { list({}); });
    else
        inTurn([this] { watch(); });
}

void Reflector::list(const QString &continueToken)
{
    if (continueToken.isEmpty()) {
        m_store.listAborted(); // whatever an earlier attempt left
        m_listAskedAt = m_clock.elapsed();
        setPhase(Phase::Listing, m_error); // the error stands until the list does better
    }
    Http::Request request;
    request.path = m_path;
    request.accept = m_store.accept(false);
    request.endless = false;
    request.repeat = Http::Repeat::Never; // that is decided here
    select(request);
    if (!m_unpaged)
        request.query.addQueryItem(QStringLiteral("limit"), QString::number(pageSize));
    if (!continueToken.isEmpty())
        request.query.addQueryItem(
            QStringLiteral("continue"), QString::fromLatin1(QUrl::toPercentEncoding(continueToken)));
    m_store.beginPage();
    m_alarm = m_clock.after(pageTime, [this] {
        m_call.reset();
        waitToList(Error{Error::Kind::Timeout, 0, QStringLiteral("the list is not complete"), {}, {}});
    });
    m_call = m_transport.stream(request,
        {[] {}, [this](QByteArrayView bytes) { takePageBytes(bytes); },
            [this](const std::optional<Error> &error) { pageEnded(error); }});
}

void Reflector::takePageBytes(QByteArrayView bytes)
{
    const auto taken = m_store.pageBytes(bytes);
    if (taken)
        return;
    const auto finished = std::move(m_call); // lives until the end of this function
    waitToList(taken.error());
}

void Reflector::pageEnded(const std::optional<Error> &error)
{
    const auto finished = std::move(m_call);
    if (!error) {
        takePage();
    } else if (error->kind == Error::Kind::Gone && !m_unpaged) {
        m_unpaged = true; // the continue token expired while we read: take the whole in one piece
        list({});
    } else {
        waitToList(*error);
    }
}

void Reflector::takePage()
{
    const auto page = m_store.endPage();
    if (!page) {
        waitToList(page.error());
        return;
    }
    if (!page->continueToken.isEmpty()) {
        list(page->continueToken);
        return;
    }
    m_unpaged = false;
    m_listedAt = m_clock.elapsed();
    m_resourceVersion = page->resourceVersion;
    m_synced = true;
    m_listProof = m_listAskedAt;
    m_store.listed();
    watch();
}

void Reflector::select(Http::Request &request) const
{
    if (!m_labels.isEmpty())
        request.query.addQueryItem(
            QStringLiteral("labelSelector"), QString::fromLatin1(QUrl::toPercentEncoding(m_labels)));
}

void Reflector::watch()
{
    m_store.beginWatch();
    m_heard = false;
    Http::Request request;
    request.path = m_path;
    request.accept = m_store.accept(true);
    request.repeat = Http::Repeat::Never;
    select(request);
    request.query.addQueryItem(QStringLiteral("watch"), QStringLiteral("true"));
    request.query.addQueryItem(QStringLiteral("allowWatchBookmarks"), QStringLiteral("true"));
    request.query.addQueryItem(
        QStringLiteral("resourceVersion"), QString::fromLatin1(QUrl::toPercentEncoding(m_resourceVersion)));
    m_watchTime = m_way > farAway ? farWatchTime : watchTime;
    request.query.addQueryItem(QStringLiteral("timeoutSeconds"), QString::number(m_watchTime.count()));
    m_watchAskedAt = m_clock.elapsed();
    m_openedAt = {};
    m_alarm = m_clock.after(openingTime, [this] { watchDead(); });
    if (m_phase != Phase::Watching) // resuming one that ended in good order is part of watching
        setPhase(Phase::Opening, m_error);
    m_call = m_transport.stream(request,
        {[this] { watchOpened(); }, [this](QByteArrayView bytes) { takeBytes(bytes); },
            [this](const std::optional<Error> &error) { watchEnded(error); }});
}

void Reflector::watchOpened()
{
    m_openedAt = m_clock.elapsed();
    // One slow answer is none: a way is long for a while.
    constexpr int weight = 4;
    m_way += (m_openedAt - m_watchAskedAt - m_way) / weight;
    m_alarm = m_clock.after(m_watchTime + patience, [this] { watchDead(); });
    setPhase(Phase::Watching);
}

void Reflector::takeBytes(QByteArrayView bytes)
{
    m_heard = true;
    const auto version = m_store.watchBytes(bytes);
    if (version) {
        if (!version->isEmpty())
            m_resourceVersion = *version;
        m_backoff.reset();
        return;
    }
    const auto finished = std::move(m_call);
    if (version.error().kind == Error::Kind::RateLimited)
        waitToWatch(version.error());
    else
        waitToList(version.error());
}

void Reflector::watchEnded(const std::optional<Error> &error)
{
    const auto finished = std::move(m_call);
    m_alarm.reset();
    if (error && canResume(*error)) {
        waitToWatch(*error);
        return;
    }
    if (error) {
        waitToList(*error);
        return;
    }
    // A clean end is how the server says "time is up". One at once is a server, or a proxy, that does not mean it.
    if (m_clock.elapsed() - m_watchAskedAt < shortWatch) {
        const Error early{
            Error::Kind::ConnectionLost, 0, QStringLiteral("the watch ended as soon as it began"), m_path, {}};
        if (m_heard)
            waitToWatch(early);
        else
            waitToList(early);
        return;
    }
    prove();
    inTurn([this] { watch(); });
}

void Reflector::prove()
{
    const auto now = m_clock.elapsed();
    if (now - m_watchAskedAt < m_watchTime || now - m_openedAt > m_watchTime + latest)
        return;
    m_watchProof = m_watchAskedAt + m_watchTime - proofMargin;
    m_backoff.reset();
    if (m_proved)
        m_proved();
}

void Reflector::watchDead()
{
    m_call.reset();
    waitToWatch(Error{Error::Kind::Timeout, 0, QStringLiteral("the watch does not end when it should"), m_path, {}});
}

void Reflector::waitToList(const Error &error)
{
    m_store.listAborted();
    // Bytes that make no sense may not have been the only ones that changed on their way.
    if (error.kind == Error::Kind::Malformed || error.kind == Error::Kind::TooLarge)
        m_store.distrust();
    m_resourceVersion.clear();
    const bool justListed = m_clock.elapsed() - m_listedAt < soonGone;
    if (error.kind == Error::Kind::Gone && m_phase != Phase::Listing && !justListed) {
        list({}); // expected now and then, and no sign of trouble
        return;
    }
    waitFor(error, [this] { inTurn([this] { list({}); }); });
}

void Reflector::waitToWatch(const Error &error)
{
    waitFor(error, [this] { inTurn([this] { watch(); }); });
}

void Reflector::waitFor(const Error &error, std::function<void()> next)
{
    const bool refused = error.kind == Error::Kind::Forbidden || error.kind == Error::Kind::NotFound;
    const auto wait = refused ? std::chrono::milliseconds(forbiddenWait) : m_backoff.next(m_random, error.retryAfter);
    m_alarm = m_clock.after(wait, [this, go = std::move(next)] {
        const auto rung = std::move(m_alarm);
        go();
    });
    setPhase(Phase::Waiting, error);
    if (m_turns)
        m_turns->give(this);
}

void Reflector::setPhase(Phase phase, std::optional<Error> error)
{
    if (m_phase == phase && m_error == error)
        return;
    m_phase = phase;
    m_error = std::move(error);
    m_changed();
}

} // namespace Kubernetes
