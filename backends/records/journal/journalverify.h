// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/records/journal/journalimage.h"

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace Records {

struct JournalEntry;
struct TreeHead;

//! What came of reading a journal, or a bundle exported from one, with mistrust.
//!
//! What it finds: every changed byte of the file (seals of pages, checksums of the log; not what follows the last
//! complete transaction in the log, which records nothing); every changed, missing, added or moved entry, because each
//! names the hash of the one before; and entries replaced by others from some place to the end, chain and seals made
//! anew, as long as a tree head covers them: those carry the signature of a console. What it cannot find: that entries
//! are missing at the end which no tree head covered, and a journal wholly made by someone else, which the ids of the
//! consoles in it show to whoever knows the right ones.
struct VerifyReport
{
    enum class Subject { Journal, Bundle };

    Subject subject = Subject::Journal;
    qint64 entries = 0; //!< that were found, in order
    qint64 heads = 0; //!< that were found
    qint64 signedEntries = 0; //!< so many are covered by a tree head that is as it should be
    QStringList consoles; //!< ids of those who signed, sorted
    bool unfinishedLog = false; //!< an interrupted transaction at the end of the log; harmless
    QList<JournalFinding> findings; //!< at most maxFindings; empty when all is well

    static constexpr int maxFindings = 100;

    [[nodiscard]] bool sound() const { return findings.isEmpty(); }
    //! The one about the first entry that is broken; of none, whatever was found first. Null when all is well.
    [[nodiscard]] const JournalFinding *first() const;
};

//! What visits a journal while it is verified: what is canonical, in order, whether or not the chain holds.
struct JournalVisitor
{
    std::function<void(const JournalEntry &)> entry;
    std::function<void(const TreeHead &)> head;
};

//! Reads the file alone, changes nothing and needs no other program; a console may write meanwhile, and \a file may be
//! a copy (with the file FILE-wal beside it, if there is one). Any thread. Costs memory of thrice its size,
//! and some 4 ms for 60 entries in 84 KiB, in proportion for more. Errors as JournalImage::read().
[[nodiscard]] Result<VerifyReport> verifyJournal(const QString &file, const JournalVisitor &visitor = {});
//! A bundle's bytes; see journalexport.h for the format. Pure.
[[nodiscard]] VerifyReport verifyBundle(QByteArrayView bytes, const JournalVisitor &visitor = {});
//! Whichever of the two the file is; by its first bytes.
[[nodiscard]] Result<VerifyReport> verifyFile(const QString &file);

} // namespace Records
