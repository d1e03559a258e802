// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

//! How fast an error budget burns, from "The Site Reliability Workbook", chapter 5 (multiwindow, multi-burn-rate
//! alerts). An error ratio is bad events per events, from 0 to 1; an objective T is a share of good events between 0
//! and 1; the budget B is 1 - T; a burn rate is the error ratio divided by B, 1 being exactly on track. Whatever is not
//! known is no value, never zero, and what follows from it is no value either. Pure; any thread.
namespace SloMath {

enum class BurnSeverity { Page, Ticket };

//! Both windows have to be above `factor` budgets for it to fire: the long one for precision, the short one so that it
//! ends soon after the trouble does.
struct BurnTier
{
    std::chrono::seconds longWindow{0};
    std::chrono::seconds shortWindow{0};
    double factor = 1; //!< a burn rate
    BurnSeverity severity = BurnSeverity::Page;
    std::chrono::seconds holds{0}; //!< how long it has to be so before it fires

    bool operator==(const BurnTier &) const = default;
};

//! The workbook's: 2 % of the budget in 1 h, 5 % in 6 h, 10 % in 1 d and 10 % in 3 d, each factor being share * period
//! / window: 14.4, 6, 3 and 1 of 30 days.
[[nodiscard]] QList<BurnTier> standardTiers(std::chrono::seconds period = std::chrono::hours(720));
//! Pyrra's: 14, 7, 2 and 1 over windows of 1 h, 6 h, 1 d and 4 d of 28 days, scaled to \a period and rounded to a
//! minute.
[[nodiscard]] QList<BurnTier> pyrraTiers(std::chrono::seconds period);

//! What a counter counted between two readings.
struct CounterIncrease
{
    double events = 0; //!< 0 or more
    bool reset = false; //!< it began anew in between: what it counted before that is not known, and not in `events`

    bool operator==(const CounterIncrease &) const = default;
};
//! As Prometheus reads counters: one that went down began anew at zero. None when a reading is missing, not finite or
//! negative: that is no zero.
[[nodiscard]] std::optional<CounterIncrease> counterIncrease(std::optional<double> before, std::optional<double> after);
//! Over all readings in their order; a missing one is passed over. None with fewer than two readings.
[[nodiscard]] std::optional<CounterIncrease> counterIncrease(const QList<std::optional<double>> &readings);

//! \a bad of \a total events; none without events. Not above 1: counts of Prometheus are extrapolated.
[[nodiscard]] std::optional<double> errorRatio(std::optional<double> bad, std::optional<double> total);
//! None for an objective outside of 0 to 1 (both excluded), and for a ratio that is not finite or negative.
[[nodiscard]] std::optional<double> burnRate(std::optional<double> errorRatio, double objective);
//! 1 / B: that of a total outage.
[[nodiscard]] std::optional<double> highestBurn(double objective);
//! B * period: how long a total outage may last.
[[nodiscard]] std::optional<std::chrono::duration<double>> budgetTime(double objective, std::chrono::seconds period);
//! Of a whole period: 1 is untouched, 0 spent, below 0 violated.
[[nodiscard]] std::optional<double> budgetLeft(std::optional<double> periodErrorRatio, double objective);
//! The share of the period's budget that \a window spent, with traffic being as ever: burn * window / period.
[[nodiscard]] std::optional<double> budgetSpent(
    std::optional<double> errorRatio, double objective, std::chrono::seconds window, std::chrono::seconds period);
//! Of a calendar's period of which \a elapsed has gone by, from the ratio since its beginning and with traffic being as
//! ever: what of the whole period's budget is left. None for a period that is over, or of no length.
[[nodiscard]] std::optional<double> calendarBudgetLeft(
    std::optional<double> errorRatio, double objective, std::chrono::seconds elapsed, std::chrono::seconds length);
//! Until nothing is left at the present rate: left * period / burn. 0 when it is spent; none when it never ends, or
//! takes more than 100 years.
[[nodiscard]] std::optional<std::chrono::seconds> exhaustion(
    std::optional<double> budgetLeft, std::optional<double> burn, std::chrono::seconds period);
//! The burn rate that a calendar window still allows: left * period / (period - elapsed). None when it is over.
[[nodiscard]] std::optional<double> allowedBurn(
    std::optional<double> budgetLeft, std::chrono::seconds elapsed, std::chrono::seconds period);

//! What was left of a budget at one moment.
struct BudgetPoint
{
    qint64 time = 0; //!< ms since 1970, UTC
    std::optional<double> left; //!< as of budgetLeft()

    bool operator==(const BudgetPoint &) const = default;
};
//! Until nothing is left if the budget goes on as in \a points, counted from the last of them: along the line whose
//! slope is the median of those between all pairs (Theil and Sen), which outliers do not turn. Looks at the last 200
//! points. 0 when it is spent; none with fewer than 3 points, or when it does not fall.
[[nodiscard]] std::optional<std::chrono::seconds> exhaustionAtTrend(const QList<BudgetPoint> &points);

struct WindowRatio
{
    std::chrono::seconds window{0};
    std::optional<double> errorRatio;

    bool operator==(const WindowRatio &) const = default;
};
//! How many events there were.
struct Traffic
{
    std::optional<double> events; //!< fractions are usual: Prometheus extrapolates
    std::chrono::seconds window{3600}; //!< in this time

    bool operator==(const Traffic &) const = default;
};

enum class BurnState {
    Page,
    Ticket,
    LowTraffic, //!< nothing burns, but so few events say little: a single error would page
    NoData, //!< no tier has both of its windows
    Fine,
};
//! The worst of the tiers. A tier of which a window is not known does not fire and does not calm.
[[nodiscard]] BurnState burnState(
    const QList<WindowRatio> &ratios, const QList<BurnTier> &tiers, double objective, const Traffic &traffic = {});
//! None while one of its windows is not known.
[[nodiscard]] std::optional<bool> fires(const BurnTier &tier, const QList<WindowRatio> &ratios, double objective);
//! From a clean state until \a tier fires at a constant error ratio: factor * B * window / ratio; none when it never
//! does.
[[nodiscard]] std::optional<std::chrono::duration<double>> detectionTime(
    const BurnTier &tier, double errorRatio, double objective);

//! Whether a total outage reaches \a tier: factor * B < 1.
[[nodiscard]] bool canFire(const BurnTier &tier, double objective);
//! Above which an objective has to be for \a tier to fire: 1 - 1 / factor; 0 when it always can.
[[nodiscard]] double lowestObjective(const BurnTier &tier);
//! Those that fire while a budget is on track, as the slow ones do of short periods: with a factor below 0.9. That of
//! 28 days, 0.93, is meant to be as it is.
[[nodiscard]] bool firesOnTrack(const BurnTier &tier);
//! A whole sentence for each tier that can never fire, or fires on track, with what to do.
[[nodiscard]] QStringList tierWarnings(const QList<BurnTier> &tiers, double objective);

//! From how many events on a single error does not reach \a factor: \a errors / (factor * B). None for an objective
//! outside of 0 to 1.
[[nodiscard]] std::optional<double> fewestEvents(double factor, double objective, int errors = 1);
//! Whether the events of the longest window of \a tiers that pages are fewer than that. False while not known.
[[nodiscard]] bool lowTraffic(const Traffic &traffic, const QList<BurnTier> &tiers, double objective);

struct Interval
{
    double low = 0;
    double high = 1;

    bool operator==(const Interval &) const = default;
};
//! Where the true error ratio is with 95 % confidence (Wilson); none without events.
[[nodiscard]] std::optional<Interval> wilson(std::optional<double> bad, std::optional<double> total);

//! Whether \a retention holds less than \a period, so that a figure of the whole period is one of its end alone.
[[nodiscard]] bool retainsLess(std::optional<std::chrono::seconds> retention, std::chrono::seconds period);
//! A whole sentence, empty when it holds all. \a server names who keeps it.
[[nodiscard]] QString retentionWarning(
    const QString &server, std::optional<std::chrono::seconds> retention, std::chrono::seconds period);

//! A budget in events.
struct EventBudget
{
    double allowed = 0; //!< bad events: B * total
    double bad = 0;
    double left = 0; //!< bad events that may still come; below 0: violated
    std::optional<double> leftShare; //!< of `allowed`; none without events

    bool operator==(const EventBudget &) const = default;
};
[[nodiscard]] std::optional<EventBudget> eventBudget(
    std::optional<double> bad, std::optional<double> total, double objective);

//! What a slice of time without data is: shown beside its figure, because figures differ with it.
enum class EmptySlice {
    Ignored, //!< it does not count
    Good,
    Bad,
};
//! A budget in slices of time.
struct SliceBudget
{
    qsizetype slices = 0; //!< that count
    qsizetype empty = 0; //!< without data, whether they count or not
    qsizetype bad = 0;
    double allowed = 0; //!< bad slices
    double left = 0; //!< bad slices that may still come; below 0: violated
    std::optional<double> leftShare;
    std::optional<double> errorRatio; //!< bad of those that count

    bool operator==(const SliceBudget &) const = default;
};
//! OpenSLO's "Timeslices": a slice is good when its share of good events is \a sliceTarget (above 0, at most 1) or
//! more. \a ratios: the error ratio of each slice.
[[nodiscard]] std::optional<SliceBudget> sliceBudget(
    const QList<std::optional<double>> &ratios, double sliceTarget, double objective, EmptySlice empty);
//! OpenSLO's "RatioTimeslices", and Sloth's over a whole period: the mean of the slices' error ratios. It is not the
//! ratio of all events when traffic varies.
[[nodiscard]] std::optional<double> meanSliceRatio(const QList<std::optional<double>> &ratios, EmptySlice empty);
//! Slices that may be bad in a period; fewer than 20 make burn rates coarse.
[[nodiscard]] std::optional<double> slicesAllowed(
    double objective, std::chrono::seconds period, std::chrono::seconds slice);

} // namespace SloMath
