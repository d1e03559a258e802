// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/platform/metricspage.h"

#include <charconv>
#include <cmath>
#include <tuple>

namespace Sandbox {

namespace {

constexpr const char *types = R"(# TYPE container_cpu_usage_seconds_total counter
# TYPE container_memory_working_set_bytes gauge
# TYPE http_requests_total counter
# TYPE http_request_duration_seconds histogram
# TYPE business_requests_total counter
# TYPE user_satisfaction_score histogram
# TYPE kube_pod_status_phase gauge
# TYPE kube_pod_container_status_restarts_total counter
# TYPE kube_pod_container_resource_requests gauge
# TYPE kube_pod_container_resource_limits gauge
# TYPE kube_resourcequota gauge
# TYPE kube_namespace_labels gauge
# TYPE kube_deployment_spec_replicas gauge
# TYPE kube_deployment_status_replicas_available gauge
# TYPE kube_deployment_status_replicas_updated gauge
# TYPE platform_slo_objective gauge
# TYPE probe_success gauge
)";

constexpr const char *bucketNames[]
    = {"0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1.0", "2.5", "5.0", "10.0", "+Inf"};
static_assert(std::size(bucketNames) == Ordinary::bounds.size() + 1);
constexpr const char *scoreNames[] = {"1.0", "2.0", "3.0", "4.0", "5.0", "+Inf"};
static_assert(std::size(scoreNames) == Traffic::scoreBounds.size() + 1);

void put(std::string &into, double value)
{
    char text[32];
    into.append(text, std::to_chars(text, text + sizeof text, value).ptr);
    into += '\n';
}

void putCount(std::string &into, double value)
{
    char text[32];
    into.append(text, std::to_chars(text, text + sizeof text, static_cast<uint64_t>(value)).ptr);
    into += '\n';
}

//! To a thousandth: what is finer costs bytes and says nothing.
void putRounded(std::string &into, double value)
{
    put(into, std::round(value * 1000) / 1000);
}

//! What stands in a label between the quotes.
std::string label(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (c == '\\' || c == '"')
            result += '\\';
        if (c == '\n')
            result += "\\n";
        else
            result += c;
    }
    return result;
}

std::string labels(std::initializer_list<std::pair<const char *, std::string_view>> pairs)
{
    std::string result;
    for (const auto &[name, value] : pairs)
        result.append(result.empty() ? "" : ",").append(name).append("=\"").append(label(value)).append("\"");
    return result;
}

Traffic::Load sumOf(const std::vector<const Traffic::Load *> &loads)
{
    Traffic::Load sum = *loads.front();
    for (size_t i = 1; i < loads.size(); ++i) {
        const Traffic::Load &load = *loads[i];
        sum.ok += load.ok;
        sum.bad += load.bad;
        sum.seconds += load.seconds;
        sum.businessOk += load.businessOk;
        sum.businessBad += load.businessBad;
        sum.scoreSum += load.scoreSum;
        sum.cpu += load.cpu;
        sum.memory += load.memory;
        sum.business = sum.business || load.business;
        sum.scored = sum.scored || load.scored;
        for (size_t at = 0; at < sum.within.size(); ++at)
            sum.within[at] += load.within[at];
        for (size_t at = 0; at < sum.scores.size(); ++at)
            sum.scores[at] += load.scores[at];
    }
    return sum;
}

} // namespace

MetricsPage::MetricsPage(const PlatformSpec &spec, std::string cluster, Detail detail)
    : m_spec(spec), m_cluster(std::move(cluster)), m_detail(detail)
{
    prepareObjectives();
}

std::string MetricsPage::line(const char *name, const std::string &rest) const
{
    std::string result = name;
    result.append("{cluster=\"").append(m_cluster).append("\",").append(rest).append("} ");
    return result;
}

void MetricsPage::prepareObjectives()
{
    for (const TenantSpec &tenant : m_spec.tenants) {
        for (const SpaceSpec &space : tenant.spaces) {
            if (space.cluster != m_cluster)
                continue;
            for (const WorkloadSpec &workload : space.workloads) {
                const Objectives &its = workload.objectives;
                const std::pair<const char *, std::optional<double>> all[] = {{"availability", its.availability},
                    {"latency", its.latency}, {"quality", its.quality}, {"satisfaction", its.satisfaction}};
                for (const auto &[slo, objective] : all) {
                    if (!objective)
                        continue;
                    const std::string service = space.name + "-" + workload.name;
                    char percent[32];
                    const auto end = std::to_chars(
                        percent, percent + sizeof percent, *objective * 100, std::chars_format::general, 6);
                    m_objectives += line("platform_slo_objective",
                        labels({{"namespace", space.name}, {"app", workload.name}, {"tenant", tenant.name},
                            {"sloth_id", service + "-" + slo}, {"sloth_service", service}, {"sloth_slo", slo},
                            {"sloth_objective", std::string_view(percent, size_t(end.ptr - percent))}}));
                    put(m_objectives, *objective);
                }
            }
        }
    }
}

void MetricsPage::prepareEntry(Entry &entry, const std::string &space, const std::string &pod,
    const std::string &container, const std::string &app, const std::string &tag) const
{
    const std::string resource = labels({{"namespace", space}, {"pod", pod}, {"container", container}});
    entry.cpu = line("container_cpu_usage_seconds_total", resource);
    entry.memory = line("container_memory_working_set_bytes", resource);
    std::string own = labels({{"namespace", space}, {"pod", pod}, {"app", app}, {"version", tag}});
    entry.codes[0] = line("http_requests_total", own + ",code=\"200\"");
    entry.codes[1] = line("http_requests_total", own + ",code=\"500\"");
    for (const char *bound : bucketNames)
        entry.buckets.push_back(line("http_request_duration_seconds_bucket", own + ",le=\"" + bound + "\""));
    entry.buckets.push_back(line("http_request_duration_seconds_count", own));
    entry.buckets.push_back(line("http_request_duration_seconds_sum", own));
    entry.business[0] = line("business_requests_total", own + ",outcome=\"success\"");
    entry.business[1] = line("business_requests_total", own + ",outcome=\"failure\"");
    for (const char *bound : scoreNames)
        entry.scores.push_back(line("user_satisfaction_score_bucket", own + ",le=\"" + bound + "\""));
    entry.scores.push_back(line("user_satisfaction_score_count", own));
    entry.scores.push_back(line("user_satisfaction_score_sum", own));
}

void MetricsPage::prepare(const Roster &roster, const Traffic &traffic)
{
    m_entries.clear();
    std::map<std::tuple<std::string, std::string, std::string>, size_t> workloads;
    for (const auto &[key, load] : traffic.loads()) {
        const auto found = roster.pods().find(key);
        if (found == roster.pods().end() || found->second.containers.empty())
            continue;
        const Roster::Pod &pod = found->second;
        if (m_detail == Detail::Workloads) {
            const auto [at, added] = workloads.try_emplace({key.space, load.app, pod.tag}, m_entries.size());
            if (!added) {
                m_entries[at->second].loads.push_back(&load);
                continue;
            }
        }
        Entry entry;
        entry.loads.push_back(&load);
        // Versions of one workload are told apart by what stands for a pod.
        const std::string name = m_detail == Detail::Pods ? key.name : load.app + "-" + pod.tag;
        prepareEntry(entry, key.space, name, pod.containers.front().name, load.app, pod.tag);
        m_entries.push_back(std::move(entry));
    }
    m_fixed.clear();
    if (m_detail == Detail::Pods)
        preparePods(roster);
    m_prepared = roster.revision();
}

void MetricsPage::preparePods(const Roster &roster)
{
    for (const auto &[key, pod] : roster.pods()) {
        const std::string base = labels({{"namespace", key.space}, {"pod", key.name}});
        m_fixed += line("kube_pod_status_phase", base + "," + labels({{"phase", pod.phase}}));
        put(m_fixed, 1);
        for (const Roster::Container &container : pod.containers) {
            const std::string own = base + "," + labels({{"container", container.name}});
            m_fixed += line("kube_pod_container_status_restarts_total", own);
            put(m_fixed, container.restarts);
            const char *const units[] = {",resource=\"cpu\",unit=\"core\"", ",resource=\"memory\",unit=\"byte\""};
            for (int i = 0; i < 2; ++i) {
                if (container.requests[i] > 0) {
                    m_fixed += line("kube_pod_container_resource_requests", own + units[i]);
                    put(m_fixed, container.requests[i]);
                }
                if (container.limits[i] > 0) {
                    m_fixed += line("kube_pod_container_resource_limits", own + units[i]);
                    put(m_fixed, container.limits[i]);
                }
            }
        }
    }
}

void MetricsPage::writeEntry(const Entry &entry, std::string &into) const
{
    const Traffic::Load sum = entry.loads.size() > 1 ? sumOf(entry.loads) : Traffic::Load();
    const Traffic::Load &load = entry.loads.size() > 1 ? sum : *entry.loads.front();
    putRounded(into += entry.cpu, load.cpu);
    putCount(into += entry.memory, load.memory);
    if (load.ok + load.bad > 0) {
        putCount(into += entry.codes[0], load.ok);
        putCount(into += entry.codes[1], load.bad);
        for (size_t i = 0; i < load.within.size(); ++i)
            putCount(into += entry.buckets[i], load.within[i]);
        putCount(into += entry.buckets[load.within.size()], load.within.back());
        putRounded(into += entry.buckets.back(), load.seconds);
    }
    if (load.business) {
        putCount(into += entry.business[0], load.businessOk);
        putCount(into += entry.business[1], load.businessBad);
    }
    if (load.scored) {
        for (size_t i = 0; i < load.scores.size(); ++i)
            putCount(into += entry.scores[i], load.scores[i]);
        putCount(into += entry.scores[load.scores.size()], load.scores.back());
        putRounded(into += entry.scores.back(), load.scoreSum);
    }
}

void MetricsPage::writeObjects(const Roster &roster, std::string &into) const
{
    for (const auto &[key, quota] : roster.quotas()) {
        const std::string base = labels({{"namespace", key.space}, {"resourcequota", key.name}});
        for (const auto &[type, amounts] : {std::pair("hard", &quota.hard), std::pair("used", &quota.used)}) {
            for (const auto &[resource, amount] : *amounts)
                put(into += line("kube_resourcequota", base + "," + labels({{"resource", resource}, {"type", type}})),
                    amount);
        }
    }
    for (const auto &[space, tenant] : roster.tenants())
        put(into += line(
                "kube_namespace_labels", labels({{"namespace", space}, {"label_platform_example_com_tenant", tenant}})),
            1);
    for (const auto &[key, deployment] : roster.deployments()) {
        const std::string base = labels({{"namespace", key.space}, {"deployment", key.name}});
        put(into += line("kube_deployment_spec_replicas", base), deployment.wanted);
        put(into += line("kube_deployment_status_replicas_available", base), deployment.available);
        put(into += line("kube_deployment_status_replicas_updated", base), deployment.updated);
    }
}

void MetricsPage::writeProbes(const Traffic &traffic, const Roster &roster, Probes probes, std::string &into) const
{
    // A storm has many probes of each service; on ordinary days one does, and it succeeds while anybody answers.
    std::vector<const ObjectKey *> services;
    for (const auto &[key, service] : roster.services()) {
        if (service.requestsPerSecond > 0)
            services.push_back(&key);
    }
    if (services.empty())
        return;
    const size_t count = probes.count > 0 ? size_t(probes.count) : services.size();
    for (size_t i = 0; i < count; ++i) {
        const ObjectKey &key = *services[i % services.size()];
        const std::string instance = key.name + "." + key.space + ".example/" + std::to_string(i / services.size());
        const auto tenant = roster.tenants().find(key.space);
        const std::string_view whose = tenant == roster.tenants().end() ? std::string_view() : tenant->second;
        into += line("probe_success",
            labels({{"namespace", key.space}, {"app", key.name}, {"tenant", whose}, {"instance", instance}}));
        const Traffic::Now *now = traffic.now(key);
        put(into, !probes.failing && (!now || now->errors < 1) ? 1 : 0);
    }
}

std::string MetricsPage::render(const Roster &roster, const Traffic &traffic, Probes probes)
{
    if (m_prepared != roster.revision())
        prepare(roster, traffic);
    std::string page = types;
    page.reserve(m_fixed.size() + m_entries.size() * 2'500 + 100'000);
    for (const Entry &entry : m_entries)
        writeEntry(entry, page);
    page += m_fixed;
    writeObjects(roster, page);
    writeProbes(traffic, roster, probes, page);
    page += m_objectives;
    return page;
}

} // namespace Sandbox
