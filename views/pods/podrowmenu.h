// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class FilterBar;
class TableView;
struct Pod;

//! What can be done with one row of the table of pods, for the mouse and for the menu key. Deletes itself when closed.
class PodRowMenu final : public QMenu
{
    Q_OBJECT

public:
    //! \a context is the kubeconfig's name for the pod's cluster and identity.
    PodRowMenu(const Pod &pod, const QString &context, TableView *table, FilterBar *filter, QWidget *parent);

Q_SIGNALS:
    void openRequested();
    void tenantRequested();

private:
    TableView *m_table;
    FilterBar *m_filter;

    QAction *addEntry(const QString &text, const QString &name);
    void addCopies(const Pod &pod, const QString &context);
    void addFilters(const Pod &pod);
    void addCellFilter();
    void addSorting();
};
