// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/tableview.h"
#include "views/common/theme.h"

#include <QMenu>

class TablePanel;

//! What is seen and how: the subjects with their keys, the columns of the one that is shown, row height and theme.
class ViewMenu final : public QMenu
{
    Q_OBJECT

public:
    //! \a panels in the order of their keys, Ctrl+1 the first; all must outlive this.
    ViewMenu(const QList<TablePanel *> &panels, QWidget *parent);

    //! Marks what is in force.
    void setTheme(ThemeChoice choice);
    void setRowHeight(TableView::RowHeight height);

Q_SIGNALS:
    void panelChosen(const QString &id);
    void themeChosen(ThemeChoice choice);
    void rowHeightChosen(TableView::RowHeight height);

private:
    QMenu *m_rows = nullptr;
    QMenu *m_themes = nullptr;

    void addPanels(const QList<TablePanel *> &panels);
    void addRowHeights();
    void addThemes();
};
