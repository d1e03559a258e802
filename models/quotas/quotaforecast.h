// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <optional>

//! How much of a quota was used at some moment.
struct UsedSample
{
    qint64 time = 0; //!< seconds since 1970
    double used = 0; //!< base units: cores, bytes, pieces
};

//! When a tenant hits the wall: where the use of a quota is likely to go, from where it has been.
//!
//! The use is taken for a straight line (the median of the slopes between days, Theil and Sen), a rhythm of the hours
//! of the week, or of the day while there are not two weeks of history, and what is left of the last day. How wrong
//! that is, its own past tells: the same is done for many moments of the history, each time with nothing but what was
//! known then, and the band holds nine in ten of the errors made, by how far ahead they were made. Nothing is assumed
//! of how errors are spread, so a tenant that grows in leaps has a wide band, and one that only breathes a narrow one.
//! Where a level line would have been less wrong than the sloped one, it is level.
struct QuotaForecast
{
    struct Point
    {
        qint64 time = 0; //!< seconds since 1970
        double low = 0; //!< one in twenty ends below
        double middle = 0; //!< as likely above as below
        double high = 0; //!< one in twenty ends above

        bool operator==(const Point &) const = default;
    };

    QList<Point> band; //!< every three hours from the last sample on; empty when the history is too short
    std::optional<qint64> wall50; //!< seconds since 1970; by then the limit is as likely reached as not
    std::optional<qint64> wall90; //!< by then it is reached in nine of ten cases; never before wall50
    double perDay = 0; //!< the slope of the line, base units a day

    //! Less history than this says nothing.
    static constexpr qint64 leastHistory = 3 * 24 * 3600;
    //! More than this is not looked at.
    static constexpr qint64 mostHistory = 42 * 24 * 3600;
    static constexpr qint64 step = 3 * 3600;

    //! \a history by time, at any pace and with gaps; times that do not rise are left out. \a hard: the limit, empty
    //! for none. \a ahead: seconds. A limit that the last sample reaches is hit then.
    [[nodiscard]] static QuotaForecast of(const QList<UsedSample> &history, std::optional<double> hard, qint64 ahead);
};
