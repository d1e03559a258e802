// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

//! Markdown of texts that nobody can trust: CommonMark, with the tables, links and struck-out text of GitHub. Pure.
namespace MarkdownText {

inline constexpr qsizetype longest = 2000; //!< characters of one text; more ends in an ellipsis

//! \a text as one line that shows it and is nothing else, wherever in a line it stands: no link, no HTML, no heading,
//! no cell of its own, no other direction of writing.
[[nodiscard]] QString escaped(const QString &text);
//! A table; \a cells are Markdown already, and without line breaks. Rows that are short are filled up.
[[nodiscard]] QString table(const QStringList &titles, const QList<QStringList> &rows);

} // namespace MarkdownText
