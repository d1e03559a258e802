// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/circuitbreaker.h"

#include <algorithm>
#include <utility>

namespace Http {

CircuitBreaker::Health CircuitBreaker::healthOf(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::HostNotFound:
    case Error::Kind::Refused:
    case Error::Kind::ConnectionLost:
    case Error::Kind::Proxy:
    case Error::Kind::Timeout:
    case Error::Kind::Tls:
    case Error::Kind::Server:
        return Health::Bad;
    case Error::Kind::BadRequest:
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::Conflict:
    case Error::Kind::Gone:
    case Error::Kind::TooLarge:
        return Health::Good;
    case Error::Kind::Cancelled:
    case Error::Kind::Configuration:
    case Error::Kind::Unsupported:
    case Error::Kind::CertificateUntrusted:
    case Error::Kind::CertificateExpired:
    case Error::Kind::CertificateWrongHost:
    case Error::Kind::ClientCertificate:
    case Error::Kind::RateLimited:
    case Error::Kind::Malformed:
    case Error::Kind::LoginRequired:
    case Error::Kind::LoginRefused:
    case Error::Kind::PluginMissing:
    case Error::Kind::PluginFailed:
        return Health::Unknown;
    }
    return Health::Unknown;
}

CircuitBreaker::State CircuitBreaker::state(std::chrono::milliseconds now) const
{
    if (!m_open)
        return State::Closed;
    return now < m_retryAt ? State::Open : State::HalfOpen;
}

std::chrono::milliseconds CircuitBreaker::remaining(std::chrono::milliseconds now) const
{
    return m_open ? std::max(std::chrono::milliseconds(0), m_retryAt - now) : std::chrono::milliseconds(0);
}

CircuitBreaker::Answer CircuitBreaker::ask(std::chrono::milliseconds now)
{
    switch (state(now)) {
    case State::Closed:
        return Answer::Send;
    case State::Open:
        return Answer::Fail;
    case State::HalfOpen:
        return std::exchange(m_trial, true) ? Answer::Wait : Answer::SendAsTrial;
    }
    return Answer::Fail;
}

void CircuitBreaker::ended(Health health, const std::optional<Error> &error, std::chrono::milliseconds now)
{
    // While it is open the trial decides, not what was sent before.
    if (!m_settings.enabled || m_open || health == Health::Unknown)
        return;
    const bool failure = health == Health::Bad;
    m_consecutive = failure ? m_consecutive + 1 : 0;
    count(failure, now);
    if (failure && tooManyFailures(now)) {
        m_openFor = m_settings.open;
        open(error, now);
    }
}

void CircuitBreaker::trialEnded(Health health, const std::optional<Error> &error, std::chrono::milliseconds now)
{
    if (!m_trial) { // it has been closed meanwhile, by a probe or a person
        ended(health, error, now);
        return;
    }
    m_trial = false;
    switch (health) {
    case Health::Good:
        close();
        break;
    case Health::Bad:
        m_openFor = std::min(m_openFor * 2, m_settings.longestOpen);
        open(error, now);
        break;
    case Health::Unknown:
        break; // the next one is the trial
    }
}

void CircuitBreaker::tryNow(std::chrono::milliseconds now)
{
    m_retryAt = std::min(m_retryAt, now);
}

void CircuitBreaker::open(const std::optional<Error> &error, std::chrono::milliseconds now)
{
    m_open = true;
    m_retryAt = now + m_openFor;
    m_error = error;
}

void CircuitBreaker::close()
{
    m_open = false;
    m_trial = false;
    m_consecutive = 0;
    m_window = {};
    m_error.reset();
}

qint64 CircuitBreaker::slotNumber(std::chrono::milliseconds now) const
{
    return now / std::max(std::chrono::milliseconds(1), m_settings.window / slots);
}

void CircuitBreaker::count(bool failure, std::chrono::milliseconds now)
{
    const qint64 number = slotNumber(now);
    Slot &slot = m_window[static_cast<size_t>(number % slots)];
    if (slot.number != number)
        slot = {number, 0, 0};
    ++slot.requests;
    slot.failures += failure ? 1 : 0;
}

bool CircuitBreaker::tooManyFailures(std::chrono::milliseconds now) const
{
    if (m_settings.consecutive > 0 && m_consecutive >= m_settings.consecutive)
        return true;
    int requests = 0;
    int failures = 0;
    for (const Slot &slot : m_window) {
        if (slot.number > slotNumber(now) - slots) {
            requests += slot.requests;
            failures += slot.failures;
        }
    }
    return m_settings.ratio > 0 && requests >= std::max(1, m_settings.leastRequests)
        && failures >= m_settings.ratio * requests;
}

} // namespace Http
