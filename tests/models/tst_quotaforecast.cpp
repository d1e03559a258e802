// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/quotaforecast.h"
#include "tests/support/strict.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <numbers>
#include <random>

namespace {

constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;
constexpr qint64 monday = 1'700'438'400; // midnight, UTC

QList<UsedSample> hourly(qint64 days, const std::function<double(qint64)> &used)
{
    QList<UsedSample> samples;
    for (qint64 time = monday; time <= monday + days * day; time += hour)
        samples.append({time, used(time)});
    return samples;
}

double hoursOf(qint64 time)
{
    return double(time - monday) / hour;
}

double daily(qint64 time)
{
    return std::sin(hoursOf(time) / 24 * 2 * std::numbers::pi);
}

bool isWeekend(qint64 time)
{
    return (time - monday) / day % 7 >= 5;
}

//! The kinds of life that a tenant leads, with chance from a seed.
class Life
{
public:
    static constexpr int kinds = 6;

    Life(int kind, unsigned seed) : m_kind(kind), m_engine(seed)
    {
        m_slope = uniform(0, 0.4);
        m_wave = uniform(2, 12);
        m_noise = uniform(0.3, 3);
    }

    double used(qint64 time)
    {
        const double hours = hoursOf(time);
        switch (m_kind) {
        case 0: // breathes
            return 60 + m_wave * daily(time) + normal(m_noise);
        case 1: // breathes and grows
            return 40 + m_slope * hours / 4 + m_wave * daily(time) + normal(m_noise);
        case 2: // rests at weekends
            return (isWeekend(time) ? 40 : 60) + m_wave * daily(time) + normal(m_noise);
        case 3: // walks
            m_walk += normal(m_noise / 3);
            return 80 + m_walk;
        case 4: // leaps, as whole workloads come and go
            if (uniform(0, 1) < 1.0 / 60)
                m_walk += normal(4);
            return 80 + m_walk + normal(0.2);
        default: // walks back, with a wave
            m_walk = 0.97 * m_walk + normal(m_noise / 2);
            return 70 + m_walk + m_wave / 2 * daily(time);
        }
    }

private:
    int m_kind;
    std::mt19937 m_engine;
    double m_walk = 0;
    double m_slope = 0;
    double m_wave = 0;
    double m_noise = 0;

    double uniform(double low, double high) { return std::uniform_real_distribution<double>(low, high)(m_engine); }
    double normal(double spread) { return std::normal_distribution<double>(0, spread)(m_engine); }
};

} // namespace

class TestQuotaForecast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void saysNothingOfAShortHistory()
    {
        QVERIFY(QuotaForecast::of({}, 10, 7 * day).band.isEmpty());
        const auto forecast = QuotaForecast::of(hourly(2, [](qint64) { return 5; }), 10, 7 * day);
        QVERIFY(forecast.band.isEmpty());
        QVERIFY(!forecast.wall50);
    }

    void knowsThatTheWallIsHit()
    {
        const auto history = hourly(1, [](qint64) { return 10; });
        const auto forecast = QuotaForecast::of(history, 10, 7 * day);
        QCOMPARE(forecast.wall50, std::optional(history.last().time));
        QCOMPARE(forecast.wall90, forecast.wall50);
    }

    void followsALine()
    {
        // 1 a day, from 0: after 20 days 30 are ten days away.
        const auto history = hourly(20, [](qint64 time) { return hoursOf(time) / 24; });
        const auto forecast = QuotaForecast::of(history, 30, 30 * day);
        QVERIFY(std::abs(forecast.perDay - 1) < 0.01);
        QVERIFY(forecast.wall50 && forecast.wall90);
        QVERIFY(std::abs(double(*forecast.wall50 - (monday + 30 * day))) <= 12 * hour);
        QVERIFY(*forecast.wall90 >= *forecast.wall50);
        QVERIFY(*forecast.wall90 - *forecast.wall50 <= 2 * day);
    }

    void knowsTheRhythmOfDaysAndWeeks()
    {
        const auto use = [](qint64 time) { return (isWeekend(time) ? 20 : 50) + 10 * daily(time); };
        const auto forecast = QuotaForecast::of(hourly(28, use), 58, 7 * day);
        for (const QuotaForecast::Point &point : forecast.band)
            QVERIFY2(std::abs(point.middle - use(point.time)) < 6, QByteArray::number(hoursOf(point.time)).constData());
        // The peak of the next working day, not the middle of the week.
        QVERIFY(forecast.wall50);
        QVERIFY(*forecast.wall50 <= monday + 30 * day);
    }

    void ignoresSpikesAndGaps()
    {
        auto history = hourly(28, [](qint64 time) { return 40 + 5 * daily(time); });
        for (int i = 50; i < history.size(); i += 97)
            history[i].used = 400;
        history.remove(200, 60);
        const auto forecast = QuotaForecast::of(history, 60, 14 * day);
        QVERIFY(std::abs(forecast.perDay) < 0.2);
        QVERIFY(!forecast.wall50);
    }

    void survivesNonsense()
    {
        auto history = hourly(10, [](qint64) { return 5; });
        history[20].used = std::nan("");
        history[30].used = std::numeric_limits<double>::infinity();
        std::swap(history[40], history[90]);
        history.append(history.last());
        const auto forecast = QuotaForecast::of(history, 10, 10 * day);
        QCOMPARE(forecast.band.size(), 80);
        for (const QuotaForecast::Point &point : forecast.band)
            QVERIFY(point.low <= point.middle && point.middle <= point.high && point.low >= 0);
        QVERIFY(QuotaForecast::of({{0, 1}, {std::numeric_limits<qint64>::max(), 1}}, 10, day).band.isEmpty());
    }

    //! Histories of which the last part is held back: nine in ten of what came lie in the band.
    void holdsWhatComesInNineOfTenCases_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("ahead");
        QTest::newRow("four weeks, a week ahead") << 28 << 7;
        QTest::newRow("four weeks, a day ahead") << 28 << 1;
        QTest::newRow("ten days, three ahead") << 10 << 3;
        QTest::newRow("six weeks, two ahead") << 42 << 14;
    }
    void holdsWhatComesInNineOfTenCases()
    {
        QFETCH(const int, days);
        QFETCH(const int, ahead);
        int cases = 0;
        int held = 0;
        for (int kind = 0; kind < Life::kinds; ++kind) {
            int kindCases = 0;
            int kindHeld = 0;
            for (unsigned seed = 1; seed <= 60; ++seed) {
                Life life(kind, seed * 7 + unsigned(kind));
                QList<UsedSample> all = hourly(days + ahead, [&life](qint64 time) { return life.used(time); });
                const QList<UsedSample> history = all.first(days * 24 + 1);
                const auto forecast = QuotaForecast::of(history, std::nullopt, ahead * day);
                QVERIFY(!forecast.band.isEmpty());
                for (const QuotaForecast::Point &point : forecast.band) {
                    const double came = all[qsizetype((point.time - monday) / hour)].used;
                    ++kindCases;
                    kindHeld += came >= point.low && came <= point.high;
                }
            }
            qInfo("kind %d: %.1f %%", kind, 100.0 * kindHeld / kindCases);
            cases += kindCases;
            held += kindHeld;
        }
        const double share = double(held) / cases;
        qInfo("held %.1f %% of %d", share * 100, cases);
        QVERIFY2(share >= 0.85 && share <= 0.95, QByteArray::number(share).constData());
    }
};

QTEST_GUILESS_MAIN(TestQuotaForecast)
#include "tst_quotaforecast.moc"
