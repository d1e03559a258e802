// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/core.h"

#include "backends/core/clock.h"
#include "backends/core/random.h"

#include <algorithm>

namespace Sandbox {

namespace {

std::string rfc3339(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate).toStdString();
}

char pick(RandomSource &random, std::string_view characters)
{
    const auto at = static_cast<size_t>(random.uniform() * static_cast<double>(characters.size()));
    return characters[std::min(at, characters.size() - 1)];
}

} // namespace

Core::Core(std::string cluster, size_t history, const Clock &time, RandomSource &chance)
    : clusterName(std::move(cluster)), clock(time), random(chance), store(history)
{
}

std::string Core::now() const
{
    return rfc3339(clock.now());
}

std::string Core::later(long long seconds) const
{
    return rfc3339(clock.now().addSecs(seconds));
}

long long Core::epoch() const
{
    return clock.now().toSecsSinceEpoch();
}

std::string Core::uid()
{
    // Chance makes two objects of a cluster differ, the name two clusters of the same seed, the version the objects of
    // a test whose chance is scripted.
    const size_t origin = std::hash<std::string>{}(clusterName + std::to_string(store.version()));
    std::string uid;
    for (size_t i = 0; i < 36; ++i) {
        constexpr std::string_view hex = "0123456789abcdef";
        if (i == 8 || i == 13 || i == 18 || i == 23)
            uid += '-';
        else if (i == 14)
            uid += '4'; // a random UUID, RFC 4122
        else if (i == 19)
            uid += pick(random, "89ab");
        else
            uid += hex[(hex.find(pick(random, hex)) ^ (origin >> (i % 15 * 4))) & 15];
    }
    return uid;
}

std::string Core::suffix()
{
    std::string suffix;
    while (suffix.size() < 5)
        suffix += pick(random, "bcdfghjklmnpqrstvwxz2456789");
    return suffix;
}

} // namespace Sandbox
