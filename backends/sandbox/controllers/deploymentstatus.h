// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/controllers/rolling.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Sandbox::DeploymentStatus {

// What a Deployment says about itself, with the reasons and sentences of Kubernetes 1.20 (pkg/controller/deployment,
// progress.go, sync.go). Times are in milliseconds since 1970.

struct Condition
{
    std::string_view type;
    std::string_view status; //!< True, False, Unknown
    std::string_view reason;
    std::string message;
};

//! Null when there is none. \a status is the status of a Deployment or a ReplicaSet.
[[nodiscard]] const Json &condition(const Json &status, std::string_view type);
//! Nothing changes while status and reason stay; the time of transition stays while the status does.
void setCondition(Json &status, const Condition &condition, int64_t now);
void removeCondition(Json &status, std::string_view type);

//! spec.progressDeadlineSeconds; nothing when there is none.
[[nodiscard]] std::optional<long long> deadline(const Json &deployment);
//! The figures and the condition Available; other conditions are those of \a deployment.
[[nodiscard]] Json counted(
    const Json &deployment, const RolloutBounds &bounds, const std::vector<RolloutSet> &sets, int64_t now);
//! Whether everything that \a status counts is what \a deployment wants.
[[nodiscard]] bool complete(const Json &deployment, const Json &status);
//! Brings the condition Progressing of \a status up to date. \a current names the ReplicaSet; empty without.
void judgeProgress(const Json &deployment, Json &status, const std::string &current, int64_t now);
//! When the deadline will be over; nothing when none runs.
[[nodiscard]] std::optional<int64_t> deadlineAt(const Json &deployment, const Json &status);

} // namespace Sandbox::DeploymentStatus
