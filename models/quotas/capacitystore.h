// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quotas/capsuletenant.h"
#include "models/quotas/clustercapacity.h"
#include "models/quotas/limitrange.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace Kubernetes {
struct CapsuleTenantBatch;
struct LimitRangeBatch;
struct NodeBatch;
} // namespace Kubernetes

//! What stands behind and beside quotas, by cluster: what the nodes can allocate, the limit ranges of each namespace,
//! the Tenants of Capsule. Sums are kept as batches come, exactly, and a batch costs what is in it. Lives on the
//! window's thread.
class CapacityStore final : public QObject
{
    Q_OBJECT

public:
    //! What of a cluster may be read, and how sure we are of it.
    struct Standing
    {
        bool nodes = false; //!< they may be read: what is known of them counts
        Freshness freshness;
        QString note; //!< a sentence for what may not be read; else empty

        bool operator==(const Standing &) const = default;
    };

    explicit CapacityStore(QObject *parent = nullptr);
    ~CapacityStore() override;

    void setStanding(const QString &clusterId, const Standing &standing);
    void removeCluster(const QString &clusterId);

    void apply(const QString &clusterId, const Kubernetes::NodeBatch &batch);
    void apply(const QString &clusterId, const Kubernetes::LimitRangeBatch &batch);
    void apply(const QString &clusterId, const Kubernetes::CapsuleTenantBatch &batch);

    //! Of nodes that are ready and not cordoned. Amounts are empty until all nodes have been read, and while they may
    //! not be; a node that does not name a resource has none of it, as the scheduler sees it too.
    [[nodiscard]] ClusterCapacity capacity(const QString &clusterId) const;
    //! Why something of the above is not known: a sentence; empty when there is nothing to say.
    [[nodiscard]] QString note(const QString &clusterId) const;
    //! By name, type and resource. Empty value: not known.
    [[nodiscard]] std::optional<QList<LimitRangeLine>> limitRanges(
        const QString &clusterId, const QString &namespaceName) const;
    //! Empty when there is none of this name, or it may not be read.
    [[nodiscard]] std::optional<CapsuleTenant> capsuleTenant(const QString &clusterId, const QString &name) const;

Q_SIGNALS:
    void capacityChanged(const ClusterCapacity &capacity);
    void capacityRemoved(const QString &clusterId);
    //! Of these namespaces; empty: which may be read has changed.
    void limitRangesChanged(const QString &clusterId, const QStringList &namespaces);
    void capsuleTenantsChanged(const QString &clusterId, const QStringList &names);

private:
    struct Cluster;
    struct Private;
    std::unique_ptr<Private> d;

    void tell(const QString &clusterId, Cluster &cluster);
};
