// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/tablepanel.h"

#include <QTimer>

class PodDetail;
class PodDetailPane;
class PodHeadline;
class PodTableModel;

//! The pods of all clusters in one table, with the chosen one's detail beside it.
class PodsPanel final : public TablePanel
{
    Q_OBJECT

public:
    //! All must outlive this.
    PodsPanel(ClusterListModel *clusters, PodTableModel *pods, PodDetail *detail, QWidget *parent);

    [[nodiscard]] Attention attention() const override;

protected:
    [[nodiscard]] QString countText(int rows) const override;
    [[nodiscard]] QString filterCount(int shown, int all) const override;
    void setKnown(bool known) override;
    void chooseRow(const QString &key) override;
    void popupRowMenu(int row, const QPoint &at) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    //! Ages are texts of the time at which they are drawn; drawing what is in sight again costs less than telling
    //! every row.
    static constexpr std::chrono::seconds ageing{5};

    PodTableModel *m_pods;
    PodDetail *m_detail;
    PodHeadline *m_headline;
    PodDetailPane *m_pane;
    QTimer m_ageing;

    void showTenantOf(const QString &clusterId, const std::optional<QString> &tenant);
};
