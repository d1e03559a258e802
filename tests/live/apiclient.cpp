// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/apiclient.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSslConfiguration>

ApiClient::ApiClient(const QString &kubeconfig) : m_tls(QSslConfiguration::defaultConfiguration())
{
    QFile file(kubeconfig);
    if (file.open(QIODevice::ReadOnly))
        m_config = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonValue cluster = m_config[QLatin1String("clusters")][0][QLatin1String("cluster")];
    m_server = QUrl(cluster[QLatin1String("server")].toString());
    m_authorities = QByteArray::fromBase64(cluster[QLatin1String("certificate-authority-data")].toString().toLatin1());
    for (const QJsonValue &user : m_config[QLatin1String("users")].toArray()) {
        if (user[QLatin1String("name")].toString() == QLatin1String("admin"))
            m_token = user[QLatin1String("user")][QLatin1String("token")].toString().toLatin1();
    }
    m_tls.setCaCertificates(QSslCertificate::fromData(m_authorities));
}

QByteArray ApiClient::kubeconfigFor(const QString &server, const QByteArray &authorities) const
{
    QJsonObject config = m_config;
    config[QLatin1String("clusters")] = QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("world")},
        {QStringLiteral("cluster"),
            QJsonObject{{QStringLiteral("server"), server},
                {QStringLiteral("certificate-authority-data"), QString::fromLatin1(authorities.toBase64())}}}}};
    return QJsonDocument(config).toJson();
}

QNetworkRequest ApiClient::request(const QString &pathAndQuery) const
{
    QNetworkRequest request(QUrl(m_server.toString() + pathAndQuery));
    request.setSslConfiguration(m_tls);
    request.setRawHeader("Authorization", "Bearer " + m_token);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("User-Agent", "witness");
    return request;
}

void ApiClient::send(const QByteArray &method, const QString &path, const QByteArray &body, QObject *context, Done done)
{
    QNetworkRequest prepared = request(path);
    prepared.setRawHeader("Content-Type", method == "PATCH" ? "application/merge-patch+json" : "application/json");
    prepared.setTransferTimeout(20000);
    QNetworkReply *reply = m_requests.sendCustomRequest(prepared, method, body);
    QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    QObject::connect(reply, &QNetworkReply::finished, context, [reply, done = std::move(done)] {
        done(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            QJsonDocument::fromJson(reply->readAll()).object());
    });
}

QNetworkReply *ApiClient::watch(const QString &path, const QString &resourceVersion)
{
    return m_watches.get(
        request(path + QStringLiteral("?watch=true&timeoutSeconds=3600&resourceVersion=") + resourceVersion));
}
