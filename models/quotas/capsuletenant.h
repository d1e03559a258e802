// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

//! What Capsule's Tenant object (capsule.clastix.io, cluster-scoped) says of quotas, in one cluster. An edit of a quota
//! that Capsule keeps goes there: to spec.resourceQuotas.items[QuotaLine::capsuleIndex].hard.
struct CapsuleTenant
{
    struct Limit
    {
        QString resource;
        double hard = 0; //!< base units

        bool operator==(const Limit &) const = default;
    };

    QString name;
    //! The amounts are for all its namespaces together; else for each of them (spec.resourceQuotas.scope).
    bool tenantScope = true;
    QList<QList<Limit>> quotas; //!< spec.resourceQuotas.items, each by resource
    QStringList namespaces; //!< sorted
    bool cordoned = false; //!< nothing in its namespaces may be changed by its owners

    bool operator==(const CapsuleTenant &) const = default;
};
