// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/http/connectionlane.h"
#include "backends/http/credentials.h"
#include "backends/http/server.h"
#include "backends/http/transport.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QObject>
#include <QSslConfiguration>

namespace Http {

//! Whether both say the same about us.
[[nodiscard]] bool sameProof(const Grant &one, const Grant &other);

//! Transport over QNetworkAccessManager. Requests have one manager and streams have others (see StreamLanes), because
//! over HTTP/1.1 watches would starve requests. HTTP/2 is used where the server offers it, with receive windows that
//! let a list through at full speed. Sends credentials over https only, follows no redirect (a token must not leave its
//! origin) and keeps neither cookies nor caches. A request that is answered with 401 goes out once more if the
//! credentials have something else to offer.
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
    [[nodiscard]] TransportStatus status() const override;
    void setLoginListener(std::function<void()> changed) override { m_loginListener = std::move(changed); }
    [[nodiscard]] std::unique_ptr<Call> logIn(std::function<void(Result<void>)> ready) override;

    [[nodiscard]] const Server &server() const { return m_server; }

Q_SIGNALS:
    //! Every connection is given up; calls end with Error::ConnectionLost.
    void connectionsDropped();

private:
    friend class NetworkCall;
    class Login;
    static constexpr int connectionsOverHttp1 = 6; // Qt's own limit for a host and manager
    //! Credentials that are refused although they are new would be refused by asking often, too.
    static constexpr std::chrono::seconds refreshPause{10};

    Server m_server;
    std::unique_ptr<Credentials> m_credentials;
    const Clock &m_clock;
    std::shared_ptr<ConnectionLane> m_requests;
    StreamLanes m_streams;
    std::optional<QSslConfiguration> m_tls;
    QByteArray m_grantedCertificate; // that m_tls was made with
    std::optional<Grant> m_lastGrant; // that a request went out with
    std::optional<std::chrono::milliseconds> m_noRefreshUntil;
    bool m_refreshing = false; // what was refused; until somebody gets an answer
    std::function<void()> m_loginListener;
    int m_logins = 0; // calls that wait for one
    qint64 m_bytesReceived = 0;
    bool m_http2 = false;
    QString m_protocol;
    QDateTime m_serverCertificateExpires;
    QDateTime m_clientCertificateExpires;

    [[nodiscard]] bool secure() const { return m_server.base.scheme() == QLatin1String("https"); }
    [[nodiscard]] Result<QNetworkRequest> prepare(const Request &request, const Grant &grant);
    [[nodiscard]] std::optional<Error> addHeaders(QNetworkRequest &request, const Grant &grant) const;
    [[nodiscard]] std::optional<Error> prepareTls(const Grant &grant);
    //! Tells the credentials that \a grant was refused; false when asking for another makes no sense now.
    [[nodiscard]] bool reject(const Grant &grant);
    void countLogins(int change);
    void learnFrom(const QNetworkReply &reply, ConnectionLane &lane);
    //! What is sent from now on goes over other connections.
    void doubt(const std::shared_ptr<ConnectionLane> &lane);
    void renewLanes();
    [[nodiscard]] std::shared_ptr<ConnectionLane> makeLane() const;
};

} // namespace Http
