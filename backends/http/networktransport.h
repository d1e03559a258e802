// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/http/credentials.h"
#include "backends/http/tlssettings.h"
#include "backends/http/transport.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QObject>
#include <QUrl>

namespace Http {

//! Everything needed to talk to one server.
struct Endpoint
{
    QUrl base; //!< scheme, host, port and path prefix
    TlsSettings tls;
    QNetworkProxy proxy{QNetworkProxy::NoProxy};
    bool compression = true; //!< ask for packed answers
    //! What an answer outside 2xx means in this server's protocol.
    std::function<Error(int status, QByteArrayView body)> failure;

    [[nodiscard]] QString name() const; //!< host:port, for people
};

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
        Endpoint endpoint, std::unique_ptr<Credentials> credentials, const Clock &clock, QObject *parent = nullptr);
    ~NetworkTransport() override;

    [[nodiscard]] std::unique_ptr<Call> send(const Request &request, Done done) override;
    [[nodiscard]] std::unique_ptr<Call> stream(const Request &request, StreamEvents events) override;
    void reconnect() override;

    [[nodiscard]] const Endpoint &endpoint() const { return m_endpoint; }

Q_SIGNALS:
    //! Every connection is given up; calls end with Error::ConnectionLost.
    void connectionsDropped();

private:
    friend class NetworkCall;

    Endpoint m_endpoint;
    std::unique_ptr<Credentials> m_credentials;
    const Clock &m_clock;
    std::unique_ptr<QNetworkAccessManager> m_requests;
    std::unique_ptr<QNetworkAccessManager> m_streams;
    std::optional<QSslConfiguration> m_tls;

    [[nodiscard]] Result<QNetworkRequest> prepare(const Request &request);
    [[nodiscard]] std::unique_ptr<QNetworkAccessManager> makeManager() const;
};

} // namespace Http
