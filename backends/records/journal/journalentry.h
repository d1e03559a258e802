// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace Records {

//! How far a change has come. Each stage is an entry of its own; nothing that was written changes later.
enum class JournalStage {
    Intended, //!< on disk before the request is sent
    Answered, //!< the server has answered; the outcome says what
    Verified, //!< the informers have seen what was asked for
    DidNotConverge, //!< they have not, in the time given
    Undone, //!< the inverse change, named in the reason, was verified
    Abandoned, //!< never sent, or nobody can say any more; the outcome says which. Ends what a crash left open
};

//! Which cluster: names can be reused, so the uid of its namespace kube-system tells clusters apart.
struct JournalCluster
{
    QString name; //!< as the console shows it
    QString server; //!< URL without user and password
    QString uid; //!< of kube-system; empty while not known

    bool operator==(const JournalCluster &) const = default;
};

struct JournalTarget
{
    QString apiVersion;
    QString kind;
    QString nameSpace; //!< empty for what belongs to the cluster
    QString name;
    QString uid; //!< empty while not known

    bool operator==(const JournalTarget &) const = default;
    //! apiVersion/kind/namespace/name; the parts of one change about one object share it.
    [[nodiscard]] QString key() const;
};

struct JournalOutcome
{
    enum class Kind {
        None, //!< not known yet
        Applied,
        Refused, //!< the server, a guard or a second person said no: nothing was changed
        Failed, //!< an error that leaves no doubt that nothing was changed
        Unknown, //!< the connection broke, say: it may have been applied
    };
    Kind kind = Kind::None;
    std::optional<Error::Kind> error; //!< of Refused, Failed and Unknown
    QString sentence; //!< what was said, for people

    bool operator==(const JournalOutcome &) const = default;
};

//! What a caller knows. The journal adds who, where in the chain and when.
struct JournalDraft
{
    QUuid change; //!< the change's id, which is its Audit-ID too; the same in all its stages
    JournalStage stage = JournalStage::Intended;
    QString kind; //!< of change, as "quota.set"
    QString tenant; //!< empty for none
    JournalCluster cluster;
    JournalTarget target;
    QByteArray before; //!< JSON text; empty: none. Values of Secrets are taken out by the store
    QByteArray after; //!< likewise
    QString reason;
    QString ticket;
    QStringList approvals; //!< one record of text each
    JournalOutcome outcome;
    QString clusterRecord; //!< where the record in the cluster landed, or why there is none
    QStringList secretKeys; //!< members of before and after, at any depth, whose values are secret; not recorded

    bool operator==(const JournalDraft &) const = default;
};

//! One entry as it is recorded. A plain value; any thread.
//!
//! Its canonical form is one line of CanonicalJson, documented here as the format that others verify:
//!   {"after":JSON|null,"approvals":[...],"before":JSON|null,"change":UUID,"cluster":{"name","server","uid"},
//!    "clusterRecord","console","kind","outcome":{"error","kind","sentence"}|null,"previous":HEX,"reason","sequence":N,
//!    "stage","target":{"apiVersion","kind","name","namespace","uid"},"tenant","ticket","time":MS,"user","version":1}
//! Its hash is SHA-256 over the bytes of that form. `previous` is the hash of the entry before, 64 zeros for the first.
struct JournalEntry : JournalDraft
{
    static constexpr int formatVersion = 1;
    static constexpr int maxDocument = 2 * 1024 * 1024; //!< bytes of before or after, canonical
    static constexpr int maxText = 4000; //!< UTF-16 units of reason, outcome's sentence, cluster record, an approval
    static constexpr int maxName = 1024; //!< of every other text; a URL of a server fits
    static constexpr int maxApprovals = 64;
    static constexpr int maxBytes = 2 * maxDocument + 64 * 4 * maxText + 64 * 1024; //!< of a canonical form

    qint64 sequence = 0; //!< 1 for the first, without gaps
    qint64 time = 0; //!< ms since 1970 UTC, by the console's clock
    QString console; //!< id, see ConsoleKeys
    QString user; //!< of the operating system
    QByteArray previous; //!< 32 bytes
    QByteArray hash; //!< 32 bytes; not in the canonical form

    bool operator==(const JournalEntry &) const = default;

    //! The bytes that are hashed. before and after must be canonical already.
    [[nodiscard]] QByteArray canonical() const;
    //! Reads a canonical form, and nothing but that: Error::Malformed for every other spelling of the same, TooLarge
    //! beyond the bounds above. Fills hash with the hash of \a bytes.
    [[nodiscard]] static Result<JournalEntry> read(QByteArrayView bytes);
    //! Error::TooLarge that names the text that is beyond its bound; Error::Malformed for a change without an id.
    [[nodiscard]] Result<void> withinBounds() const;
};

[[nodiscard]] QByteArray sha256(QByteArrayView bytes);

//! The words of the format, as "didNotConverge"; reading gives none for words that are not in it.
[[nodiscard]] QString stageName(JournalStage stage);
[[nodiscard]] std::optional<JournalStage> stageOf(const QString &name);
[[nodiscard]] QString outcomeName(JournalOutcome::Kind kind);
[[nodiscard]] std::optional<JournalOutcome::Kind> outcomeOf(const QString &name);
[[nodiscard]] QString errorName(Error::Kind kind);
[[nodiscard]] std::optional<Error::Kind> errorOf(const QString &name);

} // namespace Records

Q_DECLARE_METATYPE(Records::JournalEntry)
