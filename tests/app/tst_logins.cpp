// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logins.h"
#include "app/settings.h"
#include "backends/kubernetes/kubeconfig.h"
#include "tests/support/manualclock.h"
#include "tests/support/strict.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class TestLogins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void readsTheSettings();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void readsTheKubeconfig();
};

void TestLogins::readsTheSettings()
{
    const QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("p.ini")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[login/prod-eu]\ntype=oidc\nissuer=https://id.example/realm\nclient-id=me\nscopes=openid groups\n"
               "ca-file=/etc/ca.pem\ntoken=access\nredirect-ports=8000 18000\n\n[prometheus-login/prod-eu]\n"
               "type=client-credentials\ntoken-url=https://id.example/token\nclient-id=robot\n"
               "client-secret-file=/run/secret\n");
    file.close();
    Settings settings = Settings::load(file.fileName());
    QVERIFY(settings.save(file.fileName()));
    settings = Settings::load(file.fileName()); // they stay
    const auto person = Logins::planOf(settings.logins.value(QStringLiteral("prod-eu")));
    QVERIFY(person.ok());
    QCOMPARE(person->kind, Logins::Kind::Person);
    QCOMPARE(person->client.issuer, QStringLiteral("https://id.example/realm"));
    QCOMPARE(person->client.scopes, QStringList({QStringLiteral("openid"), QStringLiteral("groups")}));
    QCOMPARE(person->client.bearer, OAuth::Client::Bearer::AccessToken);
    QCOMPARE(person->client.tls.authorityFile, QStringLiteral("/etc/ca.pem"));
    QCOMPARE(person->client.redirectPorts, QList<quint16>({8000, 18000}));
    const auto program = Logins::planOf(settings.prometheusLogins.value(QStringLiteral("prod-eu")));
    QVERIFY(program.ok());
    QCOMPARE(program->kind, Logins::Kind::Program);
    QCOMPARE(program->client.tokenUrl, QUrl(QStringLiteral("https://id.example/token")));
    QVERIFY(program->client.scopes.isEmpty());
    const ManualClock clock;
    QVERIFY(Logins::credentialsFor(*program, nullptr, {std::make_shared<Login::Gate>(), {}, {}}, clock)->canLogIn());
}

void TestLogins::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("type") << "type"
                          << "saml"
                          << "The type of a login is oidc, device or client-credentials, not saml.";
    QTest::newRow("issuer") << "issuer"
                            << "id.example"
                            << "The issuer of a login has to be an https address.";
    QTest::newRow("id") << "client-id"
                        << ""
                        << "A login needs a client-id.";
    QTest::newRow("secret") << "type"
                            << "client-credentials"
                            << "A login with client-credentials needs a client-secret-file.";
    QTest::newRow("token") << "token"
                           << "refresh"
                           << "The token of a login is id or access, not refresh.";
    QTest::newRow("typing") << "scope"
                            << "openid"
                            << "A login has no setting called scope.";
    QTest::newRow("port") << "redirect-ports"
                          << "8000 x"
                          << "x among redirect-ports is no port.";
    QTest::newRow("secret in the open")
        << "client-secret"
        << "hunter2"
        << "The settings of a login hold no secret: put it into a file for your eyes only and name that as "
           "client-secret-file.";
}

void TestLogins::saysWhatIsWrong()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    Logins::Section section{{QStringLiteral("type"), QStringLiteral("oidc")},
        {QStringLiteral("issuer"), QStringLiteral("https://id.example")},
        {QStringLiteral("client-id"), QStringLiteral("me")}};
    QVERIFY(Logins::planOf(section).ok());
    section.insert(key, value);
    const auto plan = Logins::planOf(section);
    QVERIFY(!plan.ok());
    QCOMPARE(plan.error().kind, Error::Kind::Configuration);
    QTEST(plan.error().detail, "sentence");
}

void TestLogins::readsTheKubeconfig()
{
    const auto config = Kubernetes::Kubeconfig::parse(R"(
contexts: [{name: c, context: {cluster: k, user: u}}]
clusters: [{name: k, cluster: {server: "https://a"}}]
users:
- name: u
  user:
    auth-provider:
      name: oidc
      config: {idp-issuer-url: "https://id.example", client-id: me, client-secret: s, refresh-token: r,
        idp-certificate-authority-data: Y2E=}
)",
        QStringLiteral("/"));
    QVERIFY(config.ok());
    const auto connection = config->connection(QStringLiteral("c"));
    QVERIFY(connection.ok());
    const auto plan = Logins::planOf(connection->user);
    QVERIFY(plan.ok());
    QCOMPARE(plan->client.issuer, QStringLiteral("https://id.example"));
    QCOMPARE(plan->client.secret, QStringLiteral("s"));
    QCOMPARE(plan->client.tls.authorityData, "ca");
    QVERIFY(!Logins::planOf(Kubernetes::KubeconfigUser{}).ok());
}

QTEST_GUILESS_MAIN(TestLogins)
#include "tst_logins.moc"
