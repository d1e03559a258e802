// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/records/journal/journalentry.h"
#include "backends/records/journal/journalverify.h"
#include "backends/records/journal/merkletree.h"
#include "backends/records/journal/treehead.h"

namespace Records {

//! Follows a chain of entries and the heads over it, in order, and notes in a report what is wrong. The heads come
//! first (journals) or last (bundles).
class ChainCheck
{
public:
    ChainCheck(VerifyReport &report, const JournalVisitor &visitor) : m_report(report), m_visitor(visitor) { }

    void note(JournalFinding finding);
    //! The next entry as it stands there; its parsed form, for further comparisons, when it has one. \a number: what
    //! the place where it was found says its sequence is.
    std::optional<JournalEntry> entry(qint64 number, QByteArrayView canonical, const QByteArray &hash);
    void head(const TreeHead &head);
    //! After all entries and heads.
    void finish();

private:
    VerifyReport &m_report;
    const JournalVisitor &m_visitor;
    Merkle::Growing m_tree;
    QList<QByteArray> m_hashes; // only while heads may still come
    QList<TreeHead> m_heads;
    QByteArray m_previous = QByteArray(32, '\0');
    qint64 m_expected = 1;
};

} // namespace Records
