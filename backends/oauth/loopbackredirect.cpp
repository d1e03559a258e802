// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/oauth/loopbackredirect.h"

#include "backends/oauth/pkce.h"

#include <QCoreApplication>
#include <QTcpSocket>

namespace OAuth {

namespace {

constexpr qint64 longestHead = 16 * 1024;
constexpr int connections = 16;
constexpr auto path = "/callback";

QString sentence(const char *text)
{
    return QCoreApplication::translate("LoopbackRedirect", text);
}

} // namespace

LoopbackRedirect::LoopbackRedirect(QByteArray state, Answered answered)
    : m_state(std::move(state)), m_answered(std::move(answered))
{
    m_server.setMaxPendingConnections(connections);
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackRedirect::accept);
}

LoopbackRedirect::~LoopbackRedirect() = default;

Result<void> LoopbackRedirect::listen(const QList<quint16> &ports)
{
    const QList<quint16> candidates = ports.isEmpty() ? QList<quint16>{0} : ports;
    for (const quint16 port : candidates) {
        if (m_server.listen(QHostAddress(QHostAddress::LocalHost), port)) {
            m_uri = QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()) + QLatin1String(path);
            return {};
        }
    }
    return Error{Error::Kind::Configuration, 0, plainDetail(m_server.errorString()),
        QStringLiteral("127.0.0.1:%1").arg(candidates.first()), {}};
}

void LoopbackRedirect::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        socket->setReadBufferSize(longestHead + 1);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (m_server.findChildren<QTcpSocket *>().size() > connections)
            socket->abort();
        else if (socket->bytesAvailable() > 0)
            read(*socket);
    }
}

void LoopbackRedirect::read(QTcpSocket &socket)
{
    const QByteArray head = socket.peek(longestHead + 1);
    if (!head.contains("\r\n\r\n")) {
        if (head.size() > longestHead)
            socket.abort();
        return;
    }
    socket.readAll();
    disconnect(&socket, &QTcpSocket::readyRead, this, nullptr);
    const auto redirect = decodeRedirect(head, path);
    if (!redirect || !m_server.isListening() || !sameWord(redirect->state.toLatin1(), m_state)) {
        reply(socket, "404 Not Found", sentence(QT_TRANSLATE_NOOP("LoopbackRedirect", "There is nothing here.")));
        return;
    }
    m_server.close();
    // Queued, because what is told may destroy this and, with it, the socket whose signal this is.
    const auto tell = [this, answer = *redirect] {
        const auto answered = std::move(m_answered);
        answered(answer);
    };
    connect(&socket, &QTcpSocket::disconnected, this, tell, Qt::QueuedConnection);
    reply(socket, "200 OK",
        sentence(QT_TRANSLATE_NOOP(
            "LoopbackRedirect", "Pilothouse has the answer to your login. You can close this page.")));
}

void LoopbackRedirect::reply(QTcpSocket &socket, const QByteArray &status, const QString &text)
{
    const QByteArray page
        = "<!doctype html><html><head><meta charset=\"utf-8\"><title>Pilothouse</title></head><body><p>"
        + text.toHtmlEscaped().toUtf8() + "</p></body></html>\n";
    socket.write("HTTP/1.1 " + status
        + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + QByteArray::number(page.size())
        + "\r\nCache-Control: no-store\r\nContent-Security-Policy: default-src 'none'\r\nReferrer-Policy: no-referrer"
          "\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
        + page);
    socket.disconnectFromHost();
}

} // namespace OAuth
