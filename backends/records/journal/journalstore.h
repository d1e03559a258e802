// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/records/journal/changesummary.h"
#include "backends/records/journal/journalquery.h"
#include "backends/records/journal/treehead.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>

class Clock;

namespace Records {

//! The journal of changes: a file to which entries are added, each bound to the one before by its hash, and in which
//! tree heads signed by this console vouch for them.
//!
//! Lives in the thread that makes it, which is where callbacks are called, each from the event loop and while its
//! context lives; functions are to be called there and return at once. SQLite runs in a thread of its own, which this
//! class owns, and does one thing after the other in the order asked.
//!
//! An entry is on the disk, past every cache, before its callback is called: each is a transaction of its own with
//! SQLite's synchronous=FULL, and then goes from the log into the file when nothing more waits. Several consoles may
//! write the same file; who writes next is settled by BEGIN IMMEDIATE.
//!
//! A tree head is signed with every 16th entry, when the store is closed, and whenever signHead() asks for one. Until
//! then entries are only chained: whoever may write the file could make the last ones anew. 16 keeps that tail short
//! and costs 250 bytes of the file and some 0.1 ms each.
//!
//! Errors: TooLarge or Malformed for a draft that cannot be recorded as it is (nothing is ever cut); otherwise as
//! JournalDatabase. A file that could not be opened is tried again with the next call.
class JournalStore final : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        QString file;
        QString keyFolder; //!< see ConsoleKeys
        QString user; //!< of the operating system
        int headEvery = 16; //!< entries

        //! In the folder for this user's data, $XDG_DATA_HOME/pilothouse/journal.
        [[nodiscard]] static Settings usual();
    };

    template <typename Value>
    using Callback = std::function<void(const Result<Value> &)>;

    //! \a clock must outlive this. Nothing is opened before the first call.
    JournalStore(Settings settings, const Clock &clock, QObject *parent = nullptr);
    //! Records what was asked for, signs a head and closes the file; waits for that, a few seconds at most. Callbacks
    //! are not called any more.
    ~JournalStore() override;

    //! Takes secrets out of \a draft, and adds it to the journal. Gives the entry as it was recorded.
    void record(const JournalDraft &draft, QObject *context, Callback<JournalEntry> callback);
    //! Changes, for each of their targets, whose last stage is Intended or Answered, by their last entries: what a
    //! crash left open.
    void unfinished(QObject *context, Callback<QList<JournalEntry>> callback);
    void page(const JournalFilter &filter, QObject *context, Callback<JournalPage> callback);
    //! All stages, the first one first.
    void change(const QUuid &id, QObject *context, Callback<QList<JournalEntry>> callback);
    //! Like page(), one row for each object of each change. The filter's times and `before` are about the first entry
    //! of each; its text may be in any of them.
    void rows(const JournalFilter &filter, QObject *context, Callback<JournalRowPage> callback);
    //! Signs what there is; none when it is signed already.
    void signHead(QObject *context, Callback<std::optional<TreeHead>> callback);
    //! What a cluster is told of the change of which \a last are the last entries: with a tree head that covers them,
    //! and signed.
    void summarise(const QList<JournalEntry> &last, QObject *context, Callback<ChangeSummary> callback);
    //! This console's id, which its entries carry.
    void console(QObject *context, Callback<QString> callback);

Q_SIGNALS:
    //! By this store; what other consoles write into the same file is not told.
    void recorded(const Records::JournalEntry &entry);

private:
    class Worker;

    static constexpr int farewell = 15'000; //!< ms: longer than another console may keep us waiting

    QThread m_thread;
    Worker *m_worker; // lives and dies in m_thread

    template <typename Value>
    void ask(QObject *context, Callback<Value> callback, std::function<Result<Value>(Worker &)> question);
};

} // namespace Records
