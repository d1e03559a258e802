// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "models/fleet/clusterfeed.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace Kubernetes {
class Cluster;
struct Connection;
struct TenantLabels;
} // namespace Kubernetes
namespace Prometheus {
class UsageMonitor;
}

//! One connected context: its worker thread with the cluster in it, its metrics in the thread that all metrics share,
//! and the feed that brings both to the models.
class ClusterLink final : public QObject
{
    Q_OBJECT

public:
    //! A context that cannot even be tried: \a item says why.
    ClusterLink(
        const ClusterItem &item, ClusterListModel &clusters, TenantStore &tenants, const Clock &clock, QObject *parent);
    ~ClusterLink() override;

    //! How to log in, by the settings; what the kubeconfig says is used where they are empty. Before connecting.
    void setLogins(const QHash<QString, QString> &cluster, const QHash<QString, QString> &metrics);
    void connectCluster(const Kubernetes::Connection &connection, const Kubernetes::TenantLabels &labels,
        const QStringList &namespaces);
    void connectMetrics(const QUrl &url, QThread &metricsThread);
    void reconnect();

    [[nodiscard]] ClusterFeed &feed() { return m_feed; }

private:
    const Clock &m_clock;
    QHash<QString, QString> m_clusterLogin;
    QHash<QString, QString> m_metricsLogin;
    ClusterFeed m_feed;
    QThread m_thread;
    Kubernetes::Cluster *m_cluster = nullptr; // lives and dies in m_thread
    Prometheus::UsageMonitor *m_monitor = nullptr; // lives and dies in the metrics thread
};
