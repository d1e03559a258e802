// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/platform/roster.h"

#include "backends/sandbox/platform/scenario.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace Sandbox {

namespace {

constexpr std::array<std::string_view, 6> followed{
    "pods", "services", "ingresses", "resourcequotas", "deployments", "namespaces"};

double amountAt(const Json &json, std::string_view path)
{
    const Json &value = at(json, path);
    if (value.is_number())
        return value.get<double>();
    return parseAmount(textAt(json, path)).value_or(0);
}

double numberAt(const Json &annotations, const char *key)
{
    if (!annotations.is_object() || !annotations.contains(key))
        return 0;
    const Json &value = annotations.at(key);
    if (!value.is_string())
        return 0;
    const auto number = parseAmount(value.get_ref<const std::string &>());
    return std::clamp(number.value_or(0), 0.0, 1e6);
}

std::string annotation(const Json &annotations, const char *key)
{
    return annotations.is_object() && annotations.contains(key) && annotations.at(key).is_string()
        ? annotations.at(key).get<std::string>()
        : std::string();
}

Roster::Container readContainer(const Json &spec)
{
    Roster::Container container;
    container.name = textAt(spec, "name");
    const std::string_view resources[] = {"cpu", "memory"};
    for (int i = 0; i < 2; ++i) {
        container.requests[i] = amountAt(spec, std::string("resources/requests/").append(resources[i]));
        container.limits[i] = amountAt(spec, std::string("resources/limits/").append(resources[i]));
    }
    return container;
}

std::map<std::string, double> readAmounts(const Json &amounts)
{
    std::map<std::string, double> result;
    if (amounts.is_object()) {
        for (const auto &[resource, amount] : amounts.items()) {
            if (amount.is_string())
                result[resource] = parseAmount(amount.get_ref<const std::string &>()).value_or(0);
        }
    }
    return result;
}

Roster::Canary readCanary(const Json &ingress)
{
    Roster::Canary canary;
    const Json &notes = at(ingress, "metadata/annotations");
    canary.stable = annotation(notes, "sandbox/stable-service");
    if (annotation(notes, "nginx.ingress.kubernetes.io/canary") == "true")
        canary.weight = std::min(1.0, numberAt(notes, "nginx.ingress.kubernetes.io/canary-weight") / 100);
    const Json &rules = at(ingress, "spec/rules");
    if (rules.is_array() && !rules.empty()) {
        const Json &paths = at(rules.front(), "http/paths");
        if (paths.is_array() && !paths.empty())
            canary.backend = textAt(paths.front(), "backend/service/name");
    }
    return canary;
}

Roster::Deployment readDeployment(const Json &json)
{
    Roster::Deployment result;
    result.wanted = int(std::clamp(intAt(json, "spec/replicas", 1), 0LL, 1'000'000LL));
    result.available = int(intAt(json, "status/availableReplicas"));
    result.updated = int(intAt(json, "status/updatedReplicas"));
    result.ready = int(intAt(json, "status/readyReplicas"));
    result.replicas = int(intAt(json, "status/replicas"));
    result.observed = intAt(json, "status/observedGeneration") >= intAt(json, "metadata/generation");
    result.complete = result.observed && result.updated == result.wanted && result.replicas == result.wanted
        && result.available == result.wanted;
    return result;
}

} // namespace

void Roster::note(const Change &change)
{
    if (std::ranges::find(followed, change.object->type->plural) == followed.end())
        return;
    const std::lock_guard lock(m_mutex);
    m_noted[{change.object->type, change.object->key}]
        = change.kind == Change::Kind::Deleted ? ObjectPtr() : change.object;
}

bool Roster::settle()
{
    decltype(m_noted) noted;
    {
        const std::lock_guard lock(m_mutex);
        noted.swap(m_noted);
    }
    for (const auto &[which, object] : noted)
        take(*which.first, which.second, object);
    return !noted.empty();
}

void Roster::take(const ResourceType &type, const ObjectKey &key, const ObjectPtr &object)
{
    if (type.plural == "pods") {
        takePod(key, object);
    } else if (type.plural == "services") {
        m_services.erase(key);
        ++m_revision;
        if (!object)
            return;
        const Json json = object->json();
        Service &service = m_services[key];
        service.requestsPerSecond = numberAt(at(json, "metadata/annotations"), "sandbox/requests-per-second");
        const Json &selector = at(json, "spec/selector");
        if (selector.is_object()) {
            for (const auto &[label, value] : selector.items())
                service.selector.emplace_back(label, value.is_string() ? value.get<std::string>() : std::string());
        }
    } else if (type.plural == "ingresses") {
        m_canaries.erase(key);
        ++m_revision;
        if (!object)
            return;
        if (Canary canary = readCanary(object->json()); !canary.stable.empty())
            m_canaries[key] = std::move(canary);
    } else if (type.plural == "resourcequotas") {
        m_quotas.erase(key);
        if (object) {
            const Json json = object->json();
            m_quotas[key] = {readAmounts(at(json, "status/hard")), readAmounts(at(json, "status/used"))};
        }
    } else if (type.plural == "deployments") {
        m_deployments.erase(key);
        if (object)
            m_deployments[key] = readDeployment(object->json());
    } else if (object) {
        const auto tenant = std::ranges::find(
            object->labels, "platform.example.com/tenant", &std::pair<std::string, std::string>::first);
        if (tenant != object->labels.end())
            m_tenants[key.name] = tenant->second;
    } else {
        m_tenants.erase(key.name);
    }
}

void Roster::takePod(const ObjectKey &key, const ObjectPtr &object)
{
    ++m_revision;
    if (!object) {
        m_pods.erase(key);
        return;
    }
    const Json json = object->json();
    Pod pod;
    pod.object = object;
    const auto app = std::ranges::find(object->labels, "app", &std::pair<std::string, std::string>::first);
    if (app != object->labels.end())
        pod.app = app->second;
    pod.phase = textAt(json, "status/phase");
    pod.running = pod.phase == "Running";
    const Json &conditions = at(json, "status/conditions");
    if (conditions.is_array() && at(json, "metadata/deletionTimestamp").is_null()) {
        pod.ready = std::ranges::any_of(conditions, [](const Json &condition) {
            return textAt(condition, "type") == "Ready" && textAt(condition, "status") == "True";
        });
    }
    const Json &containers = at(json, "spec/containers");
    if (containers.is_array()) {
        for (const Json &container : containers)
            pod.containers.push_back(readContainer(container));
        const std::string image = containers.empty() ? std::string() : textAt(containers.front(), "image");
        pod.tag = image.substr(std::min(image.size(), image.rfind(':') + 1));
    }
    const Json &statuses = at(json, "status/containerStatuses");
    if (statuses.is_array()) {
        for (const Json &status : statuses) {
            const auto of = std::ranges::find(pod.containers, textAt(status, "name"), &Container::name);
            if (of != pod.containers.end())
                of->restarts = int(intAt(status, "restartCount"));
        }
    }
    m_pods[key] = std::move(pod);
}

} // namespace Sandbox
