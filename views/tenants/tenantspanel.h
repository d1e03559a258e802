// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/tableexport.h"
#include "models/fleet/problem.h"
#include "views/common/tableview.h"

#include <QWidget>

class ClusterListModel;
class FilterBar;
class QHBoxLayout;
class QMenu;
class QSplitter;
class StateOverlay;
class TenantDetail;
class TenantDetailPane;
class TenantHeadline;
class TenantTableModel;

//! The tenants of all clusters in one table, with the chosen one's detail beside it.
class TenantsPanel final : public QWidget
{
    Q_OBJECT

public:
    //! All must outlive this.
    TenantsPanel(ClusterListModel *clusters, TenantTableModel *tenants, TenantDetail *detail, QWidget *parent);

    [[nodiscard]] TableView *table() const { return m_table; }
    //! The frame may take it into its top strip; until then it stands in the panel's own toolbar.
    [[nodiscard]] FilterBar *filterBar() const { return m_filter; }
    [[nodiscard]] QMenu *exportMenu() const { return m_exportMenu; }
    [[nodiscard]] QMenu *columnMenu() const { return m_columnMenu; }
    [[nodiscard]] bool detailIsOpen() const;
    [[nodiscard]] QByteArray splitterState() const;

    void restoreSplitterState(const QByteArray &state);
    //! Why no cluster could even be named; empty when one could.
    void setSetupProblem(const Problem &problem);
    void setRowHeight(TableView::RowHeight height);
    void openDetail(const QString &tenantKey);
    void closeDetail();
    //! Writes what the table shows; false, and a message, when the file cannot be written.
    bool writeExport(const QString &fileName, ExportFormat format);

Q_SIGNALS:
    //! What was done, or why not: a sentence for the quiet line.
    void messageShown(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    ClusterListModel *m_clusters;
    TenantTableModel *m_tenants;
    TenantDetail *m_detail;
    TableViewModel *m_rows;
    QSplitter *m_splitter;
    TableView *m_table;
    StateOverlay *m_overlay;
    FilterBar *m_filter;
    TenantHeadline *m_headline = nullptr;
    TenantDetailPane *m_pane;
    QMenu *m_exportMenu;
    QMenu *m_columnMenu;
    Problem m_setupProblem;

    [[nodiscard]] QWidget *createToolbar();
    void setUpTable();
    void setUpExportMenu();
    void setUpConnections();
    void refreshState();
    void chooseExportFile(ExportFormat format);
    void copyExport(ExportFormat format);
    void showContextMenu(const QPoint &at);
};
