// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>

//! Something that happened, drawn on the time axis of a chart.
struct ChartMarker
{
    QDateTime time; //!< UTC
    QString kind; //!< one stable word: "change", "rollout", "event", "alert"
    QString sentence; //!< for people

    bool operator==(const ChartMarker &) const = default;
};

Q_DECLARE_METATYPE(ChartMarker)
