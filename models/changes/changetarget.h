// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/change.h"
#include "models/changes/guard.h"

#include <functional>

//! What reading one object brought.
struct ReadAnswer
{
    enum class Kind { Found, Missing, Failed };

    Kind kind = Kind::Failed;
    ObjectImage object; //!< when found
    QString sentence; //!< when failed: why, and what to do
};

//! What became of one write or dry run.
struct WriteAnswer
{
    enum class Kind {
        Applied,
        NewerVersion, //!< the object is not in the version that `before` is
        Exists, //!< there is one already
        Owners, //!< other managers have fields of it
        Refused, //!< by rights, quota, admission, validation, or there is no such object
        Failed, //!< for certain not done
        Unknown, //!< nobody knows whether it was done
    };

    Kind kind = Kind::Unknown;
    ObjectImage object; //!< when applied; after a delete it may be empty
    QList<FieldOwnership> owners;
    QString sentence; //!< unless applied: what happened, and what to do
};

//! Whether questions of rights could be asked at all, and what the answers are.
struct RightsAnswer
{
    bool ok = false;
    QList<Guard::RightAnswer> answers; //!< one for each question
    QString sentence; //!< when not ok
};

//! The cluster that a change goes to. Everything is answered once, from the event loop of the caller's thread and never
//! from within the call; whoever asks copes with answers that come late, twice or not at all. Must outlive its askers,
//! but may be asked by somebody who is gone when the answer comes.
class ChangeTarget
{
public:
    using ReadDone = std::function<void(const ReadAnswer &)>;
    using WriteDone = std::function<void(const WriteAnswer &)>;
    using RightsDone = std::function<void(const RightsAnswer &)>;

    virtual ~ChangeTarget() = default;
    //! As the server has it now, not as some cache has it. Without a name: the list of all of its kind there.
    virtual void read(const ObjectName &object, ReadDone done) = 0;
    //! Everything but storing it. The version of \a edit's `before` is the precondition, of both of these.
    virtual void dryRun(const ObjectEdit &edit, WriteDone done) = 0;
    //! Sends it once, never again by itself.
    virtual void write(const ObjectEdit &edit, const QUuid &auditId, WriteDone done) = 0;
    virtual void reviewRights(const QList<Guard::RightQuestion> &questions, RightsDone done) = 0;
    //! Of what is shown of this cluster.
    [[nodiscard]] virtual Freshness freshness() const = 0;
};
