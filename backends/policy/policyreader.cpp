// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/policy/policyreader.h"

#include "backends/policy/policynode.h"

namespace Policy {

namespace {

//! Keys as the file spells them.
namespace Key {
const QString version = QStringLiteral("version");
const QString freezes = QStringLiteral("freezes");
const QString businessHours = QStringLiteral("business-hours");
const QString blastRadius = QStringLiteral("blast-radius");
const QString production = QStringLiteral("production");
const QString secondPerson = QStringLiteral("second-person");
const QString reason = QStringLiteral("reason");
const QString ticket = QStringLiteral("ticket");
const QString silences = QStringLiteral("silences");
const QString atMostHours = QStringLiteral("at-most-hours");
const QString comment = QStringLiteral("comment");
const QString clusters = QStringLiteral("clusters");
const QString tenants = QStringLiteral("tenants");
const QString name = QStringLiteral("name");
const QString timeZone = QStringLiteral("time-zone");
const QString from = QStringLiteral("from");
const QString to = QStringLiteral("to");
const QString weekly = QStringLiteral("weekly");
const QString allow = QStringLiteral("allow");
const QString days = QStringLiteral("days");
const QString objects = QStringLiteral("objects");
const QString pods = QStringLiteral("pods");
const QString atMost = QStringLiteral("at-most");
const QString kinds = QStringLiteral("kinds");
const QString required = QStringLiteral("required");
const QString pattern = QStringLiteral("pattern");
const QString example = QStringLiteral("example");
} // namespace Key

Scope readScope(Reading &reading, const Members &members)
{
    Scope scope;
    if (members.contains(Key::clusters))
        scope.clusters = reading.texts(members[Key::clusters]);
    if (members.contains(Key::tenants))
        scope.tenants = reading.texts(members[Key::tenants]);
    return scope;
}

void reversed(Reading &reading, const Place &place, const QString &end)
{
    reading.add({Mistake::Kind::Reversed, place.line, place.column, place.key, shown(end)});
}

QByteArray readZone(Reading &reading, const Place &place, const Members &members)
{
    return reading.need(place, members, Key::timeZone) ? reading.timeZone(members[Key::timeZone]) : QByteArray();
}

void readSpan(Reading &reading, const Place &place, const Members &members, Freeze &freeze)
{
    const bool dated = members.contains(Key::from) || members.contains(Key::to);
    if (members.contains(Key::weekly)) {
        const Place weekly = members[Key::weekly];
        freeze.weekly = reading.weekSpan(weekly);
        if (dated)
            reading.add({Mistake::Kind::Contradiction, weekly.line, weekly.column, place.key, Key::weekly,
                Mistake::Expected::Nothing, {Key::from, Key::to}});
        return;
    }
    if (!dated) {
        if (place.node.IsMap())
            reading.add({Mistake::Kind::MissingKey, place.line, place.column, place.key, Key::weekly,
                Mistake::Expected::OneOf, {Key::weekly, Key::from}});
        return;
    }
    const bool both = reading.need(place, members, Key::from) && reading.need(place, members, Key::to);
    if (!both)
        return;
    freeze.from = reading.moment(members[Key::from], freeze.timeZone);
    freeze.to = reading.moment(members[Key::to], freeze.timeZone);
    if (freeze.from.isValid() && freeze.to.isValid() && freeze.from >= freeze.to)
        reversed(reading, members[Key::to], reading.text(members[Key::to]));
}

Freeze readFreeze(Reading &reading, const Place &place)
{
    const Members members = reading.members(
        place, {Key::name, Key::from, Key::to, Key::weekly, Key::timeZone, Key::clusters, Key::tenants, Key::allow});
    Freeze freeze;
    if (reading.need(place, members, Key::name))
        freeze.name = reading.text(members[Key::name]);
    freeze.timeZone = readZone(reading, place, members);
    freeze.scope = readScope(reading, members);
    readSpan(reading, place, members, freeze);
    if (members.contains(Key::allow))
        freeze.allow = reading.texts(members[Key::allow]);
    return freeze;
}

BusinessHours readHours(Reading &reading, const Place &place)
{
    const Members members
        = reading.members(place, {Key::days, Key::from, Key::to, Key::timeZone, Key::clusters, Key::tenants});
    BusinessHours hours;
    hours.scope = readScope(reading, members);
    hours.timeZone = readZone(reading, place, members);
    if (reading.need(place, members, Key::days)) {
        for (const Place &item : reading.items(members[Key::days])) {
            if (const int day = reading.day(item); day > 0 && !hours.days.contains(day))
                hours.days.append(day);
        }
    }
    if (reading.need(place, members, Key::from))
        hours.from = reading.timeOfDay(members[Key::from]);
    if (reading.need(place, members, Key::to))
        hours.to = reading.timeOfDay(members[Key::to]);
    if (hours.from.isValid() && hours.to.isValid() && hours.from >= hours.to)
        reversed(reading, members[Key::to], reading.text(members[Key::to]));
    return hours;
}

BlastRadius readRadius(Reading &reading, const Place &place)
{
    const Members members = reading.members(place, {Key::atMost, Key::clusters, Key::tenants});
    BlastRadius radius;
    radius.scope = readScope(reading, members);
    if (!reading.need(place, members, Key::atMost))
        return radius;
    const Place limits = members[Key::atMost];
    const Members most = reading.members(limits, {Key::objects, Key::pods, Key::tenants});
    const auto limit
        = [&](const QString &key) { return most.contains(key) ? reading.count(most[key]) : std::optional<int>(); };
    radius.objects = limit(Key::objects);
    radius.pods = limit(Key::pods);
    radius.tenants = limit(Key::tenants);
    if (most.isEmpty())
        (void)reading.need(limits, most, Key::objects);
    return radius;
}

SecondPerson readSecond(Reading &reading, const Place &place, const QStringList &kinds)
{
    const Members members = reading.members(place, {Key::kinds, Key::clusters, Key::tenants});
    SecondPerson second;
    second.scope = readScope(reading, members);
    if (!members.contains(Key::kinds))
        return second;
    for (const Place &item : reading.items(members[Key::kinds])) {
        const QString kind = reading.text(item);
        if (kinds.contains(kind))
            second.kinds.append(kind);
        else if (!kind.isEmpty())
            reading.wrong(item, Mistake::Expected::OneOf, kinds);
    }
    return second;
}

TextRule readRule(Reading &reading, const Place &place)
{
    const Members members = reading.members(place, {Key::required, Key::pattern, Key::example});
    TextRule rule;
    if (members.contains(Key::required))
        rule.required = reading.trueOrFalse(members[Key::required]);
    if (members.contains(Key::pattern))
        rule.pattern = reading.pattern(members[Key::pattern]);
    if (members.contains(Key::example))
        rule.example = reading.text(members[Key::example]);
    return rule;
}

SilenceRule readSilences(Reading &reading, const Place &place)
{
    const Members members = reading.members(place, {Key::atMostHours, Key::comment});
    SilenceRule rule;
    if (members.contains(Key::atMostHours))
        rule.atMostHours = reading.count(members[Key::atMostHours]).value_or(rule.atMostHours);
    if (members.contains(Key::comment)) {
        const Place comment = members[Key::comment];
        rule.comment = readRule(reading, comment);
        // A comment is asked for unless the file says that it is not.
        const bool said = comment.node.IsMap() && comment.node["required"];
        rule.comment.required = rule.comment.required || !said;
    }
    return rule;
}

template <typename Rule, typename ReadRule>
void readAll(Reading &reading, const Members &members, const QString &key, QList<Rule> &rules, ReadRule readOne)
{
    if (!members.contains(key))
        return;
    for (const Place &item : reading.items(members[key]))
        rules.append(readOne(item));
}

void readDocument(Reading &reading, const Place &place, const QStringList &kinds, Document &document)
{
    const Members members = reading.members(place,
        {Key::version, Key::freezes, Key::businessHours, Key::blastRadius, Key::production, Key::secondPerson,
            Key::reason, Key::ticket, Key::silences});
    if (reading.need(place, members, Key::version))
        reading.version(members[Key::version]);
    readAll(reading, members, Key::freezes, document.freezes, [&](const Place &p) { return readFreeze(reading, p); });
    readAll(reading, members, Key::businessHours, document.businessHours,
        [&](const Place &p) { return readHours(reading, p); });
    readAll(reading, members, Key::blastRadius, document.blastRadius,
        [&](const Place &p) { return readRadius(reading, p); });
    readAll(reading, members, Key::secondPerson, document.secondPerson,
        [&](const Place &p) { return readSecond(reading, p, kinds); });
    if (members.contains(Key::production))
        document.production = reading.texts(members[Key::production]);
    if (members.contains(Key::reason))
        document.reason = readRule(reading, members[Key::reason]);
    if (members.contains(Key::ticket))
        document.ticket = readRule(reading, members[Key::ticket]);
    if (members.contains(Key::silences))
        document.silences = readSilences(reading, members[Key::silences]);
}

} // namespace

Read read(const QByteArray &yaml, const QStringList &kinds)
{
    Read read;
    Reading reading;
    // A file without anything in it asks for nothing; it is as good as none.
    read.mistakes = Yaml::readOnly(
        yaml, maxFileSize, reading, [&](const Place &root) { readDocument(reading, root, kinds, read.document); });
    return read;
}

} // namespace Policy
