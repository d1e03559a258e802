// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/circuitbreaker.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace std::chrono_literals;
using Breaker = Http::CircuitBreaker;
using State = Breaker::State;
using Answer = Breaker::Answer;
using Health = Breaker::Health;

//! Each test is a trace: what happens at which millisecond, and what the breaker says then.
class TestCircuitBreaker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void opensAfterFailuresInARow();
    void forgivesFailuresBetweenSuccesses();
    void opensByRatioOverAWindow();
    void forgetsWhatIsOlderThanItsWindow();
    void letsOneThroughWhenHalfOpen();
    void opensTwiceAsLongEachTime();
    void closesForAProbe();
    void goesOnAfterATrialThatSaidNothing();
    void ignoresStragglersWhileOpen();
    void triesWhenToldTo();
    void countsOnlyTheServersHealth();
    void canBeSwitchedOff();

private:
    const Error m_error{Error::Kind::Refused, 0, QStringLiteral("nobody there"), {}, {}};
    static constexpr Http::BreakerSettings settings{true, 3, 0.5, 10s, 10, 2s, 7s};

    void fail(Breaker &breaker, std::chrono::milliseconds at, int times = 1) const
    {
        for (int i = 0; i < times; ++i)
            breaker.ended(Health::Bad, m_error, at);
    }
};

void TestCircuitBreaker::opensAfterFailuresInARow()
{
    Breaker breaker(settings);
    fail(breaker, 0ms, 2);
    QCOMPARE(breaker.ask(10ms), Answer::Send);
    fail(breaker, 20ms);
    QCOMPARE(breaker.state(20ms), State::Open);
    QCOMPARE(breaker.ask(20ms), Answer::Fail);
    QCOMPARE(breaker.remaining(520ms), 1500ms);
    QCOMPARE(breaker.error()->detail, QStringLiteral("nobody there"));
}

void TestCircuitBreaker::forgivesFailuresBetweenSuccesses()
{
    Http::BreakerSettings rowsOnly = settings;
    rowsOnly.ratio = 0;
    Breaker breaker(rowsOnly);
    for (int i = 0; i < 20; ++i) {
        fail(breaker, std::chrono::milliseconds(i), 2);
        breaker.ended(Health::Good, {}, std::chrono::milliseconds(i));
    }
    QCOMPARE(breaker.state(20ms), State::Closed);
}

void TestCircuitBreaker::opensByRatioOverAWindow()
{
    Breaker breaker(settings);
    for (int i = 0; i < 4; ++i) { // alternately, so never in a row
        breaker.ended(Health::Good, {}, 1000ms * i);
        fail(breaker, 1000ms * i);
    }
    QCOMPARE(breaker.state(4000ms), State::Closed); // half of eight, but eight are too few
    breaker.ended(Health::Good, {}, 4000ms);
    fail(breaker, 4000ms);
    QCOMPARE(breaker.state(4000ms), State::Open);
}

void TestCircuitBreaker::forgetsWhatIsOlderThanItsWindow()
{
    Breaker breaker(settings);
    for (int i = 0; i < 4; ++i) {
        breaker.ended(Health::Good, {}, 0ms);
        fail(breaker, 0ms);
    }
    breaker.ended(Health::Good, {}, 10000ms); // the first eight have left
    fail(breaker, 10000ms);
    QCOMPARE(breaker.state(10000ms), State::Closed);
}

void TestCircuitBreaker::letsOneThroughWhenHalfOpen()
{
    Breaker breaker(settings);
    fail(breaker, 0ms, 3);
    QCOMPARE(breaker.ask(1999ms), Answer::Fail);
    QCOMPARE(breaker.state(2000ms), State::HalfOpen);
    QCOMPARE(breaker.ask(2000ms), Answer::SendAsTrial);
    QCOMPARE(breaker.ask(2001ms), Answer::Wait);
    breaker.trialEnded(Health::Good, {}, 2100ms);
    QCOMPARE(breaker.state(2100ms), State::Closed);
    QCOMPARE(breaker.ask(2100ms), Answer::Send);
    QVERIFY(!breaker.error());
    fail(breaker, 2200ms, 2); // what was before it opened is forgotten
    QCOMPARE(breaker.state(2200ms), State::Closed);
}

void TestCircuitBreaker::opensTwiceAsLongEachTime()
{
    Breaker breaker(settings);
    fail(breaker, 0ms, 3);
    auto now = 0ms;
    QList<std::chrono::milliseconds> openFor;
    for (int i = 0; i < 4; ++i) {
        openFor.append(breaker.remaining(now));
        now += openFor.last();
        QCOMPARE(breaker.ask(now), Answer::SendAsTrial);
        breaker.trialEnded(Health::Bad, m_error, now);
    }
    QCOMPARE(openFor, (QList<std::chrono::milliseconds>{2s, 4s, 7s, 7s}));
    breaker.reset();
    fail(breaker, now, 3);
    QCOMPARE(breaker.remaining(now), 2000ms); // and begins anew once it was closed
}

void TestCircuitBreaker::closesForAProbe()
{
    Breaker breaker(settings);
    fail(breaker, 0ms, 3);
    breaker.proved();
    QCOMPARE(breaker.ask(1ms), Answer::Send);
    // A trial that was under way when a probe closed it is a request like any other now.
    fail(breaker, 10ms, 3);
    QCOMPARE(breaker.ask(2010ms), Answer::SendAsTrial);
    breaker.proved();
    breaker.trialEnded(Health::Bad, m_error, 2020ms);
    QCOMPARE(breaker.state(2020ms), State::Closed);
}

void TestCircuitBreaker::goesOnAfterATrialThatSaidNothing()
{
    Breaker breaker(settings);
    fail(breaker, 0ms, 3);
    QCOMPARE(breaker.ask(2000ms), Answer::SendAsTrial);
    breaker.trialCancelled();
    QCOMPARE(breaker.ask(2001ms), Answer::SendAsTrial);
    breaker.trialEnded(Health::Unknown, {}, 2002ms);
    QCOMPARE(breaker.ask(2003ms), Answer::SendAsTrial);
}

void TestCircuitBreaker::ignoresStragglersWhileOpen()
{
    Breaker breaker(settings);
    fail(breaker, 0ms, 3);
    fail(breaker, 1000ms, 5); // sent before it opened
    QCOMPARE(breaker.remaining(1000ms), 1000ms);
    breaker.ended(Health::Good, {}, 1000ms);
    QCOMPARE(breaker.state(1000ms), State::Open);
}

void TestCircuitBreaker::triesWhenToldTo()
{
    Breaker breaker(settings);
    breaker.tryNow(0ms);
    QCOMPARE(breaker.state(0ms), State::Closed);
    fail(breaker, 0ms, 3);
    breaker.tryNow(100ms);
    QCOMPARE(breaker.ask(100ms), Answer::SendAsTrial);
    breaker.trialEnded(Health::Bad, m_error, 200ms);
    QCOMPARE(breaker.remaining(200ms), 4000ms);
}

void TestCircuitBreaker::countsOnlyTheServersHealth()
{
    const auto health = [](Error::Kind kind) { return Breaker::healthOf(Error{kind, 0, {}, {}, {}}); };
    for (const auto kind : {Error::Kind::Refused, Error::Kind::ConnectionLost, Error::Kind::Timeout,
             Error::Kind::HostNotFound, Error::Kind::Server, Error::Kind::Proxy, Error::Kind::Tls})
        QCOMPARE(health(kind), Health::Bad);
    for (const auto kind : {Error::Kind::BadRequest, Error::Kind::Unauthorized, Error::Kind::Forbidden,
             Error::Kind::NotFound, Error::Kind::Conflict, Error::Kind::Gone})
        QCOMPARE(health(kind), Health::Good);
    for (const auto kind : {Error::Kind::Cancelled, Error::Kind::Configuration, Error::Kind::RateLimited,
             Error::Kind::LoginRequired, Error::Kind::PluginFailed, Error::Kind::ClientCertificate})
        QCOMPARE(health(kind), Health::Unknown);
    Breaker breaker(settings);
    for (int i = 0; i < 100; ++i)
        breaker.ended(Health::Unknown, m_error, 0ms);
    QCOMPARE(breaker.state(0ms), State::Closed);
}

void TestCircuitBreaker::canBeSwitchedOff()
{
    Http::BreakerSettings off = settings;
    off.enabled = false;
    Breaker breaker(off);
    fail(breaker, 0ms, 100);
    QCOMPARE(breaker.ask(0ms), Answer::Send);
}

QTEST_GUILESS_MAIN(TestCircuitBreaker)
#include "tst_circuitbreaker.moc"
