// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tablemodel.h"

#include "models/common/format.h"
#include "models/common/usage.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace {

constexpr qsizetype mostRanges = 32;

Qt::Alignment alignmentOf(CellKind kind)
{
    switch (kind) {
    case CellKind::Count:
    case CellKind::Cores:
    case CellKind::Bytes:
    case CellKind::Percent:
    case CellKind::Time:
    case CellKind::Deadline:
    case CellKind::Duration:
    case CellKind::Rate:
        return Qt::AlignRight | Qt::AlignVCenter;
    case CellKind::Text:
    case CellKind::UsageCores:
    case CellKind::UsageBytes:
    case CellKind::UsageCount:
    case CellKind::Freshness:
    case CellKind::Condition:
        break;
    }
    return Qt::AlignLeft | Qt::AlignVCenter;
}

QString usageTooltip(const Usage &usage, CellKind kind)
{
    const auto figure = [kind](const std::optional<double> &amount) {
        return amount ? Format::amount(*amount, kind) : Format::unknown();
    };
    QStringList lines{TableModel::tr("Really used: %1").arg(figure(usage.used)),
        TableModel::tr("Reserved: %1").arg(figure(usage.reserved)),
        TableModel::tr("Limit: %1").arg(usage.unlimited ? Format::none() : figure(usage.limit))};
    if (const auto percent = usage.percent())
        lines.append(TableModel::tr("Reserved of the limit: %1").arg(Format::percent(*percent)));
    if (usage.partlyUnlimited)
        lines.append(
            TableModel::tr("Some namespaces of this tenant have no quota for it: the limit is not the whole truth."));
    if (usage.usedStale)
        lines.append(TableModel::tr("What is really used has not been confirmed for a while."));
    return lines.join(u'\n');
}

} // namespace

Freshness TableModel::rowFreshness(int) const
{
    return {};
}

CellKind TableModel::cellKind(int, int column) const
{
    return columns()[static_cast<size_t>(column)].kind;
}

int TableModel::columnOf(QStringView id) const
{
    const auto all = columns();
    for (size_t column = 0; column < all.size(); ++column) {
        if (id == QLatin1String(all[column].id))
            return static_cast<int>(column);
    }
    return -1;
}

QString TableModel::title(int column) const
{
    return QCoreApplication::translate("Columns", columns()[static_cast<size_t>(column)].title);
}

QString TableModel::columnTooltip(int column) const
{
    return QCoreApplication::translate("Columns", columns()[static_cast<size_t>(column)].tooltip);
}

QString TableModel::text(int row, int column) const
{
    return Format::value(value(row, column), cellKind(row, column));
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns().size());
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const int column = index.column();
    const CellKind kind = cellKind(row, column);
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole: {
        // Starts with a line of our own: a tooltip is taken for rich text if its first line looks like it, and the rest
        // may be a server's words.
        const QString tooltip = cellTooltip(row, column);
        return tooltip.isEmpty() ? QVariant() : QVariant(QString(title(column) + u'\n' + tooltip));
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(kind));
    case ValueRole:
        return value(row, column);
    case KeyRole:
        return key(row);
    case FreshnessRole:
        return QVariant::fromValue(rowFreshness(row));
    case KindRole:
        return static_cast<int>(kind);
    default:
        return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ColumnInfo &info = columns()[static_cast<size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return title(section);
    case Qt::ToolTipRole:
        return columnTooltip(section);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(info.kind));
    case Qt::InitialSortOrderRole:
        return static_cast<int>(info.firstOrder);
    case KindRole:
        return static_cast<int>(info.kind);
    default:
        return {};
    }
}

void TableModel::reportRowsChanged(QList<int> rows)
{
    if (rows.isEmpty())
        return;
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    Q_EMIT rowsChanged(rows);
    // A view looks at the rows it shows, however long the range; a signal costs each listener something.
    QList<std::pair<int, int>> ranges;
    for (const int row : std::as_const(rows)) {
        if (!ranges.isEmpty() && row == ranges.last().second + 1)
            ranges.last().second = row;
        else
            ranges.append({row, row});
    }
    if (ranges.size() > mostRanges)
        ranges = {{rows.first(), rows.last()}};
    const int lastColumn = columnCount() - 1;
    m_toldByRow = true;
    for (const auto &[first, last] : std::as_const(ranges))
        Q_EMIT dataChanged(index(first, 0), index(last, lastColumn));
    m_toldByRow = false;
}

void TableModel::changePlaces(const QList<int> &left, const QList<int> &right, const std::function<void()> &swap)
{
    QHash<int, int> newRow;
    for (qsizetype i = 0; i < left.size(); ++i) {
        newRow.insert(left.at(i), right.at(i));
        newRow.insert(right.at(i), left.at(i));
    }
    m_toldByRow = true;
    Q_EMIT layoutAboutToBeChanged();
    swap();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before)
        after.append(createIndex(newRow.value(index.row(), index.row()), index.column()));
    changePersistentIndexList(before, after);
    Q_EMIT rowsSwapped(left, right);
    Q_EMIT layoutChanged();
    m_toldByRow = false;
}

QString TableModel::cellTooltip(int row, int column) const
{
    const QVariant cell = value(row, column);
    const CellKind kind = cellKind(row, column);
    if (!cell.isValid())
        return {};
    switch (kind) {
    case CellKind::Text:
        return cell.toString();
    case CellKind::UsageCores:
    case CellKind::UsageBytes:
    case CellKind::UsageCount:
        return usageTooltip(cell.value<Usage>(), kind);
    case CellKind::Freshness:
        return FreshnessText::sentence(cell.value<Freshness>());
    case CellKind::Time:
    case CellKind::Deadline:
        return QLocale().toString(cell.toDateTime().toLocalTime(), QLocale::LongFormat);
    case CellKind::Bytes:
        return cell.typeId() == QMetaType::Double
            ? tr("%1 bytes").arg(QLocale().toString(cell.toDouble(), 'f', QLocale::FloatingPointShortest))
            : QString();
    case CellKind::Count:
    case CellKind::Cores:
    case CellKind::Percent:
    case CellKind::Duration:
    case CellKind::Rate:
    case CellKind::Condition:
        break;
    }
    return {};
}
