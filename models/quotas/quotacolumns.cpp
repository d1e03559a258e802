// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/quotacolumns.h"

#include "models/tenants/tenantfigures.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using Unit = QuotaLine::Unit;

namespace {

using Part = QuotaColumns::Part;
constexpr auto rising = Qt::AscendingOrder;
constexpr auto falling = Qt::DescendingOrder;
constexpr int addedEach = 3;
constexpr qsizetype longestKey = 120;

struct Fixed
{
    ColumnInfo info;
    QuotaColumns::Place place;
};

// clang-format off
constexpr std::array fixedColumns{
    Fixed{{"tenant", QT_TRANSLATE_NOOP("Columns", "Tenant"),
        QT_TRANSLATE_NOOP("Columns", "The tenant, as the label of its namespaces names it."), CellKind::Text, rising, true, true, 16},
        {Part::Tenant, -1}},
    Fixed{{"cluster", QT_TRANSLATE_NOOP("Columns", "Cluster"),
        QT_TRANSLATE_NOOP("Columns", "The cluster that the figures of this row come from."), CellKind::Text, rising, true, true, 14},
        {Part::Cluster, -1}},
    Fixed{{"members", QT_TRANSLATE_NOOP("Columns", "Adds up"),
        QT_TRANSLATE_NOOP("Columns", "How many tenants in clusters the row adds up."), CellKind::Count, falling, false, true, 6},
        {Part::Members, -1}},
    Fixed{{"cpu", QT_TRANSLATE_NOOP("Columns", "CPU"),
        QT_TRANSLATE_NOOP("Columns", "Cores that quotas count as used, and what they allow. Sorted by the used part."), CellKind::UsageCores, falling, true, false, 22},
        {Part::Bar, QuotaColumns::Cpu}},
    Fixed{{"memory", QT_TRANSLATE_NOOP("Columns", "Memory"),
        QT_TRANSLATE_NOOP("Columns", "Memory that quotas count as used, and what they allow. Sorted by the used part."), CellKind::UsageBytes, falling, true, false, 22},
        {Part::Bar, QuotaColumns::Memory}},
    Fixed{{"pods", QT_TRANSLATE_NOOP("Columns", "Pods"),
        QT_TRANSLATE_NOOP("Columns", "Pods that quotas count as used, and what they allow. Sorted by the used part."), CellKind::UsageCount, falling, true, false, 18},
        {Part::Bar, QuotaColumns::Pods}},
    Fixed{{"storage", QT_TRANSLATE_NOOP("Columns", "Storage"),
        QT_TRANSLATE_NOOP("Columns", "Storage that claims ask for, and what quotas allow. Sorted by the used part."), CellKind::UsageBytes, falling, true, false, 22},
        {Part::Bar, QuotaColumns::Storage}},
    Fixed{{"wall_50", QT_TRANSLATE_NOOP("Columns", "Wall at 50 %"),
        QT_TRANSLATE_NOOP("Columns", "When the first of the limits is as likely reached as not, if it goes on as it did."), CellKind::Deadline, rising, true, true, 10},
        {Part::Wall50, -1}},
    Fixed{{"wall_90", QT_TRANSLATE_NOOP("Columns", "Wall at 90 %"),
        QT_TRANSLATE_NOOP("Columns", "By when the first of the limits is reached in nine of ten cases, if it goes on as it did."), CellKind::Deadline, rising, true, true, 10},
        {Part::Wall90, -1}},
    Fixed{{"wall_resource", QT_TRANSLATE_NOOP("Columns", "First wall"),
        QT_TRANSLATE_NOOP("Columns", "The quota key whose limit is likely reached first."), CellKind::Text, rising, false, true, 16},
        {Part::WallResource, -1}},
    Fixed{{"cpu_overcommit", QT_TRANSLATE_NOOP("Columns", "CPU overcommit"),
        QT_TRANSLATE_NOOP("Columns", "Cores that all quotas of the cluster allow together, in percent of what its nodes can allocate."), CellKind::Percent, falling, false, true, 7},
        {Part::Overcommit, QuotaColumns::Cpu}},
    Fixed{{"memory_overcommit", QT_TRANSLATE_NOOP("Columns", "Memory overcommit"),
        QT_TRANSLATE_NOOP("Columns", "Memory that all quotas of the cluster allow together, in percent of what its nodes can allocate."), CellKind::Percent, falling, false, true, 7},
        {Part::Overcommit, QuotaColumns::Memory}},
    Fixed{{"pods_overcommit", QT_TRANSLATE_NOOP("Columns", "Pods overcommit"),
        QT_TRANSLATE_NOOP("Columns", "Pods that all quotas of the cluster allow together, in percent of what its nodes can run."), CellKind::Percent, falling, false, true, 7},
        {Part::Overcommit, QuotaColumns::Pods}},
    Fixed{{"cpu_allocatable", QT_TRANSLATE_NOOP("Columns", "CPU allocatable"),
        QT_TRANSLATE_NOOP("Columns", "Cores that the nodes of the cluster can give to pods."), CellKind::Cores, falling, false, true, 8},
        {Part::Allocatable, QuotaColumns::Cpu}},
    Fixed{{"memory_allocatable", QT_TRANSLATE_NOOP("Columns", "Memory allocatable"),
        QT_TRANSLATE_NOOP("Columns", "Memory that the nodes of the cluster can give to pods."), CellKind::Bytes, falling, false, true, 10},
        {Part::Allocatable, QuotaColumns::Memory}},
    Fixed{{"nodes", QT_TRANSLATE_NOOP("Columns", "Nodes"),
        QT_TRANSLATE_NOOP("Columns", "Nodes of the cluster that pods can be put on."), CellKind::Count, falling, false, true, 6},
        {Part::Nodes, -1}},
    Fixed{{"freshness", QT_TRANSLATE_NOOP("Columns", "Freshness"),
        QT_TRANSLATE_NOOP("Columns", "How sure we are of the row: when the API server last confirmed it."), CellKind::Freshness, falling, true, true, 14},
        {Part::Freshness, -1}},
    Fixed{{"cpu_used", QT_TRANSLATE_NOOP("Columns", "CPU in quota"),
        QT_TRANSLATE_NOOP("Columns", "Cores that quotas count as used."), CellKind::Cores, falling, false, true, 8},
        {Part::Used, QuotaColumns::Cpu}},
    Fixed{{"cpu_hard", QT_TRANSLATE_NOOP("Columns", "CPU limit"),
        QT_TRANSLATE_NOOP("Columns", "Cores that quotas allow."), CellKind::Cores, falling, false, true, 8},
        {Part::Hard, QuotaColumns::Cpu}},
    Fixed{{"cpu_trend", QT_TRANSLATE_NOOP("Columns", "CPU a day"),
        QT_TRANSLATE_NOOP("Columns", "By how many cores what quotas count as used rises each day, as its history says."), CellKind::Cores, falling, false, true, 8},
        {Part::Trend, QuotaColumns::Cpu}},
    Fixed{{"memory_used", QT_TRANSLATE_NOOP("Columns", "Memory in quota"),
        QT_TRANSLATE_NOOP("Columns", "Memory that quotas count as used."), CellKind::Bytes, falling, false, true, 10},
        {Part::Used, QuotaColumns::Memory}},
    Fixed{{"memory_hard", QT_TRANSLATE_NOOP("Columns", "Memory limit"),
        QT_TRANSLATE_NOOP("Columns", "Memory that quotas allow."), CellKind::Bytes, falling, false, true, 10},
        {Part::Hard, QuotaColumns::Memory}},
    Fixed{{"memory_trend", QT_TRANSLATE_NOOP("Columns", "Memory a day"),
        QT_TRANSLATE_NOOP("Columns", "By how much memory what quotas count as used rises each day, as its history says."), CellKind::Bytes, falling, false, true, 10},
        {Part::Trend, QuotaColumns::Memory}},
    Fixed{{"pods_used", QT_TRANSLATE_NOOP("Columns", "Pods in quota"),
        QT_TRANSLATE_NOOP("Columns", "Pods that quotas count as used."), CellKind::Count, falling, false, true, 6},
        {Part::Used, QuotaColumns::Pods}},
    Fixed{{"pods_hard", QT_TRANSLATE_NOOP("Columns", "Pods limit"),
        QT_TRANSLATE_NOOP("Columns", "Pods that quotas allow."), CellKind::Count, falling, false, true, 6},
        {Part::Hard, QuotaColumns::Pods}},
    Fixed{{"pods_trend", QT_TRANSLATE_NOOP("Columns", "Pods a day"),
        QT_TRANSLATE_NOOP("Columns", "By how many pods what quotas count as used rises each day, as its history says."), CellKind::Cores, falling, false, true, 6},
        {Part::Trend, QuotaColumns::Pods}},
    Fixed{{"storage_used", QT_TRANSLATE_NOOP("Columns", "Storage in quota"),
        QT_TRANSLATE_NOOP("Columns", "Storage that claims ask for, as quotas count it."), CellKind::Bytes, falling, false, true, 10},
        {Part::Used, QuotaColumns::Storage}},
    Fixed{{"storage_hard", QT_TRANSLATE_NOOP("Columns", "Storage limit"),
        QT_TRANSLATE_NOOP("Columns", "Storage that quotas allow claims to ask for."), CellKind::Bytes, falling, false, true, 10},
        {Part::Hard, QuotaColumns::Storage}},
    Fixed{{"storage_trend", QT_TRANSLATE_NOOP("Columns", "Storage a day"),
        QT_TRANSLATE_NOOP("Columns", "By how much storage what quotas count as used rises each day, as its history says."), CellKind::Bytes, falling, false, true, 10},
        {Part::Trend, QuotaColumns::Storage}},
    Fixed{{"other_keys", QT_TRANSLATE_NOOP("Columns", "Other keys"),
        QT_TRANSLATE_NOOP("Columns", "How many more quota keys there are, which have no column of their own."), CellKind::Count, falling, false, true, 6},
        {Part::OtherKeys, -1}},
};
// clang-format on

CellKind barKind(Unit unit)
{
    switch (unit) {
    case Unit::Cores:
        return CellKind::UsageCores;
    case Unit::Bytes:
        return CellKind::UsageBytes;
    case Unit::Count:
        break;
    }
    return CellKind::UsageCount;
}

CellKind amountKind(Unit unit)
{
    switch (unit) {
    case Unit::Cores:
        return CellKind::Cores;
    case Unit::Bytes:
        return CellKind::Bytes;
    case Unit::Count:
        break;
    }
    return CellKind::Count;
}

//! "limits.cpu" as filters and exports call it: limits_cpu.
QByteArray idOf(const QString &resource)
{
    QByteArray id;
    for (const QChar character : resource) {
        const bool plain = character.unicode() < 0x80 && character.isLetterOrNumber();
        id += plain ? character.toLower().toLatin1() : '_';
    }
    return id;
}

} // namespace

QuotaColumns::QuotaColumns()
{
    addKnown();
}

void QuotaColumns::addKnown()
{
    m_resources = {QStringLiteral("requests.cpu"), QStringLiteral("requests.memory"), QStringLiteral("pods"),
        QStringLiteral("requests.storage")};
    for (const QString &resource : std::as_const(m_resources))
        m_index.insert(resource, static_cast<int>(m_index.size()));
    for (const Fixed &column : fixedColumns) {
        m_infos.push_back(column.info);
        m_places.push_back(column.place);
    }
}

QuotaLine::Unit QuotaColumns::unit(int resource) const
{
    return TenantFigures::unitOf(m_resources.at(resource));
}

int QuotaColumns::wouldAdd(const QString &resource) const
{
    const bool odd = resource.isEmpty() || resource.size() > longestKey;
    return odd || m_index.contains(resource) || m_resources.size() >= mostResources ? 0 : addedEach;
}

void QuotaColumns::add(const QString &resource)
{
    if (wouldAdd(resource) == 0)
        return;
    const int number = static_cast<int>(m_resources.size());
    m_resources.append(resource);
    m_index.insert(resource, number);
    QByteArray id = idOf(resource);
    while (hasId(id))
        id += '_' + QByteArray::number(number);
    const CellKind amount = amountKind(unit(number));
    const auto append = [this, number](const ColumnInfo &info, Part part) {
        m_infos.push_back(info);
        m_places.push_back({part, number});
    };
    append({keep(id), keep(resource.toUtf8()),
               QT_TRANSLATE_NOOP("Columns", "What quotas count as used of this key, and what they allow."),
               barKind(unit(number)), falling, true, false, 22},
        Part::Bar);
    append(
        {keep(id + "_used"), keep(QCoreApplication::translate("Columns", "%1 used").arg(resource).toUtf8()),
            QT_TRANSLATE_NOOP("Columns", "What quotas count as used of this key."), amount, falling, false, true, 10},
        Part::Used);
    append({keep(id + "_hard"), keep(QCoreApplication::translate("Columns", "%1 limit").arg(resource).toUtf8()),
               QT_TRANSLATE_NOOP("Columns", "What quotas allow of this key."), amount, falling, false, true, 10},
        Part::Hard);
}

const char *QuotaColumns::keep(const QByteArray &text)
{
    m_texts.push_back(text);
    return m_texts.back().constData();
}

bool QuotaColumns::hasId(const QByteArray &id) const
{
    return std::ranges::any_of(m_infos, [&id](const ColumnInfo &info) {
        const QByteArray known(info.id);
        return known == id || known == id + "_used" || known == id + "_hard";
    });
}
