// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/faults.h"
#include "backends/sandbox/api/names.h"
#include "backends/sandbox/api/quantity.h"

#include <algorithm>
#include <set>

namespace Sandbox::Validate {

namespace {

std::optional<Quantity> quantityOf(const Json &value)
{
    if (value.is_string())
        return Quantity::parse(value.get<std::string>());
    return value.is_number() ? Quantity::parse(value.dump()) : std::nullopt;
}

void resources(const Json &resources, const std::string &field, Faults &faults)
{
    const Json &limits = at(resources, "limits");
    for (const char *side : {"limits", "requests"}) {
        const Json &amounts = at(resources, side);
        if (!amounts.is_object())
            continue;
        for (const auto &[name, value] : amounts.items()) {
            const auto amount = quantityOf(value);
            if (!amount)
                continue;
            if (*amount < Quantity())
                faults.invalidText(
                    field + "." + side + "[" + name + "]", amount->text(), "must be greater than or equal to 0");
            const auto limit = std::string_view(side) == "requests" && limits.is_object() && limits.contains(name)
                ? quantityOf(limits[name])
                : std::nullopt;
            if (limit && *limit < *amount)
                faults.invalidText(
                    field + ".requests", amount->text(), "must be less than or equal to " + name + " limit");
        }
    }
}

void ports(const Json &ports, const std::string &field, Faults &faults)
{
    if (!ports.is_array())
        return;
    for (size_t i = 0; i < ports.size(); ++i) {
        const std::string place = field + "[" + std::to_string(i) + "].";
        const long long number = intAt(ports[i], "containerPort");
        if (number == 0)
            faults.required(place + "containerPort");
        else if (number < 1 || number > 65535)
            faults.invalid(place + "containerPort", std::to_string(number), "must be between 1 and 65535, inclusive");
        const std::string protocol = textAt(ports[i], "protocol");
        if (protocol != "TCP" && protocol != "UDP" && protocol != "SCTP")
            faults.unsupported(place + "protocol", protocol, {"SCTP", "TCP", "UDP"});
    }
}

void container(const Json &container, const std::string &field, std::set<std::string> &names, Faults &faults)
{
    const std::string name = textAt(container, "name");
    if (name.empty())
        faults.required(field + ".name");
    else if (const std::string problem = Names::label(name); !problem.empty())
        faults.invalidText(field + ".name", name, problem);
    else if (!names.insert(name).second)
        faults.duplicate(field + ".name", name);
    const std::string image = textAt(container, "image");
    if (image.empty())
        faults.required(field + ".image");
    else if (image != image.substr(0, image.find_last_not_of(" \t\n") + 1) || image.front() == ' ')
        faults.invalidText(field + ".image", image, "must not have leading or trailing whitespace");
    const std::string policy = textAt(container, "imagePullPolicy");
    if (policy != "Always" && policy != "IfNotPresent" && policy != "Never")
        faults.unsupported(field + ".imagePullPolicy", policy, {"Always", "IfNotPresent", "Never"});
    ports(at(container, "ports"), field + ".ports", faults);
    if (const Json &environment = at(container, "env"); environment.is_array()) {
        for (size_t i = 0; i < environment.size(); ++i) {
            if (textAt(environment[i], "name").empty())
                faults.required(field + ".env[" + std::to_string(i) + "].name");
        }
    }
    resources(at(container, "resources"), field + ".resources", faults);
}

//! Without what may be changed while a pod lives.
Json frozen(Json spec)
{
    for (const char *list : {"containers", "initContainers"}) {
        if (!at(spec, list).is_array())
            continue;
        for (Json &one : spec[list]) {
            if (one.is_object())
                one.erase("image");
        }
    }
    for (const char *name : {"activeDeadlineSeconds", "tolerations", "nodeName"})
        spec.erase(name);
    return spec;
}

} // namespace

std::string goMap(const Json &labels)
{
    if (!labels.is_object())
        return "map[string]string(nil)";
    std::string text;
    for (const auto &[key, value] : labels.items())
        text += (text.empty() ? "" : ", ") + toText(key) + ":" + toText(value);
    return "map[string]string{" + text + "}";
}

void podSpec(const Json &spec, const std::string &field, bool always, Faults &faults)
{
    const Json &containers = at(spec, "containers");
    std::set<std::string> names;
    if (!containers.is_array() || containers.empty())
        faults.required(field + ".containers");
    for (const char *list : {"containers", "initContainers"}) {
        const Json &all = at(spec, list);
        for (size_t i = 0; all.is_array() && i < all.size(); ++i)
            container(all[i], field + "." + list + "[" + std::to_string(i) + "]", names, faults);
    }
    const std::string policy = textAt(spec, "restartPolicy");
    if (always && policy != "Always")
        faults.unsupported(field + ".restartPolicy", policy, {"Always"});
    else if (policy != "Always" && policy != "OnFailure" && policy != "Never")
        faults.unsupported(field + ".restartPolicy", policy, {"Always", "OnFailure", "Never"});
    if (const long long grace = intAt(spec, "terminationGracePeriodSeconds"); grace < 0)
        faults.invalid(
            field + ".terminationGracePeriodSeconds", std::to_string(grace), "must be greater than or equal to 0");
}

void pod(const Json &json, const Json *before, Faults &faults)
{
    podSpec(at(json, "spec"), "spec", false, faults);
    if (!before || frozen(at(*before, "spec")) == frozen(at(json, "spec")))
        return;
    faults.forbidden("spec",
        "pod updates may not change fields other than `spec.containers[*].image`, `spec.initContainers[*].image`, "
        "`spec.activeDeadlineSeconds` or `spec.tolerations` (only additions to existing tolerations)");
}

} // namespace Sandbox::Validate
