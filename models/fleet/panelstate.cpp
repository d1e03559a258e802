// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/panelstate.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PanelState)
};

//! What one cluster without a row to show means for the panel.
PanelState::Kind kindOf(const ClusterItem &cluster)
{
    switch (cluster.state) {
    case ClusterItem::State::Idle:
    case ClusterItem::State::Connecting:
        return cluster.problem.isEmpty() ? PanelState::Kind::Loading : PanelState::Kind::Failed;
    case ClusterItem::State::Connected:
        return PanelState::Kind::Empty;
    case ClusterItem::State::Limited:
        return PanelState::Kind::Forbidden;
    case ClusterItem::State::Failed:
        break;
    }
    return cluster.problem.forbidden ? PanelState::Kind::Forbidden : PanelState::Kind::Failed;
}

QString paragraphOf(const ClusterItem &cluster, const QString &things)
{
    switch (kindOf(cluster)) {
    case PanelState::Kind::Loading:
        return Words::tr("%1 has not answered completely yet.").arg(cluster.name);
    case PanelState::Kind::Empty:
        return Words::tr("%1 has answered: it has no %2 that %3 may see.")
            .arg(cluster.name, things, cluster.identity.isEmpty() ? Words::tr("this identity") : cluster.identity);
    case PanelState::Kind::Forbidden:
        if (!cluster.problem.isEmpty())
            return cluster.problem.text();
        return cluster.notes.isEmpty()
            ? Words::tr("%1 does not let %2 read everything.").arg(cluster.name, cluster.identity)
            : cluster.notes.join(u' ');
    case PanelState::Kind::Failed:
        return cluster.problem.isEmpty()
            ? Words::tr("%1 cannot be read. Look at its chip in the strip.").arg(cluster.name)
            : cluster.problem.text();
    case PanelState::Kind::Ready:
    case PanelState::Kind::Filtered:
    case PanelState::Kind::Unconfigured:
        break;
    }
    return {};
}

QString titleOf(PanelState::Kind kind, const QString &things)
{
    switch (kind) {
    case PanelState::Kind::Loading:
        return Words::tr("Reading %1").arg(things);
    case PanelState::Kind::Empty:
        return Words::tr("There are no %1").arg(things);
    case PanelState::Kind::Forbidden:
        return Words::tr("No %1 may be read here").arg(things);
    case PanelState::Kind::Failed:
        return Words::tr("No %1 could be read").arg(things);
    case PanelState::Kind::Filtered:
        return Words::tr("The filter hides all %1").arg(things);
    case PanelState::Kind::Unconfigured:
        return Words::tr("No cluster to ask");
    case PanelState::Kind::Ready:
        break;
    }
    return {};
}

//! The panel is called after what hurts most.
PanelState::Kind worstKind(const QList<ClusterItem> &clusters)
{
    using Kind = PanelState::Kind;
    for (const Kind kind : {Kind::Failed, Kind::Forbidden, Kind::Loading}) {
        if (std::any_of(
                clusters.begin(), clusters.end(), [kind](const ClusterItem &item) { return kindOf(item) == kind; }))
            return kind;
    }
    return Kind::Empty;
}

PanelState unconfigured(const Problem &setupProblem)
{
    PanelState state;
    state.kind = PanelState::Kind::Unconfigured;
    state.title = titleOf(state.kind, {});
    state.text
        = Words::tr("Name a context of your kubeconfig with --context NAME, or choose one in the menu Clusters.");
    if (!setupProblem.isEmpty()) {
        state.title = setupProblem.title;
        state.text = QStringList{setupProblem.explanation, setupProblem.nextStep}.join(u' ').trimmed();
    }
    return state;
}

} // namespace

PanelState assessPanel(
    const QList<ClusterItem> &clusters, int rows, int shownRows, const QString &things, const Problem &setupProblem)
{
    if (clusters.isEmpty())
        return unconfigured(setupProblem);
    PanelState state;
    state.freshness = clusters.first().freshness;
    for (const ClusterItem &cluster : clusters)
        state.freshness = worse(state.freshness, cluster.freshness);
    if (shownRows > 0) {
        state.kind = PanelState::Kind::Ready;
        return state;
    }
    if (rows > 0) {
        state.kind = PanelState::Kind::Filtered;
        state.title = titleOf(state.kind, things);
        state.text = Words::tr("There are %1 of them. Change the filter, or clear it to see them all.").arg(rows);
        return state;
    }
    state.kind = worstKind(clusters);
    state.title = titleOf(state.kind, things);
    QStringList paragraphs;
    for (const ClusterItem &cluster : clusters)
        paragraphs.append(paragraphOf(cluster, things));
    state.text = paragraphs.join(QLatin1String("\n\n"));
    return state;
}
