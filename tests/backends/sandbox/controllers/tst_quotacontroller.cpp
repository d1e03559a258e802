// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/sandbox/controllers/testcluster.h"
#include "tests/support/strict.h"

#include <QTest>

#include <algorithm>

using namespace Sandbox;

class TestQuotaController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void givesBackWhatGoes();
    void refusesUntilItIsRaised();
};

void TestQuotaController::givesBackWhatGoes()
{
    TestCluster cluster;
    cluster.create(
        "resourcequotas", {{"metadata", {{"name", "q"}}}, {"spec", {{"hard", {{"pods", "9"}, {"configmaps", "5"}}}}}});
    cluster.controllers.run();
    QCOMPARE(textAt(cluster.get("resourcequotas", "q"), "status/used/pods"), std::string("0"));
    cluster.create("configmaps", {{"metadata", {{"name", "one"}}}});
    cluster.deploy("web", 4, "registry.example.com/shop:1");
    cluster.pass(60);
    QCOMPARE(textAt(cluster.get("resourcequotas", "q"), "status/used/pods"), std::string("4"));
    QCOMPARE(textAt(cluster.get("resourcequotas", "q"), "status/used/configmaps"), std::string("1"));
    cluster.merge("deployments", "web", {{"spec", {{"replicas", 1}}}});
    cluster.erase("configmaps", "one");
    cluster.pass(60);
    QCOMPARE(textAt(cluster.get("resourcequotas", "q"), "status/used/pods"), std::string("1"));
    QCOMPARE(textAt(cluster.get("resourcequotas", "q"), "status/used/configmaps"), std::string("0"));
    cluster.merge("resourcequotas", "q", {{"spec", {{"hard", {{"pods", "7"}}}}}});
    QCOMPARE(textAt(cluster.get("resourcequotas", "q"), "status/hard/pods"), std::string("7"));
}

void TestQuotaController::refusesUntilItIsRaised()
{
    TestCluster cluster;
    cluster.create("resourcequotas", {{"metadata", {{"name", "q"}}}, {"spec", {{"hard", {{"pods", "2"}}}}}});
    cluster.controllers.run();
    cluster.deploy("web", 4, "registry.example.com/shop:1");
    cluster.pass(60);
    Json web = cluster.get("deployments", "web");
    QCOMPARE(TestCluster::reason(web, "ReplicaFailure"), std::string("FailedCreate"));
    QVERIFY(TestCluster::reason(web, "ReplicaFailure", "message")
                .ends_with("is forbidden: exceeded quota: q, requested: pods=1, used: pods=2, limited: pods=2"));
    QCOMPARE(intAt(web, "status/availableReplicas"), 2);
    // Told again and again, but not at any length.
    const auto told = cluster.told("FailedCreate");
    QVERIFY(told.size() <= 10);
    QVERIFY(std::ranges::any_of(
        told, [](const std::string &text) { return text.starts_with("(combined from similar events): "); }));
    cluster.merge("resourcequotas", "q", {{"spec", {{"hard", {{"pods", "9"}}}}}});
    cluster.pass(90);
    web = cluster.get("deployments", "web");
    QCOMPARE(intAt(web, "status/availableReplicas"), 4);
    QCOMPARE(TestCluster::reason(web, "ReplicaFailure"), std::string());
}

QTEST_GUILESS_MAIN(TestQuotaController)
#include "tst_quotacontroller.moc"
