// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/slo/chartmarker.h"

#include <QList>
#include <QUuid>

#include <chrono>

//! Where and since when a service burns its budget, or an alert fires. What is empty is not known.
struct Burn
{
    QDateTime start; //!< UTC: when it was first seen; what made it burn came earlier
    QString cluster; //!< its name
    QString tenant;
    QString namespaceName;
    QString service; //!< of the SLO; often the workload's name
    //! How much the clocks of cluster and metrics may differ: what came later than that after the first sight of a burn
    //! did not cause it.
    std::chrono::seconds delay{10};

    bool operator==(const Burn &) const = default;
};

//! Something that happened and may have caused a burn.
struct SuspectCandidate
{
    //! What was changed, the likeliest cause of a burn first.
    enum class Kind { Image, Config, Scale, Quota, Access, Other, Event };

    QString key; //!< the same for what is the same; of two candidates of one key the first counts
    QDateTime time; //!< UTC
    Kind kind = Kind::Other;
    QString word; //!< "change", "rollout" or "event": where it is known from
    QString what; //!< a clause without a full stop: "Deployment shop/web went from web:1.0 to web:1.1-bad"
    QString who; //!< who did it; empty: not known
    QString cluster;
    QString tenant;
    QString namespaceName;
    QString workload; //!< empty: of the namespace as a whole
    double size = 0; //!< of the change, 0 (small) to 1 (everything is other)
    QUuid change; //!< of this console's journal; null: made elsewhere

    bool operator==(const SuspectCandidate &) const = default;
};

//! A candidate as a person reads it.
struct Suspect
{
    QString key;
    QDateTime time; //!< UTC
    QString
        sentence; //!< "Deployment shop/web went from web:1.0 to web:1.1-bad at 14:02:11, 4 s before the burn began."
    QString what; //!< the clause of it: "Deployment shop/web went from web:1.0 to web:1.1-bad"
    std::chrono::milliseconds lead{0}; //!< so long before the first sight of the burn; negative: after it
    QString kind; //!< "change", "rollout" or "event"
    QString who;
    double score = 0; //!< 0 to 1, higher is likelier; for comparing only
    QUuid change; //!< null: not of this console's journal
    bool image = false; //!< other images run since

    bool operator==(const Suspect &) const = default;
};

//! How far back from the start of a burn causes are looked for.
inline constexpr std::chrono::minutes suspectReach{60};
inline constexpr qsizetype mostSuspects = 20;

//! What may have caused \a burn, the likeliest first, at most mostSuspects. What came later than its start and delay,
//! or earlier than suspectReach, is not among them, nor is what happened in another cluster. The score is the product
//! of how near in time, how near in place, how likely a kind and how big a change is: the order of these weights is
//! stated in suspects.cpp. Pure.
[[nodiscard]] QList<Suspect> rankSuspects(const Burn &burn, const QList<SuspectCandidate> &candidates);

//! The same as marks on a chart, by time; also those that came later than the burn.
[[nodiscard]] QList<ChartMarker> suspectMarkers(const QList<SuspectCandidate> &candidates);
