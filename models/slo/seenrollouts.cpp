// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/seenrollouts.h"

#include <algorithm>
#include <optional>

QList<RolloutStep> SeenRollouts::timed(const QString &place, QList<RolloutStep> steps, const QDateTime &now)
{
    if (m_places.size() >= mostPlaces && !m_places.contains(place))
        m_places.clear();
    const bool first = !m_places.contains(place);
    const Place before = m_places.value(place);
    Place after;
    after.looked = now;
    for (RolloutStep &step : steps) {
        after.met.insert(step.key);
        std::optional<Coming> coming;
        if (const auto known = before.came.constFind(step.key); known != before.came.cend())
            coming = *known;
        else if (!first && !before.met.contains(step.key))
            coming = Coming{before.looked, now};
        if (!coming)
            continue;
        after.came.insert(step.key, *coming);
        if (step.time.isValid() && step.time >= coming->notBefore.addSecs(-mostSkew))
            continue;
        step.time = coming->seen;
        step.seen = true;
    }
    m_places.insert(place, after);
    steps.removeIf([](const RolloutStep &step) { return !step.time.isValid(); });
    std::ranges::stable_sort(steps, {}, &RolloutStep::time);
    return steps;
}
