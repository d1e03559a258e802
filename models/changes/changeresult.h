// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/change.h"
#include "models/changes/objectcompare.h"

//! What became of one object of a change.
struct EditResult
{
    enum class State {
        NotSent, //!< nothing was asked of the server
        Unchanged, //!< there was nothing to do
        Applied, //!< the server said so, or the object shows it
        Verified, //!< applied, and seen so afterwards
        NotConverged, //!< applied, and not seen so within the time that there was
        Conflict, //!< somebody else changed it, or has fields of it
        Refused,
        Failed, //!< for certain not done
        Unknown, //!< no answer came, and the object does not show it
    };

    State state = State::NotSent;
    QString sentence; //!< for people; empty where the state says it all
    ObjectImage live; //!< what was seen last; of a conflict theirs
    ObjectCompare::ThreeWay difference; //!< of a conflict of versions: before, this edit, theirs
    QList<FieldOwnership> owners; //!< of a conflict with other managers

    bool operator==(const EditResult &) const = default;
    //! It is in the cluster.
    [[nodiscard]] bool applied() const;
    //! It need not be sent any more.
    [[nodiscard]] bool settled() const { return state != State::NotSent; }
};

//! How a change ended: exactly one of these.
struct ChangeOutcome
{
    enum class Kind {
        Verified, //!< all of it was made, and seen so
        NotConverged, //!< all of it was made, and not all was seen so
        Partial, //!< some of it was made
        Conflict, //!< nothing was made; somebody else was faster, or has the fields
        Refused, //!< nothing was made: a guard or the server says no
        Failed, //!< nothing was made
        Unknown, //!< nobody knows whether it was made
        Cancelled, //!< nothing was made
    };

    Kind kind = Kind::Failed;
    QString sentence;
    QList<EditResult> results; //!< one for each edit
    QString journalGap; //!< a sentence when the journal could not take down what happened; else empty

    bool operator==(const ChangeOutcome &) const = default;
    [[nodiscard]] bool anyApplied() const;
};

namespace ChangeText {
//! The outcome of which \a results are the parts; its sentence included.
[[nodiscard]] ChangeOutcome sumUp(const QList<EditResult> &results, const QString &clusterName);
//! One stable lower-case word, not translated.
[[nodiscard]] QString id(EditResult::State state);
[[nodiscard]] QString id(ChangeOutcome::Kind kind);
} // namespace ChangeText

Q_DECLARE_METATYPE(ChangeOutcome)
