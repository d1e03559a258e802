// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/platform/traffic.h"

#include "backends/sandbox/platform/activity.h"

#include <algorithm>
#include <cmath>

namespace Sandbox {

namespace {

//! What is asked of a pod against what it can carry.
struct Strain
{
    double errors = 0;
    double slower = 1;

    static Strain of(double load)
    {
        Strain strain;
        if (load > 1)
            strain.errors = 1 - 1 / load; // what is beyond is refused
        if (load > 0.8)
            strain.slower = 0.2 / (1 - std::min(load, 0.97));
        return strain;
    }
};

//! What became of the requests that one pod got.
struct Served
{
    double requests = 0;
    double errors = 0;
    double wrong = 0;
    double unhappy = 0;
    double seconds = 0; //!< of one request, on average
    Ordinary::Within within{};

    [[nodiscard]] double slow() const { return 1 - within[Ordinary::objectiveBound]; }
};

void count(const Served &served, const Objectives &objectives, Traffic::Load &load, Traffic::Budget &budget)
{
    const double ok = served.requests * (1 - served.errors);
    load.ok += ok;
    load.bad += served.requests - ok;
    for (size_t i = 0; i < served.within.size(); ++i)
        load.within[i] += served.requests * served.within[i];
    load.seconds += served.requests * served.seconds;
    budget.errors += served.requests - ok;
    budget.slow += served.requests * served.slow();
    if (objectives.quality) {
        load.business = true;
        load.businessOk += ok * (1 - served.wrong);
        load.businessBad += ok * served.wrong;
        budget.business += ok;
        budget.businessBad += ok * served.wrong;
    }
    if (objectives.satisfaction) {
        const double scores = served.requests * Traffic::scoresPerRequest;
        constexpr double parts[] = {0.15, 0.3, 0.5, 1}; // of those up to 4.0
        load.scored = true;
        for (size_t i = 0; i < std::size(parts); ++i)
            load.scores[i] += scores * served.unhappy * parts[i];
        for (size_t i = std::size(parts); i < load.scores.size(); ++i)
            load.scores[i] += scores;
        load.scoreSum += scores * (4.7 - 1.9 * served.unhappy);
        budget.scores += scores;
        budget.unhappy += scores * served.unhappy;
    }
}

bool selects(const Roster::Service &service, const Roster::Pod &pod)
{
    return !service.selector.empty() && std::ranges::all_of(service.selector, [&pod](const auto &label) {
        return std::ranges::find(pod.object->labels, label) != pod.object->labels.end();
    });
}

} // namespace

Behaviour Behaviour::of(std::string_view tag)
{
    Behaviour behaviour;
    if (tag.ends_with("-bad"))
        behaviour.errors = 0.2;
    else if (tag.ends_with("-flaky"))
        behaviour.errors = 0.03;
    else if (tag.ends_with("-slow"))
        behaviour.slower = 8;
    else if (tag.ends_with("-tail"))
        behaviour.tail = 0.02;
    else if (tag.ends_with("-wrong"))
        behaviour.wrong = 0.04;
    else if (tag.ends_with("-leak"))
        behaviour.leak = 2.0 * 1024 * 1024;
    return behaviour;
}

double Traffic::Now::quantile(double share) const
{
    double before = 0;
    double from = 0;
    for (size_t i = 0; i < Ordinary::bounds.size(); ++i) {
        if (within[i] >= share)
            return from + (Ordinary::bounds[i] - from) * (share - before) / std::max(within[i] - before, 1e-12);
        before = within[i];
        from = Ordinary::bounds[i];
    }
    return Ordinary::bounds.back();
}

Traffic::Traffic(const PlatformSpec &spec, const std::string &cluster, uint64_t seed) : m_seed(seed), m_cluster(cluster)
{
    for (const TenantSpec &tenant : spec.tenants) {
        for (const SpaceSpec &space : tenant.spaces) {
            if (space.cluster != cluster)
                continue;
            for (const WorkloadSpec &workload : space.workloads)
                m_workloads[{space.name, workload.name}] = &workload;
        }
    }
}

const WorkloadSpec *Traffic::workload(const ObjectKey &service) const
{
    const auto found = m_workloads.find(service);
    return found == m_workloads.end() ? nullptr : found->second;
}

const Traffic::Now *Traffic::now(const ObjectKey &service) const
{
    const auto found = m_now.find(service);
    return found == m_now.end() ? nullptr : &found->second;
}

void Traffic::disturb(const ObjectKey &service, Disturbance disturbance)
{
    m_disturbances[service] = disturbance;
}

Traffic::Disturbance Traffic::disturbance(const ObjectKey &service) const
{
    const auto found = m_disturbances.find(service);
    return found == m_disturbances.end() ? Disturbance() : found->second;
}

void Traffic::regroup(const Roster &roster)
{
    ++m_round;
    for (const auto &[key, pod] : roster.pods()) {
        if (!pod.running)
            continue;
        Load &load = m_loads[key];
        load.seen = m_round;
        load.app = pod.app;
    }
    std::erase_if(m_loads, [this](const auto &entry) { return entry.second.seen != m_round; });
    m_groups.clear();
    const auto add = [&, this](const ObjectKey &service, const Roster::Service &by, double rate, double share) {
        Group group{service, rate, share, {}};
        const auto &pods = roster.pods();
        for (auto pod = pods.lower_bound({service.space, {}}); pod != pods.end() && pod->first.space == service.space;
             ++pod) {
            if (pod->second.ready && pod->second.running && selects(by, pod->second))
                group.pods.emplace_back(&pod->second, &m_loads[pod->first]);
            // What a canary answers counts for the service that it stands in for.
            if (!group.pods.empty() && group.pods.back().first == &pod->second)
                group.pods.back().second->app = service.name;
        }
        const bool answered = !group.pods.empty();
        if (answered || share == 1)
            m_groups.push_back(std::move(group));
        return answered;
    };
    for (const auto &[key, service] : roster.services()) {
        if (service.requestsPerSecond == 0)
            continue;
        double left = 1;
        for (const auto &[name, canary] : roster.canaries()) {
            const auto backend = roster.services().find({key.space, canary.backend});
            if (name.space == key.space && canary.stable == key.name && canary.weight > 0
                && backend != roster.services().end()
                && add(key, backend->second, service.requestsPerSecond, std::min(left, canary.weight)))
                left -= std::min(left, canary.weight);
        }
        add(key, service, service.requestsPerSecond, left);
    }
    m_grouped = roster.revision();
}

void Traffic::advance(const Roster &roster, double time, double elapsed)
{
    if (m_grouped != roster.revision())
        regroup(roster);
    if (elapsed <= 0)
        return;
    m_now.clear();
    for (const Group &group : m_groups)
        serve(group, time, elapsed);
    for (auto &[service, now] : m_now) {
        now.errors = now.rate > 0 ? now.errors / now.rate : 0;
        for (double &share : now.within)
            share = now.rate > 0 ? share / now.rate : 1;
    }
    for (auto &[key, load] : m_loads) {
        if (const auto pod = roster.pods().find(key); pod != roster.pods().end())
            idle(pod->second, load, time, elapsed);
    }
}

void Traffic::serve(const Group &group, double time, double elapsed)
{
    const WorkloadSpec *its = workload(group.service);
    const Disturbance disturbed = disturbance(group.service);
    const Ordinary ordinary(its, Ordinary::seriesOf(m_seed, m_cluster, group.service.space, group.service.name), time);
    const double rate = group.requestsPerSecond * group.share * ordinary.level * disturbed.traffic;
    Now &now = m_now[group.service];
    Budget &budget = m_budgets[group.service];
    now.rate += rate;
    const double requests = rate * elapsed;
    budget.requests += requests;
    if (group.pods.empty()) { // nobody there: every request is an error, of the ingress
        now.errors += rate;
        budget.errors += requests;
        return;
    }
    const double each = requests / double(group.pods.size());
    const Strain strain = Strain::of(rate / double(group.pods.size()) / ordinary.capacity);
    for (const auto &[pod, load] : group.pods) {
        const Behaviour behaviour = Behaviour::of(pod->tag);
        Served served;
        served.requests = each;
        served.errors = std::min(1.0, ordinary.errors + behaviour.errors + disturbed.errors + strain.errors);
        served.wrong = std::min(1.0, ordinary.wrong + behaviour.wrong);
        const double slower = behaviour.slower * disturbed.slower * strain.slower;
        served.within = Ordinary::within(ordinary.typical * slower, behaviour.tail);
        served.seconds = ordinary.typical * slower * 1.13 + behaviour.tail * 4;
        served.unhappy = std::min(0.95, ordinary.unhappy + 1.5 * served.errors + 0.5 * served.slow() + behaviour.wrong);
        count(served, its ? its->objectives : Objectives(), *load, budget);
        load->cpu += each * ordinary.cpuOfRequest;
        load->leaked += behaviour.leak * elapsed;
        now.errors += each / elapsed * served.errors;
        for (size_t i = 0; i < served.within.size(); ++i)
            now.within[i] += each / elapsed * served.within[i];
    }
}

void Traffic::idle(const Roster::Pod &pod, Load &load, double time, double elapsed) const
{
    load.age += elapsed;
    const ObjectKey service{pod.object->key.space, load.app};
    const Ordinary ordinary(
        workload(service), Ordinary::seriesOf(m_seed, m_cluster, service.space, service.name), time);
    const uint64_t own = Activity::hash(m_seed, pod.object->key.name); // no two pods do quite the same
    load.cpu += elapsed * ordinary.cpuOfPod * (1 + 0.3 * Activity::noise(own, time, 600));
    const double warm = 0.7 + 0.3 * std::min(1.0, load.age / 60);
    load.memory = ordinary.memoryOfPod * warm * (1 + 0.1 * Activity::noise(own ^ 3, time, 7'200)) + load.leaked;
}

} // namespace Sandbox
