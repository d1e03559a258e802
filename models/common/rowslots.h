// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

//! Names for the rows of a source model that stay the same while row numbers shift: a slot. What is known of a row is
//! kept by slot, so that long work on it need not start again when another row goes.
class RowSlots
{
public:
    [[nodiscard]] int rowCount() const { return static_cast<int>(m_slotAt.size()); }
    //! All slots ever used are below it.
    [[nodiscard]] int capacity() const { return static_cast<int>(m_rowOf.size()); }
    [[nodiscard]] int slotAt(int row) const { return m_slotAt[static_cast<std::size_t>(row)]; }
    //! -1 when the row has gone.
    [[nodiscard]] int rowOf(int slot) const { return m_rowOf[static_cast<std::size_t>(slot)]; }
    //! By row.
    [[nodiscard]] const std::vector<int> &all() const { return m_slotAt; }

    //! Forgets everything; \a rows rows have the slots 0, 1, ….
    void reset(int rows);
    //! The new rows' slots.
    [[nodiscard]] std::vector<int> insert(int first, int count);
    //! The slots are not given to other rows before reuse().
    void remove(int first, int last);
    void reuse();
    void swapRows(int left, int right);
    //! \a slotAt: the same slots by row, in another order.
    void rearrange(std::vector<int> &&slotAt);

private:
    std::vector<int> m_slotAt;
    std::vector<int> m_rowOf;
    std::vector<int> m_free;
    std::vector<int> m_gone;

    void number(int first);
};
