// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/random.h"
#include "backends/http/transport.h"

#include <chrono>
#include <optional>

namespace Http {

struct RetrySettings
{
    bool enabled = true;
    int attempts = 4; //!< sendings of one request at most, the first included; at least 1
    std::chrono::milliseconds first{250}; //!< the longest first wait; doubles with each further one
    std::chrono::milliseconds longest{8000}; //!< no wait by our own reckoning is longer
    std::chrono::milliseconds total{20000}; //!< since the request was made; no attempt begins after it

    bool operator==(const RetrySettings &) const = default;
};

//! Whether and when one request is sent again: exponential back-off with full jitter, each wait drawn from all of
//! [0, d), because that spreads many clients best. A pure state machine; times are readings of one clock.
class RetryPolicy
{
public:
    //! Of a request that was made at \a madeAt.
    RetryPolicy(const RetrySettings &settings, const Request &request, std::chrono::milliseconds madeAt);

    //! An attempt has failed at \a now: how long to wait before the next one, or nothing when that was the last. What
    //! the server asks for by Retry-After (RFC 9110, 10.2.3) is waited for in full, or else nothing is sent again.
    [[nodiscard]] std::optional<std::chrono::milliseconds> failed(
        const Error &error, std::chrono::milliseconds now, RandomSource &random);
    //! Bytes of an answer have been handed on, so it cannot begin anew.
    void forbid() { m_repeatable = false; }

private:
    RetrySettings m_settings;
    std::chrono::milliseconds m_madeAt;
    bool m_repeatable;
    int m_attempts = 0;
};

//! What may be sent twice: see Repeat. RFC 9110, 9.2.1 and 9.2.2, though of the idempotent methods we take only those
//! that change nothing: whoever repeats a change has to know it.
[[nodiscard]] bool mayRepeat(const Request &request);
//! Failures that the next attempt may not meet: no connection, no answer in time, 429 and 5xx.
[[nodiscard]] bool worthRepeating(const Error &error);

} // namespace Http
