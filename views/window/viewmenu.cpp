// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/viewmenu.h"

#include "views/common/tablepanel.h"

#include <QActionGroup>

#include <array>

using namespace Qt::StringLiterals;

namespace {

QAction *addChoice(QMenu *menu, QActionGroup *group, const QString &text, const QString &name, int value)
{
    QAction *action = menu->addAction(text);
    action->setObjectName(name);
    action->setCheckable(true);
    action->setData(value);
    group->addAction(action);
    return action;
}

void check(const QMenu *menu, int value)
{
    for (QAction *action : menu->actions())
        action->setChecked(action->data().toInt() == value);
}

} // namespace

ViewMenu::ViewMenu(const QList<TablePanel *> &panels, QWidget *parent) : QMenu(tr("&View"), parent)
{
    setObjectName(u"viewMenu"_s);
    addPanels(panels);
    for (const TablePanel *panel : panels)
        addMenu(panel->columnMenu());
    addRowHeights();
    addThemes();
}

void ViewMenu::addPanels(const QList<TablePanel *> &panels)
{
    int number = 0;
    for (const TablePanel *panel : panels) {
        QAction *action = addAction(panel->subject().title);
        action->setObjectName(u"show-"_s + panel->subject().id);
        action->setShortcut(QKeySequence(u"Ctrl+%1"_s.arg(++number)));
        connect(action, &QAction::triggered, this, [this, id = panel->subject().id] { Q_EMIT panelChosen(id); });
    }
    addSeparator();
}

void ViewMenu::addRowHeights()
{
    m_rows = addMenu(tr("&Row height"));
    auto *group = new QActionGroup(this);
    const std::array heights{std::tuple{TableView::RowHeight::Compact, tr("&Compact"), u"compactRows"_s},
        std::tuple{TableView::RowHeight::Comfortable, tr("C&omfortable"), u"comfortableRows"_s}};
    for (const auto &[height, text, name] : heights) {
        const QAction *action = addChoice(m_rows, group, text, name, static_cast<int>(height));
        connect(action, &QAction::triggered, this, [this, height = height] { Q_EMIT rowHeightChosen(height); });
    }
    setRowHeight(TableView::RowHeight::Compact);
}

void ViewMenu::addThemes()
{
    m_themes = addMenu(tr("&Theme"));
    auto *group = new QActionGroup(this);
    const std::array choices{std::tuple{ThemeChoice::System, tr("As the &system"), u"systemTheme"_s},
        std::tuple{ThemeChoice::Light, tr("&Light"), u"lightTheme"_s},
        std::tuple{ThemeChoice::Dark, tr("&Dark"), u"darkTheme"_s}};
    for (const auto &[choice, text, name] : choices) {
        const QAction *action = addChoice(m_themes, group, text, name, static_cast<int>(choice));
        connect(action, &QAction::triggered, this, [this, choice = choice] { Q_EMIT themeChosen(choice); });
    }
    setTheme(ThemeChoice::System);
}

void ViewMenu::setTheme(ThemeChoice choice)
{
    check(m_themes, static_cast<int>(choice));
}

void ViewMenu::setRowHeight(TableView::RowHeight height)
{
    check(m_rows, static_cast<int>(height));
}
