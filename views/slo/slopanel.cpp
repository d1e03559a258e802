// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/slo/slopanel.h"

#include "models/common/tableviewmodel.h"
#include "models/fleet/panelstate.h"
#include "models/slo/slodetail.h"
#include "models/slo/slostore.h"
#include "models/slo/slotablemodel.h"
#include "views/slo/slocelldelegate.h"
#include "views/slo/slodetailpane.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

SloPanel::SloPanel(ClusterListModel *clusters, SloStore *store, SloDetail *detail, QWidget *parent)
    : TablePanel({.id = u"slos"_s,
                     .title = tr("SLOs"),
                     .icon = u"slos"_s,
                     .things = tr("SLOs"),
                     .fileName = tr("slos", "file name")},
        clusters, store->table(), parent),
      m_store(store), m_detail(detail), m_pane(new SloDetailPane(detail, this))
{
    table()->setObjectName(u"sloTable"_s);
    table()->sortBy(u"state"_s, Qt::DescendingOrder); // what hurts comes first
    setUpCells();
    connect(m_pane, &SloDetailPane::closeRequested, this, &SloPanel::closeDetail);
    connect(m_pane, &SloDetailPane::changeRequested, this, &SloPanel::changeRequested);
    connect(store, &SloStore::slosChanged, this, &SloPanel::refreshAttention);
    connect(store, &SloStore::serversChanged, this, &SloPanel::refreshState);
    assemble(nullptr, m_pane);
}

void SloPanel::setUpCells()
{
    const SloTableModel *model = m_store->table();
    table()->setItemDelegateForColumn(model->columnOf(u"budget_left"), new SloBudgetDelegate(table()));
    table()->setItemDelegateForColumn(model->columnOf(u"trend"), new SloTrendDelegate(table()));
}

TablePanel::Attention SloPanel::attention() const
{
    const auto &rows = m_store->table()->rows();
    const int burning = static_cast<int>(std::ranges::count_if(rows, &Slo::burning));
    return {burning,
        burning == 1 ? tr("1 SLO burns its budget too fast.")
                     : tr("%n SLOs burn their budgets too fast.", nullptr, burning)};
}

void SloPanel::refreshAttention()
{
    const Attention now = attention();
    if (now == m_told)
        return;
    m_told = now;
    Q_EMIT attentionChanged();
}

void SloPanel::setRowHeight(TableView::RowHeight height)
{
    TablePanel::setRowHeight(height);
    m_pane->setRowHeight(height);
}

void SloPanel::setSuspects(const QList<Suspect> &suspects)
{
    m_pane->setSuspects(suspects);
}

QString SloPanel::countText(int rows) const
{
    return rows == 1 ? tr("1 SLO") : tr("%n SLOs", nullptr, rows);
}

//! SLOs come from servers of metrics, whatever the clusters say.
void SloPanel::refineState(PanelState &state) const
{
    if (const int rows = m_store->table()->rowCount(); rows > 0) {
        ClusterItem answered; // somebody has: that is all that matters here
        answered.state = ClusterItem::State::Connected;
        answered.freshness = m_store->table()->at(0).freshness;
        for (const Slo &slo : m_store->table()->rows())
            answered.freshness = worse(answered.freshness, slo.freshness);
        state = assessPanel({answered}, rows, table()->rows()->rowCount(), subject().things, {});
        return;
    }
    const auto servers = m_store->servers();
    const bool answered
        = std::ranges::any_of(servers, [this](const SloStore::Server &server) { return m_store->answered(server.id); });
    QStringList problems;
    for (const SloStore::Server &server : servers) {
        if (!server.problem.isEmpty())
            problems.append(server.problem);
    }
    if (servers.isEmpty()) {
        state.kind = PanelState::Kind::Empty;
        state.title = tr("No server of metrics is named.");
        state.text = tr("SLOs are read from servers that speak Prometheus' HTTP API. Name one in the settings or with "
                        "--prometheus CLUSTER=ADDRESS.");
    } else if (!problems.isEmpty() && !answered) {
        state.kind = PanelState::Kind::Failed;
        state.title = tr("No server could be asked for SLOs.");
        state.text = problems.join(u"\n\n"_s);
    } else if (!answered) {
        state.kind = PanelState::Kind::Loading;
        state.title = tr("Looking for SLOs …");
        state.text.clear();
    } else {
        state.kind = PanelState::Kind::Empty;
        state.title = tr("No SLOs were found.");
        state.text = tr("No rules of Sloth (slo:sli_error:ratio_rate5m) or Pyrra (…:burnrate5m) record anything on the "
                        "servers named, and no definition was read. Apply one of theirs, or name a file with "
                        "definitions in the settings.");
        if (!problems.isEmpty())
            state.text += u"\n\n"_s + problems.join(u"\n\n"_s);
    }
}

void SloPanel::chooseRow(const QString &key)
{
    setSuspects({});
    m_detail->choose(key);
}

void SloPanel::popupRowMenu(int row, const QPoint &at)
{
    const Slo slo = m_store->table()->at(row);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"sloMenu"_s);
    QAction *open = menu->addAction(tr("Show &details"));
    open->setObjectName(u"openSlo"_s);
    connect(open, &QAction::triggered, this, [this, key = slo.key] { openDetail(key); });
    QAction *pods = menu->addAction(tr("Show its &pods"));
    pods->setObjectName(u"podsOfSlo"_s);
    pods->setEnabled(!slo.namespaceName.isEmpty());
    connect(pods, &QAction::triggered, this,
        [this, name = slo.namespaceName] { Q_EMIT filterRequested(u"pods"_s, u"namespace="_s + name); });
    QAction *incident = menu->addAction(tr("Start an &incident…"));
    incident->setObjectName(u"incidentOfSlo"_s);
    connect(incident, &QAction::triggered, this, [this, key = slo.key] { Q_EMIT incidentRequested(key); });
    if (m_newOffered) {
        QAction *another = menu->addAction(tr("&New SLO …"));
        another->setObjectName(u"newSlo"_s);
        connect(another, &QAction::triggered, this, [this, slo] { Q_EMIT newRequested(slo); });
    }
    menu->popup(at);
}
