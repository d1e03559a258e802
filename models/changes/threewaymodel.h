// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/changeresult.h"

#include <QAbstractTableModel>

//! Where others changed what a change wanted to change: each field as it was, as it was to be and as others made it.
class ThreeWayModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Field, Was, Yours, Theirs };
    enum Role { ConflictRole = Qt::UserRole }; //!< bool: both changed it, and not to the same

    using QAbstractTableModel::QAbstractTableModel;

    //! Of all objects with a difference; what conflicts comes first.
    void setResults(const QList<ObjectEdit> &edits, const QList<EditResult> &results);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString title; //!< of the object; empty when there is only one
        ObjectCompare::Field field;
    };
    QList<Row> m_rows;

    [[nodiscard]] QString textOf(const Row &row, int column, qsizetype longest) const;
};
