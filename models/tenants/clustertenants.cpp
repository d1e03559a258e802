// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tenants/clustertenants.h"

#include "backends/kubernetes/records.h"
#include "backends/prometheus/usage.h"
#include "models/pods/podstore.h"
#include "models/tenants/tenantfigures.h"

#include <algorithm>

using Kubernetes::NamespaceRecord;
using Kubernetes::ObjectKey;
using Kubernetes::QuotaRecord;

struct ClusterTenants::NamespaceState
{
    bool exists = false; //!< named by a namespace batch; quotas may come before and stay after
    NamespaceRecord record;
    TenantFigures::Quotas quotas;
    std::optional<Prometheus::NamespaceUsage> usage;

    [[nodiscard]] bool empty() const { return !exists && quotas.isEmpty() && !usage; }
};

bool ClusterTenants::Known::learn(bool synced, const std::optional<QStringList> &scope)
{
    if (!synced || (anything && namespaces == scope))
        return false;
    anything = true;
    namespaces = scope;
    return true;
}

bool ClusterTenants::Known::all(const QStringList &names) const
{
    if (!anything || !namespaces)
        return anything;
    return std::all_of(names.begin(), names.end(), [this](const QString &name) { return namespaces->contains(name); });
}

ClusterTenants::ClusterTenants(const QString &clusterId, PodStore &pods) : m_clusterId(clusterId), m_pods(pods)
{
}

ClusterTenants::~ClusterTenants() = default;

ClusterTenants::Touched ClusterTenants::apply(const Kubernetes::NamespaceBatch &batch)
{
    Touched touched;
    for (const ObjectKey &key : batch.removed)
        removeNamespace(key.name, touched);
    for (const NamespaceRecord &record : batch.changed) {
        const QString &name = record.key.name;
        touch(touched, name);
        NamespaceState &its = state(name);
        setTenant(name, its.record.tenant, record.tenant);
        its.exists = true;
        its.record = record;
        m_pods.setTenant(m_clusterId, name, record.tenant);
        touch(touched, name);
    }
    return touched;
}

ClusterTenants::Touched ClusterTenants::apply(const Kubernetes::QuotaBatch &batch)
{
    Touched touched;
    for (const ObjectKey &key : batch.removed) {
        touch(touched, key.namespaceName);
        removeQuota(key);
    }
    for (const QuotaRecord &record : batch.changed) {
        state(record.key.namespaceName).quotas.insert(record.key.name, record);
        touch(touched, record.key.namespaceName);
    }
    return m_quotasKnown.learn(batch.synced, batch.scope) ? all() : touched;
}

ClusterTenants::Touched ClusterTenants::podsApplied(
    const QSet<QString> &namespaces, bool synced, const std::optional<QStringList> &scope)
{
    if (m_podsKnown.learn(synced, scope))
        return all();
    Touched touched;
    for (const QString &name : namespaces)
        touch(touched, name);
    return touched;
}

ClusterTenants::Touched ClusterTenants::apply(const Prometheus::UsageSample &sample)
{
    Touched touched;
    // A namespace that nobody has told us of yet is kept too: its figures must not be lost until the next sample.
    for (auto usage = sample.namespaces.cbegin(); usage != sample.namespaces.cend(); ++usage) {
        NamespaceState &its = state(usage.key());
        if (its.usage != usage.value())
            touch(touched, usage.key());
        its.usage = usage.value();
    }
    for (auto each = m_namespaces.begin(); each != m_namespaces.end();) {
        NamespaceState &its = *each->second;
        if (its.usage && !sample.namespaces.contains(each->first)) {
            its.usage.reset();
            touch(touched, each->first);
        }
        each = its.empty() ? m_namespaces.erase(each) : std::next(each);
    }
    return touched;
}

ClusterTenants::Touched ClusterTenants::all() const
{
    return {m_tenants.keyBegin(), m_tenants.keyEnd()};
}

Tenant ClusterTenants::figures(const QString &tenant) const
{
    const Members all = members(tenant);
    Tenant figures;
    figures.name = tenant;
    figures.namespaces = all.keys();
    addLabels(figures, all);
    addPods(figures, all);
    addUsage(figures, all);
    if (m_quotasKnown.all(figures.namespaces)) {
        std::vector<const TenantFigures::Quotas *> quotas;
        for (const NamespaceState *state : all)
            quotas.push_back(&state->quotas);
        TenantFigures::addQuotas(figures, quotas);
    }
    return figures;
}

QList<QuotaLine> ClusterTenants::quotas(const QString &tenant, const Freshness &freshness) const
{
    QList<QuotaLine> lines;
    for (const NamespaceState *state : members(tenant))
        lines += TenantFigures::quotaLines(state->quotas, freshness);
    return lines;
}

QList<Workload> ClusterTenants::workloads(const QString &tenant, const Freshness &freshness) const
{
    QList<Workload> workloads;
    for (const QString &name : members(tenant).keys()) {
        if (const PodStore::Space *space = m_pods.findSpace(m_clusterId, name))
            workloads += TenantFigures::workloads(m_pods, *space, freshness);
    }
    return workloads;
}

std::optional<QList<QuotaFigure>> ClusterTenants::quotaFigures(const QString &tenant) const
{
    const Members all = members(tenant);
    if (!m_quotasKnown.all(all.keys()))
        return std::nullopt;
    std::vector<const TenantFigures::Quotas *> quotas;
    for (const NamespaceState *state : all)
        quotas.push_back(&state->quotas);
    return TenantFigures::quotaFigures(quotas);
}

ClusterTenants::Members ClusterTenants::members(const QString &tenant) const
{
    Members members;
    const auto names = m_tenants.constFind(tenant);
    if (names == m_tenants.cend())
        return members;
    for (const QString &name : *names)
        members.insert(name, find(name));
    return members;
}

ClusterTenants::NamespaceState *ClusterTenants::find(const QString &namespaceName) const
{
    const auto found = m_namespaces.find(namespaceName);
    return found == m_namespaces.end() ? nullptr : found->second.get();
}

ClusterTenants::NamespaceState &ClusterTenants::state(const QString &namespaceName)
{
    auto &state = m_namespaces[namespaceName];
    if (!state)
        state = std::make_unique<NamespaceState>();
    return *state;
}

void ClusterTenants::touch(Touched &touched, const QString &namespaceName) const
{
    const NamespaceState *its = find(namespaceName);
    if (its && !its->record.tenant.isEmpty())
        touched.insert(its->record.tenant);
}

void ClusterTenants::setTenant(const QString &namespaceName, const QString &before, const QString &now)
{
    if (before == now)
        return;
    if (const auto old = m_tenants.find(before); old != m_tenants.end()) {
        old->remove(namespaceName);
        if (old->isEmpty())
            m_tenants.erase(old);
    }
    if (!now.isEmpty())
        m_tenants[now].insert(namespaceName);
}

void ClusterTenants::prune(const QString &namespaceName)
{
    if (const NamespaceState *its = find(namespaceName); its && its->empty())
        m_namespaces.erase(namespaceName);
}

void ClusterTenants::removeNamespace(const QString &name, Touched &touched)
{
    NamespaceState *its = find(name);
    if (!its)
        return;
    touch(touched, name);
    setTenant(name, its->record.tenant, {});
    its->exists = false;
    its->record = {};
    m_pods.setTenant(m_clusterId, name, std::nullopt);
    prune(name);
}

void ClusterTenants::removeQuota(const ObjectKey &key)
{
    if (NamespaceState *its = find(key.namespaceName))
        its->quotas.remove(key.name);
    prune(key.namespaceName);
}

void ClusterTenants::addPods(Tenant &tenant, const Members &members) const
{
    if (!m_podsKnown.all(tenant.namespaces))
        return;
    PodStore::Counts sum;
    for (const QString &name : members.keys()) {
        const PodStore::Space *space = m_pods.findSpace(m_clusterId, name);
        if (!space)
            continue;
        sum.running += space->counts.running;
        sum.pending += space->counts.pending;
        sum.failed += space->counts.failed;
    }
    tenant.podsRunning = sum.running;
    tenant.podsPending = sum.pending;
    tenant.podsFailed = sum.failed;
    tenant.pods.used = double(sum.running);
}

//! A namespace without figures has none; it does not make those of the others worthless.
void ClusterTenants::addUsage(Tenant &tenant, const Members &members)
{
    const auto add = [](std::optional<double> &sum, const std::optional<double> &part) {
        if (part)
            sum = sum.value_or(0) + *part;
    };
    for (const NamespaceState *state : members) {
        if (!state->usage)
            continue;
        add(tenant.cpu.used, state->usage->cpu);
        add(tenant.memory.used, state->usage->memory);
    }
}

//! Namespaces of one tenant should agree; where they do not, all their words are shown.
void ClusterTenants::addLabels(Tenant &tenant, const Members &members)
{
    const auto joined = [&members](QString NamespaceRecord::*label) {
        QStringList words;
        for (const NamespaceState *state : members) {
            const QString &word = state->record.*label;
            if (!word.isEmpty() && !words.contains(word))
                words.append(word);
        }
        return words.join(QLatin1String(", "));
    };
    tenant.tier = joined(&NamespaceRecord::tier);
    tenant.isolation = joined(&NamespaceRecord::isolation);
    tenant.owner = joined(&NamespaceRecord::owner);
    tenant.costCentre = joined(&NamespaceRecord::costCentre);
}
