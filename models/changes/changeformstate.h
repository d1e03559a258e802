// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/changerun.h"
#include "models/common/condition.h"

//! What is known of a change that a person looks at.
struct ChangeFormFacts
{
    bool wanted = false; //!< there is a change to look at
    QString problem; //!< why there is none: a mistake in the editor
    QString action; //!< what the button says
    QString clusterName;
    bool connected = true;
    bool begun = false; //!< it has a run, the rest is the run's
    bool lost = false; //!< its run is gone before it ended
    bool resumed = false;
    bool stopping = false; //!< the person wants nothing more of it sent
    ChangeStage stage = ChangeStage::Waiting;
    Change change;
    Guard::Findings findings;
    QList<EditResult> results;
    std::optional<ChangeOutcome> outcome;
    Guard::Confirmation confirmation;
    QString refusal; //!< what the last attempt to confirm was answered
    QString typedManagers; //!< for taking fields over
    QString policyFile; //!< its name
};

//! What a form of a change shows and offers; follows from the facts alone, so that it can be tried without a window.
struct ChangeFormState
{
    enum class Page {
        Nothing, //!< there is nothing to look at
        Checking, //!< what there is to look at is being asked for
        Preview,
        Progress, //!< object by object, also when it has ended
        Conflict, //!< what others did, beside what this wants
    };
    struct Note
    {
        Condition::Severity severity = Condition::Severity::Info;
        QString sentence;

        bool operator==(const Note &) const = default;
    };

    Page page = Page::Nothing;
    Note headline; //!< where it is, in a sentence
    QList<Note> notes; //!< what stands against it or is asked for, at most mostNotes
    bool asksWords = false; //!< reason and ticket can be typed
    QString asksName; //!< of the cluster, to be typed; empty: not asked
    QString button; //!< its whole text
    bool canConfirm = false;
    QString whyNot; //!< unless canConfirm: a sentence
    QString giveUp; //!< text of the button that ends it; empty: it cannot be ended
    QString again; //!< text of the button that previews it anew; empty: none
    QString managers; //!< to be typed so that fields are taken over from them; empty: nothing can be taken over
    bool canTakeOver = false;
    bool offersUndo = false;
    bool busy = false; //!< it is being written: the editor waits

    static constexpr qsizetype mostNotes = 12;

    bool operator==(const ChangeFormState &) const = default;
};

[[nodiscard]] ChangeFormState changeFormState(const ChangeFormFacts &facts);

namespace ChangeText {

//! Whether \a one and \a other want the same of the same objects, whatever their ids, words and what was seen before.
[[nodiscard]] bool sameWish(const Change &one, const Change &other);
//! What is left of a change that has ended, to be tried again on the objects as they are now, with \a id; what others
//! changed is what the person has seen by then. Without edits when nothing can be tried again. \a takeOver: also what
//! other managers have.
[[nodiscard]] Change leftOver(
    const Change &change, const QList<EditResult> &results, const QUuid &id, bool takeOver = false);
//! The other managers that have fields of it, as they are to be typed.
[[nodiscard]] QString managersOf(const QList<EditResult> &results);
//! What it was about, in few words: "ResourceQuota tenant-000/tenant-quota in prod-eu", "12 objects in prod-eu".
[[nodiscard]] QString subject(const Change &change);

} // namespace ChangeText
