// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tenants/tenantdetail.h"

#include "models/pods/podtablemodel.h"
#include "models/tenants/quotatablemodel.h"
#include "models/tenants/tenantstore.h"
#include "models/tenants/tenanttablemodel.h"
#include "models/tenants/workloadtablemodel.h"

#include <algorithm>
#include <utility>

namespace {
QList<UsageHistory::Point> since(qint64 from, const QList<UsageHistory::Point> &points)
{
    QList<UsageHistory::Point> kept;
    std::copy_if(points.begin(), points.end(), std::back_inserter(kept),
        [from](const UsageHistory::Point &point) { return point.time >= from; });
    return kept;
}
} // namespace

TenantDetail::TenantDetail(TenantStore *store, QObject *parent)
    : QObject(parent), m_store(store), m_quotas(new QuotaTableModel(this)), m_workloads(new WorkloadTableModel(this)),
      m_pods(new PodTableModel(store->pods(), PodTableModel::Extent::OneTenant, this))
{
    connect(store, &TenantStore::tenantsChanged, this, &TenantDetail::refresh);
}

bool TenantDetail::vanished() const
{
    return !m_tenant.key.isEmpty() && m_store->table()->rowOf(m_tenant.key) < 0;
}

void TenantDetail::choose(const QString &tenantKey)
{
    if (tenantKey == m_tenant.key)
        return;
    m_tenant = Tenant();
    m_tenant.key = tenantKey;
    m_history = UsageHistory();
    m_history.tenantKey = tenantKey;
    m_quotas->merge({});
    m_workloads->merge({});
    m_pods->setTenant({}, {});
    if (!load())
        Q_EMIT tenantChanged();
    Q_EMIT historyChanged();
    wantHistory();
}

void TenantDetail::setHistory(const UsageHistory &history)
{
    if (m_tenant.key.isEmpty() || history.tenantKey != m_tenant.key)
        return;
    const UsageHistory known = std::exchange(m_history, history);
    if (history.unanswered) { // figures stay, marked by the problem, until they leave the time that is drawn
        m_history.cpu = since(history.from, known.cpu);
        m_history.memory = since(history.from, known.memory);
    }
    drawLimits();
    Q_EMIT historyChanged();
}

void TenantDetail::wantHistory()
{
    if (!m_tenant.key.isEmpty() && !vanished())
        Q_EMIT historyWanted(m_tenant.clusterId, m_tenant.key, m_tenant.namespaces);
}

void TenantDetail::refresh(const QStringList &changedKeys)
{
    if (m_tenant.key.isEmpty() || !changedKeys.contains(m_tenant.key))
        return;
    const QStringList namespaces = m_tenant.namespaces;
    if (!load()) {
        Q_EMIT tenantChanged(); // it vanished: what was known stays
        return;
    }
    if (drawLimits())
        Q_EMIT historyChanged();
    if (m_tenant.namespaces != namespaces)
        wantHistory();
}

//! Takes over what the store knows of the chosen tenant; false when it knows nothing.
bool TenantDetail::load()
{
    const TenantTableModel *table = m_store->table();
    const int row = table->rowOf(m_tenant.key);
    if (row < 0)
        return false;
    const bool changed = m_tenant != table->at(row);
    m_tenant = table->at(row);
    m_quotas->merge(m_store->quotas(m_tenant.key));
    m_workloads->merge(m_store->workloads(m_tenant.key));
    m_pods->setTenant(m_tenant.clusterId, m_tenant.name);
    if (changed)
        Q_EMIT tenantChanged();
    return true;
}

bool TenantDetail::drawLimits()
{
    const bool changed = m_history.cpuLimit != m_tenant.cpu.limit || m_history.memoryLimit != m_tenant.memory.limit;
    m_history.cpuLimit = m_tenant.cpu.limit;
    m_history.memoryLimit = m_tenant.memory.limit;
    return changed;
}
