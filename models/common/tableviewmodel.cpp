// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tableviewmodel.h"

#include "models/common/cellorder.h"

TableViewModel::TableViewModel(TableModel *model, QObject *parent) : QSortFilterProxyModel(parent), m_table(model)
{
    setSourceModel(model);
}

QList<int> TableViewModel::sourceRows() const
{
    QList<int> rows;
    rows.reserve(rowCount());
    for (int row = 0; row < rowCount(); ++row)
        rows.append(mapToSource(index(row, 0)).row());
    return rows;
}

void TableViewModel::setFilterText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_filter = TableFilter::parse(text, *m_table);
    invalidateRowsFilter();
    Q_EMIT filterChanged();
}

bool TableViewModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    return m_filter.accepts(*m_table, row);
}

//! The proxy asks with swapped sides for a descending order; what must not turn round with it is turned here.
bool TableViewModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int column = left.column();
    const CellKind kind = m_table->columns()[static_cast<size_t>(column)].kind;
    const QVariant leftValue = m_table->value(left.row(), column);
    const QVariant rightValue = m_table->value(right.row(), column);
    const bool ascending = sortOrder() == Qt::AscendingOrder;
    const bool leftKnown = CellOrder::comparable(leftValue, kind);
    const bool rightKnown = CellOrder::comparable(rightValue, kind);
    if (leftKnown != rightKnown)
        return ascending ? leftKnown : rightKnown;
    if (const int order = leftKnown ? CellOrder::compare(leftValue, rightValue, kind) : 0; order != 0)
        return order < 0;
    const int keys = m_table->key(left.row()).compare(m_table->key(right.row()));
    return ascending ? keys < 0 : keys > 0;
}
