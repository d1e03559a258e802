// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/tablepanel.h"

class ChangeRiver;
class TenantDetail;
class TenantDetailPane;
class TenantHeadline;
class TenantTableModel;

//! The tenants of all clusters in one table, with the chosen one's detail beside it.
class TenantsPanel final : public TablePanel
{
    Q_OBJECT

public:
    //! All must outlive this.
    TenantsPanel(ClusterListModel *clusters, TenantTableModel *tenants, TenantDetail *detail, QWidget *parent);

    [[nodiscard]] Attention attention() const override;
    void setRowHeight(TableView::RowHeight height) override;
    //! Rows offer to take their tenant away when changes go through \a river, which must outlive this.
    void offerOffboarding(ChangeRiver *river) { m_river = river; }

Q_SIGNALS:
    void offboardRequested(const QString &tenantKey);

protected:
    [[nodiscard]] QString countText(int rows) const override;
    [[nodiscard]] QString filterCount(int shown, int all) const override;
    void refineState(PanelState &state) const override;
    void setKnown(bool known) override;
    void chooseRow(const QString &key) override;
    void popupRowMenu(int row, const QPoint &at) override;

private:
    ChangeRiver *m_river = nullptr;
    TenantTableModel *m_tenants;
    TenantDetail *m_detail;
    TenantHeadline *m_headline;
    TenantDetailPane *m_pane;
};
