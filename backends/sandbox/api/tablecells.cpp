// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/humantime.h"
#include "backends/sandbox/api/table.h"

#include <algorithm>
#include <set>

namespace Sandbox::Cells {

namespace {

const Json &listAt(const Json &object, std::string_view path)
{
    static const Json none = Json::array();
    const Json &list = at(object, path);
    return list.is_array() ? list : none;
}

std::string lowered(std::string text)
{
    std::ranges::transform(
        text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

//! How a container ended that gave no reason.
std::string ending(const Json &terminated)
{
    if (const long long signal = intAt(terminated, "signal"); signal != 0)
        return "Signal:" + std::to_string(signal);
    return "ExitCode:" + std::to_string(intAt(terminated, "exitCode"));
}

bool conditionHolds(const Json &object, std::string_view type)
{
    return std::ranges::any_of(listAt(object, "status/conditions"), [type](const Json &condition) {
        return textAt(condition, "type") == type && textAt(condition, "status") == "True";
    });
}

struct Containers
{
    std::string reason;
    long long restarts = 0;
    long long ready = 0;
};

//! Whether containers that prepare the pod are still at it or failed.
bool initializing(const Json &object, Containers &sum)
{
    size_t index = 0;
    for (const Json &status : listAt(object, "status/initContainerStatuses")) {
        sum.restarts += intAt(status, "restartCount");
        const Json &terminated = at(status, "state/terminated");
        const std::string waiting = textAt(status, "state/waiting/reason");
        if (terminated.is_object() && intAt(terminated, "exitCode") == 0) {
            ++index;
            continue;
        }
        if (terminated.is_object()) {
            const std::string reason = textAt(terminated, "reason");
            sum.reason = "Init:" + (reason.empty() ? ending(terminated) : reason);
        } else if (!waiting.empty() && waiting != "PodInitializing") {
            sum.reason = "Init:" + waiting;
        } else {
            sum.reason
                = "Init:" + std::to_string(index) + "/" + std::to_string(listAt(object, "spec/initContainers").size());
        }
        return true;
    }
    return false;
}

void running(const Json &object, Containers &sum)
{
    sum.restarts = 0;
    bool anyRuns = false;
    const Json &statuses = listAt(object, "status/containerStatuses");
    for (auto status = statuses.rbegin(); status != statuses.rend(); ++status) {
        sum.restarts += intAt(*status, "restartCount");
        const std::string waiting = textAt(*status, "state/waiting/reason");
        const Json &terminated = at(*status, "state/terminated");
        if (!waiting.empty()) {
            sum.reason = waiting;
        } else if (terminated.is_object()) {
            const std::string reason = textAt(terminated, "reason");
            sum.reason = reason.empty() ? ending(terminated) : reason;
        } else if (boolAt(*status, "ready") && at(*status, "state/running").is_object()) {
            anyRuns = true;
            ++sum.ready;
        }
    }
    // One of several that is done does not end the pod.
    if (sum.reason == "Completed" && anyRuns)
        sum.reason = conditionHolds(object, "Ready") ? "Running" : "NotReady";
}

std::string readinessGates(const Json &object)
{
    const Json &gates = listAt(object, "spec/readinessGates");
    if (gates.empty())
        return "<none>";
    const auto open = std::ranges::count_if(
        gates, [&object](const Json &gate) { return conditionHolds(object, textAt(gate, "conditionType")); });
    return std::to_string(open) + "/" + std::to_string(gates.size());
}

std::string servicePorts(const Json &object)
{
    std::string text;
    for (const Json &port : listAt(object, "spec/ports")) {
        text += (text.empty() ? "" : ",") + std::to_string(intAt(port, "port"));
        if (const long long nodePort = intAt(port, "nodePort"); nodePort > 0)
            text += ":" + std::to_string(nodePort);
        text += "/" + textAt(port, "protocol");
    }
    return text.empty() ? "<none>" : text;
}

std::string loadBalancer(const Json &object)
{
    std::set<std::string> addresses;
    for (const Json &entry : listAt(object, "status/loadBalancer/ingress")) {
        const std::string ip = textAt(entry, "ip");
        addresses.insert(ip.empty() ? textAt(entry, "hostname") : ip);
    }
    std::string text;
    for (const std::string &address : addresses)
        text += (text.empty() ? "" : ",") + address;
    return text;
}

std::string externalAddress(const Json &object)
{
    const std::string type = textAt(object, "spec/type");
    if (type == "ExternalName")
        return textAt(object, "spec/externalName");
    const std::string own = joined(listAt(object, "spec/externalIPs"), {}, ",");
    if (type != "LoadBalancer")
        return own.empty() ? "<none>" : own;
    const std::string balancer = loadBalancer(object);
    const std::string both = balancer + (balancer.empty() || own.empty() ? "" : ",") + own;
    return both.empty() ? "<pending>" : both;
}

std::string nodeAddress(const Json &object, std::string_view type)
{
    for (const Json &address : listAt(object, "status/addresses")) {
        if (textAt(address, "type") == type)
            return textAt(address, "address");
    }
    return "<none>";
}

std::string nodeRoles(const Json &object)
{
    std::set<std::string> roles;
    if (const Json &labels = at(object, "metadata/labels"); labels.is_object()) {
        constexpr std::string_view prefix = "node-role.kubernetes.io/";
        for (const auto &[key, value] : labels.items()) {
            if (key.starts_with(prefix) && key.size() > prefix.size())
                roles.insert(key.substr(prefix.size()));
            else if (key == "kubernetes.io/role" && value.is_string() && value != "")
                roles.insert(value.get<std::string>());
        }
    }
    std::string text;
    for (const std::string &role : roles)
        text += (text.empty() ? "" : ",") + role;
    return text.empty() ? "<none>" : text;
}

std::string nodeStatus(const Json &object)
{
    std::string status = "Unknown";
    for (const Json &condition : listAt(object, "status/conditions")) {
        if (textAt(condition, "type") == "Ready")
            status = textAt(condition, "status") == "True" ? "Ready" : "NotReady";
    }
    return boolAt(object, "spec/unschedulable") ? status + ",SchedulingDisabled" : status;
}

std::string orUnknown(const Json &object, std::string_view path)
{
    const std::string text = textAt(object, path);
    return text.empty() ? "<unknown>" : text;
}

} // namespace

std::string age(const Json &object, long long now, std::string_view path)
{
    const auto then = epochSeconds(textAt(object, path));
    return then ? humanDuration(now - *then) : "<unknown>";
}

std::string orNone(const Json &object, std::string_view path)
{
    const std::string text = textAt(object, path);
    return text.empty() ? "<none>" : text;
}

std::string joined(const Json &list, std::string_view path, std::string_view separator)
{
    std::string text;
    if (!list.is_array())
        return text;
    bool first = true;
    for (const Json &item : list) {
        text.append(first ? "" : separator).append(textAt(item, path));
        first = false;
    }
    return text;
}

Json pod(const Json &object, long long now)
{
    Containers sum;
    const std::string reason = textAt(object, "status/reason");
    sum.reason = reason.empty() ? textAt(object, "status/phase") : reason;
    if (!initializing(object, sum))
        running(object, sum);
    if (at(object, "metadata/deletionTimestamp").is_string())
        sum.reason = reason == "NodeLost" ? "Unknown" : "Terminating";
    return {textAt(object, "metadata/name"),
        std::to_string(sum.ready) + "/" + std::to_string(listAt(object, "spec/containers").size()), sum.reason,
        sum.restarts, age(object, now), orNone(object, "status/podIP"), orNone(object, "spec/nodeName"),
        orNone(object, "status/nominatedNodeName"), readinessGates(object)};
}

Json event(const Json &object, long long now)
{
    const bool timed = at(object, "firstTimestamp").is_string();
    const std::string first = age(object, now, timed ? "firstTimestamp" : "eventTime");
    std::string last = at(object, "lastTimestamp").is_string() ? age(object, now, "lastTimestamp") : first;
    long long count = std::max(1LL, intAt(object, "count"));
    if (at(object, "series").is_object()) {
        last = age(object, now, "series/lastObservedTime");
        count = intAt(object, "series/count");
    }
    std::string target = lowered(textAt(object, "involvedObject/kind"));
    if (const std::string name = textAt(object, "involvedObject/name"); !name.empty())
        target += "/" + name;
    std::string source = textAt(object, "source/component");
    if (const std::string host = textAt(object, "source/host"); !host.empty())
        source += ", " + host;
    std::string message = textAt(object, "message");
    message.erase(message.find_last_not_of(" \t\r\n") + 1);
    return {last, textAt(object, "type"), textAt(object, "reason"), target, textAt(object, "involvedObject/fieldPath"),
        source, message, first, count, textAt(object, "metadata/name")};
}

Json node(const Json &object, long long now)
{
    return {textAt(object, "metadata/name"), nodeStatus(object), nodeRoles(object), age(object, now),
        textAt(object, "status/nodeInfo/kubeletVersion"), nodeAddress(object, "InternalIP"),
        nodeAddress(object, "ExternalIP"), orUnknown(object, "status/nodeInfo/osImage"),
        orUnknown(object, "status/nodeInfo/kernelVersion"),
        orUnknown(object, "status/nodeInfo/containerRuntimeVersion")};
}

Json service(const Json &object, long long now)
{
    std::string selector;
    if (const Json &labels = at(object, "spec/selector"); labels.is_object())
        selector = selectorText({{"matchLabels", labels}});
    return {textAt(object, "metadata/name"), textAt(object, "spec/type"), orNone(object, "spec/clusterIP"),
        externalAddress(object), servicePorts(object), age(object, now), selector.empty() ? "<none>" : selector};
}

Json ingress(const Json &object, long long now)
{
    std::string hosts;
    const Json &rules = listAt(object, "spec/rules");
    for (size_t i = 0; i < std::min(rules.size(), size_t(3)); ++i) {
        const std::string host = textAt(rules[i], "host");
        hosts += (i == 0 ? "" : ",") + (host.empty() ? "*" : host);
    }
    if (rules.size() > 3)
        hosts += " + " + std::to_string(rules.size() - 3) + " more...";
    return {textAt(object, "metadata/name"), orNone(object, "spec/ingressClassName"), hosts.empty() ? "*" : hosts,
        loadBalancer(object), listAt(object, "spec/tls").empty() ? "80" : "80, 443", age(object, now)};
}

Json endpoints(const Json &object, long long now)
{
    std::string text;
    size_t count = 0;
    const auto add = [&](const std::string &endpoint) {
        if (++count <= 3)
            text += (text.empty() ? "" : ",") + endpoint;
    };
    for (const Json &subset : listAt(object, "subsets")) {
        for (const Json &address : listAt(subset, "addresses")) {
            if (listAt(subset, "ports").empty())
                add(textAt(address, "ip"));
            for (const Json &port : listAt(subset, "ports"))
                add(textAt(address, "ip") + ":" + std::to_string(intAt(port, "port")));
        }
    }
    if (count > 3)
        text += " + " + std::to_string(count - 3) + " more...";
    return {textAt(object, "metadata/name"), text.empty() ? "<none>" : text, age(object, now)};
}

Json resourceQuota(const Json &object, long long now)
{
    std::string requests;
    std::string limits;
    if (const Json &hard = at(object, "status/hard"); hard.is_object()) {
        const Json &used = at(object, "status/used");
        for (const auto &[name, amount] : hard.items()) {
            std::string &all = name == "limits" || name.starts_with("limits.") ? limits : requests;
            const auto use = used.is_object() ? used.find(name) : used.end();
            const bool known = used.is_object() && use != used.end() && use->is_string();
            all += (all.empty() ? "" : ", ") + name + ": " + (known ? use->get<std::string>() : "0") + "/"
                + (amount.is_string() ? amount.get<std::string>() : std::string());
        }
    }
    return {textAt(object, "metadata/name"), age(object, now), requests, limits};
}

} // namespace Sandbox::Cells
