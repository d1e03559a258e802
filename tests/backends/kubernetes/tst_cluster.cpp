// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/cluster.h"
#include "backends/kubernetes/firstrows.h"
#include "tests/support/faketransport.h"
#include "tests/support/manualclock.h"
#include "tests/support/strict.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace Kubernetes;

namespace {

class FixedRandom final : public RandomSource
{
public:
    double uniform() override { return 0.5; }
};

QByteArray list(const QByteArray &kind, const QByteArray &version, const QByteArray &items)
{
    return R"({"kind":")" + kind + R"(List","apiVersion":"v1","metadata":{"resourceVersion":")" + version
        + R"("},"items":[)" + items + "]}";
}

QByteArray namespaceObject(const QByteArray &name, const QByteArray &version, const QByteArray &tenant)
{
    return R"({"metadata":{"name":")" + name + R"(","uid":"u-)" + name + R"(","resourceVersion":")" + version
        + R"(","labels":{"platform.example.com/tenant":")" + tenant + R"("}}})";
}

QByteArray pod(const QByteArray &name, const QByteArray &version, const QByteArray &phase)
{
    return R"({"metadata":{"name":")" + name + R"(","namespace":"a","uid":"u-)" + name + R"(","resourceVersion":")"
        + version + R"("},"spec":{"containers":[{"name":"c","image":"r/app:1"}]},"status":{"phase":")" + phase
        + R"("}})";
}

QByteArray watchEvent(const QByteArray &type, const QByteArray &object)
{
    return R"({"type":")" + type + R"(","object":)" + object + "}\n";
}

QByteArray node(const QByteArray &name, const QByteArray &version, const QByteArray &cpu)
{
    return R"({"metadata":{"name":")" + name + R"(","uid":"u-)" + name + R"(","resourceVersion":")" + version
        + R"("},"status":{"allocatable":{"cpu":")" + cpu
        + R"(","memory":"1Gi","pods":"110"},"conditions":[{"type":"Ready","status":"True"}]}})";
}

QByteArray capsuleResources()
{
    return R"({"kind":"APIResourceList","groupVersion":"capsule.clastix.io/v1beta2","resources":[)"
           R"({"name":"tenants","verbs":["get","list","watch","patch"]},{"name":"tenants/status","verbs":["get"]}]})";
}

QString capsulePath()
{
    return QStringLiteral("/apis/capsule.clastix.io/v1beta2");
}

Error refusal(const QString &who)
{
    return Error{Error::Kind::Forbidden, 403,
        QStringLiteral(
            R"(pods is forbidden: User "%1" cannot list resource "pods" in API group "" at the cluster scope)")
            .arg(who),
        {}, {}};
}

std::shared_ptr<FirstRows> largeFleet()
{
    auto fleet = std::make_shared<FirstRows>();
    fleet->setFleet(FirstRows::smallFleet + 1);
    return fleet;
}

//! A cluster on a network made of paper, with everything that it says.
struct Fixture
{
    ManualClock clock;
    FakeTransport *transport = nullptr;
    Cluster cluster;
    QList<ClusterStatus> statuses;
    QList<PodBatch> pods;
    QList<NamespaceBatch> namespaces;
    QList<QuotaBatch> quotas;
    QList<NodeBatch> nodes;
    QList<LimitRangeBatch> limitRanges;
    QList<CapsuleTenantBatch> capsuleTenants;

    explicit Fixture(const std::shared_ptr<FirstRows> &fleet = nullptr)
        : cluster(
            {QStringLiteral("127.0.0.1:6443"),
                {QStringLiteral("dev"), Identity::Source::Kubeconfig, Identity::Method::Token, {}},
                {QStringLiteral("a"), QStringLiteral("b")}, {}, {}, fleet},
            [this]() -> Result<std::unique_ptr<Http::Transport>> {
                auto made = std::make_unique<FakeTransport>();
                transport = made.get();
                return std::unique_ptr<Http::Transport>(std::move(made));
            },
            clock, std::make_unique<FixedRandom>())
    {
        QObject::connect(&cluster, &Cluster::statusChanged, &cluster,
            [this](const ClusterStatus &status) { statuses.append(status); });
        QObject::connect(
            &cluster, &Cluster::podsChanged, &cluster, [this](const PodBatch &batch) { pods.append(batch); });
        QObject::connect(&cluster, &Cluster::namespacesChanged, &cluster,
            [this](const NamespaceBatch &batch) { namespaces.append(batch); });
        QObject::connect(
            &cluster, &Cluster::quotasChanged, &cluster, [this](const QuotaBatch &batch) { quotas.append(batch); });
        QObject::connect(
            &cluster, &Cluster::nodesChanged, &cluster, [this](const NodeBatch &batch) { nodes.append(batch); });
        QObject::connect(&cluster, &Cluster::limitRangesChanged, &cluster,
            [this](const LimitRangeBatch &batch) { limitRanges.append(batch); });
        QObject::connect(&cluster, &Cluster::capsuleTenantsChanged, &cluster,
            [this](const CapsuleTenantBatch &batch) { capsuleTenants.append(batch); });
    }

    [[nodiscard]] const ClusterStatus &status() const { return statuses.last(); }

    void startWithoutFirstRows()
    {
        cluster.start();
        QVERIFY(transport->fail(QStringLiteral("includeObject=None"), Error{Error::Kind::NotFound, 404, {}, {}, {}}));
    }

    void goLive()
    {
        startWithoutFirstRows();
        QVERIFY(transport->fail(QStringLiteral("selfsubjectreviews"), Error{Error::Kind::NotFound, 404, {}, {}, {}}));
        QVERIFY(transport->answer(
            QStringLiteral("/api/v1/namespaces?limit"), list("Namespace", "10", namespaceObject("a", "3", "t"))));
        QVERIFY(transport->answer(QStringLiteral("/api/v1/resourcequotas"), list("ResourceQuota", "10", "")));
        QVERIFY(transport->answer(QStringLiteral("/api/v1/pods?limit"), list("Pod", "10", pod("p", "4", "Running"))));
        for (const char *kind : {"namespaces", "resourcequotas", "pods"})
            QVERIFY(transport->openStream(QStringLiteral("/api/v1/%1?watch").arg(QLatin1String(kind))));
        clock.advance(40ms);
    }

    //! What stands behind quotas becomes needed and is read, with or without Capsule.
    void readCapacity(bool capsule)
    {
        cluster.setNeeds({.capacity = true});
        QVERIFY(transport->answer(QStringLiteral("/api/v1/nodes?limit"), list("Node", "10", node("n", "3", "4"))));
        QVERIFY(transport->answer(QStringLiteral("/api/v1/limitranges?limit"), list("LimitRange", "10", "")));
        if (capsule) {
            QVERIFY(transport->answer(capsulePath(), capsuleResources()));
            QVERIFY(transport->answer(capsulePath() + QStringLiteral("/tenants?limit"),
                list("Tenant", "10", R"({"metadata":{"name":"oil","resourceVersion":"7"}})")));
            QVERIFY(transport->openStream(capsulePath() + QStringLiteral("/tenants?watch")));
        } else {
            QVERIFY(transport->fail(capsulePath(), Error{Error::Kind::NotFound, 404, {}, {}, {}}));
        }
        for (const char *kind : {"nodes", "limitranges"})
            QVERIFY(transport->openStream(QStringLiteral("/api/v1/%1?watch").arg(QLatin1String(kind))));
        clock.advance(40ms);
    }

    //! The watches of these kinds last as long as they were asked to, and are opened again.
    void endWatches(const QStringList &kinds
        = {QStringLiteral("namespaces"), QStringLiteral("resourcequotas"), QStringLiteral("pods")})
    {
        for (const QString &kind : kinds) {
            QVERIFY(transport->endStream(QStringLiteral("/api/v1/%1?watch").arg(kind)));
            QVERIFY(transport->openStream(QStringLiteral("/api/v1/%1?watch").arg(kind)));
        }
    }
    bool answerHeartbeat()
    {
        const QString path = QStringLiteral("/api/v1/namespaces?limit=1");
        const auto *found = transport->find(path);
        return found && FakeTransport::url(found->request) == path && transport->answer(path, "{}");
    }
};

} // namespace

class TestCluster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void becomesCompleteAndConfirmed();
    void handsOnChangesTogether();
    void tellsOnlyWhatANewListChanged();
    void isNotConfirmedWhileAWatchIsBroken();
    void isNotConfirmedByTheHeartbeatWhileAWatchIsDead();
    void readsOnlyWhatIsNeeded();
    void readsCapacityOnlyWhenItIsNeeded();
    void confirmsCapacityByItself();
    void knowsNoCapacityThatMayNotBeRead();
    void readsCapsulesTenantsWhereTheServerHasThem();
    void readsLimitRangesWhereItMay();
    void showsFirstRowsFromTheTable();
    void listsPodsBesideTheFirstRowsOfASmallFleet();
    void listsPodsAfterTheirFirstRows();
    void listsPodsWithoutFirstRowsAfterAWhile();
    void letsTheFirstRowsOfTheFleetGoFirst();
    void endsThePreviewWhenTheListIsThere();
    void hearsEverythingAgainAfterGarbledBytes();
    void keepsWhatItKnowsWhileTheServerIsSilent();
    void doubtsASilentConnection();
    void retriesEverythingWhenTheServerIsBack();
    void looksAtNamedNamespacesWhenRefused();
    void learnsWhoItIsFromARefusal();
    void learnsWhoItIsFromTheServer();
    void saysWhenNothingMayBeRead();
    void reportsATransportThatCannotBeMade();
};

void TestCluster::becomesCompleteAndConfirmed()
{
    Fixture f;
    f.goLive();
    QVERIFY(f.status().complete());
    QVERIFY(f.status().confirmed.has_value());
    QVERIFY(!f.status().error);
    QCOMPARE(f.pods.size(), 1);
    QVERIFY(f.pods.first().synced);
    QCOMPARE(f.pods.first().changed.first().phase, PodRecord::Phase::Running);
    QCOMPARE(f.quotas.size(), 1); // empty, but now known to be so
    QVERIFY(f.quotas.first().synced);
    QCOMPARE(f.namespaces.first().changed.first().tenant, QStringLiteral("t"));

    const auto first = *f.status().confirmed;
    f.clock.advance(2100ms);
    QVERIFY(f.answerHeartbeat());
    QCOMPARE(*f.status().confirmed, first); // open watches prove nothing
    f.clock.advance(860ms);
    f.endWatches();
    f.clock.advance(1500ms);
    QVERIFY(f.answerHeartbeat());
    QVERIFY(*f.status().confirmed >= first + 2s);
}

void TestCluster::handsOnChangesTogether()
{
    Fixture f;
    f.goLive();
    f.pods.clear();
    QVERIFY(f.transport->bytes(QStringLiteral("/pods?watch"), watchEvent("ADDED", pod("q", "11", "Pending"))));
    f.clock.advance(0ms);
    const auto soFar = f.pods.size();
    for (int i = 12; i < 30; ++i)
        QVERIFY(f.transport->bytes(
            QStringLiteral("/pods?watch"), watchEvent("MODIFIED", pod("q", QByteArray::number(i), "Running"))));
    f.clock.advance(32ms);
    QVERIFY(f.pods.size() <= soFar + 1);
    f.clock.advance(2ms);
    QCOMPARE(f.pods.last().changed.size(), 1);
    QCOMPARE(f.pods.last().changed.first().resourceVersion.text(), QStringLiteral("29"));
    QVERIFY(f.transport->bytes(QStringLiteral("/pods?watch"), watchEvent("DELETED", pod("q", "31", "Running"))));
    f.clock.advance(40ms);
    QCOMPARE(f.pods.last().removed.size(), 1);
    QCOMPARE(f.pods.last().removed.first().name, QStringLiteral("q"));
}

void TestCluster::tellsOnlyWhatANewListChanged()
{
    Fixture f;
    f.goLive();
    QVERIFY(f.transport->bytes(QStringLiteral("/pods?watch"), watchEvent("ADDED", pod("gone", "11", "Pending"))));
    f.clock.advance(40ms);
    f.clock.advance(5s);
    f.pods.clear();
    QVERIFY(f.transport->bytes(QStringLiteral("/pods?watch"),
        R"({"type":"ERROR","object":{"kind":"Status","status":"Failure","reason":"Expired","code":410,"message":"too old"}})"
        "\n"));
    QVERIFY(f.transport->answer(QStringLiteral("/api/v1/pods?limit"),
        list("Pod", "20", pod("p", "4", "Running") + "," + pod("new", "19", "Running"))));
    f.clock.advance(40ms);
    QCOMPARE(f.pods.size(), 1);
    QCOMPARE(f.pods.first().changed.size(), 1);
    QCOMPARE(f.pods.first().changed.first().key.name, QStringLiteral("new"));
    QCOMPARE(f.pods.first().removed.size(), 1);
    QCOMPARE(f.pods.first().removed.first().name, QStringLiteral("gone"));
}

void TestCluster::isNotConfirmedWhileAWatchIsBroken()
{
    Fixture f;
    f.goLive();
    const auto confirmed = *f.status().confirmed;
    QVERIFY(f.transport->fail(QStringLiteral("/pods?watch"), Error{Error::Kind::Server, 500, {}, {}, {}}));
    f.clock.advance(0ms);
    QVERIFY(f.status().error.has_value());
    f.clock.advance(2960ms);
    QVERIFY(f.answerHeartbeat());
    f.endWatches({QStringLiteral("namespaces"), QStringLiteral("resourcequotas")});
    QCOMPARE(*f.status().confirmed, confirmed);
    QVERIFY(
        f.transport->answer(QStringLiteral("/api/v1/pods?limit=5000"), list("Pod", "20", pod("p", "4", "Running"))));
    QVERIFY(f.transport->openStream(QStringLiteral("/pods?watch")));
    f.clock.advance(40ms);
    QVERIFY(!f.status().error);
    f.clock.advance(2s);
    QVERIFY(f.answerHeartbeat());
    QVERIFY(*f.status().confirmed > confirmed);
}

void TestCluster::isNotConfirmedByTheHeartbeatWhileAWatchIsDead()
{
    Fixture f;
    f.goLive();
    const auto confirmed = *f.status().confirmed;
    for (int i = 0; i < 10; ++i) { // everything else answers; the watch of pods says nothing, and does not end
        f.clock.advance(3s);
        (void)f.answerHeartbeat();
        for (const char *kind : {"namespaces", "resourcequotas"}) {
            (void)f.transport->endStream(QStringLiteral("/api/v1/%1?watch").arg(QLatin1String(kind)));
            (void)f.transport->openStream(QStringLiteral("/api/v1/%1?watch").arg(QLatin1String(kind)));
        }
    }
    QCOMPARE(*f.status().confirmed, confirmed);
    QVERIFY(f.status().error.has_value());
}

void TestCluster::readsOnlyWhatIsNeeded()
{
    Fixture f;
    f.goLive();
    f.cluster.setNeeds({true, false});
    f.clock.advance(4min);
    QVERIFY(f.status().pods.needed);
    f.clock.advance(61s);
    QVERIFY(!f.status().pods.needed);
    QVERIFY(!f.transport->has(QStringLiteral("/api/v1/pods")));
    QVERIFY(f.status().complete());

    f.pods.clear();
    f.cluster.setNeeds({true, true});
    f.clock.advance(0ms);
    QVERIFY(!f.status().complete());
    QVERIFY(!f.status().confirmed); // its rows are old
    QVERIFY(f.transport->answer(QStringLiteral("/api/v1/pods?limit"), list("Pod", "90", pod("new", "80", "Running"))));
    f.clock.advance(40ms);
    QVERIFY(f.status().complete());
    QCOMPARE(f.pods.size(), 1);
    QVERIFY(f.pods.first().synced);
    QCOMPARE(f.pods.first().removed.size(), 1); // while nobody looked
    QCOMPARE(f.pods.first().removed.first().name, QStringLiteral("p"));
    QCOMPARE(f.pods.first().changed.first().key.name, QStringLiteral("new"));
}

void TestCluster::readsCapacityOnlyWhenItIsNeeded()
{
    Fixture f;
    f.goLive();
    QVERIFY(!f.transport->has(QStringLiteral("/nodes")));
    QVERIFY(!f.transport->has(QStringLiteral("capsule")));
    QVERIFY(!f.status().nodes.needed);
    QVERIFY(f.status().capacityComplete());
    f.readCapacity(false);
    QVERIFY(f.status().capacityComplete());
    QCOMPARE(f.status().hasCapsule, std::optional(false));
    QCOMPARE(f.nodes.size(), 1);
    QVERIFY(f.nodes.first().synced);
    QCOMPARE(f.nodes.first().changed.first().cpu->toDouble(), 4.0);
    QCOMPARE(f.limitRanges.size(), 1); // none, and known to be none
    QVERIFY(f.status().capacityConfirmed.has_value());

    f.nodes.clear();
    f.cluster.setNeeds({});
    f.clock.advance(5min + 1s);
    QVERIFY(!f.transport->has(QStringLiteral("/nodes")));
    QVERIFY(!f.transport->has(QStringLiteral("/limitranges")));
    QVERIFY(!f.status().capacityConfirmed);
    QVERIFY(f.status().capacityComplete());
    f.cluster.setNeeds({.capacity = true});
    f.clock.advance(0ms);
    QVERIFY(!f.status().capacityComplete());
    QVERIFY(f.transport->answer(QStringLiteral("/api/v1/nodes?limit"), list("Node", "20", node("m", "12", "8"))));
    f.clock.advance(40ms);
    QCOMPARE(f.nodes.size(), 1);
    QCOMPARE(f.nodes.first().removed.first().name, QStringLiteral("n")); // while nobody looked
    QCOMPARE(f.nodes.first().changed.first().key.name, QStringLiteral("m"));
}

void TestCluster::confirmsCapacityByItself()
{
    Fixture f;
    f.goLive();
    const auto confirmed = *f.status().confirmed;
    f.cluster.setNeeds({.capacity = true});
    f.clock.advance(1ms);
    QVERIFY(f.status().complete()); // tenants are no less known because their nodes are being read
    QCOMPARE(*f.status().confirmed, confirmed);
    QVERIFY(!f.status().capacityComplete());
    f.readCapacity(false);
    const auto capacity = *f.status().capacityConfirmed;

    f.clock.advance(2920ms);
    QVERIFY(f.answerHeartbeat());
    f.endWatches();
    QVERIFY(*f.status().confirmed > confirmed);
    QCOMPARE(*f.status().capacityConfirmed, capacity); // its own watches have not ended yet
    f.clock.advance(50ms);
    f.endWatches({QStringLiteral("nodes"), QStringLiteral("limitranges")});
    QVERIFY(*f.status().capacityConfirmed > capacity);

    QVERIFY(f.transport->fail(QStringLiteral("/nodes?watch"), Error{Error::Kind::Server, 500, {}, {}, {}}));
    f.clock.advance(1ms);
    QVERIFY(f.status().nodes.error.has_value());
    QVERIFY(!f.status().error); // the cluster itself does well
}

void TestCluster::knowsNoCapacityThatMayNotBeRead()
{
    Fixture f;
    f.goLive();
    f.readCapacity(false);
    f.nodes.clear();
    QVERIFY(f.transport->fail(QStringLiteral("/nodes?watch"), refusal(QStringLiteral("olga"))));
    f.clock.advance(40ms);
    QVERIFY(f.status().nodes.refused());
    QVERIFY(f.status().complete() && f.status().capacityComplete());
    QVERIFY(!f.status().error);
    QCOMPARE(f.nodes.size(), 1);
    QVERIFY(!f.nodes.first().synced);
    QCOMPARE(f.nodes.first().removed.size(), 1); // nobody could say that it is still there
    QVERIFY(f.status().capacityConfirmed.has_value()); // limit ranges are as known as they were
}

void TestCluster::readsCapsulesTenantsWhereTheServerHasThem()
{
    Fixture f;
    f.goLive();
    f.readCapacity(true);
    QCOMPARE(f.status().hasCapsule, std::optional(true));
    QCOMPARE(f.capsuleTenants.size(), 1);
    QCOMPARE(f.capsuleTenants.first().changed.first().key.name, QStringLiteral("oil"));
    f.capsuleTenants.clear();
    const QString watch = capsulePath() + QStringLiteral("/tenants?watch");
    const QByteArray changed = R"({"kind":"Tenant","metadata":{"name":"oil","resourceVersion":"11"},)"
                               R"("spec":{"resourceQuotas":{"items":[{"hard":{"pods":"20"}}]}}})";
    QVERIFY(f.transport->bytes(watch, watchEvent("MODIFIED", changed)));
    f.clock.advance(40ms);
    QCOMPARE(f.capsuleTenants.first().changed.first().quotas.first().first().hard.toDouble(), 20.0);

    // Its definition is deleted, and the objects with it.
    f.capsuleTenants.clear();
    QVERIFY(f.transport->fail(watch, Error{Error::Kind::NotFound, 404, {}, {}, {}}));
    f.clock.advance(40ms);
    QCOMPARE(f.status().hasCapsule, std::optional(false));
    QCOMPARE(f.capsuleTenants.first().removed.size(), 1);
    QVERIFY(f.status().capacityComplete());
    f.clock.advance(10min); // installed again
    QVERIFY(f.transport->answer(capsulePath(), capsuleResources()));
    QVERIFY(f.transport->has(capsulePath() + QStringLiteral("/tenants?limit")));
}

void TestCluster::readsLimitRangesWhereItMay()
{
    Fixture f;
    f.goLive();
    f.cluster.setNeeds({.capacity = true});
    const Error no = refusal(QStringLiteral("olga"));
    QVERIFY(f.transport->fail(QStringLiteral("/api/v1/nodes?limit"), no));
    QVERIFY(f.transport->fail(QStringLiteral("/api/v1/limitranges?limit"), no));
    QVERIFY(f.transport->fail(capsulePath(), no));
    f.clock.advance(1ms);
    QVERIFY(f.transport->answer(QStringLiteral("/namespaces/a/limitranges"),
        list("LimitRange", "9", R"({"metadata":{"name":"l","namespace":"a","resourceVersion":"5"}})")));
    QVERIFY(f.transport->fail(QStringLiteral("/namespaces/b/limitranges"), no));
    f.clock.advance(40ms);
    QVERIFY(f.status().capacityComplete());
    QVERIFY(f.status().nodes.refused());
    QCOMPARE(f.limitRanges.last().scope, std::optional(QStringList{QStringLiteral("a")}));
    QVERIFY(!f.status().error);
}

void TestCluster::showsFirstRowsFromTheTable()
{
    Fixture f;
    QList<PodPreviewList> previews;
    QObject::connect(&f.cluster, &Cluster::podsPreviewed, &f.cluster,
        [&previews](const PodPreviewList &rows) { previews.append(rows); });
    f.cluster.start();
    QVERIFY(f.transport->answer(QStringLiteral("includeObject=None"),
        R"({"kind":"Table","columnDefinitions":[{"name":"Name"},{"name":"Status"}],"rows":[{"cells":["p","Running"]}]})"));
    QCOMPARE(previews.size(), 1);
    QCOMPARE(previews.first().rows.first().name, QStringLiteral("p"));
    QVERIFY(f.pods.isEmpty());
}

void TestCluster::listsPodsBesideTheFirstRowsOfASmallFleet()
{
    const auto fleet = std::make_shared<FirstRows>();
    fleet->setFleet(FirstRows::smallFleet);
    Fixture f(fleet);
    f.cluster.start();
    QVERIFY(f.transport->has(QStringLiteral("includeObject=None")));
    QVERIFY(f.transport->has(QStringLiteral("/api/v1/pods?limit")));
    QVERIFY(!fleet->awaited());
}

void TestCluster::listsPodsAfterTheirFirstRows()
{
    Fixture f(largeFleet());
    f.cluster.start();
    QVERIFY(!f.transport->has(QStringLiteral("/api/v1/pods?limit")));
    QVERIFY(f.transport->answer(
        QStringLiteral("/api/v1/namespaces?limit"), list("Namespace", "10", namespaceObject("a", "3", "t"))));
    QVERIFY(f.transport->answer(QStringLiteral("/api/v1/resourcequotas"), list("ResourceQuota", "10", "")));
    f.clock.advance(40ms);
    QVERIFY(!f.status().complete()); // nobody takes the pods for read
    QVERIFY(!f.status().confirmed);
    QVERIFY(f.transport->answer(QStringLiteral("includeObject=None"), R"({"kind":"Table","rows":[]})"));
    QVERIFY(f.transport->has(QStringLiteral("/api/v1/pods?limit")));
}

void TestCluster::listsPodsWithoutFirstRowsAfterAWhile()
{
    Fixture f(largeFleet());
    f.cluster.start();
    f.clock.advance(490ms);
    QVERIFY(!f.transport->has(QStringLiteral("/api/v1/pods?limit")));
    f.clock.advance(20ms);
    QVERIFY(f.transport->has(QStringLiteral("/api/v1/pods?limit")));
    QVERIFY(f.transport->has(QStringLiteral("includeObject=None"))); // they may still come first
}

void TestCluster::letsTheFirstRowsOfTheFleetGoFirst()
{
    const auto fleet = largeFleet();
    Fixture f(fleet);
    fleet->expect();
    f.cluster.start();
    const QByteArray table = R"({"kind":"Table","rows":[]})";
    QVERIFY(f.transport->answer(QStringLiteral("includeObject=None"), table));
    QVERIFY(!f.transport->has(QStringLiteral("/api/v1/pods?limit")));
    fleet->settle();
    QVERIFY(f.transport->has(QStringLiteral("/api/v1/pods?limit")));

    fleet->expect(); // of somebody who never answers
    Fixture patient(fleet);
    patient.cluster.start();
    QVERIFY(patient.transport->answer(QStringLiteral("includeObject=None"), table));
    patient.clock.advance(140ms);
    QVERIFY(!patient.transport->has(QStringLiteral("/api/v1/pods?limit")));
    patient.clock.advance(20ms);
    QVERIFY(patient.transport->has(QStringLiteral("/api/v1/pods?limit")));
    {
        Fixture leaving(fleet);
        leaving.cluster.start();
    }
    fleet->settle();
    QVERIFY(!fleet->awaited()); // who goes is not waited for
}

void TestCluster::endsThePreviewWhenTheListIsThere()
{
    Fixture f;
    f.goLive();
    QVERIFY(!f.transport->has(QStringLiteral("includeObject=None")));
}

void TestCluster::hearsEverythingAgainAfterGarbledBytes()
{
    Fixture f;
    f.goLive();
    f.pods.clear();
    QVERIFY(f.transport->bytes(QStringLiteral("/pods?watch"), "{]\n"));
    f.clock.advance(1300ms);
    QVERIFY(f.transport->answer(QStringLiteral("/api/v1/pods?limit"), list("Pod", "20", pod("p", "4", "Running"))));
    f.clock.advance(40ms);
    QCOMPARE(f.pods.last().changed.size(), 1); // the same version, but what was read may have been wrong
}

void TestCluster::keepsWhatItKnowsWhileTheServerIsSilent()
{
    Fixture f;
    f.goLive();
    const auto confirmed = *f.status().confirmed;
    const auto batches = f.pods.size();
    f.clock.advance(2s);
    QVERIFY(
        f.transport->fail(QStringLiteral("/api/v1/namespaces?limit=1"), Error{Error::Kind::Timeout, 0, {}, {}, {}}));
    f.clock.advance(30s);
    QCOMPARE(*f.status().confirmed, confirmed);
    QCOMPARE(f.status().error->kind, Error::Kind::Timeout);
    QVERIFY(f.status().complete());
    QCOMPARE(f.pods.size(), batches);
}

void TestCluster::doubtsASilentConnection()
{
    Fixture f;
    f.goLive();
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(f.transport->reconnects, 0);
        f.clock.advance(2s);
        QVERIFY(f.transport->fail(
            QStringLiteral("/api/v1/namespaces?limit=1"), Error{Error::Kind::Timeout, 0, {}, {}, {}}));
    }
    QCOMPARE(f.transport->reconnects, 1);
}

void TestCluster::retriesEverythingWhenTheServerIsBack()
{
    Fixture f;
    f.goLive();
    f.clock.advance(2s);
    QVERIFY(
        f.transport->fail(QStringLiteral("/api/v1/namespaces?limit=1"), Error{Error::Kind::Refused, 0, {}, {}, {}}));
    for (const char *kind : {"namespaces", "resourcequotas", "pods"})
        QVERIFY(f.transport->fail(QStringLiteral("/api/v1/%1?watch").arg(QLatin1String(kind)),
            Error{Error::Kind::RateLimited, 429, {}, {}, 60s}));
    f.clock.advance(2s);
    QVERIFY(!f.transport->has(QStringLiteral("watch")));
    QVERIFY(f.transport->answer(QStringLiteral("/api/v1/namespaces?limit=1"), "{}"));
    for (const char *kind : {"namespaces", "resourcequotas", "pods"})
        QVERIFY(f.transport->openStream(QStringLiteral("/api/v1/%1?watch").arg(QLatin1String(kind))));
}

void TestCluster::looksAtNamedNamespacesWhenRefused()
{
    Fixture f;
    f.startWithoutFirstRows();
    const Error no = refusal(QStringLiteral("dev-7"));
    QVERIFY(f.transport->fail(QStringLiteral("/api/v1/namespaces?limit"), no));
    QVERIFY(f.transport->fail(QStringLiteral("/api/v1/resourcequotas"), no));
    QVERIFY(f.transport->fail(QStringLiteral("/api/v1/pods?limit"), no));
    f.clock.advance(1ms);
    QVERIFY(f.transport->answer(QStringLiteral("/api/v1/namespaces/a/resourcequotas"), list("ResourceQuota", "9", "")));
    QVERIFY(
        f.transport->answer(QStringLiteral("/api/v1/namespaces/a/pods"), list("Pod", "9", pod("p", "4", "Running"))));
    QVERIFY(f.transport->fail(QStringLiteral("/api/v1/namespaces/b/resourcequotas"), no));
    QVERIFY(f.transport->fail(QStringLiteral("/api/v1/namespaces/b/pods"), no));
    QVERIFY(f.transport->fail(QStringLiteral("/api/v1/namespaces/a"), no)); // its labels are not for us
    QVERIFY(f.transport->fail(QStringLiteral("/api/v1/namespaces/b"), Error{Error::Kind::NotFound, 404, {}, {}, {}}));
    QVERIFY(f.transport->openStream(QStringLiteral("/namespaces/a/pods?watch")));
    QVERIFY(f.transport->openStream(QStringLiteral("/namespaces/a/resourcequotas?watch")));
    f.clock.advance(40ms);
    QVERIFY(f.status().complete());
    QVERIFY(!f.status().error);
    QVERIFY(f.status().confirmed.has_value());
    QCOMPARE(f.status().lookedAt, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(f.status().missing, QStringList{QStringLiteral("b")});
    QCOMPARE(f.namespaces.last().changed.size(), 1);
    QCOMPARE(f.namespaces.last().changed.first().tenant, QStringLiteral("a")); // known by its name alone
    QVERIFY(f.pods.last().synced);
    QCOMPARE(f.pods.last().scope, std::optional(QStringList{QStringLiteral("a")})); // of b nothing is known
    f.clock.advance(2100ms);
    QVERIFY(f.transport->has(QStringLiteral("/api/v1/namespaces/a/resourcequotas?limit=1")));
}

void TestCluster::learnsWhoItIsFromARefusal()
{
    Fixture f;
    f.startWithoutFirstRows();
    QVERIFY(f.transport->fail(
        QStringLiteral("/api/v1/pods?limit"), refusal(QStringLiteral("system:serviceaccount:ci:robot"))));
    f.clock.advance(1ms);
    // the fall-back is on its way; the refusal of the namespaced list carries the name as well
    QVERIFY(f.transport->fail(
        QStringLiteral("/api/v1/namespaces/a/pods"), refusal(QStringLiteral("system:serviceaccount:ci:robot"))));
    f.clock.advance(1ms);
    QCOMPARE(f.status().identity.user, QStringLiteral("system:serviceaccount:ci:robot"));
    QCOMPARE(f.status().identity.source, Identity::Source::Server);
}

void TestCluster::learnsWhoItIsFromTheServer()
{
    Fixture f;
    f.cluster.start();
    QVERIFY(f.transport->fail(QStringLiteral("/v1/selfsubjectreviews"), Error{Error::Kind::NotFound, 404, {}, {}, {}}));
    QVERIFY(f.transport->answer(QStringLiteral("/v1beta1/selfsubjectreviews"),
        R"({"kind":"SelfSubjectReview","apiVersion":"authentication.k8s.io/v1beta1","status":{"userInfo":{"username":"olga"}}})"));
    QCOMPARE(f.status().identity.user, QStringLiteral("olga"));
    QCOMPARE(f.status().identity.source, Identity::Source::Server);
}

void TestCluster::saysWhenNothingMayBeRead()
{
    Fixture f;
    f.startWithoutFirstRows();
    const Error no = refusal(QStringLiteral("nobody"));
    for (const char *path : {"/api/v1/namespaces?limit", "/api/v1/resourcequotas", "/api/v1/pods?limit"})
        QVERIFY(f.transport->fail(QLatin1String(path), no));
    f.clock.advance(1ms);
    for (const char *path : {"/namespaces/a/resourcequotas", "/namespaces/a/pods", "/namespaces/b/resourcequotas",
             "/namespaces/b/pods", "/namespaces/a", "/namespaces/b"})
        QVERIFY(f.transport->fail(QLatin1String(path), no));
    f.clock.advance(1ms);
    QVERIFY(f.status().complete());
    QCOMPARE(f.status().error->kind, Error::Kind::Forbidden);
}

void TestCluster::reportsATransportThatCannotBeMade()
{
    ManualClock clock;
    Cluster cluster(
        {},
        []() -> Result<std::unique_ptr<Http::Transport>> {
            return Error{Error::Kind::Unsupported, 0, {}, {}, {}};
        },
        clock, std::make_unique<FixedRandom>());
    QList<ClusterStatus> statuses;
    connect(&cluster, &Cluster::statusChanged, this, [&](const ClusterStatus &status) { statuses.append(status); });
    cluster.start();
    QCOMPARE(statuses.last().error->kind, Error::Kind::Unsupported);
}

QTEST_GUILESS_MAIN(TestCluster)
#include "tst_cluster.moc"
