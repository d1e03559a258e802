// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

//! Periods that follow a calendar, as OpenSLO's timeWindow has them with isRolling: false. Pure; any thread.
namespace SloSpec {

//! The first period begins at a moment that the clocks of a place show, and each follows the one before.
struct CalendarWindow
{
    enum class Unit { Minute, Hour, Day, Week, Month, Quarter, Year };

    QDate date; //!< of the first one's beginning …
    QTime time; //!< … by the clocks of the zone
    QString timeZone; //!< as the IANA database names it: "Europe/Berlin"
    int count = 1; //!< above 0
    Unit unit = Unit::Month;

    bool operator==(const CalendarWindow &) const = default;
};

//! From `begin` on, up to but without `end`; UTC.
struct CalendarPeriod
{
    QDateTime begin;
    QDateTime end;

    bool operator==(const CalendarPeriod &) const = default;
};

//! The period that \a now (UTC) is in; none before the first. Days and longer units keep the time of day over changes
//! of the clocks; what begins on a day that a month does not have begins on its last. A time of day that is skipped
//! when clocks are put forward is the one an hour later. Minutes and hours are as long as ever.
[[nodiscard]] std::optional<CalendarPeriod> calendarPeriod(const CalendarWindow &window, const QDateTime &now);

//! "2026-01-31 08:00:00" and the name of a zone, with OpenSLO's shorthand for a duration; none for what is not of that
//! form, or names a zone that this computer does not know.
[[nodiscard]] std::optional<CalendarWindow> calendarWindowOf(
    const QString &startTime, const QString &timeZone, const QString &duration);

} // namespace SloSpec
