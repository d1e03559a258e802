// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/sandbox/controllers/testcluster.h"
#include "tests/support/strict.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace Sandbox;

namespace {

Json onlyPod(const TestCluster &cluster)
{
    const auto pods = cluster.all("pods");
    return pods.size() == 1 ? pods.front() : Json();
}

Json container(const Json &pod)
{
    const Json &list = at(pod, "status/containerStatuses");
    return list.is_array() && list.size() == 1 ? list[0] : Json();
}

bool heard(const TestCluster &cluster, const std::string &reason, const std::string &message)
{
    const auto told = cluster.told(reason);
    return std::ranges::find(told, message) != told.end();
}

} // namespace

class TestKubelet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void bringsPodsUp();
    void backsOffFromCrashes();
    void backsOffFromPulling();
    void neverReadiesStuckPods();
    void killsWhatLeaks();
    void spreadsOverNodes();
    void saysWhyNothingFits();
    void usesNodesThatComeLater();
    void endsPodsInTheirGrace();
    void renewsLeases();
    void takesUpWhatIsThereAlready();
    void settlesAtOnce();
};

void TestKubelet::bringsPodsUp()
{
    TestCluster cluster;
    cluster.deploy("web", 1, "registry.example.com/shop:1");
    std::vector<std::string> phases;
    for (int i = 0; i < 300; ++i) {
        cluster.clock.advance(std::chrono::milliseconds(100));
        const Json pod = onlyPod(cluster);
        const std::string state = textAt(pod, "status/phase") + ' ' + textAt(container(pod), "state/waiting/reason")
            + ' ' + TestCluster::reason(pod, "PodScheduled", "status") + TestCluster::reason(pod, "Ready", "status");
        if (phases.empty() || phases.back() != state)
            phases.push_back(state);
    }
    const std::vector<std::string> expected{
        "Pending  ", "Pending  True", "Pending ContainerCreating TrueFalse", "Running  TrueFalse", "Running  TrueTrue"};
    QVERIFY(std::ranges::includes(expected, phases) || phases == expected);
    QCOMPARE(phases.back(), expected.back());
    const Json pod = onlyPod(cluster);
    QVERIFY(textAt(pod, "status/podIP").starts_with("10."));
    QVERIFY(boolAt(container(pod), "ready") && boolAt(container(pod), "started"));
    QVERIFY(textAt(container(pod), "imageID").find("@sha256:") != std::string::npos);
    for (const char *type : {"Initialized", "Ready", "ContainersReady", "PodScheduled"})
        QCOMPARE(TestCluster::reason(pod, type, "status"), std::string("True"));
    for (const char *reason : {"Scheduled", "Pulling", "Pulled", "Created", "Started"})
        QCOMPARE(cluster.told(reason).size(), size_t(1));
    QVERIFY(heard(cluster, "Started", "Started container app"));
}

void TestKubelet::backsOffFromCrashes()
{
    TestCluster cluster;
    cluster.deploy("web", 1, "registry.example.com/shop:1-crash");
    cluster.pass(60);
    Json pod = onlyPod(cluster);
    QCOMPARE(textAt(pod, "status/phase"), std::string("Running"));
    QCOMPARE(TestCluster::reason(pod, "Ready", "status"), std::string("False"));
    QCOMPARE(textAt(container(pod), "state/waiting/reason"), std::string("CrashLoopBackOff"));
    QVERIFY(textAt(container(pod), "state/waiting/message").starts_with("back-off "));
    QCOMPARE(textAt(container(pod), "lastState/terminated/reason"), std::string("Error"));
    QCOMPARE(intAt(container(pod), "lastState/terminated/exitCode"), 1);
    const long long early = intAt(container(pod), "restartCount");
    QVERIFY(early >= 2);
    cluster.pass(3'600);
    pod = onlyPod(cluster);
    const long long late = intAt(container(pod), "restartCount");
    QVERIFY(late > early + 10 && late < 25); // once in five minutes at last
    QCOMPARE(textAt(container(pod), "state/waiting/message").substr(0, 13), std::string("back-off 5m0s"));
    QCOMPARE(cluster.told("BackOff"), std::vector<std::string>{"Back-off restarting failed container"});
}

void TestKubelet::backsOffFromPulling()
{
    TestCluster cluster;
    cluster.deploy("web", 1, "registry.example.com/shop:1-nopull");
    std::set<std::string> reasons;
    for (int i = 0; i < 60; ++i) {
        cluster.pass(1);
        reasons.insert(textAt(container(onlyPod(cluster)), "state/waiting/reason"));
    }
    QVERIFY(reasons.contains("ErrImagePull") && reasons.contains("ImagePullBackOff"));
    QCOMPARE(textAt(onlyPod(cluster), "status/phase"), std::string("Pending"));
    QVERIFY(heard(cluster, "BackOff", "Back-off pulling image \"registry.example.com/shop:1-nopull\""));
    QVERIFY(heard(cluster, "Failed", "Error: ErrImagePull"));
}

void TestKubelet::neverReadiesStuckPods()
{
    TestCluster cluster;
    cluster.deploy("web", 1, "registry.example.com/shop:1-stuck");
    cluster.pass(900);
    const Json pod = onlyPod(cluster);
    QCOMPARE(textAt(pod, "status/phase"), std::string("Running"));
    QCOMPARE(TestCluster::reason(pod, "Ready", "status"), std::string("False"));
    QCOMPARE(intAt(container(pod), "restartCount"), 0);
    QVERIFY(heard(cluster, "Unhealthy", "Readiness probe failed: HTTP probe failed with statuscode: 503"));
}

void TestKubelet::killsWhatLeaks()
{
    TestCluster cluster;
    cluster.deploy("web", 1, "registry.example.com/shop:1-leak");
    cluster.pass(60);
    QCOMPARE(TestCluster::reason(onlyPod(cluster), "Ready", "status"), std::string("True"));
    cluster.pass(1'200);
    const Json status = container(onlyPod(cluster));
    QVERIFY(intAt(status, "restartCount") >= 2);
    QCOMPARE(textAt(status, "lastState/terminated/reason"), std::string("OOMKilled"));
    QCOMPARE(intAt(status, "lastState/terminated/exitCode"), 137);
}

void TestKubelet::spreadsOverNodes()
{
    TestCluster cluster(1, 3);
    cluster.deploy("web", 9, "registry.example.com/shop:1");
    cluster.pass(60);
    std::map<std::string, int> counts;
    for (const Json &pod : cluster.all("pods"))
        ++counts[textAt(pod, "spec/nodeName")];
    QCOMPARE(counts, (std::map<std::string, int>{{"node-0", 3}, {"node-1", 3}, {"node-2", 3}}));
}

void TestKubelet::saysWhyNothingFits()
{
    TestCluster cluster(1, 2);
    cluster.merge("nodes", "node-1", {{"spec", {{"unschedulable", true}}}});
    Json pod
        = {{"metadata", {{"name", "big"}}}, {"spec", {{"containers", Json::array({TestCluster::container("x:1")})}}}};
    pod["spec"]["containers"][0]["resources"] = {{"requests", {{"cpu", "17"}}}};
    cluster.create("pods", pod);
    cluster.pass(10);
    const std::string why = "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) were unschedulable.";
    QCOMPARE(TestCluster::reason(cluster.get("pods", "big"), "PodScheduled"), std::string("Unschedulable"));
    QCOMPARE(TestCluster::reason(cluster.get("pods", "big"), "PodScheduled", "message"), why);
    QVERIFY(heard(cluster, "FailedScheduling", why));
    QCOMPARE(textAt(cluster.get("pods", "big"), "status/phase"), std::string("Pending"));
}

void TestKubelet::usesNodesThatComeLater()
{
    TestCluster cluster(1, 0);
    cluster.deploy("web", 2, "registry.example.com/shop:1");
    cluster.pass(60);
    QVERIFY(heard(cluster, "FailedScheduling", "no nodes available to schedule pods"));
    cluster.create("nodes", {{"metadata", {{"name", "late"}}}});
    cluster.pass(60);
    QCOMPARE(intAt(cluster.get("deployments", "web"), "status/availableReplicas"), 2);
}

void TestKubelet::endsPodsInTheirGrace()
{
    TestCluster cluster;
    cluster.deploy("web", 1, "registry.example.com/shop:1");
    cluster.pass(60);
    const std::string name = textAt(onlyPod(cluster), "metadata/name");
    cluster.merge("deployments", "web", {{"spec", {{"replicas", 0}}}});
    const Json ending = cluster.get("pods", name);
    QVERIFY(!textAt(ending, "metadata/deletionTimestamp").empty());
    QCOMPARE(intAt(ending, "metadata/deletionGracePeriodSeconds"), 30);
    QVERIFY(heard(cluster, "Killing", "Stopping container app"));
    QVERIFY(heard(cluster, "SuccessfulDelete", "Deleted pod: " + name));
    cluster.pass(5);
    QVERIFY(cluster.get("pods", name).is_null());
}

void TestKubelet::renewsLeases()
{
    TestCluster cluster;
    cluster.pass(30);
    const auto renewed = [&cluster] {
        const auto lease = cluster.server.find(TestCluster::type("leases"), {"kube-node-lease", "node-0"});
        return lease ? textAt(lease->json(), "spec/renewTime") : std::string();
    };
    const std::string before = renewed();
    QVERIFY(!before.empty());
    cluster.pass(20);
    QVERIFY(renewed() > before);
    QCOMPARE(TestCluster::reason(cluster.get("nodes", "node-0"), "Ready"), std::string("KubeletReady"));
    const std::string beat = TestCluster::reason(cluster.get("nodes", "node-0"), "Ready", "lastHeartbeatTime");
    cluster.pass(400);
    QVERIFY(TestCluster::reason(cluster.get("nodes", "node-0"), "Ready", "lastHeartbeatTime") > beat);
}

void TestKubelet::takesUpWhatIsThereAlready()
{
    TestCluster cluster;
    cluster.deploy("web", 3, "registry.example.com/shop:1");
    cluster.pass(3);
    Controllers others(cluster.server, cluster.clock, cluster.random, Pace());
    others.run();
    cluster.pass(60);
    QCOMPARE(intAt(cluster.get("deployments", "web"), "status/availableReplicas"), 3);
    QCOMPARE(cluster.all("pods").size(), size_t(3));
}

void TestKubelet::settlesAtOnce()
{
    TestCluster cluster;
    cluster.create("deployments",
        {{"metadata", {{"name", "web"}}},
            {"spec",
                {{"replicas", 500}, {"progressDeadlineSeconds", 600}, {"selector", {{"matchLabels", {{"app", "web"}}}}},
                    {"template",
                        {{"metadata", {{"labels", {{"app", "web"}}}}},
                            {"spec", {{"containers", Json::array({TestCluster::container("x:1")})}}}}}}}});
    cluster.controllers.settle();
    const Json web = cluster.get("deployments", "web");
    QCOMPARE(intAt(web, "status/availableReplicas"), 500);
    QCOMPARE(TestCluster::reason(web, "Progressing"), std::string("NewReplicaSetAvailable"));
    QVERIFY(cluster.told("Started").empty() && cluster.told("SuccessfulCreate").empty());
}

QTEST_GUILESS_MAIN(TestKubelet)
#include "tst_kubelet.moc"
