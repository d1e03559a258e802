// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fault.h"
#include "tests/support/faultlane.h"

#include <QTimer>
#include <QUrl>

#include <memory>

//! One client's connection and its continuation to the server, without insight into what passes.
class TunnelRelay final : public QObject
{
    Q_OBJECT

public:
    //! Takes \a client over.
    TunnelRelay(FaultBoard &board, QTcpSocket *client, const QUrl &upstream, int ordinal);
    ~TunnelRelay() override;

private:
    static constexpr int tick = 10; // ms
    static constexpr qint64 readBuffer = 256 * 1024; // a stall must reach the sender's own buffers

    FaultBoard &m_board;
    std::unique_ptr<QTcpSocket> m_client;
    QTcpSocket m_server;
    FaultLane m_up;
    FaultLane m_down;
    QTimer m_tick;
    int m_ordinal;
    qint64 m_mayPass = 0; // while a truncation lasts
    const Fault *m_met = nullptr; // for counting each meeting once
    bool m_lostUp = false;
    bool m_lostDown = false;

    void move();
    void end(bool reset);
    void meet(const Fault *fault);
    void forward(QTcpSocket &from, QTcpSocket &to, FaultLane &lane, bool lost, const Fault *fault);
};
