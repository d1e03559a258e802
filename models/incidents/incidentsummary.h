// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incidents/incident.h"

//! What an incident comes to, for sentences and tables. Pure.
namespace IncidentSummary {

//! From when to when something held.
struct Stretch
{
    QString subject;
    QString name;
    QString place;
    QString who;
    QString sentence; //!< at its beginning
    Condition::Severity severity = Condition::Severity::Info;
    QDateTime from; //!< UTC
    QDateTime to; //!< UTC; invalid: it still held at the end

    bool operator==(const Stretch &) const = default;
};

//! What an SLO lost.
struct Loss
{
    QString slo; //!< its key
    QString name;
    QString tenant;
    double objective = 0; //!< 0: not known
    std::optional<double> worstBurn; //!< over the shortest window
    //! The longest time without a good minute in which it did worse than its objective allows: burn rates above 1 over
    //! the shortest window. Invalid: it never did, as far as known.
    QDateTime worseFrom; //!< UTC
    QDateTime worseTo; //!< UTC
    bool worseAtEnd = false; //!< it still did so at the end of the incident
    std::optional<double> budgetBefore; //!< the last that is known from before the incident, else the first
    std::optional<double> budgetAfter; //!< the last that is known
    //! Share of the whole budget: as the server says, or else added up from the burn rate.
    std::optional<double> spent;
    bool estimated = false; //!< it was added up

    bool operator==(const Loss &) const = default;
};

//! Alerts, or silences, in the order in which they began.
[[nodiscard]] QList<Stretch> stretches(const IncidentRecord &record, TimelineEntry::Lane lane);
//! The worst first.
[[nodiscard]] QList<Loss> losses(const IncidentRecord &record);
//! Until when it lasted: its end, or else its latest entry.
[[nodiscard]] QDateTime until(const IncidentRecord &record);
//! From when on it is worth drawing: a little before its beginning, where something happened then.
[[nodiscard]] QDateTime from(const IncidentRecord &record);
//! Changes, rollouts, silences, notes and people's doings from its beginning on.
[[nodiscard]] QList<TimelineEntry> doings(const IncidentRecord &record);
//! "14 min 15 s", "2 h 5 min": two units at most.
[[nodiscard]] QString duration(qint64 milliseconds);

} // namespace IncidentSummary
