// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/platform/incidentread.h"

#include <algorithm>
#include <array>

namespace Sandbox {

namespace {

using StepKind = IncidentStep::Kind;
using ConditionKind = IncidentCondition::Kind;

enum class Needs { Nothing, Cluster, Space, Name };

const SpaceSpec *findSpace(const PlatformSpec &platform, const Target &target)
{
    for (const TenantSpec &tenant : platform.tenants) {
        for (const SpaceSpec &space : tenant.spaces) {
            if (space.cluster == target.cluster && space.name == target.space)
                return &space;
        }
    }
    return nullptr;
}

//! "cluster/namespace/name" as far as it is needed, held against what the platform has.
Target readTarget(YamlMap &entry, const PlatformSpec &platform, Needs needs)
{
    Target target;
    if (needs == Needs::Nothing)
        return target;
    const std::string text = entry.text("where");
    std::array<std::string *, 3> parts{&target.cluster, &target.space, &target.name};
    size_t from = 0;
    size_t part = 0;
    for (; part < size_t(needs) && from <= text.size(); ++part) {
        const size_t slash = std::min(text.find('/', from), text.size());
        *parts[part] = text.substr(from, slash - from);
        from = slash + 1;
    }
    if (part < size_t(needs) || from <= text.size()) {
        entry.fail("where",
            needs == Needs::Cluster     ? "has to be the name of a cluster"
                : needs == Needs::Space ? "has to be cluster/namespace"
                                        : "has to be cluster/namespace/name");
    }
    if (std::ranges::find(platform.clusters, target.cluster, &ClusterSpec::name) == platform.clusters.end())
        entry.fail("where", "names no cluster of this platform: " + target.cluster.substr(0, 40));
    if (needs >= Needs::Space && target.space != "kube-system" && !findSpace(platform, target))
        entry.fail("where", "names no namespace of " + target.cluster + ": " + target.space.substr(0, 60));
    return target;
}

Target readWorkload(YamlMap &entry, const PlatformSpec &platform)
{
    const Target target = readTarget(entry, platform, Needs::Name);
    const SpaceSpec *space = findSpace(platform, target);
    if (space && std::ranges::find(space->workloads, target.name, &WorkloadSpec::name) == space->workloads.end())
        entry.fail("where", "names no workload of " + target.space + ": " + target.name.substr(0, 60));
    return target;
}

void readQuota(YamlMap &entry, IncidentStep &step)
{
    step.values = entry.textMap("hard");
    for (const auto &[resource, amount] : step.values) {
        if (!parseAmount(amount))
            entry.fail("hard", "gives no amount for " + resource + ", such as 250m, 2, 512Mi or 4Gi");
    }
}

std::string readUser(YamlMap &entry, const PlatformSpec &platform)
{
    const std::string user = entry.text("user");
    if (std::ranges::find(platform.users, user, &UserSpec::name) == platform.users.end())
        entry.fail("user", "names no user of this platform: " + user.substr(0, 60));
    return user;
}

void readStepDetails(YamlMap &entry, const PlatformSpec &platform, IncidentStep &step)
{
    switch (step.kind) {
    case StepKind::SetImage:
        step.target = readWorkload(entry, platform);
        step.text = entry.text("tag");
        return;
    case StepKind::Scale:
        step.target = readWorkload(entry, platform);
        step.number = entry.number("replicas", 0, 1000);
        return;
    case StepKind::Canary:
        step.target = readWorkload(entry, platform);
        step.text = entry.text("tag");
        step.number = entry.number("weight", 0, 100);
        return;
    case StepKind::ErrorRatio:
        step.target = readWorkload(entry, platform);
        step.number = entry.number("ratio", 0, 1);
        return;
    case StepKind::Latency:
    case StepKind::Traffic:
        step.target = readWorkload(entry, platform);
        step.number = entry.number("factor", 0, 100);
        return;
    case StepKind::Quota:
        step.target = readTarget(entry, platform, Needs::Space);
        readQuota(entry, step);
        return;
    case StepKind::Bind:
        step.target = readTarget(entry, platform, Needs::Name);
        step.text = entry.text("group");
        step.values["role"] = entry.name("role");
        return;
    case StepKind::Alerts:
        step.target = readWorkload(entry, platform);
        step.number = entry.number("count", 1, 20'000);
        return;
    case StepKind::SilenceCluster:
    case StepKind::WakeCluster:
        step.target = readTarget(entry, platform, Needs::Cluster);
        return;
    case StepKind::RevokeToken:
        step.target = readTarget(entry, platform, Needs::Cluster);
        step.text = readUser(entry, platform);
        return;
    }
}

IncidentStep readStep(YamlMap entry, const PlatformSpec &platform)
{
    static constexpr std::pair<std::string_view, StepKind> kinds[] = {{"set-image", StepKind::SetImage},
        {"scale", StepKind::Scale}, {"canary", StepKind::Canary}, {"error-ratio", StepKind::ErrorRatio},
        {"latency", StepKind::Latency}, {"traffic", StepKind::Traffic}, {"quota", StepKind::Quota},
        {"bind", StepKind::Bind}, {"alerts", StepKind::Alerts}, {"silence-cluster", StepKind::SilenceCluster},
        {"wake-cluster", StepKind::WakeCluster}, {"revoke-token", StepKind::RevokeToken}};
    IncidentStep step;
    step.at = entry.duration("at");
    const std::string what = entry.oneOf("do",
        {"set-image", "scale", "canary", "error-ratio", "latency", "traffic", "quota", "bind", "alerts",
            "silence-cluster", "wake-cluster", "revoke-token"});
    step.kind = std::ranges::find(kinds, what, &std::pair<std::string_view, StepKind>::first)->second;
    readStepDetails(entry, platform, step);
    step.by = entry.text("by", "automation");
    step.says = entry.localText("says");
    entry.done();
    return step;
}

void readConditionDetails(YamlMap &entry, const PlatformSpec &platform, IncidentCondition &condition)
{
    switch (condition.kind) {
    case ConditionKind::ErrorsBelow:
        condition.target = readWorkload(entry, platform);
        condition.number = entry.number("ratio", 0.0001, 1);
        return;
    case ConditionKind::SlowestBelow:
        condition.target = readWorkload(entry, platform);
        condition.number = double(entry.duration("time").count()) / 1000;
        return;
    case ConditionKind::Available:
        condition.target = readWorkload(entry, platform);
        condition.number = entry.number("replicas", 1, 0, 1000);
        return;
    case ConditionKind::QuotaBelow:
        condition.target = readTarget(entry, platform, Needs::Space);
        condition.text = entry.text("resource");
        condition.number = entry.number("ratio", 0.01, 1);
        return;
    case ConditionKind::Allowed:
        condition.target = readTarget(entry, platform, Needs::Space);
        condition.text = entry.text("group");
        condition.values["verb"] = entry.text("verb");
        condition.values["resource"] = entry.text("resource");
        condition.values["api-group"] = entry.text("api-group", "");
        return;
    case ConditionKind::TokenWorks:
        condition.target = readTarget(entry, platform, Needs::Cluster);
        condition.text = readUser(entry, platform);
        return;
    }
}

IncidentCondition readCondition(YamlMap entry, const PlatformSpec &platform)
{
    static constexpr std::pair<std::string_view, ConditionKind> kinds[]
        = {{"errors-below", ConditionKind::ErrorsBelow}, {"p99-below", ConditionKind::SlowestBelow},
            {"available", ConditionKind::Available}, {"quota-below", ConditionKind::QuotaBelow},
            {"allowed", ConditionKind::Allowed}, {"token-works", ConditionKind::TokenWorks}};
    IncidentCondition condition;
    const std::string what
        = entry.oneOf("is", {"errors-below", "p99-below", "available", "quota-below", "allowed", "token-works"});
    condition.kind = std::ranges::find(kinds, what, &std::pair<std::string_view, ConditionKind>::first)->second;
    readConditionDetails(entry, platform, condition);
    entry.done();
    return condition;
}

} // namespace

IncidentSpec readIncident(YamlMap entry, const std::string &name, const PlatformSpec &platform)
{
    IncidentSpec incident;
    incident.name = name;
    for (const auto &[key, text] : {std::pair("title", &incident.title), std::pair("briefing", &incident.briefing),
             std::pair("lesson", &incident.lesson)}) {
        *text = entry.localText(key);
        if (text->byLanguage.empty())
            entry.fail(key, "is missing");
    }
    for (YamlMap &step : entry.maps("timeline", 500))
        incident.timeline.push_back(readStep(std::move(step), platform));
    if (incident.timeline.empty())
        entry.fail("timeline", "has to hold at least one step");
    std::ranges::stable_sort(incident.timeline, {}, &IncidentStep::at);
    for (YamlMap &condition : entry.maps("resolved-when", 50))
        incident.resolved.push_back(readCondition(std::move(condition), platform));
    if (incident.resolved.empty())
        entry.fail("resolved-when", "has to name at least one condition");
    incident.steady = entry.duration("steady", incident.steady);
    incident.runsFor = entry.duration("runs-for", incident.runsFor);
    entry.done();
    return incident;
}

} // namespace Sandbox
