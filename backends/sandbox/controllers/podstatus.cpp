// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/podstatus.h"

#include "backends/sandbox/controllers/hash.h"
#include "backends/sandbox/controllers/podtable.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace Sandbox::PodStatus {

namespace {

//! 64 hexadecimal digits, as containers and images are named by.
std::string digest(const std::string &text)
{
    std::string result;
    uint64_t value = fnv64(text);
    for (int part = 0; part < 4; ++part) {
        std::array<char, 17> digits{};
        (void)std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(value));
        result += digits.data();
        value = (value ^ (value >> 29)) * 0xbf58476d1ce4e5b9ULL + 0x94d049bb133111ebULL;
    }
    return result;
}

void condition(Json &pod, const char *type, bool holds, const std::string &stamp, const std::string &reason = {},
    const std::string &message = {})
{
    Json &conditions = makeAt(pod, "status/conditions");
    if (!conditions.is_array())
        conditions = Json::array();
    auto found = std::ranges::find_if(conditions, [type](const Json &entry) { return textAt(entry, "type") == type; });
    Json wanted = {{"type", type}, {"status", holds ? "True" : "False"}, {"lastProbeTime", nullptr},
        {"lastTransitionTime", stamp}};
    if (!reason.empty())
        wanted["reason"] = reason;
    if (!message.empty())
        wanted["message"] = message;
    if (found == conditions.end()) {
        conditions.push_back(std::move(wanted));
        return;
    }
    if (at(*found, "status") == wanted["status"])
        wanted["lastTransitionTime"] = at(*found, "lastTransitionTime");
    *found = std::move(wanted);
}

//! The status of each container, in the order of the spec; made when it is not there.
Json &statuses(Json &pod)
{
    Json &list = makeAt(pod, "status/containerStatuses");
    const size_t count = containers(pod);
    if (list.is_array() && list.size() == count)
        return list;
    list = Json::array();
    for (size_t i = 0; i < count; ++i)
        list.push_back({{"name", containerName(pod, i)}, {"image", image(pod, i)}, {"imageID", ""}, {"ready", false},
            {"started", false}, {"restartCount", 0}, {"lastState", Json::object()},
            {"state", {{"waiting", {{"reason", "ContainerCreating"}}}}}});
    return list;
}

//! Ready and ContainersReady follow from the containers.
void judge(Json &pod, const std::string &stamp)
{
    std::string unready;
    for (const Json &status : statuses(pod)) {
        if (!boolAt(status, "ready"))
            unready.append(unready.empty() ? "" : " ").append(textAt(status, "name"));
    }
    const bool well = unready.empty();
    const std::string reason = well ? "" : "ContainersNotReady";
    const std::string message = well ? "" : "containers with unready status: [" + unready + "]";
    condition(pod, "Ready", well, stamp, reason, message);
    condition(pod, "ContainersReady", well, stamp, reason, message);
}

void run(Json &pod, Json &status, const std::string &stamp)
{
    const std::string name = textAt(status, "name");
    status["state"] = {{"running", {{"startedAt", stamp}}}};
    status["ready"] = false;
    status["started"] = true;
    status["imageID"] = textAt(status, "image") + "@sha256:" + digest(textAt(status, "image"));
    status["containerID"] = "containerd://"
        + digest(textAt(pod, "metadata/uid") + '/' + name + '/' + std::to_string(intAt(status, "restartCount")));
}

} // namespace

size_t containers(const Json &pod)
{
    const Json &list = at(pod, "spec/containers");
    return list.is_array() ? list.size() : 0;
}

std::string containerName(const Json &pod, size_t index)
{
    return index < containers(pod) ? textAt(at(pod, "spec/containers")[index], "name") : std::string();
}

std::string image(const Json &pod, size_t index)
{
    return index < containers(pod) ? textAt(at(pod, "spec/containers")[index], "image") : std::string();
}

size_t affected(const Json &pod)
{
    for (size_t i = 0; i < containers(pod); ++i) {
        if (behaviourOf(image(pod, i)) != Behaviour::Well)
            return i;
    }
    return 0;
}

void bound(Json &pod, const std::string &node, const std::string &stamp)
{
    makeAt(pod, "spec/nodeName") = node;
    makeAt(pod, "status/phase") = "Pending";
    condition(pod, "PodScheduled", true, stamp);
}

void unschedulable(Json &pod, const std::string &why, const std::string &stamp)
{
    makeAt(pod, "status/phase") = "Pending";
    condition(pod, "PodScheduled", false, stamp, "Unschedulable", why);
}

void creating(Json &pod, const std::string &hostAddress, const std::string &stamp)
{
    makeAt(pod, "status/phase") = "Pending";
    makeAt(pod, "status/hostIP") = hostAddress;
    makeAt(pod, "status/startTime") = stamp;
    const Json scheduled = at(pod, "status/conditions");
    pod["status"]["conditions"] = Json::array();
    condition(pod, "Initialized", true, stamp);
    judge(pod, stamp);
    if (scheduled.is_array()) {
        for (const Json &entry : scheduled) {
            if (textAt(entry, "type") == "PodScheduled")
                pod["status"]["conditions"].push_back(entry);
        }
    }
}

void started(Json &pod, const std::string &address, const std::string &stamp)
{
    makeAt(pod, "status/phase") = "Running";
    makeAt(pod, "status/podIP") = address;
    makeAt(pod, "status/podIPs") = Json::array({Json::object({{"ip", address}})});
    for (Json &status : statuses(pod))
        run(pod, status, stamp);
    judge(pod, stamp);
}

void ready(Json &pod, std::optional<size_t> except, const std::string &stamp)
{
    Json &list = statuses(pod);
    for (size_t i = 0; i < list.size(); ++i)
        list[i]["ready"] = i != except;
    judge(pod, stamp);
}

void exited(Json &pod, size_t index, int code, const char *reason, const std::string &stamp)
{
    Json &list = statuses(pod);
    if (index >= list.size())
        return;
    Json &status = list[index];
    const std::string since = textAt(status, "state/running/startedAt");
    status["state"] = {{"terminated",
        {{"exitCode", code}, {"reason", reason}, {"startedAt", since.empty() ? stamp : since}, {"finishedAt", stamp},
            {"containerID", textAt(status, "containerID")}}}};
    status["ready"] = false;
    status["started"] = false;
    judge(pod, stamp);
}

void waiting(Json &pod, size_t index, const std::string &reason, const std::string &message, const std::string &stamp)
{
    Json &list = statuses(pod);
    if (index >= list.size())
        return;
    Json &status = list[index];
    if (at(status, "state/terminated").is_object())
        status["lastState"] = status["state"];
    status["state"] = {{"waiting", {{"reason", reason}, {"message", message}}}};
    status["ready"] = false;
    judge(pod, stamp);
}

void restarted(Json &pod, size_t index, const std::string &stamp)
{
    Json &list = statuses(pod);
    if (index >= list.size())
        return;
    Json &status = list[index];
    if (at(status, "state/terminated").is_object())
        status["lastState"] = status["state"];
    status["restartCount"] = intAt(status, "restartCount") + 1;
    run(pod, status, stamp);
    judge(pod, stamp);
}

} // namespace Sandbox::PodStatus
