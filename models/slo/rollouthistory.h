// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/slo/namespaceevent.h"
#include "models/slo/suspects.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

//! One step from a revision of a Deployment to the next.
struct RolloutStep
{
    QString key; //!< the same for the same step
    QDateTime time; //!< UTC, when its ReplicaSet was made or taken up again; invalid: the cluster does not tell
    bool seen = false; //!< time is when the console met it first, because the cluster does not tell
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

//! Read from lists as the API server gives them; pure, and what is no such list is none. Bounded: the newest
//! NamespaceEvent::mostItems of a list count.
namespace RolloutHistory {

//! \a replicaSets: a list of apps/v1 ReplicaSets; those of Deployments count, by their annotation
//! deployment.kubernetes.io/revision (k8s.io/kubernetes/pkg/controller/deployment/util). A Deployment that goes back
//! takes an old ReplicaSet up again under a new revision, which leaves no time there: then the managedFields of
//! \a deployments (a list of apps/v1 Deployments; may be empty) say when its template was written last and by whom, or
//! \a events when the ReplicaSet was scaled up; without either that step has no time. Ascending in time, those without
//! first.
[[nodiscard]] QList<RolloutStep> steps(
    const QByteArray &replicaSets, const QByteArray &deployments, const QList<NamespaceEvent> &events);

} // namespace RolloutHistory
