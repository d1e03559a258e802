// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/incidentgatherer.h"

#include "backends/core/clock.h"
#include "models/alerts/alertscope.h"
#include "models/alerts/alertstore.h"
#include "models/alerts/alerttablemodel.h"
#include "models/alerts/silencetablemodel.h"
#include "models/changes/changeriver.h"
#include "models/incidents/incidententries.h"
#include "models/incidents/incidentstore.h"
#include "models/incidents/incidentsuspects.h"
#include "models/slo/changesuspects.h"
#include "models/slo/namespacereader.h"
#include "models/slo/slostore.h"
#include "models/slo/slotablemodel.h"

#include <QPointer>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

using Phase = TimelineEntry::Phase;

//! What was seen last of everything that one incident is about.
struct IncidentGatherer::Watch
{
    QString id;
    QDateTime since; // from when on things belong to it
    QHash<QString, QString> alerts; // state, by key
    QHash<QString, QList<QPair<QString, QString>>> labels; // of those alerts, for silences
    QHash<QString, QString> slos; // state, by key
    QHash<QString, QString> silences; // state, by id
    QList<SuspectCandidate> changes;
    QHash<QString, QList<SuspectCandidate>> rollouts; // by namespace
    bool ended = false;
    bool last = false; // it is read for the last time
    int open = 0; // readings that are on their way
    quint64 round = 0; // of readings
    std::chrono::milliseconds asked{0};
};

namespace {

QList<int> allRows(const QAbstractItemModel &model)
{
    QList<int> rows(model.rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

QString namespaceKey(const IncidentPlace &place)
{
    return QString(place.clusterId + u'/' + place.namespaceName);
}

bool isBurning(const QString &state)
{
    return state == u"page" || state == u"ticket";
}

QString titleOf(const QString &what, const IncidentPlace &place)
{
    const QString where = place.namespaceName.isEmpty() ? place.cluster : place.namespaceName;
    return where.isEmpty() ? what : IncidentGatherer::tr("%1 in %2").arg(what, where);
}

void addPlace(QList<IncidentPlace> &places, const IncidentPlace &place)
{
    if (!places.contains(place) && !(place == IncidentPlace()) && places.size() < IncidentStore::mostPlaces)
        places.append(place);
}

} // namespace

IncidentGatherer::IncidentGatherer(IncidentStore &store, const Sources &sources, const Clock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_sources(sources), m_clock(clock)
{
    if (m_sources.river)
        m_reader = new NamespaceReader(*m_sources.river, this);
    m_store.setDescribe([this](Incident &incident) { describe(incident); });
    connect(&m_store, &IncidentStore::began, this, &IncidentGatherer::watch);
    connect(&m_store, &IncidentStore::ended, this, &IncidentGatherer::stop);
    if (m_sources.alerts) {
        followAlerts();
        followSilences();
    }
    if (m_sources.slos)
        followSlos();
    if (m_sources.river)
        connect(m_sources.river, &ChangeRiver::changeEnded, this, [this] { poll(); });
    const QList<Incident> open = m_store.openIncidents();
    for (const Incident &incident : open)
        watch(incident.id);
}

IncidentGatherer::~IncidentGatherer()
{
    m_store.setDescribe({});
}

void IncidentGatherer::followAlerts()
{
    const AlertTableModel *table = m_sources.alerts->table();
    connect(table, &TableModel::rowsChanged, this, &IncidentGatherer::lookAtAlerts);
    connect(table, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        QList<int> rows(last - first + 1);
        std::iota(rows.begin(), rows.end(), first);
        lookAtAlerts(rows);
    });
    connect(m_sources.alerts, &AlertStore::ended, this, [this](const EndedAlert &ended) {
        for (const auto &[id, watch] : m_watches)
            takeEnd(*watch, ended);
    });
}

void IncidentGatherer::followSilences()
{
    const SilenceTableModel *table = m_sources.alerts->silences();
    connect(table, &TableModel::rowsChanged, this, &IncidentGatherer::lookAtSilences);
    connect(table, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        QList<int> rows(last - first + 1);
        std::iota(rows.begin(), rows.end(), first);
        lookAtSilences(rows);
    });
}

void IncidentGatherer::followSlos()
{
    connect(m_sources.slos, &SloStore::slosChanged, this, [this](const QStringList &keys) {
        if (m_watches.empty())
            return;
        for (const QString &key : keys) {
            const Slo *slo = m_sources.slos->find(key);
            for (const auto &[id, watch] : m_watches) {
                if (slo)
                    lookAtSlo(*watch, *slo);
            }
        }
    });
}

void IncidentGatherer::describe(Incident &incident) const
{
    QString title;
    const auto earlier = [&incident](const QDateTime &time) {
        if (time.isValid() && (!incident.begun.isValid() || time < incident.begun))
            incident.begun = time;
    };
    for (const QString &key : std::as_const(incident.alerts)) {
        const Alert *alert = m_sources.alerts ? m_sources.alerts->find(key) : nullptr;
        if (!alert)
            continue;
        earlier(alert->since);
        addPlace(incident.places, IncidentEntries::place(*alert));
        if (title.isEmpty())
            title = titleOf(alert->name, IncidentEntries::place(*alert));
    }
    for (const QString &key : std::as_const(incident.slos)) {
        const Slo *slo = m_sources.slos ? m_sources.slos->find(key) : nullptr;
        if (!slo)
            continue;
        addPlace(incident.places, IncidentEntries::place(*slo));
        if (title.isEmpty())
            title = titleOf(slo->service.isEmpty() ? slo->name : tr("%1 of %2").arg(slo->name, slo->service),
                IncidentEntries::place(*slo));
    }
    for (IncidentPlace &place : incident.places) {
        if (place.clusterId.isEmpty() && m_sources.river)
            place.clusterId = m_sources.river->clusterCalled(place.cluster);
    }
    incident.title = title;
}

void IncidentGatherer::watch(const QString &id)
{
    const IncidentRecord *record = m_store.record(id);
    if (!record || m_watches.contains(id))
        return;
    auto watch = std::make_unique<Watch>();
    watch->id = id;
    watch->since = record->incident.begun.addSecs(-std::chrono::seconds(reach).count());
    Watch &one = *m_watches.emplace(id, std::move(watch)).first->second;
    if (m_sources.alerts) {
        for (const Alert &alert : m_sources.alerts->table()->rows())
            lookAt(one, alert);
        const QList<EndedAlert> history = m_sources.alerts->history();
        for (const EndedAlert &ended : history)
            takeEnd(one, ended);
        for (const Silence &silence : m_sources.alerts->silences()->rows())
            lookAt(one, silence);
    }
    if (m_sources.slos) {
        for (const Slo &slo : m_sources.slos->table()->rows())
            lookAtSlo(one, slo);
    }
    poll();
}

void IncidentGatherer::stop(const QString &id)
{
    const auto found = m_watches.find(id);
    if (found == m_watches.end())
        return;
    found->second->ended = true;
    flush();
    readFor(id); // what the cluster has learnt until now; it is forgotten with that
}

void IncidentGatherer::put(const QString &id, const TimelineEntry &entry)
{
    if (m_pending.isEmpty()) // a storm is added, and written, all at once
        QMetaObject::invokeMethod(this, &IncidentGatherer::flush, Qt::QueuedConnection);
    m_pending[id].append(entry);
}

void IncidentGatherer::flush()
{
    const auto pending = std::exchange(m_pending, {});
    for (auto entries = pending.begin(); entries != pending.end(); ++entries)
        m_store.add(entries.key(), entries.value());
}

bool IncidentGatherer::belongs(const Watch &watch, const IncidentPlace &place) const
{
    const IncidentRecord *record = m_store.record(watch.id);
    if (!record || place.namespaceName.isEmpty())
        return false;
    return std::ranges::any_of(record->incident.places, [&place](const IncidentPlace &of) {
        return AlertScope::sameNamespace({of.cluster, of.namespaceName}, {place.cluster, place.namespaceName});
    });
}

void IncidentGatherer::lookAtAlerts(const QList<int> &rows)
{
    if (m_watches.empty())
        return;
    for (const int row : rows) {
        const Alert &alert = m_sources.alerts->table()->at(row);
        for (const auto &[id, watch] : m_watches)
            lookAt(*watch, alert);
    }
}

void IncidentGatherer::lookAt(Watch &watch, const Alert &alert)
{
    const IncidentRecord *record = m_store.record(watch.id);
    if (!record || watch.ended || alert.state.id == u"pending")
        return;
    const auto known = watch.alerts.constFind(alert.key);
    if (known == watch.alerts.cend()) {
        const IncidentPlace place = IncidentEntries::place(alert);
        if (!record->incident.alerts.contains(alert.key) && !belongs(watch, place))
            return;
        put(watch.id, IncidentEntries::alertBegan(alert));
        watch.labels.insert(alert.key, alert.labels);
        m_store.widen(watch.id, {alert.key}, {});
        if (alert.state.id != u"firing" && alert.state.id != u"unprocessed")
            put(watch.id, IncidentEntries::alertState(alert, m_clock.now()));
    } else if (*known == alert.state.id) {
        return;
    } else if (*known == u"ended") {
        put(watch.id, IncidentEntries::alertBegan(alert)); // again
    } else {
        put(watch.id, IncidentEntries::alertState(alert, m_clock.now()));
    }
    watch.alerts.insert(alert.key, alert.state.id);
    if (const auto claimed = IncidentEntries::alertClaimed(alert, m_clock.now()))
        put(watch.id, *claimed);
}

void IncidentGatherer::takeEnd(Watch &watch, const EndedAlert &ended)
{
    const Alert &alert = ended.alert;
    const IncidentRecord *record = m_store.record(watch.id);
    if (!record || watch.ended || ended.ended < watch.since)
        return;
    if (!watch.alerts.contains(alert.key)) {
        const bool named = record->incident.alerts.contains(alert.key);
        if (!named && !belongs(watch, IncidentEntries::place(alert)))
            return;
        put(watch.id, IncidentEntries::alertBegan(alert));
    }
    put(watch.id, IncidentEntries::alertEnded(alert, ended.ended));
    watch.labels.insert(alert.key, alert.labels);
    watch.alerts.insert(alert.key, u"ended"_s);
}

void IncidentGatherer::lookAtSlo(Watch &watch, const Slo &slo)
{
    const IncidentRecord *record = m_store.record(watch.id);
    if (!record || watch.ended)
        return;
    const bool burns = isBurning(slo.state.id);
    const bool known = watch.slos.contains(slo.key);
    if (!known && !record->incident.slos.contains(slo.key)
        && (!burns || watch.slos.size() >= mostSlos || !belongs(watch, IncidentEntries::place(slo))))
        return;
    const QDateTime now = m_clock.now();
    const QString before = watch.slos.value(slo.key);
    // Who does not know whether it burns does not know that it does not.
    const bool knows = burns || slo.state.id == u"fine" || slo.state.id == u"low-traffic";
    if (knows) {
        if (burns && !isBurning(before))
            put(watch.id, IncidentEntries::burn(slo, Phase::Begin, now));
        else if (burns && before != slo.state.id)
            put(watch.id, IncidentEntries::burn(slo, Phase::State, now));
        else if (!burns && isBurning(before))
            put(watch.id, IncidentEntries::burn(slo, Phase::End, now));
        watch.slos.insert(slo.key, slo.state.id);
    }
    m_store.addFigure(watch.id, IncidentEntries::figure(slo, now));
}

void IncidentGatherer::lookAtSilences(const QList<int> &rows)
{
    if (m_watches.empty())
        return;
    for (const int row : rows) {
        const Silence &silence = m_sources.alerts->silences()->at(row);
        for (const auto &[id, watch] : m_watches)
            lookAt(*watch, silence);
    }
}

void IncidentGatherer::lookAt(Watch &watch, const Silence &silence)
{
    if (watch.ended || !silence.claimOf.isEmpty() || watch.silences.value(silence.id) == silence.state.id)
        return;
    const bool hides
        = std::ranges::any_of(watch.labels, [&silence](const auto &labels) { return silence.matches(labels); });
    if ((!hides && !watch.silences.contains(silence.id)) || silence.endsAt < watch.since)
        return;
    if (!watch.silences.contains(silence.id))
        put(watch.id, IncidentEntries::silenceBegan(silence));
    if (silence.state.id == u"expired")
        put(watch.id, IncidentEntries::silenceEnded(silence));
    watch.silences.insert(silence.id, silence.state.id);
}

void IncidentGatherer::poll()
{
    m_again.reset();
    if (m_watches.empty())
        return;
    m_again = m_clock.after(pace, [this] { poll(); });
    QStringList ids;
    for (const auto &[id, watch] : m_watches) {
        if (!watch->ended || watch->open > 0)
            ids.append(id);
    }
    if (m_sources.alerts) // one that silences an alert may have been read before the alert was
        lookAtSilences(allRows(*m_sources.alerts->silences()));
    for (const QString &id : std::as_const(ids))
        readFor(id);
}

void IncidentGatherer::readFor(const QString &id)
{
    const IncidentRecord *record = m_store.record(id);
    Watch &watch = *m_watches.at(id);
    // A cluster that is disconnected meanwhile does not answer.
    const bool late = m_clock.elapsed() - watch.asked >= patience;
    if (!record || (watch.open > 0 && !late && (!watch.ended || watch.last)))
        return;
    watch.last = watch.ended;
    const quint64 round = ++watch.round;
    watch.asked = m_clock.elapsed();
    watch.open = 0;
    if (m_sources.archive) {
        ++watch.open;
        m_sources.archive->between(watch.since, m_clock.now().addSecs(1),
            [self = QPointer(this), id, round](const QList<RecordedChange> &changes) {
                if (Watch *of = self ? self->waiting(id, round) : nullptr)
                    self->takeChanges(*of, changes);
            });
    }
    QSet<QString> asked;
    const QList<IncidentPlace> places = record->incident.places;
    for (const IncidentPlace &place : places) {
        if (!m_reader || place.clusterId.isEmpty() || place.namespaceName.isEmpty()
            || asked.contains(namespaceKey(place)) || asked.size() >= mostNamespaces)
            continue;
        asked.insert(namespaceKey(place));
        ++watch.open;
        m_reader->read(
            place.clusterId, place.namespaceName, this, [this, id, round, place](const NamespaceHistory &history) {
                if (Watch *of = waiting(id, round))
                    takeHistory(*of, place, history);
            });
    }
    if (watch.open == 0)
        addCandidates(id);
}

//! Null when nobody waits for that any more.
IncidentGatherer::Watch *IncidentGatherer::waiting(const QString &id, quint64 round) const
{
    const auto found = m_watches.find(id);
    return found != m_watches.end() && found->second->round == round ? found->second.get() : nullptr;
}

void IncidentGatherer::takeChanges(Watch &watch, const QList<RecordedChange> &changes)
{
    watch.changes.clear();
    for (const RecordedChange &change : changes)
        watch.changes += ChangeSuspects::of(change);
    --watch.open;
    addCandidates(watch.id);
}

void IncidentGatherer::takeHistory(Watch &watch, const IncidentPlace &place, const NamespaceHistory &history)
{
    for (const NamespaceEvent &event : history.events) {
        if (event.time >= watch.since)
            put(watch.id, IncidentEntries::event(event, place.cluster, place.tenant));
    }
    QList<SuspectCandidate> rollouts;
    for (const RolloutStep &step : history.steps) {
        if (step.time >= watch.since)
            rollouts.append(step.candidate(place.cluster, place.tenant));
    }
    if (history.problems.isEmpty() || !rollouts.isEmpty())
        watch.rollouts.insert(namespaceKey(place), rollouts);
    --watch.open;
    addCandidates(watch.id);
}

//! When everything has been read that was asked for: a change and the rollout that it brought are one entry.
void IncidentGatherer::addCandidates(const QString &id)
{
    const auto found = m_watches.find(id);
    const IncidentRecord *record = m_store.record(id);
    if (found == m_watches.end() || !record || found->second->open > 0)
        return;
    const Watch &watch = *found->second;
    QList<SuspectCandidate> own = watch.changes;
    QSet<QUuid> archived;
    for (const SuspectCandidate &one : std::as_const(own))
        archived.insert(one.change);
    for (const EndedChange &change : m_sources.river ? m_sources.river->ended() : QList<EndedChange>()) {
        if (!archived.contains(change.change.id) && change.time >= watch.since)
            own += ChangeSuspects::of(change, m_sources.river->user(change.change.cluster));
    }
    QList<SuspectCandidate> rollouts;
    for (const QList<SuspectCandidate> &each : watch.rollouts)
        rollouts += each;
    const QList<SuspectCandidate> all = ChangeSuspects::together(own, rollouts);
    for (const SuspectCandidate &candidate : all) {
        TimelineEntry entry = IncidentSuspects::entry(candidate);
        entry.place = IncidentEntries::placeText(candidate.namespaceName, candidate.cluster);
        put(id, entry);
    }
    if (watch.ended) {
        flush();
        m_watches.erase(found);
    }
}
