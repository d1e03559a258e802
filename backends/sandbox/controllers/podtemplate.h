// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/json.h"
#include "backends/sandbox/api/store.h"

#include <functional>
#include <string>
#include <string_view>

namespace Sandbox::PodTemplate {

constexpr std::string_view hashLabel = "pod-template-hash";

//! What a ReplicaSet is named by: letters of the alphabet that Kubernetes uses for generated names
//! (apimachinery, util/rand). \a collisions: status.collisionCount.
[[nodiscard]] std::string hash(const Json &podTemplate, long long collisions);
//! Five random letters of that alphabet; \a chosen gives a number below its argument.
[[nodiscard]] std::string suffix(const std::function<size_t(size_t)> &chosen);
//! Whether a rollout would change nothing: equal but for the hash label.
[[nodiscard]] bool equal(const Json &one, const Json &other);
//! The reference that says that \a owner, read from \a object, controls something.
[[nodiscard]] Json controlledBy(const Object &owner);
//! A new pod of \a replicaSet.
[[nodiscard]] Json pod(const Object &owner, const Json &replicaSet, const std::string &suffix);

} // namespace Sandbox::PodTemplate
