// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/store.h"
#include "backends/sandbox/controllers/podtable.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace Sandbox {

//! Knows the nodes and what runs on them, and finds a node for a pod: where it fits, spread by owner and by load.
//! Belongs to the controllers' thread.
class Scheduler
{
public:
    struct Node
    {
        std::string name;
        std::string address; //!< its InternalIP
        std::vector<std::pair<std::string, std::string>> labels;
        bool present = false;
        bool ready = true;
        bool schedulable = true;
        long long mostPods = 110;
        double milliCpu = 0; //!< allocatable
        double memory = 0; //!< allocatable, bytes
        long long pods = 0; //!< there
        double usedCpu = 0;
        double usedMemory = 0;
    };

    void update(const Object &object, const Json &json);
    void remove(const std::string &name);
    //! -1 when there is no such node.
    [[nodiscard]] int indexOf(const std::string &name) const;
    [[nodiscard]] const Node &node(int index) const { return m_nodes[static_cast<size_t>(index)]; }
    [[nodiscard]] size_t size() const { return m_byName.size(); }

    //! Where \a pod goes; -1 when it fits nowhere, which whyNot() explains.
    //! \a start: the node to begin with, so that ties are broken by chance.
    [[nodiscard]] int place(const Pod &pod, const Json &json, size_t start) const;
    //! As kube-scheduler 1.20 says it: "0/3 nodes are available: 3 Insufficient cpu."
    [[nodiscard]] std::string whyNot(const Pod &pod, const Json &json) const;
    //! \a pod is on its node from now on, or leaves it.
    void take(Pod &pod, int node);
    void release(Pod &pod);

private:
    std::vector<Node> m_nodes; //!< a node keeps its index when it goes and comes back
    std::map<std::string, int> m_byName; //!< those that are there
    std::map<std::pair<Uid, int>, int> m_spread; //!< pods of an owner on a node

    [[nodiscard]] std::vector<std::string> obstacles(const Node &node, const Pod &pod, const Json &json) const;
    [[nodiscard]] static bool suits(const Node &node, const Json &json);
};

} // namespace Sandbox
