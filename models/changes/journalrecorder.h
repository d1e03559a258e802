// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/changejournal.h"

#include <QObject>
#include <QString>
#include <QUuid>

#include <memory>

class ClusterRecord;
namespace Records {
struct JournalDraft;
class JournalStore;
} // namespace Records

//! Writes what becomes of changes into the journal on disk: for each edit an entry "intended", one "answered", and one
//! that ends it. All entries of a change bear its id, and each edit has its own target; the edits of a change are in
//! the order of their intentions, so that Change::auditId() can be told from them. What was never applied ends as
//! "abandoned", with the outcome that says why. Lives in the window's thread.
class JournalRecorder final : public QObject, public ChangeJournal
{
    Q_OBJECT

public:
    struct Cluster
    {
        QString name; //!< as the console shows it
        QString server; //!< URL without user and password
        QString uid; //!< of kube-system; empty while not known
    };

    //! \a store must outlive this.
    JournalRecorder(Records::JournalStore &store, Cluster cluster, QObject *parent = nullptr);
    ~JournalRecorder() override;

    //! Leaves a record in the cluster of each change that was made, after it has ended; null for none.
    void setClusterRecord(std::unique_ptr<ClusterRecord> record);
    [[nodiscard]] ClusterRecord *clusterRecord() const { return m_record.get(); }

    void setClusterName(const QString &name) { m_cluster.name = name; }
    void setClusterUid(const QString &uid) { m_cluster.uid = uid; }

    //! When the journal cannot take one of the intentions, those before it are abandoned.
    void recordIntended(const Change &change, Recorded done) override;
    void recordAnswered(const Change &change, qsizetype edit, const EditResult &result, Recorded done) override;
    //! A verified undo marks what it undid as well.
    void recordEnded(const Change &change, const ChangeOutcome &outcome, Recorded done) override;

private:
    struct Queue;
    //! What a person typed, without the secrets of the change. The store knows those of what it is given with an entry,
    //! and later entries of a change have no objects.
    struct Words
    {
        QUuid change;
        QString typedReason;
        QString typedTicket;
        QString reason;
        QString ticket;
    };

    Records::JournalStore &m_store;
    Cluster m_cluster;
    std::unique_ptr<ClusterRecord> m_record;
    mutable Words m_words; // of the last change; bulk changes ask for each of their objects

    [[nodiscard]] const Words &wordsOf(const Change &change) const;
    [[nodiscard]] Records::JournalDraft draft(const Change &change, qsizetype edit) const;
    void leaveRecord(const Change &change, const ChangeOutcome &outcome, const Queue &queue);
    //! One after the other, until one fails.
    void recordNext(const std::shared_ptr<Queue> &queue);
};
