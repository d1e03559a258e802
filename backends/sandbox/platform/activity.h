// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/random.h"

#include <cstdint>
#include <string_view>

namespace Sandbox {

//! Chance that follows from a seed alone, the same on every machine (SplitMix64).
class SeededRandom final : public RandomSource
{
public:
    explicit SeededRandom(uint64_t seed) : m_state(seed) { }
    [[nodiscard]] double uniform() override;

private:
    uint64_t m_state;
};

//! How busy people are: pure functions of time, so that live traffic goes on where history ends.
namespace Activity {

//! Live, a day passes in 24 minutes.
constexpr int compression = 60;

//! A number for \a text under \a seed, evenly spread.
[[nodiscard]] uint64_t hash(uint64_t seed, std::string_view text);
//! In [0, 1), the same for the same arguments.
[[nodiscard]] double chance(uint64_t hash, int64_t index);
//! Smooth noise in [-1, 1] that changes within \a period.
[[nodiscard]] double noise(uint64_t hash, double time, double period);
//! How busy a service is at \a time, seconds since the epoch, against its average over a week. \a hash gives each its
//! own hours: between 0.3 at night and peak, less at weekends.
[[nodiscard]] double level(uint64_t hash, double time);
//! The highest level that comes up.
constexpr double peak = 1.65;

} // namespace Activity

} // namespace Sandbox
