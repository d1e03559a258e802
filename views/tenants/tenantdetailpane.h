// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/tableview.h"

#include <QFrame>

class QLabel;
class QTabWidget;
class StateOverlay;
class TableModel;
class TenantDetail;
class TenantFacts;
class UsageChart;

//! The chosen tenant: who it is, its usage over time, its quotas, workloads and pods. Escape asks to close it.
class TenantDetailPane final : public QFrame
{
    Q_OBJECT

public:
    //! \a detail must outlive this.
    TenantDetailPane(TenantDetail *detail, QWidget *parent);

    void setRowHeight(TableView::RowHeight height);

Q_SIGNALS:
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Tab
    {
        TableModel *model = nullptr;
        TableView *table = nullptr;
        StateOverlay *overlay = nullptr;
        QString title;
        QString emptyText;
    };
    TenantDetail *m_detail;
    QLabel *m_title;
    QLabel *m_cluster;
    TenantFacts *m_facts;
    UsageChart *m_chart;
    QTabWidget *m_tabs;
    QList<Tab> m_tables;

    [[nodiscard]] QWidget *createHeader();
    void addTab(TableModel *model, const QString &name, const QString &title, const QString &emptyText);
    void refreshTenant();
    void refreshTabs();
};
