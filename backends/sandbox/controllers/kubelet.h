// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/controllers/context.h"
#include "backends/sandbox/controllers/scheduler.h"

#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace Sandbox {

//! The scheduler and the kubelets of all nodes: pods find a node, pull, start, get ready, fail as the tags of their
//! images say, and end. What is due at the same moment is written once.
class Kubelet final : public Controller
{
public:
    using Controller::Controller;

    void noticed(const Notice &notice) override;
    void sync(const Uid &uid) override;

private:
    using Delay = std::optional<Context::Time>; //!< until the next step; nothing when there is none

    //! An Event to come, when the server is not locked any more.
    struct Telling
    {
        bool warning = false;
        std::string reason;
        std::string message;
        std::string container; //!< empty for the whole pod
    };
    //! One look at one pod.
    struct Step
    {
        Uid uid;
        Pod &pod;
        Json &json;
        std::string stamp;
        bool changed = false;
        std::vector<Telling> tellings;
    };

    Scheduler m_scheduler;
    std::unordered_set<Uid> m_homeless; //!< wait for a node that takes them
    std::set<std::pair<int, uint64_t>> m_pulled; //!< node and hash of an image
    uint32_t m_addresses = 0; //!< given away so far

    void noticedNode(const Notice &notice);
    void noticedPod(const Notice &notice);
    void wakeHomeless();
    void end(const Notice &notice, Pod &pod);
    [[nodiscard]] static bool restless(const Pod &pod);
    [[nodiscard]] Delay firstDelay(const Pod &pod);

    [[nodiscard]] Delay step(Step &step);
    [[nodiscard]] Delay schedule(Step &step);
    [[nodiscard]] Delay create(Step &step);
    [[nodiscard]] Delay start(Step &step);
    [[nodiscard]] Delay warm(Step &step);
    [[nodiscard]] Delay failToPull(Step &step);
    [[nodiscard]] Delay backOffPulling(Step &step);
    [[nodiscard]] Delay probe(Step &step);
    [[nodiscard]] Delay exit(Step &step, int code, const char *reason);
    [[nodiscard]] Delay restart(Step &step);

    [[nodiscard]] Context::Time backOff(int failures) const;
    [[nodiscard]] std::string newAddress();
};

} // namespace Sandbox
