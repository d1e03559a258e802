// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/journalline.h"
#include "models/journal/journaltablemodel.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

class Alarm;
class Clock;
struct Error;
template <typename T>
class Result;
namespace Records {
class JournalStore;
struct JournalEntry;
struct JournalFilter;
struct JournalRowPage;
} // namespace Records

//! Keeps the journal's table: the newest lines that were wished for, more of them as one asks, and what is recorded
//! meanwhile, by this console at once, by others that write the same file within `pace`. What was wished for is looked
//! for in the whole journal; the table holds mostLines of it at most. Nothing is read before somebody watches. Lives in
//! the window's thread and never waits: the journal has a thread of its own.
class JournalFeed final : public QObject
{
    Q_OBJECT

public:
    static constexpr int pageSize = 50; //!< lines
    static constexpr int mostLines = 5000;
    static constexpr std::chrono::seconds pace{5};
    static constexpr std::chrono::milliseconds gathering{100}; //!< entries of one change come close together

    //! \a store and \a clock must outlive this. \a file: the journal's, for sentences.
    JournalFeed(Records::JournalStore &store, const Clock &clock, QString file, QObject *parent = nullptr);
    ~JournalFeed() override;

    [[nodiscard]] JournalTableModel *table() { return &m_table; }
    //! Whether somebody sees the table.
    void setWatched(bool watched);
    void setWish(const JournalWish &wish);
    [[nodiscard]] const JournalWish &wish() const { return m_wish; }
    //! Adds the next older lines, if there are any and none are on their way.
    void loadMore();
    [[nodiscard]] bool hasMore() const { return m_more && m_table.rowCount() < mostLines; }
    //! There is more than the table holds.
    [[nodiscard]] bool isFull() const { return m_more && m_table.rowCount() >= mostLines; }
    //! The wish was answered, or could not be.
    [[nodiscard]] bool settled() const { return m_settled; }
    //! Why the journal cannot be read: a sentence; empty when it can.
    [[nodiscard]] const QString &problem() const { return m_problem; }
    //! All that is written of a line; historyRead() brings it, with a problem when it cannot be read.
    void readHistory(const QString &key);

Q_SIGNALS:
    //! settled(), problem(), hasMore() or isFull() is another.
    void stateChanged();
    void historyRead(const JournalHistory &history);

private:
    Records::JournalStore &m_store;
    const Clock &m_clock;
    QString m_file;
    JournalTableModel m_table;
    JournalWish m_wish;
    QString m_problem;
    bool m_watched = false;
    bool m_settled = false;
    bool m_more = false;
    bool m_asking = false; // for older lines
    quint64 m_serial = 0; // of the wish
    std::optional<std::chrono::milliseconds> m_confirmed;
    std::unique_ptr<Alarm> m_refresh;
    std::unique_ptr<Alarm> m_soon;

    [[nodiscard]] Records::JournalFilter filter() const;
    void refresh();
    void takeHead(const Records::JournalRowPage &page);
    void trim();
    void follow(const Records::JournalEntry &entry);
    void fail(const Error &error);
    void confirm();
    //! Asks for a page; \a take is called when the wish is still the same.
    void ask(const Records::JournalFilter &filter, std::function<void(const Records::JournalRowPage &)> take);
};
