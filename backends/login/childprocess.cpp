// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/login/childprocess.h"

#include <QProcess>

#include <csignal>
#include <unistd.h>

namespace Login {

namespace {

constexpr qsizetype longestErrors = 16 * 1024;

//! The process leads a group of its own, so this reaches its children as well.
void signalGroup(const QProcess &process, int signal)
{
    if (const qint64 id = process.processId(); id > 0)
        ::kill(static_cast<pid_t>(-id), signal);
}

//! QProcess waits in its destructor for a process that still runs; this lets the event loop do that.
struct Reaper
{
    void operator()(QProcess *process) const
    {
        process->disconnect();
        if (process->state() == QProcess::NotRunning) {
            process->deleteLater();
            return;
        }
        QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
        QObject::connect(process, &QProcess::errorOccurred, process, [process](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                process->deleteLater();
        });
        signalGroup(*process, SIGKILL);
        process->kill(); // also when it had not come as far as to lead a group
    }
};

class Run final : public Http::Call
{
public:
    Run(const ChildProcess::Command &command, const Clock &clock, ChildProcess::Ended ended)
        : m_command(command), m_clock(clock), m_ended(std::move(ended))
    {
        QProcess *process = m_process.get();
        QObject::connect(process, &QProcess::readyReadStandardOutput, process, [this] { readOutput(); });
        QObject::connect(process, &QProcess::readyReadStandardError, process, [this] { readErrors(); });
        QObject::connect(process, &QProcess::finished, process,
            [this](int status, QProcess::ExitStatus how) { finished(status, how); });
        QObject::connect(process, &QProcess::errorOccurred, process, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                end(ChildProcess::Ending::How::NotStarted, 0, m_process->errorString());
        });
        process->setProcessEnvironment(command.environment);
        process->setStandardInputFile(QProcess::nullDevice());
        process->setChildProcessModifier([] { ::setsid(); });
    }
    Q_DISABLE_COPY_MOVE(Run)

    void start()
    {
        m_limit = m_clock.after(m_command.limit, [this] { tooLong(); });
        // Queued, because a program that cannot be started says so from within start().
        QMetaObject::invokeMethod(
            &m_here, [this] { m_process->start(m_command.program, m_command.arguments, QIODevice::ReadOnly); },
            Qt::QueuedConnection);
    }

private:
    ChildProcess::Command m_command;
    const Clock &m_clock;
    ChildProcess::Ended m_ended;
    std::unique_ptr<QProcess, Reaper> m_process{std::make_unique<QProcess>().release()};
    std::unique_ptr<Alarm> m_limit;
    QObject m_here; // what is queued for it dies with this
    QByteArray m_output;
    QByteArray m_errors;
    bool m_late = false;

    void readOutput()
    {
        m_output += m_process->readAllStandardOutput();
        if (m_output.size() <= m_command.outputLimit)
            return;
        m_output.clear();
        signalGroup(*m_process, SIGKILL);
        end(ChildProcess::Ending::How::SaidTooMuch, 0, {});
    }

    void readErrors()
    {
        m_errors += m_process->readAllStandardError();
        if (m_errors.size() > longestErrors)
            m_errors = m_errors.last(longestErrors);
    }

    void tooLong()
    {
        const bool again = m_late;
        m_late = true;
        signalGroup(*m_process, again ? SIGKILL : SIGTERM);
        if (again)
            end(ChildProcess::Ending::How::TookTooLong, 0, {});
        else
            m_limit = m_clock.after(m_command.grace, [this] { tooLong(); });
    }

    void finished(int status, QProcess::ExitStatus how)
    {
        using How = ChildProcess::Ending::How;
        readErrors();
        m_output += m_process->readAllStandardOutput();
        if (m_late)
            end(How::TookTooLong, status, {});
        else if (m_output.size() > m_command.outputLimit)
            end(How::SaidTooMuch, status, {});
        else
            end(how == QProcess::NormalExit ? How::Exited : How::Killed, status, {});
    }

    void end(ChildProcess::Ending::How how, int status, const QString &reason)
    {
        m_limit.reset();
        m_process->disconnect();
        const auto ended = std::move(m_ended); // it may destroy this
        const ChildProcess::Ending ending{how, status,
            how == ChildProcess::Ending::How::SaidTooMuch ? QByteArray() : std::move(m_output), std::move(m_errors),
            reason};
        ended(ending);
    }
};

} // namespace

std::unique_ptr<Http::Call> ChildProcess::start(const Command &command, const Clock &clock, Ended ended)
{
    auto run = std::make_unique<Run>(command, clock, std::move(ended));
    run->start();
    return run;
}

} // namespace Login
