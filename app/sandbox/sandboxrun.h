// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/controlapi.h"
#include "app/sandbox/sandboxoptions.h"
#include "backends/core/clock.h"
#include "backends/core/result.h"
#include "backends/sandbox/monitoring/monitoring.h"
#include "backends/sandbox/platform/incident.h"
#include "backends/sandbox/platform/platform.h"
#include "backends/sandbox/server/certificate.h"
#include "backends/sandbox/server/listener.h"
#include "backends/sandboxclient/place.h"
#include "backends/sandboxclient/session.h"

#include <QByteArray>
#include <QObject>

#include <map>
#include <memory>
#include <vector>

//! Everything that the sandbox is while it runs: a platform, a server for each of its clusters, its metrics, the real
//! Prometheus and Alertmanager over them, and the control endpoint.
class SandboxRun final : public QObject
{
    Q_OBJECT

public:
    //! \a clock must outlive this. \a cacheFolder: kept between runs.
    SandboxRun(SandboxOptions options, SandboxClient::Place place, QString cacheFolder, const Clock &clock,
        QObject *parent = nullptr);
    ~SandboxRun() override;

    //! Error with a sentence of the system or about the scenario; ready() comes later.
    [[nodiscard]] Result<void> start();
    //! One line of JSON with its addresses; no secret in it.
    [[nodiscard]] QByteArray announcement() const;

Q_SIGNALS:
    //! Consoles may come: the session is written. Again when there is more in it.
    void ready();
    //! Everything that will run does: announcement() is complete.
    void complete();

private:
    //! How often it is looked whether the platform has settled, and how an incident does.
    static constexpr std::chrono::milliseconds tick{500};
    //! Consoles wait so long for metrics; then they see the clusters, and metrics come later.
    static constexpr std::chrono::milliseconds metricsPatience{3000};

    SandboxOptions m_options;
    SandboxClient::Place m_place;
    QString m_cacheFolder;
    const Clock &m_clock;
    Sandbox::Certificate m_authority;
    SandboxClient::Session m_session;
    std::vector<Sandbox::IncidentSpec> m_incidents;
    std::unique_ptr<ControlApi> m_controlApi;
    std::unique_ptr<Sandbox::Platform> m_platform;
    std::unique_ptr<Sandbox::Incident> m_incident;
    std::map<std::string, std::unique_ptr<Sandbox::Listener>> m_clusters; // by name
    std::unique_ptr<Sandbox::Listener> m_metrics;
    std::unique_ptr<Sandbox::Monitoring> m_monitoring;
    std::unique_ptr<Sandbox::Listener> m_control; // goes first: it asks for all of the above
    std::unique_ptr<Alarm> m_tick;
    std::unique_ptr<Alarm> m_metricsLate;
    std::string m_wanted; // the incident that begins once the platform has settled
    int m_finished = 0;
    bool m_complete = false;

    [[nodiscard]] Result<Sandbox::PlatformSpec> readScenarios();
    [[nodiscard]] Result<void> startClusters(const Sandbox::Certificate &server);
    [[nodiscard]] Result<void> startMetrics();
    [[nodiscard]] Result<void> startControl(const Sandbox::Certificate &server);
    [[nodiscard]] Result<void> startMonitoring();
    [[nodiscard]] Result<void> writeKubeconfig() const;
    void tellSession();
    void beComplete();
    void look();
    void startIncident(const std::string &name);
    void incidentFinished();
    [[nodiscard]] Sandbox::Answer metricsPage(const Sandbox::Request &request) const;
};
