// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/suspects.h"

#include "models/changes/plainline.h"
#include "models/freshness/freshness.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Suspects)
};

using std::chrono::milliseconds;

//! 1 for what happened right before, half two minutes before, a thirtieth an hour before. What is first seen has begun
//! before, so that a cause after it can only be one where clocks differ: such a one counts little, because most often
//! it is the repair.
double nearInTime(milliseconds lead)
{
    constexpr double half = 120'000; // ms
    const auto distance = static_cast<double>(std::abs(lead.count()));
    return (lead.count() < 0 ? 0.2 : 1.0) * half / (half + distance);
}

//! The same workload, one that is called after it, then the same namespace, tenant, cluster.
double nearInPlace(const Burn &burn, const SuspectCandidate &candidate)
{
    const auto same = [](const QString &a, const QString &b) { return !a.isEmpty() && a == b; };
    if (same(burn.namespaceName, candidate.namespaceName)) {
        if (same(burn.service, candidate.workload))
            return 1;
        // A canary is called after what it is a canary of.
        if (!burn.service.isEmpty() && candidate.workload.startsWith(QString(burn.service + QLatin1Char('-'))))
            return 0.95;
        return candidate.workload.isEmpty() ? 0.75 : 0.6;
    }
    if (same(burn.tenant, candidate.tenant))
        return 0.3;
    return candidate.namespaceName.isEmpty() ? 0.2 : 0.1;
}

double likely(SuspectCandidate::Kind kind)
{
    switch (kind) {
    case SuspectCandidate::Kind::Image:
        return 1;
    case SuspectCandidate::Kind::Config:
        return 0.8;
    case SuspectCandidate::Kind::Scale:
        return 0.55;
    case SuspectCandidate::Kind::Quota:
        return 0.45;
    case SuspectCandidate::Kind::Access:
        return 0.35;
    case SuspectCandidate::Kind::Other:
        return 0.3;
    case SuspectCandidate::Kind::Event:
        return 0.2;
    }
    return 0;
}

//! A small change can break everything, so its size says least.
double big(double size)
{
    return 0.8 + 0.2 * (std::isfinite(size) ? std::clamp(size, 0.0, 1.0) : 0.0);
}

QString clockTime(const QDateTime &utc)
{
    return QLocale::c().toString(utc.toLocalTime(), QStringLiteral("HH:mm:ss"));
}

QString sentenceOf(const SuspectCandidate &candidate, milliseconds lead)
{
    const QString what = plainLine(candidate.what, 300);
    const QString at = clockTime(candidate.time);
    if (lead < -milliseconds(999))
        return Words::tr("%1 at %2, %3 after the burn was first seen.").arg(what, at, FreshnessText::duration(-lead));
    if (lead < milliseconds(1000))
        return Words::tr("%1 at %2, just as the burn began.").arg(what, at);
    return Words::tr("%1 at %2, %3 before the burn began.").arg(what, at, FreshnessText::duration(lead));
}

bool elsewhere(const Burn &burn, const SuspectCandidate &candidate)
{
    return !burn.cluster.isEmpty() && !candidate.cluster.isEmpty() && burn.cluster != candidate.cluster;
}

} // namespace

QList<Suspect> rankSuspects(const Burn &burn, const QList<SuspectCandidate> &candidates)
{
    QList<Suspect> suspects;
    QSet<QString> met;
    for (const SuspectCandidate &candidate : candidates) {
        if (!candidate.time.isValid() || !burn.start.isValid() || elsewhere(burn, candidate))
            continue;
        const milliseconds lead(candidate.time.msecsTo(burn.start));
        if (lead < -milliseconds(burn.delay) || lead > suspectReach || met.contains(candidate.key))
            continue;
        met.insert(candidate.key);
        const double score
            = nearInTime(lead) * nearInPlace(burn, candidate) * likely(candidate.kind) * big(candidate.size);
        suspects.append({candidate.key, candidate.time, sentenceOf(candidate, lead), plainLine(candidate.what, 300),
            lead, candidate.word, plainLine(candidate.who, 100), score, candidate.change,
            candidate.kind == SuspectCandidate::Kind::Image});
    }
    std::stable_sort(suspects.begin(), suspects.end(), [](const Suspect &a, const Suspect &b) {
        return a.score != b.score ? a.score > b.score : a.time != b.time ? a.time > b.time : a.key < b.key;
    });
    if (suspects.size() > mostSuspects)
        suspects.resize(mostSuspects);
    return suspects;
}

QList<ChartMarker> suspectMarkers(const QList<SuspectCandidate> &candidates)
{
    QList<ChartMarker> markers;
    QSet<QString> met;
    for (const SuspectCandidate &candidate : candidates) {
        if (!candidate.time.isValid() || met.contains(candidate.key) || candidate.kind == SuspectCandidate::Kind::Event)
            continue;
        met.insert(candidate.key);
        const QString who = plainLine(candidate.who, 100);
        const QString what = plainLine(candidate.what, 300);
        const QString at = clockTime(candidate.time);
        markers.append({candidate.time,
            candidate.word == QLatin1String("rollout") ? QStringLiteral("revision") : candidate.word,
            who.isEmpty() ? Words::tr("%1 at %2.").arg(what, at) : Words::tr("%1 at %2, by %3.").arg(what, at, who)});
    }
    std::stable_sort(
        markers.begin(), markers.end(), [](const ChartMarker &a, const ChartMarker &b) { return a.time < b.time; });
    return markers;
}
