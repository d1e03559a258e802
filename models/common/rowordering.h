// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/rowslots.h"
#include "models/common/slicedsort.h"
#include "models/common/sortkeys.h"
#include "models/common/tablefilter.h"

#include <QDeadlineTimer>

#include <vector>

//! Finds out which rows of a table are to be shown and in which order, in steps and with no more work than what has
//! changed asks for. Knows rows by their slots. What is shown stays in the hands of TableViewModel.
//!
//! Each row is placed (its neighbours in what is shown are right) or loose (it has to be put where it belongs). An
//! order is found by looking at the rows in question, sorting the loose ones and merging them into the placed ones.
class RowOrdering
{
public:
    RowOrdering(const TableModel *table, const RowSlots *rows) : m_table(table), m_rows(rows), m_keys(table) { }

    void sortBy(int column, Qt::SortOrder order);
    void setFilter(const TableFilter &filter) { m_filter = filter; }
    [[nodiscard]] const TableFilter &filter() const { return m_filter; }
    //! Makes room for \a added, of which nothing is known.
    void add(const std::vector<int> &added);
    //! Nothing is known of any row.
    void reset();

    //! Looks at a row: whether it is accepted, and whether it stays where it is. Not while running.
    void look(int slot);
    [[nodiscard]] bool accepts(int slot) const { return has(slot, Accepted); }
    [[nodiscard]] size_t looseCount() const { return m_loose.size(); }
    //! \a shown without the rows that are no longer accepted and with those that now are, while others stay where they
    //! are although they belong elsewhere.
    [[nodiscard]] std::vector<int> patched(const std::vector<int> &shown);

    //! Begins to look at \a slots and to put everything in order. What runs already is dropped, and its rows with it:
    //! \a slots must be all of them then.
    void start(std::vector<int> &&slots);
    [[nodiscard]] bool running() const { return m_stage != Stage::Idle; }
    //! Goes on until it is done or \a deadline is over; whether it is done. Keys must not change meanwhile: rows that
    //! do are to be kept for afterwards.
    [[nodiscard]] bool run(const std::vector<int> &shown, const QDeadlineTimer &deadline);
    [[nodiscard]] std::vector<int> takeResult() { return std::exchange(m_result, {}); }
    //! The rows are still there, but not for long.
    void forget(const std::vector<int> &slots);

private:
    enum Flag : quint8 { Accepted = 1, Loose = 2 };
    enum class Stage { Idle, Looking, Sorting };

    const TableModel *m_table;
    const RowSlots *m_rows;
    SortKeys m_keys;
    TableFilter m_filter;
    std::vector<quint8> m_flags;
    std::vector<int> m_loose;
    bool m_placed = false; //!< whether what is shown goes by the present keys
    Stage m_stage = Stage::Idle;
    std::vector<int> m_slots; //!< to look at
    size_t m_looked = 0;
    SlicedSort m_sort;
    std::vector<QString> m_ties; //!< keys of rows by slot while many are sorted
    std::vector<int> m_result;

    [[nodiscard]] bool has(int slot, Flag flag) const { return m_flags[static_cast<size_t>(slot)] & flag; }
    void loosen(int slot);
    void beginSorting();
    [[nodiscard]] bool goOn(const std::vector<int> &shown);
    [[nodiscard]] bool less(int left, int right);
    [[nodiscard]] QString tie(int slot);
    [[nodiscard]] std::vector<int> merged(const std::vector<int> &placed, const std::vector<int> &loose);
};
