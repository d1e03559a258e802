// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/incidents/incidentplots.h"

#include "views/charts/chartscale.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(IncidentPlots)
};

using IncidentPlots::Canvas;
using IncidentPlots::Plot;

constexpr qint64 gap = 5 * 60'000; // ms without a figure: the line is lifted

//! Which line of several: by colour and by pattern.
QPen linePen(const Theme &theme, qsizetype number)
{
    const std::array colors{theme.accent, theme.paging, theme.fine, theme.warning};
    const std::array styles{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    const auto index = static_cast<size_t>(number) % colors.size();
    return {colors[index], 1.75, styles[index]};
}

QStringList slosOf(const IncidentRecord &record)
{
    QStringList slos;
    for (const IncidentFigure &figure : record.figures) {
        if (!slos.contains(figure.slo))
            slos.append(figure.slo);
    }
    return slos;
}

void paintCurves(const Canvas &canvas, const Plot &plot, const QRectF &area, double low, double high)
{
    QPainter &painter = canvas.painter;
    const Theme &theme = canvas.theme;
    painter.save();
    painter.setClipRect(area.adjusted(-4, -4, 4, 4));
    qsizetype number = 0;
    for (const QString &slo : slosOf(canvas.record)) {
        painter.setPen(linePen(theme, number++));
        QPolygonF line;
        qint64 last = 0;
        const auto draw = [&painter, &line] {
            if (line.size() == 1)
                painter.drawEllipse(line.first(), 2, 2); // a line of one point would not be seen
            else if (line.size() > 1)
                painter.drawPolyline(line);
            line.clear();
        };
        for (const IncidentFigure &figure : canvas.record.figures) {
            const auto &value = figure.*(plot.value);
            if (figure.slo != slo)
                continue;
            const qint64 time = figure.time.toMSecsSinceEpoch();
            if (!value || (!line.isEmpty() && time - last > gap))
                draw();
            if (!value)
                continue;
            last = time;
            line.append(
                {canvas.xOf(figure.time), area.bottom() - (*value * plot.factor - low) / (high - low) * area.height()});
        }
        draw();
    }
    painter.restore();
}

} // namespace

QList<Plot> IncidentPlots::all()
{
    return {
        {Words::tr("Burn rate over the shortest window (1: the budget just lasts)"), &IncidentFigure::burnShort, 1, 1},
        {Words::tr("Error budget left, %"), &IncidentFigure::budgetLeft, 0, 100}};
}

void IncidentPlots::paint(const Canvas &canvas, const Plot &plot, const QRectF &area)
{
    QPainter &painter = canvas.painter;
    double low = plot.mark;
    double high = plot.mark;
    bool any = false;
    for (const IncidentFigure &figure : canvas.record.figures) {
        if (const auto &value = figure.*(plot.value)) {
            low = any ? std::min(low, *value * plot.factor) : std::min(plot.mark, *value * plot.factor);
            high = std::max(high, *value * plot.factor);
            any = true;
        }
    }
    const Theme &theme = canvas.theme;
    painter.setPen(theme.muted);
    painter.drawText(QRectF(area.left(), area.top() - titleHeight, area.width(), titleHeight), Qt::AlignVCenter,
        any ? plot.title : Words::tr("%1: not known").arg(plot.title));
    if (!any)
        return;
    const QList<double> marks = ChartScale::marks(high, CellKind::Count);
    low = std::min(low, 0.0);
    high = marks.last();
    painter.setFont(Typography::figures(canvas.font));
    for (const double mark : marks) {
        const double y = area.bottom() - (mark - low) / (high - low) * area.height();
        painter.setPen(QPen(theme.line, 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(theme.muted);
        painter.drawText(QRectF(0, y - 8, canvas.gutter - 8, 16), Qt::AlignRight | Qt::AlignVCenter,
            QLocale().toString(mark, 'g', 4));
    }
    painter.setFont(canvas.font);
    if (plot.mark > 0) {
        painter.setPen(QPen(theme.warning, 1, Qt::DashLine));
        const double y = area.bottom() - (plot.mark - low) / (high - low) * area.height();
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
    paintCurves(canvas, plot, area, low, high);
}

void IncidentPlots::paintLegend(const Canvas &canvas, const QRectF &area)
{
    QPainter &painter = canvas.painter;
    constexpr double sample = 24;
    constexpr double space = 8;
    const QStringList slos = slosOf(canvas.record);
    if (slos.size() < 2)
        return;
    const QFontMetricsF metrics(canvas.font);
    double left = area.left() + metrics.horizontalAdvance(all().constFirst().title) + 3 * space;
    const double middle = area.top() - titleHeight / 2;
    qsizetype number = 0;
    for (const QString &slo : slos) {
        const auto figure = std::ranges::find(canvas.record.figures, slo, &IncidentFigure::slo);
        const double room = area.right() - left - sample - space;
        if (room < 3 * sample)
            return;
        const QString name = metrics.elidedText(figure->name, Qt::ElideMiddle, room);
        painter.setPen(linePen(canvas.theme, number++));
        painter.drawLine(QPointF(left, middle), QPointF(left + sample, middle));
        left += sample + space;
        painter.setPen(canvas.theme.muted);
        painter.drawText(QRectF(left, area.top() - titleHeight, room, titleHeight), Qt::AlignVCenter, name);
        left += metrics.horizontalAdvance(name) + 2 * space;
    }
}
