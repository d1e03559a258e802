// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/records/journal/journalentry.h"

#include <QList>
#include <QString>

#include <optional>

namespace Records {

//! Which entries a reader wants; what is empty does not restrict.
struct JournalFilter
{
    QString user; //!< of the operating system
    QString tenant;
    QString cluster; //!< its name
    QString kind; //!< of change
    std::optional<qint64> from; //!< ms since 1970 UTC
    std::optional<qint64> to; //!< likewise; not included
    QString text; //!< anywhere in the entry, as typed; ASCII letters in either case
    std::optional<qint64> before; //!< only entries of lower sequence: the last one of the page before
    int limit = 100; //!< 1 to maxPage

    static constexpr int maxPage = 500;
};

//! Newest first.
struct JournalPage
{
    static constexpr qsizetype maxBytes = 32 * 1024 * 1024; //!< of entries as recorded; large ones make short pages

    QList<JournalEntry> entries;
    bool more = false; //!< ask again with before = the last one's sequence
};

//! What became of one object of one change: a row of a journal as people read it.
struct JournalRow
{
    JournalEntry first; //!< its intention, as a rule
    JournalEntry last; //!< its latest entry

    bool operator==(const JournalRow &) const = default;
};

//! Newest first, by their first entries.
struct JournalRowPage
{
    QList<JournalRow> rows;
    bool more = false; //!< ask again with before = the last one's first.sequence
};

} // namespace Records
