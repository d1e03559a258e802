// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandboxclient/controldecode.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>

namespace SandboxClient {

namespace {

constexpr qsizetype maxEntries = 1000;

Error malformed(const QString &why)
{
    return Error{Error::Kind::Malformed, 0, plainDetail(why), {}, {}};
}

QString textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

std::chrono::milliseconds timeOf(const QJsonObject &object, const char *key)
{
    return std::chrono::milliseconds(object.value(QLatin1String(key)).toInteger());
}

std::optional<std::chrono::milliseconds> optionalTimeOf(const QJsonObject &object, const char *key)
{
    if (!object.value(QLatin1String(key)).isDouble())
        return {};
    return timeOf(object, key);
}

template <typename Entry>
QList<Entry> entriesOf(const QJsonArray &array, const std::function<Entry(const QJsonObject &)> &read)
{
    QList<Entry> entries;
    for (const QJsonValue value : array) {
        if (entries.size() == maxEntries)
            break;
        entries.append(read(value.toObject()));
    }
    return entries;
}

Debriefing::Moment momentOf(const QJsonObject &object)
{
    Debriefing::Moment moment;
    const QString kind = textOf(object, "kind");
    if (kind == QLatin1String("did"))
        moment.kind = Debriefing::Moment::Kind::Did;
    else if (kind == QLatin1String("noted"))
        moment.kind = Debriefing::Moment::Kind::Noted;
    moment.at = timeOf(object, "at");
    moment.text = textOf(object, "text");
    moment.user = textOf(object, "user");
    moment.verb = textOf(object, "verb");
    moment.resource = textOf(object, "resource");
    moment.object = textOf(object, "object");
    moment.status = object.value(QLatin1String("status")).toInt();
    moment.dryRun = object.value(QLatin1String("dryRun")).toBool();
    return moment;
}

Debriefing::Spent spentOf(const QJsonObject &object)
{
    return {textOf(object, "tenant"), textOf(object, "service"), textOf(object, "objective"),
        object.value(QLatin1String("share")).toDouble()};
}

} // namespace

Result<QList<Incident>> decodeIncidents(const QByteArray &json)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (!document.isArray())
        return malformed(fault.errorString());
    return entriesOf<Incident>(document.array(), [](const QJsonObject &object) {
        return Incident{textOf(object, "name"), textOf(object, "title"), textOf(object, "briefing"),
            std::chrono::seconds(object.value(QLatin1String("lasts")).toInteger())};
    });
}

Result<State> decodeState(const QByteArray &json)
{
    QJsonParseError fault;
    const QJsonObject object = QJsonDocument::fromJson(json, &fault).object();
    if (!object.value(QLatin1String("finished")).isDouble())
        return malformed(fault.errorString());
    return State{textOf(object, "running"), object.value(QLatin1String("finished")).toInt(),
        object.value(QLatin1String("settled")).toBool()};
}

Result<Debriefing> decodeDebriefing(const QByteArray &json)
{
    QJsonParseError fault;
    const QJsonObject object = QJsonDocument::fromJson(json, &fault).object();
    Debriefing debriefing;
    debriefing.incident = textOf(object, "incident");
    if (debriefing.incident.isEmpty())
        return malformed(fault.errorString());
    debriefing.title = textOf(object, "title");
    debriefing.lesson = textOf(object, "lesson");
    debriefing.outcome = textOf(object, "outcome");
    debriefing.started = QDateTime::fromString(textOf(object, "started"), Qt::ISODateWithMs).toUTC();
    debriefing.lasted = timeOf(object, "lasted");
    debriefing.firstAct = optionalTimeOf(object, "firstAct");
    debriefing.mended = optionalTimeOf(object, "mended");
    debriefing.moments = entriesOf<Debriefing::Moment>(object.value(QLatin1String("moments")).toArray(), &momentOf);
    debriefing.spent = entriesOf<Debriefing::Spent>(object.value(QLatin1String("spent")).toArray(), &spentOf);
    return debriefing;
}

} // namespace SandboxClient
