// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incidents/incident.h"

#include <QImage>
#include <QWidget>

class QPainter;

//! An incident on one time axis: a lane for each kind of thing that happened, and below them how fast its SLOs burned
//! and what was left of their budgets. A cursor shows the moment that is looked at; clicking moves it.
class IncidentChart final : public QWidget
{
    Q_OBJECT

public:
    enum class Part { Lanes, Figures, Both };
    enum class Zone { Local, Utc };

    IncidentChart(Part part, QWidget *parent);

    void setRecord(const IncidentRecord &record, const QDateTime &from, const QDateTime &to);
    //! Invalid: none is drawn.
    void setCursorTime(const QDateTime &time);
    //! What is near a point, for the tooltip; empty when nothing is.
    [[nodiscard]] QString textAt(const QPointF &point) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    //! The same off screen, in the light theme and in UTC: for documents.
    [[nodiscard]] static QImage rendered(
        const IncidentRecord &record, Part part, const QDateTime &from, const QDateTime &to, int width);
    //! Whether there is anything to draw of it.
    [[nodiscard]] static bool hasFigures(const IncidentRecord &record);

Q_SIGNALS:
    void cursorWanted(const QDateTime &time);
    void stepForwardWanted();
    void stepBackWanted();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Bar
    {
        QDateTime from;
        QDateTime to;
        Condition::Severity severity = Condition::Severity::Info;
        TimelineEntry::Lane lane = TimelineEntry::Lane::Alert;
    };

    Part m_part;
    Zone m_zone = Zone::Local;
    IncidentRecord m_record;
    QDateTime m_from;
    QDateTime m_to;
    QDateTime m_cursor;
    QList<Bar> m_bars;

    [[nodiscard]] bool showsPlots() const;
    [[nodiscard]] double plotHeight() const;
    [[nodiscard]] QRectF lanesArea() const;
    [[nodiscard]] QRectF plotArea(int number) const;
    [[nodiscard]] double xOf(const QDateTime &time) const;
    [[nodiscard]] QDateTime timeAt(double x) const;
    [[nodiscard]] QRectF laneArea(TimelineEntry::Lane lane) const;
    void paintAll(QPainter &painter) const;
    void paintAxis(QPainter &painter) const;
    void paintLanes(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;
    void describe();
};
