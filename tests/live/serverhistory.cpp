// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/serverhistory.h"

#include "tests/live/world.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

namespace {

using Kind = ServerHistory::Kind;

QJsonValue label(const QJsonObject &object, const char *name, const char *sort = "labels")
{
    return object[QLatin1String("metadata")][QLatin1String(sort)]
                 [QString(u"platform.example.com/" + QLatin1String(name))];
}

QString podOf(const QJsonObject &pod)
{
    const QJsonValue status = pod[QLatin1String("status")];
    qint64 ready = 0;
    qint64 restarts = 0;
    for (const QJsonValue &container : status[QLatin1String("containerStatuses")].toArray()) {
        ready += container[QLatin1String("ready")].toBool() ? 1 : 0;
        restarts += container[QLatin1String("restartCount")].toInteger();
    }
    return ServerHistory::podText(pod[QLatin1String("metadata")][QLatin1String("name")].toString(),
        status[QLatin1String("phase")].toString(), ready,
        pod[QLatin1String("spec")][QLatin1String("containers")].toArray().size(), restarts,
        pod[QLatin1String("spec")][QLatin1String("nodeName")].toString());
}

QString quotaOf(const QJsonObject &quota)
{
    const QJsonObject status = quota[QLatin1String("status")].toObject();
    const QJsonObject hard
        = (status.contains(QLatin1String("hard")) ? QJsonValue(status)
                                                  : quota[QLatin1String("spec")])[QLatin1String("hard")]
              .toObject();
    const QString name = quota[QLatin1String("metadata")][QLatin1String("name")].toString();
    QStringList lines;
    for (auto it = hard.begin(); it != hard.end(); ++it) {
        const QJsonValue used = status[QLatin1String("used")][it.key()];
        lines.append(ServerHistory::quotaText(
            name, it.key(), used.isString() ? amount(used.toString()) : -1, amount(it.value().toString())));
    }
    lines.sort();
    return lines.join(u'\n');
}

} // namespace

QString ServerHistory::podText(
    const QString &name, const QString &phase, qint64 ready, qint64 containers, qint64 restarts, const QString &node)
{
    return QStringLiteral("%1 %2 %3/%4 %5 %6")
        .arg(name, phase.isEmpty() ? QStringLiteral("Unknown") : phase)
        .arg(ready)
        .arg(containers)
        .arg(restarts)
        .arg(node);
}

QString ServerHistory::quotaText(const QString &quota, const QString &resource, double used, double hard)
{
    return QStringLiteral("%1 %2 %3/%4").arg(quota, resource).arg(used, 0, 'g', 12).arg(hard, 0, 'g', 12);
}

QString ServerHistory::labelText(const QString &owner, const QString &tier, const QString &isolation)
{
    return QStringLiteral("owner %1, tier %2, isolation %3").arg(owner, tier, isolation);
}

ServerHistory::ServerHistory(ApiClient &api, const Clock &clock) : m_api(api), m_clock(clock)
{
}

QString ServerHistory::path(Kind kind)
{
    switch (kind) {
    case Kind::Namespaces:
        return QStringLiteral("/api/v1/namespaces");
    case Kind::Quotas:
        return QStringLiteral("/api/v1/resourcequotas");
    case Kind::Pods:
        return QStringLiteral("/api/v1/pods");
    }
    return {};
}

QString ServerHistory::textOf(Kind kind, const QJsonObject &object)
{
    switch (kind) {
    case Kind::Namespaces:
        return labelText(label(object, "owner", "annotations").toString(), label(object, "tier").toString(),
            label(object, "isolation").toString());
    case Kind::Quotas:
        return quotaOf(object);
    case Kind::Pods:
        return podOf(object);
    }
    return {};
}

QString ServerHistory::joined(const QHash<QString, QString> &texts)
{
    QStringList lines = texts.values();
    lines.sort();
    return lines.join(u'\n');
}

void ServerHistory::start()
{
    for (const Kind kind : {Kind::Namespaces, Kind::Quotas, Kind::Pods})
        list(kind);
}

bool ServerHistory::running() const
{
    return std::all_of(m_watches.begin(), m_watches.end(), [](const Watch &watch) { return watch.listed; });
}

const QList<ServerHistory::Value> &ServerHistory::values(const QString &namespaceName, Kind kind) const
{
    return m_values.constFind(namespaceName).value()[static_cast<size_t>(kind)];
}

void ServerHistory::forget()
{
    for (auto it = m_values.begin(); it != m_values.end();) {
        if (it.value()[0].last().text == absent()) {
            it = m_values.erase(it);
            continue;
        }
        for (QList<Value> &values : it.value())
            values = {values.last()};
        ++it;
    }
}

void ServerHistory::list(Kind kind)
{
    m_api.send("GET", path(kind), {}, this, [this, kind](int status, const QJsonObject &answer) {
        if (status != 200) {
            QTimer::singleShot(100, this, [this, kind] { list(kind); });
            return;
        }
        QStringList touched = of(kind).texts.keys();
        of(kind).texts.clear();
        for (const QJsonValue &item : answer[QLatin1String("items")].toArray()) {
            const QJsonObject event{
                {QStringLiteral("type"), QStringLiteral("ADDED")}, {QStringLiteral("object"), item}};
            take(kind, QJsonDocument(event).toJson(QJsonDocument::Compact));
        }
        for (const QString &name : std::as_const(touched))
            note(name, kind);
        of(kind).listed = true;
        watch(kind, answer[QLatin1String("metadata")][QLatin1String("resourceVersion")].toString());
    });
}

void ServerHistory::watch(Kind kind, const QString &resourceVersion)
{
    Watch &its = of(kind);
    its.buffer.clear();
    its.reply.reset(m_api.watch(path(kind), resourceVersion));
    connect(its.reply.get(), &QNetworkReply::readyRead, this, [this, kind] {
        Watch &watch = of(kind);
        watch.buffer += watch.reply->readAll();
        while (true) {
            const qsizetype end = watch.buffer.indexOf('\n');
            if (end < 0)
                return;
            const QByteArray line = watch.buffer.first(end);
            watch.buffer.remove(0, end + 1);
            take(kind, line);
        }
    });
    connect(its.reply.get(), &QNetworkReply::finished, this, [this, kind] {
        of(kind).reply.release()->deleteLater();
        of(kind).listed = false;
        list(kind);
    });
}

void ServerHistory::take(Kind kind, const QByteArray &line)
{
    const QJsonObject event = QJsonDocument::fromJson(line).object();
    const QString type = event[QLatin1String("type")].toString();
    const QJsonObject object = event[QLatin1String("object")].toObject();
    const QJsonValue metadata = object[QLatin1String("metadata")];
    const QString name = metadata[QLatin1String("name")].toString();
    const QString space = kind == Kind::Namespaces ? name : metadata[QLatin1String("namespace")].toString();
    if (name.isEmpty())
        return;
    ++m_events;
    if (type == QLatin1String("DELETED"))
        of(kind).texts[space].remove(name);
    else
        of(kind).texts[space][name] = textOf(kind, object);
    if (kind == Kind::Namespaces) {
        const QString tenant = type == QLatin1String("DELETED") ? QString() : label(object, "tenant").toString();
        m_tenants[space] = tenant;
        if (tenant.isEmpty())
            of(kind).texts[space].clear();
        if (!tenant.isEmpty() && !m_values.contains(space)) {
            note(space, Kind::Quotas);
            note(space, Kind::Pods);
        }
    }
    note(space, kind);
}

//! A namespace that is no tenant's is in no table; one that was, has been.
void ServerHistory::note(const QString &namespaceName, Kind kind)
{
    if (m_tenants.value(namespaceName).isEmpty() && !m_values.contains(namespaceName))
        return;
    const bool newOne = !m_values.contains(namespaceName);
    QList<Value> &values = m_values[namespaceName][static_cast<size_t>(kind)];
    QString text = joined(of(kind).texts.value(namespaceName));
    if (kind == Kind::Namespaces && text.isEmpty())
        text = absent();
    if (newOne) { // it was absent until now
        const std::chrono::milliseconds ever{0};
        for (const Kind each : {Kind::Namespaces, Kind::Quotas, Kind::Pods})
            m_values[namespaceName][static_cast<size_t>(each)]
                = {{ever, each == Kind::Namespaces ? absent() : QString()}};
    }
    if (!values.isEmpty() && values.last().text == text)
        return;
    values.append({m_clock.elapsed(), text});
    Q_EMIT changed(namespaceName, kind);
}

QMap<QString, ServerHistory::Figures> ServerHistory::figures(const std::array<QJsonObject, kinds> &lists)
{
    std::array<QHash<QString, QHash<QString, QString>>, kinds> texts;
    QMap<QString, Figures> figures;
    for (const Kind kind : {Kind::Namespaces, Kind::Quotas, Kind::Pods}) {
        for (const QJsonValue &item : lists[static_cast<size_t>(kind)][QLatin1String("items")].toArray()) {
            const QJsonValue metadata = item[QLatin1String("metadata")];
            const QString name = metadata[QLatin1String("name")].toString();
            if (kind == Kind::Namespaces && label(item.toObject(), "tenant").toString().isEmpty())
                continue;
            const QString space = kind == Kind::Namespaces ? name : metadata[QLatin1String("namespace")].toString();
            texts[static_cast<size_t>(kind)][space][name] = textOf(kind, item.toObject());
        }
    }
    for (auto it = texts[0].begin(); it != texts[0].end(); ++it) {
        for (size_t kind = 0; kind < kinds; ++kind)
            figures[it.key()][kind] = joined(texts[kind].value(it.key()));
    }
    return figures;
}
