// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incidents/incident.h"
#include "views/common/tablepanel.h"

class IncidentDetailPane;
class IncidentStore;
class QLabel;

//! The incidents of this user: started from alerts and burns, played back, and told to those who were not there.
class IncidentsPanel final : public TablePanel
{
    Q_OBJECT

public:
    //! Both must outlive this.
    IncidentsPanel(ClusterListModel *clusters, IncidentStore *store, QWidget *parent);

    [[nodiscard]] Attention attention() const override;
    void setRowHeight(TableView::RowHeight height) override;
    //! Asks for a title and a first note, and shows the incident that is started. \a what: what it begins from, a line
    //! each, for people.
    void startIncident(const IncidentStart &start, const QStringList &what);
    //! FILE.md and its charts; false, and a message, when it cannot be written.
    bool writePostMortem(const QString &id, const QString &fileName);

Q_SIGNALS:
    //! This panel is to be shown: an incident was started.
    void shown(const QString &id);

protected:
    [[nodiscard]] QString countText(int rows) const override;
    void refineState(PanelState &state) const override;
    void chooseRow(const QString &key) override;
    void popupRowMenu(int row, const QPoint &at) override;

private:
    IncidentStore *m_store;
    QLabel *m_headline;
    IncidentDetailPane *m_pane;

    [[nodiscard]] QWidget *createHead();
    void refresh();
    void askForEnd(const QString &id);
    void choosePostMortemFile(const QString &id);
};
