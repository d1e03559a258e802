// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/column.h"
#include "models/freshness/freshness.h"

#include <QAbstractTableModel>

#include <functional>
#include <span>

//! The part of every table that views speak to: columns as data, and the roles. Rows are added by RecordTableModel.
//! Lives on the window's thread, like every model.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        ValueRole = Qt::UserRole, //!< the typed value, see CellKind
        KeyRole, //!< QString: identifies the row over updates
        FreshnessRole, //!< Freshness of the row: a cell of a stale row is drawn as such
        KindRole, //!< int(CellKind): of the cell, and as header data of the column
    };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] virtual std::span<const ColumnInfo> columns() const = 0;
    //! The typed value of a cell; invalid when unknown.
    [[nodiscard]] virtual QVariant value(int row, int column) const = 0;
    [[nodiscard]] virtual QString key(int row) const = 0;
    //! -1 when there is none.
    [[nodiscard]] virtual int rowOf(const QString &key) const = 0;
    [[nodiscard]] virtual Freshness rowFreshness(int row) const;
    //! How the cell is shown: as its column says, unless the rows of a column differ in unit (quota keys do). Sorting
    //! and filtering go by the column's kind.
    [[nodiscard]] virtual CellKind cellKind(int row, int column) const;

    //! -1 when there is none.
    [[nodiscard]] int columnOf(QStringView id) const;
    //! Translated.
    [[nodiscard]] QString title(int column) const;
    [[nodiscard]] QString columnTooltip(int column) const;
    //! What a person reads in the cell; "unknown" for an invalid value. A model may say more than the value does, as
    //! "1/2" for one container of two; sorting and comparing go by the value.
    [[nodiscard]] virtual QString text(int row, int column) const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    //! Whether what dataChanged or layoutChanged is just telling has been told by rowsChanged or rowsSwapped.
    [[nodiscard]] bool toldByRow() const { return m_toldByRow; }

Q_SIGNALS:
    //! Which rows have changed, ascending, each once; comes before the dataChanged for the same rows, which may have to
    //! name rows between them, too.
    void rowsChanged(const QList<int> &rows);
    //! The rows \a left and \a right changed places, in pairs; comes before the layoutChanged for it.
    void rowsSwapped(const QList<int> &left, const QList<int> &right);

protected:
    //! Tells everybody that these rows have changed; in any order, named twice or once.
    void reportRowsChanged(QList<int> rows);
    //! Calls \a swap, which lets rows change places in pairs, and tells everybody, by a change of layout. No row is in
    //! two pairs.
    void changePlaces(const QList<int> &left, const QList<int> &right, const std::function<void()> &swap);
    //! A longer text for the cell than what it shows, or nothing.
    [[nodiscard]] virtual QString cellTooltip(int row, int column) const;

private:
    bool m_toldByRow = false;
};
