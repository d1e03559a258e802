// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alertstore.h"

#include "backends/alertmanager/alert.h"
#include "backends/alertmanager/silence.h"
#include "backends/core/clock.h"
#include "backends/core/labels.h"
#include "backends/prometheus/alerts.h"
#include "models/alerts/alertstoreprivate.h"

AlertStore::AlertStore(const Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, clock))
{
}

AlertStore::~AlertStore() = default;

AlertTableModel *AlertStore::table() const
{
    return &d->table;
}

AlertGroupTableModel *AlertStore::groups() const
{
    return &d->groups;
}

SilenceTableModel *AlertStore::silences() const
{
    return &d->silences;
}

void AlertStore::setGrouping(const QString &grouping)
{
    if (d->grouping == grouping)
        return;
    d->grouping = grouping;
    d->regroup();
    Q_EMIT changed();
}

QString AlertStore::grouping() const
{
    return d->grouping;
}

QString AlertStore::groupOf(const Alert &alert) const
{
    return AlertGroupTableModel::rowKey(AlertGroups::keyOf(alert, d->grouping));
}

QStringList AlertStore::labelNames() const
{
    QSet<QString> names;
    for (const Alert &alert : d->table.rows()) {
        for (const auto &label : alert.labels)
            names.insert(label.first);
    }
    QStringList sorted(names.begin(), names.end());
    sorted.sort();
    return sorted;
}

void AlertStore::setPlaceOf(std::function<AlertPlace(const QString &, const QString &)> placeOf)
{
    d->askPlace = std::move(placeOf);
    refreshPlaces();
}

void AlertStore::refreshPlaces()
{
    d->places.clear();
    d->touchAll();
}

void AlertStore::setWatchdog(const QString &alertname, bool everywhere)
{
    if (d->watchdog == alertname && d->watchdogEverywhere == everywhere)
        return;
    d->watchdog = alertname;
    d->watchdogEverywhere = everywhere;
    for (const auto &source : d->sources)
        source->watchdogSeen = source->watchdogRule = false;
    d->touchAll(); // which one is expected is another
    d->finish();
}

QString AlertStore::watchdog() const
{
    return d->watchdog;
}

void AlertStore::setServer(const AlertServer &server)
{
    AlertSource *source = d->source(server.id);
    if (!source) {
        source = d->addSource(server.kind);
        source->server.id = server.id;
        source->server.kind = server.kind;
    }
    if (source->server.name == server.name && source->server.clusterName == server.clusterName)
        return;
    source->server.name = server.name;
    source->server.clusterName = server.clusterName;
    d->touch(source->alerts.keys());
    d->workSoon(); // also when it has said nothing yet: it is known now that there is somebody to ask
}

void AlertStore::removeServer(const QString &serverId)
{
    d->removeSource(serverId);
}

QList<AlertServer> AlertStore::servers() const
{
    QList<AlertServer> servers;
    for (const auto &source : d->sources)
        servers.append(source->server);
    return servers;
}

std::optional<AlertServer> AlertStore::server(const QString &serverId) const
{
    const AlertSource *source = d->source(serverId);
    return source ? std::optional(source->server) : std::nullopt;
}

void AlertStore::apply(const QString &serverId, const Alertmanager::AlertSample &sample)
{
    if (AlertSource *source = d->source(serverId)) {
        source->server.leftOut = sample.leftOut;
        d->begin({serverId, sample.alerts, {}});
    }
}

void AlertStore::apply(const QString &serverId, const Prometheus::ActiveAlertSample &sample)
{
    if (AlertSource *source = d->source(serverId)) {
        source->server.leftOut = sample.leftOut;
        source->externalLabels = sample.externalLabels;
        d->begin({serverId, {}, sample.alerts});
    }
}

void AlertStore::apply(const QString &serverId, const Alertmanager::SilenceSample &sample)
{
    AlertSource *source = d->source(serverId);
    if (!source)
        return;
    source->server.silencesKnown = true;
    source->silences = sample.silences;
    d->takeClaims();
    d->finish();
}

void AlertStore::apply(const QString &serverId, const Alertmanager::ServerStatus &status)
{
    AlertSource *source = d->source(serverId);
    if (!source || source->server.peers == status.peers)
        return;
    source->server.peers = status.peers;
    Q_EMIT changed();
}

void AlertStore::apply(const QString &serverId, const Prometheus::AlertRuleSample &sample)
{
    AlertSource *source = d->source(serverId);
    if (!source)
        return;
    source->watchdogRule = std::any_of(sample.rules.begin(), sample.rules.end(),
        [this](const Prometheus::AlertRule &rule) { return rule.name == d->watchdog; });
    d->finish();
}

void AlertStore::apply(const QString &serverId, const Prometheus::AlertHistory &history)
{
    if (const AlertSource *source = d->source(serverId); source && history.known)
        d->takeHistory(*source, history);
}

void AlertStore::setFreshness(const QString &serverId, const Freshness &freshness, const QString &problem)
{
    if (AlertSource *source = d->source(serverId))
        d->setFreshness(*source, freshness, problem);
}

void AlertStore::setConsoleAlerts(const QList<Alert> &alerts)
{
    if (alerts.isEmpty() && d->consoleAlerts.isEmpty())
        return;
    d->consoleAlerts.clear();
    for (Alert alert : alerts) {
        alert.key = QStringLiteral("console:") + alert.key;
        alert.sources = {QStringLiteral("console")};
        alert.sourceIds = alert.sources;
        alert.state = AlertText::state(QStringLiteral("firing"), alert.severity, alert.since);
        alert.owner = alert.owner.isEmpty() ? alert.tenant : alert.owner;
        d->consoleAlerts.append(alert);
    }
    d->finish();
}

const QList<EndedAlert> &AlertStore::history() const
{
    return d->history.list();
}

QDateTime AlertStore::historySince() const
{
    return d->historySince;
}

bool AlertStore::settled() const
{
    return d->settled();
}

const Alert *AlertStore::find(const QString &key) const
{
    const int row = d->table.rowOf(key);
    return row < 0 ? nullptr : &d->table.at(row);
}

void AlertStore::wantHistory(const QList<QPair<QString, QString>> &labels)
{
    askHistory({}, labels);
}

void AlertStore::recallHistory(const QList<QPair<QString, QString>> &labels)
{
    askHistory(Private::recalled, labels);
}

void AlertStore::askHistory(const QString &purpose, const QList<QPair<QString, QString>> &labels)
{
    QString matchers;
    for (const auto &[name, value] : labels) {
        QString quoted = value;
        quoted.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
        quoted.replace(u'\n', QLatin1String("\\n"));
        matchers += u',' + name + QStringLiteral("=\"") + quoted + u'"';
    }
    constexpr qint64 day = 86'400'000;
    constexpr qint64 step = 60; // seconds: what fired for less may be missed
    const qint64 now = d->clock.now().toMSecsSinceEpoch();
    for (const auto &source : d->sources) {
        if (!source->isAlertmanager())
            Q_EMIT historyWanted(source->server.id, QString(purpose + matchers), matchers, now - day, now, step);
    }
}
