// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandboxclient/control.h"

#include "backends/http/networktransport.h"
#include "backends/login/fixedcredentials.h"

namespace SandboxClient {

Control::Control(std::unique_ptr<Http::Transport> transport, QString language, const Clock &clock, QObject *parent)
    : QObject(parent), m_transport(std::move(transport)), m_language(std::move(language)), m_clock(clock)
{
}

Control::~Control() = default;

std::unique_ptr<Http::Transport> Control::transportTo(const Session &session, const Clock &clock)
{
    Http::Server server;
    server.base = session.control;
    server.tls.authorityData = session.authority;
    return std::make_unique<Http::NetworkTransport>(
        std::move(server), Login::FixedCredentials::bearer(session.token), clock);
}

Http::Request Control::request(const QString &path) const
{
    Http::Request request;
    request.path = path;
    request.query.addQueryItem(QStringLiteral("language"), m_language);
    request.sizeLimit = maxAnswer;
    return request;
}

void Control::start()
{
    readIncidents();
    readState();
}

void Control::readIncidents()
{
    m_incidentsCall = m_transport->send(request(QStringLiteral("/v1/incidents")), [this](const auto &answer) {
        const auto incidents = answer ? decodeIncidents(answer->body) : Result<QList<Incident>>(answer.error());
        if (!incidents)
            return; // asked again with the next state
        m_known = true;
        Q_EMIT incidentsRead(*incidents);
    });
}

void Control::readState()
{
    m_stateCall = m_transport->send(request(QStringLiteral("/v1/state")), [this](const auto &answer) {
        m_next = m_clock.after(pause, [this] {
            if (!m_known)
                readIncidents();
            readState();
        });
        const auto state = answer ? decodeState(answer->body) : Result<State>(answer.error());
        if (state)
            Q_EMIT stateRead(*state);
    });
}

void Control::readDebriefing()
{
    m_debriefingCall = m_transport->send(request(QStringLiteral("/v1/debriefing")), [this](const auto &answer) {
        const auto debriefing = answer ? decodeDebriefing(answer->body) : Result<Debriefing>(answer.error());
        if (debriefing)
            Q_EMIT debriefingRead(*debriefing);
        else
            Q_EMIT failed(debriefing.error());
    });
}

void Control::startIncident(const QString &name)
{
    // Encoded: a name is one step of the path, whatever somebody called it.
    act(QStringLiteral("/v1/incidents/") + QString::fromLatin1(QUrl::toPercentEncoding(name))
        + QStringLiteral("/start"));
}

void Control::endIncident()
{
    act(QStringLiteral("/v1/end"));
}

void Control::act(const QString &path)
{
    Http::Request asked = request(path);
    asked.method = QByteArrayLiteral("POST");
    m_actCall = m_transport->send(asked, [this](const auto &answer) {
        if (answer)
            readState();
        else
            Q_EMIT failed(answer.error());
    });
}

} // namespace SandboxClient
