// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/records/journal/journalverify.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Records {

class ConsoleKeys;

enum class JournalFormat {
    JsonLines, //!< one line for each entry: {"entry":CANONICAL,"hash":HEX}; see JournalEntry
    Csv, //!< RFC 4180, one row for each entry, with a header
    Bundle, //!< all that is needed to verify it, in one file
};

//! "jsonl", "csv" or "bundle".
[[nodiscard]] std::optional<JournalFormat> journalFormatOf(const QString &name);

//! A bundle is text in UTF-8, lines of canonical JSON that each end in a newline:
//!   {"console":ID,"entries":N,"format":"pilothouse-journal-bundle","heads":M,"key":HEX,"time":MS,"version":1}
//!   N lines as JsonLines has them, from the first entry on, without gaps
//!   M tree heads, {"head":{"console":ID,"root":HEX,"size":N,"time":MS},"key":HEX,"signature":HEX}
//!   {"digest":HEX,"signature":HEX}: SHA-256 over all bytes before this line, and the Ed25519 signature, by the key of
//!     the first line, of "pilothouse journal bundle v1", a newline and the digest's 64 figures
//! Keys are raw 32 bytes (RFC 8032) in hex; a console's id is the first 16 bytes of its key's SHA-256, in hex.
struct JournalExport
{
    QByteArray bytes; //!< empty when the journal is not sound: what is broken is not passed on as if it were not
    VerifyReport report;
};

//! Verifies the journal on the way; errors as verifyJournal(). \a keys sign bundles; \a time: ms since 1970 UTC;
//! \a watch is told of entries and heads as they are gone through. Any thread.
[[nodiscard]] Result<JournalExport> exportJournal(
    const QString &file, JournalFormat format, const ConsoleKeys &keys, qint64 time, const JournalVisitor &watch = {});

} // namespace Records
