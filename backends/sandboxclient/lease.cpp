// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandboxclient/lease.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <utility>

namespace SandboxClient {

Lease::Lease(Place place, Program program, const Clock &clock, QObject *parent)
    : QObject(parent), m_place(std::move(place)), m_program(std::move(program)), m_clock(clock)
{
}

Lease::~Lease()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void Lease::open()
{
    m_process.reset();
    m_starts = 0;
    m_lastTry = false;
    if (const auto prepared = m_place.prepare(); !prepared) {
        const QString detail = prepared.error().where + QLatin1String(": ") + prepared.error().detail;
        // Not from within open(): whoever calls it is not ready for an answer yet.
        m_retry = m_clock.after({}, [this, detail] { fail(LeaseFailure::PlaceUnusable, detail); });
        return;
    }
    m_deadline = m_clock.after(patience, [this] { fail(LeaseFailure::TookTooLong, lastWords()); });
    connectSocket();
}

void Lease::connectSocket()
{
    if (m_socket)
        m_socket->disconnect(this);
    m_socket = std::make_unique<QLocalSocket>();
    connect(m_socket.get(), &QLocalSocket::errorOccurred, this, [this] {
        if (m_socket->state() != QLocalSocket::ConnectedState && !m_held)
            m_retry = m_clock.after({}, [this] { refused(); });
    });
    connect(m_socket.get(), &QLocalSocket::readyRead, this, &Lease::read);
    connect(m_socket.get(), &QLocalSocket::disconnected, this, &Lease::disconnected);
    m_socket->connectToServer(m_place.socket());
}

void Lease::refused()
{
    if (m_lastTry && lastWords().isEmpty() && m_starts < maxStarts)
        m_process.reset(); // another sandbox was just about to end, so ours made way for it
    if (!m_process) {
        m_lastTry = false;
        startProgram();
    } else if (m_lastTry) {
        fail(LeaseFailure::Ended, lastWords());
    }
    if (!m_process || !m_deadline)
        return;
    // It may have ended because another console was quicker: its sandbox is as good.
    m_lastTry = hasEnded();
    m_retry = m_clock.after(retryPause, [this] { connectSocket(); });
}

void Lease::startProgram()
{
    if (m_program.path.isEmpty()) {
        fail(LeaseFailure::ProgramMissing, {});
        return;
    }
    QProcess process;
    process.setProgram(m_program.path);
    process.setArguments(m_program.arguments + QStringList{QStringLiteral("--leased")});
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(m_place.log());
    qint64 id = 0;
    ++m_starts;
    // A process of its own: it must outlive this console when another one holds it.
    if (process.startDetached(&id))
        m_process = id;
    else
        fail(LeaseFailure::ProgramMissing, m_program.path + QLatin1String(": ") + process.errorString());
}

void Lease::read()
{
    while (m_socket && m_socket->canReadLine())
        take(m_socket->readLine(maxLine));
    if (m_socket && m_socket->bytesAvailable() >= maxLine)
        fail(LeaseFailure::Unreadable, {});
}

void Lease::take(const QByteArray &line)
{
    const QJsonObject said = QJsonDocument::fromJson(line).object();
    const QString state = said.value(QLatin1String("state")).toString();
    if (state == QLatin1String("ready")) {
        const auto session = Session::read(m_place.session());
        if (!session) {
            fail(LeaseFailure::Unreadable, session.error().where + QLatin1String(": ") + session.error().detail);
            return;
        }
        m_deadline.reset();
        if (std::exchange(m_held, true))
            Q_EMIT changed(*session);
        else
            Q_EMIT ready(*session);
    } else if (state == QLatin1String("failed")) {
        fail(LeaseFailure::Ended, plainFact(said.value(QLatin1String("why")).toString()));
    } else if (state.isEmpty()) {
        fail(LeaseFailure::Unreadable, {});
    }
}

void Lease::disconnected()
{
    if (m_held) {
        m_held = false;
        Q_EMIT lost();
    } else {
        // It was just about to end, or ended while it started.
        m_retry = m_clock.after(retryPause, [this] { connectSocket(); });
    }
}

void Lease::fail(LeaseFailure failure, const QString &detail)
{
    m_retry.reset();
    m_deadline.reset();
    m_held = false;
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket.release()->deleteLater(); // this may be one of its signals
    }
    Q_EMIT failed(failure, detail);
}

//! Its parent is not us, so its end is read from the system.
bool Lease::hasEnded() const
{
    QFile status(QStringLiteral("/proc/%1/stat").arg(*m_process));
    if (!status.open(QIODevice::ReadOnly))
        return true;
    const QByteArray line = status.readAll();
    const QByteArray state = line.mid(line.lastIndexOf(')') + 2, 1);
    return state == "Z" || state == "X";
}

QString Lease::lastWords() const
{
    if (!m_process)
        return {};
    QFile log(m_place.log());
    if (!log.open(QIODevice::ReadOnly))
        return {};
    if (log.size() > Error::maxFact)
        log.seek(log.size() - Error::maxFact);
    return plainFact(QString::fromLocal8Bit(log.read(Error::maxFact))).trimmed();
}

} // namespace SandboxClient
