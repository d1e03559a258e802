// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alertgrouptablemodel.h"
#include "models/alerts/alertstore.h"
#include "models/alerts/alerttablemodel.h"
#include "models/alerts/silencetablemodel.h"
#include "views/alerts/alertactions.h"
#include "views/alerts/alertspanel.h"
#include "views/alerts/silencefacts.h"
#include "views/common/filterbar.h"
#include "views/common/plaintext.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

using namespace Qt::StringLiterals;

void AlertsPanel::popupRowMenu(int row, const QPoint &at)
{
    const QString key = model()->key(row);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"alertRowMenu"_s);
    menu->setAccessibleName(tr("Actions for the chosen rows"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    QAction *open = menu->addAction(tr("&Open details"));
    open->setObjectName(u"openDetails"_s);
    connect(open, &QAction::triggered, this, [this, key] { openDetail(key); });
    menu->setDefaultAction(open);
    menu->addSeparator();
    if (face().id == silencesFace) {
        addSilenceActions(menu, m_store->silences()->at(row));
    } else {
        // Of its own, so that an open pane keeps what it is about; dialogs outlive the menu.
        auto *actions = new AlertActions(m_store, m_river, this);
        connect(menu, &QObject::destroyed, actions, &QObject::deleteLater);
        connect(actions, &AlertActions::incidentRequested, this, &AlertsPanel::incidentRequested);
        actions->setAlerts(chosenAlerts());
        actions->addTo(menu);
    }
    menu->addSeparator();
    addFilters(menu, row);
    menu->addAction(table()->copyAction());
    menu->addAction(table()->copyWithHeadersAction());
    menu->popup(at);
}

void AlertsPanel::addFilters(QMenu *menu, int row)
{
    if (face().id == groupsFace && m_store->table()->columnOf(m_store->grouping()) >= 0) {
        const QString value = m_store->groups()->at(row).name;
        QAction *list = menu->addAction(tr("Show them in the list of all"));
        list->setObjectName(u"showInList"_s);
        connect(list, &QAction::triggered, this, [this, column = m_store->grouping(), value] {
            showTable(listFace);
            filterBar()->setText(FilterBar::term(column, value));
        });
        menu->addSeparator();
    }
    if (face().id != listFace)
        return;
    const Alert &alert = m_store->table()->at(row);
    for (const auto &[column, value] : {std::pair(u"alertname"_s, alert.name), std::pair(u"tenant"_s, alert.tenant),
             std::pair(u"cluster"_s, alert.cluster), std::pair(u"severity"_s, alert.severity)}) {
        if (value.isEmpty())
            continue;
        QAction *filter = menu->addAction(PlainText::label(tr("Only %1").arg(value.left(60))));
        filter->setObjectName(u"only-"_s + column);
        connect(filter, &QAction::triggered, this,
            [this, column = column, value = value] { filterBar()->addTerm(column, value); });
    }
    menu->addSeparator();
}

void AlertsPanel::addSilenceActions(QMenu *menu, const Silence &silence)
{
    const QString none = m_river ? QString() : tr("Nothing can be changed from here.");
    const auto add = [&](const QString &text, const QString &name, const QString &whyNot, bool extend) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        action->setEnabled(whyNot.isEmpty());
        action->setToolTip(PlainText::tooltip(whyNot));
        connect(action, &QAction::triggered, this, [this, key = silence.key, extend] { changeEnd(key, extend); });
    };
    add(tr("&Extend…"), u"extendSilenceRow"_s, SilenceWords::whyNotExtend(silence, none), true);
    add(tr("End &now…"), u"expireSilenceRow"_s, SilenceWords::whyNotExpire(silence, none), false);
    QAction *copy = menu->addAction(tr("Copy the &id of the silence"));
    copy->setObjectName(u"copySilenceId"_s);
    connect(copy, &QAction::triggered, menu, [id = silence.id] { QApplication::clipboard()->setText(id); });
}
