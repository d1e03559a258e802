// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

//! A merge sort in steps, each of which is short, so that events can be served in between.
class SlicedSort
{
public:
    void start(std::vector<int> &&items)
    {
        m_items = std::move(items);
        m_spare.assign(m_items.size(), 0);
        m_run = 0;
        m_at = 0;
    }

    //! Whether the items are sorted; else to be called again with the same strict weak order.
    template <typename Less>
    [[nodiscard]] bool step(const Less &less)
    {
        const size_t count = m_items.size();
        if (m_at < count)
            m_run == 0 ? sortRun(less) : mergeRuns(less);
        if (m_at >= count) {
            if (m_run > 0)
                m_items.swap(m_spare);
            m_run = m_run == 0 ? firstRun : 2 * m_run;
            m_at = 0;
        }
        return m_run >= count;
    }
    [[nodiscard]] std::vector<int> take()
    {
        m_spare = {};
        return std::exchange(m_items, {});
    }

private:
    static constexpr size_t firstRun = 1024;

    std::vector<int> m_items;
    std::vector<int> m_spare;
    size_t m_run = 0; //!< length of the sorted runs; 0 while the first ones are made
    size_t m_at = 0;

    [[nodiscard]] static auto iterator(std::vector<int> &items, size_t at)
    {
        return items.begin() + static_cast<std::ptrdiff_t>(std::min(at, items.size()));
    }

    template <typename Less>
    void sortRun(const Less &less)
    {
        std::sort(iterator(m_items, m_at), iterator(m_items, m_at + firstRun), less);
        m_at += firstRun;
    }

    template <typename Less>
    void mergeRuns(const Less &less)
    {
        const auto middle = iterator(m_items, m_at + m_run);
        std::merge(iterator(m_items, m_at), middle, middle, iterator(m_items, m_at + 2 * m_run),
            iterator(m_spare, m_at), less);
        m_at += 2 * m_run;
    }
};
