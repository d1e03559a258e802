// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/store.h"

#include <optional>

namespace Sandbox::Admission {

// What stands between a valid request and the store, with the sentences of the real plug-ins. Called under the lock.

//! LimitRanger: fills in default requests and limits of a Pod, then holds it against min, max and
//! maxLimitRequestRatio of each LimitRange of its namespace.
[[nodiscard]] std::optional<Status> limits(const Store &store, const ResourceType &type, Json &object);
//! ResourceQuota: refuses what would put a quota of the namespace over its hard limits ("exceeded quota: ..."), or what
//! names no amount of something limited ("failed quota: ... must specify ..."). Scopes and scopeSelectors are honoured.
//! \a before: what is replaced, null for something new. Charges status.used of the quotas at once, so that two
//! requests cannot both take the last of it, unless \a dryRun.
[[nodiscard]] std::optional<Status> quota(
    Store &store, const ResourceType &type, const Json &object, const Json *before, bool dryRun);
//! What is used of everything that \a quota limits, counted anew from the objects of its namespace: status.used.
[[nodiscard]] Json used(const Store &store, const Json &quota);

} // namespace Sandbox::Admission
