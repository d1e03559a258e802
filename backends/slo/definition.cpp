// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/slo/definition.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace SloSpec {

namespace {

using std::chrono::seconds;

QString filled(const QString &query, const QString &window)
{
    static const QRegularExpression placeholder(QStringLiteral(R"(\{\{\s*\.window\s*\}\})"));
    return QString(query).replace(placeholder, window);
}

//! In brackets that a comment at its end does not swallow.
QString bracketed(const QString &query)
{
    return u'(' + query + (query.contains(u'#') ? QStringLiteral("\n)") : QStringLiteral(")"));
}

//! The ratio of events within \a window. Where something happened and nothing was ever bad there is no series of bad
//! events at all: that is zero. Without any event the division gives NaN, which is no zero.
QString eventRatio(const Definition &definition, const QString &window)
{
    if (!definition.errorRatioQuery.isEmpty())
        return filled(definition.errorRatioQuery, window);
    const QString total = bracketed(filled(definition.totalQuery, window));
    return bracketed(filled(definition.errorQuery, window)) + QLatin1String(" / ") + total + QLatin1String(" or (")
        + total + QLatin1String(" > 0) * 0");
}

} // namespace

QString promDuration(seconds time)
{
    struct Unit
    {
        qint64 seconds;
        QLatin1String name;
        bool whole; //!< only when nothing remains
    };
    // As Prometheus' own String() of durations, after which tools name their series.
    static const std::array units{
        Unit{365 * 86400, QLatin1String("y"), true},
        Unit{7 * 86400, QLatin1String("w"), true},
        Unit{86400, QLatin1String("d"), false},
        Unit{3600, QLatin1String("h"), false},
        Unit{60, QLatin1String("m"), false},
        Unit{1, QLatin1String("s"), false},
    };
    qint64 left = std::max<qint64>(time.count(), 0);
    QString text;
    for (const Unit &unit : units) {
        if (left < unit.seconds || (unit.whole && left % unit.seconds != 0))
            continue;
        text += QString::number(left / unit.seconds) + unit.name;
        left %= unit.seconds;
    }
    return text.isEmpty() ? QStringLiteral("0s") : text;
}

namespace {

//! Of a window that is no shorter than a slice.
QString ratioOver(const Definition &definition, const QString &window)
{
    if (!definition.problem.isEmpty())
        return {};
    if (definition.budgeting == Definition::Budgeting::Occurrences || definition.sliceWindow <= seconds(0))
        return eventRatio(definition, window);
    const QString slice = promDuration(definition.sliceWindow);
    const QString range = u'[' + window + u':' + slice + u']';
    const QString ofSlice = bracketed(eventRatio(definition, slice));
    // The comparison leaves slices without traffic out, whose ratio is no number.
    if (definition.budgeting == Definition::Budgeting::RatioTimeslices)
        return QLatin1String("avg_over_time((") + ofSlice + QLatin1String(" >= 0)") + range + u')';
    return QLatin1String("avg_over_time(((") + ofSlice + QLatin1String(" >= 0) > bool ")
        + QString::number(1 - definition.sliceTarget, 'g', 12) + u')' + range + u')';
}

} // namespace

QString errorRatio(const Definition &definition, seconds window)
{
    const bool slices = definition.budgeting != Definition::Budgeting::Occurrences;
    return ratioOver(definition, promDuration(slices ? std::max(window, definition.sliceWindow) : window));
}

QString errorRatioSince(const Definition &definition)
{
    return ratioOver(definition, QString(sinceMark));
}

QString eventCount(const Definition &definition, seconds window)
{
    // Ratios are the same whichever way both are counted; a count is not.
    static const QRegularExpression counting(QStringLiteral(R"(\b(increase|sum_over_time|count_over_time)\s*\()"));
    if (!definition.problem.isEmpty() || definition.totalQuery.isEmpty())
        return {};
    const QString total = bracketed(filled(definition.totalQuery, promDuration(window)));
    if (definition.totalQuery.contains(counting))
        return total;
    return total + QLatin1String(" * ") + QString::number(window.count());
}

} // namespace SloSpec
