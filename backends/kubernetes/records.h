// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/kubernetes/quantity.h"
#include "backends/kubernetes/resourceversion.h"
#include "backends/kubernetes/uid.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

//! What is kept of Kubernetes objects: the fields that some panel shows, strings shared where objects repeat them.
//! Plain values; cross threads.
namespace Kubernetes {

//! Name of an object; namespaceName is empty for cluster-scoped kinds.
struct ObjectKey
{
    QString namespaceName;
    QString name;

    bool operator==(const ObjectKey &) const = default;
    friend size_t qHash(const ObjectKey &key, size_t seed = 0) { return qHashMulti(seed, key.namespaceName, key.name); }
};

//! What every record starts with.
struct Record
{
    ObjectKey key;
    Uid uid; //!< tells an object from its successor of the same name
    ResourceVersion resourceVersion; //!< opaque: compared for equality only

    bool operator==(const Record &) const = default;
};

struct NamespaceRecord : Record
{
    QString tenant; //!< empty: belongs to none
    QString tier;
    QString isolation;
    QString owner;
    QString costCentre;
    bool terminating = false;

    bool operator==(const NamespaceRecord &) const = default;
};

//! One key of a ResourceQuota. Usage follows status, as admission does; hard falls back to spec until there is a
//! status.
struct QuotaItem
{
    QString resource; //!< as Kubernetes spells it: requests.cpu, pods, count/configmaps
    Quantity hard;
    Quantity used;
    bool counted = false; //!< status has been filled in: `used` is known

    bool operator==(const QuotaItem &) const = default;
};

struct QuotaRecord : Record
{
    QList<QuotaItem> items; //!< by resource
    QString scopes; //!< "NotTerminating, PriorityClass in high"; empty when the quota covers all pods
    //! Set when Capsule made it for a whole tenant: then `items` are that tenant's own figures, the same in each of its
    //! namespaces, and must not be added up (Capsule writes to each namespace what is left for it).
    bool tenantWide = false;
    //! Capsule makes and keeps it, by this Tenant of its (capsule.clastix.io, cluster-scoped) and the entry of that
    //! one's spec.resourceQuotas.items: an edit lasts only there, tenantWide or not. Empty and -1: nobody's, or nobody
    //! said. From the labels that Capsule's controller sets, "capsule.clastix.io/resource-quota" for the entry.
    QString capsuleTenant;
    int capsuleIndex = -1;

    bool operator==(const QuotaRecord &) const = default;
};

//! What a node offers. Amounts are status.allocatable, which is what the scheduler counts against (capacity less what
//! is kept for the system); empty when the kubelet has not said.
struct NodeRecord : Record
{
    std::optional<Quantity> cpu; //!< cores
    std::optional<Quantity> memory; //!< bytes
    std::optional<Quantity> pods;
    bool ready = false; //!< condition Ready is True
    bool unschedulable = false; //!< cordoned

    bool operator==(const NodeRecord &) const = default;
};

//! One resource of one entry of a LimitRange (core/v1, spec.limits).
struct LimitRangeItem
{
    struct Amount
    {
        Quantity value;
        QString text; //!< as the server writes it

        bool operator==(const Amount &) const = default;
    };

    QString type; //!< Container, Pod, PersistentVolumeClaim
    QString resource;
    std::optional<Amount> min;
    std::optional<Amount> max;
    std::optional<Amount> defaultLimit; //!< "default"
    std::optional<Amount> defaultRequest;
    std::optional<Amount> maxLimitRequestRatio; //!< a plain number

    bool operator==(const LimitRangeItem &) const = default;
};

struct LimitRangeRecord : Record
{
    QList<LimitRangeItem> items; //!< in the order of spec.limits, there by resource

    bool operator==(const LimitRangeRecord &) const = default;
};

//! What Capsule's Tenant (capsule.clastix.io/v1beta2, cluster-scoped) says of quotas.
struct CapsuleTenantRecord : Record
{
    struct Limit
    {
        QString resource;
        Quantity hard;

        bool operator==(const Limit &) const = default;
    };

    //! spec.resourceQuotas.scope is Tenant, which is the default: the amounts are for all namespaces together; with
    //! Namespace they are for each.
    bool tenantScope = true;
    QList<QList<Limit>> quotas; //!< spec.resourceQuotas.items in their order, each by resource
    QStringList namespaces; //!< status.namespaces, sorted
    bool cordoned = false;

    bool operator==(const CapsuleTenantRecord &) const = default;
};

//! A request for another quota, as the console files it: a ConfigMap in a namespace of the tenant with the label
//! pilothouse.org/request=quota, so that rights to read and write it are the cluster's. All of it is what its writer
//! claims.
struct QuotaRequestRecord : Record
{
    struct Wish
    {
        QString namespaceName;
        QString quota;
        QString resource;
        QString amount; //!< empty: no limit
        QString seen; //!< the amount that there was

        bool operator==(const Wish &) const = default;
    };

    QString id; //!< text that names it over edits
    QString tenant;
    QString user;
    QString reason;
    QString time; //!< RFC 3339
    QString state; //!< open, granted or declined
    QString answer; //!< why it was declined
    QString answeredBy;
    QList<Wish> wishes;

    static constexpr qsizetype mostWishes = 100;

    bool operator==(const QuotaRequestRecord &) const = default;
};

struct PodRecord : Record
{
    enum class Phase : quint8 { Unknown, Pending, Running, Succeeded, Failed };

    // Texts but the name are interned: many pods share them.
    QString reason; //!< of the worst container or the pod: CrashLoopBackOff, Evicted; empty when well
    QString node;
    QString ownerKind; //!< Deployment rather than ReplicaSet where the pod's template hash gives it away
    QString ownerName;
    QString imageTags; //!< tags of its containers, joined with ", "
    qint64 created = 0; //!< seconds since the epoch
    qint64 cpuRequest = 0; //!< millicores; containers' sum or the largest init container, as the scheduler counts
    qint64 memoryRequest = 0; //!< bytes, likewise
    quint32 restarts = 0;
    quint16 containers = 0;
    quint16 ready = 0;
    Phase phase = Phase::Unknown;
    bool terminating = false;

    bool operator==(const PodRecord &) const = default;
};

// What 50,000 pods cost is decided here: room for a key, 16 bytes of uid, 8 of version, five shared texts and 44 bytes.
static_assert(sizeof(PodRecord) <= 6 * sizeof(QString) + 128);

//! What the API server's own table (meta.k8s.io Table, includeObject=None) says of a pod before its object has been
//! read: the first rows of a large list. It does not name the namespace.
struct PodPreview
{
    QString name;
    PodRecord::Phase phase = PodRecord::Phase::Unknown;
    quint16 containers = 0;
    quint16 ready = 0;
    quint32 restarts = 0;
    QString reason; //!< as in PodRecord
    QString node;
    qint64 created = 0; //!< seconds since the epoch, as exact as the table's age is; 0 when unknown

    bool operator==(const PodPreview &) const = default;
};

//! All pods of a cluster in the server's order, by namespace and name. Comes at most once, before the first PodBatch
//! of the whole cluster, and ends with it.
struct PodPreviewList
{
    QList<PodPreview> rows;
};

//! Changes of one kind in one cluster, to be applied at once and in this order: first `removed`, then `changed`. They
//! are differences to everything that was handed on before, also across a time in which the kind was not needed and
//! not read (Cluster::setNeeds): whoever takes them keeps his rows over such a time, or they are missing after it.
template <typename R>
struct Batch
{
    QList<ObjectKey> removed;
    QList<R> changed; //!< added or modified
    //! A first complete list lies behind this batch (of every scope that is watched): from now on, absent means absent.
    bool synced = false;
    //! Where `synced` holds: in these namespaces alone, sorted, when the whole cluster may not be read. Elsewhere
    //! nothing is known, which is not the same as nothing being there.
    std::optional<QStringList> scope;

    [[nodiscard]] bool isEmpty() const { return removed.isEmpty() && changed.isEmpty(); }
};

struct NamespaceBatch : Batch<NamespaceRecord>
{
};
struct QuotaBatch : Batch<QuotaRecord>
{
};
struct PodBatch : Batch<PodRecord>
{
};
struct NodeBatch : Batch<NodeRecord>
{
};
struct LimitRangeBatch : Batch<LimitRangeRecord>
{
};
struct CapsuleTenantBatch : Batch<CapsuleTenantRecord>
{
};
struct QuotaRequestBatch : Batch<QuotaRequestRecord>
{
};

} // namespace Kubernetes

Q_DECLARE_TYPEINFO(Kubernetes::ObjectKey, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(Kubernetes::PodRecord, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(Kubernetes::PodPreview, Q_RELOCATABLE_TYPE);

Q_DECLARE_METATYPE(Kubernetes::NamespaceBatch)
Q_DECLARE_METATYPE(Kubernetes::QuotaBatch)
Q_DECLARE_METATYPE(Kubernetes::PodBatch)
Q_DECLARE_METATYPE(Kubernetes::PodPreviewList)
Q_DECLARE_METATYPE(Kubernetes::NodeBatch)
Q_DECLARE_METATYPE(Kubernetes::LimitRangeBatch)
Q_DECLARE_METATYPE(Kubernetes::CapsuleTenantBatch)
Q_DECLARE_METATYPE(Kubernetes::QuotaRequestBatch)
