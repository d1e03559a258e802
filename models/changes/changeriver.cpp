// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/changeriver.h"

#include "backends/core/clock.h"
#include "backends/core/random.h"
#include "backends/core/result.h"
#include "models/changes/changejournal.h"
#include "models/changes/changerun.h"

#include <algorithm>
#include <array>

struct ChangeRiver::Place
{
    QString id;
    QString user;
    ChangePlace is;
    std::vector<std::unique_ptr<ChangeRun>> runs;
};

//! A question for what would take a change back.
struct ChangeRiver::Undoing
{
    QPointer<QObject> context;
    std::function<void(const Undo &)> done;
    RecordedChange recorded;
    QList<ObjectImage> live;

    void tell(const Undo &undo) const
    {
        if (context)
            done(undo);
    }
    void refuse(const QString &why) const
    {
        Undo undo;
        undo.sentence = why;
        tell(undo);
    }
};

ChangeRiver::ChangeRiver(const Clock &clock, RandomSource &random, QObject *parent)
    : QObject(parent), m_clock(clock), m_random(random), m_rights(clock)
{
}

ChangeRiver::~ChangeRiver() = default;

void ChangeRiver::setPolicy(const ChangePolicy &policy)
{
    m_policy = policy;
    Q_EMIT policyChanged();
}

ChangeRiver::Place *ChangeRiver::find(const QString &id) const
{
    const auto found
        = std::find_if(m_places.begin(), m_places.end(), [&id](const auto &place) { return place->id == id; });
    return found == m_places.end() ? nullptr : found->get();
}

//! Servers tell clusters apart; where several identities are connected to one, the name tells which was meant.
ChangeRiver::Place *ChangeRiver::placeOf(const RecordedChange &recorded) const
{
    Place *best = nullptr;
    for (const auto &place : m_places) {
        if (place->is.server != recorded.server)
            continue;
        if (!best || place->is.name == recorded.change.clusterName)
            best = place.get();
    }
    return best;
}

void ChangeRiver::addCluster(const QString &id, ChangePlace place)
{
    removeCluster(id);
    m_places.push_back(std::make_unique<Place>(Place{id, {}, std::move(place), {}}));
    m_rights.addCluster(id, *m_places.back()->is.target);
    Q_EMIT clustersChanged();
    lookForUnfinished();
}

void ChangeRiver::setCluster(const QString &id, const QString &name, const QString &user)
{
    Place *place = find(id);
    if (!place || (place->is.name == name && place->user == user))
        return;
    place->is.name = name;
    place->user = user;
    Q_EMIT clustersChanged();
}

void ChangeRiver::removeCluster(const QString &id)
{
    const auto found
        = std::find_if(m_places.begin(), m_places.end(), [&id](const auto &place) { return place->id == id; });
    if (found == m_places.end())
        return;
    m_rights.removeCluster(id);
    const auto place = std::move(*found); // its runs go before what they ask
    m_places.erase(found);
    Q_EMIT clustersChanged();
    lookForUnfinished();
}

bool ChangeRiver::hasCluster(const QString &id) const
{
    return find(id) != nullptr;
}

QString ChangeRiver::clusterName(const QString &id) const
{
    const Place *place = find(id);
    return place ? place->is.name : QString();
}

QString ChangeRiver::clusterCalled(const QString &name) const
{
    for (const auto &place : m_places) {
        if (place->is.name == name || place->id == name)
            return place->id;
    }
    return {};
}

QString ChangeRiver::user(const QString &id) const
{
    const Place *place = find(id);
    return place ? place->user : QString();
}

QDateTime ChangeRiver::now() const
{
    return m_clock.now();
}

//! RFC 4122, 4.4: by chance.
QUuid ChangeRiver::newId() const
{
    std::array<uchar, 16> bytes{};
    for (uchar &byte : bytes)
        byte = uchar(m_random.uniform() * 256);
    bytes[6] = (bytes[6] & 0x0F) | 0x40;
    bytes[8] = (bytes[8] & 0x3F) | 0x80;
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

Change ChangeRiver::newChange(const QString &clusterId, ChangeKind kind) const
{
    Change change;
    change.id = newId();
    change.cluster = clusterId;
    change.clusterName = clusterName(clusterId);
    change.kind = kind;
    return change;
}

ChangeRun *ChangeRiver::makeRun(const Change &change)
{
    Place *place = find(change.cluster);
    if (!place)
        return nullptr;
    auto made = std::make_unique<ChangeRun>(
        change, ChangeRun::Surroundings{*place->is.target, *place->is.journal, m_clock, m_policy, place->user});
    ChangeRun *run = made.get();
    place->runs.push_back(std::move(made));
    connect(
        run, &ChangeRun::ended, this, [this, run](const ChangeOutcome &outcome) { takeEnd(run, outcome); },
        Qt::QueuedConnection); // after everybody else has been told
    Q_EMIT began(run);
    return run;
}

ChangeRun *ChangeRiver::begin(const Change &change)
{
    ChangeRun *run = makeRun(change);
    if (run)
        QMetaObject::invokeMethod(run, &ChangeRun::start, Qt::QueuedConnection);
    return run;
}

void ChangeRiver::notice(const QString &clusterId, const ObjectName &object)
{
    const Place *place = find(clusterId);
    if (!place)
        return;
    for (const auto &run : place->runs)
        run->notice(object);
}

void ChangeRiver::takeEnd(ChangeRun *run, const ChangeOutcome &outcome)
{
    Place *place = find(run->change().cluster);
    if (!place)
        return;
    const auto isIt = [run](const auto &one) { return one.get() == run; };
    const auto found = std::find_if(place->runs.begin(), place->runs.end(), isIt);
    if (found == place->runs.end())
        return;
    const auto gone = std::move(*found); // at the end of this
    place->runs.erase(found);
    forget(run->change().id);
    // One that was given up before anything was asked of the cluster is no change that anybody would look for.
    if (outcome.kind != ChangeOutcome::Kind::Cancelled) {
        m_ended.prepend({run->change(), outcome, m_clock.now()});
        if (m_ended.size() > mostEnded)
            m_ended.removeLast();
    }
    Q_EMIT changeEnded({run->change(), outcome, m_clock.now()});
}

void ChangeRiver::setArchive(ChangeArchive *archive)
{
    m_archive = archive;
    lookForUnfinished();
}

void ChangeRiver::setUnfinishedAge(std::chrono::seconds age)
{
    m_unfinishedAge = age;
}

void ChangeRiver::lookForUnfinished()
{
    if (!m_archive)
        return;
    m_archive->unfinished([self = QPointer(this)](const QList<RecordedChange> &found) {
        if (self)
            self->takeUnfinished(found);
    });
}

UnfinishedChange ChangeRiver::judge(RecordedChange recorded) const
{
    UnfinishedChange unfinished{std::move(recorded), {}};
    Change &change = unfinished.recorded.change;
    if (const Place *place = placeOf(unfinished.recorded)) {
        change.cluster = place->id;
        change.clusterName = place->is.name;
    } else {
        unfinished.problem = tr("%1 is not connected. Connect it to see what became of this.").arg(change.clusterName);
    }
    if (unfinished.recorded.incomplete)
        unfinished.problem = tr("It holds secret values, which are not kept, so it cannot go on by itself. Look at its "
                                "objects in %1, and close it here.")
                                 .arg(change.clusterName);
    return unfinished;
}

void ChangeRiver::takeUnfinished(const QList<RecordedChange> &found)
{
    QList<UnfinishedChange> unfinished;
    bool young = false;
    const QDateTime oldEnough = m_clock.now().addSecs(-m_unfinishedAge.count());
    for (const RecordedChange &recorded : found) {
        const bool own = std::any_of(m_places.begin(), m_places.end(), [&recorded](const auto &place) {
            return std::any_of(place->runs.begin(), place->runs.end(),
                [&recorded](const auto &run) { return run->change().id == recorded.change.id; });
        });
        if (own)
            continue;
        if (recorded.time > oldEnough)
            young = true;
        else
            unfinished.append(judge(recorded));
    }
    m_lookAgain = young ? m_clock.after(m_unfinishedAge, [this] { lookForUnfinished(); }) : nullptr;
    if (std::exchange(m_unfinishedKnown, true) && unfinished == m_unfinished)
        return;
    m_unfinished = unfinished;
    Q_EMIT unfinishedChanged();
}

void ChangeRiver::forget(const QUuid &unfinished)
{
    const auto removed = m_unfinished.removeIf(
        [&unfinished](const UnfinishedChange &one) { return one.recorded.change.id == unfinished; });
    if (removed > 0)
        Q_EMIT unfinishedChanged();
}

ChangeRun *ChangeRiver::resume(const QUuid &id)
{
    const auto found = std::find_if(m_unfinished.begin(), m_unfinished.end(),
        [&id](const UnfinishedChange &one) { return one.recorded.change.id == id && one.problem.isEmpty(); });
    if (found == m_unfinished.end())
        return nullptr;
    const RecordedChange recorded = found->recorded;
    ChangeRun *run = makeRun(recorded.change);
    if (!run)
        return nullptr;
    QMetaObject::invokeMethod(
        run, [run, answered = recorded.results] { run->resume(answered); }, Qt::QueuedConnection);
    forget(id);
    return run;
}

void ChangeRiver::putBack(const QUuid &id)
{
    for (const auto &place : m_places) {
        const auto found = std::find_if(place->runs.begin(), place->runs.end(),
            [&id](const auto &run) { return run->change().id == id && run->stage() <= ChangeStage::Confirming; });
        if (found == place->runs.end())
            continue;
        found->release()->deleteLater(); // this may be called from within its signals
        place->runs.erase(found);
        lookForUnfinished();
        return;
    }
}

void ChangeRiver::giveUp(const QUuid &id)
{
    const auto found = std::find_if(m_unfinished.begin(), m_unfinished.end(),
        [&id](const UnfinishedChange &one) { return one.recorded.change.id == id; });
    const Place *place = found == m_unfinished.end() ? nullptr : placeOf(found->recorded);
    if (!place)
        return;
    QList<EditResult> results = found->recorded.results;
    for (EditResult &result : results) {
        if (result.state == EditResult::State::NotSent)
            result.state = EditResult::State::Unknown;
    }
    const ChangeOutcome outcome = ChangeText::sumUp(results, place->is.name);
    place->is.journal->recordEnded(found->recorded.change, outcome, [self = QPointer(this)](const Result<void> &) {
        if (self)
            self->lookForUnfinished();
    });
}

void ChangeRiver::read(
    const QString &clusterId, const ObjectName &object, QObject *context, std::function<void(const ReadAnswer &)> done)
{
    const auto tell = [context = QPointer(context), done = std::move(done), told = std::make_shared<bool>(false)](
                          const ReadAnswer &answer) {
        if (context && !std::exchange(*told, true))
            done(answer);
    };
    if (const Place *place = find(clusterId)) {
        place->is.target->read(object, tell);
        return;
    }
    ReadAnswer answer;
    answer.sentence = tr("The cluster is not connected. Connect it and try again.");
    QMetaObject::invokeMethod(
        this, [tell, answer] { tell(answer); }, Qt::QueuedConnection);
}

void ChangeRiver::undo(const QUuid &id, QObject *context, std::function<void(const Undo &)> done)
{
    const auto undoing = std::make_shared<Undoing>(Undoing{context, std::move(done), {}, {}});
    const auto found = std::find_if(
        m_ended.begin(), m_ended.end(), [&id](const EndedChange &ended) { return ended.change.id == id; });
    if (found != m_ended.end()) {
        undoOne({found->change, {}, found->outcome.results, found->time, true, false}, undoing);
    } else if (m_archive) {
        m_archive->change(id, [self = QPointer(this), undoing](const std::optional<RecordedChange> &recorded) {
            if (!self)
                return;
            if (recorded)
                self->undoOne(self->judge(*recorded).recorded, undoing);
            else
                undoing->refuse(tr("The journal does not hold this change, so it cannot be undone from here."));
        });
    } else {
        QMetaObject::invokeMethod(
            this,
            [undoing] { undoing->refuse(tr("This change is not known any more, so it cannot be undone from here.")); },
            Qt::QueuedConnection);
    }
}

void ChangeRiver::undoOne(const RecordedChange &done, const std::shared_ptr<Undoing> &undoing)
{
    undoing->recorded = done;
    if (done.incomplete)
        undoing->refuse(tr("It holds secret values, which are not kept, so it cannot be undone from here."));
    else
        readForUndo(undoing);
}

void ChangeRiver::readForUndo(const std::shared_ptr<Undoing> &undoing)
{
    const Change &change = undoing->recorded.change;
    const qsizetype next = undoing->live.size();
    const Place *place = find(change.cluster);
    if (!place) {
        undoing->refuse(tr("%1 is not connected. Connect it to undo this.").arg(change.clusterName));
    } else if (next == change.edits.size()) {
        undoing->tell(undoOf(change, undoing->recorded.results, undoing->live, newId()));
    } else {
        place->is.target->read(
            change.edits[next].object, [self = QPointer(this), undoing, next](const ReadAnswer &answer) {
                if (!self || undoing->live.size() != next) // an answer that comes twice
                    return;
                if (answer.kind == ReadAnswer::Kind::Failed) {
                    undoing->refuse(answer.sentence);
                    return;
                }
                undoing->live.append(answer.object);
                self->readForUndo(undoing);
            });
    }
}
