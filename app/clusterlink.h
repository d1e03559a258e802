// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/endpointrelay.h"
#include "app/serveraccess.h"
#include "backends/core/clock.h"
#include "backends/kubernetes/clusterstatus.h"
#include "models/changes/change.h"
#include "models/connections/connectionfeed.h"
#include "models/fleet/clusterfeed.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace Kubernetes {
class Cluster;
class FirstRows;
class ObjectWorker;
struct TenantLabels;
} // namespace Kubernetes
namespace Prometheus {
struct Selection;
class UsageMonitor;
} // namespace Prometheus
class CapacityStore;
class QuotaFeed;
class QuotaForecasts;
class QuotaRequestTableModel;

//! One connected context: its worker thread with the cluster in it, its metrics in the thread that all metrics share,
//! and the feed that brings both to the models.
class ClusterLink final : public QObject
{
    Q_OBJECT

public:
    //! A context that cannot even be tried: \a item says why.
    ClusterLink(const ClusterItem &item, ClusterListModel &clusters, TenantStore &tenants,
        ConnectionTableModel &connections, const Clock &clock, QObject *parent);
    ~ClusterLink() override;

    //! For what is connected from now on. \a firstRows: of all clusters that are shown together.
    void setAccess(const ServerAccess &access, std::shared_ptr<Kubernetes::FirstRows> firstRows);
    //! What stands behind its quotas goes there; call it before the cluster and its metrics are connected.
    void showQuotas(CapacityStore &capacity, QuotaForecasts &forecasts, QuotaRequestTableModel &requests);
    void connectCluster(const Kubernetes::Connection &connection, const Kubernetes::TenantLabels &labels,
        const QStringList &namespaces);
    //! What is used is read from there; nothing when \a selection is not to be understood, which is said. The way there
    //! is made in \a metricsThread.
    void connectMetrics(const ServerAccess::TransportFactory &transports,
        const std::optional<Prometheus::Selection> &selection, QThread &metricsThread);
    [[nodiscard]] bool hasMetrics() const { return m_monitor != nullptr; }
    void reconnect();
    //! What some panel shows; from now on, and from the start when it is called before connectCluster().
    void setNeeds(const Kubernetes::Needs &needs);

    //! When another connected context has the same cluster, names change.
    void setName(const QString &name);

    [[nodiscard]] ClusterFeed &feed() { return m_feed; }
    //! In another thread, where it goes with this; null before connectCluster().
    [[nodiscard]] Kubernetes::ObjectWorker *objects() const { return m_objects; }
    //! URL without user and password; empty before connectCluster().
    [[nodiscard]] QString server() const { return m_server; }
    //! The API server's.
    [[nodiscard]] EndpointRelay &endpoint() const { return *m_clusterEndpoint; }

Q_SIGNALS:
    //! Informers have seen these, new or changed.
    void objectsSeen(const QList<ObjectName> &objects);

private:
    const Clock &m_clock;
    ClusterFeed m_feed;
    ServerAccess m_access;
    std::shared_ptr<Kubernetes::FirstRows> m_firstRows;
    ConnectionTableModel &m_connections;
    std::shared_ptr<EndpointRelay> m_clusterEndpoint = EndpointRelay::make();
    std::unique_ptr<ConnectionFeed> m_connection;
    std::unique_ptr<QuotaFeed> m_quotas;
    Kubernetes::Needs m_needs;
    QThread m_thread;
    Kubernetes::Cluster *m_cluster = nullptr; // lives and dies in m_thread
    Kubernetes::ObjectWorker *m_objects = nullptr; // the cluster's
    QString m_server;
    Prometheus::UsageMonitor *m_monitor = nullptr; // lives and dies in the metrics thread
};
