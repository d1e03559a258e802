// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/trafficstatistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Http {

namespace {

constexpr double growth = 1.1;

//! Class 0 holds what took less than a millisecond; class n [1.1^(n-1), 1.1^n) ms.
size_t classOf(std::chrono::milliseconds took, int classes)
{
    if (took.count() < 1)
        return 0;
    const int number = 1 + static_cast<int>(std::log(static_cast<double>(took.count())) / std::log(growth));
    return static_cast<size_t>(std::min(number, classes - 1));
}

std::chrono::microseconds middleOf(size_t number)
{
    const double ms = number == 0 ? 0.5 : std::pow(growth, static_cast<double>(number) - 0.5);
    return std::chrono::microseconds(static_cast<std::int64_t>(std::round(ms * 1000)));
}

} // namespace

TrafficStatistics::Stretch &TrafficStatistics::current(std::chrono::milliseconds now)
{
    const std::int64_t number = now / std::chrono::milliseconds(stretch);
    Stretch &found = m_stretches[static_cast<size_t>(number % stretches)];
    if (found.number != number) {
        found = {};
        found.number = number;
    }
    return found;
}

bool TrafficStatistics::isRecent(const Stretch &some, std::chrono::milliseconds now)
{
    return some.number > now / std::chrono::milliseconds(stretch) - stretches;
}

void TrafficStatistics::sent(std::chrono::milliseconds now)
{
    const std::int64_t number = now / std::chrono::milliseconds(1000);
    Second &second = m_seconds[static_cast<size_t>(number) % m_seconds.size()];
    if (second.number != number)
        second = {number, 0};
    ++second.sent;
}

void TrafficStatistics::ended(bool failed, std::chrono::milliseconds now)
{
    Stretch &some = current(now);
    ++some.ended;
    some.failed += failed ? 1 : 0;
}

void TrafficStatistics::answered(std::chrono::milliseconds took, std::chrono::milliseconds now)
{
    Stretch &some = current(now);
    std::uint16_t &times = some.times[classOf(took, classes)];
    if (times == std::numeric_limits<std::uint16_t>::max())
        return; // 6,500 a second of one class; the shape is known by then
    ++times;
    ++some.answered;
}

std::optional<TrafficStatistics::Percentiles> TrafficStatistics::percentiles(std::chrono::milliseconds now) const
{
    std::array<std::uint32_t, classes> sums{};
    std::uint32_t all = 0;
    for (const Stretch &some : m_stretches) {
        if (!isRecent(some, now))
            continue;
        for (size_t i = 0; i < sums.size(); ++i)
            sums[i] += some.times[i];
        all += some.answered;
    }
    if (all == 0)
        return {};
    const auto at = [&](double share) {
        const auto rank = static_cast<std::uint32_t>(std::ceil(share * all));
        std::uint32_t seen = 0;
        size_t number = 0;
        while (number + 1 < sums.size() && (seen += sums[number]) < rank)
            ++number;
        return middleOf(number);
    };
    return Percentiles{at(0.50), at(0.95), at(0.99)};
}

double TrafficStatistics::requestsPerSecond(std::chrono::milliseconds now) const
{
    constexpr std::chrono::seconds minute{60};
    const std::int64_t number = now / std::chrono::milliseconds(1000);
    std::uint32_t sum = 0;
    for (const Second &second : m_seconds) {
        if (second.number > number - minute.count())
            sum += second.sent;
    }
    const auto age = std::clamp<std::chrono::milliseconds>(now - m_since, std::chrono::seconds(1), minute);
    return sum * 1000.0 / static_cast<double>(age.count());
}

std::optional<double> TrafficStatistics::errorRatio(std::chrono::milliseconds now) const
{
    std::uint32_t ended = 0;
    std::uint32_t failed = 0;
    for (const Stretch &some : m_stretches) {
        if (isRecent(some, now)) {
            ended += some.ended;
            failed += some.failed;
        }
    }
    if (ended == 0)
        return {};
    return static_cast<double>(failed) / ended;
}

bool TrafficStatistics::idle(std::chrono::milliseconds now) const
{
    return !errorRatio(now) && !percentiles(now) && requestsPerSecond(now) <= 0;
}

} // namespace Http
