// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/platform/scenario.h"

#include <array>
#include <cstdint>

namespace Sandbox {

//! What a service is like at one moment of an ordinary day: what live traffic starts from, and all that history knows
//! of. Pure: follows from the workload, the seed and the time.
struct Ordinary
{
    //! Upper bounds of response times in seconds, without +Inf.
    static constexpr std::array bounds{0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0};
    static constexpr size_t objectiveBound = 6; //!< 500 ms, which the latency objective is about
    using Within = std::array<double, bounds.size() + 1>;

    //! \a its may be null, for what the scenario does not know. \a own: seriesOf(). \a time: seconds since the epoch.
    Ordinary(const WorkloadSpec *its, uint64_t own, double time);

    double level = 1; //!< how busy, against the average of a week
    double capacity = 1e9; //!< requests a second that one pod can carry
    double cpuOfRequest = 0.004; //!< seconds
    double cpuOfPod = 0.003; //!< cores of one pod, requests apart
    double memoryOfPod = 0; //!< bytes
    double typical = 0.045; //!< seconds, the median response time
    double errors = 0.0003; //!< share of requests
    double wrong = 0.001; //!< share of business requests
    double unhappy = 0.05; //!< share of scores of 4.0 or less

    //! The noise of one service is its own.
    [[nodiscard]] static uint64_t seriesOf(
        uint64_t seed, const std::string &cluster, const std::string &space, const std::string &app);
    //! The share of response times within each bound when their median is \a median; \a tail of them take seconds.
    [[nodiscard]] static Within within(double median, double tail);
};

} // namespace Sandbox
