// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/http/circuitbreaker.h"
#include "backends/http/ratelimit.h"
#include "backends/http/retrypolicy.h"

#include <chrono>
#include <optional>

namespace Http {

//! How one endpoint is treated. The defaults suit a console.
struct EndpointSettings
{
    RetrySettings retry;
    BreakerSettings breaker;
    RateSettings rate;
    //! For requests that do not set their own.
    std::chrono::milliseconds silence = Request::usualSilence;
    std::chrono::milliseconds deadline = Request::usualDeadline;

    bool operator==(const EndpointSettings &) const = default;
};

} // namespace Http
