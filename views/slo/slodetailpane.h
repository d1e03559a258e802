// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/slo/suspects.h"
#include "views/common/tableview.h"

#include <QFrame>

class BurnChart;
class QComboBox;
class QLabel;
class QListWidget;
class SignWidget;
class SloDetail;
class SloTierTableModel;

//! The chosen SLO: what its state is and why, its pairs of windows, how its budget burned, and what changed just before
//! that. Escape asks to close it.
class SloDetailPane final : public QFrame
{
    Q_OBJECT

public:
    //! \a detail must outlive this.
    SloDetailPane(SloDetail *detail, QWidget *parent);

    void setRowHeight(TableView::RowHeight height);
    //! What may have caused the present burn, the likeliest first; whoever looks for it fills it in.
    void setSuspects(const QList<Suspect> &suspects);
    [[nodiscard]] BurnChart *chart() const { return m_chart; }

Q_SIGNALS:
    void closeRequested();
    //! A suspect was opened: its change in the journal, when there is one.
    void changeRequested(const QUuid &change);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    SloDetail *m_detail;
    SloTierTableModel *m_tierModel;
    SignWidget *m_sign;
    QLabel *m_title;
    QLabel *m_place;
    QLabel *m_sentences;
    QLabel *m_facts;
    TableView *m_tiers;
    QComboBox *m_span;
    BurnChart *m_chart;
    QLabel *m_suspectsTitle;
    QListWidget *m_suspects;
    QLabel *m_noSuspects;
    QList<Suspect> m_known;

    [[nodiscard]] QWidget *createHeader();
    [[nodiscard]] QWidget *createBody();
    void setUpSpans();
    void setUpSuspects();
    void refresh();
    void refreshCourse();
    void refreshSuspects();
    [[nodiscard]] QString facts() const;
};
