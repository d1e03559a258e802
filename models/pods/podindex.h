// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include <vector>

//! Finds a number by the hash of what it stands for, without a copy of that: whoever asks compares. Open addressing
//! with linear probing, at most two thirds full: six to twelve bytes a number.
class PodIndex
{
public:
    static constexpr quint32 none = 0xffffffff;

    //! The number of this hash for which \a same holds; none when there is not any.
    template <typename Same>
    [[nodiscard]] quint32 find(size_t hash, const Same &same) const
    {
        if (m_places.empty())
            return none;
        for (size_t at = hash & mask(); m_places[at] != none; at = (at + 1) & mask()) {
            if (same(m_places[at]))
                return m_places[at];
        }
        return none;
    }

    //! \a hashOf gives the hash of a number that is in here; needed when the table grows.
    template <typename HashOf>
    void insert(quint32 number, size_t hash, const HashOf &hashOf)
    {
        if ((m_size + 1) * 3 > m_places.size() * 2)
            grow(hashOf);
        put(number, hash);
        ++m_size;
    }

    //! Closes the gap, so that searches still find what lies behind it.
    template <typename HashOf>
    void remove(quint32 number, size_t hash, const HashOf &hashOf)
    {
        size_t gap = hash & mask();
        while (m_places[gap] != number) {
            if (m_places[gap] == none)
                return;
            gap = (gap + 1) & mask();
        }
        for (size_t at = (gap + 1) & mask(); m_places[at] != none; at = (at + 1) & mask()) {
            const size_t home = hashOf(m_places[at]) & mask();
            // Whether the home lies cyclically in (gap, at]: then it is found without passing the gap.
            const bool stays = gap <= at ? gap < home && home <= at : gap < home || home <= at;
            if (stays)
                continue;
            m_places[gap] = m_places[at];
            gap = at;
        }
        m_places[gap] = none;
        --m_size;
    }

    [[nodiscard]] size_t size() const { return m_size; }

private:
    std::vector<quint32> m_places;
    size_t m_size = 0;

    [[nodiscard]] size_t mask() const { return m_places.size() - 1; }

    void put(quint32 number, size_t hash)
    {
        size_t at = hash & mask();
        while (m_places[at] != none)
            at = (at + 1) & mask();
        m_places[at] = number;
    }

    template <typename HashOf>
    void grow(const HashOf &hashOf)
    {
        std::vector<quint32> before(m_places.empty() ? 64 : m_places.size() * 2, none);
        before.swap(m_places);
        for (const quint32 number : before) {
            if (number != none)
                put(number, hashOf(number));
        }
    }
};
