// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/validation.h"

#include "backends/sandbox/api/faults.h"
#include "backends/sandbox/api/names.h"
#include "backends/sandbox/api/resources.h"

#include <algorithm>

namespace Sandbox {

namespace {

std::string nameProblem(const ResourceType &type, std::string_view name)
{
    if (type.kind == "Namespace")
        return Names::label(name);
    if (type.kind == "Service")
        return Names::serviceLabel(name);
    if (type.group == "rbac.authorization.k8s.io")
        return Names::pathStep(name);
    return Names::subdomain(name);
}

void checkName(const ResourceType &type, const Json &json, Faults &faults)
{
    const std::string name = textAt(json, "metadata/name");
    if (const std::string prefix = textAt(json, "metadata/generateName"); !prefix.empty()) {
        // What is appended makes a dash at its end harmless.
        std::string sample = prefix;
        if (sample.ends_with('-'))
            sample.back() = 'a';
        faults.named("metadata.generateName", prefix, nameProblem(type, sample));
    }
    if (name.empty())
        faults.required("metadata.name", "name or generateName is required");
    else
        faults.named("metadata.name", name, nameProblem(type, name));
}

void checkMetadata(const Json &json, const Json *before, Faults &faults)
{
    if (const Json &labels = at(json, "metadata/labels"); labels.is_object()) {
        for (const auto &[key, value] : labels.items()) {
            faults.named("metadata.labels", key, Names::qualified(key));
            faults.named("metadata.labels", value.get<std::string>(), Names::labelValue(value.get<std::string>()));
        }
    }
    size_t size = 0;
    if (const Json &annotations = at(json, "metadata/annotations"); annotations.is_object()) {
        for (const auto &[key, value] : annotations.items()) {
            std::string lowered = key;
            std::ranges::transform(lowered, lowered.begin(),
                [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
            faults.named("metadata.annotations", key, Names::qualified(lowered));
            size += key.size() + value.get_ref<const std::string &>().size();
        }
    }
    if (constexpr size_t most = 256 * 1024; size > most)
        faults.invalid("metadata.annotations", "\"\"", "must have at most 262144 bytes");
    const Json &finalizers = at(json, "metadata/finalizers");
    if (!finalizers.is_array())
        return;
    const Json old = before ? at(*before, "metadata/finalizers") : Json();
    for (const Json &finalizer : finalizers) {
        faults.named(
            "metadata.finalizers", finalizer.get<std::string>(), Names::qualified(finalizer.get<std::string>()));
        const bool known = old.is_array() && std::ranges::find(old, finalizer) != old.end();
        if (before && !known && at(json, "metadata/deletionTimestamp").is_string())
            faults.forbidden("metadata.finalizers",
                "no new finalizers can be added if the object is being deleted, found new finalizers []string{"
                    + toText(finalizer) + "}");
    }
}

void checkKind(const ResourceType &type, const Json &json, const Json *before, Faults &faults)
{
    const std::string_view kind = type.kind;
    if (kind == "Pod")
        Validate::pod(json, before, faults);
    else if (kind == "Deployment" || kind == "ReplicaSet")
        Validate::workload(json, before, faults);
    else if (kind == "Service")
        Validate::service(json, before, faults);
    else if (kind == "ResourceQuota")
        Validate::quota(json, before, faults);
    else if (kind == "LimitRange")
        Validate::limitRange(json, faults);
    else if (kind == "Role" || kind == "ClusterRole")
        Validate::role(json, kind == "ClusterRole", faults);
    else if (kind == "RoleBinding" || kind == "ClusterRoleBinding")
        Validate::binding(json, before, kind == "ClusterRoleBinding", faults);
    else if (kind == "Ingress")
        Validate::ingress(json, faults);
    else if (kind == "Lease")
        Validate::lease(json, faults);
    else if (kind == "ConfigMap" || kind == "Secret")
        Validate::entries(json, before, faults);
    else if (kind == "Event")
        Validate::event(json, faults);
}

} // namespace

std::optional<Status> validate(const ResourceType &type, const Json &json, const Json *before)
{
    Faults faults;
    if (!before)
        checkName(type, json, faults);
    checkMetadata(json, before, faults);
    checkKind(type, json, before, faults);
    if (faults.empty())
        return std::nullopt;
    return Status::invalid(type, textAt(json, "metadata/name"), faults.take());
}

} // namespace Sandbox
