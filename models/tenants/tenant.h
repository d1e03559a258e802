// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/usage.h"
#include "models/freshness/freshness.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

//! One tenant in one cluster, as the table shows it. Amounts in base units: cores, bytes, pieces.
struct Tenant
{
    QString key; //!< cluster id and tenant name: unique over all clusters
    QString clusterId; //!< ClusterItem::id
    QString name;
    QString cluster; //!< ClusterItem::name
    QString tier;
    QString isolation;
    QString owner;
    QString costCentre;
    QStringList namespaces; //!< sorted
    //! Empty when pods may not be read: unknown is not zero.
    std::optional<qlonglong> podsRunning;
    std::optional<qlonglong> podsPending;
    std::optional<qlonglong> podsFailed;
    Usage cpu;
    Usage memory;
    Usage pods;
    bool quotasKnown = false; //!< the cluster's quotas have been read: only then is "no limit" the truth
    QString tightest; //!< the quota key with the highest percentage, "requests.cpu"; empty when nothing is limited
    std::optional<double> tightestPercent;
    Freshness freshness; //!< of what the API server said
    Freshness usageFreshness; //!< of what Prometheus said

    bool operator==(const Tenant &) const = default;
};

//! One line of a tenant's quotas: one key of one ResourceQuota.
struct QuotaLine
{
    QString namespaceName;
    QString quota;
    QString resource; //!< the key as Kubernetes spells it: requests.cpu, count/configmaps
    QString scopes; //!< "NotTerminating, PriorityClass in high"; empty when the quota covers all
    enum class Unit { Cores, Bytes, Count } unit = Unit::Count;
    std::optional<double> used;
    std::optional<double> hard;
    //! The figures are those of the whole tenant, the same in each of its namespaces: never to be added up.
    bool tenantWide = false;
    //! Capsule keeps this quota as this Tenant object of the cluster says, in this entry of its
    //! spec.resourceQuotas.items: an edit goes there, also when the figures are the namespace's own. Empty and -1 when
    //! Capsule has no hand in it, or did not say.
    QString capsuleTenant;
    int capsuleIndex = -1;
    Freshness freshness;

    bool operator==(const QuotaLine &) const = default;
};

//! One workload of a tenant, as its pods name it.
struct Workload
{
    QString namespaceName;
    QString kind; //!< Deployment, StatefulSet, DaemonSet, Job, … or Pod for one that nobody owns
    QString name;
    QString image; //!< tags in use, sorted and joined with ", "
    qlonglong pods = 0;
    qlonglong ready = 0;
    qlonglong restarts = 0;
    double cpuRequested = 0;
    double memoryRequested = 0;
    Freshness freshness;

    bool operator==(const Workload &) const = default;
};

//! What a tenant really used over a stretch of time, with the limit to draw in. A missing step is a gap, not a zero.
struct UsageHistory
{
    struct Point
    {
        qint64 time = 0; //!< milliseconds since the epoch
        double value = 0;
        bool operator==(const Point &) const = default;
    };
    QString tenantKey;
    std::chrono::seconds step{15};
    qint64 from = 0; //!< milliseconds since the epoch
    qint64 to = 0;
    QList<Point> cpu; //!< cores, ascending in time
    QList<Point> memory; //!< bytes, ascending in time
    std::optional<double> cpuLimit;
    std::optional<double> memoryLimit;
    QString problem; //!< a sentence when there is nothing new to draw: why, and what to do
    bool unanswered = false; //!< what was known before still holds; else the points are all there is

    bool operator==(const UsageHistory &) const = default;
};
