// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/sandbox/controllers/testcluster.h"
#include "tests/support/strict.h"

#include "backends/sandbox/controllers/rolling.h"

#include <QTest>

#include <map>

using namespace Sandbox;

namespace {

//! Counts the pods of a Deployment at every change, as nobody between two changes could see anything else.
class Watch
{
public:
    Watch(ApiServer &server, const RolloutBounds &bounds) : m_server(server), m_bounds(bounds)
    {
        for (const ObjectPtr &pod : server.list(TestCluster::type("pods"), "shop"))
            note({Change::Kind::Added, pod, nullptr});
        m_id = server.subscribe([this](const Change &change) {
            if (change.object->type == &TestCluster::type("pods")) {
                note(change);
                judge();
            }
        });
    }
    ~Watch() { m_server.unsubscribe(m_id); }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

    bool filled = false; //!< from now on availability is held to its bound
    std::string broken;

private:
    struct Seen
    {
        bool active = false;
        bool ready = false;
    };
    ApiServer &m_server;
    RolloutBounds m_bounds;
    std::map<ObjectKey, Seen> m_pods;
    int m_id = 0;

    void note(const Change &change)
    {
        if (change.kind == Change::Kind::Deleted) {
            m_pods.erase(change.object->key);
            return;
        }
        const Json json = change.object->json();
        const bool active = !at(json, "metadata/deletionTimestamp").is_string();
        m_pods[change.object->key] = {active, active && TestCluster::reason(json, "Ready", "status") == "True"};
    }
    void judge()
    {
        long long active = 0;
        long long ready = 0;
        for (const auto &[key, pod] : m_pods) {
            active += pod.active;
            ready += pod.ready;
        }
        if (active > m_bounds.replicas + m_bounds.surge)
            broken = "there are " + std::to_string(active) + " pods";
        if (filled && ready < m_bounds.replicas - m_bounds.unavailable)
            broken = "only " + std::to_string(ready) + " pods are ready";
    }
};

Json amount(SeededRandom &random, int replicas)
{
    if (random.below(2) == 0)
        return std::to_string(random.below(101)) + "%";
    return random.below(replicas + 1);
}

//! maxSurge and maxUnavailable that validation lets through.
Json strategy(SeededRandom &random, int replicas)
{
    Json surge = amount(random, replicas);
    Json unavailable = amount(random, replicas);
    if (surge == 0 || surge == "0%")
        surge = 1;
    return {{"strategy",
        {{"type", "RollingUpdate"}, {"rollingUpdate", {{"maxSurge", surge}, {"maxUnavailable", unavailable}}}}}};
}

std::string image(SeededRandom &random, int number)
{
    static const char *const tags[] = {"", "", "", "-crash", "-nopull", "-stuck"};
    return "registry.example.com/shop:" + std::to_string(number) + tags[random.below(6)];
}

//! Twenty, or as many as PILOTHOUSE_SCENARIOS says.
unsigned rollouts()
{
    bool set = false;
    const int asked = qEnvironmentVariableIntValue("PILOTHOUSE_SCENARIOS", &set);
    return set && asked > 0 ? static_cast<unsigned>(asked) : 20;
}

} // namespace

//! Whole rollouts, on seeds.
class TestRollout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void keepsItsBounds();
    void endsWithTheLastImageAlone();
};

void TestRollout::keepsItsBounds()
{
    for (unsigned seed = 1; seed <= rollouts(); ++seed) {
        TestCluster cluster(seed);
        SeededRandom random(seed + 1'000);
        const int replicas = 1 + random.below(12);
        const Json spec = strategy(random, replicas);
        cluster.deploy("web", replicas, "registry.example.com/shop:0", spec);
        cluster.pass(60);
        const Json deployment = cluster.get("deployments", "web");
        QCOMPARE(intAt(deployment, "status/availableReplicas"), replicas);
        Watch watch(cluster.server, RolloutBounds::of(deployment));
        watch.filled = true;
        for (int i = 1; i <= 4; ++i) {
            cluster.setImage("web", image(random, i));
            cluster.pass(random.below(60));
        }
        cluster.setImage("web", "registry.example.com/shop:5");
        cluster.pass(300);
        QVERIFY2(
            watch.broken.empty(), ("seed " + std::to_string(seed) + ": " + watch.broken + ", " + toText(spec)).c_str());
        const Json end = cluster.get("deployments", "web");
        QVERIFY2(TestCluster::reason(end, "Progressing") == "NewReplicaSetAvailable"
                && intAt(end, "status/availableReplicas") == replicas && intAt(end, "status/replicas") == replicas,
            ("seed " + std::to_string(seed) + ": " + toText(at(end, "status"))).c_str());
    }
}

void TestRollout::endsWithTheLastImageAlone()
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        TestCluster cluster(seed);
        SeededRandom random(seed + 5'000);
        cluster.deploy("web", 3, "registry.example.com/shop:0",
            random.below(3) == 0 ? Json{{"strategy", {{"type", "Recreate"}}}} : strategy(random, 3));
        int replicas = 3;
        for (int i = 1; i <= 8; ++i) {
            cluster.pass(random.below(40));
            if (random.below(3) == 0) {
                replicas = random.below(15);
                cluster.merge("deployments", "web", {{"spec", {{"replicas", replicas}}}});
            } else if (const auto pods = cluster.all("pods"); random.below(3) == 0 && !pods.empty()) {
                cluster.erase("pods", textAt(pods[pods.size() / 2], "metadata/name"));
            } else {
                cluster.setImage("web", image(random, i));
            }
        }
        cluster.setImage("web", "registry.example.com/shop:9");
        cluster.pass(400);
        const auto pods = cluster.all("pods");
        QVERIFY2(static_cast<int>(pods.size()) == replicas, std::to_string(seed).c_str());
        for (const Json &pod : pods)
            QCOMPARE(textAt(at(pod, "spec/containers")[0], "image"), std::string("registry.example.com/shop:9"));
    }
}

QTEST_GUILESS_MAIN(TestRollout)
#include "tst_rollout.moc"
