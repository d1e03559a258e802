// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusterlink.h"

#include "backends/http/server.h"
#include "backends/kubernetes/cluster.h"
#include "backends/kubernetes/clusteraccess.h"
#include "backends/prometheus/selection.h"
#include "backends/prometheus/usagemonitor.h"
#include "models/quotas/quotafeed.h"

namespace {

constexpr std::chrono::milliseconds farewell{2000};

QString environmentValue(const char *name)
{
    return qEnvironmentVariable(name);
}

//! What the settings say about logging in takes the place of what the kubeconfig says; whom to act as stays.
Result<std::unique_ptr<Http::Credentials>> credentialsTo(
    const Kubernetes::Connection &connection, const ServerAccess &access, const Clock &clock)
{
    if (access.login.isEmpty())
        return Kubernetes::credentialsOf(connection, access.means, clock);
    return Kubernetes::impersonating(Logins::credentialsFor(Logins::planOf(access.login), nullptr,
                                         {access.means.gate, access.tokens, access.context}, clock),
        connection.user);
}

Kubernetes::Cluster::TransportFactory transportTo(const Kubernetes::Connection &connection, const ServerAccess &access,
    const std::shared_ptr<EndpointRelay> &relay, const Clock &clock)
{
    return [connection, access, relay, &clock]() -> Result<std::unique_ptr<Http::Transport>> {
        auto server = Kubernetes::serverOf(connection, environmentValue);
        if (!server)
            return server.error();
        auto credentials = credentialsTo(connection, access, clock);
        if (!credentials)
            return credentials.error();
        return ServerAccess::endpointAt(
            std::move(server).value(), std::move(credentials).value(), access.http, *relay, clock);
    };
}

} // namespace

ClusterLink::ClusterLink(const ClusterItem &item, ClusterListModel &clusters, TenantStore &tenants,
    ConnectionTableModel &connections, const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_feed(item, clusters, tenants, clock), m_connections(connections)
{
    m_thread.setObjectName(QStringLiteral("cluster ") + item.context);
    connect(m_clusterEndpoint.get(), &EndpointRelay::loggedIn, this, &ClusterLink::reconnect);
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

void ClusterLink::showQuotas(CapacityStore &capacity, QuotaForecasts &forecasts, QuotaRequestTableModel &requests)
{
    m_quotas
        = std::make_unique<QuotaFeed>(m_feed.item().id, m_feed.item().name, capacity, forecasts, requests, m_clock);
    connect(&m_feed, &ClusterFeed::changed, m_quotas.get(), &QuotaFeed::refreshFreshness);
}

void ClusterLink::connectCluster(
    const Kubernetes::Connection &connection, const Kubernetes::TenantLabels &labels, const QStringList &namespaces)
{
    Kubernetes::Cluster::Settings settings;
    settings.server = connection.cluster.server.host() + u':' + QString::number(connection.cluster.server.port(443));
    settings.identity = Kubernetes::identityOf(connection);
    settings.namespaces = namespaces;
    settings.warnings = connection.warnings + m_access.http.mistakes;
    settings.labels = labels;
    settings.firstRows = m_firstRows;
    auto cluster = std::make_unique<Kubernetes::Cluster>(settings,
        transportTo(connection, m_access, m_clusterEndpoint, m_clock), m_clock, std::make_unique<SystemRandom>());
    cluster->setNeeds(m_needs); // it still lives here
    cluster->moveToThread(&m_thread);
    m_feed.follow(cluster.get());
    if (m_quotas)
        m_quotas->follow(cluster.get());
    m_connection = std::make_unique<ConnectionFeed>(
        m_feed.item().id, m_feed.item().name, Connection::Service::ApiServer, settings.server, m_connections, m_clock);
    connect(m_clusterEndpoint.get(), &EndpointRelay::reported, m_connection.get(), &ConnectionFeed::take);
    connect(&m_thread, &QThread::started, cluster.get(), &Kubernetes::Cluster::start);
    connect(&m_thread, &QThread::finished, cluster.get(), &QObject::deleteLater);
    connect(cluster.get(), &Kubernetes::Cluster::quotasChanged, this, [this](const Kubernetes::QuotaBatch &batch) {
        QList<ObjectName> seen;
        for (const Kubernetes::QuotaRecord &quota : batch.changed)
            seen.append({{}, QStringLiteral("v1"), QStringLiteral("ResourceQuota"), QStringLiteral("resourcequotas"),
                {}, quota.key.namespaceName, quota.key.name});
        Q_EMIT objectsSeen(seen);
    });
    m_objects = &cluster->objects();
    m_server = connection.cluster.server.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment)
                   .toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash);
    m_cluster = cluster.release(); // the two connections above own it now
    m_thread.start();
}

void ClusterLink::setAccess(const ServerAccess &access, std::shared_ptr<Kubernetes::FirstRows> firstRows)
{
    m_access = access;
    m_firstRows = std::move(firstRows);
}

void ClusterLink::connectMetrics(const ServerAccess::TransportFactory &transports,
    const std::optional<Prometheus::Selection> &selection, QThread &metricsThread)
{
    auto monitor = std::make_unique<Prometheus::UsageMonitor>(transports, selection, m_clock);
    monitor->moveToThread(&metricsThread);
    m_feed.follow(monitor.get());
    if (m_quotas)
        m_quotas->follow(monitor.get());
    connect(&metricsThread, &QThread::finished, monitor.get(), &QObject::deleteLater);
    m_monitor = monitor.release(); // deleted by ~ClusterLink or with its thread, whichever comes first
    QMetaObject::invokeMethod(m_monitor, &Prometheus::UsageMonitor::start, Qt::QueuedConnection);
}

void ClusterLink::setName(const QString &name)
{
    m_feed.setName(name);
    if (m_quotas)
        m_quotas->setName(name);
    if (m_connection)
        m_connection->setCluster(name);
}

void ClusterLink::reconnect()
{
    if (m_cluster)
        QMetaObject::invokeMethod(m_cluster, &Kubernetes::Cluster::reconnect, Qt::QueuedConnection);
}

void ClusterLink::setNeeds(const Kubernetes::Needs &needs)
{
    m_needs = needs;
    if (m_cluster)
        QMetaObject::invokeMethod(
            m_cluster, [cluster = m_cluster, needs] { cluster->setNeeds(needs); }, Qt::QueuedConnection);
}
