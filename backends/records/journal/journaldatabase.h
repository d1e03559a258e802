// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/records/journal/journalquery.h"
#include "backends/records/journal/merkletree.h"
#include "backends/records/journal/treehead.h"

#include <QSqlDatabase>

#include <functional>
#include <limits>
#include <memory>
#include <optional>

class QSqlQuery;

namespace Records {

class ConsoleKeys;

//! The file itself: a connection to SQLite, used in the one thread that opened it. Several processes may have the same
//! file open. Errors: Unsupported for a newer schema; Configuration for a file that cannot be used, with what the
//! system says; Timeout when another console does not let go of it for busyTimeout; Malformed when it is damaged.
class JournalDatabase
{
public:
    //! Makes the file (0600, in a folder 0700) when there is none: as a whole or not at all.
    [[nodiscard]] static Result<std::unique_ptr<JournalDatabase>> open(const QString &file);
    ~JournalDatabase();
    Q_DISABLE_COPY_MOVE(JournalDatabase)

    //! Gives \a entry its place in the chain and writes it; on the disk when this returns. With \a headEvery, a head
    //! signed with \a keys goes in with each such entry.
    [[nodiscard]] Result<JournalEntry> append(JournalEntry entry, const ConsoleKeys &keys, int headEvery);
    //! Signs what there is, unless that was done before, or there is nothing.
    [[nodiscard]] Result<std::optional<TreeHead>> writeHead(const ConsoleKeys &keys, qint64 time);
    //! The newest one; none of a journal that was never signed.
    [[nodiscard]] Result<std::optional<TreeHead>> lastHead();
    //! Brings the log into the file, as far as no other console's reading stands in the way.
    void settle();

    [[nodiscard]] Result<JournalPage> page(const JournalFilter &filter);
    [[nodiscard]] Result<QList<JournalEntry>> change(const QUuid &id);
    [[nodiscard]] Result<JournalRowPage> rows(const JournalFilter &filter);
    //! The last entries of changes, for each of their targets, that are Intended or Answered; at most maxUnfinished.
    [[nodiscard]] Result<QList<JournalEntry>> unfinished();

    static constexpr int schemaVersion = 1;
    static constexpr int maxUnfinished = 10'000;
    static constexpr int busyTimeout = 10'000; //!< ms

    //! The statements that make tables, indexes and triggers, in SQLite's own spelling: verification compares them.
    [[nodiscard]] static const QStringList &schema();
    //! Brings a schema of version \a from up to that many steps, each a list of statements, in one transaction. There
    //! are none yet.
    [[nodiscard]] static Result<void> migrate(QSqlDatabase &database, int from, const QList<QStringList> &steps);
    //! An opened connection on \a databaseName, a name as SQLite takes it, and its removal.
    [[nodiscard]] static Result<QSqlDatabase> connectTo(const QString &databaseName, const QString &options);
    static void disconnectFrom(QSqlDatabase &database);

private:
    explicit JournalDatabase(QSqlDatabase database, QString file);

    QSqlDatabase m_database;
    QString m_file;
    Merkle::Growing m_tree; // over the entries, as far as they were needed yet

    [[nodiscard]] static Result<void> create(const QString &file);
    [[nodiscard]] Result<void> checkSchema();
    [[nodiscard]] Result<void> transact(const std::function<Result<void>()> &action);
    [[nodiscard]] Result<QByteArray> lastHash(qint64 &sequence);
    [[nodiscard]] Result<void> insert(const JournalEntry &entry, const QByteArray &canonical);
    [[nodiscard]] Result<TreeHead> insertHead(Merkle::Growing &tree, const ConsoleKeys &keys, qint64 time);
    [[nodiscard]] Result<QList<JournalEntry>> entries(
        QSqlQuery &query, qsizetype maxBytes = std::numeric_limits<qsizetype>::max());
    [[nodiscard]] Result<JournalRowPage> rowPage(QSqlQuery &query, int limit);
    [[nodiscard]] Error failure(const QSqlQuery &query) const;
};

} // namespace Records
