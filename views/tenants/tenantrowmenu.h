// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class FilterBar;
class TableView;
struct Tenant;

//! What can be done with one row of the tenants table, for the mouse and for the menu key. Deletes itself when closed.
class TenantRowMenu final : public QMenu
{
    Q_OBJECT

public:
    TenantRowMenu(const Tenant &tenant, TableView *table, FilterBar *filter, QWidget *parent);

    //! Offers to take the tenant away; \a whyNot is a sentence when that cannot be.
    void offerOffboarding(const QString &whyNot);

Q_SIGNALS:
    void openRequested(const QString &tenantKey);
    void offboardRequested(const QString &tenantKey);
    //! The tenant's pods are wanted: \a filter finds them in the table of pods.
    void podsRequested(const QString &filter);

private:
    QString m_tenantKey;
    TableView *m_table;
    FilterBar *m_filter;
    QAction *m_offboard = nullptr;

    void addCopies(const Tenant &tenant);
    void addFilters(const Tenant &tenant);
    void addSorting();
};
