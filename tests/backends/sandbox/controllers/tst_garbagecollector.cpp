// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/sandbox/controllers/testcluster.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Sandbox;

namespace {

Json owner(const Json &object, bool blocks = false)
{
    return {{"apiVersion", at(object, "apiVersion")}, {"kind", at(object, "kind")},
        {"name", at(object, "metadata/name")}, {"uid", at(object, "metadata/uid")}, {"blockOwnerDeletion", blocks}};
}

Json configMap(const char *name, std::vector<Json> owners)
{
    Json json = {{"metadata", {{"name", name}}}};
    for (Json &one : owners)
        json["metadata"]["ownerReferences"].push_back(std::move(one));
    return json;
}

} // namespace

class TestGarbageCollector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void takesDependentsAfterwards();
    void takesDependentsFirst();
    void letsOrphansLive();
    void keepsWhatSomebodyElseOwns();
    void takesWhatNeverHadAnOwner();
    void leavesOwnersOfUnknownKinds();
};

void TestGarbageCollector::takesDependentsAfterwards()
{
    TestCluster cluster;
    cluster.deploy("web", 3, "registry.example.com/shop:1");
    cluster.pass(60);
    QCOMPARE(cluster.erase("deployments", "web"), 200);
    QVERIFY(cluster.get("deployments", "web").is_null());
    QVERIFY(cluster.all("replicasets").empty());
    for (const Json &pod : cluster.all("pods"))
        QVERIFY(at(pod, "metadata/deletionTimestamp").is_string());
    cluster.pass(60);
    QVERIFY(cluster.all("pods").empty());
}

void TestGarbageCollector::takesDependentsFirst()
{
    TestCluster cluster;
    cluster.deploy("web", 3, "registry.example.com/shop:1");
    cluster.pass(60);
    QCOMPARE(cluster.erase("deployments", "web", "Foreground"), 200);
    const Json waiting = cluster.get("deployments", "web");
    QVERIFY(at(waiting, "metadata/finalizers") == Json::array({"foregroundDeletion"}));
    QCOMPARE(cluster.all("replicasets").size(), size_t(1)); // itself waits for its pods
    QCOMPARE(cluster.all("pods").size(), size_t(3));
    cluster.pass(60);
    QVERIFY(cluster.all("pods").empty());
    QVERIFY(cluster.all("replicasets").empty());
    QVERIFY(cluster.get("deployments", "web").is_null());
}

void TestGarbageCollector::letsOrphansLive()
{
    TestCluster cluster;
    cluster.deploy("web", 3, "registry.example.com/shop:1");
    cluster.pass(60);
    QCOMPARE(cluster.erase("deployments", "web", "Orphan"), 200);
    cluster.pass(60);
    QVERIFY(cluster.get("deployments", "web").is_null());
    QCOMPARE(cluster.all("replicasets").size(), size_t(1));
    QVERIFY(at(cluster.all("replicasets").front(), "metadata/ownerReferences").is_null());
    QCOMPARE(cluster.all("pods").size(), size_t(3));
}

void TestGarbageCollector::keepsWhatSomebodyElseOwns()
{
    TestCluster cluster;
    const Json one = cluster.create("configmaps", configMap("one", {}));
    const Json other = cluster.create("configmaps", configMap("other", {}));
    cluster.create("configmaps", configMap("shared", {owner(one), owner(other)}));
    cluster.controllers.run();
    cluster.erase("configmaps", "one");
    const Json shared = cluster.get("configmaps", "shared");
    QCOMPARE(at(shared, "metadata/ownerReferences").size(), size_t(1));
    QCOMPARE(textAt(at(shared, "metadata/ownerReferences")[0], "name"), std::string("other"));
    cluster.erase("configmaps", "other");
    QVERIFY(cluster.get("configmaps", "shared").is_null());
}

void TestGarbageCollector::takesWhatNeverHadAnOwner()
{
    TestCluster cluster;
    Json ghost = owner(cluster.get("nodes", "node-0"));
    ghost["uid"] = "00000000-0000-4000-8000-000000000001";
    cluster.create("configmaps", configMap("lost", {ghost}));
    cluster.controllers.run();
    QVERIFY(cluster.get("configmaps", "lost").is_null());
}

void TestGarbageCollector::leavesOwnersOfUnknownKinds()
{
    TestCluster cluster;
    cluster.create("configmaps",
        configMap("kept",
            {Json{{"apiVersion", "example.com/v1"}, {"kind", "Widget"}, {"name", "w"},
                {"uid", "00000000-0000-4000-8000-000000000001"}}}));
    cluster.pass(60);
    QVERIFY(!cluster.get("configmaps", "kept").is_null());
}

QTEST_GUILESS_MAIN(TestGarbageCollector)
#include "tst_garbagecollector.moc"
