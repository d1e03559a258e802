// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/json.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace Sandbox::PodStatus {

// What the kubelet writes into the status of a pod, as that of Kubernetes 1.20 does: pure changes of its JSON.
// \a stamp: now, RFC 3339.

//! The scheduler found a node.
void bound(Json &pod, const std::string &node, const std::string &stamp);
//! It found none.
void unschedulable(Json &pod, const std::string &why, const std::string &stamp);
//! The kubelet has taken it on: all containers wait.
void creating(Json &pod, const std::string &hostAddress, const std::string &stamp);
//! All containers run but \a waiting; none is ready.
void started(Json &pod, const std::string &address, const std::string &stamp);
//! All containers are ready but the one at \a except.
void ready(Json &pod, std::optional<size_t> except, const std::string &stamp);
//! The container at \a index exited.
void exited(Json &pod, size_t index, int code, const char *reason, const std::string &stamp);
//! What the container at \a index waits for; how it ended moves to lastState.
void waiting(Json &pod, size_t index, const std::string &reason, const std::string &message, const std::string &stamp);
//! The container at \a index runs again.
void restarted(Json &pod, size_t index, const std::string &stamp);

//! The first container whose image has a tag that decides what it does; the first of all without.
[[nodiscard]] size_t affected(const Json &pod);
[[nodiscard]] std::string containerName(const Json &pod, size_t index);
[[nodiscard]] std::string image(const Json &pod, size_t index);
[[nodiscard]] size_t containers(const Json &pod);

} // namespace Sandbox::PodStatus
