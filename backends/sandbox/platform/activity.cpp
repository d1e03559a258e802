// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/platform/activity.h"

#include <cmath>
#include <numbers>

namespace Sandbox {

namespace {

uint64_t mix(uint64_t value)
{
    value += 0x9e3779b97f4a7c15;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
    value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
    return value ^ (value >> 31);
}

double unit(uint64_t value)
{
    return double(value >> 11) * 0x1p-53;
}

} // namespace

double SeededRandom::uniform()
{
    const double value = unit(mix(m_state));
    m_state += 0x9e3779b97f4a7c15;
    return value;
}

namespace Activity {

uint64_t hash(uint64_t seed, std::string_view text)
{
    uint64_t value = 0xcbf29ce484222325 ^ mix(seed); // FNV-1a
    for (const char c : text)
        value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return mix(value);
}

double chance(uint64_t hash, int64_t index)
{
    return unit(mix(hash ^ mix(static_cast<uint64_t>(index))));
}

double noise(uint64_t hash, double time, double period)
{
    const double at = time / period;
    const double whole = std::floor(at);
    const double part = at - whole;
    const double smooth = part * part * (3 - 2 * part);
    const auto index = static_cast<int64_t>(whole);
    return 2 * (chance(hash, index) * (1 - smooth) + chance(hash, index + 1) * smooth) - 1;
}

double level(uint64_t hash, double time)
{
    constexpr double day = 86'400;
    const double turn = 2 * std::numbers::pi;
    // Most work in the day; each has its own high time around 13 o'clock, and a smaller one in the evening.
    const double phase = (time / day - std::floor(time / day)) - (12.5 + 2 * chance(hash, 1)) / 24;
    const double shape = 1 + 0.55 * std::cos(turn * phase) + 0.12 * std::cos(2 * turn * phase - 1.1);
    const auto weekday
        = static_cast<int64_t>(std::floor(time / day) + 3) % 7; // the epoch began on a Thursday; 0 is Monday
    const double weekend = weekday >= 5 ? 0.62 + 0.3 * chance(hash, 2) : 1.0;
    return shape * weekend * (1 + 0.06 * noise(hash, time, 1'800)) * 1.03;
}

} // namespace Activity

} // namespace Sandbox
