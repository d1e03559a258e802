// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tenants/namespacetenants.h"

#include "models/tenants/tenantstore.h"
#include "models/tenants/tenanttablemodel.h"

NamespaceTenants::NamespaceTenants(const TenantStore &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &TenantStore::tenantsChanged, this, &NamespaceTenants::refresh);
    QStringList keys;
    for (const Tenant &tenant : store.table()->rows())
        keys.append(tenant.key);
    refresh(keys);
}

NamespaceTenants::Place NamespaceTenants::placeOf(const QString &cluster, const QString &namespaceName) const
{
    if (namespaceName.isEmpty())
        return {};
    if (const auto found = m_byCluster.constFind({cluster, namespaceName}); found != m_byCluster.cend())
        return place(*found);
    if (m_clusters.contains(cluster))
        return {}; // that cluster's namespace is nobody's
    const QStringList all = m_byNamespace.value(namespaceName);
    return all.size() == 1 ? place(all.constFirst()) : Place();
}

NamespaceTenants::Place NamespaceTenants::place(const QString &key) const
{
    const Known known = m_tenants.value(key);
    return {known.clusterId, known.cluster, {known.name, key}};
}

void NamespaceTenants::refresh(const QStringList &keys)
{
    const TenantTableModel *table = m_store.table();
    bool different = false;
    for (const QString &key : keys) {
        const int row = table->rowOf(key);
        const auto before = m_tenants.constFind(key);
        if (row >= 0) {
            const Tenant &tenant = table->at(row);
            const Known now{tenant.clusterId, tenant.cluster, tenant.name, tenant.namespaces};
            if (before != m_tenants.cend() && *before == now)
                continue;
            if (before != m_tenants.cend())
                forget(key, Known(*before));
            learn(key, now);
        } else if (before != m_tenants.cend()) {
            forget(key, Known(*before));
        } else {
            continue;
        }
        different = true;
    }
    if (different)
        Q_EMIT changed();
}

void NamespaceTenants::forget(const QString &key, const Known &known)
{
    m_tenants.remove(key);
    for (const QString &name : known.namespaces) {
        // Who has it now may have been learnt first.
        const auto owned = m_byCluster.constFind({known.cluster, name});
        if (owned != m_byCluster.cend() && *owned == key)
            m_byCluster.erase(owned);
        QStringList &all = m_byNamespace[name];
        all.removeAll(key);
        if (all.isEmpty())
            m_byNamespace.remove(name);
    }
    if (--m_clusters[known.cluster] <= 0)
        m_clusters.remove(known.cluster);
}

void NamespaceTenants::learn(const QString &key, const Known &known)
{
    m_tenants.insert(key, known);
    for (const QString &name : known.namespaces) {
        m_byCluster.insert({known.cluster, name}, key);
        m_byNamespace[name].append(key);
    }
    ++m_clusters[known.cluster];
}
