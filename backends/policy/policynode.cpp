// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/policy/policynode.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace Policy {

namespace {

const QStringList &days()
{
    static const QStringList names{QStringLiteral("Mon"), QStringLiteral("Tue"), QStringLiteral("Wed"),
        QStringLiteral("Thu"), QStringLiteral("Fri"), QStringLiteral("Sat"), QStringLiteral("Sun")};
    return names;
}

int dayOf(QStringView name)
{
    return static_cast<int>(days().indexOf(name)) + 1;
}

QTime timeOf(QStringView text)
{
    // 24:00 is how people write the end of a day; QTime has no word for it, so the last minute has to do.
    return text == u"24:00" ? QTime(23, 59, 59, 999) : QTime::fromString(text.toString(), QStringLiteral("HH:mm"));
}

} // namespace

QTime Reading::timeOfDay(const Place &place)
{
    const QTime time = place.node.IsScalar() ? timeOf(Yaml::nameOf(place.node)) : QTime();
    if (!time.isValid())
        wrong(place, Mistake::Expected::TimeOfDay);
    return time;
}

QDateTime Reading::moment(const Place &place, const QByteArray &zone)
{
    QString text = place.node.IsScalar() ? Yaml::nameOf(place.node) : QString();
    text.replace(u'T', u' ');
    const QDateTime local = QDateTime::fromString(text, QStringLiteral("yyyy-MM-dd HH:mm"));
    if (!local.isValid()) {
        wrong(place, Mistake::Expected::Moment);
        return {};
    }
    // Without a zone that can be used there is a mistake already; any will do to find more of them.
    const QTimeZone where = zone.isEmpty() ? QTimeZone::utc() : QTimeZone(zone);
    return QDateTime(local.date(), local.time(), where).toUTC();
}

int Reading::day(const Place &place)
{
    const int day = place.node.IsScalar() ? dayOf(Yaml::nameOf(place.node)) : 0;
    if (day == 0)
        wrong(place, Mistake::Expected::Day, days());
    return day;
}

std::optional<WeekSpan> Reading::weekSpan(const Place &place)
{
    static const QRegularExpression form(QStringLiteral("^(\\w{3}) (\\d\\d:\\d\\d) - (\\w{3}) (\\d\\d:\\d\\d)$"));
    const auto match = form.match(place.node.IsScalar() ? Yaml::nameOf(place.node) : QString());
    const WeekSpan span{dayOf(match.capturedView(1)), timeOf(match.capturedView(2)), dayOf(match.capturedView(3)),
        timeOf(match.capturedView(4))};
    const bool empty = span.fromDay == span.toDay && span.fromTime == span.toTime;
    if (match.hasMatch() && span.fromDay && span.toDay && span.fromTime.isValid() && span.toTime.isValid() && !empty)
        return span;
    wrong(place, Mistake::Expected::WeekSpan);
    return {};
}

QByteArray Reading::timeZone(const Place &place)
{
    const QByteArray zone = place.node.IsScalar() ? Yaml::nameOf(place.node).left(100).toUtf8() : QByteArray();
    if (!zone.isEmpty() && QTimeZone::isTimeZoneIdAvailable(zone))
        return zone;
    wrong(place, Mistake::Expected::TimeZone);
    return {};
}

QString Reading::pattern(const Place &place)
{
    const QString pattern = text(place);
    if (!QRegularExpression(pattern).isValid()) {
        wrong(place, Mistake::Expected::Pattern);
        return {};
    }
    return pattern;
}

} // namespace Policy
