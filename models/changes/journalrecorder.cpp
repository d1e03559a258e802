// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/journalrecorder.h"

#include "backends/core/tree.h"
#include "backends/records/journal/journalstore.h"
#include "models/changes/change.h"
#include "models/changes/changeresult.h"
#include "models/changes/clusterrecord.h"
#include "models/changes/secretmask.h"

#include <QPointer>

#include <functional>

using namespace Records;

//! What is to be recorded, and who is told how that went.
struct JournalRecorder::Queue
{
    QList<JournalDraft> drafts;
    QList<JournalEntry> entries; // as they were recorded
    qsizetype next = 0;
    std::function<void(const Result<void> &)> done;
};

namespace {

//! Who has which field is the server's to know; it would be most of what is kept.
QByteArray slim(const QByteArray &object)
{
    auto tree = Tree::parse(object);
    if (!tree)
        return object;
    tree->remove({QStringLiteral("metadata"), QStringLiteral("managedFields")});
    return tree->toJson();
}

JournalOutcome outcomeOf(const EditResult &result)
{
    JournalOutcome outcome;
    outcome.sentence = result.sentence.left(JournalEntry::maxText);
    switch (result.state) {
    case EditResult::State::NotSent:
    case EditResult::State::Unchanged: // no write of the server's log is to be found for it
        break;
    case EditResult::State::Applied:
    case EditResult::State::Verified:
    case EditResult::State::NotConverged:
        outcome.kind = JournalOutcome::Kind::Applied;
        break;
    case EditResult::State::Conflict:
        outcome.kind = JournalOutcome::Kind::Refused;
        outcome.error = Error::Kind::Conflict;
        break;
    case EditResult::State::Refused:
        outcome.kind = JournalOutcome::Kind::Refused;
        break;
    case EditResult::State::Failed:
        outcome.kind = JournalOutcome::Kind::Failed;
        break;
    case EditResult::State::Unknown:
        outcome.kind = JournalOutcome::Kind::Unknown;
        break;
    }
    return outcome;
}

JournalStage lastStage(EditResult::State state)
{
    switch (state) {
    case EditResult::State::Verified:
        return JournalStage::Verified;
    case EditResult::State::Applied:
    case EditResult::State::NotConverged:
        return JournalStage::DidNotConverge;
    case EditResult::State::NotSent:
    case EditResult::State::Unchanged:
    case EditResult::State::Conflict:
    case EditResult::State::Refused:
    case EditResult::State::Failed:
    case EditResult::State::Unknown:
        return JournalStage::Abandoned;
    }
    return JournalStage::Abandoned;
}

} // namespace

JournalRecorder::JournalRecorder(JournalStore &store, Cluster cluster, QObject *parent)
    : QObject(parent), m_store(store), m_cluster(std::move(cluster))
{
}

JournalRecorder::~JournalRecorder() = default;

void JournalRecorder::setClusterRecord(std::unique_ptr<ClusterRecord> record)
{
    m_record = std::move(record);
}

const JournalRecorder::Words &JournalRecorder::wordsOf(const Change &change) const
{
    if (m_words.change != change.id || m_words.typedReason != change.reason || m_words.typedTicket != change.ticket) {
        m_words = {change.id, change.reason, change.ticket, SecretMask::cleaned(change.reason, change),
            SecretMask::cleaned(change.ticket, change)};
    }
    return m_words;
}

JournalDraft JournalRecorder::draft(const Change &change, qsizetype edit) const
{
    const ObjectName &object = change.edits[edit].object;
    JournalDraft draft;
    draft.change = change.id;
    draft.kind = ChangeText::id(change.kind);
    draft.tenant = change.tenants.join(QLatin1String(", "));
    draft.cluster = {m_cluster.name, m_cluster.server, m_cluster.uid};
    draft.target.apiVersion = object.group.isEmpty() ? object.version : QString(object.group + u'/' + object.version);
    draft.target.kind = object.kind;
    draft.target.nameSpace = object.namespaceName;
    // No name has a slash, so that both can be told apart again.
    draft.target.name = object.subresource.isEmpty() ? object.name : QString(object.name + u'/' + object.subresource);
    draft.target.uid = change.edits[edit].before.uid;
    const Words &words = wordsOf(change);
    draft.reason = words.reason;
    draft.ticket = words.ticket;
    return draft;
}

void JournalRecorder::recordNext(const std::shared_ptr<Queue> &queue)
{
    if (queue->next == queue->drafts.size()) {
        queue->done({});
        return;
    }
    m_store.record(queue->drafts[queue->next], this, [this, queue](const Result<JournalEntry> &entry) {
        if (!entry) {
            queue->done(entry.error());
            return;
        }
        queue->entries.append(*entry);
        ++queue->next;
        recordNext(queue);
    });
}

void JournalRecorder::recordIntended(const Change &change, Recorded done)
{
    const auto queue = std::make_shared<Queue>();
    for (qsizetype i = 0; i < change.edits.size(); ++i) {
        JournalDraft intended = draft(change, i);
        intended.stage = JournalStage::Intended;
        intended.before = slim(change.edits[i].before.text);
        intended.after = slim(change.edits[i].after.text);
        queue->drafts.append(std::move(intended));
    }
    queue->done = [this, queue = queue.get(), done = std::move(done)](const Result<void> &recorded) {
        if (recorded || queue->next == 0) {
            done(recorded);
            return;
        }
        // Nothing will be sent, so nothing of it may look as if it had been.
        const auto abandoned = std::make_shared<Queue>();
        for (JournalDraft &intended : queue->drafts.first(queue->next)) {
            intended.stage = JournalStage::Abandoned;
            intended.before.clear();
            intended.after.clear();
            intended.outcome = {JournalOutcome::Kind::Failed, recorded.error().kind, {}};
            abandoned->drafts.append(std::move(intended));
        }
        abandoned->done = [done, recorded](const Result<void> &) { done(recorded); };
        recordNext(abandoned);
    };
    recordNext(queue);
}

void JournalRecorder::recordAnswered(const Change &change, qsizetype edit, const EditResult &result, Recorded done)
{
    const auto queue = std::make_shared<Queue>();
    JournalDraft answered = draft(change, edit);
    answered.stage = JournalStage::Answered;
    answered.outcome = outcomeOf(result);
    queue->drafts.append(std::move(answered));
    queue->done = std::move(done);
    recordNext(queue);
}

void JournalRecorder::recordEnded(const Change &change, const ChangeOutcome &outcome, Recorded done)
{
    const auto queue = std::make_shared<Queue>();
    for (qsizetype i = 0; i < change.edits.size() && i < outcome.results.size(); ++i) {
        JournalDraft last = draft(change, i);
        last.stage = lastStage(outcome.results[i].state);
        last.outcome = outcomeOf(outcome.results[i]);
        queue->drafts.append(last);
        if (change.undoes.isNull() || last.stage != JournalStage::Verified)
            continue;
        last.change = change.undoes;
        last.stage = JournalStage::Undone;
        last.reason = change.id.toString(QUuid::WithoutBraces);
        queue->drafts.append(std::move(last));
    }
    queue->done = [this, change, outcome, queue = queue.get(), done = std::move(done)](const Result<void> &recorded) {
        const QPointer<JournalRecorder> self(this);
        done(recorded); // the change is over; what follows is no part of it
        if (self && recorded && m_record)
            leaveRecord(change, outcome, *queue);
    };
    recordNext(queue);
}

void JournalRecorder::leaveRecord(const Change &change, const ChangeOutcome &outcome, const Queue &queue)
{
    if (!change.undoes.isNull())
        m_record->noteUndone(change.undoes, change.id.toString(QUuid::WithoutBraces));
    Change made = change;
    QList<qsizetype> edits;
    QList<JournalEntry> last;
    qsizetype edit = 0;
    for (const JournalEntry &entry : queue.entries) {
        if (entry.change != change.id)
            continue; // of what was undone
        const EditResult::State state = outcome.results[edit].state;
        if (outcome.results[edit].applied() || state == EditResult::State::Unknown) {
            edits.append(edit);
            last.append(entry);
            if (!change.edits[edit].before.exists) // a dry run makes up an identity
                made.edits[edit].after.uid = outcome.results[edit].live.uid;
        }
        ++edit;
    }
    m_record->keep(made, edits, last);
}
