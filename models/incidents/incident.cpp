// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/incident.h"

#include "models/common/wordtable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(IncidentText)
};

using Lane = TimelineEntry::Lane;
using Phase = TimelineEntry::Phase;
using Severity = Condition::Severity;

constexpr WordTable::Words<Lane, 8> laneWords{
    {{Lane::Alert, "alert"}, {Lane::Burn, "burn"}, {Lane::Change, "change"}, {Lane::Rollout, "rollout"},
        {Lane::Event, "event"}, {Lane::Silence, "silence"}, {Lane::Note, "note"}, {Lane::Person, "person"}}};
constexpr WordTable::Words<Phase, 4> phaseWords{
    {{Phase::Once, "once"}, {Phase::Begin, "begin"}, {Phase::State, "state"}, {Phase::End, "end"}}};
constexpr WordTable::Words<Severity, 6> severityWords{
    {{Severity::Fine, "fine"}, {Severity::Info, "info"}, {Severity::Unknown, "unknown"}, {Severity::Warning, "warning"},
        {Severity::Critical, "critical"}, {Severity::Paging, "paging"}}};

} // namespace

QStringList Incident::tenants() const
{
    QStringList tenants;
    for (const IncidentPlace &place : places) {
        if (!place.tenant.isEmpty() && !tenants.contains(place.tenant))
            tenants.append(place.tenant);
    }
    tenants.sort();
    return tenants;
}

QString IncidentText::id(Lane lane)
{
    return WordTable::wordOf(laneWords, lane);
}

QString IncidentText::id(Phase phase)
{
    return WordTable::wordOf(phaseWords, phase);
}

QString IncidentText::id(Severity severity)
{
    return WordTable::wordOf(severityWords, severity);
}

std::optional<Lane> IncidentText::laneOf(const QString &id)
{
    return WordTable::valueOf(laneWords, id);
}

std::optional<Phase> IncidentText::phaseOf(const QString &id)
{
    return WordTable::valueOf(phaseWords, id);
}

Severity IncidentText::severityOf(const QString &id)
{
    return WordTable::valueOf(severityWords, id).value_or(Severity::Info);
}

QString IncidentText::title(Lane lane)
{
    switch (lane) {
    case Lane::Alert:
        return Words::tr("Alerts");
    case Lane::Burn:
        return Words::tr("Burn");
    case Lane::Change:
        return Words::tr("Changes");
    case Lane::Rollout:
        return Words::tr("Rollouts");
    case Lane::Event:
        return Words::tr("Events");
    case Lane::Silence:
        return Words::tr("Silences");
    case Lane::Note:
        return Words::tr("Notes");
    case Lane::Person:
        return Words::tr("People");
    }
    return {};
}

QList<Lane> IncidentText::lanes()
{
    return {Lane::Alert, Lane::Burn, Lane::Change, Lane::Rollout, Lane::Event, Lane::Silence, Lane::Person, Lane::Note};
}
