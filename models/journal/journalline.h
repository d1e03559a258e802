// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/change.h"
#include "models/common/condition.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUuid>

#include <chrono>
#include <optional>

namespace Records {
struct JournalEntry;
struct JournalRow;
} // namespace Records

//! What became of one object of one change, as a line of the journal's table. It holds no documents, so that many fit.
struct JournalLine
{
    QString key; //!< keyOf()
    QUuid change;
    qint64 first = 0; //!< sequence of its first entry
    qint64 last = 0; //!< and of its latest
    QDateTime time; //!< UTC, of the first
    QString person; //!< user of the operating system
    QString tenant;
    QString cluster;
    QString kind; //!< of change, ChangeText::id()
    QString object; //!< "ResourceQuota tenant-000/quota"
    QString what; //!< the first few fields that change, and to what
    QString reason;
    QString ticket;
    Condition stage;
    QString outcome; //!< a sentence, or empty
    qlonglong approvals = 0;
    QString console; //!< its id

    bool operator==(const JournalLine &) const = default;

    [[nodiscard]] static QString keyOf(const Records::JournalEntry &entry);
    [[nodiscard]] static JournalLine of(const Records::JournalRow &row);
    //! Takes over what a later entry of the same says.
    void follow(const Records::JournalEntry &entry);
};

//! Which lines a person wants; what is empty does not restrict. The whole journal is searched.
struct JournalWish
{
    QString text; //!< anywhere in its entries
    QString person;
    QString tenant;
    QString cluster;
    QString kind;
    std::optional<std::chrono::seconds> within; //!< so far back from now
    QDateTime from; //!< without `within`; invalid: no bound
    QDateTime to; //!< likewise; not included

    bool operator==(const JournalWish &) const = default;
    [[nodiscard]] bool isEmpty() const { return *this == JournalWish(); }
};

//! All that the journal holds of one line.
struct JournalHistory
{
    struct Stage
    {
        qint64 sequence = 0;
        QDateTime time; //!< UTC
        Condition condition;
        QString person;
        QString console; //!< id
        QString sentence; //!< what was said; often empty
        QString record; //!< what became of the record in the cluster; often empty
        QString hash; //!< of the entry, 64 figures

        bool operator==(const Stage &) const = default;
    };

    QString key;
    //! Its id, and as much of it as titles need: undoing it reads the rest from the journal.
    Change change;
    QString object;
    QByteArray before; //!< JSON; empty: the object did not exist. Values of Secrets are fingerprints
    QByteArray after; //!< likewise
    QStringList approvals;
    QList<Stage> stages; //!< the first one first
    QString whyNoUndo; //!< a sentence; empty when it can be tried
    QString problem; //!< a sentence when it could not be read; then all else but the key is empty

    bool operator==(const JournalHistory &) const = default;

    //! \a entries: all of the change of the line \a key, by their sequence.
    [[nodiscard]] static JournalHistory of(const QString &key, const QList<Records::JournalEntry> &entries);
    //! For the clipboard and for people: everything but the documents, a line each.
    [[nodiscard]] QString text() const;
};
