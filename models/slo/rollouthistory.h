// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/slo/suspects.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

//! One step from a revision of a Deployment to the next.
struct RolloutStep
{
    QString key; //!< the same for the same step
    QDateTime time; //!< UTC, when its ReplicaSet was made or taken up again
    QString namespaceName;
    QString deployment;
    qint64 revision = 0; //!< that it led to
    QStringList imagesBefore; //!< that changed, by the order of their containers; empty: it was the first one
    QStringList imagesAfter;
    QStringList fields; //!< of the pod template that changed besides images: "env of container web"
    QString who; //!< manager of the fields, as "kubectl-set"; empty: not known
    bool first = false; //!< the Deployment was made

    bool operator==(const RolloutStep &) const = default;
    //! "Deployment shop/web went from web:1.0 to web:1.1-bad", without a full stop.
    [[nodiscard]] QString what() const;
    [[nodiscard]] SuspectCandidate candidate(const QString &cluster, const QString &tenant) const;
};

//! What happened in a namespace, as the cluster's events say (core v1 Event).
struct NamespaceEvent
{
    QString key; //!< its uid
    QDateTime time; //!< UTC, of the last time that it happened
    QDateTime first; //!< and of the first
    QString namespaceName;
    QString kind; //!< of the object that it is about
    QString name;
    QString reason; //!< "BackOff"
    QString message; //!< one line
    QString source; //!< component that told
    bool warning = false;
    qint64 count = 1; //!< how often it happened

    bool operator==(const NamespaceEvent &) const = default;
    //! "Pod shop/web-1: BackOff: Back-off restarting failed container", without a full stop.
    [[nodiscard]] QString what() const;
    [[nodiscard]] SuspectCandidate candidate(const QString &cluster, const QString &tenant) const;
};

//! Read from lists as the API server gives them; pure, and what is no such list is none. Bounded: the newest mostItems
//! of a list count.
namespace RolloutHistory {

inline constexpr size_t mostItems = 2000;

//! \a replicaSets: a list of apps/v1 ReplicaSets; those of Deployments count, by their annotation
//! deployment.kubernetes.io/revision (k8s.io/kubernetes/pkg/controller/deployment/util). A Deployment that goes back
//! takes an old ReplicaSet up again under a new revision, which leaves no time there: then the managedFields of
//! \a deployments (a list of apps/v1 Deployments; may be empty) say when its template was written last and by whom, or
//! \a events when the ReplicaSet was scaled up; without either that step is left out. Ascending in time.
[[nodiscard]] QList<RolloutStep> steps(
    const QByteArray &replicaSets, const QByteArray &deployments, const QList<NamespaceEvent> &events);
//! \a events: a list of core v1 Events. Ascending in time.
[[nodiscard]] QList<NamespaceEvent> events(const QByteArray &events);

} // namespace RolloutHistory
