// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tenants/tenantstore.h"

#include "models/pods/podstore.h"
#include "models/tenants/clustertenants.h"
#include "models/tenants/tenanttablemodel.h"

#include <algorithm>
#include <map>

namespace {

//! A character that no context name and no label value has.
constexpr char16_t separator = u'\x1f';

//! Whether a person could tell the two apart: ages count as far as they are shown.
bool looksTheSame(const Freshness &left, const Freshness &right)
{
    return left.state == right.state && FreshnessText::brief(left) == FreshnessText::brief(right);
}

bool isOld(const Freshness &freshness)
{
    return freshness.state == Freshness::State::Stale || freshness.state == Freshness::State::Unknown;
}

void setUsageFreshnessOf(Tenant &tenant, const Freshness &freshness)
{
    tenant.usageFreshness = freshness;
    tenant.cpu.usedStale = tenant.cpu.used && isOld(freshness);
    tenant.memory.usedStale = tenant.memory.used && isOld(freshness);
}

} // namespace

struct TenantStore::Private
{
    struct Cluster
    {
        Cluster(const QString &clusterId, PodStore &pods) : tenants(clusterId, pods) { }

        bool named = false;
        QString name;
        Freshness freshness;
        Freshness usageFreshness;
        ClusterTenants tenants;
    };

    explicit Private(TenantStore *store) : q(store), table(new TenantTableModel(store)), pods(new PodStore(store)) { }

    TenantStore *q;
    TenantTableModel *table;
    PodStore *pods;
    std::map<QString, Cluster> clusters;

    //! What \a touched may have come from.
    enum class Cause { Quotas, Use };
    void show(const QString &clusterId, const ClusterTenants::Touched &touched, Cause cause);
    template <typename Batch>
    void apply(const QString &clusterId, const Batch &batch, Cause cause)
    {
        show(clusterId, cluster(clusterId).tenants.apply(batch), cause);
    }
    Cluster &cluster(const QString &clusterId)
    {
        return clusters.try_emplace(clusterId, clusterId, *pods).first->second;
    }
    template <typename Change>
    void changeRows(const QString &clusterId, bool visibly, const Change &change);
    [[nodiscard]] static Tenant row(const QString &clusterId, const Cluster &cluster, const QString &tenant);
    template <typename List>
    [[nodiscard]] List ask(
        const QString &tenantKey, List (ClusterTenants::*question)(const QString &, const Freshness &) const) const;
};

//! Brings the rows of the touched tenants up to date; those that are gone go.
void TenantStore::Private::show(const QString &clusterId, const ClusterTenants::Touched &touched, Cause cause)
{
    const Cluster &cluster = this->cluster(clusterId);
    if (!cluster.named || touched.isEmpty())
        return;
    QList<Tenant> rows;
    QStringList gone;
    QStringList keys;
    for (const QString &tenant : touched) {
        keys.append(keyOf(clusterId, tenant));
        if (cluster.tenants.has(tenant))
            rows.append(row(clusterId, cluster, tenant));
        else
            gone.append(keys.last());
    }
    keys.sort();
    std::sort(rows.begin(), rows.end(), [](const Tenant &left, const Tenant &right) { return left.name < right.name; });
    table->remove(gone);
    table->update(rows);
    Q_EMIT q->tenantsChanged(keys);
    if (cause == Cause::Quotas)
        Q_EMIT q->quotasChanged(keys);
}

//! For what concerns all rows of a cluster and none of its figures.
template <typename Change>
void TenantStore::Private::changeRows(const QString &clusterId, bool visibly, const Change &change)
{
    if (!visibly) {
        table->amendQuietly([&](Tenant &tenant) {
            if (tenant.clusterId == clusterId)
                change(tenant);
        });
        return;
    }
    QList<Tenant> rows;
    QStringList keys;
    for (const Tenant &tenant : table->rows()) {
        if (tenant.clusterId != clusterId)
            continue;
        rows.append(tenant);
        change(rows.last());
        keys.append(tenant.key);
    }
    if (rows.isEmpty())
        return;
    table->update(rows);
    Q_EMIT q->tenantsChanged(keys);
}

Tenant TenantStore::Private::row(const QString &clusterId, const Cluster &cluster, const QString &tenant)
{
    Tenant row = cluster.tenants.figures(tenant);
    row.key = keyOf(clusterId, tenant);
    row.clusterId = clusterId;
    row.cluster = cluster.name;
    row.freshness = cluster.freshness;
    setUsageFreshnessOf(row, cluster.usageFreshness);
    return row;
}

template <typename List>
List TenantStore::Private::ask(
    const QString &tenantKey, List (ClusterTenants::*question)(const QString &, const Freshness &) const) const
{
    const qsizetype at = tenantKey.indexOf(QChar(separator));
    const auto found = clusters.find(tenantKey.left(at));
    if (at < 0 || found == clusters.end())
        return {};
    const Cluster &cluster = found->second;
    return (cluster.tenants.*question)(tenantKey.mid(at + 1), cluster.freshness);
}

TenantStore::TenantStore(QObject *parent) : QObject(parent), d(std::make_unique<Private>(this))
{
    connect(d->pods, &PodStore::applied, this,
        [this](const QString &clusterId, const QSet<QString> &namespaces, bool synced,
            const std::optional<QStringList> &scope) {
            d->show(clusterId, d->cluster(clusterId).tenants.podsApplied(namespaces, synced, scope), Private::Cause::Use);
        });
}

TenantStore::~TenantStore() = default;

QString TenantStore::keyOf(const QString &clusterId, const QString &tenant)
{
    return clusterId + QChar(separator) + tenant;
}

TenantTableModel *TenantStore::table() const
{
    return d->table;
}

PodStore *TenantStore::pods() const
{
    return d->pods;
}

void TenantStore::setCluster(const QString &clusterId, const QString &name, const Freshness &freshness)
{
    auto &cluster = d->cluster(clusterId);
    const bool renamed = !cluster.named || cluster.name != name;
    if (!renamed && cluster.freshness == freshness)
        return;
    const bool visibly = !looksTheSame(cluster.freshness, freshness);
    cluster.named = true;
    cluster.name = name;
    cluster.freshness = freshness;
    d->pods->setCluster(clusterId, name, freshness);
    if (renamed)
        d->show(clusterId, cluster.tenants.all(), Private::Cause::Quotas);
    else
        d->changeRows(clusterId, visibly, [&freshness](Tenant &tenant) { tenant.freshness = freshness; });
    Q_EMIT clusterFreshnessChanged(clusterId, visibly);
}

void TenantStore::setUsageFreshness(const QString &clusterId, const Freshness &freshness)
{
    auto &cluster = d->cluster(clusterId);
    if (cluster.usageFreshness == freshness)
        return; // each row has it: looking at all of them twice a second is a good part of what an idle console costs
    const bool visibly = !looksTheSame(cluster.usageFreshness, freshness);
    cluster.usageFreshness = freshness;
    d->changeRows(clusterId, visibly, [&freshness](Tenant &tenant) { setUsageFreshnessOf(tenant, freshness); });
}

void TenantStore::removeCluster(const QString &clusterId)
{
    const auto cluster = d->clusters.find(clusterId);
    if (cluster == d->clusters.end())
        return;
    QStringList keys;
    for (const QString &tenant : cluster->second.tenants.all())
        keys.append(keyOf(clusterId, tenant));
    d->clusters.erase(cluster);
    d->pods->removeCluster(clusterId);
    d->table->remove(keys);
    if (keys.isEmpty())
        return;
    Q_EMIT tenantsChanged(keys);
    Q_EMIT quotasChanged(keys);
}

void TenantStore::apply(const QString &clusterId, const Kubernetes::NamespaceBatch &batch)
{
    d->apply(clusterId, batch, Private::Cause::Quotas);
}

void TenantStore::apply(const QString &clusterId, const Kubernetes::QuotaBatch &batch)
{
    d->apply(clusterId, batch, Private::Cause::Quotas);
}

void TenantStore::apply(const QString &clusterId, const Kubernetes::PodBatch &batch)
{
    d->pods->apply(clusterId, batch);
}

void TenantStore::apply(const QString &clusterId, const Prometheus::UsageSample &sample)
{
    d->apply(clusterId, sample, Private::Cause::Use);
}

QList<QuotaLine> TenantStore::quotas(const QString &tenantKey) const
{
    return d->ask(tenantKey, &ClusterTenants::quotas);
}

QList<Workload> TenantStore::workloads(const QString &tenantKey) const
{
    return d->ask(tenantKey, &ClusterTenants::workloads);
}

std::optional<QList<QuotaFigure>> TenantStore::quotaFigures(const QString &tenantKey) const
{
    const qsizetype at = tenantKey.indexOf(QChar(separator));
    const auto found = d->clusters.find(tenantKey.left(at));
    if (at < 0 || found == d->clusters.end())
        return std::nullopt;
    return found->second.tenants.quotaFigures(tenantKey.mid(at + 1));
}

Freshness TenantStore::clusterFreshness(const QString &clusterId) const
{
    const auto found = d->clusters.find(clusterId);
    return found == d->clusters.end() ? Freshness() : found->second.freshness;
}
