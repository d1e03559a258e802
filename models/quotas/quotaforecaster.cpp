// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/quotaforecaster.h"

#include "backends/prometheus/usage.h"

#include <map>
#include <tuple>
#include <utility>

namespace {

constexpr qsizetype atOnce = 25;

//! The one that runs out first: that is what stops the next pod.
bool tighter(const QuotaLine &left, const QuotaLine &right)
{
    const auto rank = [](const QuotaLine &line) {
        const double hard = line.hard.value_or(0);
        return std::tuple(hard - line.used.value_or(0), hard, !line.used.has_value());
    };
    return rank(left) < rank(right);
}

QuotaLimit sumOf(const std::map<QString, const QuotaLine *> &namespaces)
{
    QuotaLimit sum{0.0, 0.0};
    for (const auto &[name, line] : namespaces) {
        *sum.hard += line->hard.value_or(0);
        if (!line->used)
            sum.used.reset();
        else if (sum.used)
            *sum.used += *line->used;
    }
    return sum;
}

using Sums = std::map<qint64, double>; // by time, seconds since 1970

QList<UsedSample> samplesOf(const Sums &sums, const QuotaLimit &limit, qint64 now)
{
    QList<UsedSample> samples;
    samples.reserve(static_cast<qsizetype>(sums.size()) + 1);
    for (const auto &[time, used] : sums)
        samples.append({time, used});
    if (limit.used && !samples.isEmpty() && samples.last().time < now)
        samples.append({now, *limit.used});
    return samples;
}

} // namespace

QuotaLimits QuotaForecaster::limitsOf(const QList<QuotaLine> &lines)
{
    struct Found
    {
        std::map<QString, const QuotaLine *> namespaces;
        const QuotaLine *tenantWide = nullptr;
    };
    std::map<QString, Found> resources;
    for (const QuotaLine &line : lines) {
        if (!line.scopes.isEmpty() || !line.hard)
            continue;
        Found &found = resources[line.resource];
        const QuotaLine *&best = line.tenantWide ? found.tenantWide : found.namespaces[line.namespaceName];
        if (!best || tighter(line, *best))
            best = &line;
    }
    QuotaLimits limits;
    for (const auto &[resource, found] : resources) {
        limits.insert(resource,
            found.tenantWide ? QuotaLimit{found.tenantWide->hard, found.tenantWide->used} : sumOf(found.namespaces));
    }
    return limits;
}

void QuotaForecaster::make(const Prometheus::QuotaHistory &history, const Job &job, const std::atomic_bool &stop,
    const std::function<void(const QList<Made> &)> &deliver)
{
    std::map<std::pair<QString, QString>, Sums> tenants; // by key and resource
    for (const Prometheus::QuotaSeries &series : history.series) {
        const auto key = job.tenants.constFind(series.namespaceName);
        if (key == job.tenants.cend() || !job.limits.value(*key).contains(series.resource))
            continue;
        Sums &sums = tenants[{*key, series.resource}];
        for (const Prometheus::Point &point : series.points)
            sums[point.time / 1000] += point.value;
    }
    QList<Made> made;
    for (const auto &[name, sums] : tenants) {
        if (stop)
            return;
        const QuotaLimit limit = job.limits.value(name.first).value(name.second);
        Made each{name.first, name.second, samplesOf(sums, limit, job.now), limit.hard, {}};
        each.forecast = QuotaForecast::of(each.history, limit.hard, ahead);
        made.append(std::move(each));
        if (made.size() >= atOnce)
            deliver(std::exchange(made, {}));
    }
    if (!made.isEmpty())
        deliver(made);
}
