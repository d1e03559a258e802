// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/changeresult.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ChangeResult)
};

using State = EditResult::State;
using Kind = ChangeOutcome::Kind;

Kind kindOf(const QList<EditResult> &results)
{
    const auto any = [&results](State state) {
        return std::any_of(
            results.begin(), results.end(), [state](const EditResult &result) { return result.state == state; });
    };
    const auto all = [&results](auto holds) { return std::all_of(results.begin(), results.end(), holds); };
    if (results.isEmpty())
        return Kind::Cancelled;
    if (all([](const EditResult &r) { return r.state == State::Verified || r.state == State::Unchanged; }))
        return Kind::Verified;
    if (all([](const EditResult &r) { return r.applied() || r.state == State::Unchanged; }))
        return Kind::NotConverged;
    if (std::any_of(results.begin(), results.end(), [](const EditResult &r) { return r.applied(); }))
        return Kind::Partial;
    if (any(State::Unknown))
        return Kind::Unknown;
    if (any(State::Conflict))
        return Kind::Conflict;
    if (any(State::Refused))
        return Kind::Refused;
    return any(State::Failed) ? Kind::Failed : Kind::Cancelled;
}

QString sentenceOf(Kind kind, const QString &cluster, qsizetype applied, qsizetype count)
{
    switch (kind) {
    case Kind::Verified:
        return Words::tr("The change is in %1 and was seen there.").arg(cluster);
    case Kind::NotConverged:
        return Words::tr("The change is in %1, but its effect was not seen in time. Look at the objects.").arg(cluster);
    case Kind::Partial:
        return Words::tr("%1 of %2 objects were changed in %3. Look at the others and decide about them.")
            .arg(QLocale().toString(applied), QLocale().toString(count), cluster);
    case Kind::Conflict:
        return Words::tr("Nothing was changed in %1: somebody else changed the same. Compare and decide.").arg(cluster);
    case Kind::Refused:
        return Words::tr("Nothing was changed in %1: it was refused.").arg(cluster);
    case Kind::Failed:
        return Words::tr("Nothing was changed in %1: it failed. Try again.").arg(cluster);
    case Kind::Unknown:
        return Words::tr(
            "%1 did not say whether the change was made, and it cannot be seen. Look at the objects before "
            "you try again.")
            .arg(cluster);
    case Kind::Cancelled:
        return Words::tr("Nothing was changed in %1: the change was given up.").arg(cluster);
    }
    return {};
}

} // namespace

bool EditResult::applied() const
{
    return state == State::Applied || state == State::Verified || state == State::NotConverged;
}

bool ChangeOutcome::anyApplied() const
{
    return std::any_of(results.begin(), results.end(), [](const EditResult &result) { return result.applied(); });
}

ChangeOutcome ChangeText::sumUp(const QList<EditResult> &results, const QString &clusterName)
{
    ChangeOutcome outcome;
    outcome.kind = kindOf(results);
    outcome.results = results;
    const auto applied
        = std::count_if(results.begin(), results.end(), [](const EditResult &result) { return result.applied(); });
    outcome.sentence = sentenceOf(outcome.kind, clusterName, applied, results.size());
    const auto told = std::find_if(
        results.begin(), results.end(), [](const EditResult &result) { return !result.sentence.isEmpty(); });
    if (told != results.end())
        outcome.sentence += u' ' + told->sentence;
    return outcome;
}

QString ChangeText::id(EditResult::State state)
{
    switch (state) {
    case State::NotSent:
        return QStringLiteral("not-sent");
    case State::Unchanged:
        return QStringLiteral("unchanged");
    case State::Applied:
        return QStringLiteral("applied");
    case State::Verified:
        return QStringLiteral("verified");
    case State::NotConverged:
        return QStringLiteral("not-converged");
    case State::Conflict:
        return QStringLiteral("conflict");
    case State::Refused:
        return QStringLiteral("refused");
    case State::Failed:
        return QStringLiteral("failed");
    case State::Unknown:
        return QStringLiteral("unknown");
    }
    return {};
}

QString ChangeText::id(ChangeOutcome::Kind kind)
{
    switch (kind) {
    case Kind::Verified:
        return QStringLiteral("verified");
    case Kind::NotConverged:
        return QStringLiteral("not-converged");
    case Kind::Partial:
        return QStringLiteral("partial");
    case Kind::Conflict:
        return QStringLiteral("conflict");
    case Kind::Refused:
        return QStringLiteral("refused");
    case Kind::Failed:
        return QStringLiteral("failed");
    case Kind::Unknown:
        return QStringLiteral("unknown");
    case Kind::Cancelled:
        return QStringLiteral("cancelled");
    }
    return {};
}
