// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/changeformstate.h"

#include "models/changes/editresultmodel.h"
#include "models/changes/plainline.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ChangeForm)
};

using Page = ChangeFormState::Page;
using Severity = Condition::Severity;
using Note = ChangeFormState::Note;

constexpr qsizetype longestSentence = 1000;
constexpr qsizetype mostOwners = 8;

Note note(const Guard::Finding &finding)
{
    const bool refuses = finding.verdict == Guard::Finding::Verdict::Refuses;
    return {refuses ? Severity::Critical : Severity::Warning, finding.sentence};
}

bool has(const Guard::Findings &findings, Guard::Kind kind)
{
    return std::any_of(
        findings.begin(), findings.end(), [kind](const Guard::Finding &finding) { return finding.kind == kind; });
}

bool hasOwners(const QList<EditResult> &results)
{
    return std::any_of(
        results.begin(), results.end(), [](const EditResult &result) { return !result.owners.isEmpty(); });
}

bool hasDifference(const QList<EditResult> &results)
{
    return std::any_of(
        results.begin(), results.end(), [](const EditResult &result) { return !result.difference.fields.isEmpty(); });
}

//! Who has which fields, object by object.
QList<Note> ownerNotes(const ChangeFormFacts &facts)
{
    QList<Note> notes;
    qsizetype more = 0;
    for (qsizetype i = 0; i < facts.results.size() && i < facts.change.edits.size(); ++i) {
        for (const FieldOwnership &owner : facts.results[i].owners) {
            if (notes.size() < mostOwners)
                notes.append({Severity::Warning,
                    Words::tr("%1 manages %2 of %3.")
                        .arg(plainLine(owner.manager, 80), plainLine(owner.field, 200),
                            facts.change.edits[i].object.title())});
            else
                ++more;
        }
    }
    if (more > 0)
        notes.append(
            {Severity::Warning, Words::tr("Others manage %1 more fields of it.").arg(QLocale().toString(more))});
    return notes;
}

QList<Note> findingNotes(const ChangeFormFacts &facts)
{
    QList<Note> notes;
    for (const Guard::Finding &finding : facts.findings) {
        notes.append(note(finding));
        if (finding.kind == Guard::Kind::SecondPerson)
            notes.append({Severity::Info,
                Words::tr("The policy file %1 asks for that. Anybody but you who may make this change may approve it; "
                          "approvals come by the inbox.")
                    .arg(facts.policyFile)});
    }
    return notes;
}

void bound(QList<Note> &notes)
{
    for (Note &one : notes)
        one.sentence = plainLine(one.sentence, longestSentence);
    if (notes.size() <= ChangeFormState::mostNotes)
        return;
    const qsizetype more = notes.size() - ChangeFormState::mostNotes + 1;
    notes.resize(ChangeFormState::mostNotes - 1);
    notes.append({Severity::Info, Words::tr("There are %1 more of these.").arg(QLocale().toString(more))});
}

QString countedObjects(qsizetype count)
{
    return count == 1 ? Words::tr("1 object") : Words::tr("%n objects", nullptr, static_cast<int>(count));
}

//! Not begun yet: nothing to look at, or it has not settled.
void showWish(const ChangeFormFacts &facts, ChangeFormState &state)
{
    if (!facts.problem.isEmpty()) {
        state.headline = {Severity::Warning, facts.problem};
    } else if (!facts.wanted) {
        state.headline
            = {Severity::Unknown, Words::tr("Nothing is changed yet. What a change would do is shown here.")};
    } else if (!facts.connected) {
        state.headline = {Severity::Critical,
            Words::tr("%1 is not connected. Connect it to change something there.").arg(facts.clusterName)};
    } else {
        state.page = Page::Checking;
        state.asksWords = true;
        state.headline = {Severity::Info, Words::tr("Asking %1 what this would do…").arg(facts.clusterName)};
    }
    state.whyNot = state.headline.sentence;
}

void showChecking(const ChangeFormFacts &facts, ChangeFormState &state)
{
    state.page = Page::Checking;
    state.asksWords = !facts.resumed;
    state.headline = {Severity::Info,
        facts.stage == ChangeStage::Settling
            ? Words::tr("Looking what of it was made in %1 before it was interrupted…").arg(facts.clusterName)
            : Words::tr("Asking %1 what this would do…").arg(facts.clusterName)};
    state.whyNot = state.headline.sentence;
}

void showPreview(const ChangeFormFacts &facts, ChangeFormState &state)
{
    state.page = Page::Preview;
    state.asksWords = !facts.resumed;
    state.headline = {Severity::Info,
        facts.resumed
            ? Words::tr("This is what is left of it. Look at it, then decide whether it is to be made in %1.")
                  .arg(facts.clusterName)
            : Words::tr("This is what %1 would make of it. Nothing has been changed yet.").arg(facts.clusterName)};
    state.notes = findingNotes(facts);
    if (has(facts.findings, Guard::Kind::Production))
        state.asksName = facts.change.clusterName;
    // Nobody has approved it, so it does not matter here who the person is.
    state.whyNot = facts.problem;
    if (state.whyNot.isEmpty())
        state.whyNot = Guard::missing(facts.findings, facts.confirmation, facts.change, {});
    if (state.whyNot.isEmpty())
        state.whyNot = facts.refusal;
    state.canConfirm = state.whyNot.isEmpty();
    state.giveUp = Words::tr("Give up");
}

QString progressOf(const ChangeFormFacts &facts)
{
    switch (facts.stage) {
    case ChangeStage::Recording:
        return Words::tr("The journal takes down what is about to be done…");
    case ChangeStage::Requesting: {
        const auto done = std::count_if(
            facts.results.begin(), facts.results.end(), [](const EditResult &result) { return result.settled(); });
        if (facts.stopping)
            return Words::tr("What has been sent is waited for; the rest is left out…");
        return Words::tr("%1 makes the change: %2 of %3 done…")
            .arg(facts.clusterName, QLocale().toString(done), countedObjects(facts.results.size()));
    }
    case ChangeStage::Verifying:
        return Words::tr("%1 has taken it. Waiting until the objects show it…").arg(facts.clusterName);
    case ChangeStage::Waiting:
    case ChangeStage::Guarding:
    case ChangeStage::Settling:
    case ChangeStage::Previewing:
    case ChangeStage::Confirming:
    case ChangeStage::Closing:
    case ChangeStage::Ended:
        break;
    }
    return Words::tr("The journal takes down what became of it…");
}

void showProgress(const ChangeFormFacts &facts, ChangeFormState &state)
{
    state.page = Page::Progress;
    state.busy = true;
    state.headline = {Severity::Info, progressOf(facts)};
    state.whyNot = state.headline.sentence;
    const bool mayStop = facts.stage == ChangeStage::Recording || facts.stage == ChangeStage::Requesting;
    if (mayStop && !facts.stopping)
        state.giveUp = facts.results.size() > 1 ? Words::tr("Leave out the rest") : Words::tr("Give up");
}

bool nothingToDo(const ChangeFormFacts &facts)
{
    return !facts.results.isEmpty()
        && std::all_of(facts.results.begin(), facts.results.end(),
            [](const EditResult &result) { return result.state == EditResult::State::Unchanged; });
}

void offerAgain(const ChangeFormFacts &facts, ChangeFormState &state)
{
    const bool again = !ChangeText::leftOver(facts.change, facts.results, {}).edits.isEmpty();
    if (again && hasDifference(facts.results))
        state.again = Words::tr("Preview mine again on top of theirs");
    else if (again && facts.outcome->kind != ChangeOutcome::Kind::Cancelled)
        state.again = Words::tr("Preview it again");
    if (!hasOwners(facts.results))
        return;
    state.managers = ChangeText::managersOf(facts.results);
    state.canTakeOver = facts.typedManagers.simplified() == state.managers;
}

void showEnd(const ChangeFormFacts &facts, ChangeFormState &state)
{
    const bool conflict = hasDifference(facts.results) || hasOwners(facts.results);
    state.page = conflict ? Page::Conflict : Page::Progress;
    state.headline = {ChangeText::condition(facts.outcome->kind).severity, facts.outcome->sentence};
    if (nothingToDo(facts))
        state.headline
            = {Severity::Fine, Words::tr("%1 is like that already. There is nothing to do.").arg(facts.clusterName)};
    if (Guard::refuses(facts.findings)) { // the outcome says the same, less clearly
        state.page = Page::Nothing;
        state.headline = {Severity::Critical, Words::tr("This cannot be done now, and nothing was changed.")};
        state.notes = findingNotes(facts);
    }
    state.notes += ownerNotes(facts);
    if (!facts.outcome->journalGap.isEmpty())
        state.notes.append({Severity::Critical, facts.outcome->journalGap});
    state.whyNot = state.notes.isEmpty() ? state.headline.sentence : state.notes.first().sentence;
    state.offersUndo = facts.outcome->anyApplied();
    state.asksWords = !facts.resumed && !state.offersUndo;
    offerAgain(facts, state);
    if (conflict && !state.offersUndo)
        state.giveUp = Words::tr("Give up");
}

} // namespace

ChangeFormState changeFormState(const ChangeFormFacts &facts)
{
    ChangeFormState state;
    state.button = facts.action.isEmpty() ? Words::tr("Make the change") : facts.action;
    if (facts.lost) {
        state.headline = {Severity::Critical,
            Words::tr("%1 was disconnected while this was on its way. Connect it again, and look among the interrupted "
                      "changes whether it was made.")
                .arg(facts.clusterName)};
        state.whyNot = state.headline.sentence;
    } else if (!facts.begun) {
        showWish(facts, state);
    } else {
        switch (facts.stage) {
        case ChangeStage::Waiting:
        case ChangeStage::Guarding:
        case ChangeStage::Settling:
        case ChangeStage::Previewing:
            showChecking(facts, state);
            break;
        case ChangeStage::Confirming:
            showPreview(facts, state);
            break;
        case ChangeStage::Recording:
        case ChangeStage::Requesting:
        case ChangeStage::Verifying:
        case ChangeStage::Closing:
            showProgress(facts, state);
            break;
        case ChangeStage::Ended:
            showEnd(facts, state);
            break;
        }
    }
    state.headline.sentence = plainLine(state.headline.sentence, longestSentence);
    bound(state.notes);
    return state;
}

bool ChangeText::sameWish(const Change &one, const Change &other)
{
    return one.cluster == other.cluster && one.kind == other.kind && one.undoes == other.undoes
        && std::equal(one.edits.begin(), one.edits.end(), other.edits.begin(), other.edits.end(),
            [](const ObjectEdit &a, const ObjectEdit &b) {
                return a.object == b.object && a.action == b.action && a.text == b.text;
            });
}

Change ChangeText::leftOver(const Change &change, const QList<EditResult> &results, const QUuid &id, bool takeOver)
{
    Change rest = change;
    rest.id = id;
    rest.edits.clear();
    const bool nothingMade
        = std::none_of(results.begin(), results.end(), [](const EditResult &result) { return result.applied(); });
    for (qsizetype i = 0; i < change.edits.size() && i < results.size(); ++i) {
        const EditResult &result = results[i];
        ObjectEdit edit = change.edits[i];
        const bool theirs = result.state == EditResult::State::Conflict;
        if (theirs && result.owners.isEmpty()) {
            const bool unread = !result.live.exists && !result.difference.fields.isEmpty(); // the next preview tells
            if (edit.action == ObjectEdit::Action::Create || (!result.live.exists && !unread))
                return {}; // there is nothing to put it on, or something in its place
            if (!unread)
                edit.before = result.live;
        } else if (theirs) {
            if (!takeOver)
                return {};
            edit.force = true;
        } else if (!(result.state == EditResult::State::Refused && nothingMade)
            && result.state != EditResult::State::NotSent && result.state != EditResult::State::Failed) {
            continue; // what was refused may be allowed by now, but is not sent again beside what was made
        }
        edit.after = {};
        rest.edits.append(edit);
    }
    return rest;
}

QString ChangeText::managersOf(const QList<EditResult> &results)
{
    QStringList managers;
    for (const EditResult &result : results) {
        for (const FieldOwnership &owner : result.owners) {
            const QString manager = plainLine(owner.manager.simplified(), 80);
            if (!managers.contains(manager) && managers.size() < mostOwners)
                managers.append(manager);
        }
    }
    return managers.join(QStringLiteral(", "));
}

QString ChangeText::subject(const Change &change)
{
    if (change.edits.size() == 1)
        return Words::tr("%1 in %2").arg(plainLine(change.edits.first().object.title(), 200), change.clusterName);
    return Words::tr("%1 in %2").arg(countedObjects(change.edits.size()), change.clusterName);
}
