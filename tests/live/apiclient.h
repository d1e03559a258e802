// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrl>

#include <functional>

//! Speaks to the API server directly, with Qt alone: what our own client is held against must not be our own client.
class ApiClient final
{
public:
    //! The administrator of \a kubeconfig as world.sh writes it.
    explicit ApiClient(const QString &kubeconfig);

    [[nodiscard]] QUrl server() const { return m_server; }
    [[nodiscard]] QByteArray authorities() const { return m_authorities; }
    //! The same file's content with another server, trusting \a authorities (PEM).
    [[nodiscard]] QByteArray kubeconfigFor(const QString &server, const QByteArray &authorities) const;

    using Done = std::function<void(int status, const QJsonObject &answer)>;
    //! \a status is 0 when there was no answer. Bodies of PATCH are merge patches.
    void send(const QByteArray &method, const QString &path, const QByteArray &body, QObject *context, Done done);
    //! An open watch; belongs to the caller.
    [[nodiscard]] QNetworkReply *watch(const QString &path, const QString &resourceVersion);

private:
    QJsonObject m_config;
    QUrl m_server;
    QByteArray m_authorities;
    QByteArray m_token;
    QSslConfiguration m_tls;
    QNetworkAccessManager m_requests;
    QNetworkAccessManager m_watches;

    [[nodiscard]] QNetworkRequest request(const QString &pathAndQuery) const;
};
