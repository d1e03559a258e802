// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/incidentkeeping.h"

#include "backends/records/incidents/incidentfiles.h"

#include <QCoreApplication>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(IncidentKeeping)
};

} // namespace

Records::IncidentHead IncidentKeeping::head(const Incident &incident)
{
    Records::IncidentHead head{incident.id, incident.title, incident.begun, incident.started, incident.ended,
        incident.startedBy, incident.endedBy, incident.alerts, incident.slos, {}};
    for (const IncidentPlace &place : incident.places)
        head.places.append({place.cluster, place.clusterId, place.tenant, place.namespaceName, place.service});
    return head;
}

Records::IncidentEntry IncidentKeeping::entry(const TimelineEntry &entry)
{
    return {entry.key, entry.time, IncidentText::id(entry.lane), IncidentText::id(entry.phase),
        IncidentText::id(entry.severity), entry.subject, entry.name, entry.place, entry.tenant, entry.who,
        entry.sentence, entry.detail, entry.cause, entry.cluster, entry.namespaceName, entry.workload, entry.count};
}

Records::IncidentPoint IncidentKeeping::point(const IncidentFigure &figure)
{
    return {figure.time, figure.slo, figure.name, figure.tenant, figure.objective, figure.periodSeconds,
        figure.burnShort, figure.burnLong, figure.budgetLeft};
}

Incident IncidentKeeping::incident(const Records::IncidentHead &head)
{
    Incident incident{head.id, head.title, head.begun, head.started, head.ended, head.startedBy, head.endedBy,
        head.alerts, head.slos, {}};
    if (!incident.begun.isValid())
        incident.begun = incident.started;
    for (const auto &place : head.places)
        incident.places.append({place.cluster, place.clusterId, place.tenant, place.nameSpace, place.service});
    return incident;
}

TimelineEntry IncidentKeeping::entry(const Records::IncidentEntry &entry)
{
    TimelineEntry made;
    made.key = entry.key;
    made.time = entry.time;
    made.lane = IncidentText::laneOf(entry.lane).value_or(TimelineEntry::Lane::Note);
    made.phase = IncidentText::phaseOf(entry.phase).value_or(TimelineEntry::Phase::Once);
    made.severity = IncidentText::severityOf(entry.severity);
    made.subject = entry.subject;
    made.name = entry.name;
    made.place = entry.place;
    made.tenant = entry.tenant;
    made.who = entry.who;
    made.sentence = entry.sentence;
    made.detail = entry.detail;
    made.cause = entry.cause;
    made.cluster = entry.cluster;
    made.namespaceName = entry.nameSpace;
    made.workload = entry.workload;
    made.count = entry.count;
    return made;
}

IncidentFigure IncidentKeeping::figure(const Records::IncidentPoint &point)
{
    return {point.time, point.slo, point.name, point.tenant, point.objective, point.periodSeconds, point.burnShort,
        point.burnLong, point.budgetLeft};
}

QString IncidentKeeping::problem(const Error &error, const QString &folder)
{
    if (error.kind == Error::Kind::TooLarge)
        return Words::tr("The file of the incident is full, so nothing more is kept of it. End it, and start another.");
    if (error.kind == Error::Kind::Forbidden)
        return Words::tr("Incidents cannot be kept in %1: %2. Give yourself the right to write there.")
            .arg(folder, error.detail);
    if (error.kind == Error::Kind::NotFound)
        return Words::tr("The file of the incident is gone from %1. What is shown is all there is of it.").arg(folder);
    if (error.kind == Error::Kind::Malformed)
        return Words::tr("The file of the incident in %1 is damaged beyond reading. Take it from a backup.")
            .arg(folder);
    return Words::tr("Incidents cannot be kept in %1: %2. Make room there, then add a note.").arg(folder, error.detail);
}

QString IncidentKeeping::damage(const Records::IncidentReading &reading)
{
    QStringList sentences;
    if (reading.damagedLines > 0)
        sentences.append(reading.damagedLines == 1
                ? Words::tr("One line of its file cannot be read, as after a loss of power. The rest is shown.")
                : Words::tr("%n lines of its file cannot be read, as after a loss of power. The rest is shown.",
                    nullptr, static_cast<int>(qMin<qsizetype>(reading.damagedLines, 1'000'000))));
    if (reading.truncated)
        sentences.append(Words::tr("Its file is longer than what is read. The beginning is shown."));
    return sentences.join(u' ');
}
