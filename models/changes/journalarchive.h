// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/changearchive.h"

#include <QObject>

#include <memory>

namespace Records {
class JournalStore;
struct JournalEntry;
} // namespace Records

//! The journal on disk, as JournalRecorder writes it, read as changes. Lives in the window's thread.
class JournalArchive final : public QObject, public ChangeArchive
{
    Q_OBJECT

public:
    //! \a store must outlive this.
    explicit JournalArchive(Records::JournalStore &store, QObject *parent = nullptr);

    void unfinished(std::function<void(const QList<RecordedChange> &)> done) override;
    void change(const QUuid &id, std::function<void(const std::optional<RecordedChange> &)> done) override;
    void between(
        const QDateTime &from, const QDateTime &to, std::function<void(const QList<RecordedChange> &)> done) override;

private:
    struct Reading;

    Records::JournalStore &m_store;

    void readNext(const std::shared_ptr<Reading> &reading);
};

//! The change of which \a entries are all that is written, by their sequence; none without an intention. An edit is
//! known by what its object was and was to become, so it comes back as one that leads from the one to the other. Pure.
[[nodiscard]] std::optional<RecordedChange> recordedChange(const QList<Records::JournalEntry> &entries);
//! The plural in URLs of what is called \a kind, by the rule that Kubernetes itself guesses by
//! (k8s.io/apimachinery/pkg/api/meta, UnsafeGuessKindToResource). Pure.
[[nodiscard]] QString guessedResource(const QString &kind);
