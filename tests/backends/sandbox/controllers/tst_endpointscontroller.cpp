// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/sandbox/controllers/testcluster.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Sandbox;

namespace {

Json subset(const TestCluster &cluster)
{
    const Json endpoints = cluster.get("endpoints", "web");
    const Json &list = at(endpoints, "subsets");
    return list.is_array() && list.size() == 1 ? list[0] : Json();
}

void serve(TestCluster &cluster)
{
    cluster.create("services",
        {{"metadata", {{"name", "web"}}},
            {"spec",
                {{"selector", {{"app", "web"}}},
                    {"ports",
                        Json::array(
                            {Json{{"name", "http"}, {"port", 80}, {"targetPort", "http"}, {"protocol", "TCP"}}})}}}});
}

} // namespace

class TestEndpointsController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void followsReadyPods();
    void setsUnreadyPodsApart();
    void goesWithItsService();
};

void TestEndpointsController::followsReadyPods()
{
    TestCluster cluster;
    serve(cluster);
    cluster.deploy("web", 2, "registry.example.com/shop:1");
    cluster.deploy("other", 2, "registry.example.com/shop:1");
    cluster.pass(60);
    const Json addresses = at(subset(cluster), "addresses");
    QCOMPARE(addresses.size(), size_t(2));
    for (const Json &address : addresses) {
        const Json pod = cluster.get("pods", textAt(address, "targetRef/name"));
        QCOMPARE(textAt(pod, "metadata/labels/app"), std::string("web"));
        QCOMPARE(textAt(address, "ip"), textAt(pod, "status/podIP"));
        QCOMPARE(textAt(address, "nodeName"), textAt(pod, "spec/nodeName"));
        QCOMPARE(textAt(address, "targetRef/uid"), textAt(pod, "metadata/uid"));
    }
    QCOMPARE(intAt(at(subset(cluster), "ports")[0], "port"), 8080);
    cluster.merge("deployments", "web", {{"spec", {{"replicas", 1}}}});
    cluster.clock.advance(std::chrono::milliseconds(200));
    QCOMPARE(at(subset(cluster), "addresses").size(), size_t(1)); // those that end serve no more
}

void TestEndpointsController::setsUnreadyPodsApart()
{
    TestCluster cluster;
    serve(cluster);
    cluster.deploy("web", 2, "registry.example.com/shop:1-stuck");
    cluster.pass(60);
    QVERIFY(at(subset(cluster), "addresses").is_null());
    QCOMPARE(at(subset(cluster), "notReadyAddresses").size(), size_t(2));
}

void TestEndpointsController::goesWithItsService()
{
    TestCluster cluster;
    serve(cluster);
    cluster.pass(1);
    QVERIFY(!cluster.get("endpoints", "web").is_null());
    cluster.erase("services", "web");
    QVERIFY(cluster.get("endpoints", "web").is_null());
}

QTEST_GUILESS_MAIN(TestEndpointsController)
#include "tst_endpointscontroller.moc"
