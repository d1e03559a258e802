// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString> // with it comes the string builder that joins byte arrays

#include <cmath>
#include <cstdio>
#include <optional>

//! The one line per figure that every benchmark prints and packaging/bench collects:
//! {"name","value","unit","bar","rival","rival_value","met"}. What a figure has none of is null.
namespace Bench {

//! Quoted for JSON; control characters, which no name of a figure needs, become spaces.
[[nodiscard]] inline QByteArray quoted(const QByteArray &text)
{
    QByteArray out("\"");
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out + '"';
}

//! Four decimals at most; JSON knows no infinity and no NaN, so these are null.
[[nodiscard]] inline QByteArray number(std::optional<double> value)
{
    if (!value || !std::isfinite(*value))
        return "null";
    QByteArray digits = QByteArray::number(*value, 'f', 4);
    while (digits.endsWith('0'))
        digits.chop(1);
    if (digits.endsWith('.'))
        digits.chop(1);
    return digits == "-0" ? QByteArray("0") : digits;
}

//! \a bar in words such as "at most 16 ms" (empty: none); \a rival is what did the same in the same run (empty: none),
//! \a rivalValue its figure in the same unit. \a met: whether the bar is met; nothing where there is no bar.
[[nodiscard]] inline QByteArray line(const QByteArray &name, double value, const QByteArray &unit,
    const QByteArray &bar = {}, const QByteArray &rival = {}, std::optional<double> rivalValue = {},
    std::optional<bool> met = {})
{
    const auto words = [](const QByteArray &text) { return text.isEmpty() ? QByteArray("null") : quoted(text); };
    return "{\"name\":" + quoted(name) + ",\"value\":" + number(value) + ",\"unit\":" + quoted(unit)
        + ",\"bar\":" + words(bar) + ",\"rival\":" + words(rival) + ",\"rival_value\":" + number(rivalValue)
        + ",\"met\":" + (met ? (*met ? "true" : "false") : "null") + '}';
}

//! Prints line() on standard output at once, so that a run that is cut short keeps what it measured.
inline void print(const QByteArray &name, double value, const QByteArray &unit, const QByteArray &bar = {},
    const QByteArray &rival = {}, std::optional<double> rivalValue = {}, std::optional<bool> met = {})
{
    std::printf("%s\n", line(name, value, unit, bar, rival, rivalValue, met).constData());
    std::fflush(stdout);
}

} // namespace Bench
