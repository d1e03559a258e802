// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/burnstart.h"

#include <cmath>

std::optional<QDateTime> burnStart(const QList<BurnPoint> &points, double threshold, std::chrono::seconds patience)
{
    const auto burns = [threshold](const BurnPoint &point) {
        return point.rate && std::isfinite(*point.rate) && *point.rate >= threshold;
    };
    const auto calm = [&burns](const BurnPoint &point) { return point.rate && !burns(point); };
    qsizetype last = points.size() - 1;
    while (last >= 0 && !points[last].rate)
        --last; // what is not known says neither
    if (last < 0 || !burns(points[last]))
        return {};
    QDateTime start = points[last].time;
    for (qsizetype i = last - 1; i >= 0; --i) {
        if (burns(points[i]))
            start = points[i].time;
        else if (calm(points[i]) && points[i].time.msecsTo(start) >= std::chrono::milliseconds(patience).count())
            break;
    }
    return start;
}
