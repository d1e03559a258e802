// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/orderpace.h"
#include "models/common/rowordering.h"
#include "models/common/rowslots.h"
#include "models/common/tablefilter.h"

#include <QAbstractProxyModel>

#include <vector>

class TableModel;

//! What a table view shows of a TableModel: filtered by the filter language, sorted by typed values (what is unknown
//! comes last in either order; equal values keep the order of their keys). Work goes with what has changed, so that
//! tables of many ten thousand rows may change all the time. Lives on the window's thread.
class TableViewModel final : public QAbstractProxyModel
{
    Q_OBJECT

public:
    using Pace = OrderPace::Pace;

    //! \a model must outlive this.
    explicit TableViewModel(TableModel *model, QObject *parent = nullptr);

    [[nodiscard]] TableModel *table() const { return m_table; }
    [[nodiscard]] QString filterText() const { return m_text; }
    //! What is wrong with the filter's text, as a sentence; empty when nothing is.
    [[nodiscard]] QString filterProblem() const { return m_ordering.filter().problem(); }
    //! Source rows in the order shown.
    [[nodiscard]] QList<int> sourceRows() const;
    [[nodiscard]] int sortColumn() const { return m_sortColumn; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_sortOrder; }
    //! Whether rows have yet to be filtered or put in order.
    [[nodiscard]] bool unsettled() const;

    void setFilterText(const QString &text);
    void setPace(Pace pace);
    //! Ends at once what is being done in slices or waits for its time.
    void settle();

    //! Column -1: by the order of the source.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void filterChanged();

private:
    TableModel *m_table;
    QString m_text;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    OrderPace m_pace;
    RowSlots m_rows;
    RowOrdering m_ordering;
    std::vector<int> m_order; //!< what is shown: slots by view row
    std::vector<int> m_viewRow; //!< by slot; -1 when it is not shown
    QStringList m_keys; //!< by source row, while the source changes its layout

    void follow();
    void lookAtAll();
    void lookAt(std::vector<int> &&slots);
    void work(const QDeadlineTimer &deadline);
    void finished();
    void breathed();
    void paused();
    void changed(std::vector<int> &&slots);
    void later(const std::vector<int> &slots);

    void tellChanged(const std::vector<int> &slots);
    void show(const std::vector<int> &order);
    void showFew(const std::vector<int> &leaving, const std::vector<int> &order);
    void showMany(const std::vector<int> &leaving, const std::vector<int> &order);
    void rearrange(std::vector<int> &&order);
    void number(int first);

    void sourceRowsChanged(const QList<int> &rows);
    void sourceDataChanged(const QModelIndex &first, const QModelIndex &last);
    void sourceRowsInserted(int first, int last);
    void sourceRowsAboutToBeRemoved(int first, int last);
    void sourceRowsRemoved(int first, int last);
    void sourceRowsSwapped(const QList<int> &left, const QList<int> &right);
    void sourceLayoutAboutToBeChanged();
    void sourceLayoutChanged();
    void sourceReset();
};
