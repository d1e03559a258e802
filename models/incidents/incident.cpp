// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/incident.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(IncidentText)
};

using Lane = TimelineEntry::Lane;
using Phase = TimelineEntry::Phase;
using Severity = Condition::Severity;

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
    switch (lane) {
    case Lane::Alert:
        return u"alert"_s;
    case Lane::Burn:
        return u"burn"_s;
    case Lane::Change:
        return u"change"_s;
    case Lane::Rollout:
        return u"rollout"_s;
    case Lane::Event:
        return u"event"_s;
    case Lane::Silence:
        return u"silence"_s;
    case Lane::Note:
        return u"note"_s;
    case Lane::Person:
        return u"person"_s;
    }
    return {};
}

QString IncidentText::id(Phase phase)
{
    switch (phase) {
    case Phase::Once:
        return u"once"_s;
    case Phase::Begin:
        return u"begin"_s;
    case Phase::State:
        return u"state"_s;
    case Phase::End:
        return u"end"_s;
    }
    return {};
}

QString IncidentText::id(Severity severity)
{
    switch (severity) {
    case Severity::Fine:
        return u"fine"_s;
    case Severity::Info:
        return u"info"_s;
    case Severity::Unknown:
        return u"unknown"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Critical:
        return u"critical"_s;
    }
    return {};
}

std::optional<Lane> IncidentText::laneOf(const QString &id)
{
    for (const Lane lane : lanes()) {
        if (IncidentText::id(lane) == id)
            return lane;
    }
    return {};
}

std::optional<Phase> IncidentText::phaseOf(const QString &id)
{
    for (const Phase phase : {Phase::Once, Phase::Begin, Phase::State, Phase::End}) {
        if (IncidentText::id(phase) == id)
            return phase;
    }
    return {};
}

Severity IncidentText::severityOf(const QString &id)
{
    for (const Severity severity :
        {Severity::Fine, Severity::Info, Severity::Unknown, Severity::Warning, Severity::Critical}) {
        if (IncidentText::id(severity) == id)
            return severity;
    }
    return Severity::Info;
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
