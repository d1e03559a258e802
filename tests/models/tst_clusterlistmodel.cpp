// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/clusterlistmodel.h"
#include "tests/support/strict.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace {

ClusterItem cluster(const char *id, ClusterItem::State state = ClusterItem::State::Connected)
{
    ClusterItem item;
    item.id = item.name = item.context = QString::fromLatin1(id);
    item.state = state;
    item.freshness = {Freshness::State::Live, QDateTime::currentDateTimeUtc(), {}};
    return item;
}

} // namespace

class TestClusterListModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void addsUpdatesAndRemovesById()
    {
        ClusterListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.set(cluster("a"));
        model.set(cluster("b"));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowCount(model.index(0, 0)), 0);
        ClusterItem renamed = cluster("a");
        renamed.name = QStringLiteral("prod");
        const QSignalSpy ages(&model, &ClusterListModel::aged);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.set(renamed);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("prod"));
        QCOMPARE(model.index(0).data(ClusterListModel::ItemRole).value<ClusterItem>(), renamed);
        model.set(renamed);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(ages.size(), 0);
        renamed.freshness.age = std::chrono::seconds(1); // of what is live, nobody sees that
        model.set(renamed);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(ages.size(), 1);
        QCOMPARE(model.find(QStringLiteral("a"))->freshness.age, std::chrono::milliseconds(1000));
        renamed.freshness.state = Freshness::State::Stale;
        model.set(renamed);
        QCOMPARE(changes.size(), 2);
        model.remove(QStringLiteral("a"));
        model.remove(QStringLiteral("never there"));
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(!model.find(QStringLiteral("a")));
        QCOMPARE(model.find(QStringLiteral("b"))->id, QStringLiteral("b"));
    }

    void saysInAWordHowItIs()
    {
        using State = ClusterItem::State;
        QCOMPARE(ClusterText::brief(cluster("a", State::Idle)), QStringLiteral("not asked yet"));
        QCOMPARE(ClusterText::brief(cluster("a", State::Connecting)), QStringLiteral("connecting"));
        QCOMPARE(ClusterText::brief(cluster("a", State::Connected)), QStringLiteral("live"));
        QCOMPARE(ClusterText::brief(cluster("a", State::Limited)), QStringLiteral("limited"));
        QCOMPARE(ClusterText::brief(cluster("a", State::Failed)), QStringLiteral("failed"));
        ClusterItem old = cluster("a", State::Limited);
        old.freshness.state = Freshness::State::Delayed;
        old.freshness.age = std::chrono::seconds(6);
        QCOMPARE(ClusterText::brief(old), QStringLiteral("delayed 6 s"));
    }

    void tellsAllItKnowsLineByLine()
    {
        ClusterItem item = cluster("prod", ClusterItem::State::Limited);
        item.server = QStringLiteral("10.0.0.1:6443");
        item.identity = QStringLiteral("olga");
        item.notes = QStringList{QStringLiteral("olga may not read the pods of prod.")};
        item.problem = {QStringLiteral("T."), QStringLiteral("E."), QStringLiteral("N.")};
        const QStringList lines = ClusterText::details(item).split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 7);
        QCOMPARE(lines[0], QStringLiteral("Connected, but not everything may be read."));
        QCOMPARE(lines[1], QStringLiteral("Cluster prod, context prod, server 10.0.0.1:6443."));
        QCOMPARE(lines[2], QStringLiteral("Logged in as olga."));
        QVERIFY(lines[3].startsWith(QStringLiteral("Live: ")));
        QCOMPARE(lines[4], QStringLiteral("T. E. N."));
        QCOMPARE(lines[5], item.notes.first());
        QVERIFY(lines[6].contains(QStringLiteral("--prometheus prod=URL")));
    }

    void startsDetailsWithWordsOfItsOwn()
    {
        for (const auto state : {ClusterItem::State::Idle, ClusterItem::State::Connecting,
                 ClusterItem::State::Connected, ClusterItem::State::Limited, ClusterItem::State::Failed}) {
            const QString first = ClusterText::details(cluster("<b>x</b>", state)).section(QLatin1Char('\n'), 0, 0);
            QVERIFY(!first.isEmpty() && !first.contains(QLatin1Char('<')));
        }
    }
};

QTEST_GUILESS_MAIN(TestClusterListModel)
#include "tst_clusterlistmodel.moc"
