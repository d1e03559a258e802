// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/slo/slocelldelegate.h"

#include "models/common/condition.h"
#include "models/slo/slotablemodel.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {
constexpr int lineHeight = 3;
constexpr int barWidth = 56;
constexpr int barHeight = 8;
constexpr int gap = 8;
constexpr double low = 0.25; // of the budget: from here on it is a warning
} // namespace

SloBudgetDelegate::SloBudgetDelegate(QObject *parent) : CellDelegate(CellKind::Cores, parent)
{
}

QSize SloBudgetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return CellDelegate::sizeHint(option, index) + QSize(barWidth + gap, 0);
}

void SloBudgetDelegate::paintContent(
    QPainter &painter, const QRect &area, const QModelIndex &index, const Ink &ink) const
{
    const QVariant value = index.data(TableModel::ValueRole);
    const QRect inner = area.adjusted(padding, 0, -padding, 0);
    const bool room = inner.width() > barWidth + gap + painter.fontMetrics().horizontalAdvance(QLatin1String("-888 %"));
    if (value.isValid()) {
        const double left = value.toDouble();
        // A narrow column has it below the figure.
        const QRect track = room ? QRect(inner.left(), inner.center().y() - barHeight / 2 + 1, barWidth, barHeight)
                                 : QRect(inner.left(), inner.bottom() - lineHeight, inner.width(), lineHeight);
        painter.fillRect(track, ink.theme.line);
        const QColor color = ink.faded ? ink.theme.unknown
            : left <= 0                ? ink.theme.critical
            : left < low               ? ink.theme.warning
                                       : ink.theme.accent;
        const int filled = static_cast<int>(std::clamp(left, 0.0, 1.0) * track.width() + 0.5);
        painter.fillRect(QRect(track.topLeft(), QSize(filled, track.height())), color);
        if (left <= 0) { // nothing left is no missing bar
            painter.setPen(QPen(color, 1));
            painter.drawRect(track.adjusted(0, 0, -1, -1));
        }
    }
    CellDelegate::paintContent(painter, room ? area.adjusted(barWidth + gap, 0, 0, 0) : area, index, ink);
}

SloTrendDelegate::SloTrendDelegate(QObject *parent) : CellDelegate(CellKind::Text, parent)
{
}

QList<QPolygonF> SloTrendDelegate::lines(const QList<float> &trend, const QRectF &area)
{
    QList<QPolygonF> lines;
    float most = 0;
    for (const float value : trend)
        most = std::isfinite(value) ? std::max(most, value) : most;
    if (trend.size() < 2)
        return lines;
    bool open = false;
    for (qsizetype i = 0; i < trend.size(); ++i) {
        if (!std::isfinite(trend.at(i))) {
            open = false;
            continue;
        }
        if (!std::exchange(open, true))
            lines.emplace_back();
        const double x = area.left() + area.width() * double(i) / double(trend.size() - 1);
        const double share = most > 0 ? double(trend.at(i)) / double(most) : 0;
        lines.last().append(QPointF(x, area.bottom() - share * area.height()));
    }
    return lines;
}

void SloTrendDelegate::paintContent(
    QPainter &painter, const QRect &area, const QModelIndex &index, const Ink &ink) const
{
    const auto trend = index.data(SloTableModel::TrendRole).value<QList<float>>();
    const QList<QPolygonF> parts = lines(trend, QRectF(area.adjusted(padding, 5, -padding, -5)));
    if (parts.isEmpty()) {
        CellDelegate::paintContent(painter, area, index, ink);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink.faded ? ink.theme.unknown : ink.theme.accent, 1.5));
    for (const QPolygonF &part : parts) {
        if (part.size() == 1)
            painter.drawPoint(part.constFirst());
        else
            painter.drawPolyline(part);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}
