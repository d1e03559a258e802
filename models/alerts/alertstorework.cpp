// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/alertmanager/alert.h"
#include "backends/alertmanager/silence.h"
#include "backends/core/clock.h"
#include "backends/core/labels.h"
#include "backends/prometheus/alerts.h"
#include "models/alerts/alertpresence.h"
#include "models/alerts/alertstoreprivate.h"
#include "models/alerts/silencemerge.h"

#include <algorithm>

AlertSource *AlertStore::Private::source(const QString &id) const
{
    const auto found
        = std::find_if(sources.begin(), sources.end(), [&id](const auto &one) { return one->server.id == id; });
    return found == sources.end() ? nullptr : found->get();
}

AlertSource *AlertStore::Private::addSource(AlertServer::Kind kind)
{
    auto made = std::make_unique<AlertSource>();
    AlertSource *added = made.get();
    const auto end = kind == AlertServer::Kind::Prometheus
        ? sources.end()
        : std::find_if(sources.begin(), sources.end(), [](const auto &one) { return !one->isAlertmanager(); });
    sources.insert(end, std::move(made));
    return added;
}

void AlertStore::Private::removeSource(const QString &id)
{
    const auto found
        = std::find_if(sources.begin(), sources.end(), [&id](const auto &one) { return one->server.id == id; });
    if (found == sources.end())
        return;
    const QList<quint64> its = (*found)->alerts.keys();
    sources.erase(found);
    std::erase_if(jobs, [&id](const Job &job) { return job.serverId == id; });
    // What nobody is asked about any more has not ended.
    for (const quint64 fingerprint : its)
        began.remove(Labels::fingerprintText(fingerprint));
    takeClaims();
    touch(AlertMatching::settle(sources));
    touch(its);
    work();
}

//! A newer answer of the same server replaces one that nobody has begun with.
void AlertStore::Private::begin(Job job)
{
    const auto waiting = std::find_if(
        jobs.begin(), jobs.end(), [&job](const Job &one) { return one.serverId == job.serverId && one.at == 0; });
    const bool idle = jobs.empty() && dirty.isEmpty();
    const AlertSource *its = source(job.serverId);
    // Also an empty answer is much to do, where it ends thousands.
    const qsizetype size = std::max<qsizetype>(job.size(), its ? its->alerts.size() : 0);
    if (waiting != jobs.end())
        *waiting = std::move(job);
    else
        jobs.push_back(std::move(job));
    if (!idle || size > mergeSlice) {
        workSoon();
        return;
    }
    while (!jobs.empty() || !dirty.isEmpty()) // little: in one go
        work();
}

void AlertStore::Private::touch(const QList<quint64> &fingerprints)
{
    showChanged();
    for (const quint64 fingerprint : fingerprints) {
        if (isDirty.contains(fingerprint))
            continue;
        isDirty.insert(fingerprint);
        dirty.append(fingerprint);
    }
    if (!dirty.isEmpty())
        workSoon();
}

void AlertStore::Private::touchAll()
{
    for (const auto &source : sources)
        touch(source->alerts.keys());
}

void AlertStore::Private::workSoon()
{
    if (!next)
        next = clock.after(std::chrono::milliseconds(0), [this] {
            next.reset();
            work();
        });
}

//! One slice of what there is to do.
void AlertStore::Private::work()
{
    if (!jobs.empty())
        takeSlice();
    else if (!dirty.isEmpty())
        mergeSome();
    if (!jobs.empty() || !dirty.isEmpty()) {
        workSoon();
        return;
    }
    next.reset();
    finish();
}

void AlertStore::Private::takeSlice()
{
    Job &job = jobs.front();
    AlertSource *its = source(job.serverId);
    if (!its) {
        jobs.pop_front();
        return;
    }
    if (job.at == 0)
        ++its->round;
    const LabelList external = its->externalLabels.value_or(LabelList());
    const qsizetype end = std::min(job.size(), job.at + intakeSlice);
    for (; job.at < end; ++job.at) {
        if (job.at < job.fromAlertmanager.size()) {
            const Alertmanager::Alert &alert = job.fromAlertmanager[job.at];
            takeIn(*its, alert.fingerprint, AlertIntake::seen(alert));
            continue;
        }
        const SeenAlert alert = AlertIntake::seen(job.fromPrometheus[job.at - job.fromAlertmanager.size()], external);
        takeIn(*its, Labels::fingerprint(alert.labels), alert);
    }
    if (job.at < job.size())
        return;
    jobs.pop_front();
    sweep(*its);
}

void AlertStore::Private::takeIn(AlertSource &its, quint64 own, const SeenAlert &alert)
{
    auto kept = its.alerts.find(own);
    if (kept == its.alerts.end() || kept->own != own) {
        // It may be kept under the fingerprint that an Alertmanager has for it.
        const auto moved = its.moved.constFind(own);
        kept = moved == its.moved.cend() ? its.alerts.end() : its.alerts.find(*moved);
    }
    if (kept == its.alerts.end()) {
        its.alerts.insert(own, {alert, its.round, own});
        touch({own});
        return;
    }
    kept->round = its.round;
    if (kept->alert == alert)
        return;
    kept->alert = alert;
    touch({kept.key()});
}

//! What the answer did not name is gone from this server.
void AlertStore::Private::sweep(AlertSource &its)
{
    QList<quint64> gone;
    for (auto kept = its.alerts.begin(); kept != its.alerts.end();) {
        if (kept->round == its.round) {
            ++kept;
            continue;
        }
        gone.append(kept.key());
        its.moved.remove(kept->own);
        kept = its.alerts.erase(kept);
    }
    touch(gone);
    touch(AlertMatching::settle(sources));
    if (!its.complete) {
        its.complete = its.server.answered = true;
        for (auto kept = its.alerts.cbegin(); kept != its.alerts.cend(); ++kept)
            atFirst.insert(kept.key());
        if (!historySince.isValid())
            historySince = clock.now();
    }
}

AlertMerge::Surroundings AlertStore::Private::surroundings()
{
    AlertMerge::Surroundings with;
    for (const auto &its : sources) {
        with.anyAlertmanager = with.anyAlertmanager || its->isAlertmanager();
        if (its->isAlertmanager() && !its->answers())
            with.silentAlertmanagers.append(its->server.name);
    }
    with.placeOf = [this](const QString &cluster, const QString &space) { return placeOf(cluster, space); };
    return with;
}

AlertPlace AlertStore::Private::placeOf(const QString &clusterName, const QString &namespaceName)
{
    if (!askPlace)
        return {};
    constexpr qsizetype most = 100'000;
    if (places.size() > most)
        places.clear();
    const auto key = qMakePair(clusterName, namespaceName);
    auto found = places.find(key);
    if (found == places.end())
        found = places.insert(key, askPlace(clusterName, namespaceName));
    return *found;
}

void AlertStore::Private::mergeSome()
{
    const AlertMerge::Surroundings around = surroundings();
    const qsizetype count = std::min(dirty.size(), mergeSlice);
    for (qsizetype i = 0; i < count; ++i) {
        isDirty.remove(dirty[i]);
        mergeOne(dirty[i], around);
    }
    dirty.remove(0, count);
    if (dirty.isEmpty() || newRows.size() + endedKeys.size() >= showSlice)
        showChanged();
}

void AlertStore::Private::showChanged()
{
    if (!endedKeys.isEmpty())
        table.remove(std::exchange(endedKeys, {}));
    if (!newRows.isEmpty())
        table.update(std::exchange(newRows, {}));
}

void AlertStore::Private::mergeOne(quint64 fingerprint, const AlertMerge::Surroundings &around)
{
    std::vector<AlertMerge::View> views;
    for (const auto &source : sources) {
        const auto kept = source->alerts.constFind(fingerprint);
        if (kept != source->alerts.cend())
            views.push_back({source.get(), &kept->alert});
    }
    const QString key = Labels::fingerprintText(fingerprint);
    const bool quietly = atFirst.remove(fingerprint);
    if (views.empty()) {
        const int row = table.rowOf(key);
        if (row < 0)
            return;
        endedKeys.append(key);
        if (began.remove(key)) {
            history.add(table.at(row), clock.now());
            Q_EMIT q.ended(history.list().first());
        }
        return;
    }
    const auto claim = claims.constFind(fingerprint);
    Alert alert = AlertMerge::merged(fingerprint, views, around, claim == claims.cend() ? nullptr : &*claim, urls);
    alert.expected = !watchdog.isEmpty() && alert.name == watchdog && alert.open();
    newRows.append(alert);
    tellBegun(alert, quietly);
}

void AlertStore::Private::tellBegun(const Alert &alert, bool quietly)
{
    if (alert.state.id == QLatin1String("pending")) {
        began.remove(alert.key);
        return;
    }
    if (began.contains(alert.key))
        return;
    began.insert(alert.key);
    if (!quietly && alert.open())
        Q_EMIT q.began(alert);
}

void AlertStore::Private::finish()
{
    showOwn();
    regroup();
    showSilences();
    Q_EMIT q.changed();
}

void AlertStore::Private::regroup()
{
    groups.merge(AlertGroups::of(table.rows(), grouping));
}

//! The rows that no server says: what is wrong with servers, and what the console's own rules found.
void AlertStore::Private::showOwn()
{
    AlertPresence::look(sources, watchdog, watchdogEverywhere, clock.now());
    const QList<Alert> servers = AlertPresence::rows(sources, watchdog);
    QList<Alert> rows = consoleAlerts + servers;
    QStringList gone;
    QSet<QString> now;
    for (Alert &row : rows) {
        now.insert(row.key);
        row.freshness.state = Freshness::State::Live;
    }
    for (const QString &key : std::as_const(loud)) {
        if (now.contains(key))
            continue;
        gone.append(key);
        if (const int row = table.rowOf(key); row >= 0) {
            history.add(table.at(row), clock.now());
            Q_EMIT q.ended(history.list().first());
        }
        began.remove(key);
    }
    loud = now;
    table.remove(gone);
    table.update(rows);
    for (const Alert &row : std::as_const(rows))
        tellBegun(row, false);
    if (lacking != servers.size()) {
        lacking = int(servers.size());
        Q_EMIT q.silenceOfServersChanged(lacking);
    }
    history.prune(clock.now());
}

void AlertStore::Private::showSilences()
{
    QHash<QString, qlonglong> counts;
    for (const Alert &alert : table.rows()) {
        for (const QString &silence : alert.silencedBy)
            ++counts[silence];
    }
    silences.merge(SilenceMerge::rows(sources, counts, clock.now()));
}

void AlertStore::Private::takeClaims()
{
    const auto before = claims;
    claims = SilenceMerge::claims(sources);
    QList<quint64> touched;
    for (auto claim = claims.cbegin(); claim != claims.cend(); ++claim) {
        const auto old = before.constFind(claim.key());
        if (old == before.cend() || !(*old == *claim))
            touched.append(claim.key());
    }
    for (auto claim = before.cbegin(); claim != before.cend(); ++claim) {
        if (!claims.contains(claim.key()))
            touched.append(claim.key());
    }
    touch(touched);
}

void AlertStore::Private::setFreshness(AlertSource &its, const Freshness &freshness, const QString &problem)
{
    const Freshness before = std::exchange(its.server.freshness, freshness);
    const bool visibly
        = before.state != freshness.state || FreshnessText::brief(before) != FreshnessText::brief(freshness);
    const bool another = its.server.problem != problem;
    its.server.problem = problem;
    const auto answered = [](const Freshness &one) { return one.state <= Freshness::State::Delayed; };
    if (its.isAlertmanager() && answered(before) != answered(freshness))
        touchAll(); // what no Alertmanager has says so
    else if (visibly)
        touch(its.alerts.keys());
    if (visibly || another) {
        finish();
        return;
    }
    const QString id = its.server.id;
    table.amendQuietly([&](Alert &alert) {
        if (alert.sourceIds.contains(id) && alert.freshness.state == freshness.state
            && worse(freshness, alert.freshness) == alert.freshness)
            alert.freshness = freshness;
    });
}

//! What fired in the last day, as Prometheus remembers it: for what a silence would have hidden.
void AlertStore::Private::takeHistory(const AlertSource &its, const Prometheus::AlertHistory &remembered)
{
    const QDateTime now = clock.now();
    const AlertMerge::Surroundings with = surroundings();
    for (const Prometheus::AlertHistory::Episode &episode : remembered.episodes) {
        Prometheus::ActiveAlert was;
        was.labels = episode.labels;
        const LabelList labels = AlertIntake::seen(was, its.externalLabels.value_or(LabelList())).labels;
        Alert alert;
        alert.key = Labels::fingerprintText(Labels::fingerprint(labels));
        if (table.rowOf(alert.key) >= 0)
            continue;
        AlertMerge::describe(alert, labels, with, its.server.clusterName);
        alert.summary = alert.name;
        alert.since = QDateTime::fromMSecsSinceEpoch(episode.from, Qt::UTC);
        alert.sources = {its.server.name};
        alert.sourceIds = {its.server.id};
        (void)history.remember(alert, QDateTime::fromMSecsSinceEpoch(episode.to, Qt::UTC));
    }
    if (!remembered.id.startsWith(recalled))
        historySince = now.addDays(-1);
    Q_EMIT q.changed();
}
