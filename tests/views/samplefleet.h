// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connections/connectiontablemodel.h"
#include "models/fleet/clusterlistmodel.h"
#include "models/pods/poddetail.h"
#include "models/pods/podtablemodel.h"
#include "models/tenants/tenantdetail.h"
#include "models/tenants/tenantstore.h"
#include "models/tenants/tenanttablemodel.h"
#include "tests/support/manualclock.h"

//! Models filled by hand: twenty tenants on three clusters, of which one is live, one stale and one failed.
class SampleFleet final
{
public:
    SampleFleet();

    [[nodiscard]] TenantTableModel *tenants() { return store.table(); }
    //! Chooses the tenant and gives it quotas, workloads, pods and a quarter of an hour of usage with a gap in it.
    void fillDetail(const QString &tenantKey);
    //! Four pods for each tenant, some of them in trouble.
    void fillPods();

    [[nodiscard]] Freshness fresh(Freshness::State state, int seconds) const;
    [[nodiscard]] Tenant tenant(int number) const;
    [[nodiscard]] QList<Tenant> allTenants() const;
    [[nodiscard]] ClusterItem live() const;
    [[nodiscard]] ClusterItem stale() const;
    [[nodiscard]] ClusterItem failed() const;
    //! Of the live, the failed and a third cluster that waits for a login.
    [[nodiscard]] QList<Connection> allConnections() const;
    [[nodiscard]] UsageHistory history(const QString &tenantKey) const;

    ManualClock clock;
    ClusterListModel clusters;
    TenantStore store;
    TenantDetail detail;
    PodTableModel pods;
    PodDetail podDetail;
    ConnectionTableModel connections;
};
