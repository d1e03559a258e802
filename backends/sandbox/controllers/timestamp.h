// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace Sandbox::Timestamp {

// Times of objects, in milliseconds since 1970, UTC.

//! "2026-11-21T08:20:13Z", as metav1.Time is written; what is below a second is cut off.
[[nodiscard]] std::string text(int64_t milliseconds);
//! "2026-11-21T08:20:13.540000Z", as metav1.MicroTime is written.
[[nodiscard]] std::string microText(int64_t milliseconds);
//! Either of them; nothing when it is neither.
[[nodiscard]] std::optional<int64_t> parse(std::string_view text);

} // namespace Sandbox::Timestamp
