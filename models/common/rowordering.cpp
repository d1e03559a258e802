// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/rowordering.h"

#include "models/common/tablemodel.h"

#include <algorithm>
#include <utility>

namespace {

//! The keys of fewer rows are read when they are compared.
constexpr size_t manyLoose = 256;
constexpr size_t rowsPerGlance = 32;

//! The first of the sorted items that is not before \a item, looked for from the beginning in ever longer strides.
template <typename Less>
std::vector<int>::const_iterator gallop(
    std::vector<int>::const_iterator from, std::vector<int>::const_iterator end, int item, const Less &less)
{
    std::ptrdiff_t stride = 1;
    while (stride < end - from && less(*(from + stride - 1), item)) {
        from += stride;
        stride *= 2;
    }
    return std::lower_bound(from, from + std::min(stride, end - from), item, less);
}

} // namespace

void RowOrdering::sortBy(int column, Qt::SortOrder order)
{
    m_keys.sortBy(column, order);
    m_placed = false;
}

void RowOrdering::add(const std::vector<int> &added)
{
    const auto slots = static_cast<size_t>(m_rows->capacity());
    m_flags.resize(slots, 0);
    m_keys.resize(m_rows->capacity());
    if (!m_ties.empty())
        m_ties.resize(slots);
    for (const int slot : added)
        m_flags[static_cast<size_t>(slot)] = 0; // another row had it before
}

void RowOrdering::reset()
{
    m_flags.assign(static_cast<size_t>(m_rows->capacity()), 0);
    m_keys.resize(m_rows->capacity());
    m_loose.clear();
    m_slots.clear();
    m_ties = {};
    m_stage = Stage::Idle;
    m_placed = false;
}

void RowOrdering::look(int slot)
{
    const int row = m_rows->rowOf(slot);
    if (row < 0)
        return;
    const bool accepted = m_filter.empty() || m_filter.accepts(*m_table, row);
    const bool was = has(slot, Accepted);
    quint8 &flags = m_flags[static_cast<size_t>(slot)];
    if (!accepted) {
        flags = static_cast<quint8>(flags & ~Accepted);
        return;
    }
    flags |= Accepted;
    const bool changed = m_keys.read(slot, row);
    if (changed || !was || !m_placed)
        loosen(slot);
}

void RowOrdering::loosen(int slot)
{
    if (has(slot, Loose))
        return;
    m_flags[static_cast<size_t>(slot)] |= Loose;
    m_loose.push_back(slot);
}

std::vector<int> RowOrdering::patched(const std::vector<int> &shown)
{
    std::vector<bool> isShown(m_flags.size(), false);
    std::vector<int> kept;
    kept.reserve(shown.size());
    for (const int slot : shown) {
        if (!has(slot, Accepted))
            continue;
        isShown[static_cast<size_t>(slot)] = true;
        kept.push_back(slot);
    }
    std::vector<int> joining;
    for (const int slot : m_loose) {
        if (has(slot, Accepted) && m_rows->rowOf(slot) >= 0 && !isShown[static_cast<size_t>(slot)])
            joining.push_back(slot);
    }
    std::sort(joining.begin(), joining.end(), [this](int left, int right) { return less(left, right); });
    return merged(kept, joining); // near where they belong: some of those that stay are not where they should be
}

void RowOrdering::start(std::vector<int> &&slots)
{
    m_slots = std::move(slots);
    m_looked = 0;
    m_ties = {};
    m_stage = Stage::Looking;
}

bool RowOrdering::run(const std::vector<int> &shown, const QDeadlineTimer &deadline)
{
    while (m_stage == Stage::Looking) {
        const size_t until = std::min(m_looked + rowsPerGlance, m_slots.size());
        for (; m_looked < until; ++m_looked)
            look(m_slots[m_looked]);
        if (m_looked == m_slots.size())
            beginSorting();
        if (deadline.hasExpired())
            return false;
    }
    while (m_stage == Stage::Sorting) {
        if (goOn(shown))
            return true;
        if (deadline.hasExpired())
            return false;
    }
    return true;
}

void RowOrdering::beginSorting()
{
    m_slots = {};
    if (m_loose.size() >= manyLoose)
        m_ties.resize(m_flags.size());
    m_sort.start(std::vector<int>(m_loose));
    m_stage = Stage::Sorting;
}

bool RowOrdering::goOn(const std::vector<int> &shown)
{
    if (!m_sort.step([this](int left, int right) { return less(left, right); }))
        return false;
    const auto belongs = [this](int slot) { return has(slot, Accepted) && m_rows->rowOf(slot) >= 0; };
    std::vector<int> loose = m_sort.take();
    std::erase_if(loose, [&](int slot) { return !belongs(slot); });
    std::vector<int> placed;
    placed.reserve(shown.size());
    std::copy_if(shown.begin(), shown.end(), std::back_inserter(placed),
        [&](int slot) { return !has(slot, Loose) && belongs(slot); });
    m_result = merged(placed, loose);
    for (const int slot : m_loose)
        m_flags[static_cast<size_t>(slot)] &= static_cast<quint8>(~Loose);
    m_loose.clear();
    m_ties = {};
    m_placed = true;
    m_stage = Stage::Idle;
    return true;
}

std::vector<int> RowOrdering::merged(const std::vector<int> &placed, const std::vector<int> &loose)
{
    const auto before = [this](int left, int right) { return less(left, right); };
    std::vector<int> result;
    result.reserve(placed.size() + loose.size());
    auto from = placed.begin();
    for (const int slot : loose) {
        const auto to = gallop(from, placed.end(), slot, before);
        result.insert(result.end(), from, to);
        result.push_back(slot);
        from = to;
    }
    result.insert(result.end(), from, placed.end());
    return result;
}

bool RowOrdering::less(int left, int right)
{
    const int order = m_keys.compare(left, right);
    if (order != 0 || left == right)
        return order < 0;
    return tie(left) < tie(right);
}

QString RowOrdering::tie(int slot)
{
    const int row = m_rows->rowOf(slot);
    if (m_ties.empty())
        return row < 0 ? QString() : m_table->key(row);
    QString &known = m_ties[static_cast<size_t>(slot)];
    if (known.isNull() && row >= 0)
        known = m_table->key(row);
    return known;
}

void RowOrdering::forget(const std::vector<int> &slots)
{
    if (m_stage != Stage::Idle) {
        // They may still be compared, and the sort must not see them change.
        for (const int slot : slots) {
            if (!m_ties.empty())
                (void)tie(slot);
        }
        return;
    }
    for (const int slot : slots)
        m_flags[static_cast<size_t>(slot)] = 0;
    std::erase_if(m_loose, [this](int slot) { return !has(slot, Loose); });
}
