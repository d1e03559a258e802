// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Records {

//! Something in a journal, or in a bundle, that is not as it was written.
struct JournalFinding
{
    enum class Kind {
        NotAJournal, //!< neither a journal nor a bundle
        Newer, //!< written by a version with a newer schema
        PageChanged, //!< place: the page's number, from 1
        SizeWrong, //!< pages are missing or too many
        LogChanged, //!< place: where in the log beside the file, in bytes
        SchemaChanged, //!< tables, indexes or triggers are not those of a journal; detail: which
        StructureBroken, //!< SQLite finds the file inconsistent; detail: what it says
        EntryUnreadable, //!< detail: why
        EntryChanged, //!< its hash is not that of its text
        ChainBroken, //!< it does not name the hash of the entry before
        SequenceGap, //!< an entry is missing, or there twice: place: the number found instead
        ColumnChanged, //!< what is shown and searched differs from the text; detail: the column
        HeadChanged, //!< place: the size a tree head names; its signature is not its key's
        HeadRootWrong, //!< the entries are not those that were signed
        HeadBeyondEnd, //!< there were more entries when it was signed
        HeadUnreadable,
        BundleChanged, //!< place: the line; it is not as exported
        BundleSignatureWrong,
    };
    Kind kind = Kind::NotAJournal;
    qint64 sequence = 0; //!< of the entry that it is about; 0: of none
    qint64 place = 0;
    QString detail = {};

    bool operator==(const JournalFinding &) const = default;
};

//! A journal's file and the log beside it, put together in memory as SQLite would, without SQLite and without a lock
//! on anything: a console may write meanwhile.
struct JournalImage
{
    QByteArray database; //!< what SQLite may open as a database in memory; empty when that makes no sense
    QList<JournalFinding> findings;
    bool unfinishedLog = false; //!< the log ends in a transaction that was never completed, and that is not recorded

    //! Checks every byte: seals of pages, checksums of the log. Needs memory of the size of both, and reads the file
    //! twice, to know that nobody changed it in between. Error::NotFound or Configuration when it cannot be read,
    //! TooLarge beyond maxBytes, Conflict when a console writes so often that no moment was quiet.
    [[nodiscard]] static Result<JournalImage> read(const QString &file);

    static constexpr qint64 maxBytes = qint64(1) << 30; //!< SQLite's own bound for databases in memory
};

//! The whole of \a file, by way of SQLite's own layer: to open and close it otherwise would release the locks that a
//! JournalStore of this process holds on it.
[[nodiscard]] Result<QByteArray> readDatabaseFile(const QString &file, qint64 maxBytes);

} // namespace Records
