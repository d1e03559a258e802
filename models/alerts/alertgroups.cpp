// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alertgroups.h"

#include <QCoreApplication>
#include <QHash>

namespace AlertGroups {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AlertGroups)
};

using Member = QString Alert::*;

Member memberOf(const QString &grouping)
{
    static const QHash<QString, Member> members{{QStringLiteral("tenant"), &Alert::tenant},
        {QStringLiteral("slo"), &Alert::slo}, {QStringLiteral("cluster"), &Alert::cluster},
        {QStringLiteral("severity"), &Alert::severity}, {QStringLiteral("alertname"), &Alert::name},
        {QStringLiteral("owner"), &Alert::owner}, {QStringLiteral("namespace"), &Alert::namespaceName}};
    return members.value(grouping, nullptr);
}

QString nameOf(const QString &key, const QString &grouping)
{
    if (!key.isEmpty())
        return grouping == QLatin1String("state") ? AlertText::stateWord(key) : key;
    if (grouping == QLatin1String("tenant"))
        return Words::tr("of no tenant");
    if (grouping == QLatin1String("slo"))
        return Words::tr("about no SLO");
    return Words::tr("without %1").arg(grouping);
}

bool worseThan(const Condition &one, const Condition &other)
{
    return one.severity != other.severity ? one.severity > other.severity : one.rank > other.rank;
}

//! Which figure of the group an alert of this state counts in, when it does not want anybody's attention.
qlonglong &heldBack(AlertGroup &group, const QString &state)
{
    if (state == QLatin1String("pending"))
        return group.pending;
    if (state == QLatin1String("claimed"))
        return group.claimed;
    return state == QLatin1String("silenced") ? group.silenced : group.inhibited;
}

void count(AlertGroup &group, const Alert &alert)
{
    ++group.alerts;
    if (alert.open())
        ++group.open;
    else if (!alert.expected)
        ++heldBack(group, alert.state.id);
    if (group.alerts == 1 || worseThan(alert.state, group.worst)) {
        group.worst = alert.state;
        group.summary = alert.summary;
    }
    if (group.alerts == 1 || AlertText::rank(alert.severity) > AlertText::rank(group.severity))
        group.severity = alert.severity;
    if (alert.since.isValid()) {
        if (!group.oldest.isValid() || alert.since < group.oldest)
            group.oldest = alert.since;
        if (!group.newest.isValid() || alert.since > group.newest)
            group.newest = alert.since;
    }
    group.freshness = group.alerts == 1 ? alert.freshness : worse(group.freshness, alert.freshness);
}

} // namespace

QString keyOf(const Alert &alert, const QString &grouping)
{
    if (const Member member = memberOf(grouping))
        return alert.*member;
    if (grouping == QLatin1String("state"))
        return alert.state.id;
    if (grouping == QLatin1String("source"))
        return alert.sources.join(QLatin1String(", "));
    return alert.label(grouping);
}

QList<AlertGroup> of(const QList<Alert> &alerts, const QString &grouping)
{
    QList<AlertGroup> groups;
    QHash<QString, qsizetype> index;
    for (const Alert &alert : alerts) {
        const QString key = keyOf(alert, grouping);
        auto found = index.find(key);
        if (found == index.end()) {
            found = index.insert(key, groups.size());
            AlertGroup group;
            group.key = key;
            group.name = nameOf(key, grouping);
            groups.append(group);
        }
        count(groups[*found], alert);
    }
    return groups;
}

} // namespace AlertGroups
