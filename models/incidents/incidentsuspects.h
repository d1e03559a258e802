// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incidents/incident.h"
#include "models/slo/suspects.h"

//! "What changed just before this?" of an incident, from what its timeline holds. Pure.
namespace IncidentSuspects {

//! The likeliest first; of an incident in several places, near whichever each is nearest to.
[[nodiscard]] QList<Suspect> of(const IncidentRecord &record);
//! \a candidate as an entry of a timeline, and back; none for an entry that cannot have caused anything.
[[nodiscard]] TimelineEntry entry(const SuspectCandidate &candidate);
[[nodiscard]] std::optional<SuspectCandidate> candidate(const TimelineEntry &entry);

} // namespace IncidentSuspects
