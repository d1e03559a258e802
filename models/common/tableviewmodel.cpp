// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tableviewmodel.h"

#include "models/common/tablemodel.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace {

//! Looking at and sorting that many rows is not felt, not even in a build without optimisation.
constexpr size_t manyRows = 2000;
//! More rows than that are reported as one stretch.
constexpr size_t manyChanged = 512;
//! More than that, soon after others were put in order, wait for more to come.
constexpr size_t manyAtOnce = 256;
//! That many rows may find their place at any time.
constexpr size_t fewLoose = 8;
//! Rows that come and go in more stretches than that are told of all at once.
constexpr int fewStretches = 16;
constexpr qint64 sliceMilliseconds = 6;
constexpr std::chrono::milliseconds breath{1000};
constexpr std::chrono::milliseconds pourPause{100};

} // namespace

TableViewModel::TableViewModel(TableModel *model, QObject *parent)
    : QAbstractProxyModel(parent), m_table(model), m_ordering(model, &m_rows)
{
    setSourceModel(model);
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, [this] { work(QDeadlineTimer(sliceMilliseconds)); });
    m_breath.setSingleShot(true);
    m_breath.setInterval(breath);
    connect(&m_breath, &QTimer::timeout, this, &TableViewModel::breathed);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pourPause);
    connect(&m_pause, &QTimer::timeout, this, &TableViewModel::paused);
    follow();
    (void)m_rows.insert(0, model->rowCount());
    m_viewRow.resize(m_rows.all().size(), -1);
    m_ordering.reset();
    lookAtAll();
}

void TableViewModel::follow()
{
    connect(m_table, &TableModel::rowsChanged, this, &TableViewModel::sourceRowsChanged);
    connect(m_table, &TableModel::rowsSwapped, this, &TableViewModel::sourceRowsSwapped);
    connect(m_table, &QAbstractItemModel::dataChanged, this, &TableViewModel::sourceDataChanged);
    connect(m_table, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { sourceRowsInserted(first, last); });
    connect(m_table, &QAbstractItemModel::rowsAboutToBeRemoved, this,
        [this](const QModelIndex &, int first, int last) { sourceRowsAboutToBeRemoved(first, last); });
    connect(m_table, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex &, int first, int last) { sourceRowsRemoved(first, last); });
    connect(m_table, &QAbstractItemModel::layoutAboutToBeChanged, this, &TableViewModel::sourceLayoutAboutToBeChanged);
    connect(m_table, &QAbstractItemModel::layoutChanged, this, &TableViewModel::sourceLayoutChanged);
    connect(m_table, &QAbstractItemModel::rowsAboutToBeMoved, this, &TableViewModel::sourceLayoutAboutToBeChanged);
    connect(m_table, &QAbstractItemModel::rowsMoved, this, &TableViewModel::sourceLayoutChanged);
    connect(m_table, &QAbstractItemModel::modelAboutToBeReset, this, &TableViewModel::beginResetModel);
    connect(m_table, &QAbstractItemModel::modelReset, this, &TableViewModel::sourceReset);
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
    m_pace = pace;
    if (pace == Pace::Gentle)
        return;
    m_pause.stop();
    settle();
}

bool TableViewModel::unsettled() const
{
    return m_ordering.running() || !m_late.empty() || m_ordering.looseCount() > 0;
}

void TableViewModel::settle()
{
    while (unsettled()) {
        if (!m_ordering.running())
            m_ordering.start(takeLate());
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

bool TableViewModel::inSlices(size_t rows) const
{
    return m_pace == Pace::Gentle && rows > manyRows;
}

void TableViewModel::lookAtAll()
{
    (void)takeLate(); // they are among all
    lookAt(std::vector<int>(m_rows.all()));
}

void TableViewModel::lookAt(std::vector<int> &&slots)
{
    const bool slowly = inSlices(slots.size() + m_ordering.looseCount());
    m_ordering.start(std::move(slots));
    if (slowly)
        m_slice.start();
    else
        work(QDeadlineTimer(QDeadlineTimer::Forever));
}

void TableViewModel::work(const QDeadlineTimer &deadline)
{
    if (!m_ordering.run(m_order, deadline))
        return;
    m_slice.stop();
    if (m_pace == Pace::Gentle) {
        m_breath.start();
        m_pause.start();
    }
    show(m_ordering.takeResult());
    finished();
}

void TableViewModel::finished()
{
    m_rows.reuse();
    const bool newcomers = std::exchange(m_newcomers, false);
    if (newcomers && m_late.size() > manyAtOnce && m_pause.isActive())
        return; // until then there may be more
    if (newcomers || !inSlices(m_late.size()))
        changed(takeLate());
}

void TableViewModel::breathed()
{
    if (!m_ordering.running() && unsettled())
        lookAt(takeLate());
}

void TableViewModel::paused()
{
    if (!m_ordering.running() && !m_late.empty())
        lookAt(takeLate());
}

//! What the rows hold has changed; the view knows already.
void TableViewModel::changed(std::vector<int> &&slots)
{
    if (m_ordering.running()) {
        later(slots);
        return;
    }
    if (!m_late.empty()) // those have their turn soon
        std::erase_if(slots, [this](int slot) { return isLate(slot); });
    if (inSlices(slots.size())) {
        lookAt(std::move(slots));
        return;
    }
    bool comeOrGone = false;
    for (const int slot : slots) {
        m_ordering.look(slot);
        comeOrGone = comeOrGone || m_ordering.accepts(slot) != (m_viewRow[static_cast<size_t>(slot)] >= 0);
    }
    const size_t loose = m_ordering.looseCount();
    if (loose > 0 && (m_pace == Pace::AtOnce || loose <= fewLoose || !m_breath.isActive()))
        lookAt({});
    else if (comeOrGone)
        show(m_ordering.patched(m_order));
}

void TableViewModel::later(const std::vector<int> &slots)
{
    m_isLate.resize(static_cast<size_t>(m_rows.capacity()), false);
    for (const int slot : slots) {
        if (!m_isLate[static_cast<size_t>(slot)])
            m_late.push_back(slot);
        m_isLate[static_cast<size_t>(slot)] = true;
    }
}

bool TableViewModel::isLate(int slot) const
{
    const auto at = static_cast<size_t>(slot);
    return at < m_isLate.size() && m_isLate[at];
}

std::vector<int> TableViewModel::takeLate()
{
    for (const int slot : m_late)
        m_isLate[static_cast<size_t>(slot)] = false;
    return std::exchange(m_late, {});
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

void TableViewModel::sourceRowsChanged(const QList<int> &rows)
{
    std::vector<int> slots;
    slots.reserve(static_cast<size_t>(rows.size()));
    for (const int row : rows)
        slots.push_back(m_rows.slotAt(row));
    tellChanged(slots);
    changed(std::move(slots));
}

void TableViewModel::sourceDataChanged(const QModelIndex &first, const QModelIndex &last)
{
    if (m_table->toldByRow() || !first.isValid() || !last.isValid())
        return;
    std::vector<int> slots(m_rows.all().begin() + first.row(), m_rows.all().begin() + last.row() + 1);
    tellChanged(slots);
    if (inSlices(slots.size()) && m_breath.isActive())
        later(slots); // nobody knows which of so many have really changed
    else
        changed(std::move(slots));
}

void TableViewModel::sourceRowsInserted(int first, int last)
{
    const bool before = first < m_rows.rowCount();
    std::vector<int> slots = m_rows.insert(first, last - first + 1);
    m_viewRow.resize(static_cast<size_t>(m_rows.capacity()), -1);
    m_ordering.add(slots);
    if (before && m_sortColumn < 0) {
        lookAtAll(); // the rows behind have other numbers now
        return;
    }
    m_newcomers = m_newcomers || m_ordering.running();
    if (m_pace == Pace::AtOnce || slots.size() <= manyAtOnce)
        changed(std::move(slots));
    else if (m_ordering.running() || m_pause.isActive())
        later(slots);
    else
        lookAt(std::move(slots));
}

//! The rows leave the view while they can still be read.
void TableViewModel::sourceRowsAboutToBeRemoved(int first, int last)
{
    const std::vector<int> going(m_rows.all().begin() + first, m_rows.all().begin() + last + 1);
    std::vector<bool> goes(m_viewRow.size(), false);
    for (const int slot : going)
        goes[static_cast<size_t>(slot)] = true;
    m_ordering.forget(going);
    std::vector<int> late = takeLate();
    std::erase_if(late, [&](int slot) { return goes[static_cast<size_t>(slot)]; });
    later(late);
    std::vector<int> order;
    order.reserve(m_order.size());
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(order),
        [&](int slot) { return !goes[static_cast<size_t>(slot)]; });
    show(order);
}

void TableViewModel::sourceRowsRemoved(int first, int last)
{
    m_rows.remove(first, last);
    if (!m_ordering.running())
        m_rows.reuse();
    if (m_sortColumn < 0)
        lookAtAll();
}

void TableViewModel::sourceRowsSwapped(const QList<int> &left, const QList<int> &right)
{
    for (qsizetype i = 0; i < left.size(); ++i)
        m_rows.swapRows(left.at(i), right.at(i));
    if (m_sortColumn < 0)
        lookAtAll();
}

//! Rows that change places in another way are known by their keys.
void TableViewModel::sourceLayoutAboutToBeChanged()
{
    if (m_table->toldByRow())
        return;
    m_keys.clear();
    m_keys.reserve(m_rows.rowCount());
    for (int row = 0; row < m_rows.rowCount(); ++row)
        m_keys.append(m_table->key(row));
}

void TableViewModel::sourceLayoutChanged()
{
    if (m_table->toldByRow())
        return;
    std::vector<int> slotAt(m_rows.all().size(), -1);
    for (int row = 0; row < m_rows.rowCount(); ++row) {
        if (const int now = m_table->rowOf(m_keys.at(row)); now >= 0)
            slotAt[static_cast<size_t>(now)] = m_rows.slotAt(row);
    }
    m_keys = {};
    if (std::find(slotAt.begin(), slotAt.end(), -1) != slotAt.end()) {
        beginResetModel(); // keys that are not unique
        sourceReset();
        return;
    }
    m_rows.rearrange(std::move(slotAt));
    if (m_sortColumn < 0)
        lookAtAll();
}

//! Between the beginning and the end of a reset.
void TableViewModel::sourceReset()
{
    m_slice.stop();
    (void)takeLate();
    m_isLate.clear();
    m_rows.reset(m_table->rowCount());
    m_order.clear();
    m_viewRow.assign(m_rows.all().size(), -1);
    m_ordering.reset();
    endResetModel();
    lookAtAll();
}
