// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/oauth/oauthdecode.h"

#include <QTcpServer>

#include <functional>

class QTcpSocket;

namespace OAuth {

//! Where a browser comes back after a login (RFC 8252, 7.3): listens on 127.0.0.1, takes the one request that carries
//! the right state, answers with a page of fixed text and stops listening. Whoever else asks is told that there is
//! nothing, and does not disturb the login.
class LoopbackRedirect final : public QObject
{
    Q_OBJECT

public:
    using Answered = std::function<void(const Redirect &)>;

    LoopbackRedirect(QByteArray state, Answered answered);
    ~LoopbackRedirect() override;

    //! The first of \a ports that is free, any without \a ports. Error::Configuration when none is.
    [[nodiscard]] Result<void> listen(const QList<quint16> &ports);
    [[nodiscard]] QString uri() const { return m_uri; } //!< stays when it is closed

private:
    QByteArray m_state;
    Answered m_answered;
    QTcpServer m_server;
    QString m_uri;

    void accept();
    void read(QTcpSocket &socket);
    void reply(QTcpSocket &socket, const QByteArray &status, const QString &text);
};

} // namespace OAuth
