// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/networktransport.h"
#include "backends/kubernetes/cluster.h"
#include "backends/kubernetes/clusteraccess.h"
#include "backends/login/fixedcredentials.h"
#include "backends/prometheus/decode.h"
#include "backends/prometheus/usagemonitor.h"
#include "models/fleet/clusterfeed.h"
#include "models/quotas/capacitystore.h"
#include "models/quotas/quotafeed.h"
#include "models/quotas/quotaforecasts.h"
#include "models/quotas/quotarequesttablemodel.h"
#include "models/tenants/tenantstore.h"
#include "tests/live/world.h"
#include "tests/support/strict.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace {

//! The definition of Capsule's Tenant as far as a test needs it; the real one has a schema for every field.
const char *const definition = R"(apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: tenants.capsule.clastix.io
spec:
  group: capsule.clastix.io
  scope: Cluster
  names: {kind: Tenant, listKind: TenantList, plural: tenants, singular: tenant, shortNames: [tnt]}
  versions:
    - name: v1beta2
      served: true
      storage: true
      subresources: {status: {}}
      schema:
        openAPIV3Schema:
          type: object
          x-kubernetes-preserve-unknown-fields: true
)";

const char *const tenant = R"(apiVersion: capsule.clastix.io/v1beta2
kind: Tenant
metadata:
  name: oil
spec:
  owners: [{kind: User, name: alice}]
  resourceQuotas:
    scope: Tenant
    items:
      - hard: {limits.cpu: "8", pods: "20"}
      - hard: {count/configmaps: "100"}
)";

//! What all nodes that pods can be put on offer, as kubectl prints it.
double offered(const World &world, const QString &resource)
{
    double sum = 0;
    const QJsonArray nodes
        = world.kubectlJson({QStringLiteral("get"), QStringLiteral("nodes")})[QLatin1String("items")].toArray();
    for (const QJsonValue &node : nodes) {
        const QJsonArray conditions = node[QLatin1String("status")][QLatin1String("conditions")].toArray();
        const bool ready = std::any_of(conditions.begin(), conditions.end(), [](const QJsonValue &condition) {
            return condition[QLatin1String("type")].toString() == QLatin1String("Ready")
                && condition[QLatin1String("status")].toString() == QLatin1String("True");
        });
        if (ready && !node[QLatin1String("spec")][QLatin1String("unschedulable")].toBool())
            sum += amount(node[QLatin1String("status")][QLatin1String("allocatable")][resource].toString());
    }
    return sum;
}

const QString id = QStringLiteral("world");

//! One identity with all that its quota board would have to show, without a window.
struct Board
{
    const SystemClock &clock;
    ClusterListModel clusters;
    TenantStore tenants;
    CapacityStore capacity;
    QuotaForecasts forecasts;
    QuotaRequestTableModel requests;
    std::unique_ptr<Prometheus::UsageMonitor> monitor;
    std::unique_ptr<Kubernetes::Cluster> cluster;
    std::unique_ptr<ClusterFeed> feed;
    std::unique_ptr<QuotaFeed> quotas;

    Board(const World &world, const QString &context, const SystemClock &time) : clock(time), forecasts(tenants, time)
    {
        ClusterItem item;
        item.id = item.name = id;
        feed = std::make_unique<ClusterFeed>(item, clusters, tenants, clock);
        quotas = std::make_unique<QuotaFeed>(id, id, capacity, forecasts, requests, clock);
        QObject::connect(feed.get(), &ClusterFeed::changed, quotas.get(), &QuotaFeed::refreshFreshness);
        connectMetrics(world);
        connectCluster(world, context);
        forecasts.setNeeded(true);
    }
    void connectMetrics(const World &world)
    {
        monitor = std::make_unique<Prometheus::UsageMonitor>(
            [this, url = QUrl(world.prometheus())] {
                Http::Server server;
                server.base = url;
                server.failure = Prometheus::decodeFailure;
                return std::make_unique<Http::NetworkTransport>(
                    std::move(server), Login::FixedCredentials::none(), clock);
            },
            Prometheus::Selection(), clock);
        feed->follow(monitor.get());
        quotas->follow(monitor.get());
        monitor->start();
    }
    void connectCluster(const World &world, const QString &context)
    {
        const auto config = Kubernetes::Kubeconfig::load(world.kubeconfig(), {}, {});
        const auto connection = config->connection(context);
        Kubernetes::Cluster::Settings settings;
        settings.identity = Kubernetes::identityOf(*connection);
        settings.namespaces = {QStringLiteral("tenant-000")};
        cluster = std::make_unique<Kubernetes::Cluster>(
            settings,
            [this, connection]() -> Result<std::unique_ptr<Http::Transport>> {
                auto server = Kubernetes::serverOf(*connection, [](const char *) { return QString(); });
                auto credentials = Kubernetes::credentialsOf(*connection, Kubernetes::systemLoginMeans(clock), clock);
                return std::unique_ptr<Http::Transport>(std::make_unique<Http::NetworkTransport>(
                    std::move(server).value(), std::move(credentials).value(), clock));
            },
            clock, std::make_unique<SystemRandom>());
        feed->follow(cluster.get());
        quotas->follow(cluster.get());
        cluster->setNeeds({.capacity = true});
        cluster->start();
    }
};

} // namespace

//! What stands behind quotas, against real servers.
class TestLiveQuotas final : public QObject
{
    Q_OBJECT

    std::optional<World> m_world;
    SystemClock m_clock;
    QTemporaryDir m_folder;

    std::unique_ptr<Board> boardOf(const QString &context)
    {
        return std::make_unique<Board>(*m_world, context, m_clock);
    }
    void apply(const char *name, const char *yaml)
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(yaml) > 0);
        file.close();
        (void)m_world->kubectl({QStringLiteral("apply"), QStringLiteral("-f"), file.fileName()});
    }
    QString run(const QString &arguments) { return QString::fromUtf8(m_world->kubectl(arguments.split(u' '))); }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_world = World::find();
        if (!m_world && World::required())
            QFAIL("live tests are required, but the world was not started");
        if (!m_world)
            QSKIP("the world was not started; see tests/live/world.sh");
    }

    void showsWhatKubectlSaysNodesOffer()
    {
        const QString context = QStringLiteral("admin@world");
        const auto board = boardOf(context);
        const auto capacity = [&] { return board->capacity.capacity(id); };
        QTRY_VERIFY_WITH_TIMEOUT(capacity().cpu.has_value(), 20000);
        QCOMPARE(capacity().nodes, 4);
        QCOMPARE(*capacity().cpu, offered(*m_world, QStringLiteral("cpu")));
        QCOMPARE(*capacity().memory, offered(*m_world, QStringLiteral("memory")));
        QCOMPARE(*capacity().pods, offered(*m_world, QStringLiteral("pods")));
        QTRY_COMPARE_WITH_TIMEOUT(capacity().freshness.state, Freshness::State::Live, 10000);
        QCOMPARE(board->capacity.note(id), QString());

        (void)run(QStringLiteral("cordon node-1"));
        QTRY_COMPARE_WITH_TIMEOUT(capacity().nodes, 3, 5000);
        QCOMPARE(*capacity().cpu, offered(*m_world, QStringLiteral("cpu")));
        (void)run(QStringLiteral("uncordon node-1"));
        QTRY_COMPARE_WITH_TIMEOUT(capacity().nodes, 4, 5000);
        QTest::qWait(6000); // longer than two watches
        QCOMPARE(capacity().freshness.state, Freshness::State::Live);
    }

    void showsLimitRangesAsTheServerStoresThem()
    {
        const QString context = QStringLiteral("admin@world");
        const auto board = boardOf(context);
        const QString space = QStringLiteral("tenant-000");
        const auto lines = [&] { return board->capacity.limitRanges(id, space); };
        QTRY_VERIFY_WITH_TIMEOUT(lines().has_value(), 20000);
        apply("limits.yaml", R"(apiVersion: v1
kind: LimitRange
metadata: {name: probe, namespace: tenant-000}
spec:
  limits: [{type: Pod, max: {cpu: "1500m", memory: 1024Mi}}]
)");
        const auto probe = [&](const char *resource) {
            const auto known = lines().value_or(QList<LimitRangeLine>());
            const auto found = std::find_if(known.begin(), known.end(), [resource](const LimitRangeLine &line) {
                return line.name == QLatin1String("probe") && line.resource == QLatin1String(resource);
            });
            return found == known.end() ? LimitRangeLine() : *found;
        };
        QTRY_COMPARE_WITH_TIMEOUT(probe("cpu").max.value, std::optional(1.5), 5000);
        QCOMPARE(probe("cpu").type, QStringLiteral("Pod"));
        QCOMPARE(probe("memory").max.text, QStringLiteral("1Gi")); // canonical
        (void)run(QStringLiteral("delete limitrange probe -n tenant-000"));
        QTRY_VERIFY_WITH_TIMEOUT(probe("cpu").name.isEmpty(), 5000);
    }

    void saysWhatMayNotBeRead()
    {
        const QString context = QStringLiteral("tenant-000-dev@world");
        const auto board = boardOf(context);
        QTRY_VERIFY_WITH_TIMEOUT(board->capacity.note(id).contains(QStringLiteral("may not read the nodes")), 20000);
        const ClusterCapacity capacity = board->capacity.capacity(id);
        QVERIFY(!capacity.cpu && !capacity.memory && !capacity.pods); // unknown is not zero
        const ClusterItem *item = board->clusters.find(id);
        QVERIFY(item);
        QTRY_VERIFY_WITH_TIMEOUT(item->freshness.state == Freshness::State::Live, 10000);
        QVERIFY(item->state != ClusterItem::State::Failed);
    }

    void followsTenantsOfCapsule()
    {
        apply("definition.yaml", definition);
        (void)run(QStringLiteral("wait --for condition=established crd/tenants.capsule.clastix.io --timeout 20s"));
        apply("tenant.yaml", tenant);
        const QString context = QStringLiteral("admin@world");
        const auto board = boardOf(context);
        const auto oil = [&] { return board->capacity.capsuleTenant(id, QStringLiteral("oil")); };
        QTRY_VERIFY_WITH_TIMEOUT(oil().has_value(), 20000);
        QVERIFY(oil()->tenantScope);
        QCOMPARE(oil()->quotas.size(), 2);
        QCOMPARE(oil()->quotas[0].size(), 2);
        QCOMPARE(oil()->quotas[0][0].resource, QStringLiteral("limits.cpu"));
        QCOMPARE(oil()->quotas[0][0].hard, 8.0);
        QCOMPARE(oil()->quotas[1][0].resource, QStringLiteral("count/configmaps"));

        (void)m_world->kubectl({QStringLiteral("patch"), QStringLiteral("tenant.capsule.clastix.io"),
            QStringLiteral("oil"), QStringLiteral("--type"), QStringLiteral("json"), QStringLiteral("-p"),
            QStringLiteral(
                R"([{"op":"replace","path":"/spec/resourceQuotas/items/0/hard/limits.cpu","value":"12"}])")});
        QTRY_COMPARE_WITH_TIMEOUT(oil()->quotas[0][0].hard, 12.0, 5000);

        (void)run(QStringLiteral("delete crd tenants.capsule.clastix.io --wait=true --timeout 30s"));
        QTRY_VERIFY_WITH_TIMEOUT(!oil(), 20000);
        QTRY_COMPARE_WITH_TIMEOUT(board->capacity.capacity(id).freshness.state, Freshness::State::Live, 15000);
    }

    void saysThatPrometheusIsTooYoungForForecasts()
    {
        const QString context = QStringLiteral("admin@world");
        const auto board = boardOf(context);
        QuotaForecasts &forecasts = board->forecasts;
        QTRY_VERIFY_WITH_TIMEOUT(forecasts.note(id).contains(QStringLiteral("three days")), 30000);
        const QString key = TenantStore::keyOf(id, QStringLiteral("tenant-000"));
        QVERIFY(!forecasts.forecast(key, QStringLiteral("pods")));
    }

    void readsUsedQuotasAsPrometheusRemembersThem()
    {
        Prometheus::UsageMonitor monitor(
            [this] {
                Http::Server server;
                server.base = QUrl(m_world->prometheus());
                server.failure = Prometheus::decodeFailure;
                return std::make_unique<Http::NetworkTransport>(
                    std::move(server), Login::FixedCredentials::none(), m_clock);
            },
            Prometheus::Selection(), m_clock);
        QList<Prometheus::QuotaHistory> parts;
        connect(&monitor, &Prometheus::UsageMonitor::quotasRead, &monitor,
            [&parts](const Prometheus::QuotaHistory &part) { parts.append(part); });
        monitor.start();
        const qint64 now = m_clock.now().toSecsSinceEpoch() / 5 * 5 - 5;
        monitor.readQuotas(QStringLiteral("id"), {}, now - 20, now, std::chrono::seconds(5));
        QTRY_VERIFY_WITH_TIMEOUT(!parts.isEmpty() && parts.last().last, 20000);
        QVERIFY2(!parts.last().error, qPrintable(parts.last().error ? parts.last().error->detail : QString()));
        QHash<QString, double> read;
        for (const Prometheus::QuotaSeries &series : parts.first().series) {
            if (series.resource == QLatin1String("count/configmaps"))
                read.insert(series.namespaceName, series.points.last().value);
        }
        QCOMPARE(read,
            m_world->query(
                QStringLiteral(R"(kube_resourcequota{type="used",resource="count/configmaps"})"), double(now)));
        QVERIFY(read.size() >= 6);
    }
};

QTEST_GUILESS_MAIN(TestLiveQuotas)
#include "tst_live_quotas.moc"
