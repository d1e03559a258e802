// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string_view>

//! Times as servers written in Go spell them (RFC 3339, with up to nine decimals). Pure; any thread.
namespace Timestamp {

//! Milliseconds since the epoch, nanoseconds cut off; nothing when \a text is no such time. Go's zero time, the year 1,
//! is 0: it means "none".
[[nodiscard]] std::optional<qint64> parse(std::string_view text);
//! "2026-11-20T22:48:05.250Z".
[[nodiscard]] QString text(qint64 milliseconds);

} // namespace Timestamp
