// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/ratelimit.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace std::chrono_literals;

class TestRateLimit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void spendsItsBurstAndThenItsRate();
    void savesUpNoMoreThanItsBurst();
    void saysWhenTheNextTokenComes();
    void keepsItsRateInTheLongRun();
    void canBeSwitchedOff();
};

void TestRateLimit::spendsItsBurstAndThenItsRate()
{
    Http::RateLimit limit({true, 10, 3}, 1000ms);
    for (int i = 0; i < 3; ++i)
        QVERIFY(limit.take(1000ms));
    QVERIFY(!limit.take(1000ms));
    QVERIFY(!limit.take(1099ms));
    QVERIFY(limit.take(1100ms));
    QVERIFY(!limit.take(1100ms));
    QVERIFY(limit.take(1200ms));
}

void TestRateLimit::savesUpNoMoreThanItsBurst()
{
    Http::RateLimit limit({true, 10, 2}, 0ms);
    int taken = 0;
    while (limit.take(3600000ms))
        ++taken;
    QCOMPARE(taken, 2);
}

void TestRateLimit::saysWhenTheNextTokenComes()
{
    Http::RateLimit limit({true, 3, 1}, 0ms);
    QCOMPARE(limit.untilNext(0ms), 0ms);
    QVERIFY(limit.take(0ms));
    QCOMPARE(limit.untilNext(0ms), 334ms);
    QCOMPARE(limit.untilNext(300ms), 34ms);
    QVERIFY(!limit.take(333ms));
    QVERIFY(limit.take(334ms));
}

void TestRateLimit::keepsItsRateInTheLongRun()
{
    Http::RateLimit limit({true, 7, 5}, 0ms);
    int taken = 0;
    for (auto now = 0ms; now <= 60000ms; now += 1ms)
        taken += limit.take(now) ? 1 : 0;
    QCOMPARE(taken, 60 * 7 + 5);
}

void TestRateLimit::canBeSwitchedOff()
{
    Http::RateLimit limit({false, 1, 1}, 0ms);
    for (int i = 0; i < 1000; ++i)
        QVERIFY(limit.take(0ms));
    QCOMPARE(limit.untilNext(0ms), 0ms);
}

QTEST_GUILESS_MAIN(TestRateLimit)
#include "tst_ratelimit.moc"
