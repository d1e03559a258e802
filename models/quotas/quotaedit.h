// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/change.h"

#include <QList>
#include <QString>

#include <optional>

class ChangeRiver;
class TenantStore;

//! What somebody wants one key of a quota to be.
struct QuotaWish
{
    QString tenantKey; //!< TenantStore::keyOf()
    QString namespaceName; //!< empty: where the tenant has the key, if that is one place
    QString quota; //!< its name; empty: likewise
    QString resource; //!< the key as Kubernetes spells it: requests.cpu, count/configmaps
    QString amount; //!< any legal quantity; empty: there is to be no limit

    bool operator==(const QuotaWish &) const = default;
};

//! The change that fulfils wishes, or why there is none.
struct QuotaEdit
{
    std::optional<Change> change;
    QString problem; //!< a whole sentence with the next step; empty when there is a change
};

//! \a wishes are all about tenants of one cluster; each ResourceQuota is one edit, whatever is wished of it. What
//! belongs to Capsule is edited at its Tenant, which would write over anything else. That the amounts differ from what
//! there is, is not looked at: the preview tells.
[[nodiscard]] QuotaEdit quotaEdit(const ChangeRiver &river, const TenantStore &store, const QList<QuotaWish> &wishes);
