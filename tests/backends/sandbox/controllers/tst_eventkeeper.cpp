// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/sandbox/controllers/testcluster.h"
#include "tests/support/strict.h"

#include "backends/sandbox/controllers/eventrecorder.h"

#include <QTest>

using namespace Sandbox;

class TestEventKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void letsEventsGoAfterAnHour();
    void countsWhatIsToldAgain();
    void combinesWhatIsAlike();
};

void TestEventKeeper::letsEventsGoAfterAnHour()
{
    TestCluster cluster;
    cluster.deploy("web", 1, "registry.example.com/shop:1");
    cluster.pass(60);
    QVERIFY(!cluster.all("events").empty());
    cluster.pass(3'500);
    QVERIFY(!cluster.all("events").empty());
    cluster.pass(100);
    QVERIFY(cluster.all("events").empty());
}

void TestEventKeeper::countsWhatIsToldAgain()
{
    TestCluster cluster;
    EventRecorder recorder(cluster.server, cluster.clock);
    const auto about = EventRecorder::About::of(*cluster.server.find(TestCluster::type("nodes"), {"", "node-0"}));
    EventRecorder::About inShop = about;
    inShop.key.space = "shop";
    for (int i = 0; i < 7; ++i) {
        cluster.pass(10);
        recorder.warning(inShop, {"kubelet", "node-0"}, "BackOff", "Back-off");
    }
    QCOMPARE(cluster.all("events").size(), size_t(1));
    const Json event = cluster.all("events").front();
    QCOMPARE(intAt(event, "count"), 7);
    QVERIFY(textAt(event, "lastTimestamp") > textAt(event, "firstTimestamp"));
    QCOMPARE(textAt(event, "source/host"), std::string("node-0"));
}

void TestEventKeeper::combinesWhatIsAlike()
{
    TestCluster cluster;
    EventRecorder recorder(cluster.server, cluster.clock);
    auto about = EventRecorder::About::of(*cluster.server.find(TestCluster::type("nodes"), {"", "node-0"}));
    about.key.space = "shop";
    for (int i = 0; i < 30; ++i)
        recorder.warning(about, {"kubelet", {}}, "FailedCreate", "pod " + std::to_string(i));
    QCOMPARE(cluster.all("events").size(), size_t(10));
    const auto told = cluster.told("FailedCreate");
    QCOMPARE(told.back(), std::string("(combined from similar events): pod 29"));
}

QTEST_GUILESS_MAIN(TestEventKeeper)
#include "tst_eventkeeper.moc"
