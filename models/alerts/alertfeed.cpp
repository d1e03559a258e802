// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alertfeed.h"

#include "backends/alertmanager/client.h"
#include "backends/alertmanager/monitor.h"
#include "backends/core/clock.h"
#include "backends/prometheus/alertmonitor.h"
#include "models/alerts/alertstore.h"
#include "models/alerts/serverwords.h"

#include <algorithm>

namespace {

FreshnessPolicy policyOf(std::chrono::milliseconds pace)
{
    using namespace std::chrono_literals;
    return {std::max<std::chrono::milliseconds>(4s, 2 * pace), std::max<std::chrono::milliseconds>(12s, 3 * pace)};
}

} // namespace

AlertFeed::AlertFeed(const QString &serverId, const QString &serverName, const QString &clusterName, AlertStore &store,
    const Clock &clock, QObject *parent)
    : QObject(parent), m_serverId(serverId), m_serverName(serverName), m_clusterName(clusterName), m_store(store),
      m_clock(clock)
{
}

AlertFeed::~AlertFeed()
{
    m_store.removeServer(m_serverId);
}

void AlertFeed::follow(Alertmanager::Monitor *monitor)
{
    using Alertmanager::Monitor;
    m_alertmanager = monitor;
    AlertServer server;
    server.id = m_serverId;
    server.name = m_serverName;
    server.clusterName = m_clusterName;
    server.kind = AlertServer::Kind::Alertmanager;
    m_store.setServer(server);
    connect(monitor, &Monitor::alertsRead, this,
        [this](const Alertmanager::AlertSample &sample, std::chrono::milliseconds pace) {
            confirm(sample.confirmed, pace);
            m_store.apply(m_serverId, sample);
        });
    connect(monitor, &Monitor::alertsConfirmed, this, &AlertFeed::confirm);
    connect(monitor, &Monitor::silencesRead, this,
        [this](const Alertmanager::SilenceSample &sample) { m_store.apply(m_serverId, sample); });
    connect(monitor, &Monitor::statusRead, this,
        [this](const Alertmanager::ServerStatus &status) { m_store.apply(m_serverId, status); });
    connect(monitor, &Monitor::failed, this, &AlertFeed::fail);
}

void AlertFeed::follow(Prometheus::AlertMonitor *monitor)
{
    using Prometheus::AlertMonitor;
    m_prometheus = monitor;
    AlertServer server;
    server.id = m_serverId;
    server.name = m_serverName;
    server.clusterName = m_clusterName;
    server.kind = AlertServer::Kind::Prometheus;
    m_store.setServer(server);
    connect(monitor, &AlertMonitor::alertsRead, this,
        [this](const Prometheus::ActiveAlertSample &sample, std::chrono::milliseconds pace) {
            confirm(sample.confirmed, pace);
            m_store.apply(m_serverId, sample);
        });
    connect(monitor, &AlertMonitor::alertsConfirmed, this, &AlertFeed::confirm);
    connect(monitor, &AlertMonitor::rulesRead, this,
        [this](const Prometheus::AlertRuleSample &sample) { m_store.apply(m_serverId, sample); });
    connect(monitor, &AlertMonitor::historyRead, this,
        [this](const Prometheus::AlertHistory &history) { m_store.apply(m_serverId, history); });
    connect(monitor, &AlertMonitor::failed, this, &AlertFeed::fail);
    connect(&m_store, &AlertStore::historyWanted, this,
        [this](
            const QString &serverId, const QString &id, const QString &matchers, qint64 from, qint64 to, qint64 step) {
            if (serverId != m_serverId || !m_prometheus)
                return;
            QMetaObject::invokeMethod(
                m_prometheus,
                [prometheus = m_prometheus.data(), id, matchers, from, to, step] {
                    prometheus->readHistory(id, matchers, from, to, std::chrono::seconds(step));
                },
                Qt::QueuedConnection);
        });
}

void AlertFeed::follow(Alertmanager::Client *client)
{
    if (m_alertmanager) // both live in the thread of the metrics
        connect(client, &Alertmanager::Client::written, m_alertmanager, &Alertmanager::Monitor::readSoon);
}

void AlertFeed::setNeeded(bool needed)
{
    if (m_alertmanager)
        QMetaObject::invokeMethod(
            m_alertmanager, [monitor = m_alertmanager.data(), needed] { monitor->setNeeded(needed); },
            Qt::QueuedConnection);
    if (m_prometheus)
        QMetaObject::invokeMethod(
            m_prometheus, [monitor = m_prometheus.data(), needed] { monitor->setNeeded(needed); },
            Qt::QueuedConnection);
}

void AlertFeed::confirm(std::chrono::milliseconds confirmed, std::chrono::milliseconds pace)
{
    m_confirmed = confirmed;
    m_confirmedAt = m_clock.now().addMSecs((confirmed - m_clock.elapsed()).count());
    m_pace = pace;
    m_problem.clear();
    refreshFreshness();
}

void AlertFeed::fail(const Error &error)
{
    m_problem = ServerWords::problem(error, m_serverName, m_prometheus != nullptr);
    refreshFreshness();
}

void AlertFeed::refreshFreshness()
{
    m_store.setFreshness(m_serverId, freshness(), m_problem);
}

Freshness AlertFeed::freshness() const
{
    return policyOf(m_pace).assess(m_confirmed, m_confirmedAt, m_clock.elapsed());
}
