// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/timestamp.h"

#include <charconv>
#include <chrono>

namespace Sandbox::Timestamp {

namespace {

void append(std::string &text, int value, int digits)
{
    std::string number = std::to_string(value);
    if (number.size() < static_cast<size_t>(digits))
        number.insert(0, static_cast<size_t>(digits) - number.size(), '0');
    text += number;
}

std::string upToSeconds(int64_t milliseconds)
{
    using namespace std::chrono;
    const sys_time<std::chrono::milliseconds> time{std::chrono::milliseconds(milliseconds)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(floor<seconds>(time - day));
    std::string text;
    append(text, static_cast<int>(date.year()), 4);
    text += '-';
    append(text, static_cast<int>(static_cast<unsigned>(date.month())), 2);
    text += '-';
    append(text, static_cast<int>(static_cast<unsigned>(date.day())), 2);
    text += 'T';
    append(text, static_cast<int>(clock.hours().count()), 2);
    text += ':';
    append(text, static_cast<int>(clock.minutes().count()), 2);
    text += ':';
    append(text, static_cast<int>(clock.seconds().count()), 2);
    return text;
}

//! -1 when there is no number of that many digits.
int number(std::string_view text, size_t from, size_t digits)
{
    int value = -1;
    const char *begin = text.data() + from;
    const auto [stop, problem] = std::from_chars(begin, begin + digits, value);
    return problem == std::errc() && stop == begin + digits ? value : -1;
}

} // namespace

std::string text(int64_t milliseconds)
{
    return upToSeconds(milliseconds) + 'Z';
}

std::string microText(int64_t milliseconds)
{
    std::string text = upToSeconds(milliseconds) + '.';
    append(text, static_cast<int>(((milliseconds % 1000) + 1000) % 1000), 3);
    return text + "000Z";
}

std::optional<int64_t> parse(std::string_view text)
{
    using namespace std::chrono;
    if (text.size() < 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':'
        || text.back() != 'Z')
        return std::nullopt;
    const int parts[] = {number(text, 0, 4), number(text, 5, 2), number(text, 8, 2), number(text, 11, 2),
        number(text, 14, 2), number(text, 17, 2)};
    const year_month_day date{
        year(parts[0]), month(static_cast<unsigned>(parts[1])), day(static_cast<unsigned>(parts[2]))};
    if (parts[0] < 0 || !date.ok() || parts[3] < 0 || parts[4] < 0 || parts[5] < 0)
        return std::nullopt;
    const auto whole = sys_days(date) + hours(parts[3]) + minutes(parts[4]) + seconds(parts[5]);
    int64_t result = duration_cast<std::chrono::milliseconds>(whole.time_since_epoch()).count();
    if (text.size() >= 24 && text[19] == '.')
        result += std::max(0, number(text, 20, 3));
    return result;
}

} // namespace Sandbox::Timestamp
