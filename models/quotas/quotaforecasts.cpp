// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/quotaforecasts.h"

#include "backends/core/clock.h"
#include "backends/prometheus/usage.h"
#include "models/fleet/problem.h"
#include "models/tenants/tenantstore.h"
#include "models/tenants/tenanttablemodel.h"

#include <algorithm>

struct QuotaForecasts::Cluster
{
    QString name;
    bool hasMetrics = false;
    std::optional<std::chrono::milliseconds> dueAt; //!< of Clock::elapsed(); empty: as soon as there are tenants
    bool reading = false;
    QStringList toCollect; //!< tenants whose limits have yet to be looked at
    std::shared_ptr<Job> job; //!< of the reading that is under way
    std::map<QString, std::shared_ptr<Job>> wanted; //!< of single tenants, by their key
    QHash<QString, QuotaLimits> limits; //!< of those that have been read
    std::unique_ptr<Alarm> turn;
    bool answered = false;
    bool anything = false; //!< Prometheus knows of some tenant's use
    std::chrono::seconds pause{0}; //!< after the last answer
    qint64 longest = 0; //!< seconds that it remembers of any tenant
    QString problem;
};

QuotaForecasts::QuotaForecasts(TenantStore &store, const Clock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
    connect(&m_store, &TenantStore::tenantsChanged, this, [this](const QStringList &keys) {
        if (!m_needed)
            return; // the next reading looks at all of them
        for (const QString &key : keys)
            m_dirty.insert(key);
    });
}

QuotaForecasts::~QuotaForecasts()
{
    *m_stop = true;
    m_pool.clear();
}

void QuotaForecasts::setNeeded(bool needed)
{
    if (m_needed == needed)
        return;
    m_needed = needed;
    m_tick.reset();
    if (!needed)
        return;
    // Limits may have changed unseen.
    for (const auto &[clusterId, cluster] : m_clusters) {
        for (auto key = cluster.limits.keyBegin(); key != cluster.limits.keyEnd(); ++key)
            m_dirty.insert(*key);
    }
    work();
}

void QuotaForecasts::refresh()
{
    for (auto &[clusterId, cluster] : m_clusters)
        cluster.dueAt.reset();
    if (m_needed)
        work();
}

void QuotaForecasts::setCluster(const QString &clusterId, const QString &name, bool hasMetrics)
{
    Cluster &cluster = m_clusters[clusterId];
    if (cluster.name == name && cluster.hasMetrics == hasMetrics)
        return;
    cluster.name = name;
    cluster.hasMetrics = hasMetrics;
    Q_EMIT noteChanged(clusterId);
}

void QuotaForecasts::removeCluster(const QString &clusterId)
{
    const auto found = m_clusters.find(clusterId);
    if (found == m_clusters.end())
        return;
    for (auto key = found->second.limits.keyBegin(); key != found->second.limits.keyEnd(); ++key)
        forget(*key);
    m_clusters.erase(found);
}

void QuotaForecasts::forget(const QString &tenantKey)
{
    m_forecasts.remove(tenantKey);
    m_courses.remove(tenantKey);
    m_recent.removeAll(tenantKey);
}

void QuotaForecasts::work()
{
    for (auto &[clusterId, cluster] : m_clusters) {
        const bool due = !cluster.dueAt || *cluster.dueAt <= m_clock.elapsed();
        if (cluster.hasMetrics && !cluster.reading && due)
            begin(clusterId, cluster);
    }
    lookAtChanged();
    reread();
    m_tick = m_clock.after(tick, [this] { work(); });
}

void QuotaForecasts::begin(const QString &clusterId, Cluster &cluster)
{
    cluster.toCollect.clear();
    for (const Tenant &tenant : m_store.table()->rows()) {
        if (tenant.clusterId == clusterId && tenant.quotasKnown)
            cluster.toCollect.append(tenant.key);
    }
    if (cluster.toCollect.isEmpty())
        return;
    cluster.reading = true;
    cluster.longest = 0;
    cluster.anything = false;
    cluster.job = std::make_shared<Job>();
    cluster.job->now = m_clock.now().toSecsSinceEpoch();
    collect(clusterId);
    Q_EMIT noteChanged(clusterId);
}

//! A slice of the cluster's tenants; then the question.
void QuotaForecasts::collect(const QString &clusterId)
{
    Cluster &cluster = m_clusters[clusterId];
    for (int i = 0; i < tenantsAtOnce && !cluster.toCollect.isEmpty(); ++i)
        addTenant(cluster.toCollect.takeLast(), *cluster.job);
    if (!cluster.toCollect.isEmpty()) {
        cluster.turn = m_clock.after(std::chrono::milliseconds(0), [this, clusterId] { collect(clusterId); });
        return;
    }
    cluster.limits = cluster.job->limits;
    ask(clusterId, {}, {});
}

bool QuotaForecasts::addTenant(const QString &tenantKey, Job &job, QStringList *namespaces) const
{
    const int row = m_store.table()->rowOf(tenantKey);
    if (row < 0)
        return false;
    const QStringList names = m_store.table()->rows().at(row).namespaces;
    for (const QString &name : names)
        job.tenants.insert(name, tenantKey);
    job.limits.insert(tenantKey, QuotaForecaster::limitsOf(m_store.quotas(tenantKey)));
    if (namespaces)
        *namespaces = names;
    return true;
}

void QuotaForecasts::ask(const QString &clusterId, const QString &id, const QStringList &namespaces)
{
    const qint64 now = m_clock.now().toSecsSinceEpoch();
    Q_EMIT historyWanted(clusterId, id, namespaces, now - QuotaForecast::mostHistory, now, QuotaForecast::step);
}

QString QuotaForecasts::clusterOf(const QString &tenantKey) const
{
    const int row = m_store.table()->rowOf(tenantKey);
    return row < 0 ? QString() : m_store.table()->rows().at(row).clusterId;
}

//! Which of the tenants that something has happened to may use more or less than before?
void QuotaForecasts::lookAtChanged()
{
    for (int i = 0; i < tenantsAtOnce && !m_dirty.isEmpty(); ++i) {
        const QString key = *m_dirty.cbegin();
        m_dirty.erase(m_dirty.cbegin());
        const auto cluster = m_clusters.find(clusterOf(key));
        if (cluster == m_clusters.end())
            forget(key);
        if (cluster == m_clusters.end() || !cluster->second.answered)
            continue;
        QuotaLimits &known = cluster->second.limits[key];
        const QuotaLimits now = QuotaForecaster::limitsOf(m_store.quotas(key));
        const bool same = known.size() == now.size()
            && std::all_of(now.keyValueBegin(), now.keyValueEnd(), [&known](const auto &entry) {
                   const auto before = known.constFind(entry.first);
                   return before != known.cend() && before->hard == entry.second.hard;
               });
        known = now;
        if (!same)
            m_reread.insert(key);
    }
}

void QuotaForecasts::reread()
{
    if (m_reread.size() > rereadAtMost) {
        m_reread.clear();
        for (auto &[clusterId, cluster] : m_clusters)
            cluster.dueAt.reset();
        return;
    }
    for (int i = 0; i < rereadAtOnce && !m_reread.isEmpty(); ++i) {
        const QString key = *m_reread.cbegin();
        m_reread.erase(m_reread.cbegin());
        want(key);
    }
}

void QuotaForecasts::want(const QString &tenantKey)
{
    const QString clusterId = clusterOf(tenantKey);
    const auto cluster = m_clusters.find(clusterId);
    if (cluster == m_clusters.end() || !cluster->second.hasMetrics)
        return;
    auto job = std::make_shared<Job>();
    job->now = m_clock.now().toSecsSinceEpoch();
    QStringList namespaces;
    if (!addTenant(tenantKey, *job, &namespaces) || namespaces.isEmpty())
        return;
    cluster->second.wanted[tenantKey] = job;
    ask(clusterId, tenantKey, namespaces);
}

void QuotaForecasts::take(const QString &clusterId, const Prometheus::QuotaHistory &history)
{
    const auto found = m_clusters.find(clusterId);
    if (found == m_clusters.end())
        return;
    Cluster &cluster = found->second;
    if (history.error) {
        finished(clusterId, history.id, describe(*history.error, ProblemSource::Prometheus, cluster.name).paragraph());
        return;
    }
    cluster.anything = cluster.anything || history.known;
    const auto wanted = cluster.wanted.find(history.id);
    const auto job = history.id.isEmpty() ? cluster.job : wanted != cluster.wanted.end() ? wanted->second : nullptr;
    if (!job)
        return;
    m_pool.start([this, clusterId, history, job, stop = m_stop] {
        QuotaForecaster::make(history, *job, *stop, [&](const QList<QuotaForecaster::Made> &made) {
            QMetaObject::invokeMethod(
                this, [this, clusterId, id = history.id, made] { takeMade(clusterId, id, made); },
                Qt::QueuedConnection);
        });
        if (history.last && !*stop)
            QMetaObject::invokeMethod(
                this, [this, clusterId, id = history.id] { finished(clusterId, id, {}); }, Qt::QueuedConnection);
    });
}

void QuotaForecasts::takeMade(const QString &clusterId, const QString &id, const QList<QuotaForecaster::Made> &made)
{
    const auto cluster = m_clusters.find(clusterId);
    if (cluster == m_clusters.end())
        return; // it went while they were made
    QStringList keys;
    for (const QuotaForecaster::Made &each : made) {
        if (!each.history.isEmpty())
            cluster->second.longest
                = std::max(cluster->second.longest, each.history.last().time - each.history.first().time);
        QuotaForecast kept = each.forecast;
        const bool says = !kept.band.isEmpty() || kept.wall50;
        kept.band.clear();
        auto &known = m_forecasts[each.tenantKey];
        if (says)
            known.insert(each.resource, kept);
        else
            known.remove(each.resource);
        if (!id.isEmpty())
            keepCourse(each);
        if (!keys.contains(each.tenantKey))
            keys.append(each.tenantKey);
        Q_EMIT forecastMade(each.tenantKey, each.resource, each.forecast);
    }
    for (const QString &key : std::as_const(keys))
        Q_EMIT changed(key);
}

void QuotaForecasts::keepCourse(const QuotaForecaster::Made &made)
{
    m_recent.removeAll(made.tenantKey);
    m_recent.append(made.tenantKey);
    if (m_recent.size() > coursesKept)
        m_courses.remove(m_recent.takeFirst());
    m_courses[made.tenantKey].insert(made.resource, {made.history, made.hard, made.forecast});
}

void QuotaForecasts::finished(const QString &clusterId, const QString &id, const QString &problem)
{
    const auto found = m_clusters.find(clusterId);
    if (found == m_clusters.end())
        return;
    Cluster &cluster = found->second;
    if (!id.isEmpty()) {
        cluster.wanted.erase(id);
        cluster.problem = problem;
        Q_EMIT courseChanged(id);
        return;
    }
    cluster.reading = false;
    cluster.answered = cluster.answered || problem.isEmpty();
    cluster.problem = problem;
    cluster.job.reset();
    // A Prometheus that has just begun to remember, or into which a past is being read, knows more soon.
    const bool tooShort = cluster.longest < QuotaForecast::leastHistory;
    cluster.pause = tooShort ? std::clamp<std::chrono::seconds>(2 * cluster.pause, firstPause, readAgain) : readAgain;
    cluster.dueAt = m_clock.elapsed() + (problem.isEmpty() ? cluster.pause : afterFailure);
    Q_EMIT noteChanged(clusterId);
}

std::optional<QuotaForecast> QuotaForecasts::forecast(const QString &tenantKey, const QString &resource) const
{
    const auto tenant = m_forecasts.constFind(tenantKey);
    if (tenant == m_forecasts.cend() || !tenant->contains(resource))
        return std::nullopt;
    return tenant->value(resource);
}

std::optional<QuotaCourse> QuotaForecasts::course(const QString &tenantKey, const QString &resource) const
{
    const auto tenant = m_courses.constFind(tenantKey);
    if (tenant == m_courses.cend() || !tenant->contains(resource))
        return std::nullopt;
    return tenant->value(resource);
}

QString QuotaForecasts::note(const QString &clusterId) const
{
    const auto found = m_clusters.find(clusterId);
    if (found == m_clusters.end())
        return {};
    const Cluster &cluster = found->second;
    if (!cluster.hasMetrics)
        return tr("No Prometheus is set for %1, so nobody knows how its quotas were used and there are no forecasts. "
                  "Start with --prometheus %1=URL, or add it to the settings.")
            .arg(cluster.name);
    if (cluster.reading && !cluster.answered)
        return tr("The forecasts for %1 are being made from what its Prometheus remembers.").arg(cluster.name);
    if (!cluster.problem.isEmpty())
        return cluster.problem;
    if (!cluster.answered || cluster.reading)
        return {};
    if (!cluster.anything)
        return tr("The Prometheus of %1 knows nothing of the use of quotas, so there are no forecasts. Have it scrape "
                  "kube-state-metrics, which gives them as kube_resourcequota.")
            .arg(cluster.name);
    if (cluster.longest < QuotaForecast::leastHistory)
        return tr("The Prometheus of %1 remembers less than %n hour(s) of the use of quotas. A forecast takes at least "
                  "three days: wait, or let Prometheus keep more.",
            nullptr, static_cast<int>(cluster.longest / QuotaForecast::step + 1) * 3)
            .arg(cluster.name);
    return {};
}
