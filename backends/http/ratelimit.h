// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace Http {

struct RateSettings
{
    bool enabled = true;
    //! A token a second for each request that may be sent in the long run. client-go's default of kubectl is 50 and
    //! 300; a console that looks at hundreds of namespaces at once needs some more, and servers defend themselves.
    double perSecond = 100;
    int burst = 300; //!< tokens that an idle endpoint saves up; at least 1

    bool operator==(const RateSettings &) const = default;
};

//! A token bucket. A pure state machine; times are readings of one clock.
class RateLimit
{
public:
    RateLimit(const RateSettings &settings, std::chrono::milliseconds now);

    //! Takes a token if there is one.
    [[nodiscard]] bool take(std::chrono::milliseconds now);
    //! How long until take() succeeds, rounded up to a millisecond; zero when it would now.
    [[nodiscard]] std::chrono::milliseconds untilNext(std::chrono::milliseconds now) const;

private:
    RateSettings m_settings;
    double m_tokens;
    std::chrono::milliseconds m_at;

    [[nodiscard]] double tokens(std::chrono::milliseconds now) const;
};

} // namespace Http
