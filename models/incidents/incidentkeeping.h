// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incidents/incident.h"

struct Error;
namespace Records {
struct IncidentEntry;
struct IncidentHead;
struct IncidentPoint;
struct IncidentReading;
} // namespace Records

//! Incidents as they are on disk, and back. Pure. Only for the sources of this folder.
namespace IncidentKeeping {

[[nodiscard]] Records::IncidentHead head(const Incident &incident);
[[nodiscard]] Records::IncidentEntry entry(const TimelineEntry &entry);
[[nodiscard]] Records::IncidentPoint point(const IncidentFigure &figure);

[[nodiscard]] Incident incident(const Records::IncidentHead &head);
//! Of a lane that is not known, which a later version may have written, a note is made.
[[nodiscard]] TimelineEntry entry(const Records::IncidentEntry &entry);
[[nodiscard]] IncidentFigure figure(const Records::IncidentPoint &point);

//! Why incidents cannot be read or kept in \a folder, and what to do about it.
[[nodiscard]] QString problem(const Error &error, const QString &folder);
//! What of a file could not be read; empty when all could.
[[nodiscard]] QString damage(const Records::IncidentReading &reading);

} // namespace IncidentKeeping
