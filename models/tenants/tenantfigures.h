// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pods/podstore.h"
#include "models/quotas/quotafigure.h"
#include "models/tenants/tenant.h"

#include <QHash>
#include <QString>

#include <vector>

namespace Kubernetes {
struct QuotaRecord;
} // namespace Kubernetes

//! The arithmetic over a tenant's namespaces, without any state: what its quotas add up to and what its pods make.
namespace TenantFigures {

using Quotas = QHash<QString, Kubernetes::QuotaRecord>; //!< of one namespace, by name

//! Sets what quotas say: reserved, limit, unlimited and partlyUnlimited for CPU, memory and pods, and the tightest key.
//! \a namespaces are those of the tenant, one entry each.
void addQuotas(Tenant &tenant, const std::vector<const Quotas *> &namespaces);

//! What quotas say of each key, by key. Quotas with scopes, which limit some pods alone, are left out; what Capsule made
//! for the whole tenant is not added up.
[[nodiscard]] QList<QuotaFigure> quotaFigures(const std::vector<const Quotas *> &namespaces);

//! Of keys that mean the same the one that we call them by: requests.cpu of cpu.
[[nodiscard]] QString commonSpelling(const QString &resource);
[[nodiscard]] QuotaLine::Unit unitOf(const QString &resource);
[[nodiscard]] QList<QuotaLine> quotaLines(const Quotas &quotas, const Freshness &freshness);
//! What runs in one namespace.
[[nodiscard]] QList<Workload> workloads(const PodStore &pods, const PodStore::Space &space, const Freshness &freshness);

} // namespace TenantFigures
