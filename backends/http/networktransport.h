// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/http/credentials.h"
#include "backends/http/server.h"
#include "backends/http/transport.h"

#include <QNetworkAccessManager>
#include <QObject>

namespace Http {

//! Transport over QNetworkAccessManager. Requests and streams have a manager each: with HTTP/1.1 Qt opens at most six
//! connections a host and manager, and watches would starve requests. HTTP/2 is used where the server offers it, with
//! receive windows that let a list through at full speed. Sends credentials over https only, follows no redirect (a
//! token must not leave its origin) and keeps neither cookies nor caches.
class NetworkTransport final : public QObject, public Transport
{
    Q_OBJECT

public:
    //! \a clock must outlive this. TLS material is read when the first request needs it, and again after reconnect().
    NetworkTransport(
        Server server, std::unique_ptr<Credentials> credentials, const Clock &clock, QObject *parent = nullptr);
    ~NetworkTransport() override;

    [[nodiscard]] std::unique_ptr<Call> send(const Request &request, Done done) override;
    [[nodiscard]] std::unique_ptr<Call> stream(const Request &request, StreamEvents events) override;
    void reconnect() override;

    [[nodiscard]] const Server &server() const { return m_server; }

Q_SIGNALS:
    //! Every connection is given up; calls end with Error::ConnectionLost.
    void connectionsDropped();

private:
    friend class NetworkCall;

    Server m_server;
    std::unique_ptr<Credentials> m_credentials;
    const Clock &m_clock;
    std::unique_ptr<QNetworkAccessManager> m_requests;
    std::unique_ptr<QNetworkAccessManager> m_streams;
    std::optional<QSslConfiguration> m_tls;
    QByteArray m_grantedCertificate; // that m_tls was made with

    [[nodiscard]] bool secure() const { return m_server.base.scheme() == QLatin1String("https"); }
    [[nodiscard]] Result<QNetworkRequest> prepare(const Request &request, const Grant &grant);
    [[nodiscard]] std::optional<Error> prepareTls(const Grant &grant);
    void renewManagers();
    [[nodiscard]] std::unique_ptr<QNetworkAccessManager> makeManager() const;
};

} // namespace Http
