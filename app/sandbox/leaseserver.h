// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/core/result.h"
#include "backends/sandboxclient/place.h"

#include <QByteArray>
#include <QLocalServer>
#include <QObject>

#include <memory>

//! The sandbox's end of SandboxClient::Lease: is the only one at its place, tells consoles when it is ready, and
//! notices when the last of them has gone.
class LeaseServer final : public QObject
{
    Q_OBJECT

public:
    //! \a clock must outlive this.
    LeaseServer(SandboxClient::Place place, const Clock &clock, QObject *parent = nullptr);
    ~LeaseServer() override;

    //! Error::Conflict when another sandbox is there; Error::Configuration when the place cannot be used.
    [[nodiscard]] Result<void> open();
    //! From now on abandoned() is told, first after a while in which nobody came.
    void endWithConsoles();
    //! The session's file has been written, or written again.
    void tellReady();
    //! \a why: a sentence.
    void tellFailed(const QString &why);
    [[nodiscard]] int consoles() const { return m_consoles; }

Q_SIGNALS:
    //! Nobody holds the sandbox any more.
    void abandoned();

private:
    //! A console that is started anew while another one closes finds its sandbox still there.
    static constexpr std::chrono::milliseconds grace{1500};
    //! A console connects within moments; one that was killed before never does.
    static constexpr std::chrono::milliseconds firstGrace{15000};

    SandboxClient::Place m_place;
    const Clock &m_clock;
    int m_lock = -1;
    QLocalServer m_server;
    QByteArray m_line = QByteArrayLiteral("{\"state\":\"starting\"}\n");
    std::unique_ptr<Alarm> m_end;
    int m_consoles = 0;
    bool m_leased = false;

    void accept();
    void leave();
    void tell(const QByteArray &line);
    void endIn(std::chrono::milliseconds delay);
};
