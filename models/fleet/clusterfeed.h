// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/clusterlistmodel.h"
#include "models/tenants/tenant.h"

#include <QObject>
#include <QPointer>

#include <memory>

class Clock;
class TenantStore;
struct Error;
namespace Kubernetes {
class Cluster;
struct ClusterStatus;
} // namespace Kubernetes
namespace Prometheus {
struct UsageRange;
struct UsageSample;
class UsageMonitor;
} // namespace Prometheus

//! Brings one cluster's batches and states from their worker threads to the models of the window's thread, and says in
//! words how the connection does.
class ClusterFeed final : public QObject
{
    Q_OBJECT

public:
    //! \a item says what is known of the cluster before it is asked. All references must outlive this.
    ClusterFeed(const ClusterItem &item, ClusterListModel &clusters, TenantStore &tenants, const Clock &clock,
        QObject *parent = nullptr);
    //! Takes the cluster and its rows out of the models.
    ~ClusterFeed() override;

    //! Both live in other threads and may be destroyed there at any time.
    void follow(Kubernetes::Cluster *cluster);
    void follow(Prometheus::UsageMonitor *monitor);

    //! When another connected context has the same cluster, names change.
    void setName(const QString &name);
    //! Looks at the clock: what has not been confirmed for a while turns delayed, then stale.
    void refreshFreshness();
    //! Asks for the last 15 minutes; answered by historyRead().
    void readHistory(const QString &tenantKey, const QStringList &namespaces);

    [[nodiscard]] const ClusterItem &item() const { return m_item; }
    //! Everything that can be known is known: the cluster's picture is complete or failed, and so are its metrics.
    [[nodiscard]] bool settled() const;
    //! What failed may work without anybody doing anything.
    [[nodiscard]] bool mayRecover() const { return m_mayRecover; }

Q_SIGNALS:
    void changed();
    void historyRead(const UsageHistory &history);

private:
    ClusterItem m_item;
    ClusterListModel &m_clusters;
    TenantStore &m_tenants;
    const Clock &m_clock;
    QPointer<Prometheus::UsageMonitor> m_monitor;
    std::unique_ptr<Kubernetes::ClusterStatus> m_status;
    std::unique_ptr<Kubernetes::ClusterStatus> m_waitingStatus; //!< pods that came before it are still being applied
    std::optional<std::chrono::milliseconds> m_metricsConfirmed;
    std::chrono::milliseconds m_metricsPace{30000};
    bool m_metricsAnswered = false;
    bool m_mayRecover = true;

    [[nodiscard]] bool capacityAnswered() const;
    void takeStatus(const Kubernetes::ClusterStatus &status);
    void takeSample(
        const Prometheus::UsageSample &sample, std::chrono::milliseconds confirmed, std::chrono::milliseconds pace);
    void takeMetricsFailure(const Error &error);
    void takeRange(const QString &tenantKey, const Prometheus::UsageRange &range);
    void publish();
    //! What the cluster's thread said is shown only after the rows that it speaks of.
    void takeWaitingStatus();
    [[nodiscard]] QStringList notes() const;
    [[nodiscard]] QString identitySource() const;
};
