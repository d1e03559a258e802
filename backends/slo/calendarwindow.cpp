// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/slo/calendarwindow.h"

#include "backends/slo/promtext.h"

#include <QTimeZone>

#include <algorithm>

namespace SloSpec {

namespace {

using Unit = CalendarWindow::Unit;

constexpr qint64 day = 86'400;

//! Seconds, as long as they are in the mean.
double lengthOf(Unit unit)
{
    constexpr double year = 365.2425 * day;
    switch (unit) {
    case Unit::Minute:
        return 60;
    case Unit::Hour:
        return 3600;
    case Unit::Day:
        return day;
    case Unit::Week:
        return 7 * day;
    case Unit::Month:
        return year / 12;
    case Unit::Quarter:
        return year / 4;
    case Unit::Year:
        return year;
    }
    return day;
}

//! What clocks in \a zone show, as the moment that it is.
QDateTime momentOf(const QDate &date, const QTime &time, const QTimeZone &zone)
{
    constexpr qint64 skipped = 3600; // seconds
    const QDateTime local(date, time, zone);
    if (local.isValid() && local.date() == date && local.time() == time)
        return local.toUTC();
    // In between the clocks were put forward: counted from before that, it is an hour later.
    const QDateTime before(date, time.addSecs(-skipped), zone);
    return before.toUTC().addSecs(skipped);
}

QDateTime beginOf(const CalendarWindow &window, const QTimeZone &zone, qint64 number)
{
    const qint64 units = number * window.count;
    const auto fixed
        = [&](qint64 seconds) { return momentOf(window.date, window.time, zone).addSecs(units * seconds); };
    const auto months
        = [&](qint64 of) { return momentOf(window.date.addMonths(static_cast<int>(units * of)), window.time, zone); };
    switch (window.unit) {
    case Unit::Minute:
        return fixed(60);
    case Unit::Hour:
        return fixed(3600);
    case Unit::Day:
        return momentOf(window.date.addDays(units), window.time, zone);
    case Unit::Week:
        return momentOf(window.date.addDays(7 * units), window.time, zone);
    case Unit::Month:
        return months(1);
    case Unit::Quarter:
        return months(3);
    case Unit::Year:
        return months(12);
    }
    return {};
}

//! Qt takes any word for a rule of POSIX, which would be UTC.
bool isZone(const QString &name)
{
    static const QStringList plain{QStringLiteral("UTC"), QStringLiteral("GMT"), QStringLiteral("CET"),
        QStringLiteral("MET"), QStringLiteral("EET"), QStringLiteral("WET"), QStringLiteral("EST"),
        QStringLiteral("MST"), QStringLiteral("HST")};
    return (name.contains(u'/') || plain.contains(name)) && QTimeZone(name.toLatin1()).isValid();
}

std::optional<Unit> unitOf(QChar letter)
{
    switch (letter.unicode()) {
    case u'm':
        return Unit::Minute;
    case u'h':
        return Unit::Hour;
    case u'd':
        return Unit::Day;
    case u'w':
        return Unit::Week;
    case u'M':
        return Unit::Month;
    case u'Q':
        return Unit::Quarter;
    case u'Y':
        return Unit::Year;
    default:
        return {};
    }
}

} // namespace

std::optional<CalendarPeriod> calendarPeriod(const CalendarWindow &window, const QDateTime &now)
{
    const QTimeZone zone(window.timeZone.toLatin1());
    if (!zone.isValid() || !window.date.isValid() || !window.time.isValid() || window.count <= 0 || !now.isValid())
        return {};
    const QDateTime first = beginOf(window, zone, 0);
    if (!first.isValid() || now < first)
        return {};
    // The mean may be off by a period or two, as months are.
    constexpr qint64 off = 3;
    const double gone = double(first.secsTo(now)) / (lengthOf(window.unit) * window.count);
    const qint64 nearest = std::max<qint64>(0, static_cast<qint64>(gone) - off);
    for (qint64 number = nearest; number <= nearest + 2 * off; ++number) {
        const CalendarPeriod period{beginOf(window, zone, number), beginOf(window, zone, number + 1)};
        if (period.begin <= now && now < period.end)
            return period;
    }
    return {};
}

std::optional<CalendarWindow> calendarWindowOf(
    const QString &startTime, const QString &timeZone, const QString &duration)
{
    QDateTime start = QDateTime::fromString(startTime.trimmed(), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    if (!start.isValid())
        start = QDateTime::fromString(startTime.trimmed(), QStringLiteral("yyyy-MM-dd'T'HH:mm:ss"));
    const auto unit = duration.isEmpty() ? std::nullopt : unitOf(duration.back());
    if (!start.isValid() || !unit || !openSloDurationOf(duration) || !isZone(timeZone))
        return {};
    return CalendarWindow{start.date(), start.time(), timeZone, QStringView(duration).chopped(1).toInt(), *unit};
}

} // namespace SloSpec
