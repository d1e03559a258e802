// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/changeresult.h"

#include <QDateTime>

#include <functional>
#include <optional>

//! A change as it was written down: by another run of the console, or by another console.
struct RecordedChange
{
    Change change; //!< its edits in the order of their intentions; `cluster` is empty: who shows it finds it by place
    QString server; //!< of the cluster: URL without user and password
    QList<EditResult> results; //!< one for each edit; NotSent where nothing is written of an answer
    QDateTime time; //!< UTC; of the last thing that was written of it
    bool over = false; //!< each of its edits has an end
    //! Values in it were secret and are not kept, so that it can neither go on nor be taken back.
    bool incomplete = false;
    QDateTime begun = {}; //!< UTC; of the first thing that was written of it
    QString user = {}; //!< of the operating system, who made it

    bool operator==(const RecordedChange &) const = default;
};

//! Where changes can be looked up that were made before. Answers once, from the event loop of the caller's thread and
//! never from within the call; the oldest change first. What cannot be read is answered with nothing.
class ChangeArchive
{
public:
    virtual ~ChangeArchive() = default;
    //! Begun, and without an end: what a crash left, and what other consoles are making just now.
    virtual void unfinished(std::function<void(const QList<RecordedChange> &)> done) = 0;
    virtual void change(const QUuid &id, std::function<void(const std::optional<RecordedChange> &)> done) = 0;
    //! Begun at \a from or later, and before \a to: the newest mostBetween of them.
    virtual void between(
        const QDateTime &from, const QDateTime &to, std::function<void(const QList<RecordedChange> &)> done)
        = 0;

    static constexpr int mostBetween = 200; //!< objects of changes
};
