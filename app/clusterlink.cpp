// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusterlink.h"

#include "app/logins.h"
#include "backends/http/networktransport.h"
#include "backends/kubernetes/cluster.h"
#include "backends/kubernetes/clusteraccess.h"
#include "backends/prometheus/decode.h"
#include "backends/prometheus/usagemonitor.h"

#include <QUrl>

namespace {

constexpr std::chrono::milliseconds farewell{2000};

QString environmentValue(const char *name)
{
    return qEnvironmentVariable(name);
}

Result<std::unique_ptr<Http::Credentials>> credentialsTo(
    const Kubernetes::Connection &connection, const Logins::Section &login, const Clock &clock)
{
    const bool legacy = connection.user.authProvider == QLatin1String("oidc");
    if (login.isEmpty() && !legacy)
        return Kubernetes::credentialsOf(connection, clock);
    const auto plan = login.isEmpty() ? Logins::planOf(connection.user) : Logins::planOf(login);
    return Logins::credentialsFor(plan, login.isEmpty() ? &connection.user : nullptr, clock);
}

Kubernetes::Cluster::TransportFactory transportTo(
    const Kubernetes::Connection &connection, const Logins::Section &login, const Clock &clock)
{
    return [connection, login, &clock]() -> Result<std::unique_ptr<Http::Transport>> {
        auto server = Kubernetes::serverOf(connection, environmentValue);
        if (!server)
            return server.error();
        auto credentials = credentialsTo(connection, login, clock);
        if (!credentials)
            return credentials.error();
        return std::unique_ptr<Http::Transport>(
            std::make_unique<Http::NetworkTransport>(std::move(server).value(), std::move(credentials).value(), clock));
    };
}

Http::Server metricsServer(const QUrl &url)
{
    Http::Server server;
    server.base = url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    server.proxy = Http::proxyFor(url, {}, environmentValue);
    server.failure = Prometheus::decodeFailure;
    return server;
}

} // namespace

ClusterLink::ClusterLink(
    const ClusterItem &item, ClusterListModel &clusters, TenantStore &tenants, const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_feed(item, clusters, tenants, clock)
{
    m_thread.setObjectName(QStringLiteral("cluster ") + item.context);
}

ClusterLink::~ClusterLink()
{
    if (m_monitor)
        m_monitor->deleteLater();
    m_thread.quit();
    // Nothing in a worker blocks, so this ends at once; should it not, leaving is better than hanging.
    if (m_thread.isRunning() && !m_thread.wait(farewell))
        m_thread.terminate();
}

void ClusterLink::setLogins(const QHash<QString, QString> &cluster, const QHash<QString, QString> &metrics)
{
    m_clusterLogin = cluster;
    m_metricsLogin = metrics;
}

void ClusterLink::connectCluster(
    const Kubernetes::Connection &connection, const Kubernetes::TenantLabels &labels, const QStringList &namespaces)
{
    Kubernetes::Cluster::Settings settings;
    settings.server = connection.cluster.server.host() + u':' + QString::number(connection.cluster.server.port(443));
    settings.identity = Kubernetes::identityOf(connection);
    settings.namespaces = namespaces;
    settings.warnings = connection.warnings;
    settings.labels = labels;
    auto cluster = std::make_unique<Kubernetes::Cluster>(
        settings, transportTo(connection, m_clusterLogin, m_clock), m_clock, std::make_unique<SystemRandom>());
    cluster->moveToThread(&m_thread);
    m_feed.follow(cluster.get());
    connect(&m_thread, &QThread::started, cluster.get(), &Kubernetes::Cluster::start);
    connect(&m_thread, &QThread::finished, cluster.get(), &QObject::deleteLater);
    m_cluster = cluster.release(); // the two connections above own it now
    m_thread.start();
}

void ClusterLink::connectMetrics(const QUrl &url, QThread &metricsThread)
{
    auto credentials = std::make_shared<std::pair<QString, QString>>(url.userName(), url.password());
    auto factory = [url, credentials, login = m_metricsLogin, &clock = m_clock] {
        auto header = credentials->first.isEmpty()
            ? Http::FixedCredentials::none()
            : Http::FixedCredentials::basic(credentials->first, credentials->second);
        if (!login.isEmpty())
            header = Logins::credentialsFor(Logins::planOf(login), nullptr, clock);
        return std::unique_ptr<Http::Transport>(
            std::make_unique<Http::NetworkTransport>(metricsServer(url), std::move(header), clock));
    };
    auto monitor = std::make_unique<Prometheus::UsageMonitor>(factory, m_clock);
    monitor->moveToThread(&metricsThread);
    m_feed.follow(monitor.get());
    connect(&metricsThread, &QThread::finished, monitor.get(), &QObject::deleteLater);
    m_monitor = monitor.release(); // deleted by ~ClusterLink or with its thread, whichever comes first
    QMetaObject::invokeMethod(m_monitor, &Prometheus::UsageMonitor::start, Qt::QueuedConnection);
}

void ClusterLink::reconnect()
{
    if (m_cluster)
        QMetaObject::invokeMethod(m_cluster, &Kubernetes::Cluster::reconnect, Qt::QueuedConnection);
}
