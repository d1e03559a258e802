// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/changeresult.h"

//! The change that takes another one back. It goes through the same river as any other.
struct Undo
{
    bool possible = false;
    Change change; //!< when possible
    //! What others have changed of the same since, as "ResourceQuota a/b: spec.hard.pods"; undoing replaces that.
    QStringList movedOn;
    QString sentence; //!< what will happen, or why it cannot
};

//! \a done: as it was when it ended, with each edit's `before` and `after`; \a results: what became of its edits, only
//! those that were applied are taken back, the last one first. \a live: the objects as they are now, one for each edit.
//! What was changed is given back its old values; what others changed besides stays. An object that was deleted is made
//! anew, with another identity. Pure.
[[nodiscard]] Undo undoOf(
    const Change &done, const QList<EditResult> &results, const QList<ObjectImage> &live, const QUuid &id);
