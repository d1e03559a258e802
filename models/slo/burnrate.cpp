// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/burnrate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace SloMath {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

//! The error budget; none for an objective that leaves none, or nothing to keep.
std::optional<double> budgetOf(double objective)
{
    if (!(objective > 0 && objective < 1))
        return {};
    return 1 - objective;
}

bool isCount(std::optional<double> value)
{
    return value && std::isfinite(*value) && *value >= 0;
}

double inSeconds(seconds time)
{
    return static_cast<double>(time.count());
}

std::optional<seconds> wholeSeconds(double value)
{
    constexpr double longest = 100.0 * 365 * 86400;
    if (!(value <= longest))
        return {};
    return seconds(std::llround(std::max(value, 0.0)));
}

} // namespace

QList<BurnTier> standardTiers(seconds period)
{
    struct Row
    {
        double share;
        hours longWindow;
        minutes shortWindow;
        BurnSeverity severity;
    };
    static constexpr std::array rows{
        Row{0.02, hours(1), minutes(5), BurnSeverity::Page},
        Row{0.05, hours(6), minutes(30), BurnSeverity::Page},
        Row{0.10, hours(24), minutes(120), BurnSeverity::Ticket},
        Row{0.10, hours(72), minutes(360), BurnSeverity::Ticket},
    };
    QList<BurnTier> tiers;
    for (const Row &row : rows) {
        const double factor = row.share * inSeconds(period) / inSeconds(row.longWindow);
        // 0.02 * 720 is a hair above 14.4; rules that others wrote say 14.4.
        tiers.append({row.longWindow, row.shortWindow, std::round(factor * 1e9) / 1e9, row.severity, seconds(0)});
    }
    return tiers;
}

QList<BurnTier> pyrraTiers(seconds period)
{
    static const QList<BurnTier> of28Days{
        {hours(1), minutes(5), 14, BurnSeverity::Page, minutes(2)},
        {hours(6), minutes(30), 7, BurnSeverity::Page, minutes(15)},
        {hours(24), hours(2), 2, BurnSeverity::Ticket, hours(1)},
        {hours(96), hours(6), 1, BurnSeverity::Ticket, hours(3)},
    };
    const double scale = inSeconds(period) / inSeconds(hours(28 * 24));
    const auto scaled
        = [scale](seconds time) { return seconds(minutes(std::max(1LL, std::llround(inSeconds(time) * scale / 60)))); };
    QList<BurnTier> tiers = of28Days;
    for (BurnTier &tier : tiers) {
        tier.longWindow = scaled(tier.longWindow);
        tier.shortWindow = scaled(tier.shortWindow);
        tier.holds = scaled(tier.holds);
    }
    return tiers;
}

std::optional<CounterIncrease> counterIncrease(std::optional<double> before, std::optional<double> after)
{
    if (!isCount(before) || !isCount(after))
        return {};
    if (*after < *before)
        return CounterIncrease{*after, true};
    return CounterIncrease{*after - *before, false};
}

std::optional<CounterIncrease> counterIncrease(const QList<std::optional<double>> &readings)
{
    std::optional<CounterIncrease> sum;
    std::optional<double> last;
    for (const std::optional<double> &reading : readings) {
        if (!isCount(reading))
            continue;
        if (const auto step = counterIncrease(last, reading)) {
            if (!sum)
                sum = CounterIncrease{};
            sum->events += step->events;
            sum->reset = sum->reset || step->reset;
        }
        last = reading;
    }
    return sum;
}

std::optional<double> errorRatio(std::optional<double> bad, std::optional<double> total)
{
    if (!isCount(bad) || !isCount(total) || *total <= 0)
        return {};
    return std::min(*bad / *total, 1.0);
}

std::optional<double> burnRate(std::optional<double> errorRatio, double objective)
{
    const auto budget = budgetOf(objective);
    if (!budget || !isCount(errorRatio))
        return {};
    return *errorRatio / *budget;
}

std::optional<double> highestBurn(double objective)
{
    return burnRate(1.0, objective);
}

std::optional<std::chrono::duration<double>> budgetTime(double objective, seconds period)
{
    const auto budget = budgetOf(objective);
    if (!budget || period <= seconds(0))
        return {};
    return std::chrono::duration<double>(*budget * inSeconds(period));
}

std::optional<double> budgetLeft(std::optional<double> periodErrorRatio, double objective)
{
    const auto burn = burnRate(periodErrorRatio, objective);
    if (!burn)
        return {};
    return 1 - *burn;
}

std::optional<double> budgetSpent(std::optional<double> errorRatio, double objective, seconds window, seconds period)
{
    const auto burn = burnRate(errorRatio, objective);
    if (!burn || period <= seconds(0) || window < seconds(0))
        return {};
    return *burn * inSeconds(window) / inSeconds(period);
}

std::optional<double> calendarBudgetLeft(
    std::optional<double> errorRatio, double objective, seconds elapsed, seconds length)
{
    const auto spent
        = elapsed <= length ? budgetSpent(errorRatio, objective, elapsed, length) : std::optional<double>();
    return spent ? std::optional(1 - *spent) : std::nullopt;
}

std::optional<seconds> exhaustion(std::optional<double> budgetLeft, std::optional<double> burn, seconds period)
{
    if (!budgetLeft || !std::isfinite(*budgetLeft) || period <= seconds(0))
        return {};
    if (*budgetLeft <= 0)
        return seconds(0);
    if (!isCount(burn) || *burn <= 0)
        return {};
    return wholeSeconds(*budgetLeft * inSeconds(period) / *burn);
}

std::optional<double> allowedBurn(std::optional<double> budgetLeft, seconds elapsed, seconds period)
{
    if (!budgetLeft || !std::isfinite(*budgetLeft) || elapsed < seconds(0) || elapsed >= period)
        return {};
    return std::max(*budgetLeft, 0.0) * inSeconds(period) / inSeconds(period - elapsed);
}

std::optional<seconds> exhaustionAtTrend(const QList<BudgetPoint> &points)
{
    constexpr qsizetype most = 200;
    QList<BudgetPoint> known;
    for (qsizetype i = points.size() - 1; i >= 0 && known.size() < most; --i) {
        if (points.at(i).left && std::isfinite(*points.at(i).left))
            known.append(points.at(i));
    }
    if (known.isEmpty())
        return {};
    if (*known.first().left <= 0)
        return seconds(0);
    const qint64 last = known.first().time;
    const auto ago = [last](const BudgetPoint &point) { return static_cast<double>(last - point.time) / 1000; };
    std::vector<double> slopes; // per second
    for (qsizetype i = 0; i < known.size(); ++i) {
        for (qsizetype j = i + 1; j < known.size(); ++j) {
            const double between = ago(known.at(j)) - ago(known.at(i));
            if (between > 0)
                slopes.push_back((*known.at(i).left - *known.at(j).left) / between);
        }
    }
    const auto median = [](std::vector<double> &values) {
        const auto middle = values.begin() + static_cast<qsizetype>(values.size() / 2);
        std::nth_element(values.begin(), middle, values.end());
        return *middle;
    };
    if (known.size() < 3 || slopes.empty())
        return {};
    const double slope = median(slopes);
    if (!(slope < 0))
        return {};
    std::vector<double> levels; // where the line is at the last point, as each point has it
    for (const BudgetPoint &point : std::as_const(known))
        levels.push_back(*point.left + slope * ago(point));
    return wholeSeconds(median(levels) / -slope);
}

std::optional<bool> fires(const BurnTier &tier, const QList<WindowRatio> &ratios, double objective)
{
    const auto budget = budgetOf(objective);
    const auto ratioOf = [&ratios](seconds window) -> std::optional<double> {
        for (const WindowRatio &ratio : ratios) {
            if (ratio.window == window && isCount(ratio.errorRatio))
                return ratio.errorRatio;
        }
        return {};
    };
    const auto longRatio = ratioOf(tier.longWindow);
    const auto shortRatio = ratioOf(tier.shortWindow);
    if (!budget || !longRatio || !shortRatio)
        return {};
    const double threshold = tier.factor * *budget;
    return *longRatio > threshold && *shortRatio > threshold;
}

BurnState burnState(
    const QList<WindowRatio> &ratios, const QList<BurnTier> &tiers, double objective, const Traffic &traffic)
{
    bool known = false;
    bool ticket = false;
    for (const BurnTier &tier : tiers) {
        const auto firing = fires(tier, ratios, objective);
        known = known || firing;
        if (!firing.value_or(false))
            continue;
        if (tier.severity == BurnSeverity::Page)
            return BurnState::Page;
        ticket = true;
    }
    if (ticket)
        return BurnState::Ticket;
    if (lowTraffic(traffic, tiers, objective))
        return BurnState::LowTraffic;
    return known ? BurnState::Fine : BurnState::NoData;
}

std::optional<std::chrono::duration<double>> detectionTime(const BurnTier &tier, double errorRatio, double objective)
{
    const auto budget = budgetOf(objective);
    if (!budget || !(errorRatio > 0 && errorRatio <= 1))
        return {};
    const double time = tier.factor * *budget * inSeconds(tier.longWindow) / errorRatio;
    // At exactly the threshold it fires after the whole window; arithmetic is a hair off there.
    if (time > inSeconds(tier.longWindow) * (1 + 1e-9))
        return {};
    return std::chrono::duration<double>(time);
}

std::optional<double> fewestEvents(double factor, double objective, int errors)
{
    const auto budget = budgetOf(objective);
    if (!budget || !(factor > 0))
        return {};
    return errors / (factor * *budget);
}

bool lowTraffic(const Traffic &traffic, const QList<BurnTier> &tiers, double objective)
{
    if (!isCount(traffic.events) || traffic.window <= seconds(0))
        return false;
    for (const BurnTier &tier : tiers) {
        if (tier.severity != BurnSeverity::Page || !canFire(tier, objective))
            continue;
        const auto fewest = fewestEvents(tier.factor, objective);
        const double events = *traffic.events * inSeconds(tier.longWindow) / inSeconds(traffic.window);
        if (fewest && events < *fewest)
            return true;
    }
    return *traffic.events <= 0;
}

std::optional<Interval> wilson(std::optional<double> bad, std::optional<double> total)
{
    const auto ratio = errorRatio(bad, total);
    if (!ratio)
        return {};
    constexpr double z = 1.959963984540054; // 97.5 % of a normal distribution
    const double n = *total;
    const double centre = *ratio + z * z / (2 * n);
    const double spread = z * std::sqrt(*ratio * (1 - *ratio) / n + z * z / (4 * n * n));
    const double scale = 1 + z * z / n;
    return Interval{std::max(0.0, (centre - spread) / scale), std::min(1.0, (centre + spread) / scale)};
}

std::optional<EventBudget> eventBudget(std::optional<double> bad, std::optional<double> total, double objective)
{
    const auto budget = budgetOf(objective);
    if (!budget || !isCount(bad) || !isCount(total))
        return {};
    EventBudget result{*budget * *total, *bad, *budget * *total - *bad, {}};
    if (result.allowed > 0)
        result.leftShare = result.left / result.allowed;
    return result;
}

std::optional<SliceBudget> sliceBudget(
    const QList<std::optional<double>> &ratios, double sliceTarget, double objective, EmptySlice empty)
{
    const auto budget = budgetOf(objective);
    if (!budget || !(sliceTarget > 0 && sliceTarget <= 1))
        return {};
    SliceBudget result;
    for (const std::optional<double> &ratio : ratios) {
        const bool known = isCount(ratio);
        result.empty += known ? 0 : 1;
        result.slices += known || empty != EmptySlice::Ignored ? 1 : 0;
        // A share of exactly the target is good; 1 - 0.01 is a hair off 0.99.
        const bool bad = known ? 1 - *ratio < sliceTarget - 1e-12 : empty == EmptySlice::Bad;
        result.bad += bad ? 1 : 0;
    }
    const auto slices = static_cast<double>(result.slices);
    result.allowed = *budget * slices;
    result.left = result.allowed - static_cast<double>(result.bad);
    if (result.slices > 0) {
        result.leftShare = result.left / result.allowed;
        result.errorRatio = static_cast<double>(result.bad) / slices;
    }
    return result;
}

std::optional<double> meanSliceRatio(const QList<std::optional<double>> &ratios, EmptySlice empty)
{
    double sum = 0;
    qsizetype slices = 0;
    for (const std::optional<double> &ratio : ratios) {
        const bool known = isCount(ratio);
        if (!known && empty == EmptySlice::Ignored)
            continue;
        ++slices;
        sum += known ? std::min(*ratio, 1.0) : empty == EmptySlice::Bad ? 1.0 : 0.0;
    }
    if (slices == 0)
        return {};
    return sum / static_cast<double>(slices);
}

std::optional<double> slicesAllowed(double objective, seconds period, seconds slice)
{
    const auto budget = budgetOf(objective);
    if (!budget || slice <= seconds(0) || period < slice)
        return {};
    return *budget * inSeconds(period) / inSeconds(slice);
}

} // namespace SloMath
