// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/rowindex.h"
#include "models/common/tablemodel.h"

#include <QHash>
#include <QList>

#include <algorithm>
#include <utility>
#include <vector>

//! One column of a table over \a Row: what it says about itself and how to read its value.
template <typename Row>
struct Column : ColumnInfo
{
    QVariant (*read)(const Row &row) = nullptr;
};

//! Rows kept by key and merged, never reset: what stays is updated in place, so selection, scroll position and current
//! cell survive. Changed rows are reported by rowsChanged and as few ranges of dataChanged. Row needs operator==.
template <typename Row>
class RecordTableModel : public TableModel
{
public:
    using TableModel::TableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] std::span<const ColumnInfo> columns() const override { return m_infos; }
    [[nodiscard]] QVariant value(int row, int column) const override
    {
        return m_columns[static_cast<size_t>(column)].read(m_rows[row]);
    }
    [[nodiscard]] QString key(int row) const final { return keyOf(m_rows[row]); }
    [[nodiscard]] int rowOf(const QString &key) const final
    {
        return m_index.find(qHash(key), [&](int row) { return keyOf(m_rows.at(row)) == key; });
    }
    [[nodiscard]] const Row &at(int row) const { return m_rows[row]; }
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }

    //! Makes the table hold exactly \a rows: removes, updates and appends, in that order.
    void merge(const QList<Row> &rows);
    //! Adds or updates \a rows, leaves the others.
    void update(const QList<Row> &rows);
    //! Removes the rows with these keys.
    void remove(const QStringList &keys);
    //! Calls \a change(Row &) for each row and tells nobody: for what is not seen until somebody asks, such as the
    //! exact moment of the last confirmation. The key must stay.
    template <typename Change>
    void amendQuietly(const Change &change)
    {
        for (Row &row : m_rows)
            change(row);
    }

protected:
    //! To be called once, in the constructor of the concrete model, with a table of static lifetime.
    void setColumns(std::span<const Column<Row>> columns);
    [[nodiscard]] virtual QString keyOf(const Row &row) const = 0;

private:
    std::span<const Column<Row>> m_columns;
    std::vector<ColumnInfo> m_infos;
    QList<Row> m_rows;
    RowIndex m_index;

    using Range = std::pair<int, int>; //!< first and last row
    static constexpr size_t maxRanges = 32;

    [[nodiscard]] static std::vector<Range> rangesOf(std::vector<int> &&rows);
    void append(QList<Row> &&rows);
    void removeRowsAt(std::vector<int> &&doomed);
    void moveToEnd(const std::vector<int> &doomed);
};

template <typename Row>
void RecordTableModel<Row>::setColumns(std::span<const Column<Row>> columns)
{
    m_columns = columns;
    m_infos.assign(columns.begin(), columns.end());
}

template <typename Row>
void RecordTableModel<Row>::merge(const QList<Row> &rows)
{
    std::vector<bool> kept(static_cast<size_t>(m_rows.size()), false);
    for (const Row &row : rows) {
        if (const int known = rowOf(keyOf(row)); known >= 0)
            kept[static_cast<size_t>(known)] = true;
    }
    std::vector<int> doomed;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (!kept[static_cast<size_t>(row)])
            doomed.push_back(row);
    }
    removeRowsAt(std::move(doomed));
    update(rows);
}

template <typename Row>
void RecordTableModel<Row>::update(const QList<Row> &rows)
{
    QList<int> changed;
    QList<Row> added;
    QHash<QString, qsizetype> addedIndex;
    for (const Row &row : rows) {
        const QString key = keyOf(row);
        if (const int known = rowOf(key); known >= 0) {
            if (std::as_const(m_rows).at(known) == row)
                continue;
            m_rows[known] = row;
            changed.append(known);
        } else if (const auto twin = addedIndex.constFind(key); twin != addedIndex.cend()) {
            added[*twin] = row; // named twice: the later one counts
        } else {
            addedIndex.insert(key, added.size());
            added.append(row);
        }
    }
    reportRowsChanged(std::move(changed));
    append(std::move(added));
}

template <typename Row>
void RecordTableModel<Row>::remove(const QStringList &keys)
{
    std::vector<int> doomed;
    for (const QString &key : keys) {
        if (const int row = rowOf(key); row >= 0)
            doomed.push_back(row);
    }
    removeRowsAt(std::move(doomed));
}

template <typename Row>
auto RecordTableModel<Row>::rangesOf(std::vector<int> &&rows) -> std::vector<Range>
{
    std::sort(rows.begin(), rows.end());
    std::vector<Range> ranges;
    for (const int row : rows) {
        if (!ranges.empty() && row <= ranges.back().second + 1)
            ranges.back().second = row;
        else
            ranges.emplace_back(row, row);
    }
    return ranges;
}

template <typename Row>
void RecordTableModel<Row>::append(QList<Row> &&rows)
{
    if (rows.isEmpty())
        return;
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    m_rows.append(std::move(rows));
    for (int row = first; row < m_rows.size(); ++row)
        m_index.insert(qHash(key(row)), row);
    endInsertRows();
}

template <typename Row>
void RecordTableModel<Row>::removeRowsAt(std::vector<int> &&doomed)
{
    std::vector<Range> ranges = rangesOf(std::move(doomed));
    if (ranges.size() > maxRanges) {
        std::vector<int> rows;
        for (const auto &[first, last] : ranges) {
            for (int row = first; row <= last; ++row)
                rows.push_back(row);
        }
        moveToEnd(rows);
        const int count = static_cast<int>(m_rows.size());
        ranges = {{count - static_cast<int>(rows.size()), count - 1}};
    }
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
        const auto [first, last] = *range;
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row)
            m_index.remove(qHash(key(row)), row);
        if (last + 1 < m_rows.size())
            m_index.closeGap(first, last - first + 1);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
    }
}

//! Removing many scattered rows one stretch at a time would shift the rest again and again. So the last ones that stay
//! take the places of those that go; selections follow.
template <typename Row>
void RecordTableModel<Row>::moveToEnd(const std::vector<int> &doomed)
{
    const int kept = static_cast<int>(m_rows.size() - static_cast<qsizetype>(doomed.size()));
    QList<int> going;
    QList<int> staying;
    auto next = doomed.begin();
    for (; next != doomed.end() && *next < kept; ++next)
        going.append(*next);
    for (int row = kept; row < m_rows.size(); ++row) {
        if (next != doomed.end() && *next == row)
            ++next;
        else
            staying.append(row);
    }
    changePlaces(going, staying, [&] {
        for (qsizetype i = 0; i < going.size(); ++i) {
            const int left = going.at(i);
            const int right = staying.at(i);
            m_index.swap(qHash(key(left)), left, qHash(key(right)), right);
            std::swap(m_rows[left], m_rows[right]);
        }
    });
}
