// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/labels.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

//! Alerts and alerting rules as a Prometheus says them (HTTP API v1). Plain values; cross threads.
namespace Prometheus {

//! One alert of a rule. Its labels lack the server's external labels, which are added on the way to an Alertmanager.
struct ActiveAlert
{
    LabelList labels;
    LabelList annotations;
    qint64 activeAt = 0; //!< milliseconds since the epoch: since when it is pending; it fires from the rule's `for` on
    bool firing = false; //!< else pending
    bool clearing = false; //!< its expression holds no more, keep_firing_for holds it

    bool operator==(const ActiveAlert &) const = default;
};

struct ActiveAlertSample
{
    QList<ActiveAlert> alerts;
    qsizetype leftOut = 0;
    //! external_labels of its configuration; empty when the server does not tell.
    std::optional<LabelList> externalLabels;
    std::chrono::milliseconds confirmed{0}; //!< reading of Clock::elapsed()
};

struct AlertRule
{
    QString name;
    QString query;
    LabelList labels; //!< unexpanded
    std::chrono::milliseconds holdFor{0}; //!< `for`
    std::chrono::milliseconds keepFiringFor{0};
    QString lastError; //!< of its evaluation; empty when it is well

    bool operator==(const AlertRule &) const = default;
};

struct AlertRuleSample
{
    QList<AlertRule> rules;
    qsizetype leftOut = 0;
};

//! When alerts fired, as the series ALERTS remembers it.
struct AlertHistory
{
    struct Episode
    {
        LabelList labels; //!< without alertstate
        qint64 from = 0; //!< milliseconds since the epoch, to the step
        qint64 to = 0;
    };
    QString id; //!< of the question
    QList<Episode> episodes;
    QString problem; //!< what the server said when it is not known
    bool known = false;
};

} // namespace Prometheus

Q_DECLARE_METATYPE(Prometheus::ActiveAlertSample)
Q_DECLARE_METATYPE(Prometheus::AlertRuleSample)
Q_DECLARE_METATYPE(Prometheus::AlertHistory)
