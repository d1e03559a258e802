// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

//! Finds a row by the hash of its key. The keys stay in the rows: whoever looks something up compares them there. Takes
//! 11 to 21 bytes a row, where a hash table of texts takes 150.
class RowIndex
{
public:
    //! The row with this hash of which \a is(row) says that it is the one; -1 when there is none.
    template <typename Is>
    [[nodiscard]] int find(size_t hash, const Is &is) const
    {
        if (m_entries.empty())
            return -1;
        const uint32_t mark = markOf(hash);
        for (size_t at = home(mark); m_entries[at].row >= 0; at = after(at)) {
            if (m_entries[at].mark == mark && is(m_entries[at].row))
                return m_entries[at].row;
        }
        return -1;
    }

    void insert(size_t hash, int row);
    void remove(size_t hash, int row);
    //! Two rows change their numbers.
    void swap(size_t leftHash, int left, size_t rightHash, int right);
    //! Rows from \a first + \a count on get numbers that are smaller by \a count. Those in between must have been
    //! removed.
    void closeGap(int first, int count);

private:
    struct Entry
    {
        uint32_t mark = 0;
        int row = -1;
    };
    std::vector<Entry> m_entries; //!< a power of two of them, at most three quarters taken
    size_t m_taken = 0;

    [[nodiscard]] static uint32_t markOf(size_t hash);
    [[nodiscard]] size_t home(uint32_t mark) const { return mark & (m_entries.size() - 1); }
    [[nodiscard]] size_t after(size_t at) const { return (at + 1) & (m_entries.size() - 1); }
    [[nodiscard]] size_t placeOf(size_t hash, int row) const;
    void put(Entry entry);
    void grow();
};
