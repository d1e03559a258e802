// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Sandbox::Revision {

// How ReplicaSets remember which revision of their Deployment they are (pkg/controller/deployment/util of Kubernetes
// 1.20): by annotations, which kubectl rollout history reads.

constexpr std::string_view revision = "deployment.kubernetes.io/revision";
constexpr std::string_view history = "deployment.kubernetes.io/revision-history";
constexpr std::string_view desiredReplicas = "deployment.kubernetes.io/desired-replicas";
constexpr std::string_view mostReplicas = "deployment.kubernetes.io/max-replicas";

//! Empty when it has none.
[[nodiscard]] std::string annotation(const Json &object, std::string_view name);
[[nodiscard]] std::string of(const Json &object);
//! An annotation that is a number; nothing when it is not.
[[nodiscard]] std::optional<long long> count(const Json &object, std::string_view name);
//! The highest revision of \a sets but the one at \a except; 0 when there is none.
[[nodiscard]] long long newest(const std::vector<Json> &sets, std::optional<size_t> except);
//! What makes \a set the current one of \a deployment, as a merge patch: annotations of the Deployment, a higher
//! revision with the old one remembered, minReadySeconds. Null when nothing has to change.
[[nodiscard]] Json patch(const Json &deployment, const Json &set, long long newest);
//! The ReplicaSet of the template of \a deployment, without annotations.
[[nodiscard]] Json replicaSet(const Object &owner, const Json &deployment, const std::string &hash, long long replicas);
//! The annotations of a new one.
void annotate(Json &set, const Json &deployment, const std::string &revision, long long desired, long long most);
//! What a ReplicaSet says about pods that cannot be made, the \a current one first, becomes a condition of \a status.
void copyFailure(Json &status, const std::vector<Json> &sets, std::optional<size_t> current);

} // namespace Sandbox::Revision
