// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/burnplot.h"

#include "views/charts/chartscale.h"
#include "views/common/theme.h"

#include <QGraphicsLayout>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace {
constexpr int labelWidth = 56;
constexpr int labelGap = 6;
constexpr int timeHeight = 20;
constexpr int rightMargin = 16;
constexpr int topMargin = 22; // the title and the heads of markers
constexpr int markerSize = 9;
constexpr int reach = 7; // of the pointer
constexpr int mostMarks = 6;
constexpr qint64 minute = 60'000;
constexpr qint64 day = 24 * 60 * minute;

QString timeText(qint64 time, qint64 span)
{
    const QLocale locale;
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(time);
    if (span > 2 * day)
        return locale.toString(moment.date(), QLocale::ShortFormat);
    return locale.toString(moment.time(), span < 4 * minute ? u"HH:mm:ss"_s : u"HH:mm"_s);
}
} // namespace

BurnPlot::BurnPlot(QWidget *parent) : QChartView(parent), m_time(new QValueAxis(this)), m_value(new QValueAxis(this))
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
    viewport()->setObjectName(u"chartViewport"_s);
    viewport()->setFocusPolicy(Qt::NoFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setBackgroundBrush(Qt::NoBrush);
    setMinimumHeight(96);
    chart()->legend()->hide();
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setBackgroundVisible(false);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setMargins({});
    for (QValueAxis *axis : {m_time, m_value}) {
        axis->setLabelsVisible(false);
        axis->setGridLineVisible(false);
        axis->setLineVisible(false);
    }
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_value, Qt::AlignLeft);
}

QList<qint64> BurnPlot::timeMarks(qint64 from, qint64 to)
{
    static constexpr std::array steps{minute / 2, minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute,
        60 * minute, 120 * minute, 180 * minute, 360 * minute, 720 * minute, day, 2 * day, 7 * day, 14 * day};
    const qint64 span = to - from;
    if (span <= 0)
        return {};
    const auto fitting = std::ranges::find_if(steps, [span](qint64 step) { return span / step <= mostMarks - 1; });
    const qint64 step = fitting == steps.end() ? span / mostMarks : *fitting;
    const qint64 shift = qint64(QDateTime::fromMSecsSinceEpoch(from).offsetFromUtc()) * 1000;
    QList<qint64> marks;
    for (qint64 mark = ((from + shift) / step + 1) * step - shift; mark <= to && marks.size() < mostMarks; mark += step)
        marks.append(mark);
    return marks;
}

Sign BurnPlot::signOf(const QString &kind)
{
    if (kind == u"change"_s)
        return {::Shape::Diamond, Token::Accent};
    if (kind == u"revision"_s || kind == u"rollout"_s)
        return {::Shape::Triangle, Token::Accent};
    if (kind == u"alert"_s)
        return {::Shape::Square, Token::Critical};
    return {::Shape::Dot, Token::Muted};
}

void BurnPlot::setPlot(const Plot &plot)
{
    m_plot = plot;
    draw();
}

void BurnPlot::setMarkers(const QList<ChartMarker> &markers)
{
    m_markers = markers;
    m_current = -1;
    viewport()->update();
}

void BurnPlot::setCurrent(int marker)
{
    m_current = marker;
    viewport()->update();
}

void BurnPlot::draw()
{
    const Theme theme = Theme::of(palette());
    chart()->removeAllSeries();
    double least = m_plot.least;
    double most = m_plot.most;
    for (const Line &line : std::as_const(m_plot.lines)) {
        for (const SloCourse::Point &point : line.points) {
            least = std::min(least, point.value);
            most = std::max(most, point.value);
        }
    }
    m_value->setRange(least, most + (most - least) * 0.04);
    m_time->setRange(double(m_plot.from), double(std::max(m_plot.to, m_plot.from + 1)));
    const std::array colors{theme.accent, theme.text, theme.muted, theme.unknown};
    for (qsizetype i = 0; i < m_plot.lines.size(); ++i) {
        const Line &line = m_plot.lines.at(i);
        QList<UsageHistory::Point> points;
        for (const SloCourse::Point &point : line.points)
            points.append({point.time, point.value});
        const QColor color = colors.at(static_cast<size_t>(std::min<qsizetype>(i, 3)));
        const auto style = i < 4 ? Qt::SolidLine : Qt::DotLine;
        for (const QList<QPointF> &segment : ChartScale::segments(points, m_plot.step))
            addLine(segment, QPen(color, i == 0 ? 2 : 1.25, style), line.name);
    }
    for (const Threshold &threshold : std::as_const(m_plot.thresholds)) {
        if (threshold.value > m_value->max())
            continue;
        addLine({QPointF(double(m_plot.from), threshold.value), QPointF(double(m_plot.to), threshold.value)},
            QPen(theme.color(threshold.token), 1.25, Qt::DashLine), threshold.name);
    }
    viewport()->update();
}

void BurnPlot::addLine(const QList<QPointF> &points, const QPen &pen, const QString &name)
{
    auto *series = new QLineSeries(chart());
    series->setName(name);
    series->append(points);
    series->setPen(pen);
    if (points.size() == 1) {
        series->setPointsVisible(true); // a line of one point would not be seen
        series->setMarkerSize(4);
    }
    chart()->addSeries(series);
    series->attachAxis(m_time);
    series->attachAxis(m_value);
}

QPointF BurnPlot::at(qint64 time, double value) const
{
    const QRectF area = chart()->plotArea();
    const double across = double(time - m_plot.from) / double(std::max<qint64>(1, m_plot.to - m_plot.from));
    const double up = (value - m_value->min()) / std::max(1e-12, m_value->max() - m_value->min());
    return {area.left() + across * area.width(), area.bottom() - up * area.height()};
}

QPointF BurnPlot::placeOf(int marker) const
{
    if (marker < 0 || marker >= m_markers.size())
        return {-1, -1};
    const qint64 time = m_markers.at(marker).time.toMSecsSinceEpoch();
    if (time < m_plot.from || time > m_plot.to)
        return {-1, -1};
    return {at(time, 0).x(), chart()->plotArea().top()};
}

//! Four round steps or fewer.
QList<double> BurnPlot::marks() const
{
    const double span = m_value->max() - m_value->min();
    if (!(span > 0))
        return {};
    const double power = std::pow(10, std::floor(std::log10(span / 3)));
    double step = power;
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        step = factor * power;
        if (span / step <= 4)
            break;
    }
    QList<double> marks;
    for (double mark = std::ceil(m_value->min() / step) * step; mark <= m_value->max(); mark += step)
        marks.append(std::abs(mark) < step / 1000 ? 0 : mark);
    return marks;
}

void BurnPlot::drawBackground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawBackground(painter, rect);
    const Theme theme = Theme::of(palette());
    const QRectF area = chart()->plotArea();
    painter->setFont(Typography::figures(Typography::secondary()));
    for (const double mark : marks()) {
        const double y = at(m_plot.from, mark).y();
        painter->setPen(QPen(theme.line, 1));
        painter->drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter->setPen(theme.muted);
        painter->drawText(QRectF(0, y - 10, labelWidth, 20), Qt::AlignRight | Qt::AlignVCenter,
            m_plot.text ? m_plot.text(mark) : QString::number(mark));
    }
    for (const qint64 mark : timeMarks(m_plot.from, m_plot.to)) {
        const double x = at(mark, 0).x();
        painter->setPen(QPen(theme.line, 1));
        painter->drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 3));
        painter->setPen(theme.muted);
        painter->drawText(QRectF(x - 40, area.bottom() + 2, 80, timeHeight - 2), Qt::AlignCenter,
            timeText(mark, m_plot.to - m_plot.from));
    }
    painter->setPen(theme.muted);
    painter->drawText(
        QRectF(area.left(), 0, area.width(), topMargin - markerSize), Qt::AlignLeft | Qt::AlignVCenter, m_plot.title);
}

void BurnPlot::drawForeground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawForeground(painter, rect);
    const Theme theme = Theme::of(palette());
    const QRectF area = chart()->plotArea();
    painter->setFont(Typography::figures(Typography::secondary()));
    constexpr double height = 14;
    double above = area.top() - 2 * height; // the first may stand out a little
    // The highest first; one whose name has no room keeps its line, and its name stands in the table of the pairs.
    QList<Threshold> thresholds = m_plot.thresholds;
    std::ranges::sort(thresholds, std::greater<>(), &Threshold::value);
    for (const Threshold &threshold : std::as_const(thresholds)) {
        const double top = at(m_plot.from, threshold.value).y() - height - 1;
        if (threshold.value > m_value->max() || top < above + height)
            continue;
        painter->setPen(theme.color(threshold.token));
        painter->drawText(
            QRectF(area.left() + 4, top, area.width() - 8, height), Qt::AlignRight | Qt::AlignBottom, threshold.name);
        above = top;
    }
    for (int i = 0; i < m_markers.size(); ++i) {
        const QPointF place = placeOf(i);
        if (place.x() < 0)
            continue;
        const Sign sign = signOf(m_markers.at(i).kind);
        painter->setPen(
            QPen(theme.color(sign.token), i == m_current ? 2 : 1, i == m_current ? Qt::SolidLine : Qt::DotLine));
        painter->drawLine(place, QPointF(place.x(), area.bottom()));
        const double size = i == m_current ? markerSize + 4 : markerSize;
        sign.paint(*painter, QRectF(place.x() - size / 2, place.y() - size, size, size), theme);
    }
}

void BurnPlot::mouseMoveEvent(QMouseEvent *event)
{
    QChartView::mouseMoveEvent(event);
    int nearest = -1;
    double least = reach;
    for (int i = 0; i < m_markers.size(); ++i) {
        const double distance = std::abs(placeOf(i).x() - event->position().x());
        if (placeOf(i).x() >= 0 && distance <= least) {
            nearest = i;
            least = distance;
        }
    }
    Q_EMIT markerHovered(nearest);
}

void BurnPlot::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    Q_EMIT markerHovered(-1);
}

void BurnPlot::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        draw();
}

//! The plot has the same place in every chart, so that charts above one another share their time.
void BurnPlot::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    const QRectF all(QPointF(0, 0), chart()->size());
    chart()->setPlotArea(all.adjusted(labelWidth + labelGap, topMargin, -rightMargin, -timeHeight));
}
