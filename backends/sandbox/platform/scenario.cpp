// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/platform/scenario.h"

#include <algorithm>
#include <cmath>

namespace Sandbox {

namespace {

void grow(PlatformSpec &platform, double factor)
{
    // Both ways at once: a fleet has more namespaces than a small platform, and larger workloads.
    const int copies = std::max(1, int(std::lround(std::sqrt(factor))));
    for (TenantSpec &tenant : platform.tenants) {
        const std::vector<SpaceSpec> once = tenant.spaces;
        for (int copy = 2; copy <= copies; ++copy) {
            for (SpaceSpec space : once) {
                space.name += "-" + std::to_string(copy);
                tenant.spaces.push_back(std::move(space));
            }
        }
        for (SpaceSpec &space : tenant.spaces) {
            for (WorkloadSpec &workload : space.workloads) {
                const int replicas = std::max(1, int(workload.replicas * factor / copies));
                workload.requestsPerSecond *= double(replicas) / workload.replicas;
                workload.replicas = replicas;
            }
        }
    }
}

//! One pod more or less in workload after workload until it is \a pods.
void even(PlatformSpec &platform, int pods)
{
    for (int missing = pods - platform.pods(), moved = 1; missing != 0 && moved != 0;) {
        moved = 0;
        for (TenantSpec &tenant : platform.tenants) {
            for (SpaceSpec &space : tenant.spaces) {
                for (WorkloadSpec &workload : space.workloads) {
                    const int by = missing > 0 ? 1 : missing < 0 && workload.replicas > 1 ? -1 : 0;
                    workload.replicas += by;
                    missing -= by;
                    moved += std::abs(by);
                }
            }
        }
    }
}

} // namespace

std::string LocalText::in(std::string_view language) const
{
    for (const auto &[tongue, text] : byLanguage) {
        if (tongue == language.substr(0, tongue.size()))
            return text;
    }
    return byLanguage.empty() ? std::string() : byLanguage.front().second;
}

int PlatformSpec::pods() const
{
    int count = 0;
    for (const TenantSpec &tenant : tenants) {
        for (const SpaceSpec &space : tenant.spaces) {
            for (const WorkloadSpec &workload : space.workloads)
                count += workload.replicas;
        }
    }
    return count;
}

PlatformSpec PlatformSpec::scaledTo(int wanted) const
{
    PlatformSpec result = *this;
    const int now = pods();
    if (wanted <= 0 || now == 0 || wanted == now)
        return result;
    const double factor = double(wanted) / now;
    grow(result, factor);
    even(result, wanted);
    for (ClusterSpec &cluster : result.clusters)
        cluster.nodes = std::clamp(int(std::ceil(cluster.nodes * factor)), 1, 1000);
    return result;
}

} // namespace Sandbox
