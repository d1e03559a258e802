// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tenants/tenantdetailpane.h"

#include "models/common/format.h"
#include "models/common/tableviewmodel.h"
#include "models/fleet/panelstate.h"
#include "models/pods/podtablemodel.h"
#include "models/tenants/quotatablemodel.h"
#include "models/tenants/tenantdetail.h"
#include "models/tenants/workloadtablemodel.h"
#include "views/charts/usagechart.h"
#include "views/common/detailheader.h"
#include "views/common/plaintext.h"
#include "views/common/stateoverlay.h"
#include "views/common/theme.h"
#include "views/tenants/tenantfacts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QTabBar>
#include <QTabWidget>

using namespace Qt::StringLiterals;

TenantDetailPane::TenantDetailPane(TenantDetail *detail, QWidget *parent)
    : QFrame(parent), m_detail(detail), m_title(PlainText::create({}, Typography::headline(), QPalette::Text, this)),
      m_cluster(PlainText::create({}, Typography::secondary(), QPalette::PlaceholderText, this)),
      m_facts(new TenantFacts(this)), m_chart(new UsageChart(this)), m_tabs(new QTabWidget(this))
{
    setObjectName(u"detailPane"_s);
    setAccessibleName(tr("Details of the tenant"));
    setMinimumWidth(360);
    m_tabs->setObjectName(u"detailTabs"_s);
    m_tabs->setAccessibleName(tr("Quotas, workloads and pods"));
    m_tabs->tabBar()->setObjectName(u"detailTabBar"_s);
    m_tabs->tabBar()->setAccessibleName(tr("Quotas, workloads and pods"));
    m_tabs->tabBar()->setDrawBase(false);
    addTab(detail->quotas(), u"quotas"_s, tr("Quotas"), tr("No quota limits this tenant."));
    addTab(detail->workloads(), u"workloads"_s, tr("Workloads"), tr("This tenant runs nothing."));
    addTab(detail->pods(), u"pods"_s, tr("Pods"), tr("This tenant has no pods."));
    auto *middle = new QWidget(this);
    auto *body = new QVBoxLayout(middle);
    body->setContentsMargins(16, 12, 16, 12);
    body->setSpacing(16);
    body->addWidget(m_facts);
    body->addWidget(m_chart, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createHeader());
    layout->addWidget(middle, 3);
    layout->addWidget(m_tabs, 2);
    connect(detail, &TenantDetail::tenantChanged, this, &TenantDetailPane::refreshTenant);
    connect(detail, &TenantDetail::historyChanged, this, [this] { m_chart->setHistory(m_detail->history()); });
    refreshTenant();
    m_chart->setHistory(detail->history());
}

QWidget *TenantDetailPane::createHeader()
{
    auto *header = new DetailHeader(u"closeDetail"_s, this);
    m_title->setObjectName(u"detailTitle"_s);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_cluster->setObjectName(u"detailCluster"_s);
    connect(header, &DetailHeader::closeRequested, this, &TenantDetailPane::closeRequested);
    header->addTitle(m_title);
    header->addPart(m_cluster);
    return header;
}

void TenantDetailPane::addTab(TableModel *model, const QString &name, const QString &title, const QString &emptyText)
{
    auto *rows = new TableViewModel(model, this);
    auto *table = new TableView(rows, title, m_tabs);
    table->setObjectName(name);
    m_tabs->addTab(table, title);
    m_tables.append({model, table, new StateOverlay(table), title, emptyText});
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &TenantDetailPane::refreshTabs);
    connect(model, &QAbstractItemModel::modelReset, this, &TenantDetailPane::refreshTabs);
}

void TenantDetailPane::refreshTenant()
{
    const Tenant &tenant = m_detail->tenant();
    m_title->setText(tenant.name);
    m_title->setToolTip(PlainText::tooltip(tenant.name));
    if (m_detail->vanished())
        m_cluster->setText(tr("no longer in cluster %1; this is the last that was known").arg(tenant.cluster));
    else
        m_cluster->setText(tenant.cluster.isEmpty() ? QString() : tr("in cluster %1").arg(tenant.cluster));
    m_facts->setTenant(tenant);
    setAccessibleDescription(tenant.name);
    refreshTabs();
}

void TenantDetailPane::refreshTabs()
{
    const auto freshness = m_detail->tenant().freshness;
    for (int i = 0; i < m_tables.size(); ++i) {
        const Tab &tab = m_tables.at(i);
        const int count = tab.model->rowCount();
        m_tabs->setTabText(i, tr("%1 (%2)", "title and count").arg(tab.title, Format::count(count)));
        const auto kind = count > 0 ? PanelState::Kind::Ready : PanelState::Kind::Empty;
        tab.overlay->setState({.kind = kind, .title = tab.emptyText, .text = {}, .freshness = freshness});
    }
}

void TenantDetailPane::setRowHeight(TableView::RowHeight height)
{
    for (const Tab &tab : m_tables)
        tab.table->setRowHeight(height);
}

void TenantDetailPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QFrame::keyPressEvent(event);
}
