// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/slo/promtool.h"

#include "backends/core/clock.h"
#include "backends/core/error.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>

#include <utility>

Promtool::Promtool(const Clock &clock, const QString &program, QObject *parent)
    : QObject(parent), m_clock(clock), m_program(program)
{
}

Promtool::~Promtool()
{
    abandon();
}

bool Promtool::present() const
{
    return !QStandardPaths::findExecutable(m_program).isEmpty();
}

//! QProcess waits in its destructor for one that still runs; one that is given up leaves when it has ended.
void Promtool::abandon()
{
    m_deadline.reset();
    QProcess *leaving = std::exchange(m_process, nullptr);
    if (!leaving)
        return;
    leaving->disconnect(this);
    leaving->setParent(nullptr);
    if (leaving->state() == QProcess::NotRunning) {
        leaving->deleteLater();
        return;
    }
    connect(leaving, &QProcess::finished, leaving, &QObject::deleteLater);
    leaving->kill();
}

void Promtool::check(const QByteArray &yaml)
{
    abandon();
    m_file = std::make_unique<QTemporaryFile>();
    if (!m_file->open() || m_file->write(yaml) != yaml.size() || !m_file->flush()) {
        const QString why = m_file->errorString();
        QMetaObject::invokeMethod(
            this, [this, why] { finish(Verdict::Failed, why); }, Qt::QueuedConnection);
        return;
    }
    m_process = new QProcess(this);
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setStandardInputFile(QProcess::nullDevice());
    connect(m_process, &QProcess::finished, this,
        [this](int exitCode, QProcess::ExitStatus status) { takeEnd(exitCode, status == QProcess::CrashExit); });
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish(present() ? Verdict::Failed : Verdict::Missing, m_process->errorString());
    });
    m_deadline = m_clock.after(patience, [this] { finish(Verdict::Failed, tr("It did not answer in time.")); });
    m_process->start(m_program, {QStringLiteral("check"), QStringLiteral("rules"), m_file->fileName()});
}

void Promtool::takeEnd(int exitCode, bool crashed)
{
    // The name of the file that it was given says nothing to anybody.
    const QString said = plainFact(QString::fromUtf8(m_process->read(longestOutput * 4))
                                       .left(longestOutput)
                                       .remove(m_file->fileName() + QLatin1String(": "))
                                       .remove(m_file->fileName())
                                       .trimmed());
    if (crashed)
        finish(Verdict::Failed, said);
    else
        finish(exitCode == 0 ? Verdict::Good : Verdict::Bad, said);
}

void Promtool::finish(Verdict verdict, const QString &said)
{
    abandon();
    m_file.reset();
    Q_EMIT checked(verdict, said);
}
