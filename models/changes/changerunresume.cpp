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

void ChangeRun::takeSettlingRead(const ReadAnswer &answer)
{
    const bool found = answer.kind == ReadAnswer::Kind::Found;
    const QString title = edit().object.title();
    const ObjectImage &before = edit().before;
    if (answer.kind == ReadAnswer::Kind::Failed) {
        m_keptOpen = true; // the next start may learn more
        setResult(m_edit, State::Unknown, answer.sentence);
    } else if (showsEdit(edit(), answer)
        || (found && ObjectCompare::carriesMark(answer.object.text, m_change.auditId(m_edit)))) {
        m_results[m_edit].live = answer.object;
        setResult(m_edit, State::Applied);
    } else if (found != before.exists || (found && answer.object.uid != before.uid)
        || (found && !ObjectCompare::same(before.text, answer.object.text))) {
        m_results[m_edit].live = answer.object;
        m_results[m_edit].difference = ObjectCompare::threeWay(before.text, edit().after.text, answer.object.text);
        setResult(m_edit, State::Conflict,
            tr("%1 was changed since, and does not show this change. Compare the two and decide.").arg(title));
    } // else it is as it was: nothing has been made
    settleNext();
}
