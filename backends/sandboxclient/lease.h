// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/sandboxclient/leasefailure.h"
#include "backends/sandboxclient/place.h"
#include "backends/sandboxclient/session.h"

#include <QLocalSocket>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace SandboxClient {

//! A console's hold on the sandbox: joins the one that runs, or starts it, and keeps it alive by a connection that the
//! kernel closes when the console ends in whatever way. The last one that lets go ends it. Nothing blocks; belongs to
//! one thread.
class Lease final : public QObject
{
    Q_OBJECT

public:
    struct Program
    {
        QString path; //!< absolute; empty: it is not installed
        QStringList arguments; //!< without --leased
    };

    //! \a clock must outlive this.
    Lease(Place place, Program program, const Clock &clock, QObject *parent = nullptr);
    ~Lease() override;

    //! Once; again after failed() or lost().
    void open();
    [[nodiscard]] bool isHeld() const { return m_held; }

Q_SIGNALS:
    void ready(const SandboxClient::Session &session);
    //! There is more in it than before, as metrics come later.
    void changed(const SandboxClient::Session &session);
    //! \a detail: plain text, in the system's or the program's words; may be empty.
    void failed(SandboxClient::LeaseFailure failure, const QString &detail);
    //! It has ended although we held it.
    void lost();

private:
    static constexpr std::chrono::milliseconds retryPause{100};
    static constexpr std::chrono::milliseconds patience{90000}; //!< a fleet of 50,000 pods takes a while
    static constexpr int maxStarts = 30;
    static constexpr qint64 maxLine = 64 * 1024;

    Place m_place;
    Program m_program;
    const Clock &m_clock;
    std::unique_ptr<QLocalSocket> m_socket;
    std::unique_ptr<Alarm> m_retry;
    std::unique_ptr<Alarm> m_deadline;
    std::optional<qint64> m_process; // started by us
    int m_starts = 0;
    bool m_lastTry = false; // the process has ended: nothing comes of it after the next try
    bool m_held = false;

    void connectSocket();
    void refused();
    void startProgram();
    void read();
    void take(const QByteArray &line);
    void disconnected();
    void fail(LeaseFailure failure, const QString &detail);
    [[nodiscard]] bool hasEnded() const;
    [[nodiscard]] QString lastWords() const;
};

} // namespace SandboxClient
