// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/ratelimit.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace Http {

RateLimit::RateLimit(const RateSettings &settings, std::chrono::milliseconds now)
    : m_settings(settings), m_tokens(std::max(1, settings.burst)), m_at(now)
{
}

double RateLimit::tokens(std::chrono::milliseconds now) const
{
    const double earned = static_cast<double>((now - m_at).count()) * m_settings.perSecond / 1000.0;
    return std::min<double>(std::max(1, m_settings.burst), m_tokens + earned);
}

bool RateLimit::take(std::chrono::milliseconds now)
{
    if (untilNext(now) > std::chrono::milliseconds(0))
        return false;
    m_tokens = tokens(now) - 1;
    m_at = now;
    return true;
}

std::chrono::milliseconds RateLimit::untilNext(std::chrono::milliseconds now) const
{
    constexpr double rounding = 1e-6; // sums of many small parts
    const double missing = 1 - rounding - tokens(now);
    if (!m_settings.enabled || missing <= 0)
        return std::chrono::milliseconds(0);
    return std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil(missing * 1000.0 / m_settings.perSecond)));
}

} // namespace Http
