// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/platform/ordinary.h"

#include "backends/sandbox/platform/activity.h"

#include <algorithm>
#include <cmath>

namespace Sandbox {

Ordinary::Ordinary(const WorkloadSpec *its, uint64_t own, double time)
{
    using Activity::noise;
    level = Activity::level(own, time) * (1 + 0.08 * noise(own ^ 5, time, 300));
    double cpu = 0.05;
    memoryOfPod = 64.0 * 1024 * 1024;
    if (its) {
        cpu = its->cpu;
        memoryOfPod = its->memory;
        typical = its->typicalSeconds;
        if (its->requestsPerSecond > 0) {
            capacity = its->requestsPerSecond / its->replicas * Activity::peak / its->peakLoad;
            cpuOfRequest = cpu * 0.55 / capacity;
        }
        if (its->objectives.availability)
            errors = std::min(errors, (1 - *its->objectives.availability) * 0.3);
        if (its->objectives.quality)
            wrong = (1 - *its->objectives.quality) * 0.35;
    }
    const bool worker = its && its->requestsPerSecond == 0;
    cpuOfPod = cpu * (worker ? 0.15 + 0.35 * level : 0.06);
    memoryOfPod *= 0.5 + 0.05 * noise(own ^ 3, time, 7'200);
    typical *= std::exp(0.12 * noise(own ^ 7, time, 900));
    errors *= 1 + 0.6 * noise(own ^ 11, time, 1'200);
    wrong *= 1 + 0.5 * noise(own ^ 13, time, 1'500);
    unhappy *= 1 + 0.5 * noise(own ^ 17, time, 2'400);
}

uint64_t Ordinary::seriesOf(uint64_t seed, const std::string &cluster, const std::string &space, const std::string &app)
{
    return Activity::hash(Activity::hash(seed, cluster), space + "/" + app);
}

Ordinary::Within Ordinary::within(double median, double tail)
{
    constexpr double spread = 0.5; // sigma of the logarithm of response times
    Within shares{};
    for (size_t i = 0; i < bounds.size(); ++i) {
        const double body = 0.5 * std::erfc(-std::log(bounds[i] / median) / (spread * std::sqrt(2.0)));
        const double slowest = std::clamp((bounds[i] - 2) / 4, 0.0, 1.0); // between two and six seconds
        shares[i] = body * (1 - tail) + slowest * tail;
    }
    shares.back() = 1;
    return shares;
}

} // namespace Sandbox
