// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/column.h"

#include <QHash>
#include <QString>

#include <vector>

class TableModel;

//! What rows are sorted by, read once per change of a row: a number that keeps the order of the cell's values, and for
//! texts the text as it is compared. Kept by slot, see RowSlots.
class SortKeys
{
public:
    //! \a table must outlive this.
    explicit SortKeys(const TableModel *table) : m_table(table) { }

    //! Forgets all keys. Column -1 sorts by the number of the row.
    void sortBy(int column, Qt::SortOrder order);
    //! Makes room for the slots below \a slots.
    void resize(int slots);
    //! Reads the key of \a row; whether it has changed.
    bool read(int slot, int row);
    //! Negative, zero or positive; what is unknown comes last in either order.
    [[nodiscard]] int compare(int left, int right) const;

private:
    const TableModel *m_table;
    int m_column = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    CellKind m_kind = CellKind::Count;
    std::vector<quint64> m_heads;
    std::vector<QString> m_texts; //!< of a text column only
    QHash<QString, QString> m_folded; //!< texts that many rows share, so that they also share the key

    [[nodiscard]] bool isText() const { return m_column >= 0 && m_kind == CellKind::Text; }
    [[nodiscard]] QString textKey(const QString &text);
};
