// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/changeresult.h"

#include <functional>

template <typename T>
class Result;

//! Where changes are written down before and after they are made. What is recorded is only added to, never replaced.
//! Everything is answered once, from the event loop of the caller's thread and never from within the call.
class ChangeJournal
{
public:
    //! Told without an error when the entry is on disk, so that it outlives a loss of power; else why it is not.
    using Recorded = std::function<void(const Result<void> &)>;

    virtual ~ChangeJournal() = default;
    //! The change and all its edits, with what they were before and what they will be after: all of it or nothing.
    //! Edit n is known to the server's audit log as change.auditId(n).
    virtual void recordIntended(const Change &change, Recorded done) = 0;
    //! What became of one edit: state Applied, Conflict, Refused, Failed or Unknown.
    virtual void recordAnswered(const Change &change, qsizetype edit, const EditResult &result, Recorded done) = 0;
    //! The change is over; nothing of it will be sent any more.
    virtual void recordEnded(const Change &change, const ChangeOutcome &outcome, Recorded done) = 0;
};
