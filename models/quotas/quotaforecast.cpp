// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/quotaforecast.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

namespace {

constexpr qint64 slotsPerDay = 24 * 3600 / QuotaForecast::step;
constexpr qint64 daysForWeeks = 14; // from so many on, days of the week are told apart
constexpr size_t originEvery = 4; // slots between the moments of the past that are tried
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

//! The values at equal distances, the last one at the end; NaN where nothing was told.
using Values = std::span<const double>;

//! Sorts \a values; NaN when there are none.
double quantile(std::vector<double> &values, double share)
{
    if (values.empty())
        return unknown;
    const double place = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<size_t>(place);
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(below);
    std::nth_element(values.begin(), at, values.end());
    const double value = *at;
    if (below + 1 == values.size())
        return value;
    const double next = *std::min_element(at + 1, values.end());
    return value + (next - value) * (place - static_cast<double>(below));
}

double median(std::vector<double> &values)
{
    return quantile(values, 0.5);
}

//! The history on a grid that ends with its last sample: what was told last in each step, as noisy as it is.
std::vector<double> gridOf(const QList<UsedSample> &history)
{
    const qint64 end = history.last().time;
    const qint64 start = std::max(history.first().time, end - QuotaForecast::mostHistory);
    const auto count = static_cast<size_t>((end - start) / QuotaForecast::step + 1);
    std::vector<double> grid(count, unknown);
    qint64 last = std::numeric_limits<qint64>::min();
    for (const UsedSample &sample : history) {
        if (sample.time <= last || sample.time < start || sample.time > end || !std::isfinite(sample.used))
            continue;
        last = sample.time;
        grid[count - 1 - static_cast<size_t>((end - sample.time) / QuotaForecast::step)] = sample.used;
    }
    return grid;
}

//! A line, a rhythm and a level, from values alone.
class Course
{
public:
    //! \a phase: which slot of the week the first value is in. \a sloped: false for a level line.
    Course(Values values, size_t phase, bool sloped) : m_phase(phase)
    {
        const std::vector<double> days = medianDays(values);
        m_slope = sloped ? slopeOf(days) / slotsPerDay : 0;
        findRhythm(values, static_cast<qint64>(days.size()) >= daysForWeeks);
        std::vector<double> rest;
        for (size_t i = values.size() - std::min<size_t>(values.size(), slotsPerDay); i < values.size(); ++i) {
            if (!std::isnan(values[i]))
                rest.push_back(values[i] - m_slope * static_cast<double>(i) - rhythm(i));
        }
        m_level = median(rest);
    }

    //! NaN when the last day told nothing.
    [[nodiscard]] double at(size_t index) const
    {
        return m_level + m_slope * static_cast<double>(index) + rhythm(index);
    }
    [[nodiscard]] double perDay() const { return m_slope * slotsPerDay; }

private:
    static constexpr size_t perDaySlots = slotsPerDay;
    size_t m_phase;
    double m_slope = 0;
    double m_level = unknown;
    std::array<double, perDaySlots> m_hours{};
    std::array<double, 7> m_weekdays{};

    //! Whole days, the last of which ends with the values.
    static std::vector<double> medianDays(Values values)
    {
        std::vector<double> days;
        for (size_t end = values.size(); end >= perDaySlots; end -= perDaySlots) {
            std::vector<double> day;
            std::ranges::copy_if(values.subspan(end - perDaySlots, perDaySlots), std::back_inserter(day),
                [](double value) { return !std::isnan(value); });
            days.insert(days.begin(), median(day));
        }
        return days;
    }
    static double slopeOf(const std::vector<double> &days)
    {
        std::vector<double> slopes;
        for (size_t i = 0; i < days.size(); ++i) {
            for (size_t k = i + 1; k < days.size(); ++k) {
                if (!std::isnan(days[i]) && !std::isnan(days[k]))
                    slopes.push_back((days[k] - days[i]) / static_cast<double>(k - i));
            }
        }
        const double slope = median(slopes);
        return std::isnan(slope) ? 0 : slope;
    }

    [[nodiscard]] size_t hourOf(size_t index) const { return (m_phase + index) % perDaySlots; }
    [[nodiscard]] size_t weekdayOf(size_t index) const { return (m_phase + index) / perDaySlots % 7; }
    [[nodiscard]] double rhythm(size_t index) const { return m_hours[hourOf(index)] + m_weekdays[weekdayOf(index)]; }

    void findRhythm(Values values, bool weeks)
    {
        std::vector<double> flat(values.size(), unknown);
        std::vector<double> all;
        for (size_t i = 0; i < values.size(); ++i) {
            flat[i] = values[i] - m_slope * static_cast<double>(i);
            if (!std::isnan(flat[i]))
                all.push_back(flat[i]);
        }
        const double middle = median(all);
        const auto fold = [&](auto &into, auto phaseOf) {
            std::vector<std::vector<double>> parts(into.size());
            for (size_t i = 0; i < flat.size(); ++i) {
                if (!std::isnan(flat[i]))
                    parts[phaseOf(i)].push_back(flat[i] - middle - rhythm(i));
            }
            for (size_t i = 0; i < into.size(); ++i) {
                const double value = median(parts[i]);
                into[i] += std::isnan(value) ? 0 : value;
            }
        };
        if (weeks)
            fold(m_weekdays, [this](size_t index) { return weekdayOf(index); });
        fold(m_hours, [this](size_t index) { return hourOf(index); });
    }
};

//! What was wrong with forecasts of the past, by how far ahead they looked: one, two, four, eight ... steps.
class Errors
{
public:
    Errors(Values values, size_t phase, bool sloped, size_t ahead)
    {
        double all = 0;
        size_t count = 0;
        std::array<std::vector<double>, spans> told;
        const size_t least = QuotaForecast::leastHistory / QuotaForecast::step;
        for (size_t origin = std::max(least, values.size() / 2); origin < values.size(); origin += originEvery) {
            const Course course(values.first(origin), phase, sloped);
            const size_t end = std::min(values.size(), origin + ahead);
            for (size_t i = origin; i < end; ++i) {
                const double error = values[i] - course.at(i);
                if (std::isnan(error))
                    continue;
                told[spanOf(i - origin + 1)].push_back(error);
                all += std::abs(error);
                ++count;
            }
        }
        for (size_t i = 0; i < spans && told[i].size() >= fewest; ++i) {
            // Forecasts that overlap are wrong together, so that few hours of the past say less than they are many.
            const double doubt = 1 + doubtOfFew / std::sqrt(static_cast<double>(values.size()) / (1U << i));
            m_low[i] = std::min(i > 0 ? m_low[i - 1] : 0, doubt * quantile(told[i], 0.05));
            m_high[i] = std::max(i > 0 ? m_high[i - 1] : 0, doubt * quantile(told[i], 0.95));
            m_known = i + 1;
        }
        m_mean = count > 0 ? all / static_cast<double>(count) : 0;
    }

    [[nodiscard]] bool known() const { return m_known > 0; }
    //! Of all errors, whatever their sign.
    [[nodiscard]] double mean() const { return m_mean; }
    [[nodiscard]] double low(size_t ahead) const { return at(m_low, ahead); }
    [[nodiscard]] double high(size_t ahead) const { return at(m_high, ahead); }

private:
    static constexpr size_t spans = 10;
    static constexpr size_t fewest = 8;
    static constexpr double doubtOfFew = 0.6;

    std::array<double, spans> m_low{};
    std::array<double, spans> m_high{};
    size_t m_known = 0;
    double m_mean = 0;

    static size_t spanOf(size_t ahead) { return std::min(size_t(std::bit_width(ahead - 1)), spans - 1); }

    //! Between what is known of two spans; beyond the last one errors grow as those of a walk and of a slope do.
    [[nodiscard]] double at(const std::array<double, spans> &bounds, size_t ahead) const
    {
        const double place = std::log2(static_cast<double>(ahead));
        const auto last = static_cast<double>(m_known - 1);
        if (place >= last)
            return bounds[m_known - 1] * std::pow(2.0, 0.75 * (place - last));
        const auto below = static_cast<size_t>(place);
        return bounds[below] + (bounds[below + 1] - bounds[below]) * (place - static_cast<double>(below));
    }
};

} // namespace

QuotaForecast QuotaForecast::of(const QList<UsedSample> &history, std::optional<double> hard, qint64 ahead)
{
    QuotaForecast forecast;
    if (history.isEmpty())
        return forecast;
    const UsedSample &last = history.last();
    if (hard && last.used >= *hard)
        forecast.wall50 = forecast.wall90 = last.time;
    if (history.first().time >= last.time || last.time - history.first().time < leastHistory)
        return forecast;
    const std::vector<double> values = gridOf(history);
    constexpr qint64 week = 7 * slotsPerDay;
    const qint64 firstSlot = last.time / step - static_cast<qint64>(values.size()) + 1;
    const auto phase = static_cast<size_t>((firstSlot % week + week) % week);
    const auto steps = static_cast<size_t>(std::max<qint64>(0, ahead / step));
    // What wanders seems to have a slope as well; in its past, following that was wrong.
    const Errors following(values, phase, true, steps);
    const Errors staying(values, phase, false, steps);
    const bool sloped = following.mean() < staying.mean();
    const Errors &errors = sloped ? following : staying;
    const Course course(values, phase, sloped);
    if (!errors.known() || std::isnan(course.at(values.size())))
        return forecast;
    forecast.perDay = course.perDay();
    for (size_t i = 1; i <= steps; ++i) {
        const double middle = course.at(values.size() - 1 + i);
        const double low = middle + errors.low(i);
        const Point point{last.time + static_cast<qint64>(i) * step, std::max(0.0, low), std::max(0.0, middle),
            std::max(0.0, middle + errors.high(i))};
        forecast.band.append(point);
        if (hard && !forecast.wall50 && middle >= *hard)
            forecast.wall50 = point.time;
        // One in ten ends below this: the errors' spread between one in twenty and the middle, as of a normal one.
        if (hard && !forecast.wall90 && middle + errors.low(i) * 0.78 >= *hard)
            forecast.wall90 = point.time;
    }
    return forecast;
}
