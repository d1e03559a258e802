// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>

namespace Http {

//! How many requests there were of late, how many failed and how long answers took, in a fixed amount of memory (about
//! 12 KB): answer times go into classes that are a tenth wide, by stretches of ten seconds. A percentile is therefore
//! off by 5 % at most, and "five minutes" are up to ten seconds more. Pure; times are readings of one clock.
class TrafficStatistics
{
public:
    struct Percentiles
    {
        std::chrono::microseconds p50;
        std::chrono::microseconds p95;
        std::chrono::microseconds p99;
    };

    explicit TrafficStatistics(std::chrono::milliseconds now) : m_since(now) { }

    void sent(std::chrono::milliseconds now);
    //! One that was sent has ended, badly if \a failed.
    void ended(bool failed, std::chrono::milliseconds now);
    //! One has got its whole answer after \a took.
    void answered(std::chrono::milliseconds took, std::chrono::milliseconds now);

    //! Over the last five minutes; empty without an answer in them.
    [[nodiscard]] std::optional<Percentiles> percentiles(std::chrono::milliseconds now) const;
    //! Over the last minute, or since the start if that was later.
    [[nodiscard]] double requestsPerSecond(std::chrono::milliseconds now) const;
    //! 0 … 1 over the last five minutes; empty when nothing ended in them.
    [[nodiscard]] std::optional<double> errorRatio(std::chrono::milliseconds now) const;
    //! Nothing is left that time would change.
    [[nodiscard]] bool idle(std::chrono::milliseconds now) const;

private:
    static constexpr std::chrono::seconds stretch{10};
    static constexpr int stretches = 31; // five minutes and the one that has begun
    static constexpr int classes = 144; // of 1.1 each from 1 ms on: more than ten minutes
    struct Stretch
    {
        std::int64_t number = -1;
        std::uint32_t ended = 0;
        std::uint32_t failed = 0;
        std::uint32_t answered = 0;
        std::array<std::uint16_t, classes> times{};
    };
    struct Second
    {
        std::int64_t number = -1;
        std::uint32_t sent = 0;
    };

    std::chrono::milliseconds m_since;
    std::array<Stretch, stretches> m_stretches;
    std::array<Second, 61> m_seconds;

    [[nodiscard]] Stretch &current(std::chrono::milliseconds now);
    [[nodiscard]] static bool isRecent(const Stretch &stretch, std::chrono::milliseconds now);
};

} // namespace Http
