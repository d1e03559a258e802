// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>

#include <chrono>
#include <optional>

//! One point of a burn rate.
struct BurnPoint
{
    QDateTime time; //!< UTC
    std::optional<double> rate; //!< empty: not known

    bool operator==(const BurnPoint &) const = default;
};

//! When the burn that goes on at the end of \a points began: the first point of the last stretch whose rate is at least
//! \a threshold. Gaps (unknown rates) and dips shorter than \a patience belong to the stretch. None when it does not
//! burn at the end. \a points ascend in time. Pure.
[[nodiscard]] std::optional<QDateTime> burnStart(
    const QList<BurnPoint> &points, double threshold, std::chrono::seconds patience);
