// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quotas/quotaboardmodel.h"
#include "views/common/tablepanel.h"
#include "views/quotas/quotaeditor.h"

class QButtonGroup;
class QToolButton;
class QuotaRequestTableModel;

//! The quota board: every tenant in every cluster with used, limit and trend of each key, what they add up to, and the
//! editor of the chosen ones beside it.
class QuotasPanel final : public TablePanel
{
    Q_OBJECT

public:
    //! All must outlive this; \a river may be null: then nothing can be changed.
    struct Sources
    {
        TenantStore *store = nullptr;
        QuotaBoardModel *board = nullptr;
        ChangeRiver *river = nullptr;
        QuotaRequestTableModel *requests = nullptr; //!< null: nobody can ask for another quota
        QuotaDraft::LimitRanges limitRanges;
        QuotaEditor::Courses courses;
    };

    QuotasPanel(ClusterListModel *clusters, const Sources &sources, QWidget *parent);
    ~QuotasPanel() override;

    [[nodiscard]] QuotaDraft *draft() const { return m_draft; }
    [[nodiscard]] QuotaEditor *editor() const { return m_editor; }
    //! History and forecast of this tenant have come.
    void refreshCourse(const QString &tenantKey);

    //! Requests that wait for an answer.
    [[nodiscard]] Attention attention() const override;
    //! Where they are granted and declined.
    void showRequests();

Q_SIGNALS:
    //! The chart shows this tenant: whoever has its history may get it.
    void courseWanted(const QString &tenantKey);

protected:
    [[nodiscard]] QString countText(int rows) const override;
    void chooseRow(const QString &key) override;
    void popupRowMenu(int row, const QPoint &at) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QuotaBoardModel *m_board;
    TenantStore *m_store;
    ChangeRiver *m_river;
    QuotaRequestTableModel *m_requests;
    QuotaDraft *m_draft;
    QuotaEditor *m_editor;
    QButtonGroup *m_groupings;
    QToolButton *m_inbox = nullptr;

    void askFor(const QStringList &tenantKeys, const QList<QuotaWish> &wishes);
    void refreshInbox();
    [[nodiscard]] QWidget *createGroupings();
    void setUpCells(int first);
    void setUpConnections();
    void showGrouping();
    [[nodiscard]] QStringList chosenTenants(const QString &key) const;
    [[nodiscard]] QString obstacle(const QModelIndex &index) const;
    void takeAmount(const QString &key, int column, const QString &text);
};
