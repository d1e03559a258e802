// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/platform/incidentread.h"
#include "backends/sandbox/platform/scenario.h"
#include "backends/sandbox/platform/yamlmap.h"

#include <algorithm>
#include <cmath>

namespace Sandbox {

namespace {

constexpr size_t maxFile = 1024 * 1024;
constexpr int maxPods = 20'000; //!< as written; --scale goes beyond

Objectives readObjectives(YamlMap slo)
{
    Objectives result;
    const auto share = [&slo](const char *key) -> std::optional<double> {
        if (!slo.has(key))
            return std::nullopt;
        return slo.number(key, 50, 99.9999) / 100;
    };
    result.availability = share("availability");
    result.latency = share("latency");
    result.quality = share("quality");
    result.satisfaction = share("satisfaction");
    slo.done();
    return result;
}

WorkloadSpec readService(const std::string &name, YamlMap entry)
{
    WorkloadSpec result;
    result.name = name;
    result.image = entry.text("image");
    result.tag = entry.text("tag");
    result.replicas = entry.whole("replicas", 1, 1, 500);
    result.cpu = entry.amount("cpu", result.cpu);
    result.memory = entry.amount("memory", result.memory);
    result.limitFactor = entry.number("limit-factor", result.limitFactor, 1, 20);
    result.requestsPerSecond = entry.number("requests-per-second", 0, 0, 10'000);
    result.typicalSeconds = double(entry.duration("typical", std::chrono::milliseconds(45)).count()) / 1000;
    result.peakLoad = entry.number("peak-load", result.peakLoad, 0.05, 1);
    if (entry.has("slo"))
        result.objectives = readObjectives(entry.map("slo"));
    entry.done();
    return result;
}

class PlatformReader
{
public:
    PlatformSpec read(YamlMap root);

private:
    void readClusters(YamlMap &root);
    void readUsers(YamlMap &root);
    void readCatalogue(YamlMap &root);
    TenantSpec readTenant(YamlMap entry);
    SpaceSpec readSpace(YamlMap entry, double size, const std::vector<std::string> &runs);

    PlatformSpec m_platform;
    std::map<std::string, WorkloadSpec> m_services;
    std::map<std::string, double> m_sizes;
    std::set<std::string> m_spaces;
};

void PlatformReader::readClusters(YamlMap &root)
{
    for (YamlMap &entry : root.maps("clusters", 50)) {
        ClusterSpec cluster;
        cluster.name = entry.name("name", 30);
        cluster.region = entry.name("region", 30);
        cluster.nodes = entry.whole("nodes", cluster.nodes, 1, 1000);
        cluster.production = entry.flag("production", false);
        entry.done();
        if (std::ranges::find(m_platform.clusters, cluster.name, &ClusterSpec::name) != m_platform.clusters.end())
            entry.fail("name", "is taken: another cluster is called " + cluster.name);
        m_platform.clusters.push_back(std::move(cluster));
    }
    if (m_platform.clusters.empty())
        root.fail("clusters", "has to name at least one cluster");
}

void PlatformReader::readUsers(YamlMap &root)
{
    for (YamlMap &entry : root.maps("users", 1000)) {
        UserSpec user{entry.text("name"), entry.texts("groups")};
        entry.done();
        m_platform.users.push_back(std::move(user));
    }
}

void PlatformReader::readCatalogue(YamlMap &root)
{
    YamlMap sizes = root.map("sizes");
    for (const std::string &name : sizes.keys())
        m_sizes[name] = sizes.number(name.c_str(), 0.05, 100);
    YamlMap services = root.map("services");
    for (const std::string &name : services.keys()) {
        if (name.size() > 40)
            services.fail(name.c_str(), "has too long a name, at most 40 characters");
        m_services[name] = readService(name, services.map(name.c_str()));
    }
}

SpaceSpec PlatformReader::readSpace(YamlMap entry, double size, const std::vector<std::string> &runs)
{
    SpaceSpec space;
    space.cluster = entry.name("cluster");
    if (std::ranges::find(m_platform.clusters, space.cluster, &ClusterSpec::name) == m_platform.clusters.end())
        entry.fail("cluster", "names no cluster of this platform: " + space.cluster);
    space.name = entry.name("name", 50);
    // Metrics of several clusters meet in one Prometheus, where a namespace is known by its name.
    if (!m_spaces.insert(space.name).second)
        entry.fail("name", "is taken: another namespace is called " + space.name);
    space.developersMayWrite = entry.oneOf("developers", {"edit", "view"}) == "edit";
    space.quotaRoom = entry.number("quota-room", space.quotaRoom, 0.5, 20);
    const double share = size * entry.number("share", 1, 0.05, 20);
    const bool own = entry.has("runs");
    for (const std::string &name : own ? entry.texts("runs") : runs) {
        const auto service = m_services.find(name);
        if (service == m_services.end())
            entry.fail(own ? "runs" : "cluster", "runs '" + name + "', which services does not describe");
        WorkloadSpec workload = service->second;
        const int replicas = std::max(1, int(std::lround(workload.replicas * share)));
        workload.requestsPerSecond *= double(replicas) / workload.replicas;
        workload.replicas = replicas;
        if (std::ranges::find(space.workloads, name, &WorkloadSpec::name) != space.workloads.end())
            entry.fail(own ? "runs" : "cluster", "runs " + name + " twice");
        space.workloads.push_back(std::move(workload));
    }
    entry.done();
    return space;
}

TenantSpec PlatformReader::readTenant(YamlMap entry)
{
    TenantSpec tenant;
    tenant.name = entry.name("name", 40);
    tenant.tier = entry.oneOf("tier", {"gold", "silver", "bronze"});
    tenant.isolation = entry.oneOf("isolation", {"shared", "namespace", "dedicated"});
    tenant.owner = entry.text("owner");
    tenant.costCentre = entry.text("cost-center");
    const std::string size = entry.text("size");
    if (!m_sizes.contains(size))
        entry.fail("size", "is '" + size.substr(0, 40) + "', which sizes does not name");
    const auto runs = entry.texts("runs");
    for (YamlMap &space : entry.maps("spaces", 50))
        tenant.spaces.push_back(readSpace(std::move(space), m_sizes.at(size), runs));
    if (tenant.spaces.empty())
        entry.fail("spaces", "has to name at least one namespace");
    entry.done();
    return tenant;
}

PlatformSpec PlatformReader::read(YamlMap root)
{
    m_platform.title = root.localText("title");
    m_platform.seed = uint64_t(root.number("seed", 1, 0, 9e15));
    readClusters(root);
    readUsers(root);
    readCatalogue(root);
    for (YamlMap &entry : root.maps("tenants", 2000)) {
        TenantSpec tenant = readTenant(entry);
        if (std::ranges::find(m_platform.tenants, tenant.name, &TenantSpec::name) != m_platform.tenants.end())
            entry.fail("name", "is taken: another tenant is called " + tenant.name);
        m_platform.users.push_back({tenant.name + "-dev", {tenant.name}});
        m_platform.tenants.push_back(std::move(tenant));
        if (m_platform.pods() > maxPods)
            root.fail("tenants", "run more than " + std::to_string(maxPods) + " pods together");
    }
    root.done();
    return std::move(m_platform);
}

Scenario read(std::string_view bytes, const std::string &name,
    const std::function<std::optional<std::string>(const std::string &)> &load)
{
    YamlMap root(YAML::Load(std::string(bytes)), name);
    Scenario scenario;
    if (!root.has("incident")) {
        scenario.platform = PlatformReader().read(root.map("platform"));
        root.done();
        return scenario;
    }
    scenario.platformFile = root.name("platform");
    const auto other = scenario.platformFile == name ? std::nullopt : load(scenario.platformFile);
    if (!other)
        root.fail("platform", "names a file that is not there: " + scenario.platformFile + ".yaml");
    // Mistakes there are told as mistakes of that file.
    auto platform = readScenario(*other, scenario.platformFile, [](const std::string &) { return std::nullopt; });
    if (!platform)
        throw platform.error();
    if (platform->incident)
        root.fail("platform", "names a file that holds an incident itself");
    scenario.platform = std::move(platform->platform);
    scenario.incident = readIncident(root.map("incident"), name, scenario.platform);
    root.done();
    return scenario;
}

Error problem(const std::string &name, const YAML::Mark &mark, const std::string &what)
{
    Error error;
    error.kind = Error::Kind::Configuration;
    error.cause = Error::Cause::FileMalformed;
    error.where = QString::fromStdString(name + ".yaml");
    QString place;
    if (!mark.is_null())
        place = QStringLiteral("line %1, column %2: ").arg(mark.line + 1).arg(mark.column + 1);
    error.detail = plainDetail(QString(place + QString::fromStdString(what)));
    return error;
}

} // namespace

Result<Scenario> readScenario(std::string_view bytes, const std::string &name,
    const std::function<std::optional<std::string>(const std::string &)> &load)
{
    if (bytes.size() > maxFile)
        return problem(name, YAML::Mark::null_mark(), "the file is larger than a megabyte");
    try {
        return read(bytes, name, load);
    } catch (const Error &error) {
        return error;
    } catch (const ScenarioProblem &wrong) {
        return problem(name, wrong.where, wrong.what);
    } catch (const YAML::Exception &wrong) {
        return problem(name, wrong.mark, wrong.msg);
    } catch (const std::exception &wrong) { // yaml-cpp throws standard ones here and there
        return problem(name, YAML::Mark::null_mark(), wrong.what());
    }
}

} // namespace Sandbox
