// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/apiserver.h"

namespace Sandbox {

//! One thing that somebody wants to do, as RBAC judges it.
struct Action
{
    std::string verb; //!< get, list, watch, create, update, patch, delete, deletecollection, impersonate, bind ...
    std::string group;
    std::string resource; //!< the plural; "pods/log" with a subresource
    std::string space;
    std::string name;
    std::string path; //!< for what is no resource ("/version"); the others are empty then
};

//! RBAC over the Roles, ClusterRoles and bindings of \a store (kubernetes.io/docs: authorization by RBAC; semantics of
//! plugin/pkg/auth/authorizer/rbac). Members of system:masters may do everything.
namespace Rbac {

struct Decision
{
    bool allowed = false;
    std::string reason; //!< as SelfSubjectAccessReview says it: which binding allows it
};

[[nodiscard]] Decision decide(const Store &store, const User &user, const Action &action);
//! The rules that hold for \a user in \a space, as PolicyRules, for SelfSubjectRulesReview: resource rules first,
//! then the others.
[[nodiscard]] std::pair<Json, Json> rules(const Store &store, const User &user, const std::string &space);
//! What of \a rules (PolicyRules) \a user may not do: whoever writes a role must hold all that is in it
//! (rbac/validation, ConfirmNoEscalation). Empty when nothing is missing.
[[nodiscard]] std::vector<std::string> missing(
    const Store &store, const User &user, const Json &rules, const std::string &space);
//! Refuses to write \a object, a role or a binding, with the sentence of the real server; nothing when it may be
//! written.
[[nodiscard]] std::optional<Status> escalation(
    const Store &store, const User &user, const ResourceType &type, const Json &object, const Json *before);

} // namespace Rbac

} // namespace Sandbox
