// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/capacitystore.h"

#include "backends/kubernetes/records.h"

#include <QHash>
#include <QMap>

#include <map>
#include <utility>

using Kubernetes::CapsuleTenantRecord;
using Kubernetes::LimitRangeItem;
using Kubernetes::LimitRangeRecord;
using Kubernetes::NodeRecord;
using Kubernetes::ObjectKey;

namespace {

//! What nodes offer together; whole nano-units, so that adding and taking away leaves nothing behind.
struct Sum
{
    int nodes = 0;
    Quantity cpu;
    Quantity memory;
    Quantity pods;

    void add(const NodeRecord &node)
    {
        if (!offers(node))
            return;
        ++nodes;
        cpu += node.cpu.value_or(Quantity());
        memory += node.memory.value_or(Quantity());
        pods += node.pods.value_or(Quantity());
    }
    void remove(const NodeRecord &node)
    {
        if (!offers(node))
            return;
        --nodes;
        cpu -= node.cpu.value_or(Quantity());
        memory -= node.memory.value_or(Quantity());
        pods -= node.pods.value_or(Quantity());
    }
    static bool offers(const NodeRecord &node) { return node.ready && !node.unschedulable; }
};

bool looksTheSame(const ClusterCapacity &left, const ClusterCapacity &right)
{
    const bool aged = left.freshness.state != right.freshness.state
        || FreshnessText::brief(left.freshness) != FreshnessText::brief(right.freshness);
    return !aged && left.nodes == right.nodes && left.cpu == right.cpu && left.memory == right.memory
        && left.pods == right.pods;
}

LimitRangeLine::Amount amountOf(const std::optional<LimitRangeItem::Amount> &amount)
{
    if (!amount)
        return {};
    return {amount->value.toDouble(), amount->text};
}

QList<LimitRangeLine> linesOf(const LimitRangeRecord &record)
{
    QList<LimitRangeLine> lines;
    for (const LimitRangeItem &item : record.items) {
        LimitRangeLine line;
        line.namespaceName = record.key.namespaceName;
        line.name = record.key.name;
        line.type = item.type;
        line.resource = item.resource;
        line.min = amountOf(item.min);
        line.max = amountOf(item.max);
        line.defaultLimit = amountOf(item.defaultLimit);
        line.defaultRequest = amountOf(item.defaultRequest);
        line.maxLimitRequestRatio = amountOf(item.maxLimitRequestRatio);
        lines.append(line);
    }
    return lines;
}

CapsuleTenant tenantOf(const CapsuleTenantRecord &record)
{
    CapsuleTenant tenant;
    tenant.name = record.key.name;
    tenant.tenantScope = record.tenantScope;
    tenant.namespaces = record.namespaces;
    tenant.cordoned = record.cordoned;
    for (const auto &quota : record.quotas) {
        QList<CapsuleTenant::Limit> limits;
        for (const CapsuleTenantRecord::Limit &limit : quota)
            limits.append({limit.resource, limit.hard.toDouble()});
        tenant.quotas.append(limits);
    }
    return tenant;
}

} // namespace

struct CapacityStore::Cluster
{
    Standing standing;
    bool nodesSynced = false;
    QHash<QString, NodeRecord> nodes;
    Sum sum;
    //! Where limit ranges are known: nowhere, in these namespaces, or (no list) everywhere.
    bool limitsSynced = false;
    std::optional<QStringList> limitsScope;
    QHash<QString, QMap<QString, LimitRangeRecord>> limits; //!< by namespace, by name
    QHash<QString, CapsuleTenant> tenants;
    ClusterCapacity told;

    [[nodiscard]] ClusterCapacity capacity(const QString &clusterId) const
    {
        ClusterCapacity capacity;
        capacity.clusterId = clusterId;
        if (!nodesSynced || !standing.nodes)
            return capacity;
        capacity.nodes = sum.nodes;
        capacity.cpu = sum.cpu.toDouble();
        capacity.memory = sum.memory.toDouble();
        capacity.pods = sum.pods.toDouble();
        capacity.freshness = standing.freshness;
        return capacity;
    }
    void setNode(const NodeRecord &node)
    {
        removeNode(node.key.name);
        sum.add(node);
        nodes.insert(node.key.name, node);
    }
    void removeNode(const QString &name)
    {
        if (const auto known = nodes.constFind(name); known != nodes.cend()) {
            sum.remove(*known);
            nodes.erase(known);
        }
    }
    void removeLimits(const ObjectKey &key)
    {
        const auto space = limits.find(key.namespaceName);
        if (space == limits.end())
            return;
        space->remove(key.name);
        if (space->isEmpty())
            limits.erase(space);
    }
};

struct CapacityStore::Private
{
    std::map<QString, Cluster> clusters;

    [[nodiscard]] const Cluster *find(const QString &clusterId) const
    {
        const auto found = clusters.find(clusterId);
        return found == clusters.end() ? nullptr : &found->second;
    }
};

CapacityStore::CapacityStore(QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
}

CapacityStore::~CapacityStore() = default;

void CapacityStore::tell(const QString &clusterId, Cluster &cluster)
{
    const ClusterCapacity capacity = cluster.capacity(clusterId);
    if (!cluster.told.clusterId.isEmpty() && looksTheSame(cluster.told, capacity))
        return;
    cluster.told = capacity;
    Q_EMIT capacityChanged(capacity);
}

void CapacityStore::setStanding(const QString &clusterId, const Standing &standing)
{
    Cluster &cluster = d->clusters[clusterId];
    if (cluster.standing == standing && !cluster.told.clusterId.isEmpty())
        return;
    cluster.standing = standing;
    tell(clusterId, cluster);
}

void CapacityStore::removeCluster(const QString &clusterId)
{
    if (d->clusters.erase(clusterId) > 0)
        Q_EMIT capacityRemoved(clusterId);
}

void CapacityStore::apply(const QString &clusterId, const Kubernetes::NodeBatch &batch)
{
    Cluster &cluster = d->clusters[clusterId];
    for (const ObjectKey &key : batch.removed)
        cluster.removeNode(key.name);
    for (const NodeRecord &node : batch.changed)
        cluster.setNode(node);
    cluster.nodesSynced = batch.synced;
    tell(clusterId, cluster);
}

void CapacityStore::apply(const QString &clusterId, const Kubernetes::LimitRangeBatch &batch)
{
    Cluster &cluster = d->clusters[clusterId];
    QSet<QString> touched;
    for (const ObjectKey &key : batch.removed) {
        cluster.removeLimits(key);
        touched.insert(key.namespaceName);
    }
    for (const LimitRangeRecord &record : batch.changed) {
        cluster.limits[record.key.namespaceName].insert(record.key.name, record);
        touched.insert(record.key.namespaceName);
    }
    const bool elsewhere = cluster.limitsSynced != batch.synced || cluster.limitsScope != batch.scope;
    cluster.limitsSynced = batch.synced;
    cluster.limitsScope = batch.scope;
    QStringList namespaces(touched.cbegin(), touched.cend());
    namespaces.sort();
    if (elsewhere)
        Q_EMIT limitRangesChanged(clusterId, {});
    else if (!namespaces.isEmpty())
        Q_EMIT limitRangesChanged(clusterId, namespaces);
}

void CapacityStore::apply(const QString &clusterId, const Kubernetes::CapsuleTenantBatch &batch)
{
    Cluster &cluster = d->clusters[clusterId];
    QStringList names;
    for (const ObjectKey &key : batch.removed) {
        cluster.tenants.remove(key.name);
        names.append(key.name);
    }
    for (const CapsuleTenantRecord &record : batch.changed) {
        cluster.tenants.insert(record.key.name, tenantOf(record));
        names.append(record.key.name);
    }
    names.sort();
    if (!names.isEmpty())
        Q_EMIT capsuleTenantsChanged(clusterId, names);
}

ClusterCapacity CapacityStore::capacity(const QString &clusterId) const
{
    if (const Cluster *cluster = d->find(clusterId))
        return cluster->capacity(clusterId);
    ClusterCapacity unknown;
    unknown.clusterId = clusterId;
    return unknown;
}

QString CapacityStore::note(const QString &clusterId) const
{
    const Cluster *cluster = d->find(clusterId);
    return cluster ? cluster->standing.note : QString();
}

std::optional<QList<LimitRangeLine>> CapacityStore::limitRanges(
    const QString &clusterId, const QString &namespaceName) const
{
    const Cluster *cluster = d->find(clusterId);
    if (!cluster || !cluster->limitsSynced || (cluster->limitsScope && !cluster->limitsScope->contains(namespaceName)))
        return std::nullopt;
    QList<LimitRangeLine> lines;
    if (const auto space = cluster->limits.constFind(namespaceName); space != cluster->limits.cend()) {
        for (const LimitRangeRecord &record : *space)
            lines += linesOf(record);
    }
    return lines;
}

std::optional<CapsuleTenant> CapacityStore::capsuleTenant(const QString &clusterId, const QString &name) const
{
    const Cluster *cluster = d->find(clusterId);
    const auto found = cluster ? cluster->tenants.constFind(name) : QHash<QString, CapsuleTenant>::const_iterator();
    if (!cluster || found == cluster->tenants.cend())
        return std::nullopt;
    return *found;
}
