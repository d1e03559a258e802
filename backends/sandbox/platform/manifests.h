// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/json.h"
#include "backends/sandbox/platform/scenario.h"

#include <string>
#include <vector>

namespace Sandbox::Manifests {

// The objects that a platform is made of, as somebody would apply them. Pure.

//! Where the identity service is asked for new tokens: a key of its data is the user who needs one.
constexpr const char *systemSpace = "platform-system";
constexpr const char *requestsName = "credential-requests";

//! What every cluster has: system namespaces, the ClusterRoles that Kubernetes brings and the platform's own, their
//! bindings, and its DNS.
[[nodiscard]] std::vector<Json> basics();
//! Node number \a index, with the status that its kubelet would have told.
[[nodiscard]] Json node(const ClusterSpec &cluster, int index);
//! A namespace of a tenant and all that is in it, in the order in which it has to be made.
[[nodiscard]] std::vector<Json> space(const TenantSpec &tenant, const SpaceSpec &space);
//! The Deployment of a workload under \a name, whose pods carry the label app=\a name.
[[nodiscard]] Json deployment(const SpaceSpec &space, const WorkloadSpec &workload, const std::string &name,
    const std::string &tag, int replicas);
[[nodiscard]] Json service(const std::string &space, const std::string &name, double requestsPerSecond);
//! Sends \a weight per cent of the requests of the Service \a stable to the Service \a canary, as ingress-nginx is
//! told.
[[nodiscard]] Json canaryIngress(
    const std::string &space, const std::string &stable, const std::string &canary, int weight);
[[nodiscard]] Json roleBinding(
    const std::string &space, const std::string &name, const std::string &role, const std::string &group);

} // namespace Sandbox::Manifests
