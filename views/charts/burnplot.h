// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/slo/chartmarker.h"
#include "models/slo/slo.h"
#include "views/common/sign.h"

#include <QtCharts/QChartView>

#include <functional>

class QValueAxis;

//! Figures over time as lines that are lifted where there is nothing, with dashed thresholds, and markers of what
//! happened.
class BurnPlot final : public QChartView
{
    Q_OBJECT

public:
    struct Line
    {
        QString name; //!< "5 min"; at its end, where there are several
        QList<SloCourse::Point> points; //!< ascending in time
    };
    struct Threshold
    {
        double value = 0;
        QString name;
        Token token = Token::Warning;
    };
    struct Plot
    {
        QString title;
        QList<Line> lines; //!< the first is drawn strongest
        QList<Threshold> thresholds;
        qint64 from = 0; //!< milliseconds since the epoch
        qint64 to = 0;
        std::chrono::seconds step{60};
        double least = 0; //!< of the scale, at most
        double most = 1; //!< of the scale, at least
        std::function<QString(double)> text; //!< of a mark on the scale
    };

    explicit BurnPlot(QWidget *parent);

    void setPlot(const Plot &plot);
    //! By time; those outside of the plot are not drawn.
    void setMarkers(const QList<ChartMarker> &markers);
    //! Drawn stronger; -1 for none.
    void setCurrent(int marker);
    //! Where it stands in the viewport; outside of it when it is not drawn.
    [[nodiscard]] QPointF placeOf(int marker) const;
    //! Round moments of local time between the two, at most six.
    [[nodiscard]] static QList<qint64> timeMarks(qint64 from, qint64 to);
    [[nodiscard]] static Sign signOf(const QString &kind);

Q_SIGNALS:
    //! -1 when the pointer is at none any more.
    void markerHovered(int marker);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    Plot m_plot;
    QList<ChartMarker> m_markers;
    int m_current = -1;
    QValueAxis *m_time;
    QValueAxis *m_value;

    void draw();
    void addLine(const QList<QPointF> &points, const QPen &pen, const QString &name);
    [[nodiscard]] QPointF at(qint64 time, double value) const;
    [[nodiscard]] QList<double> marks() const;
};
