// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/http/transport.h"
#include "backends/sandboxclient/controldecode.h"
#include "backends/sandboxclient/session.h"

#include <QObject>

#include <functional>
#include <memory>

namespace SandboxClient {

//! Asks a sandbox how it does, and starts and ends its incidents. Belongs to one thread.
class Control final : public QObject
{
    Q_OBJECT

public:
    //! \a clock must outlive this. \a language: of the texts, "de".
    Control(
        std::unique_ptr<Http::Transport> transport, QString language, const Clock &clock, QObject *parent = nullptr);
    ~Control() override;
    [[nodiscard]] static std::unique_ptr<Http::Transport> transportTo(const Session &session, const Clock &clock);

    //! Reads the incidents, and its state from now on.
    void start();
    void startIncident(const QString &name);
    void endIncident();
    //! Of the incident that runs, else of the one that ran last.
    void readDebriefing();

Q_SIGNALS:
    void incidentsRead(const QList<SandboxClient::Incident> &incidents);
    void stateRead(const SandboxClient::State &state);
    void debriefingRead(const SandboxClient::Debriefing &debriefing);
    //! What was asked for could not be done; not told of incidents and states,
    //! which are asked for again.
    void failed(const Error &error);

private:
    static constexpr std::chrono::milliseconds pause{2000};
    static constexpr qint64 maxAnswer = 4 * 1024 * 1024;

    std::unique_ptr<Http::Transport> m_transport;
    QString m_language;
    const Clock &m_clock;
    bool m_known = false; // which incidents there are
    std::unique_ptr<Alarm> m_next;
    std::unique_ptr<Http::Call> m_incidentsCall;
    std::unique_ptr<Http::Call> m_stateCall;
    std::unique_ptr<Http::Call> m_debriefingCall;
    std::unique_ptr<Http::Call> m_actCall;

    [[nodiscard]] Http::Request request(const QString &path) const;
    void readIncidents();
    void readState();
    void act(const QString &path);
};

} // namespace SandboxClient
