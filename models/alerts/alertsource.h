// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alertstore.h"

#include <QHash>

//! What AlertStore keeps of each server. Only for the sources of this folder, which include what it declares of the
//! backends.
namespace Alertmanager {
struct Alert;
struct Silence;
} // namespace Alertmanager
namespace Prometheus {
struct ActiveAlert;
} // namespace Prometheus
using AlertLabels = QList<QPair<QString, QString>>; //!< sorted by name

//! One alert as one server says it, Alertmanager or Prometheus.
struct SeenAlert
{
    enum class State : quint8 { Active, Suppressed, Unprocessed, Firing, Pending, Clearing };

    State state = State::Active;
    AlertLabels labels; //!< of Prometheus: its external ones included
    AlertLabels annotations;
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
    std::optional<AlertLabels> externalLabels; //!< of Prometheus
    QStringList learnedLabels; //!< names that its alerts get on the way, when it does not tell
    bool watchdogSeen = false; //!< ever
    bool watchdogRule = false; //!< its rules have it
    bool watchdogThere = false;
    QDateTime lackingSince; //!< UTC: it cannot be reached, or misses its watchdog
    QList<Alertmanager::Silence> silences;

    [[nodiscard]] bool isAlertmanager() const { return server.kind == AlertServer::Kind::Alertmanager; }
    [[nodiscard]] bool answers() const
    {
        return server.freshness.state == Freshness::State::Live || server.freshness.state == Freshness::State::Delayed;
    }
};

namespace AlertIntake {
[[nodiscard]] SeenAlert seen(const Alertmanager::Alert &alert);
//! \a external is added where the alert has no label of that name, as Prometheus does on the way to an Alertmanager.
[[nodiscard]] SeenAlert seen(const Prometheus::ActiveAlert &alert, const AlertLabels &external);
} // namespace AlertIntake
