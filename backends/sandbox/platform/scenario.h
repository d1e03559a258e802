// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Sandbox {

//! A text that the writer of a scenario gave in one or several languages ("en", "de"); the first one given is what
//! everybody else reads.
struct LocalText
{
    std::vector<std::pair<std::string, std::string>> byLanguage;

    [[nodiscard]] std::string in(std::string_view language) const;
    bool operator==(const LocalText &) const = default;
};

//! What a service promises its users over 30 days; a kind that is not promised is empty. Shares are in (0, 1).
struct Objectives
{
    std::optional<double> availability; //!< of requests that are answered without a 5xx
    std::optional<double> latency; //!< of requests that are answered within 500 ms
    std::optional<double> quality; //!< of business requests that do what they were asked for
    std::optional<double> satisfaction; //!< of scores above 4.0 out of 5

    bool operator==(const Objectives &) const = default;
};

struct WorkloadSpec
{
    std::string name; //!< of its Deployment, its Service and its label app
    std::string image; //!< without tag
    std::string tag;
    int replicas = 1;
    double cpu = 0.1; //!< cores requested by each pod
    double memory = 128.0 * 1024 * 1024; //!< bytes requested by each pod
    double limitFactor = 2; //!< limits are so many times the requests
    double requestsPerSecond = 0; //!< of all pods together, averaged over a week
    double typicalSeconds = 0.045; //!< the median of its response times
    double peakLoad = 0.6; //!< of what its pods can carry, at the height of an ordinary day
    Objectives objectives;

    bool operator==(const WorkloadSpec &) const = default;
};

//! One namespace of a tenant.
struct SpaceSpec
{
    std::string cluster;
    std::string name;
    bool developersMayWrite = true; //!< their RoleBinding gives edit, else view
    double quotaRoom = 1.3; //!< hard limits are so many times what its workloads request
    std::vector<WorkloadSpec> workloads;

    bool operator==(const SpaceSpec &) const = default;
};

struct TenantSpec
{
    std::string name;
    std::string tier;
    std::string isolation;
    std::string owner;
    std::string costCentre;
    std::vector<SpaceSpec> spaces;

    bool operator==(const TenantSpec &) const = default;
};

struct ClusterSpec
{
    std::string name;
    std::string region;
    int nodes = 4;
    bool production = false;

    bool operator==(const ClusterSpec &) const = default;
};

struct UserSpec
{
    std::string name;
    std::vector<std::string> groups; //!< without system:authenticated

    bool operator==(const UserSpec &) const = default;
};

struct PlatformSpec
{
    LocalText title;
    uint64_t seed = 1;
    std::vector<ClusterSpec> clusters;
    std::vector<TenantSpec> tenants;
    std::vector<UserSpec> users;

    [[nodiscard]] int pods() const;
    //! The same platform with \a pods pods: more namespaces for each tenant, more pods in each workload.
    [[nodiscard]] PlatformSpec scaledTo(int pods) const;
    bool operator==(const PlatformSpec &) const = default;
};

//! Something in one cluster that a step of an incident is about, "cluster/namespace/name" in the file; what is not
//! needed is empty.
struct Target
{
    std::string cluster;
    std::string space;
    std::string name;

    auto operator<=>(const Target &) const = default;
};

//! One thing that an incident does to the platform.
struct IncidentStep
{
    enum class Kind {
        SetImage, //!< deployment `target` gets the tag `text`
        Scale, //!< deployment `target` gets `number` replicas
        Canary, //!< service `target` sends `number` per cent to a canary with the tag `text`
        ErrorRatio, //!< of what `target` answers, the share `number` are errors
        Latency, //!< `target` becomes `number` times slower
        Traffic, //!< `target` is asked `number` times as much
        Quota, //!< the quota of the namespace gets the hard limits `values`
        Bind, //!< the RoleBinding `target` names the group `text` and the ClusterRole of values["role"]
        Alerts, //!< `number` probes fail while deployment `target` has no pod that is ready
        SilenceCluster, //!< it accepts connections and answers nothing
        WakeCluster,
        RevokeToken, //!< of user `text`
    };
    std::chrono::milliseconds at{0}; //!< since the incident was started
    Kind kind = Kind::SetImage;
    Target target;
    std::string text;
    double number = 0;
    std::map<std::string, std::string> values;
    std::string by; //!< who does it, as managedFields name it
    LocalText says; //!< what happened, for the debriefing

    bool operator==(const IncidentStep &) const = default;
};

//! Something that has to be so again.
struct IncidentCondition
{
    enum class Kind {
        ErrorsBelow, //!< the share of errors in what `target` answers is below `number`
        SlowestBelow, //!< the 99th percentile of its response times is below `number` seconds
        Available, //!< all pods of deployment `target`, and at least `number`, run its newest template and are ready
        QuotaBelow, //!< of `text` in the namespace, less than the share `number` of the hard limit is used
        Allowed, //!< members of group `text` may do values["verb"] with values["resource"] in the namespace
        TokenWorks, //!< of user `text`
    };
    Kind kind = Kind::Available;
    Target target;
    std::string text;
    double number = 0;
    std::map<std::string, std::string> values;

    bool operator==(const IncidentCondition &) const = default;
};

struct IncidentSpec
{
    std::string name; //!< as --scenario takes it
    LocalText title;
    LocalText briefing;
    LocalText lesson; //!< for the debriefing: what was behind it, and what mends it
    std::vector<IncidentStep> timeline; //!< by time
    std::vector<IncidentCondition> resolved; //!< all of them hold, for `steady` without a break
    std::chrono::milliseconds steady{15'000};
    std::chrono::milliseconds runsFor{900'000}; //!< then it ends, mended or not

    bool operator==(const IncidentSpec &) const = default;
};

//! What a scenario file holds: a platform, or an incident on the platform of another file.
struct Scenario
{
    std::string platformFile; //!< empty when the platform is this file's own
    PlatformSpec platform;
    std::optional<IncidentSpec> incident;
};

//! Reads one scenario file, written in YAML by a person; README.md in resources/sandbox says how. \a name is the file
//! without its ending; \a load gives the bytes of another file of the same folder, nothing when it is not there.
//! Error: Kind::Configuration with the line, the column and what is wrong in `detail`, and the file in `where`.
[[nodiscard]] Result<Scenario> readScenario(std::string_view bytes, const std::string &name,
    const std::function<std::optional<std::string>(const std::string &)> &load);

//! "250m", "2", "512Mi", "4Gi" as cores or bytes; nothing for what is no amount.
[[nodiscard]] std::optional<double> parseAmount(std::string_view text);

} // namespace Sandbox
