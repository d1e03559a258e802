// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/oauth/oidccredentials.h"
#include "tests/support/askedgrant.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/manualclock.h"
#include "tests/support/scriptedrandom.h"
#include "tests/support/strict.h"

#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>

using namespace OAuth;
using namespace std::chrono_literals;

namespace {

class FakeStore final : public TokenStore
{
public:
    [[nodiscard]] std::unique_ptr<Http::Call> load(const QString &key, Loaded loaded) override
    {
        keys.append(key);
        asked = std::move(loaded);
        return std::make_unique<Http::Call>();
    }
    [[nodiscard]] std::unique_ptr<Http::Call> save(const QString &key, const QString &token, Saved then) override
    {
        keys.append(key);
        saved.append(token);
        answer = std::move(then);
        return std::make_unique<Http::Call>();
    }

    Loaded asked;
    Saved answer; //!< to the last one who saved
    QStringList saved;
    QStringList keys;
};

} // namespace

class TestOidcCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void opensNothingByItself();
    void logsInThroughABrowser();
    void refusesABrowserThatBringsTheWrongAnswer_data();
    void refusesABrowserThatBringsTheWrongAnswer();
    void refusesATokenOfAnotherLogin();
    void isNotDisturbedByStrangers();
    void givesUpAfterFiveMinutes();
    void refreshesInTheBackgroundAndRotates();
    void wantsALoginWhenTheRefreshTokenIsWorthless();
    void keepsTheRefreshTokenWhileTheProviderIsAway();
    void startsFromTheStore();
    void prefersTheStoresToken();
    void forgetsWhatIsKeptWhenAskedToLogInAgain();
    void saysWhenNothingKeepsTheLogin();
    void keepsLoginsApartUnderKeysThatTellNothing();
    void usesATokenThatIsKnown();
    void logsInOnAnotherDevice();
    void endsWithTheDeviceCode_data();
    void endsWithTheDeviceCode();
    void waitsForItsPlace();

private:
    std::unique_ptr<ManualClock> m_clock;
    Client m_client;
    std::unique_ptr<FakeProvider> m_provider;
    std::shared_ptr<FakeStore> m_store;
    std::unique_ptr<OidcCredentials> m_credentials;
    int m_changes = 0;

    void make(const OidcCredentials::Known &known = {}, const OidcCredentials::Gate &gate = {});
    [[nodiscard]] std::unique_ptr<AskedGrant> ask() const { return AskedGrant::of(*m_credentials); }
    bool discover()
    {
        return m_provider->transport.answer(QStringLiteral("openid-configuration"), FakeProvider::discovery());
    }
    [[nodiscard]] QUrlQuery page() const
    {
        return QUrlQuery(m_credentials->prompt().value_or(Http::LoginPrompt()).url);
    }
    [[nodiscard]] QByteArray idToken(int lifetime, const QString &nonce, const char *serial) const;
    [[nodiscard]] QByteArray tokens(int lifetime, const QString &nonce, const char *serial) const;
    QByteArray browse(const QByteArray &target);
    void logIn();
};

void TestOidcCredentials::init()
{
    failOnUnexpectedWarnings();
    m_clock = std::make_unique<ManualClock>();
    m_client = {};
    m_client.issuer = QStringLiteral("https://id.example");
    m_client.id = QStringLiteral("me");
    m_client.scopes = QStringList{QStringLiteral("openid"), QStringLiteral("offline_access")};
    m_provider = std::make_unique<FakeProvider>();
    m_store.reset();
    m_changes = 0;
    make();
}

void TestOidcCredentials::cleanup()
{
    m_credentials.reset();
    m_provider.reset();
}

void TestOidcCredentials::make(const OidcCredentials::Known &known, const OidcCredentials::Gate &gate)
{
    OidcCredentials::Surroundings around{
        *m_clock, m_provider->network(), systemEntropy, m_store, QStringLiteral("prod"), gate};
    m_credentials = std::make_unique<OidcCredentials>(m_client, around, std::make_unique<ScriptedRandom>(0), known);
    m_credentials->onChange([this] { ++m_changes; });
}

QByteArray TestOidcCredentials::idToken(int lifetime, const QString &nonce, const char *serial) const
{
    const qint64 now = m_clock->now().toSecsSinceEpoch();
    return FakeProvider::jwt(R"({"iss":"https://id.example","sub":"olga","aud":"me","serial":")" + QByteArray(serial)
        + R"(","nonce":")" + nonce.toLatin1() + R"(","iat":)" + QByteArray::number(now) + R"(,"exp":)"
        + QByteArray::number(now + lifetime) + '}');
}

QByteArray TestOidcCredentials::tokens(int lifetime, const QString &nonce, const char *serial) const
{
    return R"({"token_type":"Bearer","access_token":"access","expires_in":60,"refresh_token":"refresh-)"
        + QByteArray(serial) + R"(","id_token":")" + idToken(lifetime, nonce, serial) + "\"}";
}

//! Plays the browser: asks the listener for \a target and gives what it says.
QByteArray TestOidcCredentials::browse(const QByteArray &target)
{
    QTcpSocket socket;
    const QUrl redirect(page().queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded));
    bool over = false;
    QByteArray answer;
    connect(&socket, &QTcpSocket::disconnected, this, [&over] { over = true; });
    connect(&socket, &QTcpSocket::readyRead, this, [&answer, &socket] { answer += socket.readAll(); });
    socket.connectToHost(redirect.host(), static_cast<quint16>(redirect.port()));
    socket.write("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    const bool answered = QTest::qWaitFor([&over] { return over; });
    return answered ? answer : QByteArray("no answer");
}

void TestOidcCredentials::logIn()
{
    m_credentials->logInAgain();
    QVERIFY(discover());
    const QUrlQuery asked = page();
    const QByteArray state = asked.queryItemValue(QStringLiteral("state")).toLatin1();
    QVERIFY(browse("/callback?code=C1&iss=https://id.example&state=" + state).startsWith("HTTP/1.1 200 OK"));
    QTRY_VERIFY(m_provider->transport.has(QStringLiteral("/token")));
    const QUrlQuery form = m_provider->form(QStringLiteral("/token"));
    QCOMPARE(form.queryItemValue(QStringLiteral("code")), QStringLiteral("C1"));
    QCOMPARE(challengeOf(form.queryItemValue(QStringLiteral("code_verifier")).toLatin1()),
        asked.queryItemValue(QStringLiteral("code_challenge")).toLatin1());
    QCOMPARE(form.queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded),
        asked.queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded));
    QVERIFY(m_provider->transport.answer(
        QStringLiteral("/token"), tokens(3600, asked.queryItemValue(QStringLiteral("nonce")), "1")));
}

void TestOidcCredentials::opensNothingByItself()
{
    const auto asked = ask();
    QCOMPARE(asked->answers, 1);
    QCOMPARE(asked->error->kind, Error::Kind::LoginRequired);
    QVERIFY(m_provider->transport.open.empty());
    QVERIFY(m_credentials->canLogIn());
    QVERIFY(!m_credentials->prompt());
}

void TestOidcCredentials::logsInThroughABrowser()
{
    m_credentials->logInAgain();
    QVERIFY(discover());
    QVERIFY(m_credentials->prompt().has_value());
    QVERIFY(m_changes > 0);
    QCOMPARE(m_credentials->prompt()->url.host(), QStringLiteral("id.example"));
    QCOMPARE(m_credentials->prompt()->expires, m_clock->now().addSecs(300));
    QCOMPARE(page().queryItemValue(QStringLiteral("code_challenge_method")), QStringLiteral("S256"));
    const auto first = ask();
    const auto second = ask();
    QCOMPARE(first->answers, 0);
    logIn(); // once more: the first page was closed
    QVERIFY(first->header.startsWith("Bearer ey"));
    QCOMPARE(second->header, first->header);
    QVERIFY(!m_credentials->prompt());
    QCOMPARE(m_credentials->expires(), m_clock->now().addSecs(3600));
    QCOMPARE(ask()->header, first->header);
}

void TestOidcCredentials::refusesABrowserThatBringsTheWrongAnswer_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("detail");
    QTest::newRow("denied") << QByteArray("error=access_denied&error_description=go+away&iss=https://id.example")
                            << "go away";
    QTest::newRow("other issuer") << QByteArray("code=C1&iss=https://evil.example")
                                  << "the answer came from another issuer";
    QTest::newRow("no issuer") << QByteArray("code=C1") << "the answer came from another issuer";
}

void TestOidcCredentials::refusesABrowserThatBringsTheWrongAnswer()
{
    QFETCH(QByteArray, query);
    m_credentials->logInAgain();
    QVERIFY(discover());
    const auto asked = ask();
    (void)browse("/callback?" + query + "&state=" + page().queryItemValue(QStringLiteral("state")).toLatin1());
    QTRY_COMPARE(asked->answers, 1);
    QCOMPARE(asked->error->kind, Error::Kind::LoginRefused);
    QTEST(asked->error->detail, "detail");
    QVERIFY(!m_credentials->prompt());
    QCOMPARE(ask()->error, asked->error); // nobody tries again by itself
}

void TestOidcCredentials::refusesATokenOfAnotherLogin()
{
    m_credentials->logInAgain();
    QVERIFY(discover());
    const auto asked = ask();
    (void)browse(
        "/callback?code=C1&iss=https://id.example&state=" + page().queryItemValue(QStringLiteral("state")).toLatin1());
    QTRY_VERIFY(m_provider->transport.has(QStringLiteral("/token")));
    m_provider->transport.answer(QStringLiteral("/token"), tokens(3600, QStringLiteral("another"), "1"));
    QCOMPARE(asked->error->kind, Error::Kind::LoginRefused);
}

void TestOidcCredentials::isNotDisturbedByStrangers()
{
    m_credentials->logInAgain();
    QVERIFY(discover());
    QVERIFY(browse("/favicon.ico").startsWith("HTTP/1.1 404"));
    QVERIFY(browse("/callback?code=evil&iss=https://id.example&state=guess").startsWith("HTTP/1.1 404"));
    QVERIFY(browse("/callback?error=evil&state=").startsWith("HTTP/1.1 404"));
    QVERIFY(m_credentials->prompt().has_value());
    QVERIFY(m_provider->transport.open.empty());
    const QByteArray answer = browse(
        "/callback?code=C1&iss=https://id.example&state=" + page().queryItemValue(QStringLiteral("state")).toLatin1());
    QVERIFY(answer.startsWith("HTTP/1.1 200"));
    QVERIFY(!answer.contains("C1"));
}

void TestOidcCredentials::givesUpAfterFiveMinutes()
{
    m_credentials->logInAgain();
    QVERIFY(discover());
    const auto asked = ask();
    m_clock->advance(5min);
    QCOMPARE(asked->answers, 1);
    QCOMPARE(asked->error->kind, Error::Kind::LoginRequired);
    QVERIFY(!m_credentials->prompt());
    QCOMPARE(m_clock->pending(), size_t(0));
}

void TestOidcCredentials::refreshesInTheBackgroundAndRotates()
{
    m_store = std::make_shared<FakeStore>();
    make();
    logIn();
    QCOMPARE(m_store->saved, (QStringList{QString(), QStringLiteral("refresh-1")})); // what was there goes first
    const QByteArray before = ask()->header;
    m_clock->advance(55min);
    QCOMPARE(ask()->header, before);
    QVERIFY(discover());
    QCOMPARE(m_provider->form(QStringLiteral("/token")).queryItemValue(QStringLiteral("refresh_token")),
        QStringLiteral("refresh-1"));
    QCOMPARE(ask()->header, before);
    QVERIFY(m_provider->transport.answer(QStringLiteral("/token"), tokens(3600, {}, "2")));
    QVERIFY(ask()->header != before);
    QCOMPARE(m_store->saved.last(), QStringLiteral("refresh-2"));
    m_clock->advance(1min);
    m_credentials->rejected();
    const auto asked = ask();
    QVERIFY(discover());
    QCOMPARE(m_provider->form(QStringLiteral("/token")).queryItemValue(QStringLiteral("refresh_token")),
        QStringLiteral("refresh-2"));
    QCOMPARE(asked->answers, 0);
}

void TestOidcCredentials::wantsALoginWhenTheRefreshTokenIsWorthless()
{
    m_store = std::make_shared<FakeStore>();
    make();
    logIn();
    m_clock->advance(2h);
    const auto asked = ask();
    QVERIFY(discover());
    m_provider->transport.fail(QStringLiteral("/token"), decodeRefusal(400, R"({"error":"invalid_grant"})"));
    QCOMPARE(asked->error->kind, Error::Kind::LoginRequired);
    QCOMPARE(m_store->saved.last(), QString());
    QCOMPARE(ask()->error->kind, Error::Kind::LoginRequired);
    QVERIFY(m_provider->transport.open.empty());
}

void TestOidcCredentials::keepsTheRefreshTokenWhileTheProviderIsAway()
{
    logIn();
    m_clock->advance(2h);
    const auto asked = ask();
    m_provider->transport.fail(QStringLiteral("openid-configuration"), Error{Error::Kind::Timeout, 0, {}, {}, {}});
    QCOMPARE(asked->error->kind, Error::Kind::Timeout);
    QCOMPARE(ask()->error->kind, Error::Kind::Timeout);
    QVERIFY(m_provider->transport.open.empty());
    m_clock->advance(1s);
    const auto again = ask();
    QVERIFY(discover());
    QVERIFY(m_provider->transport.answer(QStringLiteral("/token"), tokens(3600, {}, "2")));
    QVERIFY(again->header.startsWith("Bearer "));
}

void TestOidcCredentials::startsFromTheStore()
{
    m_store = std::make_shared<FakeStore>();
    make();
    const auto asked = ask();
    const auto second = ask();
    QCOMPARE(asked->answers, 0);
    m_store->asked(QStringLiteral("kept"));
    QVERIFY(discover());
    QCOMPARE(m_provider->form(QStringLiteral("/token")).queryItemValue(QStringLiteral("refresh_token")),
        QStringLiteral("kept"));
    m_provider->transport.answer(QStringLiteral("/token"), tokens(3600, {}, "2"));
    QCOMPARE(asked->answers + second->answers, 2);
    make();
    const auto nothing = ask();
    m_store->asked({});
    QCOMPARE(nothing->error->kind, Error::Kind::LoginRequired);
}

//! A kubeconfig's token is worth nothing once it was used, but may be from a login that was made elsewhere since.
void TestOidcCredentials::prefersTheStoresToken()
{
    m_store = std::make_shared<FakeStore>();
    make({{}, QStringLiteral("configured")});
    const auto asked = ask();
    m_store->asked(QStringLiteral("kept"));
    QVERIFY(discover());
    const auto sent
        = [this] { return m_provider->form(QStringLiteral("/token")).queryItemValue(QStringLiteral("refresh_token")); };
    QCOMPARE(sent(), QStringLiteral("kept"));
    m_provider->transport.fail(QStringLiteral("/token"), decodeRefusal(400, R"({"error":"invalid_grant"})"));
    QCOMPARE(asked->answers, 0);
    QCOMPARE(m_store->saved, QStringList{QString()});
    QVERIFY(discover() || m_provider->transport.has(QStringLiteral("/token")));
    QCOMPARE(sent(), QStringLiteral("configured"));
    m_provider->transport.answer(QStringLiteral("/token"), tokens(3600, {}, "2"));
    QVERIFY(asked->header.startsWith("Bearer "));
    QCOMPARE(m_store->saved.last(), QStringLiteral("refresh-2"));
}

void TestOidcCredentials::forgetsWhatIsKeptWhenAskedToLogInAgain()
{
    m_store = std::make_shared<FakeStore>();
    make();
    logIn();
    QCOMPARE(m_store->saved, (QStringList{QString(), QStringLiteral("refresh-1")}));
    m_clock->advance(2h);
    m_credentials->logInAgain();
    QCOMPARE(m_store->saved.last(), QString());
    const auto asked = ask();
    QVERIFY(discover());
    QVERIFY(!m_provider->transport.has(QStringLiteral("/token"))); // the old token serves nobody
    QCOMPARE(asked->answers, 0);
}

void TestOidcCredentials::saysWhenNothingKeepsTheLogin()
{
    m_store = std::make_shared<FakeStore>();
    make();
    logIn();
    QVERIFY(m_credentials->remembered());
    const int changes = m_changes;
    m_store->answer(false);
    QVERIFY(!m_credentials->remembered());
    QCOMPARE(m_changes, changes + 1);
    m_clock->advance(55min);
    (void)ask();
    QVERIFY(discover());
    QVERIFY(m_provider->transport.answer(QStringLiteral("/token"), tokens(3600, {}, "2")));
    m_store->answer(true);
    QVERIFY(m_credentials->remembered());
}

void TestOidcCredentials::keepsLoginsApartUnderKeysThatTellNothing()
{
    Client client = m_client;
    client.issuer = QStringLiteral("https://olga:hunter2@id.example/realm?token=abc");
    client.secret = QStringLiteral("s3cret");
    const QString key = OidcCredentials::storeKey(client, QStringLiteral("prod"));
    QVERIFY(QRegularExpression(QStringLiteral("^id\\.example [0-9a-f]{32}$")).match(key).hasMatch());
    QVERIFY(OidcCredentials::storeKey(client, QStringLiteral("test")) != key);
    client.id = QStringLiteral("other");
    QVERIFY(OidcCredentials::storeKey(client, QStringLiteral("prod")) != key);
    m_store = std::make_shared<FakeStore>();
    make();
    logIn();
    m_store->keys.removeDuplicates();
    QCOMPARE(m_store->keys, QStringList{OidcCredentials::storeKey(m_client, QStringLiteral("prod"))});
}

void TestOidcCredentials::usesATokenThatIsKnown()
{
    make({QString::fromLatin1(idToken(3600, {}, "k")), QStringLiteral("known")});
    QVERIFY(ask()->header.startsWith("Bearer "));
    m_clock->advance(1h);
    const auto asked = ask();
    QVERIFY(discover());
    QCOMPARE(m_provider->form(QStringLiteral("/token")).queryItemValue(QStringLiteral("refresh_token")),
        QStringLiteral("known"));
    make({QString::fromLatin1(idToken(9, {}, "k")), {}}); // nearly over
    QCOMPARE(ask()->error->kind, Error::Kind::LoginRequired);
}

void TestOidcCredentials::logsInOnAnotherDevice()
{
    m_client.flow = Client::Flow::Device;
    make();
    m_credentials->logInAgain();
    const auto asked = ask();
    QVERIFY(discover());
    QVERIFY(m_provider->transport.answer(QStringLiteral("/device"), FakeProvider::deviceCode(600)));
    QCOMPARE(m_credentials->prompt()->userCode, QStringLiteral("AB-CD"));
    QVERIFY(m_provider->transport.open.empty());
    const auto poll = [this](std::chrono::milliseconds after, const Error &error) {
        m_clock->advance(after - 1ms);
        const bool early = m_provider->transport.has(QStringLiteral("/token"));
        m_clock->advance(1ms);
        return !early && m_provider->transport.fail(QStringLiteral("/token"), error);
    };
    QVERIFY(poll(5s, decodeRefusal(400, R"({"error":"authorization_pending"})")));
    QVERIFY(poll(5s, decodeRefusal(400, R"({"error":"slow_down"})")));
    QVERIFY(poll(10s, Error{Error::Kind::ConnectionLost, 0, {}, {}, {}}));
    m_clock->advance(20s);
    QCOMPARE(
        m_provider->form(QStringLiteral("/token")).queryItemValue(QStringLiteral("device_code")), QStringLiteral("D"));
    QVERIFY(m_provider->transport.answer(QStringLiteral("/token"), tokens(3600, {}, "1")));
    QVERIFY(asked->header.startsWith("Bearer "));
    QVERIFY(!m_credentials->prompt());
}

void TestOidcCredentials::endsWithTheDeviceCode_data()
{
    QTest::addColumn<QByteArray>("answer"); // empty: pending until the end
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("denied") << QByteArray(R"({"error":"access_denied"})") << Error::Kind::LoginRefused;
    QTest::newRow("expired") << QByteArray(R"({"error":"expired_token"})") << Error::Kind::LoginRequired;
    QTest::newRow("nobody came") << QByteArray() << Error::Kind::LoginRequired;
}

void TestOidcCredentials::endsWithTheDeviceCode()
{
    QFETCH(QByteArray, answer);
    m_client.flow = Client::Flow::Device;
    make();
    m_credentials->logInAgain();
    const auto asked = ask();
    QVERIFY(discover());
    QVERIFY(m_provider->transport.answer(QStringLiteral("/device"), FakeProvider::deviceCode(12)));
    for (int polls = 0; polls < 3 && asked->answers == 0; ++polls) {
        m_clock->advance(5s);
        const QByteArray said = answer.isEmpty() ? QByteArray(R"({"error":"authorization_pending"})") : answer;
        m_provider->transport.fail(QStringLiteral("/token"), decodeRefusal(400, said));
    }
    QCOMPARE(asked->answers, 1);
    QTEST(asked->error->kind, "kind");
    QVERIFY(!m_credentials->prompt());
}

void TestOidcCredentials::waitsForItsPlace()
{
    std::function<void()> enter;
    make({}, [&enter](std::function<void()> inside) {
        enter = std::move(inside);
        return std::make_unique<Http::Call>();
    });
    m_credentials->logInAgain();
    const auto asked = ask();
    QCOMPARE(asked->answers, 0);
    QVERIFY(m_provider->transport.open.empty());
    enter();
    QVERIFY(discover());
    QVERIFY(m_credentials->prompt().has_value());
}

QTEST_GUILESS_MAIN(TestOidcCredentials)
#include "tst_oidccredentials.moc"
