// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"
#include "backends/http/linereader.h"
#include "backends/http/networktransport.h"
#include "backends/kubernetes/clusteraccess.h"
#include "models/pods/podtablemodel.h"
#include "models/tenants/quotatablemodel.h"
#include "models/tenants/tenanttablemodel.h"
#include "models/tenants/workloadtablemodel.h"
#include "tests/live/world.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <csignal>

namespace {

//! A watch of its own, in a thread of its own, that notes when the API server said that so many pods run.
class Witness final
{
public:
    Witness(const QString &kubeconfig, const QString &namespaceName, int wanted) : m_wanted(wanted)
    {
        m_context.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(&m_context, [this, kubeconfig, namespaceName] { watch(kubeconfig, namespaceName); });
    }
    ~Witness()
    {
        QMetaObject::invokeMethod(
            &m_context,
            [this] {
                m_call.reset();
                m_transport.reset();
            },
            Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(Witness)

    [[nodiscard]] int running() const { return m_running; }
    [[nodiscard]] qint64 seenAt() const { return m_seenAt; }
    //! Nanoseconds, the same for all threads.
    [[nodiscard]] static qint64 now() { return std::chrono::steady_clock::now().time_since_epoch().count(); }

private:
    const int m_wanted;
    const SystemClock m_clock;
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<Http::NetworkTransport> m_transport;
    std::unique_ptr<Http::Call> m_call;
    Http::LineReader m_lines;
    QSet<QString> m_pods;
    std::atomic<int> m_running = 0;
    std::atomic<qint64> m_seenAt = 0;

    void watch(const QString &kubeconfig, const QString &namespaceName)
    {
        const auto config = Kubernetes::Kubeconfig::load(kubeconfig, {}, {});
        const auto connection = config->connection(QStringLiteral("admin@world"));
        auto server = Kubernetes::serverOf(*connection, [](const char *) { return QString(); });
        auto credentials = Kubernetes::credentialsOf(*connection, Kubernetes::systemLoginMeans(m_clock), m_clock);
        m_transport = std::make_unique<Http::NetworkTransport>(
            std::move(server).value(), std::move(credentials).value(), m_clock);
        Http::Request request;
        request.path = QStringLiteral("/api/v1/namespaces/%1/pods").arg(namespaceName);
        request.query.addQueryItem(QStringLiteral("watch"), QStringLiteral("true"));
        m_call = m_transport->stream(request,
            {{},
                [this](QByteArrayView bytes) {
                    (void)m_lines.feed(bytes, [this](QByteArrayView line) { return take(line); });
                },
                [](const std::optional<Error> &) {}});
    }
    bool take(QByteArrayView line)
    {
        const qint64 at = now();
        const QJsonValue pod = QJsonDocument::fromJson(line.toByteArray())[QLatin1String("object")];
        if (pod[QLatin1String("status")][QLatin1String("phase")].toString() == QLatin1String("Running"))
            m_pods.insert(pod[QLatin1String("metadata")][QLatin1String("name")].toString());
        m_running = static_cast<int>(m_pods.size());
        if (m_running == m_wanted && m_seenAt == 0)
            m_seenAt = at;
        return true;
    }
};

} // namespace

//! Everything below the window, against real servers: what they do must show, in time and in place.
class TestLiveConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void knowsWhoItIs_data();
    void knowsWhoItIs();
    void followsAScaledDeployment();
    void followsAQuotaEdit();
    void followsANewTenant();
    void fillsTheDetails();
    void turnsDelayedThenStaleAndRecovers();
    void resumesAfterConnectionsAreDropped();

private:
    static constexpr int tenants = 6;
    std::optional<World> m_world;
    SystemClock m_clock;

    [[nodiscard]] std::unique_ptr<Console> console(
        const QString &context = QStringLiteral("olga.operator@world"), const QString &namespaceName = {}) const
    {
        CommandLine commandLine;
        commandLine.kubeconfig = m_world->kubeconfig();
        commandLine.contexts = QStringList{context};
        commandLine.prometheus.append({QStringLiteral("world"), m_world->prometheus()});
        if (!namespaceName.isEmpty())
            commandLine.namespaces.append({QString(), namespaceName});
        auto console = std::make_unique<Console>(commandLine, Settings{}, m_clock);
        console->start();
        return console;
    }
    static const ClusterItem &cluster(Console &console) { return console.clusters().items().constFirst(); }
    static const Tenant *tenant(Console &console, const QString &name)
    {
        for (const Tenant &row : console.tenants().table()->rows()) {
            if (row.name == name)
                return &row;
        }
        return nullptr;
    }
};

void TestLiveConsole::init()
{
    m_world = World::find();
    if (!m_world && World::required())
        QFAIL("The real servers are not there.");
    if (!m_world)
        QSKIP("The real servers are not there.");
}

void TestLiveConsole::knowsWhoItIs_data()
{
    QTest::addColumn<QString>("context");
    QTest::addColumn<QString>("namespaceName");
    QTest::addColumn<QString>("identity");
    QTest::addColumn<QString>("how");
    QTest::addColumn<int>("rows");
    QTest::newRow("operator") << "olga.operator@world"
                              << ""
                              << "olga.operator"
                              << "token" << tenants;
    QTest::newRow("viewer") << "vera.viewer@world"
                            << ""
                            << "vera.viewer"
                            << "token" << tenants;
    QTest::newRow("tenant") << "tenant-000-dev@world"
                            << "tenant-000"
                            << "tenant-000-dev"
                            << "token" << 1;
    QTest::newRow("certificate of an administrator") << "cert-admin@world"
                                                     << ""
                                                     << "cert-admin"
                                                     << "certificate" << tenants;
    QTest::newRow("certificate of a viewer") << "cert-viewer@world"
                                             << ""
                                             << "cert-viewer"
                                             << "certificate" << tenants;
}

void TestLiveConsole::knowsWhoItIs()
{
    QFETCH(QString, context);
    QFETCH(QString, namespaceName);
    QFETCH(QString, identity);
    QFETCH(QString, how);
    QFETCH(int, rows);
    const auto running = console(context, namespaceName);
    QTRY_VERIFY_WITH_TIMEOUT(
        running->settled(true) && cluster(*running).freshness.state == Freshness::State::Live, 20000);
    QCOMPARE(cluster(*running).identity, identity);
    QVERIFY2(cluster(*running).identitySource.contains(how), qPrintable(cluster(*running).identitySource));
    QTRY_COMPARE(running->tenants().table()->rowCount(), rows);
    QCOMPARE(cluster(*running).state, rows == tenants ? ClusterItem::State::Connected : ClusterItem::State::Limited);
}

void TestLiveConsole::followsAScaledDeployment()
{
    const auto running = console();
    TenantTableModel *table = running->tenants().table();
    const QAbstractItemModelTester tester(table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), tenants, 20000);
    const QString name = QStringLiteral("tenant-004");
    QTRY_VERIFY(tenant(*running, name)->podsRunning == 8);
    const QString deployment = QString::fromUtf8(m_world->kubectl({QStringLiteral("-n"), name, QStringLiteral("get"),
        QStringLiteral("deployments"), QStringLiteral("-o"), QStringLiteral("jsonpath={.items[0].metadata.name}")}));
    QSignalSpy resets(table, &QAbstractItemModel::modelReset);
    QSignalSpy changes(table, &QAbstractItemModel::dataChanged);
    const QPersistentModelIndex row(table->index(table->rowOf(tenant(*running, name)->key), 0));

    const auto scale = [&](const QString &replicas) {
        (void)m_world->kubectl({QStringLiteral("-n"), name, QStringLiteral("scale"), QStringLiteral("deployment"),
            deployment, QStringLiteral("--replicas=") + replicas});
    };
    const auto restore = qScopeGuard([&] { scale(QStringLiteral("2")); }); // the other tests count on it
    Witness witness(m_world->kubeconfig(), name, 10);
    QTRY_COMPARE(witness.running(), 8);
    qint64 rowAt = 0;
    connect(table, &QAbstractItemModel::dataChanged, this, [&] {
        if (tenant(*running, name)->podsRunning == 10 && rowAt == 0)
            rowAt = Witness::now();
    });

    scale(QStringLiteral("4"));
    QTRY_COMPARE_WITH_TIMEOUT(tenant(*running, name)->podsRunning, std::optional<qlonglong>(10), 20000);
    QTRY_VERIFY(witness.seenAt() != 0 && rowAt != 0);
    qInfo("event of the API server to changed row: %.2f ms (bar: 1000 ms)",
        static_cast<double>(rowAt - witness.seenAt()) / 1e6);
    QCOMPARE(resets.size(), 0);
    QVERIFY(!changes.isEmpty());
    QVERIFY(row.isValid());
    QCOMPARE(table->key(row.row()), tenant(*running, name)->key);
    // The row says of the quota what the API server says at the same time. That need not be ten pods' worth at once:
    // the quota controller now and then counts one pod late.
    const auto reserved = [&] {
        return amount(QString::fromUtf8(m_world->kubectl({QStringLiteral("-n"), name, QStringLiteral("get"),
            QStringLiteral("resourcequota"), QStringLiteral("tenant-quota"), QStringLiteral("-o"),
            QStringLiteral("jsonpath={.status.used.requests\\.cpu}")})));
    };
    QTRY_VERIFY(reserved() > 0.8 && tenant(*running, name)->cpu.reserved == std::optional(reserved()));
    scale(QStringLiteral("2"));
    QTRY_COMPARE_WITH_TIMEOUT(tenant(*running, name)->podsRunning, std::optional<qlonglong>(8), 20000);
    QCOMPARE(resets.size(), 0);
}

void TestLiveConsole::followsAQuotaEdit()
{
    const auto running = console();
    QTRY_VERIFY_WITH_TIMEOUT(tenant(*running, QStringLiteral("tenant-001")), 20000);
    const auto setCpu = [this](const char *cpu) {
        (void)m_world->kubectl({QStringLiteral("-n"), QStringLiteral("tenant-001"), QStringLiteral("patch"),
            QStringLiteral("resourcequota"), QStringLiteral("tenant-quota"), QStringLiteral("--type=merge"),
            QStringLiteral("-p"),
            QStringLiteral(R"({"spec":{"hard":{"requests.cpu":"%1"}}})").arg(QLatin1String(cpu))});
    };
    setCpu("2500m");
    QTRY_COMPARE_WITH_TIMEOUT(
        tenant(*running, QStringLiteral("tenant-001"))->cpu.limit, std::optional<double>(2.5), 10000);
    setCpu("2");
    QTRY_COMPARE_WITH_TIMEOUT(
        tenant(*running, QStringLiteral("tenant-001"))->cpu.limit, std::optional<double>(2.0), 10000);
}

void TestLiveConsole::followsANewTenant()
{
    const auto running = console();
    TenantTableModel *table = running->tenants().table();
    QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), tenants, 20000);
    (void)m_world->kubectl({QStringLiteral("create"), QStringLiteral("namespace"), QStringLiteral("guest")});
    (void)m_world->kubectl({QStringLiteral("label"), QStringLiteral("namespace"), QStringLiteral("guest"),
        QStringLiteral("platform.example.com/tenant=guest")});
    QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), tenants + 1, 10000);
    const Tenant guest = *tenant(*running, QStringLiteral("guest"));
    QVERIFY(!guest.cpu.limit); // no quota is no limit, not a limit of zero
    QCOMPARE(guest.podsRunning, std::optional<qlonglong>(0));
    (void)m_world->kubectl({QStringLiteral("delete"), QStringLiteral("namespace"), QStringLiteral("guest"),
        QStringLiteral("--wait=false")});
    QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), tenants, 90000);
}

void TestLiveConsole::fillsTheDetails()
{
    const auto running = console();
    QTRY_VERIFY_WITH_TIMEOUT(running->settled(true) && tenant(*running, QStringLiteral("tenant-002")), 20000);
    TenantDetail &detail = running->tenantDetail();
    detail.choose(tenant(*running, QStringLiteral("tenant-002"))->key);
    QTRY_COMPARE(detail.pods()->rowCount(), 8);
    QTRY_COMPARE(detail.workloads()->rowCount(), 4);
    QTRY_COMPARE(detail.quotas()->rowCount(), 7);
    QCOMPARE(detail.workloads()->at(0).kind, QStringLiteral("Deployment"));
    // A world younger than a step has no point on the grid yet; the next refresh brings it.
    QTRY_VERIFY_WITH_TIMEOUT(!detail.history().cpu.isEmpty() && !detail.history().memory.isEmpty(), 40000);
    QCOMPARE(detail.history().cpuLimit, std::optional<double>(2.0));
    QVERIFY(detail.history().problem.isEmpty());
}

void TestLiveConsole::turnsDelayedThenStaleAndRecovers()
{
    const auto running = console();
    QTRY_VERIFY_WITH_TIMEOUT(
        running->settled(true) && cluster(*running).freshness.state == Freshness::State::Live, 20000);
    const auto server = static_cast<pid_t>(m_world->pid(QStringLiteral("kube-apiserver")));
    QVERIFY(server > 0);
    TenantTableModel *table = running->tenants().table();
    QTRY_COMPARE(table->rowCount(), tenants);
    const double reserved = *tenant(*running, QStringLiteral("tenant-000"))->cpu.reserved;
    QSignalSpy resets(table, &QAbstractItemModel::modelReset);

    QElapsedTimer timer;
    timer.start();
    const auto resume = qScopeGuard([server] { kill(server, SIGCONT); });
    kill(server, SIGSTOP);
    QTRY_COMPARE_WITH_TIMEOUT(cluster(*running).freshness.state, Freshness::State::Delayed, 15000);
    qInfo("stopped server is delayed after %lld ms (bar: 5000 ms)", static_cast<long long>(timer.elapsed()));
    QTRY_COMPARE_WITH_TIMEOUT(cluster(*running).freshness.state, Freshness::State::Stale, 30000);
    qInfo("stopped server is stale after %lld ms (bar: 15000 ms)", static_cast<long long>(timer.elapsed()));
    QCOMPARE(table->rowCount(), tenants);
    QCOMPARE(tenant(*running, QStringLiteral("tenant-000"))->cpu.reserved, std::optional<double>(reserved));
    QCOMPARE(tenant(*running, QStringLiteral("tenant-000"))->freshness.state, Freshness::State::Stale);
    QTRY_VERIFY(!cluster(*running).problem.isEmpty());

    timer.restart();
    kill(server, SIGCONT);
    QTRY_COMPARE_WITH_TIMEOUT(cluster(*running).freshness.state, Freshness::State::Live, 30000);
    qInfo("continued server is live again after %lld ms", static_cast<long long>(timer.elapsed()));
    QCOMPARE(tenant(*running, QStringLiteral("tenant-000"))->freshness.state, Freshness::State::Live);
    QTRY_VERIFY(cluster(*running).problem.isEmpty());
    QCOMPARE(resets.size(), 0);
}

void TestLiveConsole::resumesAfterConnectionsAreDropped()
{
    const auto running = console();
    QTRY_VERIFY_WITH_TIMEOUT(
        running->settled(true) && cluster(*running).freshness.state == Freshness::State::Live, 20000);
    TenantTableModel *table = running->tenants().table();
    QTRY_COMPARE(table->rowCount(), tenants);
    QSignalSpy inserted(table, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(table, &QAbstractItemModel::rowsRemoved);
    const QDateTime before = cluster(*running).freshness.confirmedAt;
    running->reconnectContext(QStringLiteral("olga.operator@world"));
    QTRY_VERIFY_WITH_TIMEOUT(cluster(*running).freshness.confirmedAt > before.addSecs(2), 20000);
    QCOMPARE(cluster(*running).freshness.state, Freshness::State::Live);
    QCOMPARE(inserted.size() + removed.size(), 0);
}

QTEST_GUILESS_MAIN(TestLiveConsole)
#include "tst_live_console.moc"
