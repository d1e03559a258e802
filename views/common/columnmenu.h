// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class TableView;

//! The columns of a table with a check mark at those shown. It stays open while columns are switched, and works by
//! keyboard as any menu does.
class ColumnMenu final : public QMenu
{
    Q_OBJECT

public:
    //! \a table must outlive this.
    ColumnMenu(TableView *table, QWidget *parent);

    //! From now on it is this table's menu; likewise.
    void setTable(TableView *table) { m_table = table; }

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    TableView *m_table;

    void fill();
    bool switchActive();
};
