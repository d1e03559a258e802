// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/policy/policynode.h"

#include "backends/core/error.h"

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

//! What is there instead of a value of the right kind.
QString nameOf(const YAML::Node &node)
{
    switch (node.Type()) {
    case YAML::NodeType::Scalar:
        return QString::fromStdString(node.Scalar());
    case YAML::NodeType::Sequence:
        return QStringLiteral("[...]");
    case YAML::NodeType::Map:
        return QStringLiteral("{...}");
    case YAML::NodeType::Null:
    case YAML::NodeType::Undefined:
        break;
    }
    return {};
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

QString shown(const QString &text)
{
    const QString plain = plainDetail(text);
    return plain.size() > Mistake::maxFound ? QString(plain.left(Mistake::maxFound - 1) + QChar(0x2026)) : plain;
}

Place placeOf(const YAML::Node &node, const QString &key)
{
    const YAML::Mark mark = node.Mark();
    return {node, key, qMax(mark.line, 0) + 1, qMax(mark.column, 0) + 1};
}

void Reading::add(const Mistake &mistake)
{
    if (m_mistakes.size() < mostMistakes)
        m_mistakes.append(mistake);
}

void Reading::wrong(const Place &place, Mistake::Expected expected, const QStringList &legal)
{
    add({Mistake::Kind::WrongValue, place.line, place.column, shown(place.key), shown(nameOf(place.node)), expected,
        legal});
}

QMap<QString, Place> Reading::members(const Place &place, const QStringList &legal)
{
    QMap<QString, Place> members;
    if (!place.node.IsMap()) {
        wrong(place, Mistake::Expected::Map);
        return members;
    }
    qsizetype seen = 0;
    for (const auto &entry : place.node) {
        if (++seen > mostItems) {
            add({Mistake::Kind::TooLarge, place.line, place.column, shown(place.key), shown(place.key)});
            break;
        }
        const Place key = placeOf(entry.first, place.key);
        const QString name = nameOf(entry.first);
        Mistake mistake{Mistake::Kind::UnknownKey, key.line, key.column, shown(place.key), shown(name)};
        if (!entry.first.IsScalar() || !legal.contains(name)) {
            mistake.legal = legal;
            add(mistake);
        } else if (members.contains(name)) {
            mistake.kind = Mistake::Kind::RepeatedKey;
            add(mistake);
        } else {
            Place value = placeOf(entry.second, name);
            if (entry.second.IsNull()) { // stands nowhere
                value.line = key.line;
                value.column = key.column;
            }
            members.insert(name, value);
        }
    }
    return members;
}

bool Reading::need(const Place &place, const QMap<QString, Place> &members, const QString &key)
{
    if (members.contains(key))
        return true;
    if (place.node.IsMap())
        add({Mistake::Kind::MissingKey, place.line, place.column, shown(place.key), key});
    return false;
}

QList<Place> Reading::items(const Place &place)
{
    QList<Place> items;
    if (!place.node.IsSequence()) {
        wrong(place, Mistake::Expected::List);
        return items;
    }
    for (const YAML::Node &item : place.node) {
        if (items.size() == mostItems) {
            add({Mistake::Kind::TooLarge, place.line, place.column, shown(place.key), shown(place.key)});
            break;
        }
        items.append(placeOf(item, place.key));
    }
    return items;
}

QString Reading::text(const Place &place)
{
    constexpr size_t longest = 1000;
    if (!place.node.IsScalar() || place.node.Scalar().empty() || place.node.Scalar().size() > longest) {
        wrong(place, Mistake::Expected::Text);
        return {};
    }
    return QString::fromStdString(place.node.Scalar());
}

QStringList Reading::texts(const Place &place)
{
    QStringList list;
    for (const Place &item : items(place)) {
        if (const QString value = text(item); !value.isEmpty())
            list.append(value);
    }
    return list;
}

bool Reading::trueOrFalse(const Place &place)
{
    const QString value = place.node.IsScalar() ? nameOf(place.node) : QString();
    if (value != QLatin1String("true") && value != QLatin1String("false"))
        wrong(place, Mistake::Expected::TrueOrFalse);
    return value == QLatin1String("true");
}

std::optional<int> Reading::count(const Place &place)
{
    bool valid = false;
    const int value = place.node.IsScalar() ? nameOf(place.node).toInt(&valid) : 0;
    if (valid && value >= 1)
        return value;
    wrong(place, Mistake::Expected::Count);
    return {};
}

QTime Reading::timeOfDay(const Place &place)
{
    const QTime time = place.node.IsScalar() ? timeOf(nameOf(place.node)) : QTime();
    if (!time.isValid())
        wrong(place, Mistake::Expected::TimeOfDay);
    return time;
}

QDateTime Reading::moment(const Place &place, const QByteArray &zone)
{
    QString text = place.node.IsScalar() ? nameOf(place.node) : QString();
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
    const int day = place.node.IsScalar() ? dayOf(nameOf(place.node)) : 0;
    if (day == 0)
        wrong(place, Mistake::Expected::Day, days());
    return day;
}

std::optional<WeekSpan> Reading::weekSpan(const Place &place)
{
    static const QRegularExpression form(QStringLiteral("^(\\w{3}) (\\d\\d:\\d\\d) - (\\w{3}) (\\d\\d:\\d\\d)$"));
    const auto match = form.match(place.node.IsScalar() ? nameOf(place.node) : QString());
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
    const QByteArray zone = place.node.IsScalar() ? nameOf(place.node).left(100).toUtf8() : QByteArray();
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
