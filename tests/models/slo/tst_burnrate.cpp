// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/burnrate.h"
#include "tests/support/strict.h"

#include <QStringList>
#include <QTest>

#include <cmath>
#include <limits>

using namespace SloMath;
using namespace std::chrono_literals;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

Q_DECLARE_METATYPE(SloMath::BurnState)
Q_DECLARE_METATYPE(QList<SloMath::WindowRatio>)

namespace {

constexpr seconds month = hours(720);
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double none = -1; // in tables: no value

std::optional<double> maybe(double value)
{
    return value == none ? std::nullopt : std::optional<double>(value);
}

//! Equal to \a digits significant figures.
bool near(std::optional<double> value, double expected, double relative = 1e-9)
{
    return value && std::abs(*value - expected) <= relative * std::max(1e-12, std::abs(expected));
}

BurnTier tier(double factor, seconds longWindow, seconds shortWindow, BurnSeverity severity = BurnSeverity::Page)
{
    return {longWindow, shortWindow, factor, severity, seconds(0)};
}

QList<WindowRatio> ratios(double all)
{
    QList<WindowRatio> list;
    for (const seconds window :
        {seconds(5min), seconds(30min), seconds(1h), seconds(2h), seconds(6h), seconds(24h), seconds(72h)})
        list.append({window, all});
    return list;
}

QList<WindowRatio> with(QList<WindowRatio> list, seconds window, std::optional<double> ratio)
{
    for (WindowRatio &item : list) {
        if (item.window == window)
            item.errorRatio = ratio;
    }
    return list;
}

} // namespace

class TestBurnRate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void scalesTheWorkbooksTiersWithThePeriod()
    {
        const auto factors = [](const QList<BurnTier> &tiers) {
            QList<double> list;
            for (const BurnTier &item : tiers)
                list.append(item.factor);
            return list;
        };
        QCOMPARE(factors(standardTiers()), (QList<double>{14.4, 6, 3, 1}));
        QCOMPARE(factors(standardTiers(hours(28 * 24))), (QList<double>{13.44, 5.6, 2.8, 0.933333333}));
        QCOMPARE(factors(standardTiers(hours(7 * 24))), (QList<double>{3.36, 1.4, 0.7, 0.233333333}));
        const QList<BurnTier> tiers = standardTiers();
        QCOMPARE(tiers.at(0), tier(14.4, 1h, 5min));
        QCOMPARE(tiers.at(1), tier(6, 6h, 30min));
        QCOMPARE(tiers.at(2), tier(3, 24h, 2h, BurnSeverity::Ticket));
        QCOMPARE(tiers.at(3), tier(1, 72h, 6h, BurnSeverity::Ticket));
    }

    void scalesPyrrasWindowsAndKeepsItsFactors()
    {
        const QList<BurnTier> of28 = pyrraTiers(hours(28 * 24));
        QCOMPARE(of28.at(0), (BurnTier{1h, 5min, 14, BurnSeverity::Page, 2min}));
        QCOMPARE(of28.at(1), (BurnTier{6h, 30min, 7, BurnSeverity::Page, 15min}));
        QCOMPARE(of28.at(2), (BurnTier{24h, 2h, 2, BurnSeverity::Ticket, 1h}));
        QCOMPARE(of28.at(3), (BurnTier{96h, 6h, 1, BurnSeverity::Ticket, 3h}));
        const QList<BurnTier> of14 = pyrraTiers(hours(14 * 24));
        QCOMPARE(of14.at(0), (BurnTier{30min, 3min, 14, BurnSeverity::Page, 1min})); // 2.5 min rounded
        QCOMPARE(of14.at(3), (BurnTier{48h, 3h, 1, BurnSeverity::Ticket, 90min}));
    }

    void tellsResetsFromZero_data()
    {
        QTest::addColumn<double>("before");
        QTest::addColumn<double>("after");
        QTest::addColumn<double>("events"); // none: no value
        QTest::addColumn<bool>("reset");
        QTest::newRow("counted") << 10.0 << 14.0 << 4.0 << false;
        QTest::newRow("nothing happened") << 10.0 << 10.0 << 0.0 << false;
        QTest::newRow("reset to zero") << 10.0 << 0.0 << 0.0 << true;
        QTest::newRow("reset and counted") << 10.0 << 3.0 << 3.0 << true;
        QTest::newRow("no reading before") << none << 3.0 << none << false;
        QTest::newRow("no reading after") << 3.0 << none << none << false;
        QTest::newRow("no number") << 3.0 << notANumber << none << false;
        QTest::newRow("not finite") << 3.0 << HUGE_VAL << none << false;
    }
    void tellsResetsFromZero()
    {
        QFETCH(double, before);
        QFETCH(double, after);
        QFETCH(double, events);
        QFETCH(bool, reset);
        const auto increase = counterIncrease(maybe(before), maybe(after));
        QCOMPARE(increase.has_value(), events != none);
        if (increase)
            QCOMPARE(*increase, (CounterIncrease{events, reset}));
    }

    void addsUpOverResetsAndGaps()
    {
        // 5 up, gap, 2 up, reset to 1, 3 up: what the gap hid is in the next reading.
        const auto sum = counterIncrease({0.0, 5.0, std::nullopt, 7.0, 1.0, 4.0});
        QCOMPARE(sum, std::optional<CounterIncrease>(CounterIncrease{11, true}));
        QVERIFY(!counterIncrease(QList<std::optional<double>>{}));
        QVERIFY(!counterIncrease({std::nullopt, 7.0, std::nullopt})); // one reading says nothing
    }

    void missingIsNeverZero()
    {
        QVERIFY(!errorRatio(std::nullopt, 100.0));
        QVERIFY(!errorRatio(0.0, std::nullopt));
        QVERIFY(!errorRatio(0.0, 0.0)); // no traffic
        QVERIFY(!errorRatio(notANumber, 100.0));
        QVERIFY(!errorRatio(-1.0, 100.0));
        QCOMPARE(errorRatio(0.0, 100.0), std::optional<double>(0));
        QCOMPARE(errorRatio(100.2, 100.0), std::optional<double>(1)); // extrapolated counts
        QVERIFY(!burnRate(std::nullopt, 0.999));
        QVERIFY(!burnRate(notANumber, 0.999));
        QVERIFY(!budgetLeft(std::nullopt, 0.999));
        QVERIFY(!budgetSpent(std::nullopt, 0.999, 1h, month));
        QVERIFY(!exhaustion(std::nullopt, 1.0, month));
        QVERIFY(!exhaustion(0.5, std::nullopt, month));
        QVERIFY(!eventBudget(std::nullopt, 10.0, 0.999));
        for (const double objective : {0.0, 1.0, -0.5, 1.5, notANumber, HUGE_VAL}) {
            QVERIFY(!burnRate(0.1, objective));
            QVERIFY(!budgetLeft(0.1, objective));
            QVERIFY(!eventBudget(1.0, 10.0, objective));
            QVERIFY(!fewestEvents(14.4, objective));
            QVERIFY(!sliceBudget({0.1}, 0.9, objective, EmptySlice::Bad));
        }
    }

    void keepsTheBudgetTable_data()
    {
        QTest::addColumn<double>("objective");
        QTest::addColumn<double>("minutes30");
        QTest::addColumn<double>("minutes28");
        QTest::addColumn<double>("minutes7");
        QTest::addColumn<double>("highest");
        QTest::newRow("99 %") << 0.99 << 432.0 << 403.2 << 100.8 << 100.0;
        QTest::newRow("99.5 %") << 0.995 << 216.0 << 201.6 << 50.4 << 200.0;
        QTest::newRow("99.9 %") << 0.999 << 43.2 << 40.32 << 10.08 << 1000.0;
        QTest::newRow("99.95 %") << 0.9995 << 21.6 << 20.16 << 5.04 << 2000.0;
        QTest::newRow("99.99 %") << 0.9999 << 4.32 << 4.032 << 1.008 << 10000.0;
    }
    void keepsTheBudgetTable()
    {
        QFETCH(double, objective);
        QFETCH(double, minutes30);
        QFETCH(double, minutes28);
        QFETCH(double, minutes7);
        QFETCH(double, highest);
        const auto inMinutes = [objective](int days) { return budgetTime(objective, hours(24 * days))->count() / 60; };
        QVERIFY(near(inMinutes(30), minutes30));
        QVERIFY(near(inMinutes(28), minutes28));
        QVERIFY(near(inMinutes(7), minutes7));
        QVERIFY(near(highestBurn(objective), highest));
    }

    void exhaustsAFullBudget_data()
    {
        QTest::addColumn<double>("burn");
        QTest::addColumn<double>("inHours");
        QTest::newRow("1") << 1.0 << 720.0;
        QTest::newRow("2") << 2.0 << 360.0;
        QTest::newRow("3") << 3.0 << 240.0;
        QTest::newRow("6") << 6.0 << 120.0;
        QTest::newRow("10") << 10.0 << 72.0;
        QTest::newRow("14.4") << 14.4 << 50.0;
        QTest::newRow("36") << 36.0 << 20.0;
        QTest::newRow("100") << 100.0 << 7.2;
        QTest::newRow("1000") << 1000.0 << 0.72;
    }
    void exhaustsAFullBudget()
    {
        QFETCH(double, burn);
        QFETCH(double, inHours);
        QCOMPARE(exhaustion(1.0, burn, month), std::optional<seconds>(seconds(std::llround(inHours * 3600))));
    }

    void neverExhaustsWhatDoesNotBurn()
    {
        QVERIFY(!exhaustion(0.5, 0.0, month));
        QVERIFY(!exhaustion(0.5, 1e-9, month)); // some hundred thousand years
        QCOMPARE(exhaustion(0.0, 0.0, month), std::optional<seconds>(0s));
        QCOMPARE(exhaustion(-0.4, std::nullopt, month), std::optional<seconds>(0s));
    }

    void detectsAsTheTableSays_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::addColumn<QList<double>>("inSeconds"); // of the four tiers; -1: never
        QTest::addColumn<double>("exhaustedHours");
        QTest::newRow("100 %") << 1.0 << QList<double>{51.84, 129.6, 259.2, 259.2} << 0.72;
        QTest::newRow("10 %") << 0.1 << QList<double>{518.4, 1296, 2592, 2592} << 7.2;
        QTest::newRow("5 %") << 0.05 << QList<double>{1036.8, 2592, 5184, 5184} << 14.4;
        QTest::newRow("1.44 %") << 0.0144 << QList<double>{3600, 9000, 18000, 18000} << 50.0;
        QTest::newRow("0.6 %") << 0.006 << QList<double>{-1, 21600, 43200, 43200} << 120.0;
        QTest::newRow("0.3 %") << 0.003 << QList<double>{-1, -1, 86400, 86400} << 240.0;
        QTest::newRow("0.1 %") << 0.001 << QList<double>{-1, -1, -1, 259200} << 720.0;
    }
    void detectsAsTheTableSays()
    {
        QFETCH(double, ratio);
        QFETCH(QList<double>, inSeconds);
        QFETCH(double, exhaustedHours);
        const QList<BurnTier> tiers = standardTiers();
        for (qsizetype i = 0; i < tiers.size(); ++i) {
            const auto time = detectionTime(tiers.at(i), ratio, 0.999);
            QCOMPARE(time.has_value(), inSeconds.at(i) >= 0);
            if (time)
                QVERIFY(near(time->count(), inSeconds.at(i)));
        }
        const auto left = exhaustion(1.0, burnRate(ratio, 0.999), month);
        QCOMPARE(left, std::optional<seconds>(seconds(std::llround(exhaustedHours * 3600))));
    }

    void workedExamples()
    {
        // 10,000,000 requests at 99.9 %: 10,000 may be bad, 4,200 are; 0.5 % of the last five minutes are.
        const auto budget = eventBudget(4200.0, 10'000'000.0, 0.999);
        QVERIFY(budget.has_value());
        QVERIFY(near(budget->allowed, 10'000));
        QVERIFY(near(budget->left, 5'800, 1e-6));
        QVERIFY(near(budget->leftShare, 0.58));
        const auto left = budgetLeft(errorRatio(4200.0, 10'000'000.0), 0.999);
        QVERIFY(near(left, 0.58));
        const auto burn = burnRate(0.005, 0.999);
        QVERIFY(near(burn, 5));
        QCOMPARE(exhaustion(left, burn, month), std::optional<seconds>(300'672s)); // 3.48 d
        // 25 min at 8 %: 4.63 % of the budget, as 2 min of outage.
        const auto spent = budgetSpent(0.08, 0.999, 25min, month);
        QVERIFY(near(spent, 0.046296296, 1e-6));
        QVERIFY(near(budgetSpent(1.0, 0.999, 2min, month), *spent));
        // A tier's share is spent when it fires: 2 %, 5 %, 10 % and 10 %.
        const QList<double> shares{0.02, 0.05, 0.10, 0.10};
        const QList<BurnTier> tiers = standardTiers();
        for (qsizetype i = 0; i < tiers.size(); ++i)
            QVERIFY(near(budgetSpent(tiers.at(i).factor * 0.001, 0.999, tiers.at(i).longWindow, month), shares.at(i)));
        // Half of a calendar month is over, half of the budget is left: on track.
        QVERIFY(near(allowedBurn(0.5, month / 2, month), 1));
        QVERIFY(near(allowedBurn(0.9, month / 2, month), 1.8));
        QCOMPARE(allowedBurn(-0.1, month / 2, month), std::optional<double>(0));
        QVERIFY(!allowedBurn(0.5, month, month));
        // On track, the share that is left of the budget is that of the time; at the end all of it counts.
        QVERIFY(near(calendarBudgetLeft(0.001, 0.999, month / 4, month), 0.75));
        QVERIFY(near(calendarBudgetLeft(0.002, 0.999, month / 4, month), 0.5));
        QCOMPARE(calendarBudgetLeft(0.0005, 0.999, month, month), budgetLeft(0.0005, 0.999));
        QVERIFY(near(calendarBudgetLeft(0.01, 0.999, month / 2, month), -4));
        QVERIFY(near(calendarBudgetLeft(0.5, 0.999, 0s, month), 1));
        QVERIFY(!calendarBudgetLeft({}, 0.999, month / 2, month));
        QVERIFY(!calendarBudgetLeft(0.001, 0.999, month + 1s, month));
        QVERIFY(!calendarBudgetLeft(0.001, 0.999, 0s, 0s));
        QVERIFY(!calendarBudgetLeft(0.001, 1, month / 2, month));
    }

    void judgesWindowsTogether_data()
    {
        QTest::addColumn<QList<WindowRatio>>("windows");
        QTest::addColumn<BurnState>("state");
        const QList<WindowRatio> calm = ratios(0.0001);
        QTest::newRow("calm") << calm << BurnState::Fine;
        QTest::newRow("outage") << ratios(1) << BurnState::Page;
        QTest::newRow("at the threshold") << ratios(0.001 * (1 - 1e-9)) << BurnState::Fine;
        QTest::newRow("fast burn") << with(with(calm, 1h, 0.0145), 5min, 0.0145) << BurnState::Page;
        QTest::newRow("fast burn that is over") << with(calm, 1h, 0.0145) << BurnState::Fine;
        QTest::newRow("a peak") << with(calm, 5min, 0.5) << BurnState::Fine;
        QTest::newRow("steady burn") << with(with(calm, 6h, 0.0061), 30min, 0.0061) << BurnState::Page;
        QTest::newRow("slow burn") << with(with(calm, 24h, 0.0031), 2h, 0.0031) << BurnState::Ticket;
        QTest::newRow("slowest burn") << with(with(calm, 72h, 0.0011), 6h, 0.0011) << BurnState::Ticket;
        QTest::newRow("long windows missing") << calm.mid(0, 3) << BurnState::Fine; // 1 h and 5 min are there
        QTest::newRow("one window of each tier")
            << QList<WindowRatio>{{5min, 1.0}, {30min, 1.0}, {2h, 1.0}} << BurnState::NoData;
        QTest::newRow("no number") << with(ratios(notANumber), 1h, 0.5) << BurnState::NoData;
        QTest::newRow("nothing") << QList<WindowRatio>() << BurnState::NoData;
        QTest::newRow("zero is data") << ratios(0) << BurnState::Fine;
    }
    void judgesWindowsTogether()
    {
        QFETCH(QList<WindowRatio>, windows);
        QFETCH(BurnState, state);
        QCOMPARE(burnState(windows, standardTiers(), 0.999), state);
    }

    void tellsLowTrafficFromGood()
    {
        // Below 70 requests an hour one error pages at 99.9 %: 1 / (14.4 * 0.001) = 69.4.
        QVERIFY(near(fewestEvents(14.4, 0.999), 69.4444444, 1e-6));
        QCOMPARE(std::ceil(*fewestEvents(14.4, 0.999, 3)), 209.0);
        QVERIFY(near(burnRate(1.0 / 69, 0.999), 14.4927536, 1e-6));
        QVERIFY(near(burnRate(1.0 / 70, 0.999), 14.2857143, 1e-6));
        QVERIFY(near(burnRate(1.0 / 10, 0.999), 100));
        const auto stateOf = [](std::optional<double> events, seconds window = 1h) {
            return burnState(ratios(0), standardTiers(), 0.999, {events, window});
        };
        QCOMPARE(stateOf(69.0), BurnState::LowTraffic);
        QCOMPARE(stateOf(70.0), BurnState::Fine);
        QCOMPARE(stateOf(0.0), BurnState::LowTraffic);
        QCOMPARE(stateOf(std::nullopt), BurnState::Fine);
        QCOMPARE(stateOf(6.0, 5min), BurnState::Fine); // 72 an hour
        QCOMPARE(stateOf(5.0, 5min), BurnState::LowTraffic);
        // Without any request there is no ratio, which is not the same as no data.
        QCOMPARE(burnState({}, standardTiers(), 0.999, {0.0, 1h}), BurnState::LowTraffic);
        // What burns is never calmed down.
        QCOMPARE(burnState(ratios(0.5), standardTiers(), 0.999, {2.0, 1h}), BurnState::Page);
    }

    void givesWilsonsInterval_data()
    {
        QTest::addColumn<double>("bad");
        QTest::addColumn<double>("total");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("1 of 100") << 1.0 << 100.0 << 0.0018 << 0.0545;
        QTest::newRow("3 of 200") << 3.0 << 200.0 << 0.0051 << 0.0432;
        QTest::newRow("0 of 3,000") << 0.0 << 3000.0 << 0.0 << 0.0013;
    }
    void givesWilsonsInterval()
    {
        QFETCH(double, bad);
        QFETCH(double, total);
        QFETCH(double, low);
        QFETCH(double, high);
        const auto interval = wilson(bad, total);
        QVERIFY(interval.has_value());
        QVERIFY(std::abs(interval->low - low) < 0.00006);
        QVERIFY(std::abs(interval->high - high) < 0.00006);
    }
    void cannotDemonstrateTooMuch()
    {
        QVERIFY(std::abs(wilson(0.0, 3000.0)->high - 0.00128) < 0.000005); // above the budget of 99.9 %
        QVERIFY(!wilson(0.0, 0.0));
        QVERIFY(!wilson(std::nullopt, 100.0));
    }

    void countsSlices()
    {
        // A day of minutes at 99 %: 14.4 may be bad.
        QList<std::optional<double>> day(1440, std::optional<double>(0.001));
        for (int i = 0; i < 15; ++i)
            day[i * 7] = 0.5;
        auto budget = sliceBudget(day, 0.99, 0.99, EmptySlice::Ignored);
        QVERIFY(budget.has_value());
        QCOMPARE(budget->bad, 15);
        QVERIFY(near(budget->allowed, 14.4));
        QVERIFY(budget->left < 0); // the fifteenth breaks it
        day[0] = 0.01; // exactly the target is good
        budget = sliceBudget(day, 0.99, 0.99, EmptySlice::Ignored);
        QCOMPARE(budget->bad, 14);
        QVERIFY(budget->left > 0);
        // 99.9 % of 30 days in slices of 5 min: 8,640 slices, the ninth that is bad breaks it.
        QVERIFY(near(slicesAllowed(0.999, month, 5min), 8.64));
        QVERIFY(near(slicesAllowed(0.99, hours(24), 1min), 14.4));
        QVERIFY(!slicesAllowed(0.999, 1min, 5min));
    }

    void sliceWithoutDataFollowsTheRule()
    {
        const QList<std::optional<double>> slices{0.0, std::nullopt, 1.0, notANumber};
        const auto of = [&slices](EmptySlice rule) { return *sliceBudget(slices, 0.99, 0.9, rule); };
        QCOMPARE(of(EmptySlice::Ignored).slices, 2);
        QCOMPARE(of(EmptySlice::Ignored).errorRatio, std::optional<double>(0.5));
        QCOMPARE(of(EmptySlice::Good).slices, 4);
        QCOMPARE(of(EmptySlice::Good).errorRatio, std::optional<double>(0.25));
        QCOMPARE(of(EmptySlice::Bad).errorRatio, std::optional<double>(0.75));
        QCOMPARE(of(EmptySlice::Bad).empty, 2);
        QCOMPARE(meanSliceRatio(slices, EmptySlice::Ignored), std::optional<double>(0.5));
        QCOMPARE(meanSliceRatio(slices, EmptySlice::Good), std::optional<double>(0.25));
        QCOMPARE(meanSliceRatio(slices, EmptySlice::Bad), std::optional<double>(0.75));
        const QList<std::optional<double>> nothing{std::nullopt, std::nullopt};
        QVERIFY(!meanSliceRatio(nothing, EmptySlice::Ignored));
        QVERIFY(!sliceBudget(nothing, 0.99, 0.9, EmptySlice::Ignored)->errorRatio);
        QVERIFY(!sliceBudget(nothing, 0, 0.9, EmptySlice::Ignored));
    }

    void weighsEachSliceAlike()
    {
        // A night of 10 requests that all fail, a day of 990 without an error: 1 % of events, half of the slices.
        QCOMPARE(errorRatio(10.0, 1000.0), std::optional<double>(0.01));
        QCOMPARE(meanSliceRatio({1.0, 0.0}, EmptySlice::Ignored), std::optional<double>(0.5));
    }

    void followsTheTrendThroughOutliers()
    {
        QList<BudgetPoint> points;
        for (int i = 0; i <= 20; ++i)
            points.append({i * 60'000, 0.8 - 0.01 * i});
        // 0.6 left, 0.01 a minute: an hour.
        QCOMPARE(exhaustionAtTrend(points), std::optional<seconds>(1h));
        points[5].left = 0.05;
        points[13].left = 3.0;
        points[16].left = std::nullopt;
        const auto time = exhaustionAtTrend(points);
        QVERIFY(time.has_value());
        QVERIFY(std::abs(time->count() - 3600) <= 60);
    }
    void hasNoTrendWithoutPoints()
    {
        QVERIFY(!exhaustionAtTrend({}));
        QVERIFY(!exhaustionAtTrend({{0, 0.9}, {60'000, 0.8}}));
        QVERIFY(!exhaustionAtTrend({{0, 0.7}, {60'000, 0.8}, {120'000, 0.9}})); // it rises
        QVERIFY(!exhaustionAtTrend({{0, 0.7}, {0, 0.6}, {0, 0.5}})); // all at once
        QVERIFY(!exhaustionAtTrend({{0, notANumber}, {1000, std::nullopt}, {2000, notANumber}}));
        QCOMPARE(exhaustionAtTrend({{0, -0.1}}), std::optional<seconds>(0s));
    }

    void warnsOfAlertsThatCannotFire()
    {
        const QList<BurnTier> tiers = standardTiers();
        QVERIFY(!canFire(tiers.at(0), 0.9));
        QVERIFY(canFire(tiers.at(1), 0.9));
        QVERIFY(near(lowestObjective(tiers.at(0)), 0.930555556, 1e-6));
        QVERIFY(near(lowestObjective(tiers.at(1)), 0.833333333, 1e-6));
        QCOMPARE(lowestObjective(tiers.at(3)), 0.0);
        const QStringList warnings = tierWarnings(tiers, 0.9);
        QCOMPARE(warnings.size(), 1);
        QVERIFY(warnings.first().contains(QStringLiteral("93.06")));
        QVERIFY(warnings.first().contains(QStringLiteral("14.4")));
        QVERIFY(tierWarnings(tiers, 0.999).isEmpty());
        // Of seven days the slow ones fire on track.
        QCOMPARE(tierWarnings(standardTiers(hours(168)), 0.999).size(), 2);
        // 90 % of traffic with 8 requests an hour: one that cannot fire does not make it low.
        QCOMPARE(burnState(ratios(0), tiers, 0.9, {8.0, 1h}), BurnState::Fine);
    }

    void warnsWhenTheServerForgetsEarlier()
    {
        QVERIFY(retainsLess(hours(15 * 24), month));
        QVERIFY(!retainsLess(month, month));
        QVERIFY(!retainsLess(std::nullopt, month));
        const QString sentence = retentionWarning(QStringLiteral("prod-eu"), hours(15 * 24), month);
        QVERIFY(sentence.startsWith(QStringLiteral("prod-eu keeps 15 ")));
        QVERIFY(sentence.contains(QStringLiteral("about 30 ")));
        QVERIFY(retentionWarning(QStringLiteral("prod-eu"), month, month).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestBurnRate)
#include "tst_burnrate.moc"
