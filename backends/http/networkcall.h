// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/http/connectionlane.h"
#include "backends/http/credentials.h"
#include "backends/http/transport.h"

#include <QNetworkReply>
#include <QObject>
#include <QSslError>

#include <memory>
#include <optional>

namespace Http {

class NetworkTransport;

//! One request of a NetworkTransport on its way, of either kind: login, timers, certificate errors and the end are the
//! same for both. After a 401 it asks for other credentials, and goes out once more if there are any.
class NetworkCall final : public QObject, public Call
{
    Q_OBJECT

public:
    NetworkCall(NetworkTransport &transport, const Request &request, Transport::Done done);
    NetworkCall(NetworkTransport &transport, const Request &request, Transport::StreamEvents events);
    ~NetworkCall() override;

    void start();

private:
    struct ReplyDeleter
    {
        void operator()(QNetworkReply *reply) const
        {
            reply->disconnect();
            // Not abort(): an error that the reply's own thread has already posted would come on top and make Qt warn.
            // Going ends the request as well, and Qt forbids going inside the reply's own signals.
            reply->deleteLater();
        }
    };

    NetworkTransport &m_transport;
    Request m_request;
    Transport::Done m_done;
    Transport::StreamEvents m_events;
    bool m_streaming;
    bool m_opened = false;
    bool m_waitsForLogin = false;
    std::optional<Grant> m_grant; // that it went out with
    std::optional<Error> m_refusal; // a 401: it is out for the second time, or about to be
    std::unique_ptr<Call> m_login;
    std::shared_ptr<ConnectionLane> m_lane; // before the reply: it goes last
    std::unique_ptr<QNetworkReply, ReplyDeleter> m_reply;
    //! A stream that somebody gives up after so long a silence of its whole lane was given up for that.
    static constexpr std::chrono::milliseconds suspicious{3000};

    QList<QSslError> m_tlsErrors;
    QByteArray m_body;
    qint64 m_handedOn = 0;
    std::chrono::milliseconds m_sentAt{0};
    std::chrono::milliseconds m_heardAt{0};
    std::chrono::milliseconds m_left; // of the deadline
    std::unique_ptr<Alarm> m_silence;
    std::unique_ptr<Alarm> m_deadline;

    void logIn();
    void loginOver();
    void heard();
    void doubtLane(std::chrono::milliseconds since);
    void take(const Result<Grant> &grant);
    void dispatch(const Grant &grant);
    void failLater(const Error &error);
    void armSilence(std::chrono::milliseconds wait);
    void checkSilence();
    void readHead();
    void readBody();
    QByteArray readAll();
    bool deliver();
    void finish();
    [[nodiscard]] bool sendAgainWithOtherCredentials();
    void giveUp(Error::Kind kind, const QString &detail, int httpStatus = 0);
    void end(const std::optional<Error> &error);
    [[nodiscard]] bool handsOn() const { return m_streaming || m_request.onBytes; }
    [[nodiscard]] int status() const;
    [[nodiscard]] bool failed() const { return status() != 0 && (status() < 200 || status() >= 300); }
    [[nodiscard]] Error failure() const;
    [[nodiscard]] Error brokenConnection() const;
};

} // namespace Http
