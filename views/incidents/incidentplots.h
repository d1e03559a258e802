// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incidents/incident.h"
#include "views/common/theme.h"

#include <QFont>
#include <QRectF>

#include <functional>

class QPainter;

//! The figures of an incident as lines: how fast budgets burned, and what was left of them.
namespace IncidentPlots {

inline constexpr double titleHeight = 20; //!< above the area of a plot

struct Plot
{
    QString title;
    std::optional<double> IncidentFigure::*value = nullptr;
    double mark = 0; //!< a line that means something
    double factor = 1; //!< of what is shown
};
//! From top to bottom.
[[nodiscard]] QList<Plot> all();

//! Where and how they are drawn. References must outlive it.
struct Canvas
{
    QPainter &painter;
    const IncidentRecord &record;
    Theme theme;
    QFont font;
    double gutter = 0; //!< left of the areas, for the labels
    std::function<double(const QDateTime &)> xOf;
};
void paint(const Canvas &canvas, const Plot &plot, const QRectF &area);
//! Which line is which SLO's, beside the title of the first plot; one alone needs no telling.
void paintLegend(const Canvas &canvas, const QRectF &area);

} // namespace IncidentPlots
