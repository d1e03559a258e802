// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/leaseserver.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

LeaseServer::LeaseServer(SandboxClient::Place place, const Clock &clock, QObject *parent)
    : QObject(parent), m_place(std::move(place)), m_clock(clock)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &LeaseServer::accept);
}

LeaseServer::~LeaseServer()
{
    // Consoles that go with the server are not missed.
    for (QLocalSocket *console : m_server.findChildren<QLocalSocket *>(Qt::FindDirectChildrenOnly))
        console->disconnect(this);
    m_server.close();
    if (m_lock >= 0)
        ::close(m_lock); // and with it the lock
}

Result<void> LeaseServer::open()
{
    if (auto prepared = m_place.prepare(); !prepared)
        return prepared;
    // The kernel takes the lock away when the process ends in whatever way; a file with a number in it would stay.
    m_lock = ::open(QFile::encodeName(m_place.lock()).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_lock < 0 || ::flock(m_lock, LOCK_EX | LOCK_NB) != 0) {
        const bool taken = m_lock >= 0 && errno == EWOULDBLOCK;
        return Error{taken ? Error::Kind::Conflict : Error::Kind::Configuration, 0,
            QString::fromLocal8Bit(std::strerror(errno)), m_place.lock(), {}};
    }
    QLocalServer::removeServer(m_place.socket()); // of one that was killed
    if (!m_server.listen(m_place.socket()))
        return Error{Error::Kind::Configuration, 0, m_server.errorString(), m_place.socket(), {}};
    return {};
}

void LeaseServer::endWithConsoles()
{
    m_leased = true;
    if (m_consoles == 0)
        endIn(firstGrace);
}

void LeaseServer::tellReady()
{
    tell(QByteArrayLiteral("{\"state\":\"ready\"}\n"));
}

void LeaseServer::tellFailed(const QString &why)
{
    const QJsonObject said{{QStringLiteral("state"), QStringLiteral("failed")}, {QStringLiteral("why"), why}};
    tell(QJsonDocument(said).toJson(QJsonDocument::Compact) + '\n');
}

void LeaseServer::tell(const QByteArray &line)
{
    m_line = line;
    for (QLocalSocket *console : m_server.findChildren<QLocalSocket *>(Qt::FindDirectChildrenOnly)) {
        console->write(line);
        console->flush();
    }
}

void LeaseServer::accept()
{
    while (QLocalSocket *console = m_server.nextPendingConnection()) {
        ++m_consoles;
        m_end.reset();
        connect(console, &QLocalSocket::disconnected, this, [this, console] {
            console->deleteLater();
            leave();
        });
        // They have nothing to say; what they say anyhow is not kept.
        connect(console, &QLocalSocket::readyRead, console, [console] { console->readAll(); });
        console->write(m_line);
    }
}

void LeaseServer::leave()
{
    --m_consoles;
    if (m_leased && m_consoles == 0)
        endIn(grace);
}

void LeaseServer::endIn(std::chrono::milliseconds delay)
{
    m_end = m_clock.after(delay, [this] {
        m_server.close(); // who comes now starts another one
        Q_EMIT abandoned();
    });
}
