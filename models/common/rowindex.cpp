// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/rowindex.h"

#include <utility>

uint32_t RowIndex::markOf(size_t hash)
{
    const auto wide = static_cast<uint64_t>(hash) * 0x9E3779B97F4A7C15U; // spreads what a weak hash leaves together
    return static_cast<uint32_t>(wide >> 32);
}

void RowIndex::insert(size_t hash, int row)
{
    if (4 * (m_taken + 1) > 3 * m_entries.size())
        grow();
    put({markOf(hash), row});
    ++m_taken;
}

//! What was pushed on by the entry moves up, so that no search ends too early.
void RowIndex::remove(size_t hash, int row)
{
    size_t hole = placeOf(hash, row);
    if (m_entries.empty() || m_entries[hole].row < 0)
        return;
    for (size_t at = after(hole); m_entries[at].row >= 0; at = after(at)) {
        const size_t wanted = home(m_entries[at].mark);
        const size_t mask = m_entries.size() - 1;
        if (((at - wanted) & mask) >= ((at - hole) & mask)) {
            m_entries[hole] = m_entries[at];
            hole = at;
        }
    }
    m_entries[hole].row = -1;
    --m_taken;
}

void RowIndex::swap(size_t leftHash, int left, size_t rightHash, int right)
{
    const size_t leftPlace = placeOf(leftHash, left);
    const size_t rightPlace = placeOf(rightHash, right);
    std::swap(m_entries[leftPlace].row, m_entries[rightPlace].row);
}

void RowIndex::closeGap(int first, int count)
{
    for (Entry &entry : m_entries) {
        if (entry.row >= first)
            entry.row -= count;
    }
}

//! Of the row's entry, or of the empty one that ends the search.
size_t RowIndex::placeOf(size_t hash, int row) const
{
    if (m_entries.empty())
        return 0;
    size_t at = home(markOf(hash));
    while (m_entries[at].row >= 0 && m_entries[at].row != row)
        at = after(at);
    return at;
}

void RowIndex::put(Entry entry)
{
    size_t at = home(entry.mark);
    while (m_entries[at].row >= 0)
        at = after(at);
    m_entries[at] = entry;
}

void RowIndex::grow()
{
    const std::vector<Entry> old
        = std::exchange(m_entries, std::vector<Entry>(m_entries.empty() ? 16 : 2 * m_entries.size()));
    for (const Entry &entry : old) {
        if (entry.row >= 0)
            put(entry);
    }
}
