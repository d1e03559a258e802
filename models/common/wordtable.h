// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>
#include <utility>

//! Which stable word stands for which value of an enumeration, both ways: for files and exports. Pure.
namespace WordTable {

template <typename Value, std::size_t Size>
using Words = std::array<std::pair<Value, const char *>, Size>;

//! Empty for a value that has no word.
template <typename Value, std::size_t Size>
[[nodiscard]] QString wordOf(const Words<Value, Size> &words, Value value)
{
    for (const auto &[known, word] : words) {
        if (known == value)
            return QString::fromLatin1(word);
    }
    return {};
}

template <typename Value, std::size_t Size>
[[nodiscard]] std::optional<Value> valueOf(const Words<Value, Size> &words, const QString &word)
{
    for (const auto &[value, known] : words) {
        if (word == QLatin1String(known))
            return value;
    }
    return {};
}

} // namespace WordTable
