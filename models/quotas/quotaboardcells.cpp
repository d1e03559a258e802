// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of the quota board hold and say; where rows come from is in quotaboardmodel.cpp.
#include "models/common/format.h"
#include "models/quotas/quantitytext.h"
#include "models/quotas/quotaboardmodel.h"
#include "models/tenants/tenantstore.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

using Part = QuotaColumns::Part;

namespace {

QVariant known(const std::optional<double> &value)
{
    return value ? QVariant(*value) : QVariant();
}

//! Quotas may name more than any integer holds.
QVariant amount(const std::optional<double> &value, QuotaLine::Unit unit)
{
    if (!value || unit != QuotaLine::Unit::Count)
        return known(value);
    return qlonglong(std::clamp(*value, -9e18, 9e18));
}

QVariant wall(const QuotaRow &row, const QuotaRow::Wall &wall)
{
    if (wall.time)
        return QDateTime::fromSecsSinceEpoch(*wall.time, Qt::UTC);
    return row.forecastKnown ? QVariant::fromValue(nullptr) : QVariant();
}

//! Of a key that no quota of the row has: no limit, unless quotas are not known.
QVariant cellValue(const QuotaRow &row, const QuotaColumns::Place &place, QuotaLine::Unit unit)
{
    const QuotaRow::Cell *cell = row.find(place.resource);
    const bool bar = place.part == Part::Bar;
    if (!cell && !row.quotasKnown)
        return {};
    if (!cell) {
        Usage nothing;
        nothing.unlimited = true;
        return bar ? QVariant::fromValue(nothing) : QVariant::fromValue(nullptr);
    }
    if (bar)
        return QVariant::fromValue(cell->usage);
    if (place.part == Part::Trend)
        return known(cell->perDay);
    return amount(place.part == Part::Used ? cell->usage.reserved : cell->usage.limit, unit);
}

CellKind amountKind(QuotaLine::Unit unit)
{
    switch (unit) {
    case QuotaLine::Unit::Cores:
        return CellKind::Cores;
    case QuotaLine::Unit::Bytes:
        return CellKind::Bytes;
    case QuotaLine::Unit::Count:
        break;
    }
    return CellKind::Count;
}

} // namespace

QVariant QuotaBoardModel::value(int row, int column) const
{
    const QuotaRow &record = at(row);
    const QuotaColumns::Place &place = m_layout.place(column);
    switch (place.part) {
    case Part::Tenant:
        return record.tenant;
    case Part::Cluster:
        return record.cluster;
    case Part::Members:
        return qlonglong(record.members);
    case Part::Bar:
    case Part::Used:
    case Part::Hard:
    case Part::Trend:
        return cellValue(record, place, m_layout.unit(place.resource));
    case Part::Wall50:
        return wall(record, record.wall50);
    case Part::Wall90:
        return wall(record, record.wall90);
    case Part::WallResource:
        return record.forecastKnown ? QVariant(record.wall50.resource) : QVariant();
    case Part::Overcommit:
        return overcommit(record, place.resource);
    case Part::Allocatable:
        return known(allocatable(record.clusterId, place.resource));
    case Part::Nodes:
        return m_capacities.contains(record.clusterId) && m_capacities.value(record.clusterId).cpu
            ? QVariant(qlonglong(m_capacities.value(record.clusterId).nodes))
            : QVariant();
    case Part::OtherKeys:
        return qlonglong(record.otherKeys);
    case Part::Freshness:
        return QVariant::fromValue(rowFreshness(row));
    }
    return {};
}

std::optional<double> QuotaBoardModel::allocatable(const QString &clusterId, int resource) const
{
    const auto capacity = m_capacities.constFind(clusterId);
    if (capacity == m_capacities.cend())
        return std::nullopt;
    switch (resource) {
    case QuotaColumns::Cpu:
        return capacity->cpu;
    case QuotaColumns::Memory:
        return capacity->memory;
    case QuotaColumns::Pods:
        return capacity->pods;
    default:
        return std::nullopt;
    }
}

//! Of the whole cluster, also in the row of one of its tenants.
QVariant QuotaBoardModel::overcommit(const QuotaRow &row, int resource) const
{
    const auto most = allocatable(row.clusterId, resource);
    const auto group = m_clusters.constFind(row.clusterId);
    const auto hard = group == m_clusters.cend() ? std::nullopt : group->sums.hard(resource);
    return most && *most > 0 && hard ? QVariant(*hard / *most * 100) : QVariant();
}

QString QuotaBoardModel::resourceOf(int column) const
{
    const QuotaColumns::Place &place = m_layout.place(column);
    return place.part == Part::Bar ? m_layout.resources().at(place.resource) : QString();
}

QString QuotaBoardModel::tenantKeyOf(int row) const
{
    return m_grouping == Grouping::TenantInCluster ? at(row).key : QString();
}

QString QuotaBoardModel::amountText(int row, int column) const
{
    const QuotaColumns::Place &place = m_layout.place(column);
    const QuotaRow::Cell *cell = place.part == Part::Bar ? at(row).find(place.resource) : nullptr;
    return cell && cell->usage.limit ? QuantityText::of(*cell->usage.limit, m_layout.unit(place.resource)) : QString();
}

std::optional<double> QuotaBoardModel::trend(int row, int column) const
{
    const QuotaColumns::Place &place = m_layout.place(column);
    const QuotaRow::Cell *cell = place.part == Part::Bar ? at(row).find(place.resource) : nullptr;
    return cell ? cell->perDay : std::nullopt;
}

auto QuotaBoardModel::direction(std::optional<double> perDay, const Usage &usage) -> Direction
{
    if (!perDay || !usage.limit)
        return Direction::Unknown;
    const double least = *usage.limit / 500;
    if (*perDay > least)
        return Direction::Rising;
    return *perDay < -least ? Direction::Falling : Direction::Level;
}

QString QuotaBoardModel::text(int row, int column) const
{
    const QString amounts = RecordTableModel::text(row, column);
    const QuotaColumns::Place &place = m_layout.place(column);
    const auto perDay = trend(row, column);
    if (place.part != Part::Bar || !perDay)
        return amounts;
    const QString pace = Format::amount(std::abs(*perDay), amountKind(m_layout.unit(place.resource)));
    switch (direction(perDay, at(row).find(place.resource)->usage)) {
    case Direction::Rising:
        return tr("%1, rising by %2 a day").arg(amounts, pace);
    case Direction::Falling:
        return tr("%1, falling by %2 a day").arg(amounts, pace);
    case Direction::Level:
        return tr("%1, level").arg(amounts);
    case Direction::Unknown:
        break;
    }
    return amounts;
}

Freshness QuotaBoardModel::rowFreshness(int row) const
{
    Freshness worst;
    bool first = true;
    for (const int number : at(row).clusters) {
        const Freshness freshness = m_store->clusterFreshness(m_clusterIds.at(number));
        worst = first ? freshness : worse(worst, freshness);
        first = false;
    }
    return worst;
}

QVariant QuotaBoardModel::data(const QModelIndex &index, int role) const
{
    if (role != TrendRole && role != AmountRole && role != Qt::EditRole)
        return RecordTableModel::data(index, role);
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == TrendRole)
        return known(trend(index.row(), index.column()));
    return amountText(index.row(), index.column());
}

Qt::ItemFlags QuotaBoardModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = RecordTableModel::flags(index);
    if (index.isValid() && m_grouping == Grouping::TenantInCluster && m_layout.place(index.column()).part == Part::Bar)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QString QuotaBoardModel::cellTooltip(int row, int column) const
{
    const QuotaRow &record = at(row);
    const QuotaColumns::Place &place = m_layout.place(column);
    const auto wallTooltip = [](const QuotaRow::Wall &wall) {
        if (!wall.time)
            return tr("As far as the forecast goes, no limit is reached.");
        const QDateTime time = QDateTime::fromSecsSinceEpoch(*wall.time);
        return tr("%1 reaches its limit: %2").arg(wall.resource, QLocale().toString(time, QLocale::LongFormat));
    };
    if (place.part == Part::Wall50 || place.part == Part::Wall90) {
        return record.forecastKnown ? wallTooltip(place.part == Part::Wall50 ? record.wall50 : record.wall90)
                                    : tr("There is not enough history of this tenant's quotas for a forecast.");
    }
    if (place.part != Part::Bar)
        return RecordTableModel::cellTooltip(row, column);
    QStringList lines{text(row, column)};
    const QuotaRow::Cell *cell = record.find(place.resource);
    if (cell && cell->usage.partlyUnlimited) {
        lines.append(m_grouping == Grouping::TenantInCluster
                ? tr("Some namespaces of this tenant have no quota for it: the limit is not the whole truth.")
                : tr("Some tenants have no quota for it: the limit is not the whole truth."));
    }
    return lines.join(u'\n');
}
