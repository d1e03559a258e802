// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedserver.h"

ScriptedServer::ScriptedServer(Handler handler, const QSslConfiguration &tls)
    : m_handler(std::move(handler)), m_tls(!tls.isNull())
{
    if (m_tls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(tls);
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &ScriptedServer::accept);
    m_server->listen(QHostAddress::LocalHost);
}

ScriptedServer::~ScriptedServer() = default;

quint16 ScriptedServer::port() const
{
    return m_server->serverPort();
}

QString ScriptedServer::url() const
{
    return QStringLiteral("%1://127.0.0.1:%2")
        .arg(m_tls ? QStringLiteral("https") : QStringLiteral("http"))
        .arg(port());
}

void ScriptedServer::stopListening()
{
    m_server->close();
}

void ScriptedServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        auto buffer = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, buffer] { read(*socket, *buffer); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (socket->bytesAvailable() > 0)
            read(*socket, *buffer);
    }
}

void ScriptedServer::read(QTcpSocket &socket, QByteArray &buffer)
{
    buffer += socket.readAll();
    while (true) {
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Request request;
        request.head = buffer.first(end + 2);
        const QList<QByteArray> lines = buffer.first(end).split('\n');
        const QList<QByteArray> first = lines.first().trimmed().split(' ');
        request.method = first.value(0);
        request.target = first.value(1);
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const qsizetype colon = lines[i].indexOf(':');
            request.headers.insert(
                lines[i].first(qMax<qsizetype>(colon, 0)).trimmed().toLower(), lines[i].sliced(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length").toLongLong();
        if (buffer.size() < end + 4 + length)
            return;
        request.body = buffer.sliced(end + 4, length);
        buffer.remove(0, end + 4 + length);
        ++m_requests;
        m_handler(request, socket);
    }
}

void ScriptedServer::reply(
    QTcpSocket &socket, int status, const QByteArray &body, const QByteArray &type, const QByteArray &moreHeaders)
{
    socket.write("HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\nContent-Type: " + type
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + moreHeaders + "\r\n" + body);
}
