// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incidents/incident.h"
#include "models/slo/suspects.h"

//! The draft of what people who were not there will read: Markdown, every time in UTC. Texts of servers and people are
//! escaped so that they cannot become markup, and values that look like credentials are taken out.
namespace PostMortem {

struct Chart
{
    QString fileName; //!< beside the Markdown
    QString title;
};

//! \a suspects: what changed just before, the likeliest first. Pure.
[[nodiscard]] QString markdown(
    const IncidentRecord &record, const QList<Suspect> &suspects, const QList<Chart> &charts, const QDateTime &now);
//! \a text as one line of Markdown that shows it and is nothing else.
[[nodiscard]] QString escaped(const QString &text);
//! A name for the file, of the title and the day: letters, digits and dashes, without an extension.
[[nodiscard]] QString fileName(const Incident &incident);

} // namespace PostMortem
