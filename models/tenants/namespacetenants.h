// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tenants/tenantname.h"

#include <QHash>
#include <QObject>
#include <QPair>
#include <QStringList>

class TenantStore;

//! Whose a namespace is, looked up by the names that metrics and alerts have for it. Kept up to date with the tenants.
//! Lives in the window's thread.
class NamespaceTenants final : public QObject
{
    Q_OBJECT

public:
    struct Place
    {
        QString clusterId;
        QString cluster; //!< its name
        TenantName tenant;

        bool operator==(const Place &) const = default;
    };

    //! \a store must outlive this.
    explicit NamespaceTenants(const TenantStore &store, QObject *parent = nullptr);

    //! \a cluster as people name it. Where it is empty, or no connected cluster is called so, the namespace decides
    //! alone, if just one of the clusters has it. All empty when nobody knows.
    [[nodiscard]] Place placeOf(const QString &cluster, const QString &namespaceName) const;

Q_SIGNALS:
    //! Some namespace is somebody else's now.
    void changed();

private:
    struct Known
    {
        QString clusterId;
        QString cluster;
        QString name;
        QStringList namespaces;

        bool operator==(const Known &) const = default;
    };

    const TenantStore &m_store;
    QHash<QString, Known> m_tenants; // by Tenant::key
    QHash<QPair<QString, QString>, QString> m_byCluster; // cluster's name and namespace: Tenant::key
    QHash<QString, QStringList> m_byNamespace; // Tenant::key of each that has one of that name
    QHash<QString, int> m_clusters; // tenants by the cluster's name

    void refresh(const QStringList &keys);
    void forget(const QString &key, const Known &known);
    void learn(const QString &key, const Known &known);
    [[nodiscard]] Place place(const QString &key) const;
};
