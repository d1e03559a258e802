// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace Sandbox {

//! Seconds since 1970; nothing when \a text is no time as RFC 3339 writes it in UTC, fractions ignored.
[[nodiscard]] std::optional<long long> epochSeconds(std::string_view text);
//! A span as kubectl prints ages: "42s", "3m7s", "5d" (apimachinery, util/duration, HumanDuration).
[[nodiscard]] std::string humanDuration(long long seconds);

} // namespace Sandbox
