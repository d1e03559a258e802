// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/consolereadings.h"

#include "models/tenants/tenantstore.h"
#include "models/tenants/tenanttablemodel.h"

namespace ConsoleRules {

namespace {

bool good(const Freshness &freshness)
{
    return freshness.state == Freshness::State::Live || freshness.state == Freshness::State::Delayed;
}

Reading readingOf(const Tenant &tenant, Metric metric, const Freshness &freshness)
{
    Reading reading;
    reading.metric = metric;
    reading.tenant = tenant.name;
    reading.tenantKey = tenant.key;
    reading.cluster = tenant.cluster;
    reading.clusterId = tenant.clusterId;
    if (tenant.namespaces.size() == 1)
        reading.namespaceName = tenant.namespaces.first();
    reading.time = freshness.confirmedAt;
    return reading;
}

void addUsage(QList<Reading> &readings, const Tenant &tenant, Metric metric, const Usage &usage)
{
    if (!usage.limit || *usage.limit <= 0)
        return;
    Reading reading = readingOf(tenant, metric, tenant.usageFreshness);
    if (usage.used && good(tenant.usageFreshness))
        reading.value = *usage.used / *usage.limit;
    readings.append(reading);
}

} // namespace

QList<Reading> tenantReadings(const TenantStore &store)
{
    QList<Reading> readings;
    for (const Tenant &tenant : store.table()->rows()) {
        addUsage(readings, tenant, Metric::Cpu, tenant.cpu);
        addUsage(readings, tenant, Metric::Memory, tenant.memory);
        if (!tenant.tightestPercent)
            continue;
        Reading reading = readingOf(tenant, Metric::Quota, tenant.freshness);
        if (good(tenant.freshness))
            reading.value = *tenant.tightestPercent / 100;
        readings.append(reading);
    }
    return readings;
}

} // namespace ConsoleRules
