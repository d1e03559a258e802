// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/decodeobject.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <vector>

namespace Kubernetes {

namespace {

// Views point into the text that is being parsed and live as long as the object is read.

struct Requests
{
    Quantity cpu;
    Quantity memory;

    Requests &operator+=(const Requests &other)
    {
        cpu += other.cpu;
        memory += other.memory;
        return *this;
    }
    void atLeast(const Requests &other)
    {
        cpu = std::max(cpu, other.cpu);
        memory = std::max(memory, other.memory);
    }
};

struct Container
{
    std::string_view name;
    std::string_view image;
    Requests requests;
    bool restartsAlways = false; //!< makes an init container a sidecar
};

struct ContainerStatus
{
    std::string_view name;
    std::string_view waiting;
    std::string_view terminated;
    bool ready = false;
    quint32 restarts = 0;
};

//! A pod while it is read: spec and status may come in any order.
struct PodParts
{
    std::vector<Container> containers;
    std::vector<Container> initContainers;
    Requests overhead;
    std::vector<ContainerStatus> statuses;
    std::vector<ContainerStatus> initStatuses;
    std::string_view templateHash;
    std::string_view ownerKind;
    std::string_view ownerName;
    std::string_view reason; //!< of the pod's status
    std::string_view unscheduled; //!< why no node was found
};

Requests readAmounts(Json::Value map)
{
    Requests requests;
    Json::eachField(map, [&requests](Json::Key key, Json::Value value) {
        if (key == "cpu")
            requests.cpu = readQuantity(value);
        else if (key == "memory")
            requests.memory = readQuantity(value);
    });
    return requests;
}

std::vector<Container> readContainers(Json::Value list)
{
    std::vector<Container> containers;
    Json::eachElement(list, [&containers](Json::Value element) {
        Container container;
        Json::eachField(element, [&container](Json::Key key, Json::Value value) {
            if (key == "name") {
                container.name = Json::view(value);
            } else if (key == "image") {
                container.image = Json::view(value);
            } else if (key == "restartPolicy") {
                container.restartsAlways = Json::view(value) == "Always";
            } else if (key == "resources") {
                Json::eachField(value, [&container](Json::Key name, Json::Value amounts) {
                    if (name == "requests")
                        container.requests = readAmounts(amounts);
                });
            }
        });
        containers.push_back(container);
    });
    return containers;
}

std::string_view readReason(Json::Value state)
{
    std::string_view reason;
    Json::eachField(state, [&reason](Json::Key key, Json::Value value) {
        if (key == "reason")
            reason = Json::view(value);
    });
    return reason;
}

quint32 readCount(Json::Value value)
{
    const std::string_view digits = Json::scalar(value);
    quint64 count = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9')
            Json::reject(QStringLiteral("a count that is none"));
        count = std::min<quint64>(count * 10 + static_cast<quint64>(digit - '0'), std::numeric_limits<quint32>::max());
    }
    return static_cast<quint32>(count);
}

std::vector<ContainerStatus> readStatuses(Json::Value list)
{
    std::vector<ContainerStatus> statuses;
    Json::eachElement(list, [&statuses](Json::Value element) {
        ContainerStatus status;
        Json::eachField(element, [&status](Json::Key key, Json::Value value) {
            if (key == "name") {
                status.name = Json::view(value);
            } else if (key == "ready") {
                status.ready = value.get_bool();
            } else if (key == "restartCount") {
                status.restarts = readCount(value);
            } else if (key == "state") {
                Json::eachField(value, [&status](Json::Key name, Json::Value state) {
                    if (name == "waiting")
                        status.waiting = readReason(state);
                    else if (name == "terminated")
                        status.terminated = readReason(state);
                });
            }
        });
        statuses.push_back(status);
    });
    return statuses;
}

//! Why the condition PodScheduled is false; empty otherwise.
std::string_view readUnscheduled(Json::Value conditions)
{
    std::string_view unscheduled;
    Json::eachElement(conditions, [&unscheduled](Json::Value condition) {
        std::string_view type, status, reason;
        Json::eachField(condition, [&](Json::Key key, Json::Value value) {
            if (key == "type")
                type = Json::view(value);
            else if (key == "status")
                status = Json::view(value);
            else if (key == "reason")
                reason = Json::view(value);
        });
        if (type == "PodScheduled" && status == "False")
            unscheduled = reason;
    });
    return unscheduled;
}

PodRecord::Phase phaseOf(std::string_view text)
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

void readOwners(Json::Value references, PodParts &parts)
{
    Json::eachElement(references, [&parts](Json::Value reference) {
        std::string_view kind, name;
        bool controller = false;
        Json::eachField(reference, [&](Json::Key key, Json::Value value) {
            if (key == "kind")
                kind = Json::view(value);
            else if (key == "name")
                name = Json::view(value);
            else if (key == "controller")
                controller = !Json::isNull(value) && bool(value.get_bool());
        });
        if (controller) {
            parts.ownerKind = kind;
            parts.ownerName = name;
        }
    });
}

void readPodMetadata(Json::Value metadata, DecodeContext &context, PodRecord &record, PodParts &parts)
{
    readMetadata(metadata, record, context.strings, [&](Json::Key key, Json::Value value) {
        if (key == "creationTimestamp") {
            record.created = readTime(Json::view(value));
        } else if (key == "deletionTimestamp") {
            record.terminating = !Json::isNull(value);
        } else if (key == "ownerReferences") {
            readOwners(value, parts);
        } else if (key == "labels") {
            Json::eachField(value, [&parts](Json::Key name, Json::Value label) {
                if (name == "pod-template-hash")
                    parts.templateHash = Json::view(label);
            });
        }
    });
}

void readPodSpec(Json::Value spec, DecodeContext &context, PodRecord &record, PodParts &parts)
{
    Json::eachField(spec, [&](Json::Key key, Json::Value value) {
        if (key == "nodeName")
            record.node = context.strings.intern(Json::view(value));
        else if (key == "containers")
            parts.containers = readContainers(value);
        else if (key == "initContainers")
            parts.initContainers = readContainers(value);
        else if (key == "overhead")
            parts.overhead = readAmounts(value);
    });
}

void readPodStatus(Json::Value status, PodRecord &record, PodParts &parts)
{
    Json::eachField(status, [&](Json::Key key, Json::Value value) {
        if (key == "phase")
            record.phase = phaseOf(Json::view(value));
        else if (key == "reason")
            parts.reason = Json::view(value);
        else if (key == "conditions")
            parts.unscheduled = readUnscheduled(value);
        else if (key == "containerStatuses")
            parts.statuses = readStatuses(value);
        else if (key == "initContainerStatuses")
            parts.initStatuses = readStatuses(value);
    });
}

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

void readObject(Json::Object object, DecodeContext &context, PodRecord &record)
{
    PodParts parts;
    Json::eachField(object, [&](Json::Key key, Json::Value value) {
        if (key == "kind")
            expectKind(value, kindOf<PodRecord>);
        else if (key == "metadata")
            readPodMetadata(value, context, record, parts);
        else if (key == "spec")
            readPodSpec(value, context, record, parts);
        else if (key == "status")
            readPodStatus(value, record, parts);
    });
    if (record.key.name.isEmpty() || record.key.namespaceName.isEmpty())
        Json::reject(QStringLiteral("a pod without a name or namespace"));

    setOwner(parts, context.strings, record);
    countContainers(parts, record);
    record.imageTags = imageTags(parts, context.strings);
    if (!record.terminating)
        record.reason = context.strings.intern(reasonOf(parts));
    const Requests requests = podRequests(parts);
    constexpr qint64 nanosPerMilli = 1'000'000;
    constexpr qint64 nanosPerUnit = 1'000'000'000;
    record.cpuRequest = inSteps(requests.cpu, nanosPerMilli);
    record.memoryRequest = inSteps(requests.memory, nanosPerUnit);
}

} // namespace Kubernetes
