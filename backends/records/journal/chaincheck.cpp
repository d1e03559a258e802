// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/chaincheck.h"

#include <algorithm>

namespace Records {

using Kind = JournalFinding::Kind;

void ChainCheck::note(JournalFinding finding)
{
    if (m_report.findings.size() < VerifyReport::maxFindings)
        m_report.findings.append(std::move(finding));
}

std::optional<JournalEntry> ChainCheck::entry(qint64 number, QByteArrayView canonical, const QByteArray &hash)
{
    ++m_report.entries;
    if (number != m_expected)
        note({Kind::SequenceGap, m_expected, number});
    const QByteArray real = sha256(canonical);
    if (real != hash)
        note({Kind::EntryChanged, number});
    auto entry = JournalEntry::read(canonical);
    if (!entry)
        note({Kind::EntryUnreadable, number, 0, entry.error().detail});
    else if (entry->sequence != number)
        note({Kind::SequenceGap, number, entry->sequence});
    else if (entry->previous != m_previous && number == m_expected)
        note({Kind::ChainBroken, number});
    m_expected = number + 1;
    m_previous = hash;
    m_hashes.append(hash);
    if (!entry)
        return std::nullopt;
    if (m_visitor.entry)
        m_visitor.entry(*entry);
    return *entry;
}

void ChainCheck::head(const TreeHead &head)
{
    ++m_report.heads;
    m_heads.append(head);
    if (m_visitor.head)
        m_visitor.head(head);
}

void ChainCheck::finish()
{
    std::stable_sort(
        m_heads.begin(), m_heads.end(), [](const TreeHead &a, const TreeHead &b) { return a.size < b.size; });
    for (const TreeHead &head : std::as_const(m_heads)) {
        while (m_tree.size() < qMin<qint64>(head.size, m_hashes.size()))
            m_tree.append(m_hashes.at(m_tree.size()));
        if (!head.genuine())
            note({Kind::HeadChanged, 0, head.size, head.console});
        else if (head.size > m_hashes.size() || head.size < 1)
            note({Kind::HeadBeyondEnd, m_expected, head.size});
        else if (m_tree.root() != head.root)
            note({Kind::HeadRootWrong, 0, head.size, head.console});
        else
            m_report.signedEntries = head.size;
        if (!m_report.consoles.contains(head.console))
            m_report.consoles.append(head.console);
    }
    m_report.consoles.sort();
}

const JournalFinding *VerifyReport::first() const
{
    const JournalFinding *first = nullptr;
    for (const JournalFinding &finding : findings) {
        if (finding.sequence > 0 && (!first || finding.sequence < first->sequence))
            first = &finding;
    }
    return first || findings.isEmpty() ? first : &findings.constFirst();
}

} // namespace Records
