// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tenants/tenanttablemodel.h"

#include <algorithm>
#include <array>

namespace {

template <typename T>
QVariant known(const std::optional<T> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

//! Quotas may name more than any integer holds.
QVariant whole(const std::optional<double> &value)
{
    return value ? QVariant(qlonglong(std::clamp(*value, -9e18, 9e18))) : QVariant();
}

QVariant limit(const Usage &usage)
{
    return usage.unlimited ? QVariant::fromValue(nullptr) : known(usage.limit);
}

QVariant bar(const Usage &usage)
{
    const bool nothing = !usage.used && !usage.reserved && !usage.limit && !usage.unlimited;
    return nothing ? QVariant() : QVariant::fromValue(usage);
}

QVariant tightest(const Tenant &tenant)
{
    return tenant.quotasKnown ? QVariant(tenant.tightest) : QVariant();
}

QVariant confirmedAt(const Tenant &tenant)
{
    return tenant.freshness.confirmedAt.isValid() ? QVariant(tenant.freshness.confirmedAt) : QVariant();
}

using C = Column<Tenant>;
constexpr auto rising = Qt::AscendingOrder;
constexpr auto falling = Qt::DescendingOrder;

// clang-format off
constexpr std::array tenantColumns{
    C{{"tenant", QT_TRANSLATE_NOOP("Columns", "Tenant"),
        QT_TRANSLATE_NOOP("Columns", "The tenant, as the label of its namespaces names it."), CellKind::Text, rising, true, true, 16},
        [](const Tenant &t) { return QVariant(t.name); }},
    C{{"cluster", QT_TRANSLATE_NOOP("Columns", "Cluster"),
        QT_TRANSLATE_NOOP("Columns", "The cluster that the figures of this row come from."), CellKind::Text, rising, true, true, 14},
        [](const Tenant &t) { return QVariant(t.cluster); }},
    C{{"tier", QT_TRANSLATE_NOOP("Columns", "Tier"),
        QT_TRANSLATE_NOOP("Columns", "The service tier, as the labels of the tenant's namespaces name it."), CellKind::Text, rising, true, true, 8},
        [](const Tenant &t) { return QVariant(t.tier); }},
    C{{"isolation", QT_TRANSLATE_NOOP("Columns", "Isolation"),
        QT_TRANSLATE_NOOP("Columns", "How the tenant is kept apart from others, as the labels of its namespaces name it."), CellKind::Text, rising, true, true, 10},
        [](const Tenant &t) { return QVariant(t.isolation); }},
    C{{"owner", QT_TRANSLATE_NOOP("Columns", "Owner"),
        QT_TRANSLATE_NOOP("Columns", "Who answers for the tenant, as the labels or annotations of its namespaces name them."), CellKind::Text, rising, true, true, 14},
        [](const Tenant &t) { return QVariant(t.owner); }},
    C{{"cost_centre", QT_TRANSLATE_NOOP("Columns", "Cost centre"),
        QT_TRANSLATE_NOOP("Columns", "Who pays for the tenant, as the labels or annotations of its namespaces name it."), CellKind::Text, rising, true, true, 10},
        [](const Tenant &t) { return QVariant(t.costCentre); }},
    C{{"namespaces", QT_TRANSLATE_NOOP("Columns", "Namespaces"),
        QT_TRANSLATE_NOOP("Columns", "How many namespaces the tenant has in this cluster."), CellKind::Count, falling, true, true, 6},
        [](const Tenant &t) { return QVariant(qlonglong(t.namespaces.size())); }},
    C{{"pods_running", QT_TRANSLATE_NOOP("Columns", "Running"),
        QT_TRANSLATE_NOOP("Columns", "Pods of the tenant in phase Running."), CellKind::Count, falling, true, true, 6},
        [](const Tenant &t) { return known(t.podsRunning); }},
    C{{"pods_pending", QT_TRANSLATE_NOOP("Columns", "Pending"),
        QT_TRANSLATE_NOOP("Columns", "Pods of the tenant in phase Pending: not scheduled, or their containers have not started."), CellKind::Count, falling, true, true, 6},
        [](const Tenant &t) { return known(t.podsPending); }},
    C{{"pods_failed", QT_TRANSLATE_NOOP("Columns", "Failed"),
        QT_TRANSLATE_NOOP("Columns", "Pods of the tenant in phase Failed that have not been removed."), CellKind::Count, falling, true, true, 6},
        [](const Tenant &t) { return known(t.podsFailed); }},
    C{{"cpu_used", QT_TRANSLATE_NOOP("Columns", "CPU used"),
        QT_TRANSLATE_NOOP("Columns", "Cores that the tenant's containers really used, as Prometheus measured."), CellKind::Cores, falling, false, true, 8},
        [](const Tenant &t) { return known(t.cpu.used); }},
    C{{"cpu_reserved", QT_TRANSLATE_NOOP("Columns", "CPU reserved"),
        QT_TRANSLATE_NOOP("Columns", "Cores that the tenant's quotas count as used: the sum of requests."), CellKind::Cores, falling, false, true, 8},
        [](const Tenant &t) { return known(t.cpu.reserved); }},
    C{{"cpu_limit", QT_TRANSLATE_NOOP("Columns", "CPU limit"),
        QT_TRANSLATE_NOOP("Columns", "Cores that the tenant's quotas allow."), CellKind::Cores, falling, false, true, 8},
        [](const Tenant &t) { return limit(t.cpu); }},
    C{{"cpu_percent", QT_TRANSLATE_NOOP("Columns", "CPU %"),
        QT_TRANSLATE_NOOP("Columns", "Reserved cores in percent of the limit."), CellKind::Percent, falling, false, true, 7},
        [](const Tenant &t) { return known(t.cpu.percent()); }},
    C{{"cpu", QT_TRANSLATE_NOOP("Columns", "CPU"),
        QT_TRANSLATE_NOOP("Columns", "Cores: really used, reserved and the limit. Sorted by the reserved part of the limit."), CellKind::UsageCores, falling, true, false, 22},
        [](const Tenant &t) { return bar(t.cpu); }},
    C{{"memory_used", QT_TRANSLATE_NOOP("Columns", "Memory used"),
        QT_TRANSLATE_NOOP("Columns", "Memory that the tenant's containers really used, as Prometheus measured: the working set."), CellKind::Bytes, falling, false, true, 10},
        [](const Tenant &t) { return known(t.memory.used); }},
    C{{"memory_reserved", QT_TRANSLATE_NOOP("Columns", "Memory reserved"),
        QT_TRANSLATE_NOOP("Columns", "Memory that the tenant's quotas count as used: the sum of requests."), CellKind::Bytes, falling, false, true, 10},
        [](const Tenant &t) { return known(t.memory.reserved); }},
    C{{"memory_limit", QT_TRANSLATE_NOOP("Columns", "Memory limit"),
        QT_TRANSLATE_NOOP("Columns", "Memory that the tenant's quotas allow."), CellKind::Bytes, falling, false, true, 10},
        [](const Tenant &t) { return limit(t.memory); }},
    C{{"memory_percent", QT_TRANSLATE_NOOP("Columns", "Memory %"),
        QT_TRANSLATE_NOOP("Columns", "Reserved memory in percent of the limit."), CellKind::Percent, falling, false, true, 7},
        [](const Tenant &t) { return known(t.memory.percent()); }},
    C{{"memory", QT_TRANSLATE_NOOP("Columns", "Memory"),
        QT_TRANSLATE_NOOP("Columns", "Memory: really used, reserved and the limit. Sorted by the reserved part of the limit."), CellKind::UsageBytes, falling, true, false, 22},
        [](const Tenant &t) { return bar(t.memory); }},
    C{{"pods_used", QT_TRANSLATE_NOOP("Columns", "Pods used"),
        QT_TRANSLATE_NOOP("Columns", "Pods of the tenant that run."), CellKind::Count, falling, false, true, 6},
        [](const Tenant &t) { return known(t.podsRunning); }},
    C{{"pods_reserved", QT_TRANSLATE_NOOP("Columns", "Pods reserved"),
        QT_TRANSLATE_NOOP("Columns", "Pods that the tenant's quotas count as used."), CellKind::Count, falling, false, true, 6},
        [](const Tenant &t) { return whole(t.pods.reserved); }},
    C{{"pods_limit", QT_TRANSLATE_NOOP("Columns", "Pods limit"),
        QT_TRANSLATE_NOOP("Columns", "Pods that the tenant's quotas allow."), CellKind::Count, falling, false, true, 6},
        [](const Tenant &t) { return t.pods.limit ? whole(t.pods.limit) : limit(t.pods); }},
    C{{"pods_percent", QT_TRANSLATE_NOOP("Columns", "Pods %"),
        QT_TRANSLATE_NOOP("Columns", "Reserved pods in percent of the limit."), CellKind::Percent, falling, false, true, 7},
        [](const Tenant &t) { return known(t.pods.percent()); }},
    C{{"pods", QT_TRANSLATE_NOOP("Columns", "Pods"),
        QT_TRANSLATE_NOOP("Columns", "Pods: running, reserved and the limit. Sorted by the reserved part of the limit."), CellKind::UsageCount, falling, true, false, 18},
        [](const Tenant &t) { return bar(t.pods); }},
    C{{"tightest", QT_TRANSLATE_NOOP("Columns", "Tightest"),
        QT_TRANSLATE_NOOP("Columns", "The quota key of which the tenant has reserved the greatest part."), CellKind::Text, rising, true, true, 18},
        tightest},
    C{{"tightest_percent", QT_TRANSLATE_NOOP("Columns", "Tightest %"),
        QT_TRANSLATE_NOOP("Columns", "What is reserved of the tightest quota key, in percent."), CellKind::Percent, falling, false, true, 7},
        [](const Tenant &t) { return known(t.tightestPercent); }},
    C{{"freshness", QT_TRANSLATE_NOOP("Columns", "Freshness"),
        QT_TRANSLATE_NOOP("Columns", "How sure we are of the row: when the API server last confirmed it."), CellKind::Freshness, falling, true, true, 14},
        [](const Tenant &t) { return QVariant::fromValue(t.freshness); }},
    C{{"usage_freshness", QT_TRANSLATE_NOOP("Columns", "Usage freshness"),
        QT_TRANSLATE_NOOP("Columns", "How sure we are of what is really used: when Prometheus last confirmed it."), CellKind::Freshness, falling, false, true, 14},
        [](const Tenant &t) { return QVariant::fromValue(t.usageFreshness); }},
    C{{"confirmed_at", QT_TRANSLATE_NOOP("Columns", "Confirmed"),
        QT_TRANSLATE_NOOP("Columns", "How long ago the API server last confirmed the row."), CellKind::Time, falling, false, true, 10},
        confirmedAt},
};
// clang-format on

} // namespace

TenantTableModel::TenantTableModel(QObject *parent) : RecordTableModel(parent)
{
    setColumns(tenantColumns);
}

Freshness TenantTableModel::rowFreshness(int row) const
{
    return at(row).freshness;
}

QString TenantTableModel::keyOf(const Tenant &tenant) const
{
    return tenant.key;
}

QString TenantTableModel::cellTooltip(int row, int column) const
{
    const Tenant &tenant = at(row);
    const QLatin1String id(columns()[static_cast<size_t>(column)].id);
    if (id == QLatin1String("namespaces"))
        return tenant.namespaces.join(u'\n');
    if (id == QLatin1String("tightest") && tenant.tightestPercent)
        return tr("%1: %2 reserved").arg(tenant.tightest, text(row, columnOf(u"tightest_percent")));
    return RecordTableModel::cellTooltip(row, column);
}
