// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/tablefilter.h"

#include <QSortFilterProxyModel>

//! What a table view shows of a TableModel: filtered by the filter language, sorted by typed values (what is unknown
//! comes last in either order; equal values keep the order of their keys).
class TableViewModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    //! \a model must outlive this.
    explicit TableViewModel(TableModel *model, QObject *parent = nullptr);

    [[nodiscard]] TableModel *table() const { return m_table; }
    [[nodiscard]] QString filterText() const { return m_text; }
    //! What is wrong with the filter's text, as a sentence; empty when nothing is.
    [[nodiscard]] QString filterProblem() const { return m_filter.problem(); }
    //! Source rows in the order shown.
    [[nodiscard]] QList<int> sourceRows() const;

    void setFilterText(const QString &text);

    //! A strict weak order of source indexes of one column.
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

Q_SIGNALS:
    void filterChanged();

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    TableModel *m_table;
    QString m_text;
    TableFilter m_filter;
};
