// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/retrypolicy.h"
#include "tests/support/scriptedrandom.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace std::chrono_literals;
using Kind = Error::Kind;

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void waitsTwiceAsLongEachTime();
    void drawsFromTheWholeWait();
    void honoursTheServersAdvice();
    void endsWithItsTime();
    void repeatsOnlyWhatMayBeRepeated_data();
    void repeatsOnlyWhatMayBeRepeated();
    void repeatsOnlyWhatMayHelp_data();
    void repeatsOnlyWhatMayHelp();
    void canBeSwitchedOff();

private:
    static Error error(Kind kind, int status = 0, std::optional<std::chrono::seconds> advice = {})
    {
        return Error{kind, status, {}, {}, advice};
    }
};

void TestRetryPolicy::waitsTwiceAsLongEachTime()
{
    const Http::RetrySettings settings{true, 6, 200ms, 1000ms, 60s};
    Http::RetryPolicy policy(settings, {}, 0ms);
    ScriptedRandom random(0.5);
    const Error lost = error(Kind::ConnectionLost);
    QList<std::chrono::milliseconds> waits;
    while (const auto wait = policy.failed(lost, 0ms, random))
        waits.append(*wait);
    QCOMPARE(waits, (QList<std::chrono::milliseconds>{100ms, 200ms, 400ms, 500ms, 500ms})); // five after the first
}

void TestRetryPolicy::drawsFromTheWholeWait()
{
    const Http::RetrySettings settings{true, 2, 200ms, 1000ms, 60s};
    ScriptedRandom random(0);
    QCOMPARE(Http::RetryPolicy(settings, {}, 0ms).failed(error(Kind::Refused), 0ms, random), std::optional(0ms));
    random.value = 0.999;
    QCOMPARE(Http::RetryPolicy(settings, {}, 0ms).failed(error(Kind::Refused), 0ms, random), std::optional(199ms));
}

void TestRetryPolicy::honoursTheServersAdvice()
{
    const Http::RetrySettings settings{true, 9, 200ms, 1000ms, 10s};
    Http::RetryPolicy policy(settings, {}, 1000ms);
    ScriptedRandom random(0);
    QCOMPARE(
        policy.failed(error(Kind::RateLimited, 429, 3s), 1000ms, random), std::optional<std::chrono::milliseconds>(3s));
    random.value = 0.5;
    QCOMPARE(policy.failed(error(Kind::Server, 503, 3s), 4000ms, random), std::optional(3200ms));
    // Longer than there is time: rather not at all than too early.
    QVERIFY(!policy.failed(error(Kind::RateLimited, 429, 8s), 7000ms, random));
}

void TestRetryPolicy::endsWithItsTime()
{
    const Http::RetrySettings settings{true, 9, 200ms, 1000ms, 10s};
    ScriptedRandom random(0);
    Http::RetryPolicy policy(settings, {}, 1000ms);
    QVERIFY(policy.failed(error(Kind::Timeout), 11000ms, random));
    QVERIFY(!policy.failed(error(Kind::Timeout), 11001ms, random));
}

void TestRetryPolicy::repeatsOnlyWhatMayBeRepeated_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("repeat");
    QTest::addColumn<bool>("may");
    QTest::newRow("GET") << QByteArray("GET") << int(Http::Repeat::ByMethod) << true;
    QTest::newRow("HEAD") << QByteArray("HEAD") << int(Http::Repeat::ByMethod) << true;
    QTest::newRow("POST") << QByteArray("POST") << int(Http::Repeat::ByMethod) << false;
    QTest::newRow("PUT") << QByteArray("PUT") << int(Http::Repeat::ByMethod) << false;
    QTest::newRow("DELETE") << QByteArray("DELETE") << int(Http::Repeat::ByMethod) << false;
    QTest::newRow("a query by POST") << QByteArray("POST") << int(Http::Repeat::Always) << true;
    QTest::newRow("GET, never") << QByteArray("GET") << int(Http::Repeat::Never) << false;
}

void TestRetryPolicy::repeatsOnlyWhatMayBeRepeated()
{
    QFETCH(QByteArray, method);
    QFETCH(int, repeat);
    QFETCH(bool, may);
    Http::Request request;
    request.method = method;
    request.repeat = Http::Repeat(repeat);
    QCOMPARE(Http::mayRepeat(request), may);
    ScriptedRandom random;
    Http::RetryPolicy policy({}, request, 0ms);
    QCOMPARE(policy.failed(error(Kind::ConnectionLost), 0ms, random).has_value(), may);
    Http::RetryPolicy forbidden({}, request, 0ms);
    forbidden.forbid();
    QVERIFY(!forbidden.failed(error(Kind::ConnectionLost), 0ms, random));
}

void TestRetryPolicy::repeatsOnlyWhatMayHelp_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("worth");
    QTest::newRow("refused") << int(Kind::Refused) << 0 << true;
    QTest::newRow("lost") << int(Kind::ConnectionLost) << 0 << true;
    QTest::newRow("silent") << int(Kind::Timeout) << 0 << true;
    QTest::newRow("silent in the answer") << int(Kind::Timeout) << 200 << false;
    QTest::newRow("429") << int(Kind::RateLimited) << 429 << true;
    QTest::newRow("500") << int(Kind::Server) << 500 << true;
    QTest::newRow("503") << int(Kind::Server) << 503 << true;
    QTest::newRow("501") << int(Kind::Server) << 501 << false;
    QTest::newRow("400") << int(Kind::BadRequest) << 400 << false;
    QTest::newRow("401") << int(Kind::Unauthorized) << 401 << false;
    QTest::newRow("409") << int(Kind::Conflict) << 409 << false;
    QTest::newRow("410") << int(Kind::Gone) << 410 << false;
    QTest::newRow("certificate") << int(Kind::CertificateUntrusted) << 0 << false;
    QTest::newRow("login") << int(Kind::LoginRequired) << 0 << false;
    QTest::newRow("malformed") << int(Kind::Malformed) << 0 << false;
}

void TestRetryPolicy::repeatsOnlyWhatMayHelp()
{
    QFETCH(int, kind);
    QFETCH(int, status);
    QFETCH(bool, worth);
    ScriptedRandom random;
    Http::RetryPolicy policy({}, {}, 0ms);
    QCOMPARE(policy.failed(error(Kind(kind), status), 0ms, random).has_value(), worth);
}

void TestRetryPolicy::canBeSwitchedOff()
{
    Http::RetrySettings settings;
    settings.enabled = false;
    ScriptedRandom random;
    QVERIFY(!Http::RetryPolicy(settings, {}, 0ms).failed(error(Kind::ConnectionLost), 0ms, random));
    settings = {};
    settings.attempts = 1;
    QVERIFY(!Http::RetryPolicy(settings, {}, 0ms).failed(error(Kind::ConnectionLost), 0ms, random));
}

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
