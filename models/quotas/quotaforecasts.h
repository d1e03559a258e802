// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quotas/quotaforecaster.h"

#include <QObject>
#include <QSet>
#include <QStringList>
#include <QThreadPool>

#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <optional>

class Alarm;
class Clock;
class TenantStore;
namespace Prometheus {
struct QuotaHistory;
} // namespace Prometheus

//! One quota's past and where it is going, for a chart.
struct QuotaCourse
{
    QList<UsedSample> history;
    std::optional<double> hard;
    QuotaForecast forecast;
};

//! When the tenants hit their walls, from what Prometheus remembers. While somebody looks (setNeeded), each cluster is
//! read once an hour (more often while it remembers too little), and a tenant again when its limits have changed;
//! forecasts are computed in a thread of their own at low priority. Of all tenants only the walls and the slope are
//! kept; history and band of those that are wanted for a chart. Lives on the window's thread.
class QuotaForecasts final : public QObject
{
    Q_OBJECT

public:
    //! References must outlive this.
    QuotaForecasts(TenantStore &store, const Clock &clock, QObject *parent = nullptr);
    ~QuotaForecasts() override;

    //! Whether somebody looks; false at first.
    void setNeeded(bool needed);
    //! Reads all clusters again.
    void refresh();

    //! \a name is what people call the cluster; \a hasMetrics: a Prometheus is set for it. Call again when they change.
    void setCluster(const QString &clusterId, const QString &name, bool hasMetrics);
    void removeCluster(const QString &clusterId);
    //! One part of an answer to historyWanted().
    void take(const QString &clusterId, const Prometheus::QuotaHistory &history);

    //! Without its band. Empty when there is none (yet): note() says why.
    [[nodiscard]] std::optional<QuotaForecast> forecast(const QString &tenantKey, const QString &resource) const;
    //! A chart shows this tenant: courseChanged() follows once there is something to draw, unless note() says why not.
    void want(const QString &tenantKey);
    //! With its band; empty before courseChanged().
    [[nodiscard]] std::optional<QuotaCourse> course(const QString &tenantKey, const QString &resource) const;
    //! Why the tenants of a cluster have no forecasts: a sentence; empty when they have, or nobody needed them yet.
    [[nodiscard]] QString note(const QString &clusterId) const;

Q_SIGNALS:
    //! With its band. One that is empty: what was known is no more so.
    void forecastMade(const QString &tenantKey, const QString &resource, const QuotaForecast &forecast);
    void changed(const QString &tenantKey);
    void courseChanged(const QString &tenantKey);
    void noteChanged(const QString &clusterId);
    //! To be asked of the cluster's Prometheus; all times in seconds, \a from and \a to since 1970. No namespaces: all.
    //! \a id is for take().
    void historyWanted(const QString &clusterId, const QString &id, const QStringList &namespaces, qint64 from,
        qint64 to, qint64 step);

private:
    static constexpr std::chrono::milliseconds tick{2000};
    static constexpr std::chrono::minutes readAgain{60};
    static constexpr std::chrono::minutes afterFailure{5};
    //! While it remembers too little, or nothing; each further one is twice as long, up to readAgain.
    static constexpr std::chrono::seconds firstPause{10};
    //! What one turn of the event loop looks at; a tenant's quotas take some ten microseconds.
    static constexpr int tenantsAtOnce = 100;
    //! Tenants with new limits that are read again by themselves at each tick; when more wait, all are.
    static constexpr int rereadAtOnce = 5;
    static constexpr int rereadAtMost = 100;
    static constexpr qsizetype coursesKept = 8; //!< tenants

    struct Cluster;
    using Job = QuotaForecaster::Job;

    TenantStore &m_store;
    const Clock &m_clock;
    bool m_needed = false;
    std::map<QString, Cluster> m_clusters;
    QHash<QString, QHash<QString, QuotaForecast>> m_forecasts; //!< by tenant and resource
    QHash<QString, QHash<QString, QuotaCourse>> m_courses; //!< likewise
    QStringList m_recent; //!< keys of m_courses, the latest last
    QSet<QString> m_dirty; //!< tenants of which something has changed
    QSet<QString> m_reread; //!< tenants whose limits have changed
    std::unique_ptr<Alarm> m_tick;
    std::shared_ptr<std::atomic_bool> m_stop = std::make_shared<std::atomic_bool>(false);
    QThreadPool m_pool; // the last member: its end waits for what it does, which is little once m_stop is set

    void work();
    void begin(const QString &clusterId, Cluster &cluster);
    void collect(const QString &clusterId);
    void lookAtChanged();
    void forget(const QString &tenantKey);
    void reread();
    bool addTenant(const QString &tenantKey, Job &job, QStringList *namespaces = nullptr) const;
    [[nodiscard]] QString clusterOf(const QString &tenantKey) const;
    void ask(const QString &clusterId, const QString &id, const QStringList &namespaces);
    void takeMade(const QString &clusterId, const QString &id, const QList<QuotaForecaster::Made> &made);
    void keepCourse(const QuotaForecaster::Made &made);
    void finished(const QString &clusterId, const QString &id, const QString &problem);
};
