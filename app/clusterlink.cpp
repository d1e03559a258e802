// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusterlink.h"

#include "backends/http/endpoint.h"
#include "backends/http/networktransport.h"
#include "backends/kubernetes/cluster.h"
#include "backends/kubernetes/clusteraccess.h"
#include "backends/login/fixedcredentials.h"
#include "backends/prometheus/decode.h"
#include "backends/prometheus/usagemonitor.h"
#include "models/quotas/quotafeed.h"

#include <QUrl>

namespace {

constexpr std::chrono::milliseconds farewell{2000};

QString environmentValue(const char *name)
{
    return qEnvironmentVariable(name);
}

//! Runs in the thread where the endpoint will live.
std::unique_ptr<Http::Transport> endpointAt(Http::Server server, std::unique_ptr<Http::Credentials> credentials,
    const HttpSettings &settings, EndpointRelay &relay, const Clock &clock)
{
    if (server.compression == Http::Compression::Auto)
        server.compression = settings.compression;
    const QString name = server.name();
    auto endpoint = std::make_unique<Http::Endpoint>(name, settings.endpoint,
        std::make_unique<Http::NetworkTransport>(std::move(server), std::move(credentials), clock), clock,
        std::make_unique<SystemRandom>());
    relay.attach(*endpoint);
    return endpoint;
}

//! What the settings say about logging in takes the place of what the kubeconfig says; whom to act as stays.
Result<std::unique_ptr<Http::Credentials>> credentialsTo(
    const Kubernetes::Connection &connection, const ClusterLink::Access &access, const Clock &clock)
{
    if (access.clusterLogin.isEmpty())
        return Kubernetes::credentialsOf(connection, access.means, clock);
    return Kubernetes::impersonating(Logins::credentialsFor(Logins::planOf(access.clusterLogin), nullptr,
                                         {access.means.gate, access.tokens, access.context}, clock),
        connection.user);
}

Kubernetes::Cluster::TransportFactory transportTo(const Kubernetes::Connection &connection,
    const ClusterLink::Access &access, const std::shared_ptr<EndpointRelay> &relay, const Clock &clock)
{
    return [connection, access, relay, &clock]() -> Result<std::unique_ptr<Http::Transport>> {
        auto server = Kubernetes::serverOf(connection, environmentValue);
        if (!server)
            return server.error();
        auto credentials = credentialsTo(connection, access, clock);
        if (!credentials)
            return credentials.error();
        return endpointAt(std::move(server).value(), std::move(credentials).value(), access.http, *relay, clock);
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
    settings.firstRows = m_access.firstRows;
    auto cluster = std::make_unique<Kubernetes::Cluster>(settings,
        transportTo(connection, m_access, m_clusterEndpoint, m_clock), m_clock, std::make_unique<SystemRandom>());
    cluster->setNeeds(m_needs); // it still lives here
    cluster->moveToThread(&m_thread);
    m_feed.follow(cluster.get());
    if (m_quotas)
        m_quotas->follow(cluster.get());
    showConnection(Connection::Service::ApiServer, settings.server);
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

void ClusterLink::connectMetrics(const QUrl &url, QThread &metricsThread)
{
    auto credentials = std::make_shared<std::pair<QString, QString>>(url.userName(), url.password());
    auto factory = [url, credentials, access = m_access, relay = m_metricsEndpoint, &clock = m_clock] {
        auto proof = credentials->first.isEmpty()
            ? Login::FixedCredentials::none()
            : Login::FixedCredentials::basic(credentials->first, credentials->second);
        if (!access.metricsLogin.isEmpty())
            proof = Logins::credentialsFor(Logins::planOf(access.metricsLogin), nullptr,
                {access.means.gate, access.tokens, QString(u"prometheus " + access.context)}, clock);
        return endpointAt(metricsServer(url), std::move(proof), access.http, *relay, clock);
    };
    auto monitor
        = std::make_unique<Prometheus::UsageMonitor>(factory, Prometheus::Selection::parse(url.fragment()), m_clock);
    monitor->moveToThread(&metricsThread);
    m_feed.follow(monitor.get());
    if (m_quotas)
        m_quotas->follow(monitor.get());
    showConnection(Connection::Service::Prometheus, metricsServer(url).name());
    connect(&metricsThread, &QThread::finished, monitor.get(), &QObject::deleteLater);
    m_monitor = monitor.release(); // deleted by ~ClusterLink or with its thread, whichever comes first
    QMetaObject::invokeMethod(m_monitor, &Prometheus::UsageMonitor::start, Qt::QueuedConnection);
}

void ClusterLink::setName(const QString &name)
{
    m_feed.setName(name);
    if (m_quotas)
        m_quotas->setName(name);
    for (const auto &feed : m_connectionFeeds)
        feed->setCluster(name);
}

EndpointRelay &ClusterLink::endpoint(Connection::Service service)
{
    return service == Connection::Service::ApiServer ? *m_clusterEndpoint : *m_metricsEndpoint;
}

void ClusterLink::showConnection(Connection::Service service, const QString &server)
{
    auto feed = std::make_unique<ConnectionFeed>(
        m_feed.item().id, m_feed.item().name, service, server, m_connections, m_clock);
    connect(&endpoint(service), &EndpointRelay::reported, feed.get(), &ConnectionFeed::take);
    m_connectionFeeds.push_back(std::move(feed));
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
