// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incidents/incident.h"

//! The draft of what people who were not there will read: Markdown (CommonMark with the tables of GitHub), every time
//! in UTC. Texts of servers and people are escaped so that they cannot become markup.
namespace PostMortem {

//! A picture that lies beside the Markdown.
struct Chart
{
    QString fileName;
    QString title;

    bool operator==(const Chart &) const = default;
};

//! Pure. \a now: when it is made, UTC.
[[nodiscard]] QString markdown(const IncidentRecord &record, const QList<Chart> &charts, const QDateTime &now);
//! A name for the file, of the day and the title: letters, digits and dashes, without an extension.
[[nodiscard]] QString fileName(const Incident &incident);

} // namespace PostMortem
