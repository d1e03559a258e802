// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/slocourse.h"

#include "backends/prometheus/slocatalog.h"
#include "backends/prometheus/slodecode.h"
#include "backends/prometheus/sloquery.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <map>

namespace Prometheus {

namespace {

constexpr int budgetLine = 0;

QString labelOf(const Labels &labels, const char *name)
{
    for (const auto &[label, text] : labels) {
        if (label == QLatin1String(name))
            return text;
    }
    return {};
}

//! The window that the series is about; 0 for the budget, nothing for what is not wanted.
std::optional<std::chrono::seconds> lineOf(const QString &name, const Labels &labels)
{
    if (name == QLatin1String("slo:period_error_budget_remaining:ratio"))
        return std::chrono::seconds(budgetLine);
    if (const QString window = labelOf(labels, SloCatalog::windowLabel); !window.isEmpty())
        return window.toInt() > 0 ? std::optional(std::chrono::seconds(window.toInt())) : std::nullopt;
    return SloCatalog::windowOf(name, labels);
}

} // namespace

QString courseQuery(const SloQuestion &question)
{
    constexpr std::chrono::hours longest{24};
    QStringList parts;
    for (const SloQuestion::Ratio &ratio : question.ratios) {
        if (ratio.window <= longest)
            parts.append(SloQuery::marked(ratio.query, QStringLiteral("0"), QString::number(ratio.window.count())));
    }
    return parts.join(QLatin1String(" or "));
}

Result<SloCourseAnswer> decodeCourse(QByteArrayView body, const SloReading &reading)
{
    std::vector<std::chrono::seconds> lines; // by number of the series
    std::map<std::chrono::seconds, int> first; // replicas may say the same: one of them is enough
    SeriesBook book;
    book.find = [](QByteArrayView) { return SeriesBook::isNew; };
    book.learn = [&](QByteArrayView, const QString &name, const Labels &labels) {
        const auto line = lineOf(name, labels);
        if (!line || SloCatalog::rowLabels(labels) != reading.labels || first.contains(*line))
            return SeriesBook::ignored;
        lines.push_back(*line);
        const int number = static_cast<int>(lines.size()) - 1;
        first[*line] = number;
        return number;
    };
    const auto samples = decodeSamples(body, book);
    if (!samples)
        return samples.error();
    std::map<std::chrono::seconds, QList<Point>> points;
    for (const Samples::One &sample : samples->all) {
        if (std::isfinite(sample.value))
            points[lines[static_cast<size_t>(sample.series)]].append({sample.time, sample.value});
    }
    SloCourseAnswer answer;
    for (auto &[window, line] : points) {
        std::ranges::sort(line, {}, &Point::time);
        if (window.count() == budgetLine) {
            answer.budgetLeft = line;
            continue;
        }
        for (Point &point : line) // see SloCatalog: less than no errors are none
            point.value = std::clamp(point.value, 0.0, 1.0);
        answer.ratios.append({window, line});
    }
    return answer;
}

CourseSpan courseSpan(qint64 from, qint64 to, std::chrono::seconds step)
{
    constexpr qint64 mostPoints = 10'000; // servers give 11,000 at most
    CourseSpan span;
    from = std::max<qint64>(0, from);
    to = std::max(from, to);
    const qint64 shortest = (to - from) / mostPoints / 1000 + 1;
    span.step = std::chrono::seconds(std::max<qint64>(shortest, step.count()));
    const qint64 stepMs = span.step.count() * 1000;
    span.from = from / stepMs * stepMs;
    span.to = to / stepMs * stepMs;
    return span;
}

} // namespace Prometheus
