// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/samplefleet.h"

#include "backends/kubernetes/records.h"
#include "models/pods/podstore.h"
#include "models/tenants/quotatablemodel.h"
#include "models/tenants/workloadtablemodel.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr double gibi = 1024.0 * 1024 * 1024;
constexpr int tenantCount = 20;
} // namespace

SampleFleet::SampleFleet() : detail(&store), pods(store.pods(), PodTableModel::Extent::All), podDetail(store.pods())
{
    clusters.set(live());
    clusters.set(stale());
    clusters.set(failed());
    store.table()->merge(allTenants());
    connections.merge(allConnections());
}

Freshness SampleFleet::fresh(Freshness::State state, int seconds) const
{
    return {.state = state, .confirmedAt = clock.now().addSecs(-seconds), .age = std::chrono::seconds(seconds)};
}

ClusterItem SampleFleet::live() const
{
    ClusterItem item;
    item.id = u"olga.operator@prod-eu"_s;
    item.name = u"prod-eu"_s;
    item.context = item.id;
    item.server = u"10.0.4.12:6443"_s;
    item.identity = u"olga.operator"_s;
    item.state = ClusterItem::State::Connected;
    item.freshness = fresh(Freshness::State::Live, 1);
    item.hasMetrics = true;
    item.metricsFreshness = fresh(Freshness::State::Live, 8);
    return item;
}

ClusterItem SampleFleet::stale() const
{
    ClusterItem item = live();
    item.id = u"tenant-000-dev@staging"_s;
    item.name = u"staging"_s;
    item.context = item.id;
    item.identity = u"tenant-000-dev"_s;
    item.state = ClusterItem::State::Limited;
    item.notes = {u"tenant-000-dev may not list namespaces; showing tenant-000."_s};
    item.freshness = fresh(Freshness::State::Stale, 130);
    item.metricsProblem = {.title = u"Prometheus of staging does not answer."_s,
        .explanation = u"The connection to 10.0.4.20:9090 was refused."_s,
        .nextStep = u"Check that Prometheus runs there."_s,
        .details = {}};
    return item;
}

ClusterItem SampleFleet::failed() const
{
    ClusterItem item;
    item.id = u"aram.approver@prod-us"_s;
    item.name = u"prod-us"_s;
    item.context = item.id;
    item.identity = u"aram.approver"_s;
    item.state = ClusterItem::State::Failed;
    item.problem = {.title = u"prod-us refuses your token."_s,
        .explanation = u"It expired at 13:40."_s,
        .nextStep = u"Log in again."_s,
        .details = {}};
    return item;
}

Tenant SampleFleet::tenant(int number) const
{
    const std::array tiers{u"gold"_s, u"silver"_s, u"bronze"_s};
    const std::array owners{u"team-payments"_s, u"team-search"_s, u"team-media"_s, u"team-data-platform"_s};
    const bool old = number % 5 == 3;
    const double share = std::fmod(number * 0.37 + 0.18, 1.15);
    const double cores = std::exp2(1 + number % 4);
    Tenant tenant;
    tenant.name = u"tenant-%1"_s.arg(number, 3, 10, QChar(u'0'));
    tenant.clusterId = old ? stale().id : live().id;
    tenant.key = tenant.clusterId + u'/' + tenant.name;
    tenant.cluster = old ? u"staging"_s : u"prod-eu"_s;
    tenant.tier = tiers.at(static_cast<size_t>(number) % tiers.size());
    tenant.isolation = number % 4 == 0 ? u"dedicated"_s : u"shared"_s;
    tenant.owner = number == 7 ? QString() : owners.at(static_cast<size_t>(number) % owners.size());
    tenant.costCentre = u"cc-%1"_s.arg(4100 + number % 6);
    tenant.namespaces = {tenant.name, QString(tenant.name + u"-jobs"_s)};
    tenant.podsRunning = 8 + number * 3 % 17;
    tenant.podsPending = number % 6 == 1 ? 2 : 0;
    tenant.podsFailed = number % 9 == 4 ? 1 : 0;
    tenant.quotasKnown = true;
    tenant.cpu = {.used = share * cores * 0.62, .reserved = std::round(share * cores * 100) / 100, .limit = cores};
    tenant.memory = {.used = share * gibi, .reserved = share * 1.4 * gibi, .limit = 2 * gibi * (1 + number % 3)};
    tenant.pods = {.used = 8.0 + number * 3 % 17, .reserved = 10.0 + number * 3 % 17, .limit = 40.0};
    if (number == 11)
        tenant.cpu = {.used = 0.4, .reserved = 1.2, .limit = {}, .unlimited = true};
    if (number == 12)
        tenant.memory = {};
    if (old)
        tenant.cpu.usedStale = tenant.memory.usedStale = true;
    tenant.tightest = u"requests.cpu"_s;
    tenant.tightestPercent = number == 11 ? std::optional<double>() : share * 100;
    tenant.freshness = old ? stale().freshness : live().freshness;
    tenant.usageFreshness = old ? fresh(Freshness::State::Unknown, 0) : fresh(Freshness::State::Live, 8);
    return tenant;
}

QList<Tenant> SampleFleet::allTenants() const
{
    QList<Tenant> result;
    for (int number = 0; number < tenantCount; ++number)
        result.append(tenant(number));
    return result;
}

QList<Connection> SampleFleet::allConnections() const
{
    using Severity = Condition::Severity;
    const QDateTime now = clock.now();
    const Condition closed{Severity::Fine, QStringLiteral("closed"), QStringLiteral("closed")};
    Connection good;
    good.key = live().id + QLatin1String("/api");
    good.clusterId = live().id;
    good.cluster = live().name;
    good.server = QStringLiteral("prod-eu.example.com:6443");
    good.protocol = QStringLiteral("HTTP/2");
    good.condition = {Severity::Fine, QStringLiteral("connected"), QStringLiteral("connected")};
    good.breaker = closed;
    good.p50 = 0.004;
    good.p95 = 0.021;
    good.p99 = 0.18;
    good.requestsPerSecond = 0.6;
    good.errorPercent = 0;
    good.requests = 18234;
    good.failures = 12;
    good.bytesReceived = 812e6;
    good.streams = 3;
    good.lastAnswerAt = now;
    good.certificateExpires = now.addDays(210);
    good.tokenExpires = now.addSecs(3 * 3600 + 60);
    Connection open = good;
    open.key = failed().id + QLatin1String("/api");
    open.clusterId = failed().id;
    open.cluster = failed().name;
    open.server = QStringLiteral("staging.example.com:6443");
    open.condition = {Severity::Critical, QStringLiteral("open"), QStringLiteral("not asked for now")};
    open.breaker = {Severity::Critical, QStringLiteral("open"), QStringLiteral("open")};
    open.breakerRetryAt = now.addSecs(20);
    open.errorPercent = 100;
    open.streams = 0;
    open.lastProblem = failed().problem;
    open.lastProblemAt = now.addSecs(-3);
    Connection login = good;
    login.key = live().id + QLatin1String("/prometheus");
    login.service = Connection::Service::Prometheus;
    login.server = QStringLiteral("prometheus.example.com:443");
    login.condition = {Severity::Warning, QStringLiteral("login"), QStringLiteral("waits for your login")};
    login.canLogIn = true;
    login.loginUrl = QUrl(QStringLiteral("https://id.example.com/device"));
    login.loginCode = QStringLiteral("WDJB-MJHT");
    return {good, open, login};
}

UsageHistory SampleFleet::history(const QString &tenantKey) const
{
    UsageHistory history;
    history.tenantKey = tenantKey;
    history.to = clock.now().toMSecsSinceEpoch();
    history.from = history.to - 15 * 60 * 1000;
    for (int i = 0; i <= 60; ++i) {
        if (i > 24 && i < 30)
            continue; // Prometheus was away
        const qint64 at = history.from + i * 15000;
        history.cpu.append({at, 1.1 + 0.3 * std::sin(i / 6.0) + 0.06 * (i % 3)});
        history.memory.append({at, (1.2 + i * 0.006 + 0.02 * (i % 4)) * gibi});
    }
    return history;
}

void SampleFleet::fillDetail(const QString &tenantKey)
{
    detail.choose(tenantKey);
    const Freshness now = detail.tenant().freshness;
    const QString space = detail.tenant().name;
    const auto line = [&](const QString &resource, QuotaLine::Unit unit, double used, double hard) {
        QuotaLine quota;
        quota.namespaceName = space;
        quota.quota = u"tenant-quota"_s;
        quota.resource = resource;
        quota.unit = unit;
        quota.used = used;
        quota.hard = hard;
        quota.freshness = now;
        return quota;
    };
    detail.quotas()->merge({line(u"requests.cpu"_s, QuotaLine::Unit::Cores, 1.9, 2),
        line(u"requests.memory"_s, QuotaLine::Unit::Bytes, 1.5 * gibi, 4 * gibi),
        line(u"limits.cpu"_s, QuotaLine::Unit::Cores, 3, 4), line(u"pods"_s, QuotaLine::Unit::Count, 12, 40),
        line(u"count/configmaps"_s, QuotaLine::Unit::Count, 6, 20)});
    Workload workload;
    workload.namespaceName = space;
    workload.kind = u"Deployment"_s;
    workload.name = u"checkout"_s;
    workload.image = u"registry.example.com/checkout:1.14.2"_s;
    workload.pods = 4;
    workload.ready = 4;
    workload.freshness = now;
    detail.workloads()->merge({workload});
    fillPods();
    detail.setHistory(history(tenantKey));
}

void SampleFleet::fillPods()
{
    using Phase = Kubernetes::PodRecord::Phase;
    for (const ClusterItem &item : {live(), stale()})
        store.pods()->setCluster(item.id, item.name, item.freshness);
    QHash<QString, Kubernetes::PodBatch> batches;
    for (int number = 0; number < tenantCount; ++number) {
        const Tenant its = tenant(number);
        store.pods()->setTenant(its.clusterId, its.name, its.name);
        for (int i = 0; i < 4; ++i) {
            Kubernetes::PodRecord pod;
            pod.key = {its.name, u"checkout-7c9d5b-%1"_s.arg(i)};
            pod.phase = number % 9 == 4 && i == 0 ? Phase::Failed
                : number % 6 == 1 && i == 1       ? Phase::Pending
                                                  : Phase::Running;
            pod.containers = 1 + i % 2;
            pod.ready = pod.phase == Phase::Running ? pod.containers : 0;
            if (number % 7 == 2 && i == 2) {
                pod.reason = u"CrashLoopBackOff"_s;
                pod.restarts = 17;
                pod.ready = 0;
            } else if (pod.phase == Phase::Failed) {
                pod.reason = u"Evicted"_s;
            }
            if (pod.phase != Phase::Pending)
                pod.node = u"node-%1"_s.arg(number % 5);
            pod.ownerKind = u"Deployment"_s;
            pod.ownerName = u"checkout"_s;
            pod.imageTags = u"1.14.%1"_s.arg(number % 3);
            pod.created = clock.now().toSecsSinceEpoch() - 3600 * (i + 1);
            pod.cpuRequest = 250;
            pod.memoryRequest = 96 * 1024 * 1024;
            batches[its.clusterId].changed.append(pod);
        }
    }
    for (auto batch = batches.begin(); batch != batches.end(); ++batch) {
        batch->synced = true;
        store.pods()->apply(batch.key(), *batch);
    }
}
