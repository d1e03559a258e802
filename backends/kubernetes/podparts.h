// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/kubernetes/decode.h"

#include <string_view>
#include <vector>

//! A pod while it is read, whatever the form of the bytes, and what follows from its parts. Only for the decoders of
//! pods. Views point into the text that is being read and live as long as it.
namespace Kubernetes {

//! Of processor and memory.
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

//! Its specification.
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

//! Anything else is unknown.
[[nodiscard]] PodRecord::Phase podPhase(std::string_view text);

//! Fills what follows from \a parts, once \a record has its phase and says whether it is terminating.
void completePod(const PodParts &parts, StringPool &strings, PodRecord &record);

} // namespace Kubernetes
