// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/slo/chartmarker.h"
#include "models/slo/slodetail.h"

#include <QWidget>

class BurnPlot;
class QLabel;

//! How the budget of one SLO burned down and how fast, one above the other over the same time, with the rates that make
//! alerts, and what happened meanwhile. A marker tells its sentence to the pointer, and to the keyboard: Left and Right
//! go from one to the next.
class BurnChart final : public QWidget
{
    Q_OBJECT

public:
    explicit BurnChart(QWidget *parent);

    void setCourse(const SloCourse &course, const QList<SloTier> &tiers);
    void setMarkers(const QList<ChartMarker> &markers);
    [[nodiscard]] const QList<ChartMarker> &markers() const { return m_markers; }
    //! -1: none.
    [[nodiscard]] int currentMarker() const { return m_current; }
    //! The same in words.
    [[nodiscard]] static QString summary(const SloCourse &course);
    //! How many marks of which kind there are; empty without any.
    [[nodiscard]] static QString summary(const QList<ChartMarker> &markers);

    [[nodiscard]] QSize sizeHint() const override { return {420, 320}; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    SloCourse m_course;
    QList<ChartMarker> m_markers;
    int m_current = -1;
    BurnPlot *m_budget;
    BurnPlot *m_burn;
    QLabel *m_caption;

    void choose(int marker);
    void hover(BurnPlot *plot, int marker);
    void refreshCaption();
};
