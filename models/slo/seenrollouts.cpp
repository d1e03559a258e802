// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/seenrollouts.h"

#include <algorithm>

QList<RolloutStep> SeenRollouts::timed(const QString &place, QList<RolloutStep> steps, const QDateTime &now)
{
    if (m_places.size() >= mostPlaces && !m_places.contains(place))
        m_places.clear();
    const bool first = !m_places.contains(place);
    const Place before = m_places.value(place);
    Place after;
    for (RolloutStep &step : steps) {
        after.met.insert(step.key);
        if (step.time.isValid())
            continue;
        const auto known = before.came.constFind(step.key);
        if (known != before.came.cend())
            step.time = *known;
        else if (!first && !before.met.contains(step.key))
            step.time = now;
        step.seen = step.time.isValid();
        if (step.seen)
            after.came.insert(step.key, step.time);
    }
    m_places.insert(place, after);
    steps.removeIf([](const RolloutStep &step) { return !step.time.isValid(); });
    std::ranges::stable_sort(steps, {}, &RolloutStep::time);
    return steps;
}
