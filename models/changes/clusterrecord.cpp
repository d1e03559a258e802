// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/clusterrecord.h"

#include "backends/core/clock.h"
#include "backends/records/journal/journalstore.h"
#include "models/changes/recordobjects.h"

#include <QPointer>
#include <QRegularExpression>

using namespace Records;

//! The record of one change, on its way.
struct ClusterRecord::Job
{
    Change change;
    QList<qsizetype> edits;
    QList<JournalEntry> last; // one for each of them
    QDateTime time;
    ObjectName map;
    QByteArray line; // the summary
    int tries = 0;
    QString mapText; // what became of the summary
    QStringList eventTexts; // and of the events
    qsizetype recorded = 0;
};

namespace {

constexpr char mark[] = "Audit-ID ";
constexpr qsizetype longestSentence = 600;

QString place(const ObjectName &object)
{
    return object.kind + u' ' + object.namespaceName + u'/' + object.name;
}

QString withId(const QString &text, const QUuid &auditId)
{
    return text + QLatin1String(", ") + QLatin1String(mark) + auditId.toString(QUuid::WithoutBraces);
}

//! Nothing that a server says may look like an id of ours.
QString said(QString sentence)
{
    sentence = sentence.left(longestSentence).simplified();
    while (sentence.endsWith(u'.'))
        sentence.chop(1);
    return sentence.replace(QLatin1String(mark), QLatin1String("Audit ID "));
}

QString rightKey(const Guard::RightQuestion &question)
{
    const ObjectName &object = question.object;
    return question.verb + u' ' + object.resource + u' ' + object.namespaceName + u'/' + object.name;
}

Guard::RightQuestion question(const QString &verb, ObjectName object)
{
    if (verb == QLatin1String("create"))
        object.name.clear(); // the server does not ask about names of what is not there yet
    return {verb, std::move(object)};
}

bool isShown(JournalStage stage)
{
    return stage == JournalStage::Verified || stage == JournalStage::Undone;
}

} // namespace

ClusterRecord::ClusterRecord(
    ChangeTarget &target, JournalStore &store, const Clock &clock, Settings settings, QObject *parent)
    : QObject(parent), m_target(target), m_store(store), m_clock(clock), m_settings(std::move(settings))
{
}

ClusterRecord::~ClusterRecord() = default;

QUuid ClusterRecord::auditIdOfSummary(const QUuid &change)
{
    return QUuid::createUuidV5(change, QByteArrayLiteral("cluster record"));
}

QUuid ClusterRecord::auditIdOfEvent(const QUuid &change, qsizetype edit)
{
    return QUuid::createUuidV5(change, "cluster event " + QByteArray::number(edit));
}

QList<QUuid> ClusterRecord::auditIds(const QString &clusterRecord)
{
    static const QRegularExpression form(
        QLatin1String(mark) + QStringLiteral("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"));
    QList<QUuid> ids;
    for (auto match = form.globalMatch(clusterRecord); match.hasNext();)
        ids.append(QUuid::fromString(match.next().captured(1)));
    return ids;
}

quint64 ClusterRecord::await(std::function<void()> late)
{
    const quint64 ticket = ++m_ticket;
    m_alarm = m_clock.after(patience, [this, ticket, late = std::move(late)] {
        if (redeem(ticket)) {
            const auto tell = late; // the next question takes this alarm's place
            tell();
        }
    });
    return ticket;
}

bool ClusterRecord::redeem(quint64 ticket)
{
    if (ticket != m_ticket)
        return false;
    ++m_ticket;
    return true;
}

template <typename Answer>
std::function<void(const Answer &)> ClusterRecord::awaited(
    const Answer &late, void (ClusterRecord::*take)(const Answer &))
{
    const quint64 ticket = await([this, late, take] { (this->*take)(late); });
    return [record = QPointer<ClusterRecord>(this), ticket, take](const Answer &answer) {
        if (record && record->redeem(ticket))
            (record.data()->*take)(answer);
    };
}

void ClusterRecord::later(std::chrono::milliseconds delay, void (ClusterRecord::*step)())
{
    m_alarm = m_clock.after(delay, [this, step] {
        const auto next = step; // it sets another alarm
        (this->*next)();
    });
}

void ClusterRecord::keep(const Change &change, const QList<qsizetype> &edits, const QList<JournalEntry> &last)
{
    if (m_settings.nameSpace.isEmpty() || last.isEmpty() || edits.size() != last.size())
        return;
    auto made = std::make_unique<Job>();
    made->change = change;
    made->edits = edits;
    made->last = last;
    made->time = QDateTime::fromMSecsSinceEpoch(last.last().time, Qt::UTC);
    made->map = RecordObjects::mapOf(m_settings.nameSpace, made->time);
    if (m_jobs.size() >= mostWaiting)
        made->mapText = tr("no record in the cluster: too many others waited to be left there");
    m_jobs.push_back(std::move(made));
    if (m_jobs.size() == 1)
        begin();
}

void ClusterRecord::noteUndone(const QUuid &change, const QString &reason)
{
    for (const auto &waiting : m_jobs) {
        if (waiting->change.id != change)
            continue;
        for (JournalEntry &entry : waiting->last) {
            entry.stage = JournalStage::Undone;
            entry.reason = reason;
        }
    }
}

void ClusterRecord::begin()
{
    later(std::chrono::milliseconds(0),
        job().mapText.isEmpty() ? &ClusterRecord::askForRights : &ClusterRecord::recordNext);
}

//! What this record needs and is not known.
QList<Guard::RightQuestion> ClusterRecord::questions()
{
    const auto now = m_clock.elapsed();
    m_rights.removeIf([now](const std::pair<const QString &, Right &> &known) { return known.second.until <= now; });
    QList<Guard::RightQuestion> wanted;
    const auto want = [&](const QString &verb, const ObjectName &object) {
        const Guard::RightQuestion asked = question(verb, object);
        if (!m_rights.contains(rightKey(asked)) && !wanted.contains(asked))
            wanted.append(asked);
    };
    for (const char *verb : {"get", "patch", "create"})
        want(QString::fromLatin1(verb), job().map);
    for (const qsizetype edit : job().edits.mid(0, mostEvents))
        want(QStringLiteral("create"), RecordObjects::eventOf(job().change, edit, {}, {}).object);
    return wanted;
}

void ClusterRecord::askForRights()
{
    const QList<Guard::RightQuestion> wanted = questions();
    if (wanted.isEmpty()) {
        summarise();
        return;
    }
    const auto take = awaited(RightsAnswer(), &ClusterRecord::takeRights);
    m_target.reviewRights(wanted, [this, self = QPointer(this), wanted, take](const RightsAnswer &answer) {
        if (!self)
            return;
        const auto until = m_clock.elapsed() + rightsKept;
        for (qsizetype i = 0; answer.ok && i < wanted.size() && i < answer.answers.size(); ++i)
            m_rights.insert(rightKey(wanted[i]), {answer.answers[i], until});
        take(answer);
    });
}

void ClusterRecord::takeRights(const RightsAnswer &answer)
{
    if (!answer.ok) {
        const QString why
            = answer.sentence.isEmpty() ? tr("it did not say what you may do there") : said(answer.sentence);
        job().mapText = tr("no record in the cluster: %1").arg(why);
        recordNext();
        return;
    }
    summarise();
}

Guard::RightAnswer ClusterRecord::rightTo(const Guard::RightQuestion &question) const
{
    return m_rights.value(rightKey(question)).answer;
}

void ClusterRecord::summarise()
{
    for (const char *verb : {"get", "patch", "create"}) {
        const QString word = QString::fromLatin1(verb);
        const Guard::RightAnswer right = rightTo(question(word, job().map));
        if (right.allowed)
            continue;
        job().mapText = tr("no %1: you may not %2 ConfigMaps there").arg(place(job().map), word);
        if (!right.reason.isEmpty())
            job().mapText += QLatin1String(": ") + said(right.reason);
        nextEvent();
        return;
    }
    const quint64 ticket = await([this] {
        job().mapText = tr("no %1: the journal did not sign it in time").arg(place(job().map));
        nextEvent();
    });
    m_store.summarise(job().last, this, [this, ticket](const Result<ChangeSummary> &summary) {
        if (!redeem(ticket))
            return;
        if (summary) {
            job().line = summary->line();
            readMap();
            return;
        }
        job().mapText
            = tr("no %1: the journal could not sign it: %2").arg(place(job().map), said(summary.error().detail));
        nextEvent();
    });
}

void ClusterRecord::readMap()
{
    ReadAnswer late;
    late.sentence = tr("it was not shown in time");
    m_target.read(job().map, awaited(late, &ClusterRecord::takeMap));
}

void ClusterRecord::takeMap(const ReadAnswer &answer)
{
    const QUuid id = auditIdOfSummary(job().change.id);
    const QString where = place(job().map);
    // Also when it cannot be read any more: an earlier try may be in the server's log.
    const auto told = [&](const QString &text) { return job().tries > 0 ? withId(text, id) : text; };
    if (answer.kind == ReadAnswer::Kind::Failed) {
        job().mapText = told(tr("no %1: %2").arg(where, said(answer.sentence)));
        nextEvent();
        return;
    }
    const auto addition = RecordObjects::addition(
        job().map, answer.object, RecordObjects::keyOf(job().change.id, job().time), job().line, m_settings.maxBytes);
    if (addition.edit) {
        ++job().tries;
        m_target.write(*addition.edit, id, awaited(WriteAnswer(), &ClusterRecord::takeMapWrite));
        return;
    }
    job().mapText = addition.full ? told(tr("no %1: it is full of other things").arg(where))
                                  : withId(where, id); // an earlier try was done after all
    nextEvent();
}

void ClusterRecord::takeMapWrite(const WriteAnswer &answer)
{
    const QUuid id = auditIdOfSummary(job().change.id);
    const QString where = place(job().map);
    switch (answer.kind) {
    case WriteAnswer::Kind::Applied:
        job().mapText = withId(where, id);
        break;
    case WriteAnswer::Kind::NewerVersion:
    case WriteAnswer::Kind::Exists:
        if (job().tries < mostTries) {
            // Ids are chance, and so is what two consoles wait before they meet again.
            const auto chance = std::chrono::milliseconds(job().change.id.data1 % 100);
            later(pause * job().tries + chance * job().tries, &ClusterRecord::readMap);
            return;
        }
        job().mapText = withId(tr("no %1: other consoles were always faster").arg(where), id);
        break;
    case WriteAnswer::Kind::Owners:
    case WriteAnswer::Kind::Refused:
    case WriteAnswer::Kind::Failed:
        job().mapText = withId(tr("no %1: %2").arg(where, said(answer.sentence)), id);
        break;
    case WriteAnswer::Kind::Unknown:
        job().mapText = withId(tr("perhaps %1: no answer came").arg(where), id);
        break;
    }
    nextEvent();
}

void ClusterRecord::nextEvent()
{
    const qsizetype at = job().eventTexts.size();
    if (at == job().edits.size()) {
        recordNext();
        return;
    }
    if (at >= mostEvents) {
        job().eventTexts.append(tr("no Event: the change has too many objects"));
        later(std::chrono::milliseconds(0), &ClusterRecord::nextEvent);
        return;
    }
    const JournalEntry &entry = job().last[at];
    const QUuid id = auditIdOfEvent(job().change.id, job().edits[at]);
    const ObjectEdit event = RecordObjects::eventOf(
        job().change, job().edits[at], {entry.user, entry.console, job().time, isShown(entry.stage)}, id);
    const Guard::RightAnswer right = rightTo(question(QStringLiteral("create"), event.object));
    if (!right.allowed) {
        job().eventTexts.append(tr("no Event: you may not create any in %1").arg(event.object.namespaceName));
        later(std::chrono::milliseconds(0), &ClusterRecord::nextEvent);
        return;
    }
    m_target.write(event, id, awaited(WriteAnswer(), &ClusterRecord::takeEvent));
}

void ClusterRecord::takeEvent(const WriteAnswer &answer)
{
    const QUuid id = auditIdOfEvent(job().change.id, job().edits[job().eventTexts.size()]);
    switch (answer.kind) {
    case WriteAnswer::Kind::Applied:
    case WriteAnswer::Kind::Exists: // its name follows from the change, so it is this one
        job().eventTexts.append(withId(tr("Event"), id));
        break;
    case WriteAnswer::Kind::NewerVersion:
    case WriteAnswer::Kind::Owners:
    case WriteAnswer::Kind::Refused:
    case WriteAnswer::Kind::Failed:
        job().eventTexts.append(withId(tr("no Event: %1").arg(said(answer.sentence)), id));
        break;
    case WriteAnswer::Kind::Unknown:
        job().eventTexts.append(withId(tr("perhaps an Event: no answer came"), id));
        break;
    }
    nextEvent();
}

void ClusterRecord::recordNext()
{
    const qsizetype at = job().recorded;
    if (at == job().last.size()) {
        finish();
        return;
    }
    JournalDraft draft = job().last[at];
    draft.clusterRecord = job().mapText;
    if (const QString event = job().eventTexts.value(at); !event.isEmpty())
        draft.clusterRecord += QLatin1String("; ") + event;
    const quint64 ticket = await([this] { finish(); });
    m_store.record(draft, this, [this, ticket](const Result<JournalEntry> &entry) {
        if (!redeem(ticket))
            return;
        ++job().recorded;
        if (entry)
            recordNext();
        else
            finish(); // the journal cannot take it; the entries without it say as much
    });
}

void ClusterRecord::finish()
{
    const QUuid change = job().change.id;
    m_alarm.reset();
    m_jobs.pop_front();
    if (!m_jobs.empty())
        begin();
    Q_EMIT kept(change);
}
