// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/reflector.h"

namespace Kubernetes {

namespace {

constexpr qint64 maxListBytes = 256 * 1024 * 1024;

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
    ReflectorStore &store, std::function<void()> changed)
    : m_transport(transport), m_clock(clock), m_random(random), m_path(std::move(path)), m_store(store),
      m_changed(std::move(changed))
{
}

Reflector::~Reflector() = default;

void Reflector::start()
{
    if (m_phase == Phase::Stopped)
        list({});
}

void Reflector::retryNow()
{
    m_backoff.reset();
    if (m_phase != Phase::Waiting)
        return;
    if (m_resourceVersion.isEmpty())
        list({});
    else
        watch();
}

void Reflector::list(const QString &continueToken)
{
    m_alarm.reset();
    if (continueToken.isEmpty()) {
        m_store.listAborted(); // whatever an earlier attempt left
        setPhase(Phase::Listing, m_error); // the error stands until the list does better
    }
    Http::Request request;
    request.path = m_path;
    request.sizeLimit = maxListBytes;
    if (!m_unpaged)
        request.query.addQueryItem(QStringLiteral("limit"), QString::number(pageSize));
    if (!continueToken.isEmpty())
        request.query.addQueryItem(
            QStringLiteral("continue"), QString::fromLatin1(QUrl::toPercentEncoding(continueToken)));
    m_call = m_transport.send(request, [this](Result<Http::Response> answer) { takePage(std::move(answer)); });
}

void Reflector::takePage(Result<Http::Response> answer)
{
    const auto finished = std::move(m_call); // lives until the end of this function
    if (!answer) {
        if (answer.error().kind == Error::Kind::Gone && !m_unpaged) {
            m_unpaged = true; // the continue token expired while we read: take the whole in one piece
            list({});
            return;
        }
        waitToList(answer.error());
        return;
    }
    const auto page = m_store.addPage(answer->body);
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
    m_store.listed();
    watch();
}

void Reflector::watch()
{
    m_alarm.reset();
    m_lines.clear();
    m_heard = false;
    Http::Request request;
    request.path = m_path;
    request.query.addQueryItem(QStringLiteral("watch"), QStringLiteral("true"));
    request.query.addQueryItem(QStringLiteral("allowWatchBookmarks"), QStringLiteral("true"));
    request.query.addQueryItem(
        QStringLiteral("resourceVersion"), QString::fromLatin1(QUrl::toPercentEncoding(m_resourceVersion)));
    // Drawn, so that the watches of many kinds and many consoles do not end together.
    request.query.addQueryItem(
        QStringLiteral("timeoutSeconds"), QString::number(300 + static_cast<int>(300 * m_random.uniform())));
    m_openedAt = m_clock.elapsed();
    setPhase(Phase::Opening, m_error);
    m_call = m_transport.stream(request,
        {[this] {
             setPhase(Phase::Watching);
             armWatchSilence();
         },
            [this](QByteArrayView bytes) { takeBytes(bytes); },
            [this](const std::optional<Error> &error) { watchEnded(error); }});
}

void Reflector::takeBytes(QByteArrayView bytes)
{
    m_heard = true;
    armWatchSilence();
    std::optional<Error> failure;
    const auto fed = m_lines.feed(bytes, [this, &failure](QByteArrayView line) {
        const auto version = m_store.applyEvent(line);
        if (!version)
            failure = version.error();
        else if (!version->isEmpty())
            m_resourceVersion = *version;
        return !failure;
    });
    if (!fed)
        failure = fed.error();
    if (!failure) {
        m_backoff.reset();
        return;
    }
    m_call.reset();
    if (failure->kind == Error::Kind::RateLimited)
        waitToWatch(*failure);
    else
        waitToList(*failure);
}

void Reflector::watchEnded(const std::optional<Error> &error)
{
    const auto finished = std::move(m_call);
    if (error && canResume(*error)) {
        waitToWatch(*error);
        return;
    }
    if (error) {
        waitToList(*error);
        return;
    }
    // A clean end is how the server says "time is up". One at once, without a word, is a server that does not mean it.
    if (!m_heard && m_clock.elapsed() - m_openedAt < shortWatch)
        waitToList(
            Error{Error::Kind::ConnectionLost, 0, QStringLiteral("the watch ended as soon as it began"), m_path, {}});
    else
        watch();
}

void Reflector::armWatchSilence()
{
    m_alarm = m_clock.after(watchSilence, [this] { watchDead(); });
}

void Reflector::watchDead()
{
    m_call.reset();
    watch();
}

void Reflector::waitToList(const Error &error)
{
    m_store.listAborted();
    m_resourceVersion.clear();
    const bool justListed = m_clock.elapsed() - m_listedAt < soonGone;
    if (error.kind == Error::Kind::Gone && m_phase != Phase::Listing && !justListed) {
        list({}); // expected now and then, and no sign of trouble
        return;
    }
    waitFor(error, [this] { list({}); });
}

void Reflector::waitToWatch(const Error &error)
{
    waitFor(error, [this] { watch(); });
}

void Reflector::waitFor(const Error &error, std::function<void()> next)
{
    const bool refused = error.kind == Error::Kind::Forbidden || error.kind == Error::Kind::NotFound;
    const auto wait = refused ? std::chrono::milliseconds(forbiddenWait) : m_backoff.next(m_random, error.retryAfter);
    m_alarm = m_clock.after(wait, std::move(next));
    setPhase(Phase::Waiting, error);
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
