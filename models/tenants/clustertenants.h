// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quotas/quotafigure.h"
#include "models/tenants/tenant.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QStringList>

#include <memory>
#include <optional>
#include <unordered_map>

namespace Kubernetes {
struct NamespaceBatch;
struct ObjectKey;
struct QuotaBatch;
} // namespace Kubernetes
namespace Prometheus {
struct UsageSample;
} // namespace Prometheus
class PodStore;

//! What one cluster said, by namespace, and which tenant each namespace belongs to. Says after each batch whose figures
//! it touched. A batch costs what is in it, however much is kept.
class ClusterTenants
{
public:
    //! \a pods has the pods of this cluster and must outlive this; it is told which tenant they belong to.
    ClusterTenants(const QString &clusterId, PodStore &pods);
    ~ClusterTenants();
    Q_DISABLE_COPY_MOVE(ClusterTenants)

    //! Tenants whose row or details may differ now, also those that are gone.
    using Touched = QSet<QString>;

    Touched apply(const Kubernetes::NamespaceBatch &batch);
    Touched apply(const Kubernetes::QuotaBatch &batch);
    Touched apply(const Prometheus::UsageSample &sample);
    //! Pods of these namespaces have changed; see PodStore::applied().
    Touched podsApplied(const QSet<QString> &namespaces, bool synced, const std::optional<QStringList> &scope);

    [[nodiscard]] Touched all() const;
    [[nodiscard]] bool has(const QString &tenant) const { return m_tenants.contains(tenant); }
    //! Everything but keys, names of the cluster and freshness.
    [[nodiscard]] Tenant figures(const QString &tenant) const;

    [[nodiscard]] QList<QuotaLine> quotas(const QString &tenant, const Freshness &freshness) const;
    [[nodiscard]] QList<Workload> workloads(const QString &tenant, const Freshness &freshness) const;
    //! Empty while quotas are not known in all its namespaces.
    [[nodiscard]] std::optional<QList<QuotaFigure>> quotaFigures(const QString &tenant) const;

private:
    struct NamespaceState;
    //! In which namespaces one kind of object is known: there, absent means absent; elsewhere it means nothing.
    struct Known
    {
        bool anything = false;
        std::optional<QStringList> namespaces; //!< empty: all of them

        //! Whether that is news.
        bool learn(bool synced, const std::optional<QStringList> &scope);
        [[nodiscard]] bool all(const QStringList &names) const;
    };
    using Members = QMap<QString, const NamespaceState *>; //!< sorted by name

    QString m_clusterId;
    PodStore &m_pods;
    std::unordered_map<QString, std::unique_ptr<NamespaceState>> m_namespaces;
    QHash<QString, QSet<QString>> m_tenants; //!< their namespaces
    Known m_quotasKnown;
    Known m_podsKnown;

    [[nodiscard]] Members members(const QString &tenant) const;
    [[nodiscard]] NamespaceState *find(const QString &namespaceName) const;
    NamespaceState &state(const QString &namespaceName);
    void touch(Touched &touched, const QString &namespaceName) const;
    void setTenant(const QString &namespaceName, const QString &before, const QString &now);
    void prune(const QString &namespaceName);
    void removeNamespace(const QString &name, Touched &touched);
    void removeQuota(const Kubernetes::ObjectKey &key);
    void addPods(Tenant &tenant, const Members &members) const;
    static void addUsage(Tenant &tenant, const Members &members);
    static void addLabels(Tenant &tenant, const Members &members);
};
