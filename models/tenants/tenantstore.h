// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/clusterlistmodel.h"
#include "models/quotas/quotafigure.h"
#include "models/tenants/tenant.h"

#include <QObject>

#include <memory>

namespace Kubernetes {
struct NamespaceBatch;
struct PodBatch;
struct QuotaBatch;
} // namespace Kubernetes
namespace Prometheus {
struct UsageSample;
} // namespace Prometheus
class PodStore;
class TenantTableModel;

//! Keeps what the clusters said and makes tenants of it: which namespaces belong together, what their quotas add up to,
//! how many of their pods run. Batches come in on the window's thread; each touches only the tenants concerned. The
//! table is brought up to date in the same call.
class TenantStore final : public QObject
{
    Q_OBJECT

public:
    explicit TenantStore(QObject *parent = nullptr);
    ~TenantStore() override;

    [[nodiscard]] TenantTableModel *table() const;
    //! Tenant::key of a tenant of a cluster, whether there is one or not.
    [[nodiscard]] static QString keyOf(const QString &clusterId, const QString &tenant);
    //! Every pod, of tenants and of nobody; batches of pods may also be applied there.
    [[nodiscard]] PodStore *pods() const;

    //! The cluster's name for people and the freshness of its data; call again when either changes. Rows of a cluster
    //! that was never named are not shown.
    void setCluster(const QString &clusterId, const QString &name, const Freshness &freshness);
    void setUsageFreshness(const QString &clusterId, const Freshness &freshness);
    void removeCluster(const QString &clusterId);

    void apply(const QString &clusterId, const Kubernetes::NamespaceBatch &batch);
    void apply(const QString &clusterId, const Kubernetes::QuotaBatch &batch);
    void apply(const QString &clusterId, const Kubernetes::PodBatch &batch);
    void apply(const QString &clusterId, const Prometheus::UsageSample &sample);

    //! What the detail pane shows of one tenant; empty when there is no such tenant.
    [[nodiscard]] QList<QuotaLine> quotas(const QString &tenantKey) const;
    [[nodiscard]] QList<Workload> workloads(const QString &tenantKey) const;
    //! What all its quotas together say of each key, by key; empty while they are not known.
    [[nodiscard]] std::optional<QList<QuotaFigure>> quotaFigures(const QString &tenantKey) const;
    [[nodiscard]] Freshness clusterFreshness(const QString &clusterId) const;

Q_SIGNALS:
    //! Something that the detail pane shows of these tenants has changed.
    void tenantsChanged(const QStringList &tenantKeys);
    //! Which of these tenants there are, what they are called, or what their quotas say; not when their pods, their use
    //! or the freshness of their cluster alone are other ones.
    void quotasChanged(const QStringList &tenantKeys);
    //! \a visibly: a person can tell it from what it was.
    void clusterFreshnessChanged(const QString &clusterId, bool visibly);

private:
    struct Private;
    std::unique_ptr<Private> d;
};
