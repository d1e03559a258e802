// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/alertmanager/alert.h"
#include "backends/alertmanager/silence.h"
#include "backends/prometheus/alerts.h"
#include "models/alerts/alertsource.h"

#include <algorithm>

SeenAlert AlertIntake::seen(const Alertmanager::Alert &alert)
{
    SeenAlert seen;
    switch (alert.state) {
    case Alertmanager::Alert::State::Unprocessed:
        seen.state = SeenAlert::State::Unprocessed;
        break;
    case Alertmanager::Alert::State::Active:
        seen.state = SeenAlert::State::Active;
        break;
    case Alertmanager::Alert::State::Suppressed:
        seen.state = SeenAlert::State::Suppressed;
        break;
    }
    seen.labels = alert.labels;
    seen.annotations = alert.annotations;
    seen.since = alert.startsAt;
    seen.updated = alert.updatedAt;
    seen.generator = alert.generator;
    seen.receivers = alert.receivers;
    seen.silencedBy = alert.silencedBy;
    seen.inhibitedBy = alert.inhibitedBy;
    return seen;
}

SeenAlert AlertIntake::seen(const Prometheus::ActiveAlert &alert, const LabelList &external)
{
    SeenAlert seen;
    seen.state = alert.clearing ? SeenAlert::State::Clearing
        : alert.firing          ? SeenAlert::State::Firing
                                : SeenAlert::State::Pending;
    seen.labels = alert.labels;
    const qsizetype own = seen.labels.size();
    for (const auto &label : external) {
        const bool there = std::any_of(seen.labels.begin(), seen.labels.begin() + own,
            [&label](const auto &one) { return one.first == label.first; });
        if (!there)
            seen.labels.append(label);
    }
    if (seen.labels.size() > own)
        Labels::sort(seen.labels);
    seen.annotations = alert.annotations;
    seen.since = alert.activeAt;
    return seen;
}
