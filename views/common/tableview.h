// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/column.h"
#include "views/common/columnfit.h"
#include "views/common/headerstate.h"

#include <QHash>
#include <QTableView>
#include <QTimer>

class QAction;
class TableViewModel;

//! A dense table over any TableViewModel: delegates by kind of column, sorting, choice of columns, copying.
class TableView final : public QTableView
{
    Q_OBJECT

public:
    enum class RowHeight { Compact = 24, Comfortable = 32 };
    enum class Headers { Without, With };

    //! \a rows must outlive this. \a name is the accessible name: what the table lists.
    TableView(TableViewModel *rows, const QString &name, QWidget *parent);

    [[nodiscard]] TableViewModel *rows() const { return m_rows; }
    //! The key of the current row; empty when there is none.
    [[nodiscard]] QString currentKey() const;
    //! Keys of the selected rows, in the order shown.
    [[nodiscard]] QStringList selectedKeys() const;
    [[nodiscard]] HeaderState headerState() const;
    //! The shown columns of the selected rows as tab-separated values.
    [[nodiscard]] QString selectionAsText(Headers headers) const;
    [[nodiscard]] QAction *copyAction() const { return m_copy; }
    [[nodiscard]] QAction *copyWithHeadersAction() const { return m_copyWithHeaders; }

    void setHeaderState(const HeaderState &state);
    void setRowHeight(RowHeight height);
    void sortBy(const QString &columnId, Qt::SortOrder order);
    void makeCurrent(const QString &key);
    void resetColumns();
    void showColumn(int column, bool shown);
    //! As wide as titles and the first rows need, narrower where the table would not fit. Done by itself until the
    //! person drags a column to a width.
    void fitColumns();

Q_SIGNALS:
    //! Enter or a double click on a row; where a cell can be edited and keys do so, Enter edits it.
    void opened(const QString &key);
    //! The person moved to another row; not when the row vanishes under them.
    void currentKeyChanged(const QString &key);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles = {}) override;

private:
    TableViewModel *m_rows;
    QAction *m_copy;
    QAction *m_copyWithHeaders;
    HeaderState m_restored; //!< for columns that come later
    bool m_widthsChosen = false; //!< by the person, now or in an earlier run
    bool m_fitting = false;
    bool m_removing = false;
    QList<int> m_naturals; //!< by column: the widest that its rows needed since the last fitColumns()
    mutable QHash<QString, int> m_advances; //!< of texts in m_measuredIn
    mutable QFont m_measuredIn;
    QTimer m_growth;
    QTimer m_repaint; //!< runs after changed cells were drawn; what changes meanwhile is drawn when it ends
    QRect m_stale; //!< of the viewport: changed and not drawn since

    void setUpHeaders();
    void setUpDelegates();
    void takeColumns(int first, int last);
    void copy(Headers headers) const;
    void applyWidths();
    void growSoon();
    void redraw(const QRect &area);
    void widenColumns();
    [[nodiscard]] ColumnNeed need(int column) const;
    [[nodiscard]] int advance(const QFontMetrics &metrics, const QString &text) const;
    [[nodiscard]] CellKind widestKind(int column) const;
    [[nodiscard]] QList<int> selectedViewRows() const;
    [[nodiscard]] QList<int> shownColumns() const;
};
