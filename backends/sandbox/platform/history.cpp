// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/platform/history.h"

#include "backends/sandbox/platform/activity.h"
#include "backends/sandbox/platform/ordinary.h"

#include <QCryptographicHash>
#include <QIODevice>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace Sandbox {

namespace {

constexpr qint64 day = 86'400;
constexpr qint64 month = 30 * day;
constexpr int version = 3; //!< of what is written

void sample(QByteArray &into, const std::string &series, double value, qint64 time)
{
    char text[64];
    into.append(series.data(), qsizetype(series.size())).append(' ');
    into.append(text, std::to_chars(text, text + sizeof text, value, std::chars_format::general, 6).ptr - text);
    into.append(' ');
    into.append(text, std::to_chars(text, text + sizeof text, time).ptr - text).append('\n');
}

//! How many times its budget a service lost at \a time to incidents of its past; 0 when there was none.
double incidentBurn(uint64_t own, double time)
{
    const auto today = qint64(std::floor(time / day));
    double burn = 0;
    for (const qint64 date : {today - 1, today}) { // an incident may go on past midnight
        if (Activity::chance(own ^ 101, date) > 0.035)
            continue;
        const double start = double(date * day) + Activity::chance(own ^ 102, date) * day;
        const double length = 600 + 4'200 * Activity::chance(own ^ 103, date);
        if (time < start || time >= start + length)
            continue;
        // Most were small; now and then one took more than a month may lose.
        const double size = 15 * std::pow(60.0, Activity::chance(own ^ 104, date));
        burn += size * (0.8 + 0.2 * Activity::noise(own ^ 105, time, 300));
    }
    return burn;
}

//! What the workloads of a namespace ask for, as its quota counts it.
struct Asked
{
    double cpu = 0;
    double memory = 0;
    double cpuLimit = 0;
    double memoryLimit = 0;
    double pods = 0;

    explicit Asked(const SpaceSpec &space)
    {
        for (const WorkloadSpec &workload : space.workloads) {
            cpu += workload.cpu * workload.replicas;
            memory += workload.memory * workload.replicas;
            cpuLimit += workload.cpu * workload.limitFactor * workload.replicas;
            memoryLimit += workload.memory * workload.limitFactor * workload.replicas;
            pods += workload.replicas;
        }
    }
};

//! How much of what is asked for now was asked for at \a time: some tenants grow fast, most slowly, and all have more
//! pods while they are busy.
double askedShare(uint64_t own, double time, double now)
{
    const double fast = Activity::chance(own ^ 201, 0);
    const double pace = Activity::chance(own ^ 202, 0);
    const double perDay = fast < 0.25 ? 0.008 + 0.012 * pace : 0.004 * pace - 0.001;
    const double grown = 1 + perDay * (time - now) / day;
    const double busy = 0.05 * (Activity::level(own, time) - 1);
    return grown * (1 + busy + 0.02 * Activity::noise(own ^ 203, time, 2 * day));
}

} // namespace

History::History(PlatformSpec spec, uint64_t seed, QDate today)
    : m_spec(std::move(spec)), m_seed(seed),
      m_thisWeek(QDateTime(today.addDays(4 - today.dayOfWeek()), QTime(12, 0), Qt::UTC).toSecsSinceEpoch())
{
    for (const TenantSpec &tenant : m_spec.tenants) {
        for (const SpaceSpec &space : tenant.spaces) {
            const auto cluster = std::ranges::find(m_spec.clusters, space.cluster, &ClusterSpec::name);
            if (cluster != m_spec.clusters.end())
                addIndicators(*cluster, tenant, space);
        }
    }
}

void History::addIndicators(const ClusterSpec &cluster, const TenantSpec &tenant, const SpaceSpec &space)
{
    for (const WorkloadSpec &workload : space.workloads) {
        const Objectives &its = workload.objectives;
        using Kind = Indicator::Kind;
        const std::tuple<const char *, Kind, std::optional<double>> all[]
            = {{"availability", Kind::Availability, its.availability}, {"latency", Kind::Latency, its.latency},
                {"quality", Kind::Quality, its.quality}, {"satisfaction", Kind::Satisfaction, its.satisfaction}};
        const std::string service = space.name + "-" + workload.name;
        for (const auto &[name, kind, objective] : all) {
            if (!objective)
                continue;
            Indicator indicator;
            indicator.labels = "cluster=\"" + cluster.name + "\",namespace=\"" + space.name + "\",app=\""
                + workload.name + "\",tenant=\"" + tenant.name + "\",sloth_id=\"" + service + "-" + name
                + "\",sloth_service=\"" + service + "\",sloth_slo=\"" + name + "\"";
            indicator.workload = &workload;
            indicator.own = Ordinary::seriesOf(m_seed, cluster.name, space.name, workload.name);
            indicator.kind = kind;
            indicator.budget = 1 - *objective;
            m_indicators.push_back(std::move(indicator));
        }
    }
}

double History::quietShare(const Indicator &indicator, double time)
{
    const Ordinary ordinary(indicator.workload, indicator.own, time);
    switch (indicator.kind) {
    case Indicator::Kind::Availability:
        return ordinary.errors;
    case Indicator::Kind::Latency:
        return 1 - Ordinary::within(ordinary.typical, 0)[Ordinary::objectiveBound];
    case Indicator::Kind::Quality:
        return ordinary.wrong;
    case Indicator::Kind::Satisfaction:
        return ordinary.unhappy;
    }
    return 0;
}

double History::incidentShare(const Indicator &indicator, double time)
{
    static constexpr double felt[] = {1, 0.1, 0.5, 0.05}; // how much an incident touches each kind
    const double burn = incidentBurn(indicator.own, time);
    return std::min(0.8, indicator.budget * felt[size_t(indicator.kind)] * burn);
}

void History::writeIndicator(QByteArray &into, const Indicator &indicator, qint64 from, qint64 to)
{
    const std::string ratio = "slo:sli_error:ratio_rate5m{" + indicator.labels + ",sloth_window=\"5m\"}";
    const std::string left = "slo:period_error_budget_remaining:ratio{" + indicator.labels + "}";
    // The mean of the month before, coarsely: incidents are shorter than what is ordinary varies.
    constexpr int coarse = 7'200;
    constexpr int fine = 1'200;
    double quiet = 0;
    for (qint64 time = from - month; time < from; time += coarse)
        quiet += quietShare(indicator, double(time)) * coarse / month;
    double incidents = 0;
    for (qint64 time = from - month; time < from; time += fine)
        incidents += incidentShare(indicator, double(time)) * fine / month;
    for (qint64 time = from; time < to; time += step) {
        const double incident = incidentShare(indicator, double(time));
        sample(into, ratio, quietShare(indicator, double(time)) + incident, time);
        if ((time - from) % fine == 0)
            incidents += (incident - incidentShare(indicator, double(time - month))) * fine / month;
        sample(into, left, 1 - (quiet + incidents) / indicator.budget, time);
    }
}

void History::writeUsage(QByteArray &into, const SpaceSpec &space, qint64 from, qint64 to) const
{
    // One pod stands for all of the namespace: panels ask for sums. Its memory ends five minutes before the live pods
    // begin, which is how long Prometheus takes a sample for the present.
    const std::string labels = "{cluster=\"" + space.cluster + "\",namespace=\"" + space.name
        + "\",pod=\"before-the-start\",container=\"all\"}";
    const std::string cpu = "container_cpu_usage_seconds_total" + labels;
    const std::string memory = "container_memory_working_set_bytes" + labels;
    const bool live = to % day != 0;
    double used = 0;
    for (qint64 time = from; time < to;) {
        const int stride = live && time >= to - recent ? recentStep : step;
        double cores = 0;
        double bytes = 0;
        for (const WorkloadSpec &workload : space.workloads) {
            const Ordinary ordinary(
                &workload, Ordinary::seriesOf(m_seed, space.cluster, space.name, workload.name), double(time));
            cores += workload.replicas * ordinary.cpuOfPod
                + workload.requestsPerSecond * ordinary.level * ordinary.cpuOfRequest;
            bytes += workload.replicas * ordinary.memoryOfPod;
        }
        sample(into, cpu, used, time);
        if (!live || time < to - 300)
            sample(into, memory, std::round(bytes), time);
        used += cores * stride;
        time += stride;
    }
}

void History::writeQuotas(QByteArray &into, const SpaceSpec &space, qint64 from, qint64 to) const
{
    const Asked asked(space);
    const uint64_t own = Ordinary::seriesOf(m_seed, space.cluster, space.name, "quota");
    const bool live = to % day != 0; // its last samples would be counted beside the live ones
    const qint64 end = live ? to - 300 : to;
    const std::tuple<const char *, double, bool> all[] = {{"requests.cpu", asked.cpu, false},
        {"limits.cpu", asked.cpuLimit, false}, {"requests.memory", asked.memory, true},
        {"limits.memory", asked.memoryLimit, true}, {"pods", asked.pods, true}};
    for (const auto &[resource, amount, whole] : all) {
        const std::string series = "kube_resourcequota{cluster=\"" + space.cluster + "\",namespace=\"" + space.name
            + "\",resourcequota=\"tenant-quota\",resource=\"" + resource + "\",type=\"used\"}";
        for (qint64 time = (from + quotaStep - 1) / quotaStep * quotaStep; time < end; time += quotaStep) {
            const double used = amount * askedShare(own, double(time), double(m_thisWeek));
            sample(into, series, std::max(0.0, whole ? std::round(used) : std::round(used * 1000) / 1000), time);
        }
    }
}

void History::write(QIODevice &into, const QDateTime &from, const QDateTime &to) const
{
    const qint64 start = (from.toSecsSinceEpoch() + step - 1) / step * step;
    const qint64 end = std::min(to.toSecsSinceEpoch(), start + day);
    QByteArray text;
    const auto flush = [&text, &into](qsizetype beyond) {
        if (text.size() <= beyond)
            return;
        into.write(text);
        text.clear();
    };
    for (const Indicator &indicator : m_indicators) {
        writeIndicator(text, indicator, start, end);
        flush(1 << 20);
    }
    for (const TenantSpec &tenant : m_spec.tenants) {
        for (const SpaceSpec &space : tenant.spaces) {
            writeUsage(text, space, start, end);
            writeQuotas(text, space, start, end);
            flush(1 << 20);
        }
    }
    flush(0);
}

QByteArray History::key() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const std::string &text) {
        hash.addData(QByteArrayView(text.data(), qsizetype(text.size())));
        hash.addData(QByteArrayView("\0", 1));
    };
    add(std::to_string(version) + "/" + std::to_string(m_seed) + "/" + std::to_string(m_thisWeek));
    for (const Indicator &indicator : m_indicators) {
        add(indicator.labels);
        add(std::to_string(indicator.budget) + "/" + std::to_string(indicator.workload->typicalSeconds));
    }
    for (const TenantSpec &tenant : m_spec.tenants) {
        for (const SpaceSpec &space : tenant.spaces) {
            for (const WorkloadSpec &workload : space.workloads) {
                add(space.name + "/" + workload.name + "/" + std::to_string(workload.replicas));
                add(std::to_string(workload.cpu) + "/" + std::to_string(workload.memory) + "/"
                    + std::to_string(workload.requestsPerSecond));
            }
        }
    }
    return hash.result().toHex().left(16);
}

} // namespace Sandbox
