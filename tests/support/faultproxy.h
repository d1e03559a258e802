// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/certificates.h"
#include "tests/support/fault.h"

#include <QThread>
#include <QUrl>

#include <memory>

//! Stands between a client and a real server and lets things go wrong. Has a thread of its own; its functions may be
//! called from any other.
class FaultProxy final
{
public:
    enum class Mode {
        Tunnel, //!< relays TCP; TLS and HTTP/2 reach from end to end. Odd connections count as those of watches
        Http, //!< ends TLS itself, with a certificate of its own authority, and speaks HTTP/1.1 to the client
    };

    //! \a upstream is http or https; \a authorities (PEM) are whom its certificate is trusted for in Mode::Http.
    FaultProxy(Mode mode, const QUrl &upstream, const QByteArray &authorities);
    ~FaultProxy();
    Q_DISABLE_COPY_MOVE(FaultProxy)

    [[nodiscard]] QString url() const { return m_url; }
    //! Whom a client has to trust in Mode::Http. PEM.
    [[nodiscard]] QByteArray authority() const { return m_authority.certificate; }

    //! The scenario's time begins now.
    void start(const QList<Fault> &faults);
    void heal();
    //! How many connections or requests met a fault of this kind.
    [[nodiscard]] int struck(Fault::Kind kind) const { return m_board.count(kind); }
    //! Connections that were accepted so far.
    [[nodiscard]] int connections() const { return m_connections; }

private:
    class Listener;

    FaultBoard m_board;
    Certificates::Pair m_authority;
    QString m_url;
    std::atomic<int> m_connections = 0;
    QThread m_thread;
    std::unique_ptr<Listener> m_listener; // lives in m_thread
};
