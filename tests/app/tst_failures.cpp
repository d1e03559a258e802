// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"
#include "models/fleet/panelstate.h"
#include "models/tenants/tenanttablemodel.h"
#include "tests/support/certificates.h"
#include "tests/support/fastclock.h"
#include "tests/support/scriptedcluster.h"
#include "tests/support/strict.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

//! Everything that goes wrong on the way to a cluster, from the kubeconfig to the last byte: the cluster's chip and the
//! empty table say what happened and what to do next, another cluster carries on, and nothing crashes or waits for
//! ever. The servers are real sockets on loopback; the clock runs twenty times as fast.
class TestFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnUnexpectedWarnings(); }

    void saysWhatHappenedAndWhatToDo_data();
    void saysWhatHappenedAndWhatToDo();
    void saysWhenThereIsNoKubeconfig();
    void saysWhenTheContextIsUnknown();
    void saysWhenThereIsNoContextAtAll();
    void saysWhenTheHostIsUnknown();
    void fallsBackToNamedNamespaces();
    void keepsFiguresWhenTheTokenIsRevoked();
    void findsAKubeconfigThatAppears();
    void logsInAgainWithANewToken();
    void tellsHowMetricsFail();

private:
    QTemporaryDir m_directory;
    FastClock m_clock{20};
    Certificates::Pair m_authority;

    QString write(const QString &name, const QByteArray &text) const
    {
        const QString path = m_directory.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("a test file cannot be written");
        return path;
    }
    [[nodiscard]] std::unique_ptr<Console> console(
        const QString &kubeconfig, const QStringList &contexts, CommandLine commandLine = {}) const
    {
        commandLine.kubeconfig = kubeconfig;
        commandLine.contexts = contexts;
        auto console = std::make_unique<Console>(commandLine, Settings{}, m_clock);
        console->start();
        return console;
    }
    static PanelState panel(Console &console)
    {
        const int rows = console.tenants().table()->rowCount();
        return assessPanel(console.clusters().items(), rows, rows, QStringLiteral("tenants"), console.setupProblem());
    }
    static const ClusterItem &item(Console &console, const QString &context)
    {
        const ClusterItem *found = console.clusters().find(context);
        if (!found)
            qFatal("no such cluster");
        return *found;
    }
    QSslConfiguration tls(const QString &behaviour) const;
    static bool misbehave(const QString &behaviour, const ScriptedServer::Request &request, QTcpSocket &socket);
};

void TestFailures::initTestCase()
{
    m_authority = Certificates::authority(QStringLiteral("platform authority"));
    for (const char *variable : {"HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "KUBECONFIG"})
        qunsetenv(variable);
}

QSslConfiguration TestFailures::tls(const QString &behaviour) const
{
    if (!behaviour.startsWith(QLatin1String("certificate")))
        return QSslConfiguration();
    const bool foreign = behaviour.endsWith(QLatin1String("untrusted"));
    const bool expired = behaviour.endsWith(QLatin1String("expired"));
    const QString host
        = behaviour.endsWith(QLatin1String("name")) ? QStringLiteral("api.internal") : QStringLiteral("127.0.0.1");
    return Certificates::serverConfiguration(
        Certificates::issue(foreign ? Certificates::authority(QStringLiteral("stranger")) : m_authority,
            QStringLiteral("kube-apiserver"), host, expired ? -7000 : -3600, expired ? 3600 : 86400));
}

bool TestFailures::misbehave(const QString &behaviour, const ScriptedServer::Request &request, QTcpSocket &socket)
{
    const auto fail
        = [&socket](int code, const QByteArray &reason, const QByteArray &message, const QByteArray &headers = {}) {
              ScriptedServer::reply(
                  socket, code, ScriptedCluster::status(code, reason, message), "application/json", headers);
              return true;
          };
    if (behaviour == QLatin1String("silent"))
        return true; // reads, and says nothing
    if (behaviour == QLatin1String("401"))
        return fail(401, "Unauthorized", "Unauthorized");
    if (behaviour == QLatin1String("403"))
        return fail(403, "Forbidden",
            R"(namespaces is forbidden: User \"eve\" cannot list resource \"namespaces\" in API group \"\" at the cluster scope)");
    if (behaviour == QLatin1String("429")) {
        ScriptedServer::reply(
            socket, 429, "Too many requests, please try again later.", "text/plain", "Retry-After: 7\r\n");
        return true;
    }
    if (behaviour == QLatin1String("500"))
        return fail(500, "InternalError", "etcdserver: request timed out");
    if (behaviour == QLatin1String("malformed")) {
        ScriptedServer::reply(socket, 200, "<html><body>Welcome to the guest network</body></html>");
        return true;
    }
    if (behaviour == QLatin1String("truncated JSON")) {
        ScriptedServer::reply(socket, 200,
            R"({"kind":"NamespaceList","apiVersion":"v1","metadata":{"resourceVersion":"1"},"items":[{"metadata":{"name":"a")");
        return true;
    }
    if (behaviour == QLatin1String("truncated body")) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"kind\":");
        socket.disconnectFromHost();
        return true;
    }
    Q_UNUSED(request)
    return false;
}

void TestFailures::saysWhatHappenedAndWhatToDo_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("nextStep");
    const auto row = [](const char *behaviour, const char *title, const char *nextStep) {
        QTest::newRow(behaviour) << QString::fromUtf8(title) << QString::fromUtf8(nextStep);
    };
    row("refused", "broken cannot be reached: 127.0.0.1:PORT refuses the connection.",
        "Check that its API server runs, and the address with kubectl config view.");
    row("certificate untrusted",
        "The certificate of 127.0.0.1:PORT is not signed by a certificate authority that the kubeconfig names.",
        "Give broken the right certificate-authority or certificate-authority-data with kubectl config set-cluster.");
    row("certificate expired", "The certificate of 127.0.0.1:PORT has expired or is not valid yet.",
        "Have the certificate of broken renewed, and check the clock of this computer.");
    row("certificate for another name", "The certificate of 127.0.0.1:PORT is for another name.",
        "Use the name that the certificate has as the address of broken, or set it as tls-server-name with kubectl "
        "config set-cluster.");
    row("401", "broken refuses your credential.",
        "Log in again so that the kubeconfig has a valid credential, or choose another context with --context NAME.");
    row("403", "broken does not let you list its namespaces.",
        "Name the namespaces that you may read with --namespace broken=NAME, or ask for a role; kubectl auth can-i "
        "--list says what you may do.");
    row("429", "broken asks to be left alone for 7 s (429).",
        "Wait: it is asked again by itself after that. If this stays, see who else asks it much: kubectl get "
        "flowschemas.");
    row("500", "broken has a fault of its own (500).",
        "It is asked again by itself. If this stays, look at the API server's log and at etcd.");
    row("malformed", "broken sends what no Kubernetes API server sends.",
        "Check that the address in the kubeconfig leads to the API server and not to a login page or another service.");
    row("truncated JSON", "broken sends what no Kubernetes API server sends.",
        "Check that the address in the kubeconfig leads to the API server and not to a login page or another service.");
    row("truncated body", "broken broke off in the middle of an answer.",
        "It is asked again by itself. If this stays, look at the load balancers and proxies on the way.");
    row("silent", "broken does not answer.",
        "It is asked again by itself. If this stays, look at its API server: kubectl get --raw /readyz.");
}

void TestFailures::saysWhatHappenedAndWhatToDo()
{
    QFETCH(QString, title);
    QFETCH(QString, nextStep);
    const QString behaviour = QString::fromUtf8(QTest::currentDataTag());
    ScriptedCluster broken([&behaviour](const ScriptedServer::Request &request,
                               QTcpSocket &socket) { return misbehave(behaviour, request, socket); },
        tls(behaviour));
    ScriptedCluster healthy;
    const QString port = QString::number(broken.server().port());
    const QByteArray authority = "    certificate-authority-data: " + m_authority.certificate.toBase64() + "\n";
    const QByteArray text
        = broken.kubeconfig("broken", behaviour.startsWith(QLatin1String("certificate")) ? authority : QByteArray());
    const QString file = write(QStringLiteral("broken"), text);
    if (behaviour == QLatin1String("refused"))
        broken.server().stopListening();
    {
        const auto alone = console(file, {QStringLiteral("broken")});
        QTRY_COMPARE_WITH_TIMEOUT(item(*alone, QStringLiteral("broken")).state, ClusterItem::State::Failed, 20000);
        const Problem problem = item(*alone, QStringLiteral("broken")).problem;
        QCOMPARE(QString(problem.title).replace(u':' + port, QStringLiteral(":PORT")), title);
        QCOMPARE(problem.nextStep, nextStep);
        // The empty table says the same, and nothing is drawn as zero.
        const PanelState state = panel(*alone);
        QCOMPARE(
            state.kind, behaviour == QLatin1String("403") ? PanelState::Kind::Forbidden : PanelState::Kind::Failed);
        QVERIFY2(QString(state.title + u' ' + state.text).contains(problem.title), qPrintable(state.text));
        QVERIFY2(state.text.contains(problem.nextStep), qPrintable(state.text));
        QCOMPARE(alone->tenants().table()->rowCount(), 0);
    }
    // Beside it another cluster carries on. Files merge as kubectl merges them.
    qputenv(
        "KUBECONFIG", (file + u':' + write(QStringLiteral("healthy"), healthy.kubeconfig("healthy"))).toLocal8Bit());
    const auto both = console({}, {QStringLiteral("broken"), QStringLiteral("healthy")});
    qunsetenv("KUBECONFIG");
    QTRY_COMPARE_WITH_TIMEOUT(both->tenants().table()->rowCount(), 1, 20000);
    QTRY_COMPARE(item(*both, QStringLiteral("healthy")).freshness.state, Freshness::State::Live);
    QTRY_COMPARE_WITH_TIMEOUT(item(*both, QStringLiteral("broken")).state, ClusterItem::State::Failed, 20000);
    QCOMPARE(panel(*both).kind, PanelState::Kind::Ready);
}

void TestFailures::saysWhenThereIsNoKubeconfig()
{
    const auto running = console(QStringLiteral("/nowhere/config"), {});
    QCOMPARE(panel(*running).kind, PanelState::Kind::Unconfigured);
    QCOMPARE(panel(*running).title, QStringLiteral("There is no kubeconfig /nowhere/config."));
    QVERIFY2(panel(*running).text.contains(QStringLiteral("--kubeconfig")), qPrintable(panel(*running).text));
}

void TestFailures::saysWhenTheContextIsUnknown()
{
    ScriptedCluster cluster;
    const auto running
        = console(write(QStringLiteral("config"), cluster.kubeconfig("known")), {QStringLiteral("unknown")});
    QCOMPARE(item(*running, QStringLiteral("unknown")).problem.title,
        QStringLiteral("The kubeconfig has no context unknown."));
    QVERIFY2(item(*running, QStringLiteral("unknown")).problem.paragraph().contains(QStringLiteral("known")),
        qPrintable(item(*running, QStringLiteral("unknown")).problem.paragraph()));
    QVERIFY(running->settled(true));
    QVERIFY(panel(*running).text.contains(item(*running, QStringLiteral("unknown")).problem.nextStep));
}

void TestFailures::saysWhenThereIsNoContextAtAll()
{
    const auto running = console(write(QStringLiteral("empty"), "apiVersion: v1\nkind: Config\n"), {});
    QCOMPARE(panel(*running).kind, PanelState::Kind::Unconfigured);
    QVERIFY(!panel(*running).title.isEmpty());
    QVERIFY(!running->setupProblem().nextStep.isEmpty());
}

void TestFailures::saysWhenTheHostIsUnknown()
{
    const QByteArray text
        = "clusters: [{name: far, cluster: {server: 'https://no-such-host.invalid:6443'}}]\n"
          "contexts: [{name: far, context: {cluster: far, user: u}}]\nusers: [{name: u, user: {token: t}}]\n";
    const auto running = console(write(QStringLiteral("far"), text), {QStringLiteral("far")});
    QTRY_COMPARE_WITH_TIMEOUT(item(*running, QStringLiteral("far")).state, ClusterItem::State::Failed, 20000);
    QCOMPARE(item(*running, QStringLiteral("far")).problem.title,
        QStringLiteral("The host of far is unknown: no-such-host.invalid:6443."));
    QCOMPARE(item(*running, QStringLiteral("far")).problem.nextStep,
        QStringLiteral("Check the address with kubectl config view, your DNS, and that your VPN is connected."));
}

void TestFailures::fallsBackToNamedNamespaces()
{
    ScriptedCluster cluster([](const ScriptedServer::Request &request, QTcpSocket &socket) {
        if (request.target.startsWith("/api/v1/namespaces/shop/"))
            return false;
        return misbehave(QStringLiteral("403"), request, socket);
    });
    CommandLine commandLine;
    commandLine.namespaces.append({QString(), QStringLiteral("shop")});
    const auto running
        = console(write(QStringLiteral("limited"), cluster.kubeconfig("prod")), {QStringLiteral("prod")}, commandLine);
    QTRY_COMPARE_WITH_TIMEOUT(item(*running, QStringLiteral("prod")).state, ClusterItem::State::Limited, 20000);
    QTRY_COMPARE(running->tenants().table()->rowCount(), 1);
    QCOMPARE(running->tenants().table()->at(0).name, QStringLiteral("shop"));
    QTRY_COMPARE(running->tenants().table()->at(0).cpu.reserved, std::optional<double>(0.5));
    QCOMPARE(item(*running, QStringLiteral("prod")).identity, QStringLiteral("eve"));
    QCOMPARE(item(*running, QStringLiteral("prod")).notes.first(),
        QStringLiteral("eve may not list the namespaces of prod: only shop is looked at, as the kubeconfig and the "
                       "settings name it. "
                       "Name others with --namespace prod=NAME."));
}

void TestFailures::keepsFiguresWhenTheTokenIsRevoked()
{
    bool revoked = false;
    ScriptedCluster cluster([&revoked](const ScriptedServer::Request &request, QTcpSocket &socket) {
        return revoked && misbehave(QStringLiteral("401"), request, socket);
    });
    const auto running
        = console(write(QStringLiteral("revoked"), cluster.kubeconfig("prod")), {QStringLiteral("prod")});
    QTRY_COMPARE_WITH_TIMEOUT(item(*running, QStringLiteral("prod")).freshness.state, Freshness::State::Live, 20000);
    QTRY_COMPARE(running->tenants().table()->rowCount(), 1);
    revoked = true;
    QTRY_COMPARE_WITH_TIMEOUT(item(*running, QStringLiteral("prod")).state, ClusterItem::State::Failed, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(item(*running, QStringLiteral("prod")).freshness.state, Freshness::State::Stale, 20000);
    QVERIFY(
        item(*running, QStringLiteral("prod")).problem.explanation.contains(QStringLiteral("This has been so since")));
    QCOMPARE(running->tenants().table()->at(0).cpu.reserved, std::optional<double>(0.5));
    QTRY_COMPARE(running->tenants().table()->at(0).freshness.state, Freshness::State::Stale);
    revoked = false;
    QTRY_COMPARE_WITH_TIMEOUT(item(*running, QStringLiteral("prod")).state, ClusterItem::State::Connected, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(item(*running, QStringLiteral("prod")).freshness.state, Freshness::State::Live, 60000);
}

void TestFailures::findsAKubeconfigThatAppears()
{
    ScriptedCluster cluster;
    const QString file = m_directory.filePath(QStringLiteral("late"));
    const auto running = console(file, {});
    QCOMPARE(panel(*running).kind, PanelState::Kind::Unconfigured);
    write(QStringLiteral("late"), cluster.kubeconfig("prod"));
    QTRY_COMPARE_WITH_TIMEOUT(running->tenants().table()->rowCount(), 1, 20000);
    QVERIFY(running->setupProblem().isEmpty());
}

void TestFailures::logsInAgainWithANewToken()
{
    const auto tls = Certificates::serverConfiguration(
        Certificates::issue(m_authority, QStringLiteral("kube-apiserver"), QStringLiteral("127.0.0.1")));
    ScriptedCluster cluster(
        [](const ScriptedServer::Request &request, QTcpSocket &socket) {
            return request.headers.value("authorization") != "Bearer new"
                && misbehave(QStringLiteral("401"), request, socket);
        },
        tls);
    const QByteArray authority = "    certificate-authority-data: " + m_authority.certificate.toBase64() + "\n";
    const QString file = write(QStringLiteral("login"), cluster.kubeconfig("prod", authority, "token: old"));
    const auto running = console(file, {QStringLiteral("prod")});
    QTRY_COMPARE_WITH_TIMEOUT(item(*running, QStringLiteral("prod")).state, ClusterItem::State::Failed, 20000);
    write(QStringLiteral("login"), cluster.kubeconfig("prod", authority, "token: new"));
    running->reconnectContext(QStringLiteral("prod"));
    QTRY_COMPARE_WITH_TIMEOUT(item(*running, QStringLiteral("prod")).state, ClusterItem::State::Connected, 20000);
    QTRY_COMPARE(running->tenants().table()->rowCount(), 1);
}

void TestFailures::tellsHowMetricsFail()
{
    ScriptedCluster cluster;
    CommandLine commandLine;
    commandLine.prometheus.append({QStringLiteral("prod"), QStringLiteral("http://127.0.0.1:1")});
    const auto running
        = console(write(QStringLiteral("metrics"), cluster.kubeconfig("prod")), {QStringLiteral("prod")}, commandLine);
    QTRY_VERIFY_WITH_TIMEOUT(!item(*running, QStringLiteral("prod")).metricsProblem.isEmpty(), 20000);
    QVERIFY2(item(*running, QStringLiteral("prod")).metricsProblem.paragraph().contains(QStringLiteral("Prometheus")),
        qPrintable(item(*running, QStringLiteral("prod")).metricsProblem.paragraph()));
    QTRY_COMPARE(item(*running, QStringLiteral("prod")).state, ClusterItem::State::Connected);
    QTRY_COMPARE(running->tenants().table()->rowCount(), 1);
    QVERIFY(!running->tenants().table()->at(0).cpu.used); // unknown, not zero
    QCOMPARE(running->tenants().table()->at(0).usageFreshness.state, Freshness::State::Unknown);
}

QTEST_GUILESS_MAIN(TestFailures)
#include "tst_failures.moc"
