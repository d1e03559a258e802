// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incidents/incident.h"

//! Writes the post-mortem of an incident: FILE.md, and beside it its charts, FILE-timeline.png and FILE-burn.png. To be
//! called in the window's thread, which draws the charts.
namespace PostMortemExport {

//! Each file as a whole or not at all, the charts first. What was written, or why not.
struct Outcome
{
    QStringList files; //!< that were written
    QString problem; //!< a sentence with what to do; empty when all were
};

//! \a fileName ends in .md, or that is added. \a now: UTC.
[[nodiscard]] Outcome write(const IncidentRecord &record, const QString &fileName, const QDateTime &now);

} // namespace PostMortemExport
