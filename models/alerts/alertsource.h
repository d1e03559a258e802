// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/alertmanager/silence.h"
#include "backends/core/labels.h"
#include "models/alerts/alertstore.h"

#include <QHash>

//! What AlertStore keeps of each server. Only for the sources of this folder.
namespace Alertmanager {
struct Alert;
}
namespace Prometheus {
struct ActiveAlert;
}

//! One alert as one server says it, Alertmanager or Prometheus.
struct SeenAlert
{
    enum class State : quint8 { Active, Suppressed, Unprocessed, Firing, Pending, Clearing };

    State state = State::Active;
    LabelList labels; //!< of Prometheus: its external ones included
    LabelList annotations;
    qint64 since = 0; //!< milliseconds since the epoch
    qint64 updated = 0; //!< likewise; 0: not said
    QString generator;
    QStringList receivers;
    QStringList silencedBy;
    QStringList inhibitedBy;

    bool operator==(const SeenAlert &) const = default;
};

//! A server and all that it said last.
struct AlertSource
{
    struct Kept
    {
        SeenAlert alert;
        quint32 round = 0; //!< the last one in which it was met
        quint64 own = 0; //!< of Prometheus: the fingerprint by its own word, however it is matched
    };

    AlertServer server;
    QHash<quint64, Kept> alerts; //!< by the fingerprint under which they are shown
    QHash<quint64, quint64> moved; //!< of Prometheus: from its own fingerprint to the one it is shown under
    quint32 round = 0;
    bool complete = false; //!< a whole answer has been taken in
    std::optional<LabelList> externalLabels; //!< of Prometheus
    QStringList learnedLabels; //!< names that its alerts get on the way, when it does not tell
    bool watchdogSeen = false; //!< ever
    bool watchdogRule = false; //!< its rules have it
    bool watchdogThere = false;
    QDateTime lackingSince; //!< UTC: it cannot be reached, or misses its watchdog
    QHash<QString, Alertmanager::Silence> silences; //!< by id

    [[nodiscard]] bool isAlertmanager() const { return server.kind == AlertServer::Kind::Alertmanager; }
    [[nodiscard]] bool answers() const
    {
        return server.freshness.state == Freshness::State::Live || server.freshness.state == Freshness::State::Delayed;
    }
};

namespace AlertIntake {
[[nodiscard]] SeenAlert seen(const Alertmanager::Alert &alert);
//! \a external is added where the alert has no label of that name, as Prometheus does on the way to an Alertmanager.
[[nodiscard]] SeenAlert seen(const Prometheus::ActiveAlert &alert, const LabelList &external);
} // namespace AlertIntake
