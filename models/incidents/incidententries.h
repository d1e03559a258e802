// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incidents/incident.h"

struct Alert;
struct NamespaceEvent;
struct Silence;
struct Slo;
struct SloCourse;

//! Alerts, burns, silences and events as entries of a timeline. Pure; what servers say is made one line.
namespace IncidentEntries {

[[nodiscard]] TimelineEntry alertBegan(const Alert &alert);
//! \a time: when it was seen to be in the state that it is in.
[[nodiscard]] TimelineEntry alertState(const Alert &alert, const QDateTime &time);
[[nodiscard]] TimelineEntry alertEnded(const Alert &alert, const QDateTime &time);
//! None while nobody has claimed it.
[[nodiscard]] std::optional<TimelineEntry> alertClaimed(const Alert &alert, const QDateTime &time);

//! \a phase: it begins to burn, burns otherwise, or does not burn any more. \a since: when it began, in the key of all
//! of these.
[[nodiscard]] TimelineEntry burn(const Slo &slo, TimelineEntry::Phase phase, const QDateTime &time);
[[nodiscard]] IncidentFigure figure(const Slo &slo, const QDateTime &time);
//! How \a slo went, as a server remembers it; by time. What is left of the budget only where it is recorded.
[[nodiscard]] QList<IncidentFigure> figures(const Slo &slo, const SloCourse &course);
//! Since when \a slo does worse than its objective allows, by the shortest window; none when that is before what
//! \a course tells.
[[nodiscard]] std::optional<TimelineEntry> burnBegan(const Slo &slo, const SloCourse &course);

[[nodiscard]] TimelineEntry silenceBegan(const Silence &silence);
[[nodiscard]] TimelineEntry silenceEnded(const Silence &silence);

[[nodiscard]] TimelineEntry event(const NamespaceEvent &event, const QString &cluster, const QString &tenant);

//! Where it is. The cluster's id stays empty where it is not known.
[[nodiscard]] IncidentPlace place(const Alert &alert);
[[nodiscard]] IncidentPlace place(const Slo &slo);
//! "tenant-000 in prod-eu", as much of it as is known.
[[nodiscard]] QString placeText(const QString &namespaceName, const QString &cluster);

} // namespace IncidentEntries
