// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/quotafeed.h"

#include "backends/core/clock.h"
#include "backends/kubernetes/cluster.h"
#include "backends/prometheus/usagemonitor.h"
#include "models/quotas/capacitystore.h"
#include "models/quotas/quotaforecasts.h"
#include "models/quotas/quotarequesttablemodel.h"

QuotaFeed::QuotaFeed(const QString &clusterId, const QString &name, CapacityStore &capacity, QuotaForecasts &forecasts,
    QuotaRequestTableModel &requests, const Clock &clock, QObject *parent)
    : QObject(parent), m_clusterId(clusterId), m_name(name), m_capacity(capacity), m_forecasts(forecasts),
      m_requests(requests), m_clock(clock)
{
    m_requests.setCluster(m_clusterId, m_name);
    m_forecasts.setCluster(m_clusterId, m_name, false);
    connect(&m_forecasts, &QuotaForecasts::historyWanted, this,
        [this](const QString &wanted, const QString &id, const QStringList &namespaces, qint64 from, qint64 to,
            qint64 step) {
            if (wanted == m_clusterId)
                ask(id, namespaces, from, to, step);
        });
}

QuotaFeed::~QuotaFeed()
{
    m_capacity.removeCluster(m_clusterId);
    m_forecasts.removeCluster(m_clusterId);
    m_requests.removeCluster(m_clusterId);
}

void QuotaFeed::follow(Kubernetes::Cluster *cluster)
{
    using Kubernetes::Cluster;
    const QString id = m_clusterId;
    connect(cluster, &Cluster::statusChanged, this, [this](const Kubernetes::ClusterStatus &status) {
        m_status = std::make_unique<Kubernetes::ClusterStatus>(status);
        refreshFreshness();
    });
    connect(cluster, &Cluster::nodesChanged, this,
        [this, id](const Kubernetes::NodeBatch &batch) { m_capacity.apply(id, batch); });
    connect(cluster, &Cluster::limitRangesChanged, this,
        [this, id](const Kubernetes::LimitRangeBatch &batch) { m_capacity.apply(id, batch); });
    connect(cluster, &Cluster::quotaRequestsChanged, this,
        [this, id](const Kubernetes::QuotaRequestBatch &batch) { m_requests.apply(id, batch); });
    connect(cluster, &Cluster::capsuleTenantsChanged, this,
        [this, id](const Kubernetes::CapsuleTenantBatch &batch) { m_capacity.apply(id, batch); });
}

void QuotaFeed::follow(Prometheus::UsageMonitor *monitor)
{
    m_monitor = monitor;
    connect(monitor, &Prometheus::UsageMonitor::quotasRead, this,
        [this](const Prometheus::QuotaHistory &history) { m_forecasts.take(m_clusterId, history); });
    m_forecasts.setCluster(m_clusterId, m_name, true);
}

void QuotaFeed::setName(const QString &name)
{
    m_name = name;
    m_forecasts.setCluster(m_clusterId, m_name, !m_monitor.isNull());
    m_requests.setCluster(m_clusterId, m_name);
    refreshFreshness();
}

void QuotaFeed::refreshFreshness()
{
    if (!m_status)
        return;
    CapacityStore::Standing standing;
    standing.nodes = !m_status->nodes.refused();
    standing.freshness
        = clusterFreshness.assess(m_status->capacityConfirmed, m_status->capacityConfirmedAt, m_clock.elapsed());
    standing.note = note();
    m_capacity.setStanding(m_clusterId, standing);
}

QString QuotaFeed::note() const
{
    QStringList sentences;
    const QString &who = m_status->identity.user;
    if (m_status->nodes.refused())
        sentences.append(tr("%1 may not read the nodes of %2: what they can allocate is unknown here. Ask for the "
                            "right to list and watch nodes.")
                             .arg(who, m_name));
    if (m_status->limitRanges.refused())
        sentences.append(tr("%1 may not read the limit ranges of %2: they are unknown here.").arg(who, m_name));
    else if (m_status->limitRanges.limited)
        sentences.append(tr("%1 may read the limit ranges of %2 only in some namespaces: elsewhere they are unknown.")
                             .arg(who, m_name));
    if (m_status->capsuleTenants.refused())
        sentences.append(tr("%1 may not read the Tenants of Capsule in %2: they are unknown here.").arg(who, m_name));
    return sentences.join(u' ');
}

void QuotaFeed::ask(const QString &id, const QStringList &namespaces, qint64 from, qint64 to, qint64 step)
{
    if (!m_monitor)
        return;
    QMetaObject::invokeMethod(
        m_monitor,
        [monitor = m_monitor.data(), id, namespaces, from, to, step] {
            monitor->readQuotas(id, namespaces, from, to, std::chrono::seconds(step));
        },
        Qt::QueuedConnection);
}
