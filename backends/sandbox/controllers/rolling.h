// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/json.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace Sandbox {

//! One ReplicaSet of a Deployment, as a rollout counts.
struct RolloutSet
{
    std::string name;
    std::string created; //!< RFC 3339, which sorts
    long long wanted = 0; //!< spec.replicas
    long long actual = 0; //!< status.replicas
    long long ready = 0;
    long long available = 0;
    std::optional<long long> annotatedDesired; //!< deployment.kubernetes.io/desired-replicas
    std::optional<long long> annotatedMost; //!< deployment.kubernetes.io/max-replicas
    bool current = false; //!< has the template of the Deployment
};

//! How many pods there may and must be.
struct RolloutBounds
{
    long long replicas = 0;
    long long surge = 0; //!< on top of replicas
    long long unavailable = 0; //!< below replicas
    bool rolling = true; //!< false: Recreate

    static RolloutBounds of(const Json &deployment);
    bool operator==(const RolloutBounds &) const = default;
};

//! What a Deployment's controller decides about the sizes of its ReplicaSets: pure functions
//! (pkg/controller/deployment, rolling.go, sync.go, util/deployment_util.go of Kubernetes 1.20).
namespace Rolling {

struct Resize
{
    size_t set = 0; //!< index into the sets that were asked about
    long long replicas = 0;
    bool operator==(const Resize &) const = default;
};

//! An absolute number or "25%" of \a total; what is neither counts as zero.
[[nodiscard]] long long scaled(const Json &value, long long total, bool roundUp);
//! The size of the current set that fits under the surge; \a wanted is its size so far.
[[nodiscard]] long long currentSize(const RolloutBounds &bounds, const std::vector<RolloutSet> &sets, long long wanted);
//! The next step of a rolling update; empty when there is nothing to do until pods have come or gone.
[[nodiscard]] std::vector<Resize> next(const RolloutBounds &bounds, const std::vector<RolloutSet> &sets);
//! What to do when the Deployment itself was scaled, or is paused: all its sets grow or shrink in proportion.
//! Sets whose size stays come too, as their annotations may have to change.
[[nodiscard]] std::vector<Resize> proportional(const RolloutBounds &bounds, const std::vector<RolloutSet> &sets);
//! Old sets beyond \a limit that nothing needs any more, oldest first.
[[nodiscard]] std::vector<size_t> surplus(const std::vector<RolloutSet> &sets, long long limit);

} // namespace Rolling

} // namespace Sandbox
