// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/oauth/lease.h"
#include "backends/oauth/oauthdecode.h"
#include "backends/oauth/pkce.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace OAuth;
using namespace std::chrono_literals;

class TestOauthDecode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void makesTheChallengeOfTheStandard();
    void comparesWholeWords();
    void renewsInTime();
    void trustsEndpoints_data();
    void trustsEndpoints();
    void readsMetadata_data();
    void readsMetadata();
    void readsTokens_data();
    void readsTokens();
    void readsDeviceCodes_data();
    void readsDeviceCodes();
    void readsRefusals_data();
    void readsRefusals();
    void judgesIdTokens_data();
    void judgesIdTokens();
    void readsRedirects_data();
    void readsRedirects();
};

void TestOauthDecode::makesTheChallengeOfTheStandard()
{
    // RFC 7636, appendix B
    QCOMPARE(challengeOf("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
        QByteArray("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
    const QByteArray verifier
        = QByteArray::fromBase64("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", QByteArray::Base64UrlEncoding);
    QCOMPARE(randomWord([&verifier](int) { return verifier; }), "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    QVERIFY(randomWord(systemEntropy) != randomWord(systemEntropy));
    QCOMPARE(randomWord(systemEntropy).size(), 43);
}

void TestOauthDecode::comparesWholeWords()
{
    QVERIFY(sameWord("abc", "abc"));
    QVERIFY(!sameWord("abc", "abd"));
    QVERIFY(!sameWord("abc", "abcd"));
    QVERIFY(!sameWord("\xff", "\x7f"));
    QVERIFY(!sameWord("", "a"));
}

void TestOauthDecode::renewsInTime()
{
    const Lease hour(1s, 1h);
    QVERIFY(!hour.due(1s + 55min - 1ms));
    QVERIFY(hour.due(1s + 55min));
    QVERIFY(hour.holds(1s + 1h - 1ms));
    QVERIFY(!hour.holds(1s + 1h));
    const Lease brief(0s, 100s);
    QVERIFY(!brief.due(80s - 1ms));
    QVERIFY(brief.due(80s));
    Lease endless(0s, std::nullopt);
    QVERIFY(endless.holds(24000h) && !endless.due(24000h));
    endless.refuse(9s); // it has just come
    QVERIFY(endless.holds(9s));
    endless.refuse(10s);
    QVERIFY(!endless.holds(10s));
    QVERIFY(!Lease().holds(0s));
}

void TestOauthDecode::trustsEndpoints_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("trusted");
    QTest::newRow("https") << "https://id.example/token" << true;
    QTest::newRow("plain") << "http://id.example/token" << false;
    QTest::newRow("loopback") << "http://127.0.0.1:4000/token" << true;
    QTest::newRow("loopback 6") << "http://[::1]:4000/token" << true;
    QTest::newRow("localhost") << "http://localhost/token" << true;
    QTest::newRow("looks local") << "http://localhost.evil.example/token" << false;
    QTest::newRow("user") << "https://a:b@id.example/" << false;
    QTest::newRow("fragment") << "https://id.example/#x" << false;
    QTest::newRow("file") << "file:///etc/passwd" << false;
    QTest::newRow("script") << "javascript:alert(1)" << false;
    QTest::newRow("no host") << "https:///token" << false;
    QTest::newRow("empty") << "" << false;
}

void TestOauthDecode::trustsEndpoints()
{
    QFETCH(QString, url);
    QTEST(trustworthy(QUrl(url, QUrl::StrictMode)), "trusted");
}

void TestOauthDecode::readsMetadata_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("good");
    QTest::newRow("whole") << FakeProvider::discovery() << true;
    QTest::newRow("other issuer") << QByteArray(R"({"issuer":"https://id.example/","token_endpoint":"https://a/t"})")
                                  << false;
    QTest::newRow("no token endpoint") << QByteArray(R"({"issuer":"https://id.example"})") << false;
    QTest::newRow("plain endpoint") << QByteArray(
        R"({"issuer":"https://id.example","token_endpoint":"http://id.example/t"})")
                                    << false;
    QTest::newRow("types") << QByteArray(R"({"issuer":7,"token_endpoint":[]})") << false;
    QTest::newRow("cut") << FakeProvider::discovery().chopped(1) << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestOauthDecode::readsMetadata()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, good);
    const auto metadata = decodeMetadata(json, QStringLiteral("https://id.example"));
    QCOMPARE(metadata.ok(), good);
    if (!good) {
        QCOMPARE(metadata.error().kind, Error::Kind::Malformed);
        return;
    }
    QCOMPARE(metadata->token, QUrl(QStringLiteral("https://id.example/token")));
    QCOMPARE(metadata->deviceAuthorization, QUrl(QStringLiteral("https://id.example/device")));
    QVERIFY(metadata->issuerInRedirect);
    QVERIFY(!metadata->secretInBody);
}

void TestOauthDecode::readsTokens_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("lifetime"); // -1: none, -2: refused
    QTest::newRow("whole") << QByteArray(R"({"access_token":"a","token_type":"bearer","expires_in":600})") << 600LL;
    QTest::newRow("quoted") << QByteArray(R"({"access_token":"a","token_type":"Bearer","expires_in":"600"})") << 600LL;
    QTest::newRow("endless") << QByteArray(R"({"access_token":"a","token_type":"Bearer"})") << -1LL;
    QTest::newRow("null") << QByteArray(R"({"access_token":"a","token_type":"Bearer","expires_in":null})") << -1LL;
    QTest::newRow("absurd") << QByteArray(R"({"access_token":"a","token_type":"Bearer","expires_in":1e300})")
                            << 3660LL * 86400;
    QTest::newRow("past") << QByteArray(R"({"access_token":"a","token_type":"Bearer","expires_in":-5})") << 0LL;
    QTest::newRow("no number") << QByteArray(R"({"access_token":"a","token_type":"Bearer","expires_in":"x"})") << -2LL;
    QTest::newRow("mac") << QByteArray(R"({"access_token":"a","token_type":"mac"})") << -2LL;
    QTest::newRow("line break") << QByteArray(R"({"access_token":"a\r\nX: y","token_type":"Bearer"})") << -2LL;
    QTest::newRow("no token") << QByteArray(R"({"token_type":"Bearer"})") << -2LL;
    QTest::newRow("html") << QByteArray("<html>") << -2LL;
}

void TestOauthDecode::readsTokens()
{
    QFETCH(QByteArray, json);
    QFETCH(qint64, lifetime);
    const auto tokens = decodeTokens(json);
    QCOMPARE(tokens.ok(), lifetime != -2);
    if (!tokens.ok())
        QVERIFY(!tokens.error().detail.contains(QLatin1String("X: y")));
    else
        QCOMPARE(tokens->lifetime.value_or(-1s).count(), lifetime);
}

void TestOauthDecode::readsDeviceCodes_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("page"); // empty: refused
    QTest::addColumn<qint64>("interval");
    QTest::newRow("plain") << QByteArray() << "https://id.example/d" << 5LL;
    QTest::newRow("complete") << QByteArray(R"(,"verification_uri_complete":"https://id.example/d?c=A","interval":7)")
                              << "https://id.example/d?c=A" << 7LL;
    QTest::newRow("elsewhere") << QByteArray(R"(,"verification_uri_complete":"https://evil.example/d?c=A")")
                               << "https://id.example/d" << 5LL;
    QTest::newRow("hurry") << QByteArray(R"(,"interval":0)") << "https://id.example/d" << 1LL;
    QTest::newRow("plain http") << QByteArray(R"(,"verification_uri_complete":"http://id.example/d")") << "" << 0LL;
}

void TestOauthDecode::readsDeviceCodes()
{
    QFETCH(QByteArray, more);
    QFETCH(QString, page);
    const QByteArray json = R"({"device_code":"secret","user_code":"AB\nCD","verification_uri":"https://id.example/d",)"
                            R"("expires_in":600)"
        + more + '}';
    const auto device = decodeDeviceCode(json);
    QCOMPARE(device.ok(), !page.isEmpty());
    if (!device)
        return;
    QCOMPARE(device->page.toString(), page);
    QCOMPARE(device->userCode, QStringLiteral("AB CD"));
    QTEST(qint64(device->interval.count()), "interval");
}

void TestOauthDecode::readsRefusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("detail");
    QTest::newRow("client") << 401 << QByteArray(R"({"error":"invalid_client","error_description":"wrong\nsecret"})")
                            << Error::Kind::LoginRefused << "invalid_client"
                            << "wrong secret";
    QTest::newRow("scope") << 400 << QByteArray(R"({"error":"invalid_scope"})") << Error::Kind::LoginRefused
                           << "invalid_scope"
                           << "invalid_scope";
    QTest::newRow("bare 401") << 401 << QByteArray("no") << Error::Kind::LoginRefused << ""
                              << "";
    QTest::newRow("busy") << 503 << QByteArray(R"({"error":"temporarily_unavailable"})") << Error::Kind::Server << ""
                          << "";
    QTest::newRow("slow") << 429 << QByteArray("{}") << Error::Kind::RateLimited << ""
                          << "";
    QTest::newRow("wrong place") << 404 << QByteArray("<html>") << Error::Kind::NotFound << ""
                                 << "";
}

void TestOauthDecode::readsRefusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Error error = decodeRefusal(status, body);
    QTEST(error.kind, "kind");
    QTEST(refusalCode(error), "code");
    QTEST(error.detail, "detail");
    QCOMPARE(error.httpStatus, status);
}

void TestOauthDecode::judgesIdTokens_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<bool>("good");
    const QByteArray base = R"({"iss":"https://id.example","sub":"olga","exp":1000100,"iat":1000000,"nonce":"n",)";
    QTest::newRow("ours") << QByteArray(base + R"("aud":"me"})") << true;
    QTest::newRow("list") << QByteArray(base + R"("aud":["me"]})") << true;
    QTest::newRow("several") << QByteArray(base + R"("aud":["me","b"]})") << false;
    QTest::newRow("several, ours") << QByteArray(base + R"("aud":["me","b"],"azp":"me"})") << true;
    QTest::newRow("azp of another") << QByteArray(base + R"("aud":"me","azp":"b"})") << false;
    QTest::newRow("for another") << QByteArray(base + R"("aud":"b"})") << false;
    const auto with = [](const char *what) -> QByteArray {
        return QByteArray(R"({"iss":"https://id.example","sub":"olga","exp":1000100,"nonce":"n","aud":"me",)") + what
            + '}';
    };
    QTest::newRow("old") << with(R"("exp":999940)") << false;
    QTest::newRow("old within the skew") << with(R"("exp":999941)") << true;
    QTest::newRow("from the future") << with(R"("iat":1000061)") << false;
    QTest::newRow("nearly from the future") << with(R"("iat":1000060)") << true;
    QTest::newRow("other issuer") << with(R"("iss":"https://id.example/")") << false;
    QTest::newRow("other login") << with(R"("nonce":"m")") << false;
    QTest::newRow("other person") << with(R"("sub":"vera")") << false;
}

void TestOauthDecode::judgesIdTokens()
{
    QFETCH(QByteArray, claims);
    const auto token = decodeIdToken(QString::fromLatin1(FakeProvider::jwt(claims)));
    QVERIFY(token.ok());
    const ExpectedIdToken expected{
        QStringLiteral("https://id.example"), QStringLiteral("me"), QStringLiteral("n"), QStringLiteral("olga")};
    const auto why = objection(*token, expected, QDateTime::fromSecsSinceEpoch(1000000, Qt::UTC));
    QTEST(!why.has_value(), "good");
    QVERIFY(!why || why->kind == Error::Kind::LoginRefused);
    // Neither unsigned ones nor pieces
    constexpr auto urlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QByteArray unsignedToken = QByteArray(R"({"alg":"None"})").toBase64(urlSafe) + '.' + claims.toBase64(urlSafe);
    QVERIFY(!decodeIdToken(QString::fromLatin1(unsignedToken + '.')).ok());
    QVERIFY(!decodeIdToken(QString::fromLatin1(unsignedToken)).ok());
}

void TestOauthDecode::readsRedirects_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("code"); // "!" and the kind of failure
    const auto get
        = [](const char *target) -> QByteArray { return QByteArray("GET ") + target + " HTTP/1.1\r\nHost: a\r\n\r\n"; };
    QTest::newRow("code") << get("/callback?code=a%2Bb&state=s") << "a+b";
    QTest::newRow("error") << get("/callback?error=access_denied&error_description=no+way&state=s") << "no way";
    QTest::newRow("icon") << get("/favicon.ico") << "!notfound";
    QTest::newRow("longer path") << get("/callback2?code=a") << "!notfound";
    QTest::newRow("post") << QByteArray("POST /callback?code=a HTTP/1.1\r\n\r\n") << "!notfound";
    QTest::newRow("twice") << get("/callback?code=a&code=b") << "!malformed";
    QTest::newRow("neither") << get("/callback?state=s") << "!malformed";
    QTest::newRow("both") << get("/callback?code=a&error=b") << "!malformed";
    QTest::newRow("nothing") << QByteArray() << "!notfound";
}

void TestOauthDecode::readsRedirects()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, code);
    const auto redirect = decodeRedirect(head, "/callback");
    if (code.startsWith(u'!')) {
        QVERIFY(!redirect.ok());
        QCOMPARE(
            redirect.error().kind, code == QLatin1String("!notfound") ? Error::Kind::NotFound : Error::Kind::Malformed);
        return;
    }
    QVERIFY(redirect.ok());
    QCOMPARE(redirect->code.isEmpty() ? redirect->description : redirect->code, code);
    QCOMPARE(redirect->state, QStringLiteral("s"));
}

QTEST_GUILESS_MAIN(TestOauthDecode)
#include "tst_oauthdecode.moc"
