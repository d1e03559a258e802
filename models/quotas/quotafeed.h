// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <memory>

class CapacityStore;
class Clock;
class QuotaForecasts;
class QuotaRequestTableModel;
namespace Kubernetes {
class Cluster;
struct ClusterStatus;
} // namespace Kubernetes
namespace Prometheus {
class UsageMonitor;
}

//! Brings what stands behind the quotas of one cluster from its worker threads to the models of the window's thread:
//! nodes, limit ranges, Capsule's Tenants, requests for other quotas, and what Prometheus remembers of how quotas were
//! used.
class QuotaFeed final : public QObject
{
    Q_OBJECT

public:
    //! \a name is what people call the cluster. All references must outlive this.
    QuotaFeed(const QString &clusterId, const QString &name, CapacityStore &capacity, QuotaForecasts &forecasts,
        QuotaRequestTableModel &requests, const Clock &clock, QObject *parent = nullptr);
    //! Takes the cluster out of the models.
    ~QuotaFeed() override;

    //! Both live in other threads and may be destroyed there at any time.
    void follow(Kubernetes::Cluster *cluster);
    void follow(Prometheus::UsageMonitor *monitor);

    void setName(const QString &name);
    //! Looks at the clock: what has not been confirmed for a while turns delayed, then stale.
    void refreshFreshness();

private:
    QString m_clusterId;
    QString m_name;
    CapacityStore &m_capacity;
    QuotaForecasts &m_forecasts;
    QuotaRequestTableModel &m_requests;
    const Clock &m_clock;
    QPointer<Prometheus::UsageMonitor> m_monitor;
    std::unique_ptr<Kubernetes::ClusterStatus> m_status;

    [[nodiscard]] QString note() const;
    void ask(const QString &id, const QStringList &namespaces, qint64 from, qint64 to, qint64 step);
};
