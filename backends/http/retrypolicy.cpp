// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/retrypolicy.h"

#include <algorithm>

namespace Http {

bool mayRepeat(const Request &request)
{
    switch (request.repeat) {
    case Repeat::ByMethod:
        return request.method == "GET" || request.method == "HEAD";
    case Repeat::Never:
        return false;
    case Repeat::Always:
        return true;
    }
    return false;
}

bool worthRepeating(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Refused:
    case Error::Kind::ConnectionLost:
    case Error::Kind::RateLimited:
        return true;
    case Error::Kind::Timeout:
        return error.httpStatus == 0; // once an answer has begun, the next one will be as slow
    case Error::Kind::Server:
        return error.httpStatus >= 500 && error.httpStatus != 501; // what is not implemented will not be soon
    default:
        return false;
    }
}

RetryPolicy::RetryPolicy(const RetrySettings &settings, const Request &request, std::chrono::milliseconds madeAt)
    : m_settings(settings), m_madeAt(madeAt), m_repeatable(settings.enabled && mayRepeat(request))
{
}

std::optional<std::chrono::milliseconds> RetryPolicy::failed(
    const Error &error, std::chrono::milliseconds now, RandomSource &random)
{
    ++m_attempts;
    if (!m_repeatable || m_attempts >= m_settings.attempts || !worthRepeating(error))
        return {};
    const auto doublings = std::min(m_attempts - 1, 20);
    const auto most = std::min(m_settings.longest, m_settings.first * (1 << doublings));
    const auto drawn
        = std::chrono::milliseconds(static_cast<qint64>(random.uniform() * static_cast<double>(most.count())));
    // On top of the server's advice, so that those who got the same one do not come back together.
    const auto wait = std::chrono::milliseconds(error.retryAfter.value_or(std::chrono::seconds(0))) + drawn;
    if (now + wait > m_madeAt + m_settings.total)
        return {};
    return wait;
}

} // namespace Http
