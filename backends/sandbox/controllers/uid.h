// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace Sandbox {

//! An object's uid in 16 bytes instead of 36 letters; there is one for each of 50,000 pods, in several indexes.
struct Uid
{
    uint64_t high = 0;
    uint64_t low = 0;

    //! What is no UUID is hashed; an empty text is the null uid.
    static Uid of(std::string_view text);
    [[nodiscard]] bool isNull() const { return high == 0 && low == 0; }
    auto operator<=>(const Uid &) const = default;
};

} // namespace Sandbox

template <>
struct std::hash<Sandbox::Uid>
{
    size_t operator()(const Sandbox::Uid &uid) const noexcept { return uid.high ^ (uid.low * 0x9e3779b97f4a7c15ULL); }
};
