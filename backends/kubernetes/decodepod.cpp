// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/decodeobject.h"
#include "backends/kubernetes/podparts.h"

#include <algorithm>
#include <limits>
#include <string_view>

namespace Kubernetes {

namespace {

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
            record.phase = podPhase(Json::view(value));
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

    completePod(parts, context.strings, record);
}

} // namespace Kubernetes
