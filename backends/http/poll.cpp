// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/poll.h"

#include <QHashFunctions>

#include <algorithm>

namespace Http {

Poll::Poll(Transport &transport, Request request, std::chrono::milliseconds interval, const Clock &clock,
    RandomSource &random, Events events)
    : m_transport(transport), m_request(std::move(request)), m_interval(interval), m_clock(clock), m_random(random),
      m_events(std::move(events))
{
    m_request.repeat = Repeat::Never; // the next round comes soon
}

Poll::~Poll() = default;

void Poll::start()
{
    if (!m_call && !m_next)
        ask();
}

void Poll::setInterval(std::chrono::milliseconds interval)
{
    const bool shorter = interval < m_interval;
    m_interval = interval;
    if (shorter && m_next)
        waitFor(std::max(std::chrono::milliseconds(0), m_asked + interval - m_clock.elapsed()));
}

void Poll::soon()
{
    if (m_call)
        m_again = true;
    else
        ask();
}

void Poll::ask()
{
    m_next.reset();
    m_again = false;
    m_asked = m_clock.elapsed();
    m_call = m_transport.send(m_request, [this](const Result<Response> &answer) { take(answer); });
}

void Poll::take(const Result<Response> &answer)
{
    const auto over = std::move(m_call); // at the end of this
    if (!answer) {
        waitFor(std::max(m_interval, m_backoff.next(m_random, answer.error().retryAfter)));
        m_events.failed(answer.error());
        return;
    }
    m_backoff.reset();
    // A tenth more or less, so that many consoles do not ask at the same moment.
    const auto jitter
        = std::chrono::milliseconds(qint64((m_random.uniform() - 0.5) * 0.2 * double(m_interval.count())));
    waitFor(m_again ? std::chrono::milliseconds(0) : m_interval + jitter);
    const QByteArray &body = answer->body;
    const std::pair hash(body.size(), qHashBits(body.constData(), size_t(body.size()), QHashSeed::globalSeed()));
    if (m_hash == hash) {
        m_events.same(m_asked);
    } else {
        m_hash = hash;
        m_events.changed(body, m_asked);
    }
}

void Poll::waitFor(std::chrono::milliseconds wait)
{
    m_next = m_clock.after(wait, [this] { ask(); });
}

} // namespace Http
