// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/controllers/context.h"
#include "backends/sandbox/controllers/rolling.h"

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace Sandbox {

//! Rolls Deployments out through their ReplicaSets, as kube-controller-manager 1.20 does (pkg/controller/deployment).
class DeploymentController final : public Controller
{
public:
    using Controller::Controller;

    void noticed(const Notice &notice) override;
    void sync(const Uid &uid) override;

private:
    //! One Deployment and its ReplicaSets, as they were when they were looked at and as they are changed since.
    struct Work
    {
        Uid uid;
        ObjectPtr object;
        Json json;
        RolloutBounds bounds;
        std::vector<RolloutSet> sets;
        std::vector<Json> setJson; //!< like sets
        bool failed = false; //!< try again
    };

    std::unordered_set<Uid> m_recreating; //!< those with the strategy Recreate wait for each pod to be gone

    [[nodiscard]] std::optional<Work> load(const Uid &uid) const;
    void readSet(Work &work, Json json) const;
    [[nodiscard]] static std::optional<size_t> current(const Work &work);
    [[nodiscard]] static bool scaledByPerson(const Work &work);
    [[nodiscard]] bool oldPodsThere(const Work &work) const;

    void notePause(Work &work);
    void noteRevision(Work &work);
    void setRevision(Work &work, const std::string &revision);
    void createSet(Work &work);
    void createFailed(Work &work, const std::string &name, const Status &status);
    void resize(Work &work, size_t set, long long replicas);
    void recreate(Work &work);
    void cleanUp(Work &work);
    void writeRollout(Work &work);
    void writeStatus(Work &work, Json status);
};

} // namespace Sandbox
