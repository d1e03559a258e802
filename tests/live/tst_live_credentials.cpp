// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/networktransport.h"
#include "backends/kubernetes/clusteraccess.h"
#include "tests/live/world.h"
#include "tests/support/script.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Kubernetes;

//! Ways to log in that are more than a value in the kubeconfig, against a real API server, which says whom it met.
class TestLiveCredentials final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void logsInByAPluginsToken();
    void logsInByAPluginsCertificate();
    void runsThePluginAgainWhenTheServerRefuses();
    void saysWhyAPluginFails();
    void actsAsAnotherUser();

private:
    std::optional<World> m_world;
    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_directory;

    [[nodiscard]] Connection known(const QString &context) const
    {
        const auto config = Kubeconfig::load(m_world->kubeconfig(), {}, {});
        const auto connection = config->connection(context);
        return *connection;
    }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    //! A kubeconfig of its own, as a person would write it: the world's server, and \a user.
    [[nodiscard]] Connection written(const QByteArray &user) const
    {
        const Connection admin = known(QStringLiteral("admin@world"));
        const QByteArray authority = admin.cluster.certificateAuthorityData.isEmpty()
            ? contents(admin.cluster.certificateAuthorityFile)
            : admin.cluster.certificateAuthorityData;
        const QByteArray text = "contexts: [{name: c, context: {cluster: k, user: u}}]\n"
                                "clusters: [{name: k, cluster: {server: '"
            + admin.cluster.server.toEncoded() + "', certificate-authority-data: " + authority.toBase64()
            + "}}]\nusers: [{name: u, user: {" + user + "}}]\n";
        const auto config = Kubeconfig::parse(text, m_directory->path());
        const auto connection = config->connection(QStringLiteral("c"));
        return *connection;
    }
    //! Prints \a status as JSON, which jq-less shells can only do from a file.
    [[nodiscard]] QByteArray plugin(const QJsonObject &status) const
    {
        const QJsonObject answer{{QStringLiteral("apiVersion"), QStringLiteral("client.authentication.k8s.io/v1")},
            {QStringLiteral("kind"), QStringLiteral("ExecCredential")}, {QStringLiteral("status"), status}};
        QFile file(m_directory->filePath(QStringLiteral("answer")));
        if (file.open(QIODevice::WriteOnly))
            file.write(QJsonDocument(answer).toJson());
        return plugin("echo run >> \"${0%/*}/runs\"; cat \"${0%/*}/answer\"");
    }
    [[nodiscard]] QByteArray plugin(const QByteArray &lines) const
    {
        if (!writeScript(m_directory->filePath(QStringLiteral("login")), lines))
            QTest::qFail("The script cannot be written.", __FILE__, __LINE__);
        return "exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: ./login, "
               "installHint: Ask olga.}";
    }
    [[nodiscard]] int runs() const
    {
        return static_cast<int>(contents(m_directory->filePath(QStringLiteral("runs"))).count('\n'));
    }
    [[nodiscard]] std::unique_ptr<Http::NetworkTransport> transport(const Connection &connection) const
    {
        auto server = serverOf(connection, [](const char *) { return QString(); });
        auto credentials = credentialsOf(connection, systemLoginMeans(m_clock), m_clock);
        return std::make_unique<Http::NetworkTransport>(
            std::move(server).value(), std::move(credentials).value(), m_clock);
    }
    static Result<Http::Response> asked(Http::Transport &transport, const QString &path)
    {
        std::optional<Result<Http::Response>> answer;
        Http::Request request;
        request.path = path;
        const auto call = transport.send(request, [&answer](Result<Http::Response> got) { answer = std::move(got); });
        (void)QTest::qWaitFor([&] { return answer.has_value(); }, 30000);
        return answer ? *answer : Result<Http::Response>(Error{Error::Kind::Cancelled, 0, {}, {}, {}});
    }
    //! Nobody but administrators may read this, so a refusal names who asked.
    static Error refusal(Http::Transport &transport)
    {
        const auto answer
            = asked(transport, QStringLiteral("/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations"));
        return answer ? Error{Error::Kind::Cancelled, 0, QStringLiteral("it was allowed"), {}, {}} : answer.error();
    }
};

void TestLiveCredentials::init()
{
    m_world = World::find();
    if (!m_world && World::required())
        QFAIL("The real servers are not there.");
    if (!m_world)
        QSKIP("The real servers are not there.");
    m_directory = std::make_unique<QTemporaryDir>();
}

void TestLiveCredentials::logsInByAPluginsToken()
{
    const QString token = known(QStringLiteral("vera.viewer@world")).user.token;
    QVERIFY(!token.isEmpty());
    const Connection connection = written(plugin(QJsonObject{{QStringLiteral("token"), token}}));
    QCOMPARE(identityOf(connection).method, Identity::Method::Plugin);
    const auto way = transport(connection);
    const Error error = refusal(*way);
    QCOMPARE(error.kind, Error::Kind::Forbidden);
    QVERIFY2(error.detail.contains(QStringLiteral("\"vera.viewer\"")), qPrintable(error.detail));
    QVERIFY(asked(*way, QStringLiteral("/api/v1/namespaces")).ok());
    QCOMPARE(runs(), 1);
}

void TestLiveCredentials::logsInByAPluginsCertificate()
{
    const KubeconfigUser user = known(QStringLiteral("cert-viewer@world")).user;
    const QByteArray certificate
        = user.clientCertificateData.isEmpty() ? contents(user.clientCertificateFile) : user.clientCertificateData;
    const QByteArray key = user.clientKeyData.isEmpty() ? contents(user.clientKeyFile) : user.clientKeyData;
    QVERIFY(!certificate.isEmpty() && !key.isEmpty());
    const auto way = transport(
        written(plugin(QJsonObject{{QStringLiteral("clientCertificateData"), QString::fromLatin1(certificate)},
            {QStringLiteral("clientKeyData"), QString::fromLatin1(key)}})));
    const Error error = refusal(*way);
    QCOMPARE(error.kind, Error::Kind::Forbidden);
    QVERIFY2(error.detail.contains(QStringLiteral("\"cert-viewer\"")), qPrintable(error.detail));
}

void TestLiveCredentials::runsThePluginAgainWhenTheServerRefuses()
{
    const auto way = transport(written(plugin(QJsonObject{{QStringLiteral("token"), QStringLiteral("wrong")}})));
    QCOMPARE(asked(*way, QStringLiteral("/api/v1/namespaces")).error().kind, Error::Kind::Unauthorized);
    const QString token = known(QStringLiteral("vera.viewer@world")).user.token;
    (void)plugin(QJsonObject{{QStringLiteral("token"), token}});
    // Refused at once, so the plugin is left alone for a moment.
    QTRY_VERIFY_WITH_TIMEOUT(asked(*way, QStringLiteral("/api/v1/namespaces")).ok(), 20000);
    QVERIFY(runs() <= 4);
}

void TestLiveCredentials::saysWhyAPluginFails()
{
    const auto way = transport(written(plugin("echo no session >&2; exit 4")));
    const auto answer = asked(*way, QStringLiteral("/api/v1/namespaces"));
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, Error::Kind::PluginFailed);
    QStringList texts;
    for (const Error::Fact &fact : answer.error().facts)
        texts.append(fact.text);
    QVERIFY(texts.contains(QStringLiteral("4")));
    QVERIFY(texts.contains(QStringLiteral("no session")));
    QVERIFY(texts.contains(QStringLiteral("Ask olga.")));
}

void TestLiveCredentials::actsAsAnotherUser()
{
    const QByteArray token = known(QStringLiteral("admin@world")).user.token.toUtf8();
    QVERIFY(!token.isEmpty());
    const Connection connection = written("token: '" + token + "', as: jane@example.com");
    QVERIFY(identityOf(connection).impersonated);
    const auto way = transport(connection);
    const Error error = refusal(*way);
    QCOMPARE(error.kind, Error::Kind::Forbidden);
    QVERIFY2(error.detail.contains(QStringLiteral("\"jane@example.com\"")), qPrintable(error.detail));
    // Who is in this group may do everything.
    const auto masters = transport(written("token: '" + token + "', as: jane, as-groups: ['system:masters']"));
    const Error allowed = refusal(*masters);
    QCOMPARE(allowed.detail, QStringLiteral("it was allowed"));
    // Each of several groups arrives, whichever comes first.
    for (const QByteArray groups : {"['staff', 'system:masters']", "['system:masters', 'staff']"}) {
        const auto both = transport(written("token: '" + token + "', as: jane, as-groups: " + groups));
        QCOMPARE(refusal(*both).detail, QStringLiteral("it was allowed"));
    }
}

QTEST_GUILESS_MAIN(TestLiveCredentials)
#include "tst_live_credentials.moc"
