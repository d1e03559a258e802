// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/change.h"
#include "models/onboarding/tenantform.h"

class TenantTemplate;

//! One object that a tenant is made of.
struct TenantObject
{
    ObjectName name;
    QByteArray text; //!< JSON, with all that the server would fill in, so that it can be told when it is there

    bool operator==(const TenantObject &) const = default;
};

//! What \a form and its template make, in the order in which it is to be made: the namespace, what closes its network,
//! what bounds it, and who may what. Works from Kubernetes 1.20 on. \a form and \a tier have no mistakes. Pure.
[[nodiscard]] QList<TenantObject> tenantObjects(
    const TenantForm &form, const TenantTemplate &tier, const TenantKeys &keys);

//! Kinds of objects that make a tenant's frame, in the same order, without names; \a namespaceName where they live.
[[nodiscard]] QList<ObjectName> tenantFrameKinds(const QString &namespaceName);
[[nodiscard]] ObjectName namespaceObject(const QString &name);

namespace TenantFrame {
constexpr const char *quota = "tenant-quota";
constexpr const char *limits = "tenant-limits";
constexpr const char *ingress = "tenant-ingress-limits";
constexpr const char *defaultDeny = "default-deny";
constexpr const char *sharedNetwork = "allow-shared-tenants";
} // namespace TenantFrame
