// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pods/podspanel.h"

#include "models/common/format.h"
#include "models/fleet/clusterlistmodel.h"
#include "models/pods/poddetail.h"
#include "models/pods/podtablemodel.h"
#include "models/tenants/tenantstore.h"
#include "views/common/filterbar.h"
#include "views/pods/poddetailpane.h"
#include "views/pods/podheadline.h"
#include "views/pods/podrowmenu.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
TablePanel::Subject podsSubject()
{
    return {.id = u"pods"_s,
        .title = PodsPanel::tr("Pods"),
        .icon = u"pods"_s,
        .things = PodsPanel::tr("pods"),
        .fileName = PodsPanel::tr("pods", "file name")};
}
} // namespace

PodsPanel::PodsPanel(ClusterListModel *clusters, PodTableModel *pods, PodDetail *detail, QWidget *parent)
    : TablePanel(podsSubject(), clusters, pods, parent), m_pods(pods), m_detail(detail),
      m_headline(new PodHeadline(pods, this)), m_pane(new PodDetailPane(detail, this))
{
    table()->setObjectName(u"podTable"_s);
    filterBar()->setExample(u"state:crash, restarts>5"_s);
    table()->sortBy(u"state"_s, Qt::DescendingOrder); // what hurts comes first
    connect(m_pane, &PodDetailPane::closeRequested, this, &PodsPanel::closeDetail);
    connect(m_pane, &PodDetailPane::tenantRequested, this,
        [this] { showTenantOf(m_detail->pod().clusterId, m_detail->pod().tenant); });
    connect(m_headline, &PodHeadline::figuresChanged, this, &PodsPanel::attentionChanged);
    connect(&m_ageing, &QTimer::timeout, table()->viewport(), qOverload<>(&QWidget::update));
    assemble(m_headline, m_pane);
}

TablePanel::Attention PodsPanel::attention() const
{
    const int count = m_headline->figures().failed + m_headline->figures().notStarting;
    return {count,
        count == 1 ? tr("1 pod has failed or does not start.")
                   : tr("%Ln pods have failed or do not start.", nullptr, count)};
}

QString PodsPanel::countText(int rows) const
{
    return rows == 1 ? tr("1 pod") : tr("%Ln pods", nullptr, rows);
}

QString PodsPanel::filterCount(int shown, int all) const
{
    const auto &items = clusters()->items();
    const auto unsure = static_cast<int>(std::ranges::count_if(
        items, [](const ClusterItem &item) { return item.freshness.state != Freshness::State::Live; }));
    const QString pods = shown == all ? countText(all) : tr("%1 of %Ln pods", nullptr, all).arg(Format::count(shown));
    const QString where
        = items.size() == 1 ? tr("1 cluster") : tr("%Ln clusters", nullptr, static_cast<int>(items.size()));
    return unsure == 0 ? tr("%1, %2").arg(pods, where)
                       : tr("%1, %2; %3 not live").arg(pods, where, Format::count(unsure));
}

void PodsPanel::setKnown(bool known)
{
    m_headline->setKnown(known);
}

void PodsPanel::chooseRow(const QString &key)
{
    m_detail->choose(key);
}

void PodsPanel::popupRowMenu(int row, const QPoint &at)
{
    const Pod pod = m_pods->at(row);
    const ClusterItem *cluster = clusters()->find(pod.clusterId);
    auto *menu = new PodRowMenu(pod, cluster ? cluster->context : pod.clusterId, table(), filterBar(), this);
    connect(menu, &PodRowMenu::openRequested, this, [this, key = pod.key] { openDetail(key); });
    connect(menu, &PodRowMenu::tenantRequested, this, [this, pod] { showTenantOf(pod.clusterId, pod.tenant); });
    menu->popup(at);
}

void PodsPanel::showTenantOf(const QString &clusterId, const std::optional<QString> &tenant)
{
    if (tenant && !tenant->isEmpty())
        Q_EMIT detailRequested(u"tenants"_s, TenantStore::keyOf(clusterId, *tenant));
}

void PodsPanel::showEvent(QShowEvent *event)
{
    TablePanel::showEvent(event);
    m_ageing.start(ageing);
}

void PodsPanel::hideEvent(QHideEvent *event)
{
    TablePanel::hideEvent(event);
    m_ageing.stop();
}
