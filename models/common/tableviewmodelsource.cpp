// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a change of the source means to what is shown; the rest is in tableviewmodel.cpp.
#include "models/common/tablemodel.h"
#include "models/common/tableviewmodel.h"

#include <algorithm>
#include <iterator>
#include <utility>

void TableViewModel::follow()
{
    connect(m_table, &TableModel::rowsChanged, this, &TableViewModel::sourceRowsChanged);
    connect(m_table, &TableModel::rowsSwapped, this, &TableViewModel::sourceRowsSwapped);
    connect(m_table, &QAbstractItemModel::dataChanged, this, &TableViewModel::sourceDataChanged);
    // Only ever at the end, so that columns keep their numbers.
    connect(m_table, &QAbstractItemModel::columnsAboutToBeInserted, this,
        [this](const QModelIndex &, int first, int last) { beginInsertColumns({}, first, last); });
    connect(m_table, &QAbstractItemModel::columnsInserted, this, [this] { endInsertColumns(); });
    connect(m_table, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { sourceRowsInserted(first, last); });
    connect(m_table, &QAbstractItemModel::rowsAboutToBeRemoved, this,
        [this](const QModelIndex &, int first, int last) { sourceRowsAboutToBeRemoved(first, last); });
    connect(m_table, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex &, int first, int last) { sourceRowsRemoved(first, last); });
    connect(m_table, &QAbstractItemModel::layoutAboutToBeChanged, this, &TableViewModel::sourceLayoutAboutToBeChanged);
    connect(m_table, &QAbstractItemModel::layoutChanged, this, &TableViewModel::sourceLayoutChanged);
    connect(m_table, &QAbstractItemModel::rowsAboutToBeMoved, this, &TableViewModel::sourceLayoutAboutToBeChanged);
    connect(m_table, &QAbstractItemModel::rowsMoved, this, &TableViewModel::sourceLayoutChanged);
    connect(m_table, &QAbstractItemModel::modelAboutToBeReset, this, &TableViewModel::beginResetModel);
    connect(m_table, &QAbstractItemModel::modelReset, this, &TableViewModel::sourceReset);
}

void TableViewModel::sourceRowsChanged(const QList<int> &rows)
{
    std::vector<int> slots;
    slots.reserve(static_cast<size_t>(rows.size()));
    for (const int row : rows)
        slots.push_back(m_rows.slotAt(row));
    tellChanged(slots);
    changed(std::move(slots));
}

void TableViewModel::sourceDataChanged(const QModelIndex &first, const QModelIndex &last)
{
    if (m_table->toldByRow() || !first.isValid() || !last.isValid())
        return;
    std::vector<int> slots(m_rows.all().begin() + first.row(), m_rows.all().begin() + last.row() + 1);
    tellChanged(slots);
    if (m_pace.inSlices(slots.size()) && m_pace.breathing())
        later(slots); // nobody knows which of so many have really changed
    else
        changed(std::move(slots));
}

void TableViewModel::sourceRowsInserted(int first, int last)
{
    const bool before = first < m_rows.rowCount();
    std::vector<int> slots = m_rows.insert(first, last - first + 1);
    m_viewRow.resize(static_cast<size_t>(m_rows.capacity()), -1);
    m_ordering.add(slots);
    if (before && m_sortColumn < 0) {
        lookAtAll(); // the rows behind have other numbers now
        return;
    }
    const bool mayPour = m_pace.mayPour(slots.size());
    if (m_ordering.running() || (mayPour && m_pace.pausing() && !m_order.empty())) {
        later(slots);
        m_pace.deferNewcomers();
    } else if (mayPour) {
        lookAt(std::move(slots));
    } else {
        changed(std::move(slots));
    }
}

//! The rows leave the view while they can still be read.
void TableViewModel::sourceRowsAboutToBeRemoved(int first, int last)
{
    const std::vector<int> going(m_rows.all().begin() + first, m_rows.all().begin() + last + 1);
    std::vector<bool> goes(m_viewRow.size(), false);
    for (const int slot : going)
        goes[static_cast<size_t>(slot)] = true;
    m_ordering.forget(going);
    const bool newcomers = m_pace.newcomersWait();
    std::vector<int> waiting = m_pace.takeWaiting();
    std::erase_if(waiting, [&](int slot) { return goes[static_cast<size_t>(slot)]; });
    later(waiting);
    if (newcomers)
        m_pace.deferNewcomers();
    std::vector<int> order;
    order.reserve(m_order.size());
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(order),
        [&](int slot) { return !goes[static_cast<size_t>(slot)]; });
    show(order);
}

void TableViewModel::sourceRowsRemoved(int first, int last)
{
    m_rows.remove(first, last);
    if (!m_ordering.running())
        m_rows.reuse();
    if (m_sortColumn < 0)
        lookAtAll();
}

void TableViewModel::sourceRowsSwapped(const QList<int> &left, const QList<int> &right)
{
    for (qsizetype i = 0; i < left.size(); ++i)
        m_rows.swapRows(left.at(i), right.at(i));
    if (m_sortColumn < 0)
        lookAtAll();
}

//! Rows that change places in another way are known by their keys.
void TableViewModel::sourceLayoutAboutToBeChanged()
{
    if (m_table->toldByRow())
        return;
    m_keys.clear();
    m_keys.reserve(m_rows.rowCount());
    for (int row = 0; row < m_rows.rowCount(); ++row)
        m_keys.append(m_table->key(row));
}

void TableViewModel::sourceLayoutChanged()
{
    if (m_table->toldByRow())
        return;
    std::vector<int> slotAt(m_rows.all().size(), -1);
    for (int row = 0; row < m_rows.rowCount(); ++row) {
        if (const int now = m_table->rowOf(m_keys.at(row)); now >= 0)
            slotAt[static_cast<size_t>(now)] = m_rows.slotAt(row);
    }
    m_keys = {};
    if (std::find(slotAt.begin(), slotAt.end(), -1) != slotAt.end()) {
        beginResetModel(); // keys that are not unique
        sourceReset();
        return;
    }
    m_rows.rearrange(std::move(slotAt));
    if (m_sortColumn < 0)
        lookAtAll();
}

//! Between the beginning and the end of a reset.
void TableViewModel::sourceReset()
{
    m_pace.endSlices();
    (void)m_pace.takeWaiting();
    m_rows.reset(m_table->rowCount());
    m_order.clear();
    m_viewRow.assign(m_rows.all().size(), -1);
    m_ordering.reset();
    endResetModel();
    lookAtAll();
}
