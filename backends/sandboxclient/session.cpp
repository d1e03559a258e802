// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandboxclient/session.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace SandboxClient {

namespace {

constexpr qint64 maxBytes = 1024 * 1024;

QString textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

} // namespace

Result<Session> Session::parse(const QByteArray &json)
{
    QJsonParseError fault;
    const QJsonObject object = QJsonDocument::fromJson(json, &fault).object();
    Session session;
    session.kubeconfig = textOf(object, "kubeconfig");
    session.control = QUrl(textOf(object, "control"));
    session.token = textOf(object, "token");
    session.authority = textOf(object, "authority").toUtf8();
    session.incident = textOf(object, "incident");
    for (const QJsonValue value : object.value(QLatin1String("clusters")).toArray()) {
        const QJsonObject cluster = value.toObject();
        session.clusters.append({textOf(cluster, "name"), textOf(cluster, "context"),
            QUrl(textOf(cluster, "prometheus")), QUrl(textOf(cluster, "alertmanager"))});
    }
    for (const QJsonValue value : object.value(QLatin1String("missingPackages")).toArray())
        session.missingPackages.append(value.toString());
    if (session.kubeconfig.isEmpty() || !session.control.isValid())
        return Error{Error::Kind::Malformed, 0, plainDetail(fault.errorString()), {}, {}};
    return session;
}

Result<Session> Session::read(const QString &file)
{
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Configuration, 0, plainDetail(opened.errorString()), file, {}};
    auto session = parse(opened.read(maxBytes));
    if (session)
        return session;
    Error error = session.error();
    error.where = file;
    return error;
}

QByteArray Session::toJson() const
{
    QJsonArray list;
    for (const Cluster &cluster : clusters) {
        list.append(QJsonObject{{QStringLiteral("name"), cluster.name}, {QStringLiteral("context"), cluster.context},
            {QStringLiteral("prometheus"), cluster.prometheus.toString()},
            {QStringLiteral("alertmanager"), cluster.alertmanager.toString()}});
    }
    const QJsonObject object{{QStringLiteral("kubeconfig"), kubeconfig}, {QStringLiteral("clusters"), list},
        {QStringLiteral("control"), control.toString()}, {QStringLiteral("token"), token},
        {QStringLiteral("authority"), QString::fromUtf8(authority)}, {QStringLiteral("incident"), incident},
        {QStringLiteral("missingPackages"), QJsonArray::fromStringList(missingPackages)}};
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace SandboxClient
