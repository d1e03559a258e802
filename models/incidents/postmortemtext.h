// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringList>

struct TimelineEntry;

//! How a post-mortem writes figures, times and names. Pure.
namespace PostMortemText {

inline constexpr qsizetype mostNamed = 5; //!< in a sentence or a list

//! Of a server or a person: escaped, without credentials.
[[nodiscard]] QString clean(const QString &text);
//! "2026-11-21".
[[nodiscard]] QString day(const QDateTime &utc);
//! "14:02:15".
[[nodiscard]] QString clock(const QDateTime &utc);
//! "2026-11-21 14:02:15"; empty for an invalid one.
[[nodiscard]] QString moment(const QDateTime &utc);
[[nodiscard]] QString percent(double share, int digits);
//! As a percentage; small shares keep two figures that say something.
[[nodiscard]] QString share(double value);
//! A burn rate: "51", "3.6".
[[nodiscard]] QString burn(double rate);
//! "a, b and c".
[[nodiscard]] QString list(const QStringList &texts);
//! Likewise, of more than mostNamed with the number of the others.
[[nodiscard]] QString shortened(const QStringList &texts);
//! "by olga" of a change of this console, "with kubectl" of what only the program is known of; empty: not known.
[[nodiscard]] QString agent(const QString &who, bool person);
//! Whether \a entry names a person and not the program that somebody used.
[[nodiscard]] bool namesPerson(const TimelineEntry &entry);

} // namespace PostMortemText
