// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/monitoring/childserver.h"

#include "backends/sandbox/monitoring/retire.h"

#include <QNetworkReply>
#include <QTcpServer>

#include <utility>

namespace Sandbox {

namespace {

quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost, 0) ? probe.serverPort() : quint16(0);
}

} // namespace

ChildServer::ChildServer(Command command, const Clock &clock, QObject *parent)
    : QObject(parent), m_command(std::move(command)), m_clock(clock)
{
}

ChildServer::~ChildServer()
{
    retire(std::move(m_process));
}

void ChildServer::start()
{
    m_started = m_clock.elapsed();
    launch();
}

void ChildServer::launch()
{
    ++m_tries;
    const QString address = QStringLiteral("127.0.0.1:%1").arg(freePort());
    m_url = QUrl(QStringLiteral("http://") + address);
    retire(std::exchange(m_process, std::make_unique<QProcess>()));
    bindToUs(*m_process, true);
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setStandardOutputFile(m_command.logFile);
    connect(m_process.get(), &QProcess::finished, this, &ChildServer::ended);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(m_process->errorString());
    });
    m_process->start(m_command.program, m_command.arguments(address));
    m_poll = m_clock.after(pollPause, [this] { ask(); });
}

void ChildServer::ask()
{
    QNetworkRequest request(m_url.resolved(QUrl(m_command.readyPath)));
    request.setTransferTimeout(2000);
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        answered(reply->error() == QNetworkReply::NoError);
    });
}

void ChildServer::answered(bool works)
{
    if (!m_process || m_ready)
        return;
    if (works) {
        m_ready = true;
        Q_EMIT ready(m_url);
    } else if (m_clock.elapsed() - m_started > patience) {
        fail(m_command.program + QStringLiteral(" does not answer at ") + m_url.toString());
    } else {
        m_poll = m_clock.after(pollPause, [this] { ask(); });
    }
}

void ChildServer::ended()
{
    m_poll.reset();
    if (!m_ready && m_tries < maxTries)
        launch();
    else
        fail(QStringLiteral("%1 has ended; %2 says why").arg(m_command.program, m_command.logFile));
}

void ChildServer::fail(const QString &why)
{
    m_poll.reset();
    m_ready = false;
    retire(std::move(m_process));
    Q_EMIT failed(why);
}

} // namespace Sandbox
