// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/records/journal/journalentry.h"
#include "backends/records/journal/treehead.h"

namespace Records {

class ConsoleKeys;

//! What a cluster is told of a change, so that whoever has the cluster and not this console's disk can see who made it
//! and hold the journal to it: the hashes bind its entries, and the tree head all entries up to then. No values of
//! objects are in it. A plain value; any thread.
//!
//! Signed, with Ed25519, is "pilothouse cluster record v1", a newline and the canonical form (CanonicalJson):
//!   {"change":UUID,"console":ID,"head":{"head":{...},"key":HEX,"signature":HEX},"kind","more":N,
//!    "objects":[{"apiVersion","hash":HEX,"kind","name","namespace","outcome","sequence":N}],"time":MS,"user","version":1}
//! where outcome is a stage of the journal and more counts the objects beyond maxObjects. The head is as in bundles.
struct ChangeSummary
{
    static constexpr int formatVersion = 1;
    static constexpr qsizetype maxObjects = 50;
    static constexpr qsizetype maxLine = 512 * 1024; //!< bytes

    struct Object
    {
        JournalTarget target; //!< its uid is not in the summary
        JournalStage outcome = JournalStage::Verified;
        qint64 sequence = 0; //!< of its last entry
        QByteArray hash; //!< likewise; 32 bytes

        bool operator==(const Object &) const = default;
    };

    QUuid change;
    qint64 time = 0; //!< ms since 1970 UTC; of the last entry
    QString user; //!< of the operating system
    QString console; //!< id, see ConsoleKeys
    QString kind; //!< of change
    QList<Object> objects; //!< at most maxObjects
    qint64 more = 0;
    TreeHead head; //!< covers all of these entries
    QByteArray publicKey; //!< 32 bytes, Ed25519, the console's
    QByteArray signature; //!< 64 bytes

    bool operator==(const ChangeSummary &) const = default;

    //! Of the last entries of one change, one for each object; unsigned.
    [[nodiscard]] static ChangeSummary of(const QList<JournalEntry> &last);
    void sign(const ConsoleKeys &keys);
    [[nodiscard]] QByteArray canonical() const;
    //! Both signatures are the keys', and the keys the consoles'.
    [[nodiscard]] bool genuine() const;

    //! {"key":HEX,"record":CANONICAL,"signature":HEX}, canonical.
    [[nodiscard]] QByteArray line() const;
    //! Error::Malformed for all but line()'s own form, TooLarge beyond maxLine. Signatures are not looked at.
    [[nodiscard]] static Result<ChangeSummary> readLine(QByteArrayView line);
};

} // namespace Records
