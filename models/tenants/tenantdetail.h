// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tenants/tenant.h"

#include <QObject>

class PodTableModel;
class QuotaTableModel;
class TenantStore;
class WorkloadTableModel;

//! Everything about the chosen tenant, kept up to date while it is chosen.
class TenantDetail final : public QObject
{
    Q_OBJECT

public:
    //! \a store must outlive this.
    explicit TenantDetail(TenantStore *store, QObject *parent = nullptr);

    //! Empty key when none is chosen. A chosen tenant that vanishes stays chosen, with the last that was known of it.
    [[nodiscard]] const Tenant &tenant() const { return m_tenant; }
    //! The chosen tenant is no longer there: what is shown is the last that was known of it.
    [[nodiscard]] bool vanished() const;
    [[nodiscard]] QuotaTableModel *quotas() const { return m_quotas; }
    [[nodiscard]] WorkloadTableModel *workloads() const { return m_workloads; }
    [[nodiscard]] PodTableModel *pods() const { return m_pods; }
    [[nodiscard]] const UsageHistory &history() const { return m_history; }

    //! Empty to choose none.
    void choose(const QString &tenantKey);
    //! Ignored unless it is for the chosen tenant. Fills in the limits.
    void setHistory(const UsageHistory &history);
    //! Asks for the history again; for whoever owns the pace.
    void wantHistory();

Q_SIGNALS:
    //! Another tenant, or other figures of the same.
    void tenantChanged();
    void historyChanged();
    //! The chosen tenant's history is wanted now, and again while it stays chosen: whoever can get it listens.
    void historyWanted(const QString &clusterId, const QString &tenantKey, const QStringList &namespaces);

private:
    TenantStore *m_store;
    Tenant m_tenant;
    UsageHistory m_history;
    QuotaTableModel *m_quotas;
    WorkloadTableModel *m_workloads;
    PodTableModel *m_pods;

    void refresh(const QStringList &changedKeys);
    bool load();
    bool drawLimits();
};
