// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/incidentgatherer.h"

#include "backends/core/clock.h"
#include "models/alerts/alertstore.h"
#include "models/alerts/alerttablemodel.h"
#include "models/alerts/silencetablemodel.h"
#include "models/changes/changeriver.h"
#include "models/incidents/incidententries.h"
#include "models/incidents/incidentstore.h"
#include "models/incidents/incidentsuspects.h"
#include "models/incidents/incidentwatch.h"
#include "models/slo/changesuspects.h"
#include "models/slo/namespacereader.h"
#include "models/slo/slostore.h"
#include "models/slo/slotablemodel.h"

#include <QPointer>
#include <QSet>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

//! One that is open: what was seen of it, and what is being read for it.
struct IncidentGatherer::Open
{
    IncidentWatch watch;
    QList<SuspectCandidate> changes;
    QHash<QString, QList<SuspectCandidate>> rollouts; // by namespace
    bool last = false; // it is read for the last time
    int unanswered = 0; // readings that are on their way
    quint64 round = 0; // of readings
    std::chrono::milliseconds asked{0};
};

namespace {

QList<int> rowsFrom(int first, int last)
{
    QList<int> rows(last - first + 1);
    std::iota(rows.begin(), rows.end(), first);
    return rows;
}

QString namespaceKey(const IncidentPlace &place)
{
    return QString(place.clusterId + u'/' + place.namespaceName);
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
        m_reader = new NamespaceReader(*m_sources.river, m_clock, this);
    m_store.setDescribe([this](Incident &incident) { describe(incident); });
    connect(&m_store, &IncidentStore::began, this, &IncidentGatherer::watch);
    connect(&m_store, &IncidentStore::ended, this, &IncidentGatherer::stop);
    if (m_sources.alerts)
        follow();
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

void IncidentGatherer::follow()
{
    const auto followTable = [this](const auto *table) {
        connect(table, &TableModel::rowsChanged, this, [this, table](const QList<int> &rows) { lookAt(*table, rows); });
        connect(table, &QAbstractItemModel::rowsInserted, this,
            [this, table](const QModelIndex &, int first, int last) { lookAt(*table, rowsFrom(first, last)); });
    };
    followTable(m_sources.alerts->table());
    followTable(m_sources.alerts->silences());
    connect(m_sources.alerts, &AlertStore::ended, this, [this](const EndedAlert &ended) {
        for (const auto &[id, open] : m_open)
            open->watch.takeEnd(ended);
    });
}

template <typename Record>
void IncidentGatherer::lookAt(const RecordTableModel<Record> &table, const QList<int> &rows)
{
    if (m_open.empty())
        return;
    for (const int row : rows) {
        for (const auto &[id, open] : m_open)
            open->watch.look(table.at(row));
    }
}

void IncidentGatherer::followSlos()
{
    connect(m_sources.slos, &SloStore::slosChanged, this, [this](const QStringList &keys) {
        if (m_open.empty())
            return;
        for (const QString &key : keys) {
            const Slo *slo = m_sources.slos->find(key);
            for (const auto &[id, open] : m_open) {
                if (slo)
                    open->watch.look(*slo);
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
    if (!record || m_open.contains(id))
        return;
    const QDateTime since = record->incident.begun.addSecs(-std::chrono::seconds(reach).count());
    auto open = std::make_unique<Open>(
        Open{{m_store, m_clock, id, since, [this, id](const TimelineEntry &entry) { put(id, entry); },
                 [this](const Slo &slo) { return isCovered(slo); }},
            {}, {}});
    IncidentWatch &watch = m_open.emplace(id, std::move(open)).first->second->watch;
    if (m_sources.alerts) {
        for (const Alert &alert : m_sources.alerts->table()->rows())
            watch.look(alert);
        const QList<EndedAlert> history = m_sources.alerts->history();
        for (const EndedAlert &ended : history)
            watch.takeEnd(ended);
        for (const Silence &silence : m_sources.alerts->silences()->rows())
            watch.look(silence);
    }
    if (m_sources.slos) {
        for (const Slo &slo : m_sources.slos->table()->rows())
            watch.look(slo);
    }
    poll();
}

//! The console's own objectives are for what nobody wrote rules for.
bool IncidentGatherer::isCovered(const Slo &slo) const
{
    if (slo.source != u"console" || !m_sources.slos)
        return false;
    const IncidentPlace place = IncidentEntries::place(slo);
    return std::ranges::any_of(m_sources.slos->table()->rows(), [&slo, &place](const Slo &other) {
        return other.name == slo.name && other.source != slo.source && IncidentEntries::place(other) == place;
    });
}

void IncidentGatherer::stop(const QString &id)
{
    const auto found = m_open.find(id);
    if (found == m_open.end())
        return;
    found->second->watch.end();
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

void IncidentGatherer::poll()
{
    m_again.reset();
    if (m_open.empty())
        return;
    m_again = m_clock.after(pace, [this] { poll(); });
    QStringList ids;
    for (const auto &[id, open] : m_open) {
        if (!open->watch.ended() || open->unanswered > 0)
            ids.append(id);
        wantCourses(open->watch);
    }
    if (m_sources.alerts) { // one that silences an alert may have been read before the alert was
        const SilenceTableModel *silences = m_sources.alerts->silences();
        lookAt(*silences, rowsFrom(0, silences->rowCount() - 1));
    }
    for (const QString &id : std::as_const(ids))
        readFor(id);
}

void IncidentGatherer::wantCourses(IncidentWatch &watch)
{
    constexpr qint64 mostSteps = 1000;
    const qint64 from = watch.since().toMSecsSinceEpoch();
    const qint64 to = m_clock.now().toMSecsSinceEpoch();
    const std::chrono::seconds step(std::max<qint64>(5, (to - from) / 1000 / mostSteps));
    const QStringList keys = watch.wantCourses();
    for (const QString &key : keys) {
        if (const Slo *slo = m_sources.slos ? m_sources.slos->find(key) : nullptr)
            Q_EMIT courseWanted(*slo, from, to, step);
    }
}

void IncidentGatherer::takeCourse(const SloCourse &course)
{
    const Slo *slo = m_sources.slos ? m_sources.slos->find(course.key) : nullptr;
    if (!slo || !course.problem.isEmpty())
        return;
    for (const auto &[id, open] : m_open)
        open->watch.take(*slo, course);
}

void IncidentGatherer::readFor(const QString &id)
{
    const IncidentRecord *record = m_store.record(id);
    Open &open = *m_open.at(id);
    const bool ended = open.watch.ended();
    // A cluster that is disconnected meanwhile does not answer.
    const bool late = m_clock.elapsed() - open.asked >= patience;
    if (!record || (open.unanswered > 0 && !late && (!ended || open.last)))
        return;
    open.last = ended;
    const quint64 round = ++open.round;
    open.asked = m_clock.elapsed();
    open.unanswered = 0;
    if (m_sources.archive) {
        ++open.unanswered;
        m_sources.archive->between(open.watch.since(), m_clock.now().addSecs(1),
            [self = QPointer(this), id, round](const QList<RecordedChange> &changes) {
                Open *of = self ? self->waiting(id, round) : nullptr;
                if (!of)
                    return;
                of->changes.clear();
                for (const RecordedChange &change : changes)
                    of->changes += ChangeSuspects::of(change);
                self->finish(id);
            });
    }
    QSet<QString> asked;
    const QList<IncidentPlace> places = record->incident.places;
    for (const IncidentPlace &place : places) {
        if (!m_reader || place.clusterId.isEmpty() || place.namespaceName.isEmpty()
            || asked.contains(namespaceKey(place)) || asked.size() >= mostNamespaces)
            continue;
        asked.insert(namespaceKey(place));
        ++open.unanswered;
        m_reader->read(
            place.clusterId, place.namespaceName, this, [this, id, round, place](const NamespaceHistory &history) {
                if (Open *of = waiting(id, round)) {
                    takeHistory(id, *of, place, history);
                    finish(id);
                }
            });
    }
    if (open.unanswered == 0) {
        ++open.unanswered;
        finish(id);
    }
}

//! Null when nobody waits for that any more.
IncidentGatherer::Open *IncidentGatherer::waiting(const QString &id, quint64 round) const
{
    const auto found = m_open.find(id);
    return found != m_open.end() && found->second->round == round ? found->second.get() : nullptr;
}

void IncidentGatherer::takeHistory(
    const QString &id, Open &open, const IncidentPlace &place, const NamespaceHistory &history)
{
    const QDateTime since = open.watch.since();
    for (const NamespaceEvent &event : history.events) {
        if (event.time >= since)
            put(id, IncidentEntries::event(event, place.cluster, place.tenant));
    }
    QList<SuspectCandidate> rollouts;
    for (const RolloutStep &step : history.steps) {
        if (step.time >= since)
            rollouts.append(step.candidate(place.cluster, place.tenant));
    }
    if (history.problems.isEmpty() || !rollouts.isEmpty())
        open.rollouts.insert(namespaceKey(place), rollouts);
}

//! When everything has been read that was asked for: a change and the rollout that it brought are one entry.
void IncidentGatherer::finish(const QString &id)
{
    const auto found = m_open.find(id);
    if (--found->second->unanswered > 0)
        return;
    const QList<SuspectCandidate> all = candidates(*found->second);
    for (const SuspectCandidate &candidate : all) {
        TimelineEntry entry = IncidentSuspects::entry(candidate);
        entry.place = IncidentEntries::placeText(candidate.namespaceName, candidate.cluster);
        put(id, entry);
    }
    if (found->second->watch.ended()) {
        flush();
        m_open.erase(found);
    }
}

QList<SuspectCandidate> IncidentGatherer::candidates(const Open &open) const
{
    QList<SuspectCandidate> own = open.changes;
    QSet<QUuid> archived;
    for (const SuspectCandidate &one : std::as_const(own))
        archived.insert(one.change);
    for (const EndedChange &change : m_sources.river ? m_sources.river->ended() : QList<EndedChange>()) {
        if (!archived.contains(change.change.id) && change.time >= open.watch.since())
            own += ChangeSuspects::of(change, m_sources.river->user(change.change.cluster));
    }
    QList<SuspectCandidate> rollouts;
    for (const QList<SuspectCandidate> &each : open.rollouts)
        rollouts += each;
    return ChangeSuspects::together(own, rollouts);
}
