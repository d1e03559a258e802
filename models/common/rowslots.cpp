// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/rowslots.h"

#include <algorithm>
#include <numeric>
#include <utility>

void RowSlots::reset(int rows)
{
    m_slotAt.resize(static_cast<std::size_t>(rows));
    std::iota(m_slotAt.begin(), m_slotAt.end(), 0);
    m_rowOf = m_slotAt;
    m_free.clear();
    m_gone.clear();
}

std::vector<int> RowSlots::insert(int first, int count)
{
    std::vector<int> made;
    made.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        if (m_free.empty()) {
            made.push_back(capacity());
            m_rowOf.push_back(-1);
        } else {
            made.push_back(m_free.back());
            m_free.pop_back();
        }
    }
    m_slotAt.insert(m_slotAt.begin() + first, made.begin(), made.end());
    number(first);
    return made;
}

void RowSlots::remove(int first, int last)
{
    const auto from = m_slotAt.begin() + first;
    const auto to = m_slotAt.begin() + last + 1;
    for (auto slot = from; slot != to; ++slot)
        m_rowOf[static_cast<std::size_t>(*slot)] = -1;
    m_gone.insert(m_gone.end(), from, to);
    m_slotAt.erase(from, to);
    number(first);
}

void RowSlots::reuse()
{
    m_free.insert(m_free.end(), m_gone.begin(), m_gone.end());
    m_gone.clear();
}

void RowSlots::swapRows(int left, int right)
{
    std::swap(m_slotAt[static_cast<std::size_t>(left)], m_slotAt[static_cast<std::size_t>(right)]);
    m_rowOf[static_cast<std::size_t>(slotAt(left))] = left;
    m_rowOf[static_cast<std::size_t>(slotAt(right))] = right;
}

void RowSlots::rearrange(std::vector<int> &&slotAt)
{
    m_slotAt = std::move(slotAt);
    number(0);
}

void RowSlots::number(int first)
{
    for (int row = first; row < rowCount(); ++row)
        m_rowOf[static_cast<std::size_t>(slotAt(row))] = row;
}
