// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/core/random.h"
#include "backends/http/backoff.h"
#include "backends/http/transport.h"

#include <functional>
#include <memory>
#include <optional>

namespace Http {

//! Sends one request again and again, of which at most one is under way. An answer that is byte for byte the one before
//! is told as such, so that it need not be parsed again: for servers that know no conditional GET. After a failure it
//! waits longer and longer. Lives in the thread of its transport.
class Poll
{
public:
    struct Events
    {
        //! Another answer than the one before. \a asked is the reading of Clock::elapsed() when it was asked for.
        std::function<void(const QByteArray &body, std::chrono::milliseconds asked)> changed;
        std::function<void(std::chrono::milliseconds asked)> same;
        std::function<void(const Error &error)> failed;
    };

    //! References must outlive this. The first request goes when start() is called.
    Poll(Transport &transport, Request request, std::chrono::milliseconds interval, const Clock &clock,
        RandomSource &random, Events events);
    ~Poll();

    void start();
    //! A shorter one counts from the last request on.
    void setInterval(std::chrono::milliseconds interval);
    //! Asks now; if a request is under way, once more after it, because its answer may be from before.
    void soon();
    //! The next answer counts as another one.
    void forget() { m_hash.reset(); }

private:
    Transport &m_transport;
    Request m_request;
    std::chrono::milliseconds m_interval;
    const Clock &m_clock;
    RandomSource &m_random;
    Events m_events;
    Backoff m_backoff;
    std::unique_ptr<Call> m_call;
    std::unique_ptr<Alarm> m_next;
    std::chrono::milliseconds m_asked{0};
    std::optional<std::pair<qsizetype, size_t>> m_hash; //!< size and hash of the last body
    bool m_again = false;

    void ask();
    void take(const Result<Response> &answer);
    void waitFor(std::chrono::milliseconds wait);
};

} // namespace Http
