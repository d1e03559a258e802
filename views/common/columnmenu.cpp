// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/columnmenu.h"

#include "models/common/tablemodel.h"
#include "models/common/tableviewmodel.h"
#include "views/common/plaintext.h"
#include "views/common/tableview.h"

#include <QHeaderView>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

ColumnMenu::ColumnMenu(TableView *table, QWidget *parent) : QMenu(tr("&Columns"), parent), m_table(table)
{
    setObjectName(u"columnMenu"_s);
    setAccessibleName(tr("Columns"));
    connect(this, &QMenu::aboutToShow, this, &ColumnMenu::fill);
}

void ColumnMenu::mouseReleaseEvent(QMouseEvent *event)
{
    if (!switchActive())
        QMenu::mouseReleaseEvent(event);
}

void ColumnMenu::keyPressEvent(QKeyEvent *event)
{
    const bool chooses
        = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!chooses || !switchActive())
        QMenu::keyPressEvent(event);
}

void ColumnMenu::fill()
{
    clear();
    const TableModel &model = *m_table->rows()->table();
    for (int column = 0; column < model.columnCount(); ++column) {
        QAction *action = addAction(PlainText::label(model.title(column)));
        action->setObjectName(QLatin1String(model.columns()[static_cast<size_t>(column)].id));
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(column));
        action->setEnabled(column != 0); // what a row is called is always shown
        connect(action, &QAction::toggled, m_table,
            [table = m_table, column](bool shown) { table->showColumn(column, shown); });
    }
    addSeparator();
    connect(addAction(tr("Back to the usual columns")), &QAction::triggered, m_table, &TableView::resetColumns);
}

bool ColumnMenu::switchActive()
{
    QAction *action = activeAction();
    if (!action || !action->isCheckable() || !action->isEnabled())
        return false;
    action->trigger();
    return true;
}
