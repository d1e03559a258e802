// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/changerun.h"

#include "backends/core/clock.h"
#include "backends/core/result.h"
#include "models/changes/changejournal.h"

#include <algorithm>

using State = EditResult::State;

ChangeRun::ChangeRun(Change change, Surroundings surroundings, QObject *parent)
    : QObject(parent), m_change(std::move(change)), m_with(std::move(surroundings)), m_results(m_change.edits.size())
{
    for (const ObjectEdit &edit : std::as_const(m_change.edits))
        m_seen.append(edit.before);
}

ChangeRun::~ChangeRun() = default;

quint64 ChangeRun::await(std::chrono::milliseconds patience, std::function<void()> late)
{
    const quint64 ticket = ++m_ticket;
    m_patience = m_with.clock.after(patience, [this, ticket, late = std::move(late)] {
        if (redeem(ticket)) {
            const auto tell = late; // the next question takes this alarm's place
            tell();
        }
    });
    return ticket;
}

bool ChangeRun::redeem(quint64 ticket)
{
    if (ticket != m_ticket)
        return false;
    ++m_ticket;
    return true;
}

std::function<void(const Result<void> &)> ChangeRun::awaitedRecord(void (ChangeRun::*take)(bool, QString))
{
    const QString late = tr("The journal did not take it down in time. Look at the disk that it is on.");
    const quint64 ticket = await(patienceOfJournal, [this, late, take] { (this->*take)(false, late); });
    return [run = QPointer<ChangeRun>(this), ticket, take](const Result<void> &recorded) {
        if (!run || !run->redeem(ticket))
            return;
        const QString why = recorded ? QString()
                                     : tr("The journal could not take it down: %1. Look at the disk that it is on.")
                                           .arg(recorded.error().detail);
        (run.data()->*take)(recorded.ok(), why);
    };
}

void ChangeRun::enter(ChangeStage stage)
{
    m_stage = stage;
    Q_EMIT stageChanged(stage);
}

void ChangeRun::setResult(qsizetype edit, State state, const QString &sentence)
{
    m_results[edit].state = state;
    m_results[edit].sentence = sentence;
    Q_EMIT resultChanged(edit);
}

Guard::Situation ChangeRun::situation() const
{
    return {m_with.user, m_with.clock.now()};
}

void ChangeRun::start()
{
    if (m_stage != ChangeStage::Waiting)
        return;
    enter(ChangeStage::Guarding);
    m_findings = Guard::checkPolicy(m_change, m_with.policy, situation());
    // Data that is merely old needs no refusal: the preview reads the objects anew.
    if (m_with.target.freshness().state == Freshness::State::Unknown)
        m_findings += Guard::checkFreshness(m_with.target.freshness(), m_change.clusterName);
    if (Guard::refuses(m_findings) || m_change.edits.isEmpty()) {
        refuse(Guard::text(m_findings));
        return;
    }
    askForRights();
}

void ChangeRun::askForRights()
{
    RightsAnswer late;
    late.sentence = tr("%1 did not say in time what you may do there. Try again.").arg(m_change.clusterName);
    m_with.target.reviewRights(Guard::rightsNeeded(m_change), awaited(patienceOfReads, late, &ChangeRun::takeRights));
}

void ChangeRun::takeRights(const RightsAnswer &answer)
{
    if (!answer.ok) {
        for (qsizetype i = 0; i < m_results.size(); ++i) {
            if (!m_results[i].settled())
                setResult(i, State::Failed, answer.sentence);
        }
        verify();
        return;
    }
    const Guard::Findings rights = Guard::checkRights(Guard::rightsNeeded(m_change), answer.answers);
    if (!rights.isEmpty()) {
        m_findings += rights;
        refuse(Guard::text(rights));
        return;
    }
    enter(ChangeStage::Previewing);
    m_edit = -1;
    previewNext();
}

void ChangeRun::refuse(const QString &sentence)
{
    for (qsizetype i = 0; i < m_results.size(); ++i) {
        if (!m_results[i].settled())
            setResult(i, State::Refused, sentence);
    }
    verify();
}

void ChangeRun::previewNext()
{
    do {
        ++m_edit;
    } while (m_edit < m_change.edits.size() && m_results[m_edit].settled());
    m_tries = 0;
    if (m_edit == m_change.edits.size())
        previewed();
    else
        readForPreview();
}

void ChangeRun::readForPreview()
{
    ReadAnswer late;
    late.sentence = tr("%1 did not show %2 in time. Try again.").arg(m_change.clusterName, edit().object.title());
    m_with.target.read(edit().object, awaited(patienceOfReads, late, &ChangeRun::takePreviewRead));
}

//! Whether the edit can be tried on what was read; if not, says why in its result.
bool ChangeRun::takeAsBasis(const ReadAnswer &answer)
{
    const bool creates = edit().action == ObjectEdit::Action::Create;
    const bool mayCreate = creates || (edit().action == ObjectEdit::Action::Apply && !m_seen[m_edit].exists);
    const QString title = edit().object.title();
    const auto conflict = [&](const QString &sentence) {
        m_results[m_edit].live = answer.object;
        setResult(m_edit, State::Conflict, sentence);
        return false;
    };
    switch (answer.kind) {
    case ReadAnswer::Kind::Failed:
        setResult(m_edit, State::Failed, answer.sentence);
        return false;
    case ReadAnswer::Kind::Missing:
        if (edit().action == ObjectEdit::Action::Delete) {
            setResult(m_edit, State::Unchanged);
            return false;
        }
        return mayCreate || conflict(tr("%1 does not exist any more.").arg(title));
    case ReadAnswer::Kind::Found:
        if (creates)
            return conflict(tr("%1 exists already. Edit it instead.").arg(title));
        if (!m_seen[m_edit].uid.isEmpty() && answer.object.uid != m_seen[m_edit].uid)
            return conflict(tr("%1 was deleted and made anew since you looked at it. Look at it again.").arg(title));
        return true;
    }
    return false;
}

//! Whether the object is made in a namespace that an earlier edit makes: there the server cannot try it yet, so the
//! preview shows what is sent.
bool ChangeRun::isMadeInsideOfThis(qsizetype index) const
{
    const ObjectEdit &made = m_change.edits[index];
    return !made.before.exists
        && std::any_of(m_change.edits.begin(), m_change.edits.begin() + index, [&made](const ObjectEdit &earlier) {
               return earlier.object.kind == QLatin1String("Namespace") && !earlier.before.exists
                   && earlier.object.name == made.object.namespaceName;
           });
}

void ChangeRun::takePreviewRead(const ReadAnswer &answer)
{
    if (m_resumed && showsEdit(edit(), answer)) {
        // What an earlier life sent was still on its way when the object was looked at first, or somebody was faster.
        if (isOwn(m_edit, answer)) {
            m_results[m_edit].live = answer.object;
            setResult(m_edit, State::Applied);
        } else {
            setInDoubt(m_edit, answer);
        }
        previewNext();
        return;
    }
    if (!takeAsBasis(answer)) {
        previewNext();
        return;
    }
    edit().before = answer.object;
    if (isMadeInsideOfThis(m_edit)) {
        edit().after = {true, false, edit().text, {}, {}};
        previewNext();
        return;
    }
    WriteAnswer late;
    late.kind = WriteAnswer::Kind::Failed;
    late.sentence
        = tr("%1 did not try the change of %2 in time. Try again.").arg(m_change.clusterName, edit().object.title());
    m_with.target.dryRun(edit(), awaited(patienceOfWrites, late, &ChangeRun::takeDryRun));
}

void ChangeRun::takeDryRun(const WriteAnswer &answer)
{
    switch (answer.kind) {
    case WriteAnswer::Kind::Applied:
        edit().after = edit().action == ObjectEdit::Action::Delete ? ObjectImage() : answer.object;
        if (rebase(edit().after) && edit().action != ObjectEdit::Action::Delete && edit().before.exists
            && ObjectCompare::same(edit().before.text, edit().after.text))
            setResult(m_edit, State::Unchanged);
        break;
    case WriteAnswer::Kind::NewerVersion:
    case WriteAnswer::Kind::Exists:
        if (++m_tries < mostTries) { // it has moved between the two requests
            readForPreview();
            return;
        }
        setResult(m_edit, State::Conflict, answer.sentence);
        break;
    case WriteAnswer::Kind::Owners:
        m_results[m_edit].owners = answer.owners;
        setResult(m_edit, State::Conflict, answer.sentence);
        break;
    case WriteAnswer::Kind::Refused:
        setResult(m_edit, State::Refused, answer.sentence);
        break;
    case WriteAnswer::Kind::Failed:
    case WriteAnswer::Kind::Unknown: // of a dry run: it has done nothing
        setResult(m_edit, State::Failed, answer.sentence);
        break;
    }
    previewNext();
}

//! Onto the object as it is by now; false, with a conflict, when others changed what this edit changes. A delete
//! conflicts with any change of what the person saw.
bool ChangeRun::rebase(const ObjectImage &after)
{
    const ObjectImage &seen = m_seen[m_edit];
    if (!seen.exists || seen.resourceVersion == edit().before.resourceVersion)
        return true;
    const auto difference = ObjectCompare::threeWay(seen.text, after.text, edit().before.text);
    const bool deletes = edit().action == ObjectEdit::Action::Delete;
    if (deletes ? ObjectCompare::same(seen.text, edit().before.text) : !difference.conflicts())
        return true;
    m_results[m_edit].difference = difference;
    m_results[m_edit].live = edit().before;
    setResult(m_edit, State::Conflict,
        tr("%1 was changed by somebody else since you looked at it. Compare the two and decide.")
            .arg(edit().object.title()));
    return false;
}

void ChangeRun::previewed()
{
    const bool bad = std::any_of(m_results.begin(), m_results.end(), [](const EditResult &result) {
        return result.settled() && result.state != State::Unchanged && !result.applied();
    });
    const bool nothingToDo
        = std::all_of(m_results.begin(), m_results.end(), [](const EditResult &result) { return result.settled(); });
    // One that cannot be made keeps back the others: it is one change.
    if (nothingToDo || (bad && !m_intended))
        verify();
    else
        enter(ChangeStage::Confirming);
}

void ChangeRun::reword(const QString &reason, const QString &ticket)
{
    if (m_stage > ChangeStage::Confirming || m_intended)
        return; // the journal has them as they were
    m_change.reason = reason;
    m_change.ticket = ticket;
    if (m_stage == ChangeStage::Confirming)
        m_findings = Guard::checkPolicy(m_change, m_with.policy, situation());
}

QString ChangeRun::confirm(const Guard::Confirmation &confirmation)
{
    if (m_stage != ChangeStage::Confirming)
        return tr("This change does not wait for a confirmation.");
    // Asked again: a freeze may have begun while the person was reading.
    m_findings = Guard::checkPolicy(m_change, m_with.policy, situation());
    const QString missing = Guard::missing(m_findings, confirmation, m_change, situation());
    if (!missing.isEmpty())
        return missing;
    enter(ChangeStage::Recording);
    m_recording = true;
    if (m_intended)
        takeIntended(true, {}); // in an earlier life
    else
        m_with.journal.recordIntended(m_change, awaitedRecord(&ChangeRun::takeIntended));
    return {};
}

void ChangeRun::cancel()
{
    switch (m_stage) {
    case ChangeStage::Waiting:
    case ChangeStage::Guarding:
    case ChangeStage::Settling:
    case ChangeStage::Previewing:
    case ChangeStage::Confirming:
        ++m_ticket; // whatever is answered now counts for nothing
        m_patience.reset();
        verify(); // what an earlier life has sent
        return;
    case ChangeStage::Recording:
    case ChangeStage::Requesting:
        m_stopping = true;
        return;
    case ChangeStage::Verifying:
    case ChangeStage::Closing:
    case ChangeStage::Ended:
        return;
    }
}
