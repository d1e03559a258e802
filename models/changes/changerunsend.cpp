// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/changerun.h"

#include "backends/core/clock.h"
#include "backends/core/result.h"
#include "models/changes/changejournal.h"

#include <algorithm>

using State = EditResult::State;

bool showsEdit(const ObjectEdit &edit, const ReadAnswer &read)
{
    const bool found = read.kind == ReadAnswer::Kind::Found;
    const bool another = found && !edit.before.uid.isEmpty() && read.object.uid != edit.before.uid;
    if (edit.action == ObjectEdit::Action::Delete)
        return read.kind == ReadAnswer::Kind::Missing || another;
    return found && !another && !edit.after.text.isEmpty()
        && ObjectCompare::holds(edit.before.text, edit.after.text, read.object.text);
}

void ChangeRun::takeIntended(bool durable, QString why)
{
    if (!durable) {
        for (qsizetype i = 0; i < m_results.size(); ++i) {
            if (!m_results[i].settled())
                setResult(i, State::Failed, why);
        }
        verify();
        return;
    }
    m_intended = true;
    enter(ChangeStage::Requesting);
    m_edit = -1;
    sendNext();
}

void ChangeRun::sendNext()
{
    do {
        ++m_edit;
    } while (m_edit < m_change.edits.size() && m_results[m_edit].settled());
    m_tries = 0;
    if (m_stopping || m_edit == m_change.edits.size())
        verify();
    else
        send();
}

void ChangeRun::send()
{
    WriteAnswer late;
    late.sentence = tr("%1 did not answer in time. Look whether %2 was changed before you try again.")
                        .arg(m_change.clusterName, edit().object.title());
    m_with.target.write(edit(), m_change.auditId(m_edit), awaited(patienceOfWrites, late, &ChangeRun::takeWrite));
}

void ChangeRun::takeWrite(const WriteAnswer &answer)
{
    EditResult &result = m_results[m_edit];
    result.sentence = answer.sentence;
    switch (answer.kind) {
    case WriteAnswer::Kind::Applied:
        result.live = answer.object;
        result.state = State::Applied;
        break;
    case WriteAnswer::Kind::NewerVersion:
    case WriteAnswer::Kind::Exists: {
        ReadAnswer late;
        late.sentence = answer.sentence;
        m_with.target.read(edit().object, awaited(patienceOfReads, late, &ChangeRun::takeConflictRead));
        return;
    }
    case WriteAnswer::Kind::Owners:
        result.owners = answer.owners;
        result.state = State::Conflict;
        break;
    case WriteAnswer::Kind::Refused:
        result.state = State::Refused;
        break;
    case WriteAnswer::Kind::Failed:
        result.state = State::Failed;
        break;
    case WriteAnswer::Kind::Unknown:
        result.state = State::Unknown;
        if (m_resumed)
            m_maybeSent[m_edit] = true;
        m_stopping = true; // whatever ails the way there ails it for the others, too
        break;
    }
    answered();
}

//! The server has refused the precondition, so for certain nothing was done by that request.
void ChangeRun::takeConflictRead(const ReadAnswer &answer)
{
    EditResult &result = m_results[m_edit];
    const bool found = answer.kind == ReadAnswer::Kind::Found;
    if (showsEdit(edit(), answer)) {
        // Of a change that is resumed it may have been our own earlier request, else somebody had the same wish.
        result.live = answer.object;
        result.sentence.clear();
        if (m_resumed && isOwn(m_edit, answer)) {
            result.state = State::Applied;
        } else if (m_resumed) {
            setInDoubt(m_edit, answer);
        } else {
            result.state = State::Unchanged;
            result.sentence = tr("%1 was made so by somebody else in the meantime.").arg(edit().object.title());
        }
        answered();
        return;
    }
    result.difference = ObjectCompare::threeWay(edit().before.text, edit().after.text, answer.object.text);
    const bool onlyStatusMoved = found && edit().before.exists && answer.object.uid == edit().before.uid
        && ObjectCompare::same(edit().before.text, answer.object.text);
    if (onlyStatusMoved && ++m_tries < mostTries && !m_stopping) {
        edit().before = answer.object;
        result.difference = {};
        send();
        return;
    }
    result.live = answer.object;
    result.state = State::Conflict;
    answered();
}

void ChangeRun::answered()
{
    Q_EMIT resultChanged(m_edit);
    m_with.journal.recordAnswered(m_change, m_edit, m_results[m_edit], awaitedRecord(&ChangeRun::takeAnswered));
}

void ChangeRun::takeAnswered(bool durable, QString why)
{
    if (!durable) {
        m_journalGap = why;
        m_stopping = true; // what cannot be written down is not done
    }
    sendNext();
}

//! Whether the object may still show something that is not known yet.
bool ChangeRun::isOpen(qsizetype edit) const
{
    switch (m_results[edit].state) {
    case State::Applied:
        return true;
    case State::Unknown:
        return !m_resumed || m_maybeSent.value(edit);
    case State::NotSent:
    case State::Refused:
    case State::Failed:
        return m_maybeSent.value(edit);
    case State::Unchanged:
    case State::Verified:
    case State::NotConverged:
    case State::Conflict: // it is in another version, so nothing that was sent before can be done any more
        return false;
    }
    return false;
}

bool ChangeRun::anyOpen() const
{
    for (qsizetype i = 0; i < m_results.size(); ++i) {
        if (isOpen(i))
            return true;
    }
    return false;
}

void ChangeRun::verify()
{
    if (!anyOpen()) {
        close();
        return;
    }
    enter(ChangeStage::Verifying);
    m_convergeBy = m_with.clock.elapsed() + (m_maybeSent.contains(true) ? arrival : convergence);
    lookNow();
}

void ChangeRun::verifyNext()
{
    do {
        ++m_edit;
    } while (m_edit < m_change.edits.size() && !isOpen(m_edit));
    if (m_edit == m_change.edits.size()) {
        verifyLater();
        return;
    }
    m_with.target.read(edit().object, awaited(patienceOfReads, ReadAnswer(), &ChangeRun::takeVerifyingRead));
}

void ChangeRun::takeVerifyingRead(const ReadAnswer &answer)
{
    if (answer.kind == ReadAnswer::Kind::Found)
        m_results[m_edit].live = answer.object;
    const bool observed = answer.kind != ReadAnswer::Kind::Found || ObjectCompare::observed(answer.object.text);
    const bool known = m_results[m_edit].state == State::Applied;
    const bool shown = showsEdit(edit(), answer);
    if (shown && observed && (known || isOwn(m_edit, answer)))
        setResult(m_edit, State::Verified);
    else if (!known && isOwn(m_edit, answer))
        setResult(m_edit, State::Applied); // and somebody may have changed it again
    else if (!known && shown)
        setInDoubt(m_edit, answer);
    verifyNext();
}

void ChangeRun::verifyLater()
{
    if (anyOpen() && m_with.clock.elapsed() < m_convergeBy) {
        m_lookAgain = m_with.clock.after(lookAgain, [this] { lookNow(); });
        return;
    }
    for (qsizetype i = 0; i < m_results.size(); ++i) {
        if (m_results[i].state == State::Applied)
            setResult(i, State::NotConverged,
                tr("%1 does not show the change. Look whether a controller or somebody else takes it back.")
                    .arg(m_change.edits[i].object.title()));
    }
    close();
}

void ChangeRun::notice(const ObjectName &object)
{
    const bool ours = std::any_of(m_change.edits.begin(), m_change.edits.end(),
        [&object](const ObjectEdit &edit) { return edit.object == object; });
    if (m_stage != ChangeStage::Verifying || !m_lookAgain || !ours)
        return;
    // Later than now: this may be called from within anything.
    m_lookAgain = m_with.clock.after(std::chrono::milliseconds(0), [this] { lookNow(); });
}

void ChangeRun::lookNow()
{
    m_lookAgain.reset();
    m_edit = -1;
    verifyNext();
}

void ChangeRun::close()
{
    enter(ChangeStage::Closing);
    ChangeOutcome outcome = ChangeText::sumUp(m_results, m_change.clusterName);
    outcome.journalGap = m_journalGap;
    m_outcome = outcome;
    if (m_recording && !m_keptOpen)
        m_with.journal.recordEnded(m_change, *m_outcome, awaitedRecord(&ChangeRun::takeEnded));
    else
        end();
}

void ChangeRun::takeEnded(bool durable, QString why)
{
    if (!durable && m_outcome->journalGap.isEmpty())
        m_outcome->journalGap = why;
    end();
}

void ChangeRun::end()
{
    m_patience.reset();
    enter(ChangeStage::Ended);
    const ChangeOutcome outcome = *m_outcome;
    Q_EMIT ended(outcome);
}
