// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QSslConfiguration>
#include <QSslServer>
#include <QTcpSocket>

#include <functional>

//! An HTTP/1.1 server on loopback that does exactly what the test says, down to the byte: truncates, stays silent,
//! streams. Plain, or with TLS when a configuration is given.
class ScriptedServer final : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        QByteArray method;
        QByteArray target;
        QHash<QByteArray, QByteArray> headers; //!< names in lower case
        QByteArray head; //!< as it came, each line with its end
        QByteArray body;
    };
    //! Writes whatever it likes to the socket; nothing is added.
    using Handler = std::function<void(const Request &, QTcpSocket &)>;

    explicit ScriptedServer(Handler handler, const QSslConfiguration &tls = {});
    ~ScriptedServer() override;

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QString url() const; //!< with https when there is TLS
    [[nodiscard]] int requests() const { return m_requests; }
    void stopListening();

    //! A whole answer with a length.
    static void reply(QTcpSocket &socket, int status, const QByteArray &body,
        const QByteArray &type = QByteArrayLiteral("application/json"), const QByteArray &moreHeaders = {});

private:
    Handler m_handler;
    std::unique_ptr<QTcpServer> m_server;
    bool m_tls = false;
    int m_requests = 0;

    void accept();
    void read(QTcpSocket &socket, QByteArray &buffer);
};
