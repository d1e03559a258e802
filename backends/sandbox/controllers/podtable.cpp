// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/podtable.h"

#include "backends/sandbox/api/quantity.h"
#include "backends/sandbox/controllers/timestamp.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace Sandbox {

namespace {

double amount(const Json &container, std::string_view resource)
{
    const std::string text = textAt(container, std::string("resources/requests/").append(resource));
    const auto quantity = text.empty() ? std::nullopt : Quantity::parse(text);
    return quantity ? std::clamp(quantity->toDouble(), 0.0, 1e15) : 0.0;
}

void readSpec(Pod &pod, const Json &json)
{
    pod.milliCpu = 0;
    pod.memory = 0;
    pod.behaviour = Behaviour::Well;
    const Json &containers = at(json, "spec/containers");
    if (!containers.is_array())
        return;
    double cpu = 0;
    double memory = 0;
    for (const Json &container : containers) {
        cpu += amount(container, "cpu");
        memory += amount(container, "memory");
        if (pod.behaviour == Behaviour::Well)
            pod.behaviour = behaviourOf(textAt(container, "image"));
    }
    pod.milliCpu = static_cast<int32_t>(std::min(std::ceil(cpu * 1000), 1e9));
    pod.memory = static_cast<int64_t>(std::min(std::ceil(memory), 1e17));
}

uint32_t address(std::string_view text)
{
    uint32_t result = 0;
    for (int part = 0; part < 4; ++part) {
        uint32_t value = 256;
        const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool last = part == 3;
        if (problem != std::errc() || value > 255 || last != (stop == text.data() + text.size()))
            return 0;
        result = (result << 8) | value;
        if (!last)
            text.remove_prefix(static_cast<size_t>(stop - text.data()) + 1);
    }
    return result;
}

void readStatus(Pod &pod, const Json &json)
{
    pod.ready = false;
    if (const Json &conditions = at(json, "status/conditions"); conditions.is_array()) {
        for (const Json &condition : conditions) {
            if (textAt(condition, "type") != "Ready")
                continue;
            pod.ready = textAt(condition, "status") == "True";
            pod.readySince = Timestamp::parse(textAt(condition, "lastTransitionTime")).value_or(0);
        }
    }
    pod.restarts = 0;
    if (const Json &containers = at(json, "status/containerStatuses"); containers.is_array()) {
        for (const Json &container : containers)
            pod.restarts += static_cast<int32_t>(std::clamp(intAt(container, "restartCount"), 0LL, 1'000'000LL));
    }
    pod.address = address(textAt(json, "status/podIP"));
}

//! Where the kubelet would be with a pod that it meets for the first time.
Pod::Stage firstStage(const Pod &pod, const Json &json)
{
    if (textAt(json, "spec/nodeName").empty())
        return Pod::Stage::Unscheduled;
    if (textAt(json, "status/startTime").empty())
        return Pod::Stage::Bound;
    if (!pod.running)
        return Pod::Stage::Creating;
    if (pod.ready)
        return Pod::Stage::Serving;
    switch (pod.behaviour) {
    case Behaviour::Crash:
        return Pod::Stage::Crashing;
    case Behaviour::Stuck:
        return Pod::Stage::Stuck;
    case Behaviour::NoPull:
        return Pod::Stage::Creating;
    case Behaviour::Well:
    case Behaviour::Leak:
        return Pod::Stage::Warming;
    }
    return Pod::Stage::Warming;
}

} // namespace

Behaviour behaviourOf(std::string_view image)
{
    if (image.ends_with("-crash"))
        return Behaviour::Crash;
    if (image.ends_with("-nopull"))
        return Behaviour::NoPull;
    if (image.ends_with("-stuck"))
        return Behaviour::Stuck;
    return image.ends_with("-leak") ? Behaviour::Leak : Behaviour::Well;
}

Pod *PodTable::find(const Uid &uid)
{
    const auto found = m_pods.find(uid);
    return found == m_pods.end() ? nullptr : &found->second;
}

const Pod *PodTable::find(const Uid &uid) const
{
    const auto found = m_pods.find(uid);
    return found == m_pods.end() ? nullptr : &found->second;
}

Pod &PodTable::update(const Uid &uid, const Object &object, const Json &json)
{
    const auto [place, isNew] = m_pods.try_emplace(uid);
    Pod &pod = place->second;
    pod.version = object.version;
    pod.key = object.key;
    pod.deleting = at(json, "metadata/deletionTimestamp").is_string();
    readSpec(pod, json);
    readStatus(pod, json);
    const std::string phase = textAt(json, "status/phase");
    pod.running = phase == "Running";
    if (isNew) {
        pod.created = Timestamp::parse(textAt(json, "metadata/creationTimestamp")).value_or(0);
        pod.stage = firstStage(pod, json);
    } else if (pod.stage == Pod::Stage::Unscheduled && !textAt(json, "spec/nodeName").empty()) {
        pod.stage = Pod::Stage::Bound;
    }
    if (phase == "Succeeded" || phase == "Failed")
        pod.stage = Pod::Stage::Finished;
    return pod;
}

} // namespace Sandbox
