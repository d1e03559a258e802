// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartscale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace {
constexpr int wantedMarks = 3;

double roundStep(double rough, CellKind kind)
{
    if (kind == CellKind::Bytes)
        return std::exp2(std::ceil(std::log2(rough)));
    const double ten = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * ten >= rough * 0.999999)
            return factor * ten;
    }
    return 10 * ten;
}
} // namespace

QList<double> ChartScale::marks(double most, CellKind kind)
{
    const double least = kind == CellKind::Bytes ? 1024.0 * 1024.0 : 0.01;
    const double top = std::isfinite(most) ? std::max(most, least) : least;
    const double step = roundStep(top / wantedMarks, kind);
    QList<double> result{0};
    for (int i = 1; result.last() < top * 0.999999; ++i)
        result.append(step * i);
    return result;
}

QList<qint64> ChartScale::timeMarks(qint64 from, qint64 to)
{
    constexpr qint64 step = 5 * 60 * 1000;
    QList<qint64> result;
    for (qint64 mark = (from + step - 1) / step * step; mark <= to; mark += step)
        result.append(mark);
    return result;
}

QList<QList<QPointF>> ChartScale::segments(const QList<UsageHistory::Point> &points, std::chrono::seconds step)
{
    const double most = 1.5 * static_cast<double>(std::chrono::milliseconds(step).count());
    QList<QList<QPointF>> result;
    for (const UsageHistory::Point &point : points) {
        const QPointF at(static_cast<double>(point.time), point.value);
        if (result.isEmpty() || at.x() - result.last().last().x() > most)
            result.append(QList<QPointF>());
        result.last().append(at);
    }
    return result;
}
