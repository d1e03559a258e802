// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tenants/tenantrowmenu.h"

#include "models/common/tableviewmodel.h"
#include "models/tenants/tenant.h"
#include "views/common/filterbar.h"
#include "views/common/plaintext.h"
#include "views/common/tableview.h"

#include <QApplication>
#include <QClipboard>

using namespace Qt::StringLiterals;

TenantRowMenu::TenantRowMenu(const Tenant &tenant, TableView *table, FilterBar *filter, QWidget *parent)
    : QMenu(parent), m_tenantKey(tenant.key), m_table(table), m_filter(filter)
{
    setObjectName(u"tenantRowMenu"_s);
    setAccessibleName(tr("Actions for tenant %1").arg(tenant.name));
    setAttribute(Qt::WA_DeleteOnClose);
    QAction *open = addAction(tr("&Open details"));
    open->setObjectName(u"openDetails"_s);
    connect(open, &QAction::triggered, this, [this, key = tenant.key] { Q_EMIT openRequested(key); });
    setDefaultAction(open);
    QAction *pods = addAction(tr("Show its &pods"));
    pods->setObjectName(u"showPods"_s);
    connect(pods, &QAction::triggered, this,
        [this,
            filter = QString(FilterBar::term(u"tenant"_s, tenant.name) + u' '
                + FilterBar::term(u"cluster"_s, tenant.cluster))] { Q_EMIT podsRequested(filter); });
    addSeparator();
    addCopies(tenant);
    addSeparator();
    addFilters(tenant);
    addSeparator();
    addSorting();
}

//! The last, and set apart: nothing else here changes anything.
void TenantRowMenu::offerOffboarding(const QString &whyNot)
{
    if (!m_offboard) {
        addSeparator();
        m_offboard = addAction(tr("O&ffboard tenant…"));
        m_offboard->setObjectName(u"offboardTenant"_s);
        setToolTipsVisible(true);
        connect(m_offboard, &QAction::triggered, this, [this] { Q_EMIT offboardRequested(m_tenantKey); });
    }
    m_offboard->setEnabled(whyNot.isEmpty());
    m_offboard->setToolTip(PlainText::tooltip(whyNot));
}

void TenantRowMenu::addCopies(const Tenant &tenant)
{
    QAction *name = addAction(tr("Copy the &name"));
    name->setObjectName(u"copyName"_s);
    connect(name, &QAction::triggered, this, [text = tenant.name] { QApplication::clipboard()->setText(text); });
    QAction *cell = addAction(tr("Copy the ce&ll"));
    cell->setObjectName(u"copyCell"_s);
    connect(cell, &QAction::triggered, this,
        [text = m_table->currentIndex().data().toString()] { QApplication::clipboard()->setText(text); });
    addAction(m_table->copyAction());
    addAction(m_table->copyWithHeadersAction());
}

void TenantRowMenu::addFilters(const Tenant &tenant)
{
    const auto add = [this](const QString &title, const QString &column, const QString &value) {
        const QString shown = PlainText::label(value);
        QAction *action = addAction(value.isEmpty() ? tr("Only this %1 (it has none)").arg(title)
                                                    : tr("Only %1 %2", "what and which").arg(title, shown));
        action->setObjectName(u"only-"_s + column);
        action->setEnabled(!value.isEmpty() && m_table->rows()->table()->columnOf(column) >= 0);
        connect(action, &QAction::triggered, m_filter,
            [filter = m_filter, column, value] { filter->addTerm(column, value); });
    };
    add(tr("tenant"), u"tenant"_s, tenant.name);
    add(tr("cluster"), u"cluster"_s, tenant.cluster);
    add(tr("tier"), u"tier"_s, tenant.tier);
    add(tr("owner"), u"owner"_s, tenant.owner);
}

void TenantRowMenu::addSorting()
{
    const int column = m_table->currentIndex().column();
    if (column < 0)
        return;
    const TableModel &model = *m_table->rows()->table();
    const ColumnInfo &info = model.columns()[static_cast<size_t>(column)];
    QAction *action = addAction(tr("&Sort by %1").arg(PlainText::label(model.title(column))));
    action->setObjectName(u"sortByColumn"_s);
    connect(action, &QAction::triggered, m_table,
        [table = m_table, id = QString::fromLatin1(info.id), order = info.firstOrder] { table->sortBy(id, order); });
}
