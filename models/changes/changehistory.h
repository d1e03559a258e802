// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/changeriver.h"

//! What changes of the past look like to a person. Pure.
namespace ChangeHistory {

//! The one that "undo" means: the newest that did something, is no undoing itself and has not been undone; null when
//! there is none. \a ended: newest first.
[[nodiscard]] const EndedChange *lastUndoable(const QList<EndedChange> &ended);
//! Why it cannot be undone; empty when it can.
[[nodiscard]] QString whyNoUndo(const EndedChange &change, const QList<EndedChange> &ended);
//! One line for it: what it was about and how it ended.
[[nodiscard]] QString sentence(const EndedChange &change);
//! Date and time, local.
[[nodiscard]] QString clock(const QDateTime &utc);
//! The wish to take \a done back, with a reason that says so. \a undo: what it takes.
[[nodiscard]] Change wishToUndo(const Undo &undo, const Change &done);
//! What the button of that wish says.
[[nodiscard]] QString undoAction(const Change &undo);
//! How much of \a recorded is known to be made: "2 of 5 objects".
[[nodiscard]] QString progress(const RecordedChange &recorded);

} // namespace ChangeHistory
