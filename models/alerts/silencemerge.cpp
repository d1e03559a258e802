// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/silencemerge.h"

#include "backends/alertmanager/silence.h"

#include <QCoreApplication>

namespace SilenceMerge {

namespace {

using Alertmanager::Matcher;
using State = Alertmanager::Silence::State;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Silences)
};

Condition conditionOf(State state)
{
    Condition condition;
    switch (state) {
    case State::Active:
        condition = {Condition::Severity::Info, QStringLiteral("active"), Words::tr("active"), 2};
        break;
    case State::Pending:
        condition = {Condition::Severity::Info, QStringLiteral("pending"), Words::tr("begins later"), 1};
        break;
    case State::Expired:
        condition = {Condition::Severity::Fine, QStringLiteral("expired"), Words::tr("ended"), 1};
        break;
    }
    return condition;
}

Silence rowOf(const Alertmanager::Silence &silence)
{
    Silence row;
    row.key = row.id = silence.id;
    for (const Matcher &matcher : silence.matchers)
        row.matchers.append({matcher.name, matcher.value, matcher.isRegex, matcher.isEqual});
    row.startsAt = QDateTime::fromMSecsSinceEpoch(silence.startsAt, Qt::UTC);
    row.endsAt = QDateTime::fromMSecsSinceEpoch(silence.endsAt, Qt::UTC);
    row.updatedAt = QDateTime::fromMSecsSinceEpoch(silence.updatedAt, Qt::UTC);
    row.createdBy = silence.createdBy;
    row.comment = silence.comment;
    row.marks = silence.marks;
    row.state = conditionOf(silence.state);
    row.claimOf = claimOf(silence.matchers);
    return row;
}

//! Whether what \a source says counts more than what \a other says.
bool surer(const AlertSource &source, const AlertSource &other)
{
    return source.server.freshness.state < other.server.freshness.state;
}

} // namespace

QString claimOf(const QList<Matcher> &matchers)
{
    for (const Matcher &matcher : matchers) {
        if (matcher.name == QLatin1String(SilenceText::claimLabel) && matcher.isEqual && !matcher.isRegex)
            return matcher.value;
    }
    return {};
}

QList<Silence> rows(
    const AlertMatching::Sources &sources, const QHash<QString, qlonglong> &counts, const QDateTime &now)
{
    QHash<QString, std::pair<const AlertSource *, const Alertmanager::Silence *>> best;
    QHash<QString, QStringList> names;
    const qint64 dayAgo = now.addDays(-1).toMSecsSinceEpoch();
    for (const auto &source : sources) {
        for (const Alertmanager::Silence &silence : source->silences) {
            if (silence.state == State::Expired && silence.endsAt < dayAgo)
                continue;
            names[silence.id].append(source->server.name);
            auto found = best.find(silence.id);
            if (found == best.end())
                best.insert(silence.id, {source.get(), &silence});
            else if (surer(*source, *found->first)
                || (!surer(*found->first, *source) && silence.updatedAt > found->second->updatedAt))
                *found = {source.get(), &silence};
        }
    }
    QList<Silence> rows;
    for (auto it = best.cbegin(); it != best.cend(); ++it) {
        Silence row = rowOf(*it->second);
        row.serverId = it->first->server.id;
        row.server = it->first->server.name;
        row.servers = names.value(it.key());
        row.freshness = it->first->server.freshness;
        row.alerts = counts.value(it.key());
        rows.append(row);
    }
    return rows;
}

QHash<quint64, AlertMerge::Claim> claims(const AlertMatching::Sources &sources)
{
    QHash<quint64, AlertMerge::Claim> claims;
    QHash<QString, std::pair<qint64, bool>> newest; // a peer that was away may still have an older version
    for (const auto &source : sources) {
        for (const Alertmanager::Silence &silence : source->silences) {
            auto &known = newest[silence.id];
            if (silence.updatedAt >= known.first)
                known = {silence.updatedAt, silence.state == State::Active};
        }
    }
    for (const auto &source : sources) {
        for (const Alertmanager::Silence &silence : source->silences) {
            const QString claimed = claimOf(silence.matchers);
            if (claimed.isEmpty() || silence.state != State::Active || !newest.value(silence.id).second)
                continue;
            bool good = false;
            const quint64 fingerprint = claimed.toULongLong(&good, 16);
            AlertMerge::Claim &claim = claims[good ? fingerprint : 0];
            if (good && silence.updatedAt >= claim.updatedAt)
                claim = {silence.id, silence.createdBy, silence.comment, silence.updatedAt};
        }
    }
    claims.remove(0);
    return claims;
}

} // namespace SilenceMerge
