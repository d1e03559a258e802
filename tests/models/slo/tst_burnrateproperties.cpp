// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What has to hold for any figures: thousands of cases, always the same ones.
#include "backends/core/random.h"
#include "models/slo/burnrate.h"
#include "tests/support/strict.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace SloMath;
using namespace std::chrono_literals;
using std::chrono::hours;
using std::chrono::seconds;

namespace {

class SeededRandom final : public RandomSource
{
public:
    [[nodiscard]] double uniform() override { return m_uniform(m_engine); }

private:
    std::mt19937_64 m_engine{20261121};
    std::uniform_real_distribution<double> m_uniform{0, 1};
};

constexpr seconds month = hours(720);
constexpr int cases = 5000;

int badness(BurnState state)
{
    switch (state) {
    case BurnState::Page:
        return 2;
    case BurnState::Ticket:
        return 1;
    case BurnState::LowTraffic:
    case BurnState::NoData:
    case BurnState::Fine:
        break;
    }
    return 0;
}

} // namespace

class TestBurnRateProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void budgetNeverRisesWhileBurning()
    {
        for (int i = 0; i < cases; ++i) {
            const double total = 1 + std::floor(m_random.uniform() * 1e6);
            const double objective = anObjective();
            double bad = 0;
            double left = 1;
            std::optional<seconds> time;
            for (int step = 0; step < 8; ++step) {
                bad = std::min(total, bad + m_random.uniform() * total / 8);
                const auto now = budgetLeft(errorRatio(bad, total), objective);
                QVERIFY(now && *now <= left);
                const auto events = eventBudget(bad, total, objective);
                QVERIFY(events && std::abs(*events->leftShare - *now) < 1e-6 * std::max(1.0, std::abs(*now)));
                // At one rate, less is spent sooner.
                const auto until = exhaustion(now, 2.0, month);
                QVERIFY(until && (!time || *until <= *time));
                time = until;
                left = *now;
            }
        }
    }

    void longerWindowsBoundTheShorterOnesInThem()
    {
        for (int i = 0; i < cases; ++i) {
            const double objective = anObjective();
            // Twelve equal stretches with steady traffic; the last k of them are the shorter window.
            double badAll = 0;
            double badShort = 0;
            double worst = 0;
            double best = 1;
            const int k = 1 + static_cast<int>(m_random.uniform() * 11);
            for (int stretch = 0; stretch < 12; ++stretch) {
                const double ratio = m_random.uniform() * m_random.uniform();
                badAll += ratio;
                badShort += stretch >= 12 - k ? ratio : 0;
                worst = std::max(worst, ratio);
                best = std::min(best, ratio);
            }
            const auto ratioAll = errorRatio(badAll, 12.0);
            const auto ratioShort = errorRatio(badShort, double(k));
            QVERIFY(*ratioAll <= worst + 1e-12 && *ratioAll >= best - 1e-12);
            // The longer one has spent at least what the shorter one in it has.
            const auto spentAll = budgetSpent(ratioAll, objective, 12 * 300s, month);
            const auto spentShort = budgetSpent(ratioShort, objective, k * 300s, month);
            QVERIFY(*spentShort <= *spentAll * (1 + 1e-12) + 1e-15);
        }
    }

    void moreErrorsNeverCalm()
    {
        const QList<BurnTier> tiers = standardTiers();
        for (int i = 0; i < cases; ++i) {
            const double objective = anObjective();
            const Traffic traffic{m_random.uniform() * 200, 1h};
            QList<WindowRatio> ratios = someRatios(objective);
            int before = badness(burnState(ratios, tiers, objective, traffic));
            for (WindowRatio &ratio : ratios) {
                ratio.errorRatio = std::min(1.0, *ratio.errorRatio * (1 + 10 * m_random.uniform()));
                const int now = badness(burnState(ratios, tiers, objective, traffic));
                QVERIFY(now >= before);
                before = now;
            }
        }
    }

    void whatIsMissingNeverFires()
    {
        const QList<BurnTier> tiers = standardTiers();
        for (int i = 0; i < cases; ++i) {
            const double objective = anObjective();
            QList<WindowRatio> ratios = someRatios(objective);
            const int before = badness(burnState(ratios, tiers, objective));
            ratios[static_cast<qsizetype>(m_random.uniform() * double(ratios.size()))].errorRatio.reset();
            QVERIFY(badness(burnState(ratios, tiers, objective)) <= before);
            ratios.clear();
            QCOMPARE(burnState(ratios, tiers, objective), BurnState::NoData);
        }
    }

    void scaleMakesNoDifference()
    {
        const auto close = [](double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(1e-12, std::abs(b)); };
        for (int i = 0; i < cases; ++i) {
            const double objective = anObjective();
            const double total = 1 + m_random.uniform() * 1e6;
            const double bad = m_random.uniform() * total;
            const double scale = std::pow(10, 6 * m_random.uniform() - 3);
            const auto one = errorRatio(bad, total);
            const auto other = errorRatio(bad * scale, total * scale);
            QVERIFY(close(*one, *other));
            QVERIFY(close(*eventBudget(bad, total, objective)->leftShare,
                *eventBudget(bad * scale, total * scale, objective)->leftShare));
            // Twice the period at the same left and burn lasts twice as long.
            const auto left = 0.1 + m_random.uniform();
            const auto time = exhaustion(left, 1.5, month);
            const auto twice = exhaustion(left, 1.5, 2 * month);
            QVERIFY(std::abs(2 * time->count() - twice->count()) <= 2);
        }
    }

    void readingsAddUpHoweverTheyAreSplit()
    {
        for (int i = 0; i < cases; ++i) {
            QList<std::optional<double>> readings;
            double value = m_random.uniform() * 1000;
            bool reset = false;
            double counted = 0;
            for (int step = 0; step < 20; ++step) {
                readings.append(value);
                if (m_random.uniform() < 0.1) {
                    reset = reset || (step < 19 && value > 0);
                    value = 0;
                } else {
                    const double more = std::floor(m_random.uniform() * 10) + 1;
                    counted += step < 19 ? more : 0;
                    value += more;
                }
            }
            const auto sum = counterIncrease(readings);
            QVERIFY(sum && std::abs(sum->events - counted) < 1e-6);
            QCOMPARE(sum->reset, reset);
            const auto head = counterIncrease(readings.mid(0, 11));
            const auto tail = counterIncrease(readings.mid(10));
            QVERIFY(std::abs(head->events + tail->events - sum->events) < 1e-6);
        }
    }

    void intervalsHoldWhatWasMeasured()
    {
        for (int i = 0; i < cases; ++i) {
            const double total = 1 + std::floor(m_random.uniform() * 1e5);
            const double bad = std::floor(m_random.uniform() * (total + 1));
            const auto interval = wilson(bad, total);
            const auto ratio = errorRatio(bad, total);
            QVERIFY(interval->low >= 0 && interval->high <= 1);
            QVERIFY(interval->low <= *ratio + 1e-12 && *ratio <= interval->high + 1e-12);
            const auto wider = wilson(bad / 2, total / 2);
            QVERIFY(wider->high - wider->low >= interval->high - interval->low - 1e-12);
        }
    }

private:
    SeededRandom m_random;

    double anObjective() { return 0.9 + 0.0999 * m_random.uniform(); }
    //! Around the thresholds of all tiers.
    QList<WindowRatio> someRatios(double objective)
    {
        QList<WindowRatio> ratios;
        for (const seconds window : {seconds(300), seconds(1800), seconds(3600), seconds(7200), seconds(21600),
                 seconds(86400), seconds(259200)})
            ratios.append({window, std::min(1.0, 20 * m_random.uniform() * (1 - objective))});
        return ratios;
    }
};

QTEST_GUILESS_MAIN(TestBurnRateProperties)
#include "tst_burnrateproperties.moc"
