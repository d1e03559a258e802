// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/error.h"

#include <array>
#include <chrono>
#include <optional>

namespace Http {

struct BreakerSettings
{
    bool enabled = true;
    int consecutive = 5; //!< failures in a row that open it; 0: they do not
    double ratio = 0.5; //!< of failures within `window` that opens it, 0 … 1; 0: it does not
    std::chrono::milliseconds window{30000};
    int leastRequests = 20; //!< within `window`, before the ratio means anything
    std::chrono::milliseconds open{2000}; //!< the first time; doubles with each trial that fails
    std::chrono::milliseconds longestOpen{30000};

    bool operator==(const BreakerSettings &) const = default;
};

//! Stops asking a server that does not answer, and finds out when it does again. Closed: everything goes through. Open:
//! nothing does, until some time has passed. Half-open: one request goes through as a trial; its success closes, its
//! failure opens again for twice as long. A pure state machine; times are readings of one clock.
class CircuitBreaker
{
public:
    enum class State : quint8 { Closed, Open, HalfOpen };
    enum class Answer : quint8 {
        Send,
        SendAsTrial, //!< and tell trialEnded() or trialCancelled() of it
        Wait, //!< a trial is under way; ask again when it has ended
        Fail, //!< with error()
    };
    //! What an outcome says about the server's health.
    enum class Health : quint8 { Good, Bad, Unknown };

    explicit CircuitBreaker(const BreakerSettings &settings = {}) : m_settings(settings) { }

    //! No answer and 5xx are bad; an answer of any other kind is good; cancellation, our own configuration and logins
    //! say nothing, and neither does 429, which is about us.
    [[nodiscard]] static Health healthOf(const Error &error);

    //! A request wants to be sent.
    [[nodiscard]] Answer ask(std::chrono::milliseconds now);
    //! One that was answered with Send has ended; \a error is only kept when it is bad.
    void ended(Health health, const std::optional<Error> &error, std::chrono::milliseconds now);
    void trialEnded(Health health, const std::optional<Error> &error, std::chrono::milliseconds now);
    void trialCancelled() { m_trial = false; }
    //! Somebody who did not ask has got an answer: the server is there.
    void proved() { close(); }
    //! Lets a trial through now instead of later.
    void tryNow(std::chrono::milliseconds now);
    void reset() { close(); }

    [[nodiscard]] State state(std::chrono::milliseconds now) const;
    //! How long it stays open; zero when it is not.
    [[nodiscard]] std::chrono::milliseconds remaining(std::chrono::milliseconds now) const;
    //! What opened it; none while it is closed.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    static constexpr int slots = 10;
    struct Slot
    {
        qint64 number = -1; // of the stretch of time that it counts
        int requests = 0;
        int failures = 0;
    };

    BreakerSettings m_settings;
    bool m_open = false; // or half-open
    bool m_trial = false;
    std::chrono::milliseconds m_retryAt{0};
    std::chrono::milliseconds m_openFor{0};
    int m_consecutive = 0;
    std::array<Slot, slots> m_window;
    std::optional<Error> m_error;

    void close();
    void open(const std::optional<Error> &error, std::chrono::milliseconds now);
    void count(bool failure, std::chrono::milliseconds now);
    [[nodiscard]] bool tooManyFailures(std::chrono::milliseconds now) const;
    [[nodiscard]] qint64 slotNumber(std::chrono::milliseconds now) const;
};

} // namespace Http
