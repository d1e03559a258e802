// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incidents/incident.h"
#include "models/incidents/incidentsuspects.h"

//! A bad image, its alert, a silence, the way back: as it was on 21 November 2026.
namespace SampleIncident {

inline QDateTime at(int hour, int minute, int second)
{
    return {QDate(2026, 11, 21), QTime(hour, minute, second), Qt::UTC};
}

inline TimelineEntry entry(const QString &key, const QDateTime &time, TimelineEntry::Lane lane,
    TimelineEntry::Phase phase = TimelineEntry::Phase::Once, const QString &subject = {})
{
    TimelineEntry made;
    made.key = key;
    made.time = time;
    made.lane = lane;
    made.phase = phase;
    made.subject = subject;
    made.name = key;
    made.sentence = QStringLiteral("%1 happened.").arg(key);
    return made;
}

inline TimelineEntry rollout(
    const QString &from, const QString &to, const QDateTime &time, const QString &who = QStringLiteral("kubectl"))
{
    SuspectCandidate candidate;
    candidate.key = QStringLiteral("rollout/") + to;
    candidate.time = time;
    candidate.kind = SuspectCandidate::Kind::Image;
    candidate.word = QStringLiteral("rollout");
    candidate.what = QStringLiteral("Deployment tenant-000/web went from %1 to %2").arg(from, to);
    candidate.who = who;
    candidate.cluster = QStringLiteral("prod");
    candidate.tenant = QStringLiteral("acme");
    candidate.namespaceName = QStringLiteral("tenant-000");
    candidate.workload = QStringLiteral("web");
    return IncidentSuspects::entry(candidate);
}

inline IncidentFigure figure(const QDateTime &time, double burn, double left)
{
    IncidentFigure figure;
    figure.time = time;
    figure.slo = QStringLiteral("slo");
    figure.name = QStringLiteral("web availability");
    figure.tenant = QStringLiteral("acme");
    figure.objective = 0.995;
    figure.periodSeconds = 30 * 86'400;
    figure.burnShort = burn;
    figure.burnLong = burn / 2;
    figure.budgetLeft = left;
    return figure;
}

inline IncidentRecord record()
{
    using Lane = TimelineEntry::Lane;
    using Phase = TimelineEntry::Phase;
    IncidentRecord record;
    Incident &incident = record.incident;
    incident.id = QStringLiteral("8c8d5ab8-6a2c-4d7e-9c4e-0a1b2c3d4e5f");
    incident.title = QStringLiteral("ErrorBudgetBurnFast in tenant-000");
    incident.begun = at(14, 2, 15);
    incident.started = at(14, 3, 0);
    incident.ended = at(14, 16, 30);
    incident.startedBy = QStringLiteral("olga");
    incident.endedBy = QStringLiteral("olga");
    incident.alerts = {QStringLiteral("fp")};
    incident.places = {{QStringLiteral("prod"), QStringLiteral("c1"), QStringLiteral("acme"),
        QStringLiteral("tenant-000"), QStringLiteral("web")}};
    TimelineEntry fires
        = entry(QStringLiteral("alert/fp/begin"), at(14, 2, 15), Lane::Alert, Phase::Begin, QStringLiteral("alert/fp"));
    fires.name = QStringLiteral("ErrorBudgetBurnFast");
    fires.place = QStringLiteral("tenant-000 in prod");
    fires.tenant = QStringLiteral("acme");
    fires.severity = Condition::Severity::Critical;
    fires.sentence
        = QStringLiteral("The alert “ErrorBudgetBurnFast” (tenant-000 in prod) fires: web of tenant-000 burns "
                         "its error budget more than 14.4 times too fast.");
    TimelineEntry ends = fires;
    ends.key = QStringLiteral("alert/fp/end");
    ends.time = at(14, 15, 40);
    ends.phase = Phase::End;
    ends.severity = Condition::Severity::Fine;
    ends.sentence = QStringLiteral("The alert “ErrorBudgetBurnFast” (tenant-000 in prod) has ended.");
    TimelineEntry silence = entry(
        QStringLiteral("silence/s1/begin"), at(14, 5, 0), Lane::Silence, Phase::Begin, QStringLiteral("silence/s1"));
    silence.name = QStringLiteral("alertname=\"ErrorBudgetBurnFast\"");
    silence.who = QStringLiteral("aram");
    silence.sentence = QStringLiteral("aram silenced alertname=\"ErrorBudgetBurnFast\" until 2026-11-21 15:05 UTC: we "
                                      "are on it.");
    TimelineEntry note = entry(QStringLiteral("note/1"), at(14, 6, 0), Lane::Note);
    note.who = QStringLiteral("olga");
    note.sentence = QStringLiteral("The new tag is bad, going back.");
    TimelineEntry usual = entry(QStringLiteral("event/1"), at(14, 2, 12), Lane::Event);
    usual.severity = Condition::Severity::Info;
    record.timeline = {rollout(QStringLiteral("web:1.0"), QStringLiteral("web:1.1-bad"), at(14, 2, 11)), usual, fires,
        silence, note, rollout(QStringLiteral("web:1.1-bad"), QStringLiteral("web:1.0"), at(14, 12, 0)), ends};
    record.figures
        = {figure(at(14, 2, 20), 41.25, 0.991), figure(at(14, 5, 0), 38, 0.97), figure(at(14, 15, 0), 0, 0.93)};
    return record;
}

} // namespace SampleIncident
