// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/live/contract/reply.h"

#include <string>

namespace Contract {

// Objects as small as their kinds allow. \a more is merged into them (RFC 7386), in the notation of json().

[[nodiscard]] Json configMap(const std::string &name, const std::string &more = "{}");
[[nodiscard]] Json lease(const std::string &name, const std::string &more = "{}");
//! One container "web" with \a image, which runs as the kubelets of both targets let it: see its tag.
[[nodiscard]] Json pod(
    const std::string &name, const std::string &more = "{}", const std::string &image = "example.com/web:1.0");
[[nodiscard]] Json deployment(const std::string &name, int replicas, const std::string &more = "{}",
    const std::string &image = "example.com/web:1.0");
[[nodiscard]] Json service(const std::string &name, const std::string &more = "{}");
[[nodiscard]] Json quota(const std::string &name, const std::string &hard);
[[nodiscard]] Json limitRange(const std::string &name, const std::string &limits);
[[nodiscard]] Json role(const std::string &name, const std::string &rules);
[[nodiscard]] Json clusterRole(const std::string &name, const std::string &rules);
//! \a subject: "User olga", "Group team", "ServiceAccount space/name".
[[nodiscard]] Json roleBinding(
    const std::string &name, const std::string &roleKind, const std::string &roleName, const std::string &subject);
[[nodiscard]] Json clusterRoleBinding(const std::string &name, const std::string &roleName, const std::string &subject);
[[nodiscard]] Json happening(
    const std::string &name, const std::string &space, const std::string &about, const std::string &more = "{}");

} // namespace Contract
