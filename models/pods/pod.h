// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/condition.h"
#include "models/freshness/freshness.h"

#include <QDateTime>
#include <QString>

#include <optional>

enum class PodPhase : quint8 { Unknown, Pending, Running, Succeeded, Failed };

//! What a pod needs a person for, the worst last: the order in which the table of pods is sorted at first.
enum class PodTrouble : quint8 {
    None, //!< runs, or has done its work
    Waiting, //!< pending or being deleted, not for long
    Unknown, //!< the node does not tell
    NotReady, //!< runs, but not all of its containers are ready
    PendingLong, //!< pending for longer than a start takes
    NotStarting, //!< an image or a setting is missing, so waiting does not help
    CrashLooping,
    Failed,
};

//! One pod with everything that is known of it, for its details. Amounts in base units.
struct Pod
{
    QString key; //!< unique over all clusters
    QString clusterId; //!< ClusterItem::id
    QString cluster; //!< ClusterItem::name
    QString namespaceName; //!< empty: not known yet
    std::optional<QString> tenant; //!< empty text: belongs to none; no value: not known
    QString name;
    PodPhase phase = PodPhase::Unknown;
    bool terminating = false;
    bool preview = false; //!< only what the server's own table says of it is known yet
    Condition condition;
    QString reason; //!< CrashLoopBackOff and the like; empty when all is well
    int containers = 0;
    int ready = 0;
    qlonglong restarts = 0;
    QString node;
    QString workload; //!< "Deployment/checkout"
    QString imageTags;
    QDateTime created; //!< UTC
    double cpuRequested = 0; //!< cores
    double memoryRequested = 0; //!< bytes
    Freshness freshness;

    bool operator==(const Pod &) const = default;
};

namespace PodText {
//! As Kubernetes spells it.
[[nodiscard]] QString phase(PodPhase phase);
[[nodiscard]] Condition condition(PodTrouble trouble, PodPhase phase, bool terminating);
//! Waiting for its containers does not help a pod with this reason.
[[nodiscard]] bool keepsFromStarting(const QString &reason);
//! For a POSIX shell, with whatever names quoted. Empty for a preview: its namespace is not known.
[[nodiscard]] QString kubectlDescribe(const Pod &pod, const QString &context);
} // namespace PodText
