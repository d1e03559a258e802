// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/prometheus/slosample.h"

#include <QByteArrayView>

//! How one SLO went: what to ask, and what the answer says. Pure functions.
namespace Prometheus {

//! PromQL for a definition that nothing records, at each moment of a stretch of time; windows over a day are left out,
//! because that would cost a server too much.
[[nodiscard]] QString courseQuery(const SloQuestion &question);

//! Reads the lines of \a reading, the others are passed over; from, to and step of the answer are left alone.
[[nodiscard]] Result<SloCourseAnswer> decodeCourse(QByteArrayView body, const SloReading &reading);

//! Both ends on multiples of \a step, which grows until the server gives that many points in one answer.
struct CourseSpan
{
    qint64 from = 0; //!< milliseconds since the epoch
    qint64 to = 0;
    std::chrono::seconds step{60};
};
[[nodiscard]] CourseSpan courseSpan(qint64 from, qint64 to, std::chrono::seconds step);

} // namespace Prometheus
