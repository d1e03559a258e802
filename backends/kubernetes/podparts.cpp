// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/podparts.h"

#include <algorithm>
#include <limits>

namespace Kubernetes {

namespace {

//! \a nanos in steps of \a step, rounded up as Kubernetes does.
qint64 inSteps(Quantity amount, qint64 step)
{
    const Quantity::Nanos steps = (amount.nanos() + step - 1) / step;
    return static_cast<qint64>(std::clamp<Quantity::Nanos>(steps, 0, std::numeric_limits<qint64>::max()));
}

//! What the scheduler reserves: containers and sidecars run together; init containers one after the other, each beside
//! the sidecars that started before it.
Requests podRequests(const PodParts &parts)
{
    Requests sidecars;
    Requests initial;
    for (const Container &container : parts.initContainers) {
        Requests step = container.requests;
        step += sidecars;
        initial.atLeast(step);
        if (container.restartsAlways)
            sidecars = step;
    }
    Requests total = sidecars;
    for (const Container &container : parts.containers)
        total += container.requests;
    total.atLeast(initial);
    total += parts.overhead;
    return total;
}

bool isSidecar(const PodParts &parts, std::string_view name)
{
    return std::any_of(parts.initContainers.begin(), parts.initContainers.end(),
        [name](const Container &container) { return container.restartsAlways && container.name == name; });
}

void countContainers(const PodParts &parts, PodRecord &record)
{
    quint64 containers = parts.containers.size();
    quint64 ready = 0;
    quint64 restarts = 0;
    for (const Container &container : parts.initContainers)
        containers += container.restartsAlways ? 1 : 0;
    const auto count = [&](const ContainerStatus &status) {
        ready += status.ready ? 1 : 0;
        restarts += status.restarts;
    };
    for (const ContainerStatus &status : parts.statuses)
        count(status);
    for (const ContainerStatus &status : parts.initStatuses) {
        if (isSidecar(parts, status.name))
            count(status);
        else if (record.phase == PodRecord::Phase::Pending)
            restarts += status.restarts; // a finished init container's restarts are history
    }
    record.containers = static_cast<quint16>(std::min<quint64>(containers, std::numeric_limits<quint16>::max()));
    record.ready = static_cast<quint16>(std::min<quint64>(ready, std::numeric_limits<quint16>::max()));
    record.restarts = static_cast<quint32>(std::min<quint64>(restarts, std::numeric_limits<quint32>::max()));
}

//! What keeps the pod from being well; empty when nothing does.
std::string_view reasonOf(const PodParts &parts)
{
    for (const auto *statuses : {&parts.initStatuses, &parts.statuses}) {
        for (const ContainerStatus &status : *statuses) {
            const bool starting = status.waiting == "ContainerCreating" || status.waiting == "PodInitializing";
            if (!status.waiting.empty() && !starting)
                return status.waiting;
        }
    }
    for (const auto *statuses : {&parts.initStatuses, &parts.statuses}) {
        for (const ContainerStatus &status : *statuses) {
            if (!status.terminated.empty() && status.terminated != "Completed")
                return status.terminated;
        }
    }
    return parts.reason.empty() ? parts.unscheduled : parts.reason;
}

//! The tag of an image; the first digits of its digest when it has none.
std::string tagOf(std::string_view image)
{
    std::string_view last = image.substr(image.rfind('/') + 1); // npos + 1 is 0
    const size_t at = last.find('@');
    const std::string_view digest = at == std::string_view::npos ? std::string_view() : last.substr(at + 1);
    last = last.substr(0, at);
    if (const size_t colon = last.rfind(':'); colon != std::string_view::npos && colon + 1 < last.size())
        return std::string(last.substr(colon + 1));
    if (digest.empty())
        return "latest";
    const size_t shortDigest = digest.find(':') + 1 + 12;
    return std::string(digest.substr(0, shortDigest)) + (digest.size() > shortDigest ? "…" : "");
}

QString imageTags(const PodParts &parts, StringPool &strings)
{
    std::string tags;
    for (const Container &container : parts.containers) {
        if (!tags.empty())
            tags += ", ";
        tags += tagOf(container.image);
    }
    return strings.intern(tags);
}

//! A ReplicaSet's name ends in its pods' template hash when a Deployment made it.
void setOwner(const PodParts &parts, StringPool &strings, PodRecord &record)
{
    std::string_view kind = parts.ownerKind;
    std::string_view name = parts.ownerName;
    const size_t hash = parts.templateHash.size();
    const bool ofDeployment = kind == "ReplicaSet" && hash > 0 && name.size() > hash + 1
        && name.ends_with(parts.templateHash) && name[name.size() - hash - 1] == '-';
    if (ofDeployment) {
        kind = "Deployment";
        name.remove_suffix(hash + 1);
    }
    record.ownerKind = strings.intern(kind);
    record.ownerName = strings.intern(name);
}

} // namespace

PodRecord::Phase podPhase(std::string_view text)
{
    using Phase = PodRecord::Phase;
    constexpr std::pair<std::string_view, Phase> phases[] = {{"Running", Phase::Running}, {"Pending", Phase::Pending},
        {"Succeeded", Phase::Succeeded}, {"Failed", Phase::Failed}};
    for (const auto &[name, phase] : phases) {
        if (text == name)
            return phase;
    }
    return Phase::Unknown;
}

void completePod(const PodParts &parts, StringPool &strings, PodRecord &record)
{
    setOwner(parts, strings, record);
    countContainers(parts, record);
    record.imageTags = imageTags(parts, strings);
    if (!record.terminating)
        record.reason = strings.intern(reasonOf(parts));
    const Requests requests = podRequests(parts);
    constexpr qint64 nanosPerMilli = 1'000'000;
    constexpr qint64 nanosPerUnit = 1'000'000'000;
    record.cpuRequest = inSteps(requests.cpu, nanosPerMilli);
    record.memoryRequest = inSteps(requests.memory, nanosPerUnit);
}

} // namespace Kubernetes
