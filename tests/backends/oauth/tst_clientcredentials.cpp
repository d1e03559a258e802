// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/oauth/clientcredentials.h"
#include "tests/support/askedgrant.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/manualclock.h"
#include "tests/support/scriptedrandom.h"
#include "tests/support/strict.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace OAuth;
using namespace std::chrono_literals;

namespace {

QByteArray answer(const char *token, int lifetime)
{
    return QByteArray(R"({"token_type":"Bearer","access_token":")") + token + R"(","expires_in":)"
        + QByteArray::number(lifetime) + '}';
}

} // namespace

class TestClientCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sendsIdAndSecretInTheHeader();
    void sendsThemInTheBodyWhereAsked();
    void findsTheEndpointByDiscovery();
    void asksOnceForAll();
    void renewsWhileTheOldOneHolds();
    void keepsTheOldOneWhileTheProviderIsAway();
    void pausesAfterFailures();
    void saysWhatTheProviderSays();
    void asksAgainAfterARefusedToken();
    void refusesASecretThatOthersRead();
    void forgetsWhoDoesNotWait();

private:
    ManualClock m_clock;
    Client m_client;
    std::unique_ptr<FakeProvider> m_provider;
    std::unique_ptr<ClientCredentials> m_credentials;

    void make()
    {
        m_credentials = std::make_unique<ClientCredentials>(
            m_client, m_provider->network(), m_clock, std::make_unique<ScriptedRandom>(0));
    }
    [[nodiscard]] std::unique_ptr<AskedGrant> ask() const { return AskedGrant::of(*m_credentials); }
};

void TestClientCredentials::init()
{
    failOnUnexpectedWarnings();
    m_client = {};
    m_client.tokenUrl = QUrl(QStringLiteral("https://id.example/token"));
    m_client.id = QStringLiteral("pilot house");
    m_client.secret = QStringLiteral("s:e%c");
    m_client.scopes = QStringList{QStringLiteral("read"), QStringLiteral("write")};
    m_client.audience = QStringLiteral("https://metrics.example/");
    m_provider = std::make_unique<FakeProvider>();
    make();
}

void TestClientCredentials::cleanup()
{
    m_credentials.reset();
    m_provider.reset();
}

void TestClientCredentials::sendsIdAndSecretInTheHeader()
{
    const auto asked = ask();
    const QUrlQuery form = m_provider->form(QStringLiteral("/token"));
    QCOMPARE(form.queryItemValue(QStringLiteral("grant_type")), QStringLiteral("client_credentials"));
    QCOMPARE(form.queryItemValue(QStringLiteral("scope"), QUrl::FullyDecoded), QStringLiteral("read write"));
    QCOMPARE(form.queryItemValue(QStringLiteral("audience"), QUrl::FullyDecoded), m_client.audience);
    QVERIFY(!form.hasQueryItem(QStringLiteral("client_secret")));
    QCOMPARE(m_provider->authorization, "Basic " + QByteArray("pilot%20house:s%3Ae%25c").toBase64());
    QVERIFY(m_provider->transport.answer(QStringLiteral("/token"), answer("T1", 3600)));
    QCOMPARE(asked->header, "Bearer T1");
    QCOMPARE(m_credentials->expires(), m_clock.now().addSecs(3600));
}

void TestClientCredentials::sendsThemInTheBodyWhereAsked()
{
    m_client.secretBy = Client::SecretBy::Post;
    make();
    const auto asked = ask();
    const QUrlQuery form = m_provider->form(QStringLiteral("/token"));
    QCOMPARE(form.queryItemValue(QStringLiteral("client_id"), QUrl::FullyDecoded), m_client.id);
    QCOMPARE(form.queryItemValue(QStringLiteral("client_secret"), QUrl::FullyDecoded), m_client.secret);
    QVERIFY(m_provider->authorization.isEmpty());
}

void TestClientCredentials::findsTheEndpointByDiscovery()
{
    m_client.tokenUrl.clear();
    m_client.issuer = QStringLiteral("https://id.example");
    make();
    const auto asked = ask();
    QVERIFY(
        m_provider->transport.answer(QStringLiteral("/.well-known/openid-configuration"), FakeProvider::discovery()));
    QVERIFY(m_provider->transport.answer(QStringLiteral("/token"), answer("T1", 3600)));
    QCOMPARE(asked->header, "Bearer T1");
}

void TestClientCredentials::asksOnceForAll()
{
    const auto first = ask();
    const auto second = ask();
    QCOMPARE(m_provider->transport.open.size(), 1U);
    m_provider->transport.answer(QStringLiteral("/token"), answer("T1", 3600));
    QCOMPARE(first->answers + second->answers, 2);
    const auto third = ask();
    QCOMPARE(third->header, "Bearer T1");
    QVERIFY(m_provider->transport.open.empty());
}

void TestClientCredentials::renewsWhileTheOldOneHolds()
{
    const auto first = ask();
    m_provider->transport.answer(QStringLiteral("/token"), answer("T1", 3600));
    m_clock.advance(55min - 1ms);
    QCOMPARE(ask()->header, "Bearer T1");
    QVERIFY(m_provider->transport.open.empty());
    m_clock.advance(1ms);
    QCOMPARE(ask()->header, "Bearer T1");
    QCOMPARE(ask()->header, "Bearer T1");
    QCOMPARE(m_provider->transport.open.size(), 1U);
    m_provider->transport.answer(QStringLiteral("/token"), answer("T2", 3600));
    QCOMPARE(ask()->header, "Bearer T2");
}

void TestClientCredentials::keepsTheOldOneWhileTheProviderIsAway()
{
    const auto first = ask();
    m_provider->transport.answer(QStringLiteral("/token"), answer("T1", 3600));
    m_clock.advance(56min);
    (void)ask();
    m_provider->transport.fail(QStringLiteral("/token"), Error{Error::Kind::Refused, 0, {}, {}, {}});
    QCOMPARE(ask()->header, "Bearer T1");
    QVERIFY(m_provider->transport.open.empty()); // a pause first
    m_clock.advance(1s);
    QCOMPARE(ask()->header, "Bearer T1");
    QCOMPARE(m_provider->transport.open.size(), 1U);
}

void TestClientCredentials::pausesAfterFailures()
{
    const Error away{Error::Kind::Refused, 0, {}, QStringLiteral("id.example:443"), {}};
    for (const auto pause : {800ms, 1600ms, 3200ms}) {
        const auto asked = ask();
        QVERIFY(m_provider->transport.fail(QStringLiteral("/token"), away));
        QCOMPARE(asked->error, away);
        m_clock.advance(pause - 1ms);
        QCOMPARE(ask()->error, away);
        QVERIFY(m_provider->transport.open.empty());
        m_clock.advance(1ms);
    }
    m_credentials->logInAgain(); // the person does not wait
    const auto asked = ask();
    m_provider->transport.answer(QStringLiteral("/token"), answer("T1", 60));
    QCOMPARE(asked->header, "Bearer T1");
}

void TestClientCredentials::saysWhatTheProviderSays()
{
    const auto asked = ask();
    m_provider->transport.fail(
        QStringLiteral("/token"), decodeRefusal(401, R"({"error":"invalid_client","error_description":"unknown"})"));
    QVERIFY(asked->error.has_value());
    QCOMPARE(asked->error->kind, Error::Kind::LoginRefused);
    QCOMPARE(asked->error->detail, QStringLiteral("unknown"));
}

void TestClientCredentials::asksAgainAfterARefusedToken()
{
    (void)ask();
    const auto first = ask();
    m_provider->transport.answer(QStringLiteral("/token"), answer("T1", 3600));
    m_credentials->rejected(); // meant the one before
    QCOMPARE(ask()->header, "Bearer T1");
    m_clock.advance(10s);
    m_credentials->rejected();
    const auto asked = ask();
    QCOMPARE(asked->answers, 0);
    m_provider->transport.answer(QStringLiteral("/token"), answer("T2", 3600));
    QCOMPARE(asked->header, "Bearer T2");
}

void TestClientCredentials::refusesASecretThatOthersRead()
{
    const QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("secret")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("from-file\n");
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::ReadGroup);
    m_client.secretFile = file.fileName();
    m_client.secretBy = Client::SecretBy::Post;
    make();
    const auto refused = ask();
    QTRY_VERIFY(refused->error.has_value());
    QCOMPARE(refused->error->kind, Error::Kind::Configuration);
    QCOMPARE(refused->error->where, m_client.secretFile);
    QVERIFY(m_provider->transport.open.empty());
    file.setPermissions(QFile::ReadOwner);
    m_credentials->logInAgain();
    const auto asked = ask();
    QCOMPARE(m_provider->form(QStringLiteral("/token")).queryItemValue(QStringLiteral("client_secret")),
        QStringLiteral("from-file"));
}

void TestClientCredentials::forgetsWhoDoesNotWait()
{
    auto gone = ask();
    gone->call.reset();
    const auto stays = ask();
    m_provider->transport.answer(QStringLiteral("/token"), answer("T1", 3600));
    QCOMPARE(gone->answers, 0);
    QCOMPARE(stays->answers, 1);
}

QTEST_GUILESS_MAIN(TestClientCredentials)
#include "tst_clientcredentials.moc"
