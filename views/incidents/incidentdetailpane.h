// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incidents/incidenttimelinemodel.h"
#include "views/common/tableview.h"

#include <QFrame>

class IncidentChart;
class IncidentStore;
class Playback;
class QLabel;
class QLineEdit;
class QPushButton;

//! One incident: its time axis, what held at the moment that is looked at, its timeline as a list, a field for notes,
//! and what can be done with it.
class IncidentDetailPane final : public QFrame
{
    Q_OBJECT

public:
    //! \a store must outlive this.
    IncidentDetailPane(IncidentStore *store, QWidget *parent);

    //! Empty: nothing is shown.
    void setIncident(const QString &id);
    [[nodiscard]] const QString &incident() const { return m_id; }
    [[nodiscard]] Playback *playback() const { return m_playback; }
    [[nodiscard]] TableView *table() const { return m_table; }
    void setRowHeight(TableView::RowHeight height) { m_table->setRowHeight(height); }

Q_SIGNALS:
    void closeRequested();
    void exportRequested(const QString &id);
    void endRequested(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    IncidentStore *m_store;
    QString m_id;
    IncidentTimelineModel m_model;
    Playback *m_playback;
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_moment;
    IncidentChart *m_chart;
    TableView *m_table;
    QLineEdit *m_note;
    QPushButton *m_add;
    QPushButton *m_end;
    QPushButton *m_export;

    [[nodiscard]] QWidget *createHeader();
    [[nodiscard]] QWidget *createNoteRow();
    [[nodiscard]] QWidget *createButtons();
    void layOut();
    void refresh();
    void refreshMoment();
    void addNote();
    [[nodiscard]] QString factsText() const;
    [[nodiscard]] QString momentText() const;
};
