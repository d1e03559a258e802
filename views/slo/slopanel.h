// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/slo/slo.h"
#include "models/slo/suspects.h"
#include "views/common/tablepanel.h"

class SloDetail;
class SloDetailPane;
class SloStore;

//! The SLO board: every SLO of every server, what hurts first, with the chosen one's detail beside it.
class SloPanel final : public TablePanel
{
    Q_OBJECT

public:
    //! All must outlive this.
    SloPanel(ClusterListModel *clusters, SloStore *store, SloDetail *detail, QWidget *parent);

    //! SLOs that page or make tickets.
    [[nodiscard]] Attention attention() const override;
    void setRowHeight(TableView::RowHeight height) override;
    //! What may have caused the present burn of the chosen SLO, the likeliest first.
    void setSuspects(const QList<Suspect> &suspects);
    [[nodiscard]] SloDetailPane *pane() const { return m_pane; }
    //! Rows offer to make another SLO: whoever does listens to newRequested().
    void offerNew(bool offered) { m_newOffered = offered; }

Q_SIGNALS:
    //! A suspect was opened that is a change of this console's journal.
    void changeRequested(const QUuid &change);
    //! An incident is to be begun with this SLO, by Slo::key.
    void incidentRequested(const QString &sloKey);
    //! A new SLO is wanted, beside \a slo, whose cluster, namespace and service it may begin with.
    void newRequested(const Slo &slo);

protected:
    [[nodiscard]] QString countText(int rows) const override;
    void refineState(PanelState &state) const override;
    void chooseRow(const QString &key) override;
    void popupRowMenu(int row, const QPoint &at) override;

private:
    SloStore *m_store;
    SloDetail *m_detail;
    SloDetailPane *m_pane;
    Attention m_told;
    bool m_newOffered = false;

    void setUpCells();
    void refreshAttention();
};
