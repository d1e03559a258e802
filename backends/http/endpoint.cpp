// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/endpoint.h"

#include "backends/http/endpointcall.h"

#include <QMetaMethod>
#include <QThread>

#include <algorithm>

namespace Http {

namespace {

//! Answers that are in order, though they are not what was asked for.
bool isAnswer(const Error &error)
{
    return error.kind == Error::Kind::Forbidden || error.kind == Error::Kind::NotFound
        || error.kind == Error::Kind::Conflict || error.kind == Error::Kind::Gone;
}

} // namespace

Endpoint::Endpoint(QString name, const EndpointSettings &settings, std::unique_ptr<Transport> transport,
    const Clock &clock, std::unique_ptr<RandomSource> random, QObject *parent)
    : QObject(parent), m_settings(settings), m_transport(std::move(transport)), m_clock(clock),
      m_random(std::move(random)), m_breaker(settings.breaker), m_rate(settings.rate, clock.elapsed()),
      m_statistics(clock.elapsed())
{
    m_report.server = std::move(name);
    m_transport->setLoginListener([this] { tell(true); });
}

Endpoint::~Endpoint() = default;

std::unique_ptr<Call> Endpoint::send(const Request &request, Done done)
{
    Q_ASSERT(QThread::currentThread() == thread());
    auto call = std::make_unique<EndpointCall>(*this, request, std::move(done));
    enter(*call);
    return call;
}

std::unique_ptr<Call> Endpoint::stream(const Request &request, StreamEvents events)
{
    Q_ASSERT(QThread::currentThread() == thread());
    auto call = std::make_unique<EndpointCall>(*this, request, std::move(events));
    enter(*call);
    return call;
}

void Endpoint::enter(EndpointCall &call)
{
    switch (call.priority()) {
    case Priority::Probe:
        dispatch(call);
        return;
    case Priority::Foreground:
        m_foreground.push_back(&call);
        break;
    case Priority::Background:
        m_background.push_back(&call);
        break;
    }
    call.wait();
    pump();
}

void Endpoint::leave(EndpointCall &call)
{
    std::erase(m_foreground, &call);
    std::erase(m_background, &call);
}

void Endpoint::forget(EndpointCall &call)
{
    switch (call.state()) {
    case EndpointCall::State::Waiting:
        leave(call);
        break;
    case EndpointCall::State::UnderWay:
        tellBreaker(call, CircuitBreaker::Health::Unknown, {});
        uncount(call);
        pumpSoon();
        break;
    case EndpointCall::State::Pausing:
    case EndpointCall::State::Failing:
    case EndpointCall::State::Ended:
        break;
    }
}

void Endpoint::pump()
{
    while (!m_foreground.empty() || !m_background.empty()) {
        const auto now = m_clock.elapsed();
        if (m_breaker.state(now) == CircuitBreaker::State::Open) {
            failWaiting();
            return;
        }
        if (const auto wait = m_rate.untilNext(now); wait > std::chrono::milliseconds(0)) {
            pumpSoon(wait);
            break;
        }
        const auto answer = m_breaker.ask(now);
        if (answer == CircuitBreaker::Answer::Wait)
            break;
        EndpointCall *call = takeNext();
        if (!call) {
            if (answer == CircuitBreaker::Answer::SendAsTrial)
                m_breaker.trialCancelled();
            break;
        }
        call->trial = answer == CircuitBreaker::Answer::SendAsTrial;
        if (m_rate.take(now))
            dispatch(*call);
    }
    tell(false);
}

void Endpoint::pumpSoon(std::chrono::milliseconds wait)
{
    m_pump = m_clock.after(wait, [this] {
        const auto finished = std::move(m_pump);
        pump();
    });
}

EndpointCall *Endpoint::takeNext()
{
    const TransportStatus status = m_transport->status();
    const auto roomy = [this, &status](const EndpointCall *call) { return hasRoom(*call, status); };
    const auto foreground = std::find_if(m_foreground.begin(), m_foreground.end(), roomy);
    const auto background = std::find_if(m_background.begin(), m_background.end(), roomy);
    const bool hasForeground = foreground != m_foreground.end();
    const bool hasBackground = background != m_background.end();
    if (hasBackground && (!hasForeground || m_run >= foregroundRun)) {
        EndpointCall *call = *background;
        m_background.erase(background);
        m_run = 0;
        return call;
    }
    if (!hasForeground)
        return nullptr;
    EndpointCall *call = *foreground;
    m_foreground.erase(foreground);
    m_run = hasBackground ? m_run + 1 : 0;
    return call;
}

bool Endpoint::hasRoom(const EndpointCall &call, const TransportStatus &status) const
{
    if (status.parallel == 0)
        return true;
    if (call.isEndless())
        return m_opening < (status.protocol.isEmpty() ? openingAtFirst : openingAtMost);
    return m_underWay - m_probes < std::max(1, status.parallel - 1); // one is for probes
}

void Endpoint::dispatch(EndpointCall &call)
{
    m_statistics.sent(m_clock.elapsed());
    ++m_report.requests;
    ++(call.isEndless() ? m_opening : m_underWay);
    if (call.priority() == Priority::Probe && !call.isEndless())
        ++m_probes;
    call.begin();
    tell(false);
}

void Endpoint::uncount(EndpointCall &call)
{
    if (call.isEndless()) {
        --(call.isOpened() ? m_streams : m_opening);
        return;
    }
    --m_underWay;
    if (call.priority() == Priority::Probe)
        --m_probes;
}

void Endpoint::failWaiting()
{
    const Error error = openError();
    for (auto *queue : {&m_foreground, &m_background}) {
        for (EndpointCall *call : std::exchange(*queue, {}))
            call->failSoon(error);
    }
}

Error Endpoint::openError() const
{
    Error error = m_breaker.error().value_or(Error{Error::Kind::ConnectionLost, 0, {}, m_report.server, {}});
    error.retryAfter = std::chrono::ceil<std::chrono::seconds>(m_breaker.remaining(m_clock.elapsed()));
    return error;
}

void Endpoint::streamOpened(EndpointCall &call)
{
    m_report.lastAnswerAt = m_clock.now();
    tellBreaker(call, CircuitBreaker::Health::Good, {});
    if (call.isEndless()) {
        --m_opening;
        ++m_streams;
        m_statistics.ended(false, m_clock.elapsed());
    }
    pumpSoon();
    tell(false);
}

void Endpoint::attemptEnded(EndpointCall &call, const std::optional<Error> &error)
{
    const auto now = m_clock.elapsed();
    const bool wasOpen = call.isEndless() && call.isOpened();
    uncount(call);
    if (!error || error->httpStatus != 0)
        m_report.lastAnswerAt = m_clock.now();
    if (m_dropping) { // by us: it says nothing about the server
        tellBreaker(call, CircuitBreaker::Health::Unknown, {});
        tell(false);
        return;
    }
    const bool failed = error && !isAnswer(*error);
    // A watch that ends is often one of many that end together, when a server restarts: one reason, not a dozen.
    if (!wasOpen) {
        tellBreaker(call, error ? CircuitBreaker::healthOf(*error) : CircuitBreaker::Health::Good, error);
        m_statistics.ended(failed, now);
        if (!error || isAnswer(*error))
            m_statistics.answered(now - call.sentAt(), now);
        m_report.failures += failed ? 1 : 0;
    }
    if (failed)
        noteError(*error);
    tell(failed);
}

void Endpoint::tellBreaker(EndpointCall &call, CircuitBreaker::Health health, const std::optional<Error> &error)
{
    const auto now = m_clock.elapsed();
    const auto before = m_breaker.state(now);
    const bool trial = std::exchange(call.trial, false);
    if (call.priority() == Priority::Probe && health == CircuitBreaker::Health::Good)
        m_breaker.proved();
    else if (trial)
        m_breaker.trialEnded(health, error, now);
    else
        m_breaker.ended(health, error, now);
    if (m_breaker.state(now) != before)
        noteBreaker();
}

void Endpoint::noteBreaker()
{
    const auto now = m_clock.elapsed();
    if (m_breaker.state(now) == CircuitBreaker::State::Open)
        m_report.breakerRetryAt = m_clock.now().addMSecs(m_breaker.remaining(now).count());
    pumpSoon(); // those who wait for it go or fail now
    tell(true);
}

void Endpoint::noteError(const Error &error)
{
    m_report.lastError = error;
    m_report.lastErrorAt = m_clock.now();
}

void Endpoint::reconnect()
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_breaker.tryNow(m_clock.elapsed());
    m_dropping = true;
    m_transport->reconnect();
    m_dropping = false;
    noteBreaker();
}

void Endpoint::resetBreaker()
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_breaker.reset();
    noteBreaker();
}

void Endpoint::logInAgain()
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_login = m_transport->logIn([this](const Result<void> &outcome) {
        const auto finished = std::move(m_login);
        if (!outcome)
            noteError(outcome.error());
        tell(true);
        if (outcome)
            Q_EMIT loggedIn();
    });
}

const EndpointReport &Endpoint::report() const
{
    refreshReport();
    return m_report;
}

void Endpoint::refreshReport() const
{
    const auto now = m_clock.elapsed();
    const TransportStatus status = m_transport->status();
    m_report.protocol = status.protocol;
    switch (m_breaker.state(now)) {
    case CircuitBreaker::State::Closed:
        m_report.breaker = EndpointReport::Breaker::Closed;
        break;
    case CircuitBreaker::State::Open:
        m_report.breaker = EndpointReport::Breaker::Open;
        break;
    case CircuitBreaker::State::HalfOpen:
        m_report.breaker = EndpointReport::Breaker::HalfOpen;
        break;
    }
    if (m_report.breaker != EndpointReport::Breaker::Open)
        m_report.breakerRetryAt = {};
    m_report.underWay = m_underWay;
    m_report.waiting = static_cast<int>(m_foreground.size() + m_background.size());
    m_report.streams = m_streams;
    const auto percentiles = m_statistics.percentiles(now);
    m_report.p50 = percentiles ? std::optional(percentiles->p50) : std::nullopt;
    m_report.p95 = percentiles ? std::optional(percentiles->p95) : std::nullopt;
    m_report.p99 = percentiles ? std::optional(percentiles->p99) : std::nullopt;
    m_report.requestsPerSecond = m_statistics.requestsPerSecond(now);
    m_report.errorRatio = m_statistics.errorRatio(now);
    m_report.bytesReceived = status.bytesReceived;
    m_report.serverCertificateExpires = status.serverCertificateExpires;
    m_report.clientCertificateExpires = status.clientCertificateExpires;
    m_report.tokenExpires = status.credentialsExpire;
    m_report.canLogIn = status.canLogIn;
    m_report.loggingIn = status.loggingIn;
    m_report.prompt = status.prompt;
    m_report.loginRemembered = status.loginRemembered;
}

//! Arms the next tick, or has it earlier. Never reports from here: whoever is told may destroy calls.
void Endpoint::tell(bool atOnce)
{
    const auto now = m_clock.elapsed();
    const auto due = atOnce || !m_reportedAt ? now : std::max(now, *m_reportedAt + tick);
    if (m_tick && m_tickDue <= due)
        return;
    m_tickDue = due;
    m_tick = m_clock.after(due - now, [this] { tickNow(); });
}

void Endpoint::tickNow()
{
    const auto finished = std::move(m_tick);
    static const QMetaMethod signal = QMetaMethod::fromSignal(&Endpoint::reported);
    if (!isSignalConnected(signal))
        return; // connectNotify() begins anew
    refreshReport();
    const auto now = m_clock.elapsed();
    const bool urgent = m_report.breaker != m_reported.breaker || m_report.prompt != m_reported.prompt
        || m_report.loginRemembered != m_reported.loginRemembered || m_report.loggingIn != m_reported.loggingIn
        || m_report.lastErrorAt != m_reported.lastErrorAt;
    const bool mayTell = urgent || !m_reportedAt || now - *m_reportedAt >= tick;
    const bool more = m_report.loggingIn || m_report.breaker != EndpointReport::Breaker::Closed
        || !m_statistics.idle(now) || !mayTell;
    const auto wait = m_report.loggingIn || !mayTell ? loginTick : tick;
    if (more) {
        m_tickDue = now + wait;
        m_tick = m_clock.after(wait, [this] { tickNow(); });
    }
    if (mayTell && m_report != m_reported) {
        m_reportedAt = now;
        m_reported = m_report;
        Q_EMIT reported(m_reported);
    }
}

void Endpoint::connectNotify(const QMetaMethod &signal)
{
    // Whoever connects may be another thread; the first report is this one's business.
    if (signal == QMetaMethod::fromSignal(&Endpoint::reported)) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_reportedAt.reset();
                m_reported = {};
                tell(true);
            },
            Qt::QueuedConnection);
    }
}

} // namespace Http
