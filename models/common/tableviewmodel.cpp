// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tableviewmodel.h"

#include "models/common/tablemodel.h"

#include <algorithm>
#include <utility>

namespace {

//! More rows than that are reported as one stretch.
constexpr size_t manyChanged = 512;
//! That many rows may find their place at any time.
constexpr size_t fewLoose = 8;
//! Rows that come and go in more stretches than that are told of all at once.
constexpr int fewStretches = 16;

} // namespace

TableViewModel::TableViewModel(TableModel *model, QObject *parent)
    : QAbstractProxyModel(parent), m_table(model), m_pace(this), m_ordering(model, &m_rows)
{
    setSourceModel(model);
    connect(&m_pace, &OrderPace::sliceDue, this, [this](qint64 milliseconds) { work(QDeadlineTimer(milliseconds)); });
    connect(&m_pace, &OrderPace::breathOver, this, &TableViewModel::breathed);
    connect(&m_pace, &OrderPace::pauseOver, this, &TableViewModel::paused);
    follow();
    (void)m_rows.insert(0, model->rowCount());
    m_viewRow.resize(m_rows.all().size(), -1);
    m_ordering.reset();
    lookAtAll();
}

QList<int> TableViewModel::sourceRows() const
{
    QList<int> rows;
    rows.reserve(rowCount());
    for (const int slot : m_order)
        rows.append(m_rows.rowOf(slot));
    return rows;
}

void TableViewModel::setFilterText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_ordering.setFilter(TableFilter::parse(text, *m_table));
    lookAtAll();
    Q_EMIT filterChanged();
}

void TableViewModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column < columnCount() ? column : -1;
    m_sortOrder = order;
    m_ordering.sortBy(m_sortColumn, order);
    lookAtAll();
}

void TableViewModel::setPace(Pace pace)
{
    m_pace.setPace(pace);
    if (pace == Pace::AtOnce)
        settle();
}

bool TableViewModel::unsettled() const
{
    return m_ordering.running() || !m_pace.waiting().empty() || m_ordering.looseCount() > 0;
}

void TableViewModel::settle()
{
    while (unsettled()) {
        if (!m_ordering.running())
            m_ordering.start(m_pace.takeWaiting());
        work(QDeadlineTimer(QDeadlineTimer::Forever));
    }
}

QModelIndex TableViewModel::mapToSource(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const int slot = m_order[static_cast<size_t>(index.row())];
    return createSourceIndex(m_rows.rowOf(slot), index.column(), nullptr);
}

QModelIndex TableViewModel::mapFromSource(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_rows.rowCount())
        return {};
    const int row = m_viewRow[static_cast<size_t>(m_rows.slotAt(index.row()))];
    return row < 0 ? QModelIndex() : createIndex(row, index.column());
}

QModelIndex TableViewModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex TableViewModel::parent(const QModelIndex &) const
{
    return {};
}

int TableViewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int TableViewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_table->columnCount();
}

bool TableViewModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0 && columnCount(parent) > 0;
}

//! Not by way of a row: an empty table has titles, too.
QVariant TableViewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_table->headerData(section, orientation, role);
}

void TableViewModel::lookAtAll()
{
    (void)m_pace.takeWaiting(); // they are among all
    lookAt(std::vector<int>(m_rows.all()));
}

void TableViewModel::lookAt(std::vector<int> &&slots)
{
    const bool slowly = m_pace.inSlices(slots.size() + m_ordering.looseCount());
    m_ordering.start(std::move(slots));
    if (slowly)
        m_pace.beginSlices();
    else
        work(QDeadlineTimer(QDeadlineTimer::Forever));
}

void TableViewModel::work(const QDeadlineTimer &deadline)
{
    if (!m_ordering.run(m_order, deadline))
        return;
    m_pace.settled();
    show(m_ordering.takeResult());
    finished();
}

void TableViewModel::finished()
{
    m_rows.reuse();
    const size_t waiting = m_pace.waiting().size();
    if (m_pace.newcomersWait() && m_pace.mayPour(waiting) && m_pace.pausing())
        return; // until then there may be more
    if (m_pace.newcomersWait() || !m_pace.inSlices(waiting))
        changed(m_pace.takeWaiting());
}

void TableViewModel::breathed()
{
    if (!m_ordering.running() && unsettled())
        lookAt(m_pace.takeWaiting());
}

void TableViewModel::paused()
{
    if (!m_ordering.running() && m_pace.newcomersWait())
        lookAt(m_pace.takeWaiting());
}

//! What the rows hold has changed; the view knows already.
void TableViewModel::changed(std::vector<int> &&slots)
{
    if (m_ordering.running()) {
        later(slots);
        return;
    }
    if (!m_pace.waiting().empty()) // those have their turn soon
        std::erase_if(slots, [this](int slot) { return m_pace.waits(slot); });
    if (m_pace.inSlices(slots.size())) {
        lookAt(std::move(slots));
        return;
    }
    bool comeOrGone = false;
    for (const int slot : slots) {
        m_ordering.look(slot);
        comeOrGone = comeOrGone || m_ordering.accepts(slot) != (m_viewRow[static_cast<size_t>(slot)] >= 0);
    }
    const size_t loose = m_ordering.looseCount();
    if (loose > 0 && (m_pace.pace() == Pace::AtOnce || loose <= fewLoose || !m_pace.breathing()))
        lookAt({});
    else if (comeOrGone)
        show(m_ordering.patched(m_order));
}

void TableViewModel::later(const std::vector<int> &slots)
{
    m_pace.defer(slots, m_rows.capacity());
}

//! One signal for each stretch of rows that are shown one below the other.
void TableViewModel::tellChanged(const std::vector<int> &slots)
{
    std::vector<int> rows;
    rows.reserve(slots.size());
    for (const int slot : slots) {
        if (const int row = m_viewRow[static_cast<size_t>(slot)]; row >= 0)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    const int lastColumn = columnCount() - 1;
    const bool wide = rows.size() > manyChanged; // a view looks at the rows in sight, however long the stretch
    for (size_t i = 0; i < rows.size(); ++i) {
        const int first = rows[i];
        if (wide)
            i = rows.size() - 1;
        while (i + 1 < rows.size() && rows[i + 1] == rows[i] + 1)
            ++i;
        Q_EMIT dataChanged(createIndex(first, 0), createIndex(rows[i], lastColumn));
    }
}

void TableViewModel::show(const std::vector<int> &order)
{
    std::vector<bool> stays(m_viewRow.size(), false);
    for (const int slot : order)
        stays[static_cast<size_t>(slot)] = true;
    std::vector<int> leaving;
    int stretches = 0;
    for (int row = 0; row < rowCount(); ++row) {
        if (stays[static_cast<size_t>(m_order[static_cast<size_t>(row)])])
            continue;
        stretches += leaving.empty() || leaving.back() != row - 1 ? 1 : 0;
        leaving.push_back(row);
    }
    bool moved = false;
    int last = -1;
    bool coming = false;
    for (const int slot : order) {
        const int row = m_viewRow[static_cast<size_t>(slot)];
        stretches += row < 0 && !coming ? 1 : 0;
        coming = row < 0;
        moved = moved || (!coming && row < last);
        last = coming ? last : row;
    }
    if (moved || stretches > fewStretches)
        showMany(leaving, order);
    else
        showFew(leaving, order);
}

//! Rows go and come where they are; the others keep their order.
void TableViewModel::showFew(const std::vector<int> &leaving, const std::vector<int> &order)
{
    for (size_t end = leaving.size(); end > 0;) {
        size_t begin = end - 1;
        while (begin > 0 && leaving[begin - 1] == leaving[begin] - 1)
            --begin;
        const int first = leaving[begin];
        const int last = leaving[end - 1];
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row)
            m_viewRow[static_cast<size_t>(m_order[static_cast<size_t>(row)])] = -1;
        m_order.erase(m_order.begin() + first, m_order.begin() + last + 1);
        number(first);
        endRemoveRows();
        end = begin;
    }
    const auto shown = [this](int slot) { return m_viewRow[static_cast<size_t>(slot)] >= 0; };
    for (auto from = order.begin(); (from = std::find_if_not(from, order.end(), shown)) != order.end();) {
        const auto to = std::find_if(from, order.end(), shown);
        const auto first = from - order.begin();
        beginInsertRows({}, static_cast<int>(first), static_cast<int>(to - order.begin()) - 1);
        m_order.insert(m_order.begin() + first, from, to);
        number(static_cast<int>(first));
        endInsertRows();
        from = order.begin() + (to - order.begin());
    }
}

//! What goes is brought to the end first, and what comes is added there: a few signals instead of thousands.
void TableViewModel::showMany(const std::vector<int> &leaving, const std::vector<int> &order)
{
    std::vector<int> next;
    next.reserve(m_order.size() + order.size());
    std::vector<int> coming;
    for (const int slot : order)
        (m_viewRow[static_cast<size_t>(slot)] < 0 ? coming : next).push_back(slot);
    for (const int row : leaving)
        next.push_back(m_order[static_cast<size_t>(row)]);
    if (!leaving.empty() || coming.empty())
        rearrange(std::move(next));
    if (!leaving.empty()) {
        const int kept = rowCount() - static_cast<int>(leaving.size());
        beginRemoveRows({}, kept, rowCount() - 1);
        for (auto slot = m_order.begin() + kept; slot != m_order.end(); ++slot)
            m_viewRow[static_cast<size_t>(*slot)] = -1;
        m_order.resize(static_cast<size_t>(kept));
        endRemoveRows();
    }
    if (coming.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(coming.size()) - 1);
    m_order.insert(m_order.end(), coming.begin(), coming.end());
    number(first);
    endInsertRows();
    rearrange(std::vector<int>(order));
}

//! The same rows in another order.
void TableViewModel::rearrange(std::vector<int> &&order)
{
    if (order == m_order)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    const std::vector<int> old = std::exchange(m_order, std::move(order));
    number(0);
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before) {
        const int slot = old[static_cast<size_t>(index.row())];
        after.append(createIndex(m_viewRow[static_cast<size_t>(slot)], index.column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void TableViewModel::number(int first)
{
    for (int row = first; row < rowCount(); ++row)
        m_viewRow[static_cast<size_t>(m_order[static_cast<size_t>(row)])] = row;
}
