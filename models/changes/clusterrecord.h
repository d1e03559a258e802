// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/changetarget.h"

#include <QHash>
#include <QObject>
#include <QUuid>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>

class Alarm;
class Clock;
namespace Records {
struct JournalEntry;
class JournalStore;
} // namespace Records

//! Leaves a record of each change in its cluster, for those who have the cluster and not this console's disk: a signed
//! summary (Records::ChangeSummary) in a ConfigMap of a month, and an Event on each object. Of changes of which nothing
//! was made there is none.
//!
//! It comes after the change: nothing waits for it, and when it cannot be left, the change is made all the same. What
//! became of it is one more entry of the journal for each object, in the same stage as its last one, with
//! JournalDraft::clusterRecord. When the console ends in between, that entry is missing, which says as much.
//!
//! Its writes carry Audit-IDs that follow from the change's, see auditIdOfSummary() and auditIdOfEvent(); each that was
//! sent is named in the clusterRecord as "Audit-ID", a blank and the id, so that the server's audit log and the journal
//! pair: auditIds() reads them back. A write that is sent again because another console was faster has the same id, and
//! at most one of these was done.
//!
//! One of these for each cluster, which writes one record after the other. Lives in the window's thread.
class ClusterRecord final : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        QString nameSpace = QStringLiteral("pilothouse"); //!< of the ConfigMaps; empty: no records
        qsizetype maxBytes = 512 * 1024; //!< of a ConfigMap's keys and values; etcd takes 1.5 MiB
    };

    static constexpr int mostEvents = 100; //!< of one change
    static constexpr size_t mostWaiting = 1000; //!< changes
    static constexpr int mostTries = 12; //!< of a write that others are faster than
    static constexpr std::chrono::seconds patience{20}; //!< for an answer
    static constexpr std::chrono::milliseconds pause{50}; //!< before another try, times their number, and some chance
    static constexpr std::chrono::seconds rightsKept{60};

    //! References must outlive this; \a target is asked by nothing else than this and changes.
    ClusterRecord(ChangeTarget &target, Records::JournalStore &store, const Clock &clock, Settings settings,
        QObject *parent = nullptr);
    ~ClusterRecord() override;

    //! \a last: the last entry of each edit that was made, or may have been; \a edits likewise: which ones they are.
    void keep(const Change &change, const QList<qsizetype> &edits, const QList<Records::JournalEntry> &last);
    //! The change was taken back meanwhile: what is written of it from now on must not seem to be before that.
    void noteUndone(const QUuid &change, const QString &reason);
    //! Changes whose record is not left yet.
    [[nodiscard]] qsizetype waiting() const { return static_cast<qsizetype>(m_jobs.size()); }

    [[nodiscard]] static QUuid auditIdOfSummary(const QUuid &change);
    [[nodiscard]] static QUuid auditIdOfEvent(const QUuid &change, qsizetype edit);
    //! All that \a clusterRecord names.
    [[nodiscard]] static QList<QUuid> auditIds(const QString &clusterRecord);

Q_SIGNALS:
    //! What became of the record is in the journal, or could not be written there.
    void kept(const QUuid &change);

private:
    struct Job;
    struct Right
    {
        Guard::RightAnswer answer;
        std::chrono::milliseconds until{0};
    };

    ChangeTarget &m_target;
    Records::JournalStore &m_store;
    const Clock &m_clock;
    Settings m_settings;
    std::deque<std::unique_ptr<Job>> m_jobs; // the first one is being worked on
    QHash<QString, Right> m_rights;
    quint64 m_ticket = 0; // of the question whose answer is awaited
    std::unique_ptr<Alarm> m_alarm;

    [[nodiscard]] Job &job() { return *m_jobs.front(); }
    [[nodiscard]] quint64 await(std::function<void()> late);
    [[nodiscard]] bool redeem(quint64 ticket);
    template <typename Answer>
    [[nodiscard]] std::function<void(const Answer &)> awaited(
        const Answer &late, void (ClusterRecord::*take)(const Answer &));
    void later(std::chrono::milliseconds delay, void (ClusterRecord::*step)());

    void begin();
    void askForRights();
    void takeRights(const RightsAnswer &answer);
    [[nodiscard]] Guard::RightAnswer rightTo(const Guard::RightQuestion &question) const;
    [[nodiscard]] QList<Guard::RightQuestion> questions();
    void summarise();
    void readMap();
    void takeMap(const ReadAnswer &answer);
    void takeMapWrite(const WriteAnswer &answer);
    void nextEvent();
    void takeEvent(const WriteAnswer &answer);
    void recordNext();
    void finish();
};
