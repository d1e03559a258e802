// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/panelstate.h"
#include "tests/support/strict.h"

using Kind = PanelState::Kind;
using State = ClusterItem::State;

namespace {

ClusterItem cluster(const char *name, State state)
{
    ClusterItem item;
    item.id = item.name = QString::fromLatin1(name);
    item.identity = QStringLiteral("olga");
    item.state = state;
    return item;
}

ClusterItem failed(const char *name)
{
    ClusterItem item = cluster(name, State::Failed);
    item.problem = {item.name + QStringLiteral(" refuses your token."), {}, QStringLiteral("Log in again.")};
    return item;
}

PanelState assess(const QList<ClusterItem> &clusters, int rows = 0, int shown = 0, const Problem &setup = {})
{
    return assessPanel(clusters, rows, shown, QStringLiteral("tenants"), setup);
}

} // namespace

class TestPanelState final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void isReadyWhenThereAreRowsWhateverElseFails()
    {
        const PanelState state = assess({failed("a"), cluster("b", State::Connected)}, 3, 2);
        QCOMPARE(state.kind, Kind::Ready);
        QVERIFY(state.title.isEmpty() && state.text.isEmpty());
    }

    void saysThatTheFilterHidesAll()
    {
        const PanelState state = assess({cluster("a", State::Connected)}, 3, 0);
        QCOMPARE(state.kind, Kind::Filtered);
        QCOMPARE(state.title, QStringLiteral("The filter hides all tenants"));
        QVERIFY(state.text.startsWith(QStringLiteral("There are 3 of them.")));
    }

    void givesEachClusterItsParagraph()
    {
        const PanelState state = assess({failed("a"), cluster("b", State::Connecting), cluster("c", State::Connected)});
        QCOMPARE(state.kind, Kind::Failed);
        QCOMPARE(state.text,
            QStringLiteral("a refuses your token. Log in again.\n\nb has not answered completely yet.\n\n"
                           "c has answered: it has no tenants that olga may see."));
    }

    void isLoadingUntilTheLastHasAnswered()
    {
        QCOMPARE(assess({cluster("a", State::Connected), cluster("b", State::Idle)}).kind, Kind::Loading);
        QCOMPARE(assess({cluster("a", State::Connected), cluster("b", State::Connected)}).kind, Kind::Empty);
    }

    void saysWhatMayNotBeRead()
    {
        ClusterItem limited = cluster("a", State::Limited);
        limited.notes = QStringList{QStringLiteral("olga may not list the namespaces of a.")};
        const PanelState state = assess({limited});
        QCOMPARE(state.kind, Kind::Forbidden);
        QCOMPARE(state.title, QStringLiteral("No tenants may be read here"));
        QCOMPARE(state.text, limited.notes.first());
    }

    void saysWhyThereIsNoCluster()
    {
        const Problem setup{
            QStringLiteral("There is no kubeconfig."), QStringLiteral("Looked."), QStringLiteral("Name one.")};
        const PanelState state = assess({}, 0, 0, setup);
        QCOMPARE(state.kind, Kind::Unconfigured);
        QCOMPARE(state.title, setup.title);
        QCOMPARE(state.text, QStringLiteral("Looked. Name one."));
        QCOMPARE(assess({}).title, QStringLiteral("No cluster to ask"));
        QVERIFY(!assess({}).text.isEmpty());
        QCOMPARE(assess({failed("a")}, 0, 0, setup).kind, Kind::Failed);
    }

    void carriesTheWorstFreshness()
    {
        ClusterItem live = cluster("a", State::Connected);
        live.freshness.state = Freshness::State::Live;
        ClusterItem stale = cluster("b", State::Connected);
        stale.freshness.state = Freshness::State::Stale;
        QCOMPARE(assess({live, stale}, 1, 1).freshness.state, Freshness::State::Stale);
        QCOMPARE(assess({live}, 1, 1).freshness.state, Freshness::State::Live);
    }
};

QTEST_GUILESS_MAIN(TestPanelState)
#include "tst_panelstate.moc"
