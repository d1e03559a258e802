// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/journalfeed.h"

#include "backends/core/clock.h"
#include "backends/records/journal/journalstore.h"
#include "models/journal/journaltexts.h"

#include <algorithm>

using namespace Records;

namespace {

constexpr FreshnessPolicy journalFreshness{std::chrono::seconds(15), std::chrono::seconds(60)};

QList<JournalLine> linesOf(const JournalRowPage &page)
{
    QList<JournalLine> lines;
    for (const Records::JournalRow &row : page.rows)
        lines.append(JournalLine::of(row));
    return lines;
}

} // namespace

JournalFeed::JournalFeed(JournalStore &store, const Clock &clock, QString file, QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock), m_file(std::move(file))
{
    connect(&m_store, &JournalStore::recorded, this, &JournalFeed::follow);
}

JournalFeed::~JournalFeed() = default;

void JournalFeed::setWatched(bool watched)
{
    if (watched == m_watched)
        return;
    m_watched = watched;
    m_refresh.reset();
    if (watched)
        refresh();
}

void JournalFeed::setWish(const JournalWish &wish)
{
    if (wish == m_wish)
        return;
    m_wish = wish;
    ++m_serial;
    m_settled = m_more = m_asking = false;
    m_table.merge({}); // lines that nobody asked for must not be taken for an answer
    Q_EMIT stateChanged();
    if (m_watched)
        refresh();
}

JournalFilter JournalFeed::filter() const
{
    JournalFilter filter;
    filter.user = m_wish.person;
    filter.tenant = m_wish.tenant;
    filter.cluster = m_wish.cluster;
    filter.kind = m_wish.kind;
    filter.text = m_wish.text;
    filter.limit = pageSize;
    if (m_wish.within) {
        filter.from = m_clock.now().addSecs(-m_wish.within->count()).toMSecsSinceEpoch();
        return filter;
    }
    if (m_wish.from.isValid())
        filter.from = m_wish.from.toMSecsSinceEpoch();
    if (m_wish.to.isValid())
        filter.to = m_wish.to.toMSecsSinceEpoch();
    return filter;
}

void JournalFeed::ask(const JournalFilter &filter, std::function<void(const JournalRowPage &)> take)
{
    m_store.rows(filter, this, [this, serial = m_serial, take = std::move(take)](const Result<JournalRowPage> &page) {
        if (serial != m_serial)
            return;
        if (!page) {
            fail(page.error());
            return;
        }
        take(*page);
        confirm();
        Q_EMIT stateChanged();
    });
}

void JournalFeed::refresh()
{
    m_soon.reset();
    m_refresh = m_clock.after(pace, [this] {
        if (m_watched)
            refresh();
    });
    ask(filter(), [this](const JournalRowPage &page) { takeHead(page); });
}

//! The newest lines, of which some may be known.
void JournalFeed::takeHead(const JournalRowPage &page)
{
    const QList<JournalLine> lines = linesOf(page);
    const bool reaches = std::any_of(
        lines.begin(), lines.end(), [this](const JournalLine &line) { return m_table.rowOf(line.key) >= 0; });
    if (!m_settled || !page.more || !reaches) {
        m_table.merge(lines); // else there would be a gap between these and the rest
        m_more = page.more;
        m_asking = false;
        ++m_serial; // older lines that are on their way would leave one, too
    } else {
        m_table.update(lines);
    }
    m_settled = true;
    trim();
}

void JournalFeed::loadMore()
{
    if (!m_settled || !hasMore() || m_asking)
        return;
    m_asking = true;
    JournalFilter older = filter();
    const auto &rows = m_table.rows();
    older.before = std::min_element(rows.begin(), rows.end(), [](const JournalLine &a, const JournalLine &b) {
        return a.first < b.first;
    })->first;
    ask(older, [this](const JournalRowPage &page) {
        m_asking = false;
        m_more = page.more;
        m_table.update(linesOf(page));
    });
}

//! What came in at the top drops out at the end, where it can be asked for again.
void JournalFeed::trim()
{
    if (m_table.rowCount() <= mostLines + pageSize)
        return;
    std::vector<qint64> sequences;
    for (const JournalLine &line : m_table.rows())
        sequences.push_back(line.first);
    const auto least = sequences.end() - mostLines;
    std::nth_element(sequences.begin(), least, sequences.end());
    QStringList doomed;
    for (const JournalLine &line : m_table.rows()) {
        if (line.first < *least)
            doomed.append(line.key);
    }
    m_table.remove(doomed);
    m_more = true;
}

void JournalFeed::follow(const JournalEntry &entry)
{
    if (!m_watched)
        return;
    const int row = m_table.rowOf(JournalLine::keyOf(entry));
    if (row >= 0) {
        JournalLine line = m_table.at(row);
        line.follow(entry);
        m_table.update({line});
    } else if (!m_soon) {
        m_soon = m_clock.after(gathering, [this] { refresh(); });
    }
}

void JournalFeed::fail(const Error &error)
{
    m_settled = true;
    m_asking = false;
    m_problem = JournalTexts::problem(error, m_file);
    m_table.setFreshness(journalFreshness.assess(m_confirmed, m_table.freshness().confirmedAt, m_clock.elapsed()));
    Q_EMIT stateChanged();
}

void JournalFeed::confirm()
{
    m_problem.clear();
    m_confirmed = m_clock.elapsed();
    m_table.setFreshness(journalFreshness.assess(m_confirmed, m_clock.now(), m_clock.elapsed()));
}

void JournalFeed::readHistory(const QString &key)
{
    const auto change = QUuid::fromString(key.section(u' ', 0, 0));
    m_store.change(change, this, [this, key](const Result<QList<JournalEntry>> &entries) {
        JournalHistory history;
        if (entries) {
            history = JournalHistory::of(key, *entries);
        } else {
            history.key = key;
            history.problem = JournalTexts::problem(entries.error(), m_file);
        }
        Q_EMIT historyRead(history);
    });
}
