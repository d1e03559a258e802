// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tableexport.h"
#include "models/pods/podtablemodel.h"
#include "models/tenants/tenantstore.h"
#include "models/tenants/tenanttablemodel.h"
#include "tests/models/records.h"
#include "tests/support/strict.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <limits>
#include <memory>

using namespace Records;
using namespace std::chrono_literals;
using Phase = Kubernetes::PodRecord::Phase;

namespace {

const QString prod = QStringLiteral("prod");

Freshness live(std::chrono::milliseconds age = 0ms)
{
    return {Freshness::State::Live, QDateTime(QDate(2026, 11, 21), QTime(14, 0), Qt::UTC), age};
}

Freshness stale(std::chrono::milliseconds age)
{
    return {Freshness::State::Stale, QDateTime(QDate(2026, 11, 21), QTime(14, 0), Qt::UTC), age};
}

} // namespace

class TestTenantStore final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TenantStore> m_store;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    const Tenant &row(int row = 0) { return m_store->table()->at(row); }

    //! Of the first tenant, by name.
    QList<Pod> podsOfTenant()
    {
        PodTableModel model(m_store->pods(), PodTableModel::Extent::OneTenant);
        model.setTenant(row().clusterId, row().name);
        QList<Pod> pods;
        for (int i = 0; i < model.rowCount(); ++i)
            pods.append(model.at(i));
        std::sort(pods.begin(), pods.end(), [](const Pod &left, const Pod &right) { return left.name < right.name; });
        return pods;
    }

    //! One tenant with these namespaces, and quotas and pods read: none.
    void setUp(const QList<const char *> &namespaces)
    {
        QList<Kubernetes::NamespaceRecord> records;
        for (const char *name : namespaces)
            records.append(space(name, "shop"));
        m_store->setCluster(prod, prod, live());
        m_store->apply(prod, spaces(records));
        m_store->apply(prod, quotas({}));
        m_store->apply(prod, pods({}));
        QCOMPARE(m_store->table()->rowCount(), 1);
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_store = std::make_unique<TenantStore>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_store->table(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_store.reset();
    }

    void showsTenantsOfNamedClustersOnly()
    {
        m_store->apply(prod, spaces({space("a", "shop", "gold"), space("b", "")}));
        QCOMPARE(m_store->table()->rowCount(), 0);
        m_store->setCluster(prod, QStringLiteral("Production"), live());
        QCOMPARE(m_store->table()->rowCount(), 1);
        QCOMPARE(m_store->table()->rowCount(m_store->table()->index(0, 0)), 0);
        QCOMPARE(row().name, QStringLiteral("shop"));
        QCOMPARE(row().cluster, QStringLiteral("Production"));
        QCOMPARE(row().clusterId, prod);
        QCOMPARE(row().tier, QStringLiteral("gold"));
        QCOMPARE(row().namespaces, QStringList{QStringLiteral("a")});
        m_store->setCluster(prod, QStringLiteral("Prod"), live());
        QCOMPARE(row().cluster, QStringLiteral("Prod"));
    }

    void keepsTheSameTenantOfTwoClustersApart()
    {
        for (const char *cluster : {"one", "two"}) {
            m_store->setCluster(text(cluster), text(cluster), live());
            m_store->apply(text(cluster), spaces({space("a", "shop")}));
        }
        QCOMPARE(m_store->table()->rowCount(), 2);
        QVERIFY(row(0).key != row(1).key);
        m_store->removeCluster(QStringLiteral("one"));
        QCOMPARE(m_store->table()->rowCount(), 1);
        QCOMPARE(row().clusterId, QStringLiteral("two"));
    }

    void knowsNothingBeforeItWasRead()
    {
        m_store->setCluster(prod, prod, live());
        m_store->apply(prod, spaces({space("a", "shop")}));
        m_store->apply(prod, batch<Kubernetes::PodBatch>(QList{pod("a", "p")}, {}, false));
        m_store->apply(prod, batch<Kubernetes::QuotaBatch>(QList{quota("a", "q", {item("pods", 1, 2)})}, {}, false));
        QVERIFY(!row().podsRunning && !row().podsPending && !row().podsFailed && !row().pods.used);
        QVERIFY(!row().pods.limit && !row().cpu.unlimited && !row().quotasKnown && !row().tightestPercent);
        m_store->apply(prod, pods({}));
        QCOMPARE(row().podsRunning, std::optional<qlonglong>(1));
        QCOMPARE(row().podsPending, std::optional<qlonglong>(0));
        m_store->apply(prod, quotas({}));
        QCOMPARE(row().pods.limit, std::optional(2.0));
        QVERIFY(row().cpu.unlimited && row().quotasKnown);
    }

    void doesNotCountWhereItMayNotLook()
    {
        m_store->setCluster(prod, prod, live());
        m_store->apply(prod, spaces({space("a", "shop"), space("b", "shop"), space("c", "bank")}));
        auto somePods = pods({pod("a", "p")});
        somePods.scope = QStringList{QStringLiteral("a")};
        auto someQuotas = quotas({quota("a", "q", {item("pods", 1, 2)})});
        someQuotas.scope = QStringList{QStringLiteral("a")};
        m_store->apply(prod, somePods);
        m_store->apply(prod, someQuotas);
        for (int tenant = 0; tenant < 2; ++tenant) {
            QVERIFY(!row(tenant).podsRunning && !row(tenant).pods.used);
            QVERIFY(!row(tenant).quotasKnown && !row(tenant).cpu.unlimited);
        }
        auto morePods = pods({});
        morePods.scope = QStringList{QStringLiteral("a"), QStringLiteral("b")};
        m_store->apply(prod, morePods);
        const int shop = row(0).name == QLatin1String("shop") ? 0 : 1;
        QCOMPARE(row(shop).podsRunning, std::optional<qlonglong>(1));
        QVERIFY(!row(1 - shop).podsRunning);
    }

    void addsUpQuotasOverNamespacesExactly()
    {
        setUp({"a", "b", "c"});
        m_store->apply(prod,
            quotas({quota("a", "q", {item("requests.cpu", 0.1, 2), item("requests.memory", 805306368, 1e9)}),
                quota("b", "q", {item("cpu", 0.2, 1), item("memory", 0, 5e8)}),
                quota("c", "q", {item("requests.cpu", 0.3, 0.5)})}));
        QCOMPARE(*row().cpu.reserved, 0.6); // 0.1 + 0.2 + 0.3 in doubles is not
        QCOMPARE(*row().cpu.limit, 3.5);
        QVERIFY(!row().cpu.partlyUnlimited);
        QCOMPARE(*row().memory.reserved, 805306368.0);
        QCOMPARE(*row().memory.limit, 1.5e9);
        QVERIFY(row().memory.partlyUnlimited);
        QVERIFY(row().pods.unlimited && !row().pods.limit && !row().pods.reserved);
    }

    void takesTheQuotaThatRunsOutFirst()
    {
        setUp({"a"});
        m_store->apply(prod,
            quotas({quota("a", "wide", {item("pods", 8, 100)}), quota("a", "tight", {item("count/pods", 8, 10)})}));
        QCOMPARE(*row().pods.limit, 10.0);
        QCOMPARE(*row().pods.reserved, 8.0);
    }

    void doesNotTakeAScopedQuotaForTheLimit()
    {
        setUp({"a"});
        auto scoped = quota("a", "scoped", {item("requests.cpu", 1, 1)});
        scoped.scopes = QStringLiteral("NotTerminating");
        m_store->apply(prod, quotas({scoped}));
        QVERIFY(row().cpu.unlimited && !row().cpu.limit); // it limits some pods, not the tenant
        m_store->apply(prod, quotas({quota("a", "all", {item("requests.cpu", 1, 8)})}));
        QCOMPARE(*row().cpu.limit, 8.0);
        QCOMPARE(*row().tightestPercent, 100.0); // it is a quota all the same
    }

    void takesTenantWideQuotasOnce()
    {
        setUp({"a", "b", "c"});
        auto inA = quota("a", "capsule", {item("requests.cpu", 3, 8)});
        inA.tenantWide = true;
        inA.capsuleTenant = QStringLiteral("oil");
        inA.capsuleIndex = 2;
        auto inB = quota("b", "capsule", {item("requests.cpu", 3, 8)});
        inB.tenantWide = true;
        m_store->apply(prod, quotas({inA, inB}));
        QCOMPARE(*row().cpu.limit, 8.0);
        QCOMPARE(*row().cpu.reserved, 3.0);
        QVERIFY(!row().cpu.partlyUnlimited && !row().cpu.unlimited);
        const QuotaLine line = m_store->quotas(row().key).at(0);
        QVERIFY(line.tenantWide);
        QCOMPARE(line.capsuleTenant, QStringLiteral("oil"));
        QCOMPARE(line.capsuleIndex, 2);
    }

    void doesNotKnowWhatNobodyHasCounted()
    {
        setUp({"a", "b"});
        auto uncounted = quota("a", "q", {item("requests.cpu", 0, 2)});
        uncounted.items[0].counted = false;
        m_store->apply(prod, quotas({uncounted, quota("b", "q", {item("requests.cpu", 1, 2)})}));
        QCOMPARE(*row().cpu.limit, 4.0);
        QVERIFY(!row().cpu.reserved);
        QCOMPARE(*row().tightestPercent, 50.0);
        QVERIFY(!m_store->quotas(row().key).at(0).used);
    }

    void findsTheTightestKey()
    {
        setUp({"a"});
        QVERIFY(!row().tightestPercent);
        m_store->apply(prod,
            quotas({quota("a", "q", {item("pods", 1, 10), item("count/configmaps", 9, 10), item("services", 0, 0)})}));
        QCOMPARE(row().tightest, QStringLiteral("count/configmaps"));
        QCOMPARE(*row().tightestPercent, 90.0);
        m_store->apply(prod, quotas({quota("a", "r", {item("services", 1, 0)})}));
        QCOMPARE(row().tightest, QStringLiteral("services"));
        QCOMPARE(*row().tightestPercent, std::numeric_limits<double>::infinity());
        m_store->apply(prod,
            batch<Kubernetes::QuotaBatch>(
                QList<Kubernetes::QuotaRecord>(), {{text("a"), text("q")}, {text("a"), text("r")}}));
        QVERIFY(row().tightest.isEmpty() && !row().tightestPercent);
    }

    void followsPodsThroughTheirPhases()
    {
        setUp({"a"});
        m_store->apply(prod, pods({pod("a", "p", Phase::Pending), pod("a", "q"), pod("a", "done", Phase::Succeeded)}));
        QCOMPARE(*row().podsPending, 1);
        QCOMPARE(*row().podsRunning, 1);
        m_store->apply(prod, pods({pod("a", "p"), pod("a", "q", Phase::Failed)}));
        QCOMPARE(*row().podsPending, 0);
        QCOMPARE(*row().podsRunning, 1);
        QCOMPARE(*row().podsFailed, 1);
        QCOMPARE(*row().pods.used, 1.0);
        m_store->apply(prod, podGone("a", "p"));
        m_store->apply(prod, podGone("a", "p"));
        QCOMPARE(*row().podsRunning, 0);
        // Gone and back in one batch: removed first, then changed.
        m_store->apply(prod, batch<Kubernetes::PodBatch>(QList{pod("a", "q")}, {{text("a"), text("q")}}));
        QCOMPARE(*row().podsRunning, 1);
        QCOMPARE(*row().podsFailed, 0);
    }

    void takesPodsAndQuotasBeforeTheirNamespace()
    {
        m_store->setCluster(prod, prod, live());
        m_store->apply(prod, pods({pod("a", "p")}));
        m_store->apply(prod, quotas({quota("a", "q", {item("pods", 1, 2)})}));
        QCOMPARE(m_store->table()->rowCount(), 0);
        m_store->apply(prod, spaces({space("a", "shop")}));
        QCOMPARE(*row().podsRunning, 1);
        QCOMPARE(*row().pods.limit, 2.0);
    }

    void goesWithItsLastNamespace()
    {
        setUp({"a", "b"});
        m_store->apply(prod, pods({pod("a", "p")}));
        m_store->apply(prod, spaceGone("a"));
        QCOMPARE(row().namespaces, QStringList{QStringLiteral("b")});
        QCOMPARE(*row().podsRunning, 0);
        m_store->apply(prod, spaceGone("b"));
        QCOMPARE(m_store->table()->rowCount(), 0);
        // The pod that stayed is there again with its namespace, and can go.
        m_store->apply(prod, spaces({space("a", "shop")}));
        QCOMPARE(*row().podsRunning, 1);
        m_store->apply(prod, podGone("a", "p"));
        QCOMPARE(*row().podsRunning, 0);
    }

    void movesNamespacesBetweenTenants()
    {
        setUp({"a", "b"});
        m_store->apply(prod, pods({pod("a", "p"), pod("b", "q")}));
        m_store->apply(prod, spaces({space("a", "bank")}));
        QCOMPARE(m_store->table()->rowCount(), 2);
        QCOMPARE(row(0).namespaces, QStringList{QStringLiteral("b")});
        QCOMPARE(*row(0).podsRunning, 1);
        QCOMPARE(row(1).name, QStringLiteral("bank"));
        QCOMPARE(*row(1).podsRunning, 1);
        m_store->apply(prod, spaces({space("b", "")}));
        QCOMPARE(m_store->table()->rowCount(), 1);
        QCOMPARE(row().name, QStringLiteral("bank"));
    }

    void survivesANamespaceMadeAnew()
    {
        setUp({"a"});
        const QPersistentModelIndex chosen(m_store->table()->index(0, 0));
        m_store->apply(prod, batch<Kubernetes::NamespaceBatch>(QList{space("a", "shop", "gold")}, {{{}, text("a")}}));
        QVERIFY(chosen.isValid());
        QCOMPARE(row().tier, QStringLiteral("gold"));
        QCOMPARE(m_store->table()->rowCount(), 1);
    }

    void addsUpWhatPrometheusKnows()
    {
        setUp({"a", "b"});
        m_store->setUsageFreshness(prod, live());
        QVERIFY(!row().cpu.used);
        Prometheus::UsageSample sample;
        sample.namespaces.insert(text("a"), {0.25, {}});
        sample.namespaces.insert(text("late"), {0.5, 7.0});
        m_store->apply(prod, sample);
        QCOMPARE(*row().cpu.used, 0.25);
        QVERIFY(!row().memory.used);
        m_store->apply(prod, spaces({space("late", "shop")}));
        QCOMPARE(*row().cpu.used, 0.75);
        QCOMPARE(*row().memory.used, 7.0);
        QVERIFY(!row().cpu.usedStale);
        m_store->setUsageFreshness(prod, stale(60s));
        QVERIFY(row().cpu.usedStale);
        QCOMPARE(row().freshness.state, Freshness::State::Live);
        m_store->apply(prod, Prometheus::UsageSample());
        QVERIFY(!row().cpu.used && !row().cpu.usedStale);
    }

    void speaksOfFreshnessOnlyWhenItShows()
    {
        setUp({"a"});
        QSignalSpy changes(m_store->table(), &QAbstractItemModel::dataChanged);
        QSignalSpy tenants(m_store.get(), &TenantStore::tenantsChanged);
        Freshness later = live(900ms);
        later.confirmedAt = later.confirmedAt.addSecs(2);
        m_store->setCluster(prod, prod, later);
        QCOMPARE(changes.size() + tenants.size(), 0);
        QCOMPARE(row().freshness, later); // the exact moment is there for whoever asks
        m_store->setCluster(prod, prod, stale(12s));
        QCOMPARE(changes.size(), 1);
        m_store->setCluster(prod, prod, stale(12500ms));
        m_store->setCluster(prod, prod, stale(14900ms));
        QCOMPARE(changes.size(), 1);
        m_store->setCluster(prod, prod, stale(15s));
        QCOMPARE(changes.size(), 2);
        QCOMPARE(row().freshness.age, 15000ms);
        QCOMPARE(tenants.size(), 2);
    }

    void tellsTheDetailPaneOfChangesThatNoRowShows()
    {
        setUp({"a"});
        m_store->apply(prod, pods({pod("a", "p")}));
        auto restarted = pod("a", "p");
        restarted.restarts = 3;
        QSignalSpy tenants(m_store.get(), &TenantStore::tenantsChanged);
        QSignalSpy changes(m_store->table(), &QAbstractItemModel::dataChanged);
        m_store->apply(prod, pods({restarted}));
        QCOMPARE(changes.size(), 0);
        QCOMPARE(tenants.size(), 1);
        QCOMPARE(tenants[0][0].toStringList(), QStringList{row().key});
        QCOMPARE(podsOfTenant().at(0).restarts, 3);
    }

    void makesWorkloadsOfPods()
    {
        setUp({"a"});
        auto web1 = pod("a", "web-1");
        web1.ownerKind = QStringLiteral("Deployment");
        web1.ownerName = QStringLiteral("web");
        web1.imageTags = QStringLiteral("1.25, 3");
        web1.cpuRequest = 100;
        web1.memoryRequest = 1024;
        web1.restarts = 2;
        auto web2 = web1;
        web2.key.name = QStringLiteral("web-2");
        web2.imageTags = QStringLiteral("1.26");
        web2.phase = Phase::Pending;
        web2.ready = 0;
        auto ended = web1;
        ended.key.name = QStringLiteral("web-0");
        ended.phase = Phase::Succeeded;
        m_store->apply(prod, pods({web1, web2, ended, pod("a", "alone")}));
        const QList<Workload> workloads = m_store->workloads(row().key);
        QCOMPARE(workloads.size(), 2);
        QCOMPARE(workloads[0].kind, QStringLiteral("Pod"));
        QCOMPARE(workloads[0].name, QStringLiteral("alone"));
        QCOMPARE(workloads[1].name, QStringLiteral("web"));
        QCOMPARE(workloads[1].pods, 2);
        QCOMPARE(workloads[1].ready, 1);
        QCOMPARE(workloads[1].restarts, 6);
        QCOMPARE(workloads[1].image, QStringLiteral("1.25, 1.26, 3"));
        QCOMPARE(workloads[1].cpuRequested, 0.2);
        QCOMPARE(workloads[1].memoryRequested, 2048.0);
        QCOMPARE(podsOfTenant().size(), 4);
    }

    void describesPods()
    {
        setUp({"a"});
        auto record = pod("a", "p", Phase::Pending);
        record.reason = QStringLiteral("ImagePullBackOff");
        record.created = 1000;
        record.cpuRequest = 250;
        record.ownerKind = QStringLiteral("Job");
        record.ownerName = QStringLiteral("load");
        auto going = pod("a", "q");
        going.terminating = true;
        m_store->apply(prod, pods({record, going}));
        const QList<Pod> list = podsOfTenant();
        QCOMPARE(list[0].phase, PodPhase::Pending);
        QCOMPARE(list[0].reason, QStringLiteral("ImagePullBackOff"));
        QCOMPARE(list[0].created, QDateTime::fromSecsSinceEpoch(1000, Qt::UTC));
        QCOMPARE(list[0].cpuRequested, 0.25);
        QCOMPARE(list[0].workload, QStringLiteral("Job/load"));
        QVERIFY(list[1].terminating);
        QVERIFY(!list[1].created.isValid());
        QCOMPARE(list[1].freshness, live());
    }

    void listsEveryQuotaKeyWithItsUnit()
    {
        setUp({"a"});
        m_store->apply(prod,
            quotas({quota("a", "q",
                {item("requests.cpu", 1, 2), item("limits.memory", 1, 2),
                    item("gold.storageclass.storage.k8s.io/requests.storage", 1, 2), item("count/pods", 1, 2),
                    item("hugepages-2Mi", 1, 2), item("requests.nvidia.com/gpu", 1, 2)})}));
        QList<QuotaLine::Unit> units;
        for (const QuotaLine &line : m_store->quotas(row().key))
            units.append(line.unit);
        using Unit = QuotaLine::Unit;
        QCOMPARE(units, (QList{Unit::Cores, Unit::Bytes, Unit::Bytes, Unit::Count, Unit::Bytes, Unit::Count}));
        QVERIFY(m_store->quotas(QStringLiteral("nobody")).isEmpty());
    }

    void joinsWhatNamespacesDisagreeOn()
    {
        m_store->setCluster(prod, prod, live());
        m_store->apply(
            prod, spaces({space("b", "shop", "silver"), space("a", "shop", "gold"), space("c", "shop", "gold")}));
        QCOMPARE(row().tier, QStringLiteral("gold, silver"));
    }

    void exportsBaseUnits()
    {
        setUp({"a"});
        m_store->apply(
            prod, quotas({quota("a", "q", {item("requests.cpu", 0.8, 2), item("requests.memory", 805306368, 1e9)})}));
        const QByteArray json = TableExport::bytes(*m_store->table(), {0}, ExportFormat::Json);
        QVERIFY2(json.contains("\"tenant\": \"shop\", \"cluster\": \"prod\""), json.constData());
        QVERIFY2(json.contains("\"namespaces\": 1, \"pods_running\": 0"), json.constData());
        QVERIFY2(json.contains("\"cpu_used\": null, \"cpu_reserved\": 0.8, \"cpu_limit\": 2, \"cpu_percent\": 40, "),
            json.constData());
        QVERIFY2(json.contains("\"memory_reserved\": 805306368"), json.constData());
        QVERIFY2(json.contains("\"pods_reserved\": null, \"pods_limit\": null"), json.constData());
        QVERIFY2(json.contains("\"freshness\": \"live\", \"usage_freshness\": \"unknown\", \"confirmed_at\": "
                               "\"2026-11-21T14:00:00Z\"}"),
            json.constData());
        QVERIFY(!json.contains("\"cpu\":"));
    }
};

QTEST_GUILESS_MAIN(TestTenantStore)
#include "tst_tenantstore.moc"
