// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/labels.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <chrono>

//! What an Alertmanager says (its API v2). Plain values; cross threads.
namespace Alertmanager {

//! One alert as one Alertmanager has it. Times are milliseconds since the epoch, 0 where it says none.
struct Alert
{
    enum class State : quint8 {
        Unprocessed, //!< not yet through its dispatcher
        Active,
        Suppressed, //!< silenced, inhibited, or both
    };

    quint64 fingerprint = 0; //!< of all labels; see Labels::fingerprint()
    LabelList labels;
    LabelList annotations; //!< sorted by name, too
    qint64 startsAt = 0; //!< when it began to fire
    qint64 updatedAt = 0;
    qint64 endsAt = 0; //!< a lease that its sender renews, no end
    QString generator; //!< URL; whatever the sender wrote: not to be trusted
    QStringList receivers;
    State state = State::Active;
    QStringList silencedBy; //!< ids of silences
    QStringList inhibitedBy; //!< fingerprints of the alerts that inhibit it

    bool operator==(const Alert &) const = default;
};

//! All alerts of one answer.
struct AlertSample
{
    QList<Alert> alerts;
    qsizetype leftOut = 0; //!< beyond what we read of one answer
    //! The reading of Clock::elapsed() when it was asked for; it is no older than that.
    std::chrono::milliseconds confirmed{0};
};

} // namespace Alertmanager

Q_DECLARE_METATYPE(Alertmanager::AlertSample)
