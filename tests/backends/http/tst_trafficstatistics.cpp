// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/trafficstatistics.h"
#include "tests/support/strict.h"

#include <QTest>

#include <cmath>

using namespace std::chrono_literals;

class TestTrafficStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void knowsNothingAtFirst();
    void findsPercentilesWithinATwentieth();
    void forgetsAfterFiveMinutes();
    void measuresTheRateOfTheLastMinute();
    void measuresTheShareOfFailures();

private:
    static double ms(std::chrono::microseconds time) { return static_cast<double>(time.count()) / 1000; }
};

void TestTrafficStatistics::knowsNothingAtFirst()
{
    const Http::TrafficStatistics statistics(0ms);
    QVERIFY(!statistics.percentiles(0ms));
    QVERIFY(!statistics.errorRatio(0ms));
    QCOMPARE(statistics.requestsPerSecond(0ms), 0.0);
    QVERIFY(statistics.idle(0ms));
}

void TestTrafficStatistics::findsPercentilesWithinATwentieth()
{
    Http::TrafficStatistics statistics(0ms);
    for (int i = 1; i <= 1000; ++i)
        statistics.answered(std::chrono::milliseconds(i), std::chrono::milliseconds(i * 200));
    const auto found = statistics.percentiles(200000ms);
    QVERIFY(found);
    QVERIFY(std::abs(ms(found->p50) - 500) <= 500 * 0.06);
    QVERIFY(std::abs(ms(found->p95) - 950) <= 950 * 0.06);
    QVERIFY(std::abs(ms(found->p99) - 990) <= 990 * 0.06);
    Http::TrafficStatistics extremes(0ms);
    extremes.answered(0ms, 0ms);
    QCOMPARE(extremes.percentiles(0ms)->p99, 500us);
    extremes.answered(24h, 0ms);
    QVERIFY(extremes.percentiles(0ms)->p99 > 10min);
}

void TestTrafficStatistics::forgetsAfterFiveMinutes()
{
    Http::TrafficStatistics statistics(0ms);
    statistics.answered(100ms, 5000ms);
    statistics.ended(true, 5000ms);
    QVERIFY(statistics.percentiles(305000ms));
    QVERIFY(!statistics.percentiles(310000ms));
    QVERIFY(!statistics.errorRatio(310000ms));
    statistics.answered(200ms, 311000ms); // in the place of the first
    QVERIFY(ms(statistics.percentiles(311000ms)->p50) > 180);
}

void TestTrafficStatistics::measuresTheRateOfTheLastMinute()
{
    Http::TrafficStatistics statistics(0ms);
    for (int i = 0; i < 20; ++i)
        statistics.sent(std::chrono::milliseconds(i * 500));
    QCOMPARE(statistics.requestsPerSecond(10000ms), 2.0); // since the start
    QCOMPARE(statistics.requestsPerSecond(59000ms), 20.0 / 59);
    QCOMPARE(statistics.requestsPerSecond(64500ms), 10.0 / 60); // half of them are older
    QCOMPARE(statistics.requestsPerSecond(120000ms), 0.0);
}

void TestTrafficStatistics::measuresTheShareOfFailures()
{
    Http::TrafficStatistics statistics(0ms);
    for (int i = 0; i < 8; ++i)
        statistics.ended(i < 2, 10000ms * i);
    QCOMPARE(statistics.errorRatio(80000ms), std::optional(0.25));
    QCOMPARE(statistics.errorRatio(325000ms), std::optional(0.0)); // the failures have left
}

QTEST_GUILESS_MAIN(TestTrafficStatistics)
#include "tst_trafficstatistics.moc"
