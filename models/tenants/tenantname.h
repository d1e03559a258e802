// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

//! Whom something in a namespace belongs to. Both empty: nobody we know.
struct TenantName
{
    QString name;
    QString key; //!< Tenant::key

    bool operator==(const TenantName &) const = default;
};

//! Whose a namespace of a cluster is; the cluster is named as people name it.
using TenantOf = std::function<TenantName(const QString &cluster, const QString &namespaceName)>;
