// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alertpresence.h"

#include "backends/alertmanager/silence.h"
#include "backends/core/labels.h"

#include <QCoreApplication>

#include <algorithm>

namespace AlertPresence {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AlertPresence)
};

bool unreachable(const AlertSource &source)
{
    return !source.server.problem.isEmpty() && !source.answers();
}

bool missing(const AlertSource &source, const QString &watchdog, bool everywhere)
{
    // Of one that does not answer nobody can tell; that is a row of its own.
    return !watchdog.isEmpty() && source.complete && source.answers() && !source.watchdogThere
        && (everywhere || source.watchdogSeen || source.watchdogRule);
}

Alert rowOf(const AlertSource &source, const QString &name, const QString &summary, const QString &description)
{
    Alert row;
    row.key = QStringLiteral("console:") + name + u':' + source.server.id;
    row.name = name;
    row.severity = QStringLiteral("watchdog");
    row.summary = summary;
    row.description = description;
    row.since = source.lackingSince;
    row.updated = source.lackingSince;
    row.cluster = source.server.clusterName;
    row.state = AlertText::state(QStringLiteral("firing"), row.severity, row.since);
    row.sources = {QStringLiteral("console")};
    row.sourceIds = {QStringLiteral("console")};
    row.labels = {{QStringLiteral("alertname"), name}, {QStringLiteral("server"), source.server.name},
        {QStringLiteral("severity"), row.severity}};
    row.freshness.state = Freshness::State::Live;
    row.freshness.confirmedAt = source.lackingSince;
    return row;
}

Alert unreachableRow(const AlertSource &source)
{
    const QString name = source.server.name;
    const QString what = source.isAlertmanager()
        ? Words::tr("The Alertmanager %1 cannot be reached: what it would say of alerts and silences is not known.")
              .arg(name)
        : Words::tr("The Prometheus %1 cannot be reached: whether anything fires there is not known.").arg(name);
    return rowOf(source,
        source.isAlertmanager() ? QStringLiteral("AlertmanagerUnreachable") : QStringLiteral("PrometheusUnreachable"),
        what, source.server.problem);
}

Alert missingRow(const AlertSource &source, const QString &watchdog)
{
    const QString name = source.server.name;
    const QString what = source.isAlertmanager()
        ? Words::tr("%1 is missing in %2: alerts do not reach this Alertmanager.").arg(watchdog, name)
        : Words::tr("%1 does not fire in %2: this Prometheus does not evaluate its alerts.").arg(watchdog, name);
    const QString next = source.isAlertmanager()
        ? Words::tr("Look whether its Prometheus runs and reaches it, under Status, Alertmanagers.")
        : Words::tr("Look at its rules, under Status, Rules: whether they are loaded and evaluated without errors.");
    return rowOf(source, QStringLiteral("WatchdogMissing"), what + u' ' + next, next);
}

} // namespace

void look(const AlertMatching::Sources &sources, const QString &watchdog, bool everywhere, const QDateTime &now)
{
    for (const auto &source : sources) {
        source->watchdogThere
            = std::any_of(source->alerts.cbegin(), source->alerts.cend(), [&watchdog](const auto &kept) {
                  return kept.alert.state != SeenAlert::State::Pending
                      && Labels::value(kept.alert.labels, QLatin1String("alertname")) == watchdog;
              });
        source->watchdogSeen = source->watchdogSeen || source->watchdogThere;
        source->server.watchdogMissing = missing(*source, watchdog, everywhere);
        if (!source->server.watchdogMissing && !unreachable(*source))
            source->lackingSince = {};
        else if (!source->lackingSince.isValid())
            source->lackingSince = now;
    }
}

QList<Alert> rows(const AlertMatching::Sources &sources, const QString &watchdog)
{
    QList<Alert> rows;
    for (const auto &source : sources) {
        if (unreachable(*source))
            rows.append(unreachableRow(*source));
        else if (source->server.watchdogMissing)
            rows.append(missingRow(*source, watchdog));
    }
    return rows;
}

} // namespace AlertPresence
