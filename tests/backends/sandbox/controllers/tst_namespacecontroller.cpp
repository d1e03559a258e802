// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/sandbox/controllers/testcluster.h"
#include "tests/support/strict.h"

#include <QByteArray>
#include <QTest>

#include <algorithm>

using namespace Sandbox;

namespace {

Json tokenSecret(const TestCluster &cluster)
{
    for (const Json &secret : cluster.all("secrets")) {
        if (textAt(secret, "type") == "kubernetes.io/service-account-token")
            return secret;
    }
    return {};
}

int statusWith(TestCluster &cluster, const std::string &token)
{
    Request request;
    request.method = "GET";
    request.path = "/api/v1/namespaces/shop/pods";
    request.headers = {{"authorization", "Bearer " + token}, {"accept", "application/json"}};
    return cluster.server.handle(request).status;
}

} // namespace

class TestNamespaceController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void furnishesNamespaces();
    void givesTokensThatWork();
    void publishesTheAuthority();
    void emptiesWhatIsDeleted();
};

void TestNamespaceController::furnishesNamespaces()
{
    TestCluster cluster;
    Json account = cluster.get("serviceaccounts", "default");
    QCOMPARE(textAt(at(account, "secrets")[0], "name"), textAt(tokenSecret(cluster), "metadata/name"));
    cluster.erase("serviceaccounts", "default");
    cluster.pass(1);
    QVERIFY(!cluster.get("serviceaccounts", "default").is_null());
}

void TestNamespaceController::givesTokensThatWork()
{
    TestCluster cluster;
    const Json secret = tokenSecret(cluster);
    const std::string token
        = QByteArray::fromBase64(QByteArray::fromStdString(textAt(secret, "data/token"))).toStdString();
    QVERIFY(statusWith(cluster, token) != 401);
    cluster.erase("secrets", textAt(secret, "metadata/name"));
    QCOMPARE(statusWith(cluster, token), 401);
}

void TestNamespaceController::publishesTheAuthority()
{
    TestCluster cluster;
    QVERIFY(cluster.get("configmaps", "kube-root-ca.crt").is_null());
    cluster.controllers.setAuthority("PEM");
    cluster.controllers.run();
    QCOMPARE(textAt(at(cluster.get("configmaps", "kube-root-ca.crt"), "data"), "ca.crt"), std::string("PEM"));
    cluster.erase("configmaps", "kube-root-ca.crt");
    cluster.pass(1);
    QVERIFY(!cluster.get("configmaps", "kube-root-ca.crt").is_null());
}

void TestNamespaceController::emptiesWhatIsDeleted()
{
    TestCluster cluster;
    cluster.deploy("web", 3, "registry.example.com/shop:1");
    cluster.create("services",
        {{"metadata", {{"name", "web"}}},
            {"spec", {{"selector", {{"app", "web"}}}, {"ports", Json::array({Json{{"port", 80}}})}}}});
    cluster.pass(60);
    QCOMPARE(cluster.erase("namespaces", "shop"), 200);
    QCOMPARE(textAt(cluster.get("namespaces", "shop"), "status/phase"), std::string("Terminating"));
    cluster.pass(4);
    QCOMPARE(cluster.all("pods").size(), size_t(3)); // writes under way may still arrive
    cluster.pass(2);
    QVERIFY(std::ranges::all_of(
        cluster.all("pods"), [](const Json &pod) { return at(pod, "metadata/deletionTimestamp").is_string(); }));
    cluster.pass(30);
    QVERIFY(cluster.get("namespaces", "shop").is_null());
    for (const ResourceType &type : resourceTypes()) {
        if (type.namespaced && type.stored)
            QVERIFY(cluster.server.list(type, "shop").empty());
    }
}

QTEST_GUILESS_MAIN(TestNamespaceController)
#include "tst_namespacecontroller.moc"
