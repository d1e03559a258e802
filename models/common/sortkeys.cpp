// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/sortkeys.h"

#include "models/common/cellorder.h"
#include "models/common/tablemodel.h"

#include <algorithm>
#include <limits>

namespace {

constexpr quint64 unknown = std::numeric_limits<quint64>::max();
constexpr qsizetype sharedKeys = 512;

//! The beginning of a text as a number of the same order: most comparisons end here.
quint64 beginning(const QString &text)
{
    quint64 number = 0;
    for (qsizetype i = 0; i < 4; ++i)
        number = (number << 16) | (i < text.size() ? text.at(i).unicode() : 0U);
    return number;
}

} // namespace

void SortKeys::sortBy(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    m_kind = column < 0 ? CellKind::Count : m_table->columns()[static_cast<size_t>(column)].kind;
    m_folded.clear();
    std::fill(m_heads.begin(), m_heads.end(), unknown);
    const size_t slots = m_heads.size();
    m_texts = {};
    m_texts.resize(isText() ? slots : 0);
}

void SortKeys::resize(int slots)
{
    m_heads.resize(static_cast<size_t>(slots), unknown);
    if (isText())
        m_texts.resize(static_cast<size_t>(slots));
}

bool SortKeys::read(int slot, int row)
{
    quint64 head = unknown;
    QString text;
    if (m_column < 0) {
        head = static_cast<quint64>(row) + 1;
    } else if (const QVariant value = m_table->value(row, m_column); CellOrder::comparable(value, m_kind)) {
        if (isText())
            text = textKey(value.toString());
        head = isText() ? beginning(text) : CellOrder::rank(value, m_kind);
        // The ends are left to what is unknown, in either order.
        head = std::clamp(head, quint64(1), unknown - 1);
        if (m_order == Qt::DescendingOrder)
            head = ~head;
    }
    const auto at = static_cast<size_t>(slot);
    bool changed = std::exchange(m_heads[at], head) != head;
    if (isText() && m_texts[at] != text) {
        m_texts[at] = std::move(text);
        changed = true;
    }
    return changed;
}

int SortKeys::compare(int left, int right) const
{
    const auto l = static_cast<size_t>(left);
    const auto r = static_cast<size_t>(right);
    if (m_heads[l] != m_heads[r])
        return m_heads[l] < m_heads[r] ? -1 : 1;
    if (!isText() || m_texts[l].constData() == m_texts[r].constData())
        return 0;
    const int order = m_texts[l].compare(m_texts[r]);
    return m_order == Qt::AscendingOrder ? order : -order;
}

QString SortKeys::textKey(const QString &text)
{
    const bool folded
        = std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80 && (c < u'A' || c > u'Z'); });
    if (folded)
        return text;
    if (const auto known = m_folded.constFind(text); known != m_folded.cend())
        return *known;
    const QString key = CellOrder::textKey(text);
    if (m_folded.size() < sharedKeys)
        m_folded.insert(text, key);
    return key;
}
