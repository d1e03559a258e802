// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/humantime.h"

#include <charconv>
#include <chrono>

namespace Sandbox {

namespace {

std::optional<int> digits(std::string_view text, size_t at, size_t count)
{
    int value = 0;
    if (at + count > text.size())
        return std::nullopt;
    const char *end = text.data() + at + count;
    const auto [stop, problem] = std::from_chars(text.data() + at, end, value);
    return problem == std::errc() && stop == end && value >= 0 ? std::optional(value) : std::nullopt;
}

//! "3m7s", and "3m" when there is no rest.
std::string twoParts(long long whole, const char *unit, long long rest, const char *restUnit)
{
    return std::to_string(whole) + unit + (rest == 0 ? std::string() : std::to_string(rest) + restUnit);
}

} // namespace

std::optional<long long> epochSeconds(std::string_view text)
{
    using namespace std::chrono;
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto second = digits(text, 17, 2);
    if (!year || !month || !day || !hour || !minute || !second || text[10] != 'T')
        return std::nullopt;
    const year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
        std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok())
        return std::nullopt;
    return sys_days(date).time_since_epoch().count() * 86'400LL + *hour * 3'600 + *minute * 60 + *second;
}

std::string humanDuration(long long seconds)
{
    if (seconds < -1)
        return "<invalid>";
    if (seconds < 0)
        return "0s";
    if (seconds < 120)
        return std::to_string(seconds) + "s";
    const long long minutes = seconds / 60;
    if (minutes < 10)
        return twoParts(minutes, "m", seconds % 60, "s");
    if (minutes < 180)
        return std::to_string(minutes) + "m";
    const long long hours = minutes / 60;
    if (hours < 8)
        return twoParts(hours, "h", minutes % 60, "m");
    if (hours < 48)
        return std::to_string(hours) + "h";
    if (hours < 192)
        return twoParts(hours / 24, "d", hours % 24, "h");
    const long long days = hours / 24;
    if (days < 365 * 2)
        return std::to_string(days) + "d";
    if (days < 365 * 8)
        return twoParts(days / 365, "y", days % 365, "d");
    return std::to_string(days / 365) + "y";
}

} // namespace Sandbox
