// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/endpointcall.h"

#include "backends/http/endpoint.h"

namespace Http {

EndpointCall::EndpointCall(Endpoint &endpoint, const Request &request, Transport::Done done)
    : m_endpoint(endpoint), m_request(request), m_done(std::move(done)), m_streaming(false),
      m_retry(endpoint.m_settings.retry, request, endpoint.m_clock.elapsed()),
      m_deadlineAt(endpoint.m_clock.elapsed() + request.deadline.value_or(endpoint.m_settings.deadline))
{
    if (!m_request.silence)
        m_request.silence = endpoint.m_settings.silence;
    if (m_request.onBytes) {
        m_request.onBytes = [this, take = request.onBytes](QByteArrayView bytes) {
            m_retry.forbid();
            take(bytes);
        };
    }
}

EndpointCall::EndpointCall(Endpoint &endpoint, const Request &request, Transport::StreamEvents events)
    : EndpointCall(endpoint, request, Transport::Done())
{
    m_events = std::move(events);
    m_streaming = true;
}

EndpointCall::~EndpointCall()
{
    m_endpoint.forget(*this);
}

void EndpointCall::wait()
{
    m_state = State::Waiting;
    m_timer.reset();
    if (!m_streaming && !m_deadline) {
        m_deadline = m_endpoint.m_clock.after(
            std::max(std::chrono::milliseconds(0), m_deadlineAt - m_endpoint.m_clock.elapsed()),
            [this] { outOfTime(); });
    }
}

void EndpointCall::begin()
{
    m_state = State::UnderWay;
    m_timer.reset();
    m_deadline.reset();
    m_sentAt = m_endpoint.m_clock.elapsed();
    if (m_streaming) {
        beginStream();
        return;
    }
    m_request.deadline = std::max(std::chrono::milliseconds(1), m_deadlineAt - m_sentAt);
    m_attempt = m_endpoint.m_transport->send(m_request, [this](Result<Response> answer) { take(std::move(answer)); });
}

void EndpointCall::beginStream()
{
    m_attempt = m_endpoint.m_transport->stream(m_request,
        {[this] {
             m_opened = true;
             m_endpoint.streamOpened(*this);
             const auto opened = m_events.opened; // it may destroy this
             opened();
         },
            [this](QByteArrayView bytes) {
                const auto take = m_events.bytes;
                take(bytes);
            },
            [this](const std::optional<Error> &error) { streamEnded(error); }});
}

void EndpointCall::take(Result<Response> answer)
{
    const auto finished = std::move(m_attempt); // lives until the end of this function
    m_endpoint.attemptEnded(*this, answer ? std::optional<Error>() : answer.error());
    if (!answer && tryAgain(answer.error()))
        return;
    conclude(std::move(answer));
}

bool EndpointCall::tryAgain(const Error &error)
{
    const auto now = m_endpoint.m_clock.elapsed();
    const auto pause = m_retry.failed(error, now, *m_endpoint.m_random);
    const bool open = m_endpoint.m_breaker.state(now) == CircuitBreaker::State::Open;
    if (!pause || open || priority() == Priority::Probe || now + *pause >= m_deadlineAt)
        return false;
    m_error = error;
    m_state = State::Pausing;
    m_timer = m_endpoint.m_clock.after(*pause, [this] { m_endpoint.enter(*this); });
    m_endpoint.pumpSoon();
    return true;
}

void EndpointCall::streamEnded(const std::optional<Error> &error)
{
    const auto finished = std::move(m_attempt);
    m_endpoint.attemptEnded(*this, error);
    m_state = State::Ended;
    m_endpoint.pumpSoon();
    const auto ended = std::move(m_events.ended);
    ended(error);
}

void EndpointCall::failSoon(const Error &error)
{
    m_state = State::Failing;
    m_deadline.reset();
    m_timer = m_endpoint.m_clock.after(std::chrono::milliseconds(0), [this, error] {
        if (!m_streaming) {
            conclude(error);
            return;
        }
        m_state = State::Ended;
        const auto ended = std::move(m_events.ended);
        ended(error);
    });
}

void EndpointCall::outOfTime()
{
    m_endpoint.leave(*this);
    // What the last attempt met says more than that there was no time for another.
    Error error = m_error.value_or(
        Error{Error::Kind::Timeout, 0, QStringLiteral("it was held back to spare the server"), {}, {}});
    if (error.where.isEmpty())
        error.where = m_endpoint.m_report.server;
    conclude(std::move(error));
}

void EndpointCall::conclude(Result<Response> answer)
{
    m_state = State::Ended;
    m_deadline.reset();
    m_endpoint.pumpSoon();
    const auto done = std::move(m_done); // it may destroy this
    done(std::move(answer));
}

} // namespace Http
