// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/controllers/scheduler.h"

#include "backends/sandbox/api/quantity.h"
#include "backends/sandbox/controllers/deploymentstatus.h"

#include <algorithm>

namespace Sandbox {

namespace {

double amount(const Json &json, std::string_view path, double otherwise)
{
    const std::string text = textAt(json, path);
    const auto quantity = text.empty() ? std::nullopt : Quantity::parse(text);
    return quantity ? quantity->toDouble() : otherwise;
}

double fraction(double used, double all)
{
    return all > 0 ? used / all : 0;
}

} // namespace

void Scheduler::update(const Object &object, const Json &json)
{
    const std::string &name = object.key.name;
    auto known = std::ranges::find(m_nodes, name, &Node::name);
    if (known == m_nodes.end()) {
        m_nodes.emplace_back().name = name;
        known = m_nodes.end() - 1;
    }
    Node &node = *known;
    node.present = true;
    node.labels = object.labels;
    m_byName[name] = static_cast<int>(known - m_nodes.begin());
    node.schedulable = !boolAt(json, "spec/unschedulable");
    const Json &ready = DeploymentStatus::condition(at(json, "status"), "Ready");
    node.ready = ready.is_null() || textAt(ready, "status") == "True";
    node.mostPods = static_cast<long long>(amount(json, "status/allocatable/pods", 110));
    node.milliCpu = amount(json, "status/allocatable/cpu", 0) * 1'000;
    node.memory = amount(json, "status/allocatable/memory", 0);
    node.address.clear();
    if (const Json &addresses = at(json, "status/addresses"); addresses.is_array()) {
        for (const Json &address : addresses) {
            if (textAt(address, "type") == "InternalIP")
                node.address = textAt(address, "address");
        }
    }
}

void Scheduler::remove(const std::string &name)
{
    const auto found = m_byName.find(name);
    if (found == m_byName.end())
        return;
    m_nodes[static_cast<size_t>(found->second)].present = false;
    m_byName.erase(found);
}

int Scheduler::indexOf(const std::string &name) const
{
    const auto found = m_byName.find(name);
    return found == m_byName.end() ? -1 : found->second;
}

bool Scheduler::suits(const Node &node, const Json &json)
{
    const Json &selector = at(json, "spec/nodeSelector");
    if (!selector.is_object())
        return true;
    return std::ranges::all_of(selector.items(), [&node](const auto &entry) {
        return entry.value().is_string()
            && std::ranges::find(node.labels, std::pair(entry.key(), entry.value().template get<std::string>()))
            != node.labels.end();
    });
}

std::vector<std::string> Scheduler::obstacles(const Node &node, const Pod &pod, const Json &json) const
{
    if (!node.schedulable)
        return {"node(s) were unschedulable"};
    if (!node.ready)
        return {"node(s) had taint {node.kubernetes.io/not-ready: }, that the pod didn't tolerate"};
    if (!suits(node, json))
        return {"node(s) didn't match Pod's node affinity"};
    std::vector<std::string> found;
    if (node.pods + 1 > node.mostPods)
        found.emplace_back("Too many pods");
    // A node that does not say what it has takes all.
    if (node.milliCpu > 0 && pod.milliCpu > 0 && node.usedCpu + pod.milliCpu > node.milliCpu)
        found.emplace_back("Insufficient cpu");
    if (node.memory > 0 && pod.memory > 0 && node.usedMemory + static_cast<double>(pod.memory) > node.memory)
        found.emplace_back("Insufficient memory");
    return found;
}

int Scheduler::place(const Pod &pod, const Json &json, size_t start) const
{
    int best = -1;
    std::pair<int, double> least;
    for (size_t step = 0; step < m_nodes.size(); ++step) {
        const size_t i = (start + step) % m_nodes.size();
        const Node &node = m_nodes[i];
        if (!node.present || !obstacles(node, pod, json).empty())
            continue;
        const auto related = m_spread.find({pod.controller, static_cast<int>(i)});
        const double load = fraction(node.usedCpu, node.milliCpu) + fraction(node.usedMemory, node.memory)
            + fraction(static_cast<double>(node.pods), static_cast<double>(node.mostPods));
        const std::pair score(related == m_spread.end() || pod.controller.isNull() ? 0 : related->second, load);
        if (best < 0 || score < least) {
            best = static_cast<int>(i);
            least = score;
        }
    }
    return best;
}

std::string Scheduler::whyNot(const Pod &pod, const Json &json) const
{
    if (m_byName.empty())
        return "no nodes available to schedule pods";
    std::map<std::string, int> counts;
    for (const auto &[name, index] : m_byName) {
        for (const std::string &obstacle : obstacles(m_nodes[static_cast<size_t>(index)], pod, json))
            ++counts[obstacle];
    }
    std::vector<std::string> reasons;
    for (const auto &[reason, count] : counts)
        reasons.push_back(std::to_string(count) + ' ' + reason);
    std::ranges::sort(reasons);
    std::string text = "0/" + std::to_string(m_byName.size()) + " nodes are available: ";
    for (size_t i = 0; i < reasons.size(); ++i)
        text.append(i == 0 ? "" : ", ").append(reasons[i]);
    return text + '.';
}

void Scheduler::take(Pod &pod, int index)
{
    release(pod);
    pod.node = index;
    Node &node = m_nodes[static_cast<size_t>(index)];
    ++node.pods;
    node.usedCpu += pod.milliCpu;
    node.usedMemory += static_cast<double>(pod.memory);
    ++m_spread[{pod.controller, index}];
}

void Scheduler::release(Pod &pod)
{
    if (pod.node < 0)
        return;
    Node &node = m_nodes[static_cast<size_t>(pod.node)];
    --node.pods;
    node.usedCpu -= pod.milliCpu;
    node.usedMemory -= static_cast<double>(pod.memory);
    if (const auto found = m_spread.find({pod.controller, pod.node}); found != m_spread.end() && --found->second <= 0)
        m_spread.erase(found);
    pod.node = -1;
}

} // namespace Sandbox
