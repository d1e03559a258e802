// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/changerun.h"

#include <algorithm>

using State = EditResult::State;

void ChangeRun::resume(const QList<EditResult> &answeredBefore)
{
    if (m_stage != ChangeStage::Waiting)
        return;
    m_recording = m_intended = m_resumed = true;
    for (qsizetype i = 0; i < m_results.size() && i < answeredBefore.size(); ++i)
        m_results[i] = answeredBefore[i];
    for (const EditResult &result : std::as_const(m_results))
        m_maybeSent.append(!result.settled() || result.state == State::Unknown);
    enter(ChangeStage::Settling);
    m_edit = -1;
    settleNext();
}

//! An edit without an answer may have been made all the same; only its object can tell.
void ChangeRun::settleNext()
{
    do {
        ++m_edit;
    } while (m_edit < m_change.edits.size() && m_results[m_edit].settled());
    if (m_edit < m_change.edits.size()) {
        ReadAnswer late;
        late.sentence = tr("%1 did not show %2 in time. Try again.").arg(m_change.clusterName, edit().object.title());
        m_with.target.read(edit().object, awaited(patienceOfReads, late, &ChangeRun::takeSettlingRead));
        return;
    }
    const bool rest
        = std::any_of(m_results.begin(), m_results.end(), [](const EditResult &result) { return !result.settled(); });
    if (!rest || m_keptOpen) {
        verify();
        return;
    }
    enter(ChangeStage::Guarding);
    m_findings = Guard::checkPolicy(m_change, m_with.policy, situation());
    if (Guard::refuses(m_findings))
        refuse(Guard::text(m_findings));
    else
        askForRights();
}

//! What is deleted keeps nothing, and what is applied is kept in the name of the product (server-side apply): of these
//! it is known only as long as we remember that they were sent.
bool ChangeRun::isOwn(qsizetype index, const ReadAnswer &answer) const
{
    const ObjectEdit &edit = m_change.edits[index];
    if (answer.kind == ReadAnswer::Kind::Found
        && ObjectCompare::carriesMark(answer.object.text, m_change.auditId(index)))
        return true;
    const bool keepsMark = edit.action != ObjectEdit::Action::Delete && edit.action != ObjectEdit::Action::Apply;
    return !keepsMark && !m_resumed && showsEdit(edit, answer);
}

//! The object has moved on from the version that the edit was for, so that the edit cannot be made any more; whether it
//! was, nobody can tell.
void ChangeRun::setInDoubt(qsizetype index, const ReadAnswer &answer)
{
    const ObjectEdit &edit = m_change.edits[index];
    const QString title = edit.object.title();
    if (m_resumed)
        m_maybeSent[index] = false;
    m_results[index].live = answer.object;
    if (showsEdit(edit, answer)) {
        setResult(index, State::Unknown,
            tr("%1 is as this change wanted it. Whether this change made it so or somebody else cannot be told.")
                .arg(title));
        return;
    }
    m_results[index].difference = ObjectCompare::threeWay(edit.before.text, edit.after.text, answer.object.text);
    setResult(index, State::Unknown,
        tr("%1 was changed since, and does not show this change. Whether it was made before that cannot be told. "
           "Compare the two and decide.")
            .arg(title));
}

void ChangeRun::takeSettlingRead(const ReadAnswer &answer)
{
    const bool found = answer.kind == ReadAnswer::Kind::Found;
    const ObjectImage &before = edit().before;
    if (answer.kind == ReadAnswer::Kind::Failed) {
        m_keptOpen = true; // the next start may learn more
        setResult(m_edit, State::Unknown, answer.sentence);
    } else if (isOwn(m_edit, answer)) {
        m_results[m_edit].live = answer.object;
        setResult(m_edit, State::Applied);
    } else if (showsEdit(edit(), answer) || found != before.exists || (found && answer.object.uid != before.uid)
        || (found && !ObjectCompare::same(before.text, answer.object.text))) {
        setInDoubt(m_edit, answer);
    } else if (found && answer.object.resourceVersion != before.resourceVersion) {
        m_maybeSent[m_edit] = false; // it is as it was, in another version: what was sent is refused by now
    }
    settleNext();
}
