// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tenants/tenantspanel.h"

#include "models/changes/changeriver.h"
#include "models/common/format.h"
#include "models/fleet/panelstate.h"
#include "models/tenants/tenantdetail.h"
#include "models/tenants/tenanttablemodel.h"
#include "views/onboarding/onboardingmenu.h"
#include "views/tenants/tenantdetailpane.h"
#include "views/tenants/tenantheadline.h"
#include "views/tenants/tenantrowmenu.h"

using namespace Qt::StringLiterals;

TenantsPanel::TenantsPanel(ClusterListModel *clusters, TenantTableModel *tenants, TenantDetail *detail, QWidget *parent)
    : TablePanel({.id = u"tenants"_s,
                     .title = tr("Tenants"),
                     .icon = u"tenants"_s,
                     .things = tr("tenants"),
                     .fileName = tr("tenants", "file name")},
        clusters, tenants, parent),
      m_tenants(tenants), m_detail(detail), m_headline(new TenantHeadline(tenants, this)),
      m_pane(new TenantDetailPane(detail, this))
{
    table()->setObjectName(u"tenantTable"_s);
    for (const QString &column : {u"tightest_percent"_s, u"tightest"_s}) {
        if (m_tenants->columnOf(column) >= 0) {
            table()->sortBy(column, Qt::DescendingOrder); // what hurts comes first
            break;
        }
    }
    connect(m_pane, &TenantDetailPane::closeRequested, this, &TenantsPanel::closeDetail);
    connect(m_headline, &TenantHeadline::figuresChanged, this, &TenantsPanel::attentionChanged);
    assemble(m_headline, m_pane);
}

TablePanel::Attention TenantsPanel::attention() const
{
    const int near = TenantHeadline::count(*m_tenants).nearLimit;
    return {near,
        near == 1 ? tr("1 tenant is at 90 % of a limit or more.")
                  : tr("%n tenants are at 90 % of a limit or more.", nullptr, near)};
}

void TenantsPanel::setRowHeight(TableView::RowHeight height)
{
    TablePanel::setRowHeight(height);
    m_pane->setRowHeight(height);
}

QString TenantsPanel::countText(int rows) const
{
    return rows == 1 ? tr("1 tenant") : tr("%n tenants", nullptr, rows);
}

QString TenantsPanel::filterCount(int shown, int all) const
{
    return shown == all ? countText(all) : tr("%1 of %2 tenants").arg(Format::count(shown), Format::count(all));
}

void TenantsPanel::refineState(PanelState &state) const
{
    if (state.kind == PanelState::Kind::Empty)
        state.text += u"\n\n"_s
            + tr("A tenant is made of the namespaces that carry its label: platform.example.com/tenant, unless the "
                 "settings "
                 "name another. Label some with kubectl label namespace NAME platform.example.com/tenant=TENANT.");
}

void TenantsPanel::setKnown(bool known)
{
    m_headline->setKnown(known);
}

void TenantsPanel::chooseRow(const QString &key)
{
    m_detail->choose(key);
}

void TenantsPanel::popupRowMenu(int row, const QPoint &at)
{
    auto *menu = new TenantRowMenu(m_tenants->at(row), table(), filterBar(), this);
    connect(menu, &TenantRowMenu::openRequested, this, &TenantsPanel::openDetail);
    connect(menu, &TenantRowMenu::podsRequested, this,
        [this](const QString &filter) { Q_EMIT filterRequested(u"pods"_s, filter); });
    if (m_river) {
        const auto offer = [this, menu, key = m_tenants->at(row).key] {
            const int now = m_tenants->rowOf(key);
            if (now >= 0)
                menu->offerOffboarding(OnboardingMenu::whyNotOffboard(*m_river, m_tenants->at(now)));
        };
        offer();
        connect(&m_river->rights(), &ChangeRights::learned, menu, offer);
        connect(menu, &TenantRowMenu::offboardRequested, this, &TenantsPanel::offboardRequested);
    }
    menu->popup(at);
}
