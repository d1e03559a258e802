// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>
#include <QString>

#include "models/common/column.h"
#include "models/tenants/tenant.h"

//! The arithmetic of a usage chart, apart from its drawing.
namespace ChartScale {
//! Round marks from 0 to at least \a most: 1, 2, 5 by tens for cores, by powers of two for bytes.
[[nodiscard]] QList<double> marks(double most, CellKind kind);
//! Round five-minute marks inside \a from … \a to, milliseconds since the epoch.
[[nodiscard]] QList<qint64> timeMarks(qint64 from, qint64 to);
//! The stretches without a gap: neighbours more than one and a half steps apart are not joined.
[[nodiscard]] QList<QList<QPointF>> segments(const QList<UsageHistory::Point> &points, std::chrono::seconds step);
} // namespace ChartScale
