// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/incidentsuspects.h"

#include "models/common/wordtable.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Kind = SuspectCandidate::Kind;
using Lane = TimelineEntry::Lane;

constexpr WordTable::Words<Kind, 7> kindWords{{{Kind::Image, "image"}, {Kind::Config, "config"}, {Kind::Scale, "scale"},
    {Kind::Quota, "quota"}, {Kind::Access, "access"}, {Kind::Other, "other"}, {Kind::Event, "event"}}};

Lane laneOf(const SuspectCandidate &candidate)
{
    if (candidate.word == u"rollout")
        return Lane::Rollout;
    return candidate.word == u"event" ? Lane::Event : Lane::Change;
}

constexpr auto changePrefix = QLatin1String("change/");

} // namespace

TimelineEntry IncidentSuspects::entry(const SuspectCandidate &candidate)
{
    TimelineEntry entry;
    entry.key = candidate.key;
    entry.time = candidate.time;
    entry.lane = laneOf(candidate);
    entry.severity = candidate.kind == Kind::Event ? Condition::Severity::Warning : Condition::Severity::Info;
    entry.name = candidate.workload;
    entry.place = candidate.namespaceName;
    entry.tenant = candidate.tenant;
    entry.who = candidate.who;
    entry.sentence = candidate.what + u'.';
    entry.cause = WordTable::wordOf(kindWords, candidate.kind);
    entry.cluster = candidate.cluster;
    entry.namespaceName = candidate.namespaceName;
    entry.workload = candidate.workload;
    // The change of this console that a rollout came from, or that this is.
    entry.subject = candidate.change.isNull() ? QString()
                                              : QString(changePrefix + candidate.change.toString(QUuid::WithoutBraces));
    return entry;
}

std::optional<SuspectCandidate> IncidentSuspects::candidate(const TimelineEntry &entry)
{
    const auto kind = WordTable::valueOf(kindWords, entry.cause);
    if (!kind)
        return {};
    SuspectCandidate candidate;
    candidate.key = entry.key;
    candidate.time = entry.time;
    candidate.kind = *kind;
    candidate.word = IncidentText::id(entry.lane);
    candidate.what = entry.sentence.endsWith(u'.') ? entry.sentence.chopped(1) : entry.sentence;
    candidate.who = entry.who;
    candidate.cluster = entry.cluster;
    candidate.tenant = entry.tenant;
    candidate.namespaceName = entry.namespaceName;
    candidate.workload = entry.workload;
    if (entry.subject.startsWith(changePrefix))
        candidate.change = QUuid::fromString(entry.subject.sliced(changePrefix.size()));
    return candidate;
}

QList<Suspect> IncidentSuspects::of(const IncidentRecord &record)
{
    QList<SuspectCandidate> candidates;
    for (const TimelineEntry &entry : record.timeline) {
        if (const auto one = candidate(entry))
            candidates.append(*one);
    }
    const QList<IncidentPlace> places
        = record.incident.places.isEmpty() ? QList<IncidentPlace>{{}} : record.incident.places;
    QHash<QString, Suspect> best;
    for (const IncidentPlace &place : places) {
        const Burn burn{record.incident.begun, place.cluster, place.tenant, place.namespaceName, place.service};
        for (const Suspect &suspect : rankSuspects(burn, candidates)) {
            if (!best.contains(suspect.key) || best.value(suspect.key).score < suspect.score)
                best.insert(suspect.key, suspect);
        }
    }
    QList<Suspect> suspects = best.values();
    std::ranges::sort(suspects, [](const Suspect &a, const Suspect &b) {
        return a.score != b.score ? a.score > b.score : a.time != b.time ? a.time > b.time : a.key < b.key;
    });
    return suspects.mid(0, mostSuspects);
}
