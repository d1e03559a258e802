// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/kubernetes/records.h"
#include "backends/prometheus/usage.h"

//! Short ways to write down what a cluster says.
namespace Records {

inline QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

inline Kubernetes::NamespaceRecord space(const char *name, const char *tenant, const char *tier = "")
{
    Kubernetes::NamespaceRecord record;
    record.key.name = text(name);
    record.tenant = text(tenant);
    record.tier = text(tier);
    return record;
}

inline Quantity amount(double value)
{
    return Quantity::fromNanos(static_cast<Quantity::Nanos>(value * 1e6) * 1000);
}

inline Kubernetes::QuotaItem item(const char *resource, double used, double hard)
{
    return {text(resource), amount(hard), amount(used), true};
}

inline Kubernetes::QuotaRecord quota(const char *space, const char *name, const QList<Kubernetes::QuotaItem> &items)
{
    Kubernetes::QuotaRecord record;
    record.key = {text(space), text(name)};
    record.items = items;
    return record;
}

inline Kubernetes::PodRecord pod(
    const char *space, const char *name, Kubernetes::PodRecord::Phase phase = Kubernetes::PodRecord::Phase::Running)
{
    Kubernetes::PodRecord record;
    record.key = {text(space), text(name)};
    record.phase = phase;
    record.containers = 1;
    record.ready = phase == Kubernetes::PodRecord::Phase::Running ? 1 : 0;
    return record;
}

template <typename Batch, typename List>
Batch batch(const List &changed, const QList<Kubernetes::ObjectKey> &removed = {}, bool synced = true)
{
    Batch batch;
    batch.changed = changed;
    batch.removed = removed;
    batch.synced = synced;
    return batch;
}

inline Kubernetes::NamespaceBatch spaces(const QList<Kubernetes::NamespaceRecord> &changed)
{
    return batch<Kubernetes::NamespaceBatch>(changed);
}
inline Kubernetes::NamespaceBatch spaceGone(const char *name)
{
    return batch<Kubernetes::NamespaceBatch>(QList<Kubernetes::NamespaceRecord>(), {{{}, text(name)}});
}
inline Kubernetes::QuotaBatch quotas(const QList<Kubernetes::QuotaRecord> &changed)
{
    return batch<Kubernetes::QuotaBatch>(changed);
}
inline Kubernetes::PodBatch pods(const QList<Kubernetes::PodRecord> &changed)
{
    return batch<Kubernetes::PodBatch>(changed);
}
inline Kubernetes::PodBatch podGone(const char *space, const char *name)
{
    return batch<Kubernetes::PodBatch>(QList<Kubernetes::PodRecord>(), {{text(space), text(name)}});
}

} // namespace Records
