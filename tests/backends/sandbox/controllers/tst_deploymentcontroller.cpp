// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/sandbox/controllers/testcluster.h"
#include "tests/support/strict.h"

#include <QTest>

#include <algorithm>

using namespace Sandbox;

namespace {

constexpr const char *first = "registry.example.com/shop:1";
constexpr const char *second = "registry.example.com/shop:2";

std::string note(const Json &object, const char *name)
{
    const Json &notes = at(object, "metadata/annotations");
    return notes.is_object() && notes.contains(name) ? notes[name].get<std::string>() : std::string();
}

//! The ReplicaSet with \a image; null without.
Json setOf(const TestCluster &cluster, const std::string &image)
{
    for (const Json &set : cluster.all("replicasets")) {
        if (textAt(at(set, "spec/template/spec/containers")[0], "image") == image)
            return set;
    }
    return {};
}

Json deployment(const TestCluster &cluster)
{
    return cluster.get("deployments", "web");
}

} // namespace

class TestDeploymentController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void rollsOutAsTheRealOneTells();
    void usesAnOldReplicaSetAgain();
    void waitsWhilePaused();
    void givesUpAtTheDeadline();
    void startsTheDeadlineAnewWithEachStep();
    void recreatesOnlyWhenAllAreGone();
    void forgetsHistoryBeyondItsLimit();
    void waitsForMinReadySeconds();
    void scalesWithoutRollout();
    void replacesDeletedPods();
    void doesNothingWhenNothingHappens();
};

void TestDeploymentController::rollsOutAsTheRealOneTells()
{
    TestCluster cluster;
    cluster.deploy("web", 4, first);
    Json web = deployment(cluster);
    QCOMPARE(TestCluster::reason(web, "Available"), std::string("MinimumReplicasUnavailable"));
    cluster.pass(60);
    web = deployment(cluster);
    const Json set = setOf(cluster, first);
    const std::string name = textAt(set, "metadata/name");
    QVERIFY(name.starts_with("web-"));
    QCOMPARE(name.substr(4), textAt(set, "metadata/labels/pod-template-hash"));
    QCOMPARE(textAt(set, "spec/selector/matchLabels/pod-template-hash"), name.substr(4));
    QCOMPARE(note(set, "deployment.kubernetes.io/desired-replicas"), std::string("4"));
    QCOMPARE(note(set, "deployment.kubernetes.io/max-replicas"), std::string("5"));
    QCOMPARE(note(web, "deployment.kubernetes.io/revision"), std::string("1"));
    QCOMPARE(TestCluster::reason(web, "Available"), std::string("MinimumReplicasAvailable"));
    QCOMPARE(TestCluster::reason(web, "Available", "message"), std::string("Deployment has minimum availability."));
    QCOMPARE(TestCluster::reason(web, "Progressing"), std::string("NewReplicaSetAvailable"));
    QCOMPARE(
        TestCluster::reason(web, "Progressing", "message"), "ReplicaSet \"" + name + "\" has successfully progressed.");
    QCOMPARE(intAt(web, "status/observedGeneration"), intAt(web, "metadata/generation"));
    for (const char *count : {"replicas", "updatedReplicas", "readyReplicas", "availableReplicas"})
        QCOMPARE(intAt(web, std::string("status/") + count), 4);
    QVERIFY(at(web, "status/unavailableReplicas").is_null());
    QCOMPARE(cluster.told("ScalingReplicaSet"), std::vector<std::string>{"Scaled up replica set " + name + " to 4"});
    QCOMPARE(cluster.told("SuccessfulCreate").size(), size_t(4));
    const Json pod = cluster.all("pods").front();
    QCOMPARE(textAt(at(pod, "metadata/ownerReferences")[0], "name"), name);
    QCOMPARE(textAt(pod, "metadata/name").size(), name.size() + 6);
}

void TestDeploymentController::usesAnOldReplicaSetAgain()
{
    TestCluster cluster;
    cluster.deploy("web", 2, first);
    cluster.pass(60);
    cluster.setImage("web", second);
    cluster.pass(60);
    QCOMPARE(note(deployment(cluster), "deployment.kubernetes.io/revision"), std::string("2"));
    const std::string uid = textAt(setOf(cluster, first), "metadata/uid");
    cluster.setImage("web", first);
    cluster.pass(60);
    QCOMPARE(note(deployment(cluster), "deployment.kubernetes.io/revision"), std::string("3"));
    QCOMPARE(cluster.all("replicasets").size(), size_t(2));
    const Json again = setOf(cluster, first);
    QCOMPARE(textAt(again, "metadata/uid"), uid);
    QCOMPARE(note(again, "deployment.kubernetes.io/revision"), std::string("3"));
    QCOMPARE(note(again, "deployment.kubernetes.io/revision-history"), std::string("1"));
    QCOMPARE(intAt(again, "status/availableReplicas"), 2);
    QCOMPARE(intAt(setOf(cluster, second), "status/replicas"), 0);
}

void TestDeploymentController::waitsWhilePaused()
{
    TestCluster cluster;
    cluster.deploy("web", 4, first);
    cluster.pass(60);
    cluster.merge("deployments", "web", {{"spec", {{"paused", true}}}});
    cluster.setImage("web", second);
    cluster.pass(60);
    QCOMPARE(TestCluster::reason(deployment(cluster), "Progressing"), std::string("DeploymentPaused"));
    QCOMPARE(TestCluster::reason(deployment(cluster), "Progressing", "status"), std::string("Unknown"));
    QVERIFY(setOf(cluster, second).is_null());
    cluster.merge("deployments", "web", {{"spec", {{"replicas", 6}}}});
    cluster.pass(60);
    QCOMPARE(intAt(setOf(cluster, first), "spec/replicas"), 6); // scaling goes on
    cluster.merge("deployments", "web", {{"spec", {{"paused", false}}}});
    cluster.pass(120);
    QCOMPARE(TestCluster::reason(deployment(cluster), "Progressing"), std::string("NewReplicaSetAvailable"));
    QCOMPARE(intAt(setOf(cluster, second), "status/availableReplicas"), 6);
}

void TestDeploymentController::givesUpAtTheDeadline()
{
    TestCluster cluster;
    cluster.deploy("web", 4, first, {{"progressDeadlineSeconds", 30}});
    cluster.pass(60);
    cluster.setImage("web", "registry.example.com/shop:2-stuck");
    cluster.pass(20);
    QCOMPARE(TestCluster::reason(deployment(cluster), "Progressing"), std::string("ReplicaSetUpdated"));
    cluster.pass(60);
    const Json web = deployment(cluster);
    QCOMPARE(TestCluster::reason(web, "Progressing"), std::string("ProgressDeadlineExceeded"));
    QCOMPARE(TestCluster::reason(web, "Progressing", "status"), std::string("False"));
    QCOMPARE(TestCluster::reason(web, "Available", "status"), std::string("True"));
    QCOMPARE(intAt(web, "status/availableReplicas"), 3); // 25 % of 4 may be missing
    QCOMPARE(intAt(web, "status/updatedReplicas"), 2);
    cluster.setImage("web", first);
    cluster.pass(60);
    QCOMPARE(TestCluster::reason(deployment(cluster), "Progressing"), std::string("NewReplicaSetAvailable"));
}

void TestDeploymentController::startsTheDeadlineAnewWithEachStep()
{
    TestCluster cluster;
    // One after the other, at most 15 s each: the whole takes longer than the deadline, no step does.
    cluster.deploy("web", 8, first,
        {{"progressDeadlineSeconds", 20},
            {"strategy", {{"type", "RollingUpdate"}, {"rollingUpdate", {{"maxSurge", 1}, {"maxUnavailable", 0}}}}}});
    cluster.pass(60);
    cluster.setImage("web", second);
    bool failed = false;
    int seconds = 0;
    for (; seconds < 200 && intAt(deployment(cluster), "status/updatedReplicas") < 8; ++seconds) {
        cluster.pass(1);
        failed = failed || TestCluster::reason(deployment(cluster), "Progressing", "status") == "False";
    }
    QVERIFY(seconds > 20);
    QVERIFY(!failed);
}

void TestDeploymentController::recreatesOnlyWhenAllAreGone()
{
    TestCluster cluster;
    cluster.deploy("web", 3, first, {{"strategy", {{"type", "Recreate"}}}});
    cluster.pass(60);
    cluster.setImage("web", second);
    bool mixed = false;
    for (int i = 0; i < 600; ++i) {
        cluster.clock.advance(std::chrono::milliseconds(100));
        const auto pods = cluster.all("pods");
        const auto isOld = [](const Json &pod) { return textAt(at(pod, "spec/containers")[0], "image") == first; };
        const auto old = std::ranges::count_if(pods, isOld);
        mixed = mixed || (old > 0 && old < static_cast<std::ptrdiff_t>(pods.size()));
    }
    QVERIFY(!mixed);
    QCOMPARE(intAt(setOf(cluster, second), "status/availableReplicas"), 3);
}

void TestDeploymentController::forgetsHistoryBeyondItsLimit()
{
    TestCluster cluster;
    cluster.deploy("web", 1, first, {{"revisionHistoryLimit", 2}});
    for (int i = 2; i <= 6; ++i) {
        cluster.pass(60);
        cluster.setImage("web", "registry.example.com/shop:" + std::to_string(i));
    }
    cluster.pass(60);
    QCOMPARE(cluster.all("replicasets").size(), size_t(3));
    for (int i = 4; i <= 6; ++i)
        QVERIFY(!setOf(cluster, "registry.example.com/shop:" + std::to_string(i)).is_null());
}

void TestDeploymentController::waitsForMinReadySeconds()
{
    TestCluster cluster;
    cluster.deploy("web", 2, first, {{"minReadySeconds", 30}});
    cluster.pass(25);
    QCOMPARE(intAt(deployment(cluster), "status/readyReplicas"), 2);
    QCOMPARE(intAt(deployment(cluster), "status/availableReplicas"), 0);
    cluster.pass(30);
    QCOMPARE(intAt(deployment(cluster), "status/availableReplicas"), 2);
}

void TestDeploymentController::scalesWithoutRollout()
{
    TestCluster cluster;
    cluster.deploy("web", 2, first);
    cluster.pass(60);
    cluster.merge("deployments", "web", {{"spec", {{"replicas", 5}}}});
    cluster.pass(60);
    QCOMPARE(cluster.all("replicasets").size(), size_t(1));
    QCOMPARE(cluster.all("pods").size(), size_t(5));
    QCOMPARE(note(setOf(cluster, first), "deployment.kubernetes.io/desired-replicas"), std::string("5"));
    cluster.merge("deployments", "web", {{"spec", {{"replicas", 0}}}});
    cluster.pass(60);
    QCOMPARE(cluster.all("pods").size(), size_t(0));
    QCOMPARE(TestCluster::reason(deployment(cluster), "Available", "status"), std::string("True"));
}

void TestDeploymentController::replacesDeletedPods()
{
    TestCluster cluster;
    cluster.deploy("web", 3, first);
    cluster.pass(60);
    const std::string victim = textAt(cluster.all("pods").front(), "metadata/name");
    QCOMPARE(cluster.erase("pods", victim), 200);
    QVERIFY(!textAt(cluster.get("pods", victim), "metadata/deletionTimestamp").empty());
    cluster.pass(60);
    QVERIFY(cluster.get("pods", victim).is_null());
    QCOMPARE(intAt(deployment(cluster), "status/availableReplicas"), 3);
    QCOMPARE(cluster.told("Killing").size(), size_t(1));
}

void TestDeploymentController::doesNothingWhenNothingHappens()
{
    TestCluster cluster(1, 0);
    cluster.create("nodes", {{"metadata", {{"name", "node-0"}}}});
    cluster.deploy("web", 3, first);
    cluster.pass(120);
    const auto versions = [&cluster] {
        std::vector<std::string> result;
        for (const char *plural : {"deployments", "replicasets", "pods", "services", "events"}) {
            for (const Json &json : cluster.all(plural))
                result.push_back(textAt(json, "metadata/resourceVersion"));
        }
        return result;
    };
    const auto before = versions();
    QVERIFY(before.size() > 5);
    cluster.pass(600);
    QCOMPARE(versions(), before);
    // Only the heart of the node beats, and Events wait to expire.
    QCOMPARE(cluster.controllers.pending(), 1 + cluster.all("events").size());
}

QTEST_GUILESS_MAIN(TestDeploymentController)
#include "tst_deploymentcontroller.moc"
