// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/incidents/incidentline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Records {

namespace {

constexpr qsizetype longestText = 4000; // UTF-16 units; four of the longest texts of an entry fit into a line
constexpr qsizetype longestName = 400;
constexpr qsizetype mostNames = 60;

QString cut(const QString &text, qsizetype longest)
{
    return text.size() > longest ? QString(text.left(longest - 1) + QChar(0x2026)) : text;
}

void put(QJsonObject &object, const QString &name, const QString &text, qsizetype longest = longestName)
{
    if (!text.isEmpty())
        object.insert(name, cut(text, longest));
}

void put(QJsonObject &object, const QString &name, const QDateTime &time)
{
    if (time.isValid())
        object.insert(name, time.toMSecsSinceEpoch());
}

void put(QJsonObject &object, const QString &name, const std::optional<double> &value)
{
    if (value && std::isfinite(*value))
        object.insert(name, *value);
}

void put(QJsonObject &object, const QString &name, const QStringList &texts)
{
    QJsonArray list;
    for (const QString &text : texts.mid(0, mostNames))
        list.append(cut(text, longestName));
    if (!list.isEmpty())
        object.insert(name, list);
}

QString textOf(const QJsonObject &object, const QString &name)
{
    return cut(object.value(name).toString(), longestText);
}

//! Invalid unless it is a time that a calendar has: QDateTime would work with any other number for long.
QDateTime timeOf(const QJsonObject &object, const QString &name)
{
    constexpr double latest = 253'402'300'799'999; // the end of the year 9999, in ms
    const QJsonValue value = object.value(name);
    const double ms = value.toDouble(-1);
    return ms >= 0 && ms <= latest ? QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(ms), Qt::UTC) : QDateTime();
}

std::optional<double> numberOf(const QJsonObject &object, const QString &name)
{
    const QJsonValue value = object.value(name);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QStringList textsOf(const QJsonObject &object, const QString &name)
{
    QStringList texts;
    const QJsonArray list = object.value(name).toArray();
    for (const QJsonValue &each : list) {
        if (texts.size() < mostNames)
            texts.append(cut(each.toString(), longestName));
    }
    return texts;
}

QJsonObject objectOf(const IncidentHead &head)
{
    QJsonObject object{{u"type"_s, u"incident"_s}};
    put(object, u"id"_s, head.id);
    put(object, u"title"_s, head.title);
    put(object, u"begun"_s, head.begun);
    put(object, u"started"_s, head.started);
    put(object, u"ended"_s, head.ended);
    put(object, u"startedBy"_s, head.startedBy);
    put(object, u"endedBy"_s, head.endedBy);
    put(object, u"alerts"_s, head.alerts);
    put(object, u"slos"_s, head.slos);
    QJsonArray places;
    for (const IncidentHead::Place &each : head.places.mid(0, mostNames / 3)) {
        QJsonObject place;
        put(place, u"cluster"_s, each.cluster);
        put(place, u"clusterId"_s, each.clusterId);
        put(place, u"tenant"_s, each.tenant);
        put(place, u"namespace"_s, each.nameSpace);
        put(place, u"service"_s, each.service);
        places.append(place);
    }
    object.insert(u"places"_s, places);
    return object;
}

QJsonObject objectOf(const IncidentEntry &entry)
{
    QJsonObject object{{u"type"_s, u"entry"_s}};
    put(object, u"key"_s, entry.key);
    put(object, u"time"_s, entry.time);
    put(object, u"lane"_s, entry.lane);
    put(object, u"phase"_s, entry.phase);
    put(object, u"severity"_s, entry.severity);
    put(object, u"subject"_s, entry.subject);
    put(object, u"name"_s, entry.name);
    put(object, u"place"_s, entry.place);
    put(object, u"tenant"_s, entry.tenant);
    put(object, u"who"_s, entry.who);
    put(object, u"sentence"_s, entry.sentence, longestText);
    put(object, u"detail"_s, entry.detail, longestText);
    put(object, u"cause"_s, entry.cause);
    put(object, u"cluster"_s, entry.cluster);
    put(object, u"namespace"_s, entry.nameSpace);
    put(object, u"workload"_s, entry.workload);
    if (entry.count > 1)
        object.insert(u"count"_s, entry.count);
    return object;
}

QJsonObject objectOf(const IncidentPoint &point)
{
    QJsonObject object{{u"type"_s, u"figure"_s}};
    put(object, u"time"_s, point.time);
    put(object, u"slo"_s, point.slo);
    put(object, u"name"_s, point.name);
    put(object, u"tenant"_s, point.tenant);
    put(object, u"objective"_s, std::optional(point.objective));
    put(object, u"period"_s, std::optional(point.periodSeconds));
    put(object, u"burnShort"_s, point.burnShort);
    put(object, u"burnLong"_s, point.burnLong);
    put(object, u"budgetLeft"_s, point.budgetLeft);
    return object;
}

IncidentHead headOf(const QJsonObject &object)
{
    IncidentHead head;
    head.id = textOf(object, u"id"_s);
    head.title = textOf(object, u"title"_s);
    head.begun = timeOf(object, u"begun"_s);
    head.started = timeOf(object, u"started"_s);
    head.ended = timeOf(object, u"ended"_s);
    head.startedBy = textOf(object, u"startedBy"_s);
    head.endedBy = textOf(object, u"endedBy"_s);
    head.alerts = textsOf(object, u"alerts"_s);
    head.slos = textsOf(object, u"slos"_s);
    const QJsonArray places = object.value(u"places"_s).toArray();
    for (const QJsonValue &each : places) {
        const QJsonObject place = each.toObject();
        if (head.places.size() < mostNames / 3)
            head.places.append({textOf(place, u"cluster"_s), textOf(place, u"clusterId"_s), textOf(place, u"tenant"_s),
                textOf(place, u"namespace"_s), textOf(place, u"service"_s)});
    }
    return head;
}

IncidentEntry entryOf(const QJsonObject &object)
{
    IncidentEntry entry;
    entry.key = textOf(object, u"key"_s);
    entry.time = timeOf(object, u"time"_s);
    entry.lane = textOf(object, u"lane"_s);
    entry.phase = textOf(object, u"phase"_s);
    entry.severity = textOf(object, u"severity"_s);
    entry.subject = textOf(object, u"subject"_s);
    entry.name = textOf(object, u"name"_s);
    entry.place = textOf(object, u"place"_s);
    entry.tenant = textOf(object, u"tenant"_s);
    entry.who = textOf(object, u"who"_s);
    entry.sentence = textOf(object, u"sentence"_s);
    entry.detail = textOf(object, u"detail"_s);
    entry.cause = textOf(object, u"cause"_s);
    entry.cluster = textOf(object, u"cluster"_s);
    entry.nameSpace = textOf(object, u"namespace"_s);
    entry.workload = textOf(object, u"workload"_s);
    entry.count = std::clamp(object.value(u"count"_s).toInteger(1), qint64(1), qint64(1'000'000'000));
    return entry;
}

IncidentPoint pointOf(const QJsonObject &object)
{
    IncidentPoint point;
    point.time = timeOf(object, u"time"_s);
    point.slo = textOf(object, u"slo"_s);
    point.name = textOf(object, u"name"_s);
    point.tenant = textOf(object, u"tenant"_s);
    point.objective = numberOf(object, u"objective"_s).value_or(0);
    point.periodSeconds = numberOf(object, u"period"_s).value_or(0);
    point.burnShort = numberOf(object, u"burnShort"_s);
    point.burnLong = numberOf(object, u"burnLong"_s);
    point.budgetLeft = numberOf(object, u"budgetLeft"_s);
    return point;
}

Error malformed(const QString &detail)
{
    return {Error::Kind::Malformed, 0, detail, {}, {}};
}

} // namespace

QByteArray IncidentFormat::written(const IncidentLine &line)
{
    QJsonObject object = std::visit([](const auto &value) { return objectOf(value); }, line);
    object.insert(u"version"_s, 1);
    QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    // Characters of several bytes, or escaped ones: what a person would miss least goes first.
    for (const QString &name : {u"detail"_s, u"places"_s, u"alerts"_s, u"slos"_s, u"sentence"_s}) {
        if (text.size() <= maxLine)
            break;
        object.remove(name);
        text = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }
    return text;
}

Result<IncidentLine> IncidentFormat::read(QByteArrayView line)
{
    if (line.size() > maxLine)
        return Error{Error::Kind::TooLarge, 0, u"a line is too long"_s, {}, {}};
    const QJsonDocument document = QJsonDocument::fromJson(line.toByteArray());
    if (!document.isObject())
        return malformed(u"a line is no JSON object"_s);
    const QJsonObject object = document.object();
    const QString type = object.value(u"type"_s).toString();
    if (type == u"incident") {
        IncidentHead head = headOf(object);
        if (head.id.isEmpty() || !head.started.isValid())
            return malformed(u"an incident has no id or no start"_s);
        return IncidentLine(std::move(head));
    }
    if (type == u"entry") {
        IncidentEntry entry = entryOf(object);
        if (entry.key.isEmpty() || !entry.time.isValid())
            return malformed(u"an entry has no key or no time"_s);
        return IncidentLine(std::move(entry));
    }
    if (type == u"figure") {
        IncidentPoint point = pointOf(object);
        if (point.slo.isEmpty() || !point.time.isValid())
            return malformed(u"a figure has no SLO or no time"_s);
        return IncidentLine(std::move(point));
    }
    return malformed(u"a line is of no known type"_s);
}

} // namespace Records
