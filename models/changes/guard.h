// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/change.h"
#include "models/freshness/freshness.h"

#include <QDateTime>

#include <optional>

class ChangePolicy;

//! What has to hold before a change is made. Pure functions; each finding is a whole sentence for the person.
namespace Guard {

enum class Kind { Policy, Freshness, Rights, Freeze, BusinessHours, BlastRadius, Production, SecondPerson, Words };

struct Finding
{
    enum class Verdict {
        Asks, //!< the person has to do something when confirming, see Confirmation
        Refuses,
    };

    Kind kind = Kind::Policy;
    Verdict verdict = Verdict::Refuses;
    QString sentence;

    bool operator==(const Finding &) const = default;
};
using Findings = QList<Finding>;

//! Who wants it, and when.
struct Situation
{
    QString user; //!< as the cluster knows this identity
    QDateTime now; //!< UTC
};

//! What a person brings along to confirm a change.
struct Confirmation
{
    QString typedName; //!< of the cluster
    QStringList approvedBy; //!< others; who they are is known for sure to whoever fills this in

    bool operator==(const Confirmation &) const = default;
};

//! One thing that an identity must be allowed to do (SelfSubjectAccessReview).
struct RightQuestion
{
    QString verb;
    ObjectName object; //!< an empty name means all names

    bool operator==(const RightQuestion &) const = default;
};
struct RightAnswer
{
    bool allowed = false;
    QString reason; //!< the server's; may be empty

    bool operator==(const RightAnswer &) const = default;
};

//! What \a change needs: reading each object, and what its action needs; no question twice.
[[nodiscard]] QList<RightQuestion> rightsNeeded(const Change &change);

//! Whether what the person saw is true still. What is stale is read again before anything else, so only data that can
//! not be read at all is refused; see ChangeRun.
[[nodiscard]] Findings checkFreshness(const Freshness &freshness, const QString &clusterName);
//! One finding for each thing that is not allowed. \a answers: one for each question.
[[nodiscard]] Findings checkRights(const QList<RightQuestion> &questions, const QList<RightAnswer> &answers);
[[nodiscard]] Findings checkPolicyFile(const ChangePolicy &policy);
[[nodiscard]] Findings checkFreezes(const Change &change, const ChangePolicy &policy, const Situation &situation);
[[nodiscard]] Findings checkBusinessHours(const Change &change, const ChangePolicy &policy, const QDateTime &now);
[[nodiscard]] Findings checkBlastRadius(const Change &change, const ChangePolicy &policy);
[[nodiscard]] Findings checkProduction(const Change &change, const ChangePolicy &policy);
[[nodiscard]] Findings checkSecondPerson(const Change &change, const ChangePolicy &policy);
[[nodiscard]] Findings checkWords(const Change &change, const ChangePolicy &policy);
//! All that needs no server.
[[nodiscard]] Findings checkPolicy(const Change &change, const ChangePolicy &policy, const Situation &situation);

[[nodiscard]] bool refuses(const Findings &findings);
//! Their sentences, one a line.
[[nodiscard]] QString text(const Findings &findings);
//! What misses for a change with these findings to go ahead: a sentence; empty when nothing does.
[[nodiscard]] QString missing(
    const Findings &findings, const Confirmation &confirmation, const Change &change, const Situation &situation);

} // namespace Guard
