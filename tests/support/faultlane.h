// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QTcpSocket>

#include <deque>

//! Bytes on their way to a socket, in order, each with the time before which it must not arrive.
class FaultLane
{
public:
    FaultLane() { m_clock.start(); }

    void push(const QByteArray &bytes, qint64 delay = 0)
    {
        if (!bytes.isEmpty())
            m_queue.push_back({m_clock.elapsed() + delay, bytes});
    }
    //! Writes what is due, at most \a limit bytes; how many those were.
    qint64 flush(QTcpSocket &to, qint64 limit = std::numeric_limits<qint64>::max())
    {
        qint64 written = 0;
        while (!m_queue.empty() && m_queue.front().due <= m_clock.elapsed() && written < limit) {
            QByteArray &front = m_queue.front().bytes;
            const QByteArray part = front.left(static_cast<qsizetype>(qMin<qint64>(limit - written, front.size())));
            to.write(part);
            written += part.size();
            front.remove(0, part.size());
            if (front.isEmpty())
                m_queue.pop_front();
        }
        return written;
    }
    [[nodiscard]] bool isEmpty() const { return m_queue.empty(); }
    void clear() { m_queue.clear(); }

private:
    struct Piece
    {
        qint64 due;
        QByteArray bytes;
    };
    QElapsedTimer m_clock;
    std::deque<Piece> m_queue;
};

//! Ends the connection so that the other side sees RST, not FIN.
void resetConnection(QTcpSocket &socket);
