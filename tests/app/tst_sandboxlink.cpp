// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"
#include "app/sandbox/leaseserver.h"
#include "app/sandboxlink.h"
#include "backends/sandboxclient/session.h"
#include "models/tenants/tenanttablemodel.h"
#include "tests/support/certificates.h"
#include "tests/support/fastclock.h"
#include "tests/support/script.h"
#include "tests/support/scriptedcluster.h"
#include "tests/support/strict.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

//! A console and its sandbox, of which only the lease, the session and the control endpoint are there.
class TestSandboxLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void loadsWhatTheSandboxBrings();
    void leavesThePersonsOwnAlone();
    void saysThatItIsStarting();
    void saysWhyItCouldNotStart();
    void saysThatItHasEndedAndOpensAgain();
    void takesMetricsThatComeLater();
    void asksOneThatRunsForTheScenario();
    void opensOnce();

private:
    FastClock m_clock{10};
    std::unique_ptr<QTemporaryDir> m_home;
    SandboxLink::Settings m_settings;
    std::unique_ptr<ScriptedCluster> m_cluster;
    Certificates::Pair m_authority;
    std::unique_ptr<ScriptedServer> m_control;
    QList<QByteArray> m_asked; // of the control endpoint
    std::unique_ptr<LeaseServer> m_leases;

    void write(const QString &file, const QByteArray &text) const;
    [[nodiscard]] SandboxClient::Session session() const;
    void beReady(const SandboxClient::Session &session);
};

void TestSandboxLink::init()
{
    failOnUnexpectedWarnings();
    qunsetenv("KUBECONFIG");
    m_home = std::make_unique<QTemporaryDir>();
    m_settings = {{m_home->filePath(QStringLiteral("run"))}, {}, {}};
    m_cluster = std::make_unique<ScriptedCluster>();
    m_authority = Certificates::authority(QStringLiteral("Authority"));
    m_asked.clear();
    m_control = std::make_unique<ScriptedServer>(
        [this](const ScriptedServer::Request &request, QTcpSocket &socket) {
            m_asked.append(request.method + ' ' + request.target.split('?').constFirst() + ' '
                + request.headers.value("authorization"));
            ScriptedServer::reply(socket, 200,
                request.target.startsWith("/v1/incidents?")
                    ? QByteArray(R"([{"name":"a","title":"Canary"}])")
                    : QByteArray(R"({"running":"","finished":0,"settled":true})"));
        },
        Certificates::serverConfiguration(
            Certificates::issue(m_authority, QStringLiteral("sandbox"), QStringLiteral("127.0.0.1"))));
    m_leases = std::make_unique<LeaseServer>(m_settings.place, m_clock);
    QVERIFY(m_leases->open());
}

void TestSandboxLink::cleanup()
{
    m_leases.reset();
    m_control.reset();
    m_cluster.reset();
}

void TestSandboxLink::write(const QString &file, const QByteArray &text) const
{
    QFile opened(file);
    QVERIFY(opened.open(QIODevice::WriteOnly));
    opened.write(text);
}

SandboxClient::Session TestSandboxLink::session() const
{
    SandboxClient::Session session;
    session.kubeconfig = m_settings.place.kubeconfig();
    session.clusters = {{QStringLiteral("eu"), QStringLiteral("eu"), {}, {}}};
    session.control = QUrl(m_control->url());
    session.token = QStringLiteral("let-me-in");
    session.authority = m_authority.certificate;
    return session;
}

void TestSandboxLink::beReady(const SandboxClient::Session &told)
{
    write(m_settings.place.kubeconfig(), m_cluster->kubeconfig("eu"));
    write(m_settings.place.session(), told.toJson());
    m_leases->tellReady();
}

void TestSandboxLink::loadsWhatTheSandboxBrings()
{
    beReady(session());
    Console console({}, {}, m_clock);
    SandboxLink link(m_settings, console, m_clock);
    link.open();
    console.start();
    QTRY_COMPARE(console.tenants().table()->rowCount(), 1);
    QCOMPARE(console.connectedContexts(), QStringList{QStringLiteral("eu")});
    QVERIFY(console.setupProblem().isEmpty());
    QVERIFY(console.isSandbox());
    QCOMPARE(link.training().stage(), Training::Stage::Here);
    QTRY_COMPARE(link.training().incidents().size(), 1);
    QVERIFY(m_asked.contains("GET /v1/incidents Bearer let-me-in"));
}

void TestSandboxLink::leavesThePersonsOwnAlone()
{
    ScriptedCluster production;
    const QString own = m_home->filePath(QStringLiteral("own"));
    write(own, production.kubeconfig("prod"));
    qputenv("KUBECONFIG", own.toLocal8Bit());
    Settings settings;
    settings.contexts = QStringList{QStringLiteral("prod")};
    settings.prometheus = {{QStringLiteral("eu"), QStringLiteral("http://prometheus.example:9090"), {}}};
    Console console({}, settings, m_clock);
    SandboxLink link(m_settings, console, m_clock);
    link.open();
    console.start();
    beReady(session());
    QTRY_COMPARE(console.tenants().table()->rowCount(), 1);
    QCOMPARE(console.contexts(), QStringList{QStringLiteral("eu")});
    QCOMPARE(production.server().requests(), 0);
    QVERIFY(!console.clusters().items().constFirst().hasMetrics);
}

void TestSandboxLink::saysThatItIsStarting()
{
    Console console({}, {}, m_clock);
    SandboxLink link(m_settings, console, m_clock);
    link.open();
    console.start();
    QTRY_COMPARE(m_leases->consoles(), 1);
    QCOMPARE(link.training().stage(), Training::Stage::Starting);
    QVERIFY(console.setupProblem().title.contains(QStringLiteral("starting")));
    QVERIFY(!console.settled(false)); // an export waits for it
    beReady(session());
    QTRY_VERIFY(console.setupProblem().isEmpty());
    QTRY_VERIFY(console.settled(true));
}

void TestSandboxLink::saysWhyItCouldNotStart()
{
    m_leases.reset();
    m_settings.program = m_home->filePath(QStringLiteral("program"));
    QVERIFY(writeScript(m_settings.program, "echo 'no such scenario' >&2; exit 1"));
    Console console({}, {}, m_clock);
    SandboxLink link(m_settings, console, m_clock);
    link.open();
    console.start();
    QTRY_COMPARE(link.training().stage(), Training::Stage::Failed);
    QVERIFY(console.setupProblem().text().contains(QStringLiteral("no such scenario")));
    QVERIFY(console.settled(false));
}

void TestSandboxLink::saysThatItHasEndedAndOpensAgain()
{
    beReady(session());
    Console console({}, {}, m_clock);
    SandboxLink link(m_settings, console, m_clock);
    link.open();
    console.start();
    QTRY_COMPARE(console.tenants().table()->rowCount(), 1);
    m_leases.reset();
    QTRY_COMPARE(link.training().stage(), Training::Stage::Failed);
    QVERIFY(console.setupProblem().title.contains(QStringLiteral("ended")));
    QCOMPARE(console.tenants().table()->rowCount(), 0); // figures of clusters that are no more
    m_leases = std::make_unique<LeaseServer>(m_settings.place, m_clock);
    QVERIFY(m_leases->open());
    beReady(session());
    link.open();
    QTRY_COMPARE(console.tenants().table()->rowCount(), 1);
}

void TestSandboxLink::takesMetricsThatComeLater()
{
    beReady(session());
    Console console({}, {}, m_clock);
    SandboxLink link(m_settings, console, m_clock);
    link.open();
    console.start();
    QTRY_COMPARE(console.tenants().table()->rowCount(), 1);
    QVERIFY(!console.clusters().items().constFirst().hasMetrics);
    ScriptedServer prometheus([](const ScriptedServer::Request &, QTcpSocket &socket) {
        ScriptedServer::reply(socket, 200, R"({"status":"success","data":{"resultType":"vector","result":[]}})");
    });
    SandboxClient::Session more = session();
    more.clusters[0].prometheus = QUrl(prometheus.url() + QStringLiteral("#cluster=eu"));
    beReady(more);
    QTRY_VERIFY(console.clusters().items().constFirst().hasMetrics);
    QTRY_VERIFY(prometheus.requests() > 0);
}

void TestSandboxLink::asksOneThatRunsForTheScenario()
{
    beReady(session());
    m_settings.scenario = QStringLiteral("bad-canary");
    Console console({}, {}, m_clock);
    SandboxLink link(m_settings, console, m_clock);
    link.open();
    QTRY_VERIFY(m_asked.contains("POST /v1/incidents/bad-canary/start Bearer let-me-in"));
}

void TestSandboxLink::opensOnce()
{
    beReady(session());
    Console console({}, {}, m_clock);
    SandboxLink link(m_settings, console, m_clock);
    link.open();
    link.open();
    QTRY_COMPARE(link.training().stage(), Training::Stage::Here);
    link.open();
    QCOMPARE(m_leases->consoles(), 1);
    QCOMPARE(link.training().stage(), Training::Stage::Here);
}

QTEST_GUILESS_MAIN(TestSandboxLink)
#include "tst_sandboxlink.moc"
