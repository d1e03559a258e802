// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quotas/limitrange.h"
#include "models/tenants/tenant.h"

#include <QList>
#include <QString>

#include <optional>

//! What would follow if one key of a quota were set to an amount, as far as what is known tells. Pure.
namespace QuotaWhatIf {

struct Question
{
    QString tenant;
    QString clusterName;
    QString resource; //!< as Kubernetes spells it
    QuotaLine::Unit unit = QuotaLine::Unit::Count;
    bool scoped = false; //!< the quota limits some pods alone
    std::optional<double> used;
    std::optional<double> now; //!< the limit as it is; empty: none
    std::optional<double> wished; //!< empty: there is to be no limit
    QList<Workload> workloads; //!< what the quota covers
    std::optional<QList<LimitRangeLine>> limitRanges; //!< of its namespaces; empty: not known
    std::optional<double> clusterHard; //!< what all limits of the key in the cluster add up to now
    std::optional<double> allocatable; //!< what the cluster's nodes can allocate of it

    bool operator==(const Question &) const = default;
};

enum class Subject { Amount, Rollout, Capacity, LimitRange };
enum class Verdict {
    Fine,
    Unknown, //!< cannot be told
    Warns,
    Refuses, //!< unless the person types the tenant's name
};

struct Finding
{
    Subject subject = Subject::Amount;
    Verdict verdict = Verdict::Fine;
    QString sentence;

    bool operator==(const Finding &) const = default;
};

//! What a Deployment brings up beside what runs while it is rolled out, when it does not say: Kubernetes' default for
//! maxSurge, rounded up to whole pods (apps/v1, DeploymentStrategy).
inline constexpr double assumedSurge = 0.25;

//! The worst of each subject first, in the order of Subject.
[[nodiscard]] QList<Finding> findings(const Question &question);

//! Whether a Deployment that is rolled out would need more of \a resource than \a free; what pods ask for is known of
//! CPU, memory and pods alone.
[[nodiscard]] bool knowsRollouts(const QString &resource);

} // namespace QuotaWhatIf
