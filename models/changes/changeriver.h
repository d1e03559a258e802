// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/changearchive.h"
#include "models/changes/changepolicy.h"
#include "models/changes/changerights.h"
#include "models/changes/undo.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

class ChangeJournal;
class ChangeRun;
class ChangeTarget;
class Clock;
class RandomSource;
struct ReadAnswer;

//! A cluster as a place that changes can go to.
struct ChangePlace
{
    QString name; //!< for people and policies
    QString server; //!< URL without user and password
    std::unique_ptr<ChangeTarget> target;
    std::unique_ptr<ChangeJournal> journal;
};

//! A change that has ended in this run of the console.
struct EndedChange
{
    Change change;
    ChangeOutcome outcome;
    QDateTime time; //!< UTC

    bool operator==(const EndedChange &) const = default;
};

//! Something that was begun and has no end.
struct UnfinishedChange
{
    RecordedChange recorded; //!< with the cluster's id, when it is connected
    QString problem; //!< a sentence when it cannot go on; else empty

    bool operator==(const UnfinishedChange &) const = default;
};

//! Where every write of the product starts: knows the clusters that changes can go to, and owns the changes on their
//! way. Nothing but this makes a ChangeRun for a person. Lives in the window's thread.
class ChangeRiver final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostEnded = 100;

    //! References must outlive this.
    ChangeRiver(const Clock &clock, RandomSource &random, QObject *parent = nullptr);
    ~ChangeRiver() override;

    void setPolicy(const ChangePolicy &policy);
    [[nodiscard]] const ChangePolicy &policy() const { return m_policy; }
    //! Where changes of the past can be looked up; must outlive this; null for none. Looks for what is unfinished.
    void setArchive(ChangeArchive *archive);
    //! What is younger is left out of unfinished(), for as long as it is: another console may be at it.
    void setUnfinishedAge(std::chrono::seconds age);

    void addCluster(const QString &id, ChangePlace place);
    //! Its name for people may change while it is connected; \a user: as the cluster knows this identity.
    void setCluster(const QString &id, const QString &name, const QString &user);
    //! What is on its way there is left as a crash would leave it.
    void removeCluster(const QString &id);
    [[nodiscard]] bool hasCluster(const QString &id) const;
    [[nodiscard]] QString clusterName(const QString &id) const;
    //! The id of the cluster that is called \a name, or has it as its id; empty when none that is connected does.
    [[nodiscard]] QString clusterCalled(const QString &name) const;
    //! As the cluster knows this identity; empty while that is not known.
    [[nodiscard]] QString user(const QString &id) const;

    //! UTC.
    [[nodiscard]] QDateTime now() const;
    //! One without edits, with an id of its own.
    [[nodiscard]] Change newChange(const QString &clusterId, ChangeKind kind) const;
    //! Starts on the next turn of the event loop; null when its cluster is not connected. Belongs to this, which
    //! destroys it when it has told that it ended.
    ChangeRun *begin(const Change &change);
    //! An informer has seen something of this object: changes that wait for it look at once. Cheap when none does.
    void notice(const QString &clusterId, const ObjectName &object);
    //! Of unfinished(): looks what became of it, and asks before the rest is sent. Null when there is none of that id,
    //! or it cannot go on.
    ChangeRun *resume(const QUuid &id);
    //! One that was resumed and not confirmed: is unfinished again, as before it was resumed. Others stay as they are.
    void putBack(const QUuid &id);
    //! Of unfinished(): writes down that nobody knows any more, so that it is not asked about again.
    void giveUp(const QUuid &id);
    [[nodiscard]] const QList<UnfinishedChange> &unfinished() const { return m_unfinished; }
    //! Whether the archive has answered yet.
    [[nodiscard]] bool unfinishedKnown() const { return m_unfinishedKnown; }
    void lookForUnfinished();

    //! One object as the server has it now; without a name the list of all of its kind there. Fails when the cluster is
    //! not connected. Once, unless \a context is gone by then.
    void read(const QString &clusterId, const ObjectName &object, QObject *context,
        std::function<void(const ReadAnswer &)> done);
    //! What would take back a change that ended, in this run or, with an archive, in an earlier one: reads its objects
    //! as they are now. Once, unless \a context is gone by then.
    void undo(const QUuid &id, QObject *context, std::function<void(const Undo &)> done);
    //! Newest first.
    [[nodiscard]] const QList<EndedChange> &ended() const { return m_ended; }
    [[nodiscard]] ChangeRights &rights() { return m_rights; }

Q_SIGNALS:
    void began(ChangeRun *run);
    void changeEnded(const EndedChange &change);
    //! Others, or known for the first time.
    void unfinishedChanged();
    void clustersChanged();
    void policyChanged();

private:
    struct Place;
    struct Undoing;

    const Clock &m_clock;
    RandomSource &m_random;
    ChangePolicy m_policy;
    ChangeRights m_rights;
    ChangeArchive *m_archive = nullptr;
    std::vector<std::unique_ptr<Place>> m_places;
    QList<EndedChange> m_ended;
    QList<UnfinishedChange> m_unfinished;
    bool m_unfinishedKnown = false;
    std::chrono::seconds m_unfinishedAge{0};
    std::unique_ptr<Alarm> m_lookAgain;

    [[nodiscard]] QUuid newId() const;
    [[nodiscard]] Place *find(const QString &id) const;
    [[nodiscard]] Place *placeOf(const RecordedChange &recorded) const;
    [[nodiscard]] ChangeRun *makeRun(const Change &change);
    void takeUnfinished(const QList<RecordedChange> &found);
    [[nodiscard]] UnfinishedChange judge(RecordedChange recorded) const;
    void forget(const QUuid &unfinished);
    void takeEnd(ChangeRun *run, const ChangeOutcome &outcome);
    void undoOne(const RecordedChange &done, const std::shared_ptr<Undoing> &undoing);
    void readForUndo(const std::shared_ptr<Undoing> &undoing);
};
