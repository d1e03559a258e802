// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

//! Something that happened, to be drawn on a time axis: a change of this console, a new revision, an alert.
struct ChartMarker
{
    QDateTime time; //!< UTC
    QString kind; //!< one stable word: change, revision, alert, note
    QString sentence; //!< translated; what a person reads of it

    bool operator==(const ChartMarker &) const = default;
};
