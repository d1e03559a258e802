// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/quotaboardmodel.h"

#include "models/quotas/quantitytext.h"
#include "models/tenants/tenantstore.h"
#include "models/tenants/tenanttablemodel.h"

#include <algorithm>
#include <chrono>

namespace {

constexpr std::chrono::milliseconds sliceTime{6};
//! Rows of a slice are shown together: each costs the table something.
constexpr qsizetype mostInSlice = 250;

//! Earlier first; what is never reached comes last.
void takeSooner(QuotaRow::Wall &wall, const std::optional<qint64> &time, const QString &resource)
{
    if (time && (!wall.time || *time < *wall.time))
        wall = {time, resource};
}

} // namespace

QuotaBoardModel::QuotaBoardModel(TenantStore *store, QObject *parent) : RecordTableModel(parent), m_store(store)
{
    m_slice.setInterval(std::chrono::milliseconds(0));
    connect(&m_slice, &QTimer::timeout, this, [this] { work(QDeadlineTimer(sliceTime)); });
    connect(store, &TenantStore::quotasChanged, this, &QuotaBoardModel::queue);
    connect(store, &TenantStore::clusterFreshnessChanged, this, &QuotaBoardModel::clusterFreshnessChanged);
    QStringList keys;
    for (const Tenant &tenant : store->table()->rows())
        keys.append(tenant.key);
    queue(keys);
}

void QuotaBoardModel::setActive(bool active)
{
    m_active = active;
    if (!active)
        m_slice.stop();
    else if (unsettled())
        m_slice.start();
}

void QuotaBoardModel::queue(const QStringList &tenantKeys)
{
    for (const QString &key : tenantKeys) {
        if (m_queued.contains(key))
            continue;
        m_queued.insert(key);
        m_queue.append(key);
    }
    if (m_active && unsettled() && !m_slice.isActive())
        m_slice.start();
}

void QuotaBoardModel::settle()
{
    while (unsettled())
        work(QDeadlineTimer(QDeadlineTimer::Forever));
}

void QuotaBoardModel::work(const QDeadlineTimer &deadline)
{
    QStringList touched;
    const qsizetype first = m_next;
    while (m_next < m_queue.size() && m_next - first < mostInSlice && !deadline.hasExpired()) {
        const QString key = m_queue.at(m_next++);
        m_queued.remove(key);
        if (look(key))
            touched.append(key);
    }
    if (m_next == m_queue.size()) {
        m_queue.clear();
        m_next = 0;
    }
    const QSet<QString> groups = std::exchange(m_changedGroups, {});
    if (m_grouping != Grouping::TenantInCluster)
        touched = {groups.cbegin(), groups.cend()};
    const qsizetype some = std::min<qsizetype>(mostInSlice, m_toShow.size());
    show(touched + m_toShow.last(some));
    m_toShow.remove(m_toShow.size() - some, some);
    if (!unsettled())
        m_slice.stop();
    for (const QString &clusterId : std::exchange(m_changedClusters, {}))
        Q_EMIT clusterChanged(clusterId);
}

//! Rows by key, whatever a row is now.
void QuotaBoardModel::show(const QStringList &keys)
{
    QList<QuotaRow> rows;
    QStringList gone;
    for (const QString &key : keys) {
        if (auto row = rowOfKey(key))
            rows.append(std::move(*row));
        else
            gone.append(key);
    }
    remove(gone);
    update(rows);
}

std::optional<QuotaRow> QuotaBoardModel::rowOfKey(const QString &key) const
{
    if (m_grouping != Grouping::TenantInCluster)
        return groupRow(key);
    const auto known = m_known.constFind(key);
    return known == m_known.cend() ? std::nullopt : std::optional(*known);
}

std::optional<QuotaRow> QuotaBoardModel::read(const QString &tenantKey)
{
    const int at = m_store->table()->rowOf(tenantKey);
    if (at < 0)
        return std::nullopt;
    const Tenant &tenant = m_store->table()->at(at);
    QuotaRow row;
    row.key = tenantKey;
    row.tenant = tenant.name;
    row.clusterId = tenant.clusterId;
    row.cluster = tenant.cluster;
    row.clusters = {clusterNumber(tenant.clusterId)};
    addCells(row, tenantKey);
    addOutlook(row, tenantKey);
    return row;
}

void QuotaBoardModel::addCells(QuotaRow &row, const QString &tenantKey)
{
    const auto figures = m_store->quotaFigures(tenantKey);
    if (!figures)
        return;
    row.quotasKnown = true;
    const auto outlooks = m_outlooks.value(tenantKey);
    for (const QuotaFigure &figure : *figures) {
        growColumns(figure.resource);
        const int resource = m_layout.indexOf(figure.resource);
        if (resource < 0) {
            ++row.otherKeys;
            continue;
        }
        QuotaRow::Cell cell{resource, figure.usage, {}};
        if (const auto outlook = outlooks.constFind(figure.resource); outlook != outlooks.cend() && outlook->known)
            cell.perDay = outlook->perDay;
        row.cells.append(cell);
    }
    std::ranges::sort(row.cells, {}, &QuotaRow::Cell::resource);
}

void QuotaBoardModel::addOutlook(QuotaRow &row, const QString &tenantKey) const
{
    const auto outlooks = m_outlooks.constFind(tenantKey);
    if (outlooks == m_outlooks.cend())
        return;
    for (auto outlook = outlooks->cbegin(); outlook != outlooks->cend(); ++outlook) {
        row.forecastKnown = row.forecastKnown || outlook->known;
        takeSooner(row.wall50, outlook->wall50, outlook.key());
        takeSooner(row.wall90, outlook->wall90, outlook.key());
    }
}

//! Whether it is another than it was.
bool QuotaBoardModel::look(const QString &tenantKey)
{
    const auto row = read(tenantKey);
    const auto known = m_known.find(tenantKey);
    if (known != m_known.end()) {
        if (row && *row == *known)
            return false;
        count(tenantKey, *known, false);
    }
    if (row) {
        count(tenantKey, *row, true);
        m_known.insert(tenantKey, *row);
        return true;
    }
    m_outlooks.remove(tenantKey);
    if (known == m_known.end())
        return false;
    m_known.erase(known);
    return true;
}

void QuotaBoardModel::count(const QString &tenantKey, const QuotaRow &row, bool in)
{
    const auto countIn = [&](QHash<QString, Group> &groups, const QString &name) {
        Group &group = groups[name];
        if (in) {
            group.sums.add(row);
            group.members.insert(tenantKey);
        } else {
            group.sums.remove(row);
            group.members.remove(tenantKey);
            if (group.members.isEmpty())
                groups.remove(name);
        }
    };
    countIn(m_tenants, row.tenant);
    countIn(m_clusters, row.clusterId);
    m_changedClusters.insert(row.clusterId);
    if (m_grouping != Grouping::TenantInCluster)
        m_changedGroups.insert(m_grouping == Grouping::Tenant ? row.tenant : row.clusterId);
}

std::optional<QuotaRow> QuotaBoardModel::groupRow(const QString &name) const
{
    const bool byTenant = m_grouping == Grouping::Tenant;
    const auto &groups = byTenant ? m_tenants : m_clusters;
    const auto group = groups.constFind(name);
    if (group == groups.cend())
        return std::nullopt;
    QuotaRow row;
    row.key = name;
    row.members = group->sums.rows();
    row.quotasKnown = group->sums.known();
    row.cells = group->sums.cells();
    row.otherKeys = group->sums.otherKeys();
    if (byTenant) {
        row.tenant = name;
        addMembers(row, *group);
    } else {
        const QuotaRow &any = *m_known.constFind(*group->members.cbegin());
        row.clusterId = name;
        row.cluster = any.cluster;
        row.clusters = any.clusters;
    }
    return row;
}

//! A tenant has as many as there are clusters.
void QuotaBoardModel::addMembers(QuotaRow &row, const Group &group) const
{
    QStringList clusters;
    for (const QString &key : group.members) {
        const QuotaRow &member = *m_known.constFind(key);
        row.forecastKnown = row.forecastKnown || member.forecastKnown;
        takeSooner(row.wall50, member.wall50.time, member.wall50.resource);
        takeSooner(row.wall90, member.wall90.time, member.wall90.resource);
        row.clusters.append(member.clusters);
        clusters.append(member.cluster);
    }
    std::ranges::sort(row.clusters);
    clusters.sort();
    row.cluster = clusters.join(QLatin1String(", "));
}

void QuotaBoardModel::setGrouping(Grouping grouping)
{
    if (grouping == m_grouping)
        return;
    merge({});
    m_grouping = grouping;
    m_changedGroups.clear();
    switch (grouping) {
    case Grouping::TenantInCluster:
        m_toShow = m_known.keys();
        break;
    case Grouping::Tenant:
        m_toShow = m_tenants.keys();
        break;
    case Grouping::Cluster:
        m_toShow = m_clusters.keys();
        break;
    }
    queue({});
    Q_EMIT groupingChanged();
}

void QuotaBoardModel::growColumns(const QString &resource)
{
    const int more = m_layout.wouldAdd(resource);
    if (more == 0)
        return;
    const int first = columnCount();
    beginInsertColumns({}, first, first + more - 1);
    m_layout.add(resource);
    endInsertColumns();
}

int QuotaBoardModel::clusterNumber(const QString &clusterId)
{
    const auto known = m_clusterNumbers.constFind(clusterId);
    if (known != m_clusterNumbers.cend())
        return *known;
    m_clusterIds.append(clusterId);
    return *m_clusterNumbers.insert(clusterId, static_cast<int>(m_clusterIds.size()) - 1);
}

void QuotaBoardModel::setForecast(const QString &tenantKey, const QString &resource, const QuotaForecast &forecast)
{
    Outlook &outlook = m_outlooks[tenantKey][resource];
    outlook = {forecast.wall50, forecast.wall90, forecast.perDay, !forecast.band.isEmpty() || forecast.wall50};
    queue({tenantKey});
}

void QuotaBoardModel::setCapacity(const ClusterCapacity &capacity)
{
    const auto known = m_capacities.constFind(capacity.clusterId);
    if (known != m_capacities.cend() && *known == capacity)
        return;
    m_capacities.insert(capacity.clusterId, capacity);
    refreshRowsOf(capacity.clusterId);
    Q_EMIT clusterChanged(capacity.clusterId);
}

void QuotaBoardModel::removeCapacity(const QString &clusterId)
{
    if (m_capacities.remove(clusterId) == 0)
        return;
    refreshRowsOf(clusterId);
    Q_EMIT clusterChanged(clusterId);
}

std::optional<ClusterCapacity> QuotaBoardModel::capacity(const QString &clusterId) const
{
    const auto known = m_capacities.constFind(clusterId);
    return known == m_capacities.cend() ? std::nullopt : std::optional(*known);
}

std::optional<double> QuotaBoardModel::clusterHard(const QString &clusterId, const QString &resource) const
{
    const auto group = m_clusters.constFind(clusterId);
    const int number = m_layout.indexOf(resource);
    return group == m_clusters.cend() || number < 0 ? std::nullopt : group->sums.hard(number);
}

void QuotaBoardModel::clusterFreshnessChanged(const QString &clusterId, bool visibly)
{
    if (visibly && m_active)
        refreshRowsOf(clusterId);
}

//! What is asked for when a row is drawn is another.
void QuotaBoardModel::refreshRowsOf(const QString &clusterId)
{
    const int number = m_clusterNumbers.value(clusterId, -1);
    QList<int> changed;
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row).clusters.contains(number))
            changed.append(row);
    }
    reportRowsChanged(std::move(changed));
}
