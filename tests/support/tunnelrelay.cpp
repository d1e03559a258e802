// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tunnelrelay.h"

#include <QHostAddress>

#include <sys/socket.h>

void resetConnection(QTcpSocket &socket)
{
    const linger now{1, 0};
    setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    socket.abort();
}

TunnelRelay::TunnelRelay(FaultBoard &board, QTcpSocket *client, const QUrl &upstream, int ordinal)
    : m_board(board), m_client(client), m_ordinal(ordinal)
{
    m_client->setParent(nullptr);
    for (QTcpSocket *socket : {m_client.get(), &m_server}) {
        socket->setReadBufferSize(readBuffer);
        connect(socket, &QTcpSocket::readyRead, this, &TunnelRelay::move);
        // What is still in the other lane has a few ticks to arrive.
        connect(socket, &QTcpSocket::disconnected, this, &TunnelRelay::move);
    }
    connect(&m_server, &QTcpSocket::connected, this, &TunnelRelay::move);
    connect(&m_tick, &QTimer::timeout, this, &TunnelRelay::move);
    m_server.connectToHost(upstream.host(), static_cast<quint16>(upstream.port()));
    m_tick.start(tick);
}

TunnelRelay::~TunnelRelay()
{
    m_client->disconnect(this);
    m_server.disconnect(this);
}

void TunnelRelay::meet(const Fault *fault)
{
    if (fault == m_met)
        return;
    m_met = fault;
    if (!fault)
        return;
    m_board.struck(fault->kind);
    m_mayPass = fault->amount;
    if (fault->kind == Fault::Kind::Swallow) {
        m_lostDown = true;
        m_lostUp = fault->amount == 0;
    }
}

void TunnelRelay::move()
{
    // What is ofRequests() is of no concern here: it takes no part in a tunnel's scenarios.
    const auto what = m_ordinal % 2 == 0 ? Fault::Where::Lists : Fault::Where::Watches;
    const Fault *fault = m_board.on(what, m_ordinal / 2);
    meet(fault);
    const bool ends = fault && (fault->kind == Fault::Kind::Reset || fault->kind == Fault::Kind::Finish);
    if (ends) {
        end(fault->kind == Fault::Kind::Reset);
        return;
    }
    if (m_server.state() == QAbstractSocket::ConnectedState || m_lostUp)
        forward(*m_client, m_server, m_up, m_lostUp, fault);
    forward(m_server, *m_client, m_down, m_lostDown, fault);
    const bool clientGone = m_client->state() == QAbstractSocket::UnconnectedState;
    const bool serverGone = m_server.state() == QAbstractSocket::UnconnectedState;
    const bool held = fault && fault->kind == Fault::Kind::Stall;
    if (clientGone && !serverGone && !held && m_up.isEmpty())
        m_server.disconnectFromHost();
    if (serverGone && !clientGone && !held && m_down.isEmpty() && !m_lostDown)
        m_client->disconnectFromHost();
    if (clientGone && serverGone)
        m_tick.stop();
}

void TunnelRelay::end(bool reset)
{
    for (QTcpSocket *socket : {m_client.get(), &m_server}) {
        if (socket->state() == QAbstractSocket::UnconnectedState)
            continue;
        if (reset)
            resetConnection(*socket);
        else
            socket->disconnectFromHost();
    }
    m_up.clear();
    m_down.clear();
}

void TunnelRelay::forward(QTcpSocket &from, QTcpSocket &to, FaultLane &lane, bool lost, const Fault *fault)
{
    const auto is = [fault](Fault::Kind kind) { return fault && fault->kind == kind; };
    const bool truncates = is(Fault::Kind::Truncate) && &from == &m_server;
    if (is(Fault::Kind::Stall) || (is(Fault::Kind::Drip) && sender() != &m_tick))
        return;
    QByteArray bytes;
    if (from.bytesAvailable() > 0) { // reading from what is closed is a warning
        const qint64 limit = is(Fault::Kind::Drip) ? fault->amount : truncates ? m_mayPass : from.bytesAvailable();
        bytes = from.read(limit);
    }
    if (lost)
        return;
    if (is(Fault::Kind::Corrupt) && !bytes.isEmpty())
        bytes[bytes.size() / 2] = static_cast<char>(~bytes[bytes.size() / 2]);
    lane.push(bytes, is(Fault::Kind::Delay) ? fault->amount : 0);
    const qint64 written = is(Fault::Kind::Drip) ? lane.flush(to, fault->amount) : lane.flush(to);
    if (truncates && (m_mayPass -= written) <= 0)
        end(false);
}
