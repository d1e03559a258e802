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

Q_SIGNALS:
    void openRequested(const QString &tenantKey);
    //! The tenant's pods are wanted: \a filter finds them in the table of pods.
    void podsRequested(const QString &filter);

private:
    TableView *m_table;
    FilterBar *m_filter;

    void addCopies(const Tenant &tenant);
    void addFilters(const Tenant &tenant);
    void addSorting();
};
