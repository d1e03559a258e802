// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/incidentfigures.h"

#include <algorithm>

bool IncidentFigures::isNews(const IncidentFigure &figure, const IncidentFigure &last)
{
    constexpr qint64 often = 1000; // ms
    constexpr qint64 seldom = 60'000; // ms: so that a line goes on
    const auto differs = [](const std::optional<double> &a, const std::optional<double> &b) {
        return a.has_value() != b.has_value() || (a && qAbs(*a - *b) > 0.001 * std::max(1.0, qAbs(*b)));
    };
    const qint64 passed = last.time.msecsTo(figure.time);
    if (passed < often)
        return false;
    return passed >= seldom || differs(figure.burnShort, last.burnShort) || differs(figure.burnLong, last.burnLong)
        || differs(figure.budgetLeft, last.budgetLeft);
}

QList<IncidentFigure> IncidentFigures::missing(const QList<IncidentFigure> &known, const QList<IncidentFigure> &figures)
{
    constexpr qint64 near = 15'000; // ms
    QList<IncidentFigure> added;
    if (figures.isEmpty())
        return added;
    QList<IncidentFigure> same;
    std::ranges::copy_if(known, std::back_inserter(same),
        [&figures](const IncidentFigure &figure) { return figure.slo == figures.first().slo; });
    for (const IncidentFigure &figure : figures) {
        const auto next = std::ranges::lower_bound(same, figure.time.addMSecs(-near), {}, &IncidentFigure::time);
        const bool there = next != same.end() && next->time <= figure.time.addMSecs(near);
        const IncidentFigure *before = next == same.begin() ? nullptr : &*std::prev(next);
        if (!added.isEmpty() && (!before || before->time < added.last().time))
            before = &added.last();
        if (!there && (!before || isNews(figure, *before)))
            added.append(figure);
    }
    return added;
}
