// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QProcess>
#include <QUrl>

#include <functional>

namespace Sandbox {

//! Another program that serves HTTP on loopback, at a port that is free when it starts, and never outlives this
//! process. Belongs to one thread, which must live as long as the child does: the kernel ends the child with it.
class ChildServer final : public QObject
{
    Q_OBJECT

public:
    struct Command
    {
        QString program; //!< an absolute path
        //! The arguments that make it listen at "127.0.0.1:PORT".
        std::function<QStringList(const QString &address)> arguments;
        QString logFile; //!< gets what it prints; written anew
        QString readyPath; //!< answers 200 once it works
    };

    //! \a clock must outlive this.
    ChildServer(Command command, const Clock &clock, QObject *parent = nullptr);
    ~ChildServer() override;

    void start();
    //! Empty before ready().
    [[nodiscard]] QUrl url() const { return m_ready ? m_url : QUrl(); }

Q_SIGNALS:
    void ready(const QUrl &url);
    //! It could not be started, or has ended; it is not started again. \a why: one sentence, not translated, for a log.
    void failed(const QString &why);

private:
    static constexpr std::chrono::milliseconds pollPause{100};
    static constexpr std::chrono::milliseconds patience{30000}; //!< reading a large storage takes a while
    static constexpr int maxTries = 3; //!< somebody else may take the port in between

    Command m_command;
    const Clock &m_clock;
    QNetworkAccessManager m_network;
    std::unique_ptr<QProcess> m_process;
    std::unique_ptr<Alarm> m_poll;
    QUrl m_url;
    std::chrono::milliseconds m_started{0};
    int m_tries = 0;
    bool m_ready = false;

    void launch();
    void ask();
    void answered(bool works);
    void ended();
    void fail(const QString &why);
};

} // namespace Sandbox
