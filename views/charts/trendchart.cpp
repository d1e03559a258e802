// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/trendchart.h"

#include "models/common/format.h"
#include "views/charts/chartscale.h"
#include "views/common/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QLocale>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int labelWidth = 56;

//! "13:45": seconds would say nothing on round marks.
QString clockTime(qint64 moment)
{
    const QLocale locale;
    QString format = locale.timeFormat(QLocale::ShortFormat);
    format.remove(u":ss"_s);
    return locale.toString(QDateTime::fromMSecsSinceEpoch(moment).time(), format);
}

void clearLabels(QCategoryAxis *axis)
{
    for (const QString &label : axis->categoriesLabels())
        axis->remove(label);
}

void dress(QCategoryAxis *axis, const Theme &theme)
{
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    axis->setLabelsFont(Typography::figures(Typography::secondary()));
    axis->setLabelsColor(theme.muted);
    axis->setGridLinePen(QPen(theme.line, 1));
    axis->setLinePen(QPen(theme.line, 1));
}
} // namespace

TrendChart::TrendChart(CellKind kind, QWidget *parent)
    : QChartView(parent), m_kind(kind), m_time(new QCategoryAxis(this)), m_amount(new QCategoryAxis(this)),
      m_limitLabel(new QGraphicsSimpleTextItem(chart()))
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setObjectName(u"chartViewport"_s);
    viewport()->setFocusPolicy(Qt::NoFocus);
    setMinimumHeight(96);
    viewport()->setAutoFillBackground(false);
    setBackgroundBrush(Qt::NoBrush);
    chart()->legend()->hide();
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setBackgroundVisible(false);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_amount, Qt::AlignLeft);
    m_limitLabel->setZValue(20);
    connect(chart(), &QChart::plotAreaChanged, this, &TrendChart::placeLimitLabel);
    draw();
}

void TrendChart::setTrend(const Trend &trend)
{
    m_trend = trend;
    draw();
}

void TrendChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        draw();
}

void TrendChart::draw()
{
    chart()->removeAllSeries();
    drawAxes();
    drawLimit();
    drawLines();
    placeLimitLabel();
}

void TrendChart::drawAxes()
{
    const Theme theme = Theme::of(palette());
    double most = m_trend.limit.value_or(0);
    for (const UsageHistory::Point &point : m_trend.points)
        most = std::max(most, point.value);
    const QList<double> marks = ChartScale::marks(most, m_kind);
    // The label that is widest ends where that of the chart above or below does, so that both have the same time at the
    // same place.
    const QFontMetrics metrics(Typography::figures(Typography::secondary()));
    const int widest = metrics.horizontalAdvance(Format::amount(marks.last(), m_kind));
    chart()->setMargins(QMargins(std::max(0, labelWidth - widest), 0, 16, 0));
    clearLabels(m_amount);
    m_amount->setStartValue(0);
    for (const double mark : marks)
        m_amount->append(mark == 0 ? u"0"_s : Format::amount(mark, m_kind), mark);
    // A little air, so that a limit at the highest mark is not the frame.
    m_amount->setRange(0, marks.last() * 1.04);
    dress(m_amount, theme);

    clearLabels(m_time);
    m_time->setStartValue(static_cast<double>(m_trend.from));
    for (const qint64 mark : ChartScale::timeMarks(m_trend.from, m_trend.to))
        m_time->append(clockTime(mark), static_cast<double>(mark));
    m_time->setRange(static_cast<double>(m_trend.from), static_cast<double>(std::max(m_trend.to, m_trend.from + 1)));
    dress(m_time, theme);
}

void TrendChart::drawLimit()
{
    if (!m_trend.limit)
        return;
    auto *line = new QLineSeries(chart());
    line->setName(u"limit"_s);
    line->append(static_cast<double>(m_trend.from), *m_trend.limit);
    line->append(static_cast<double>(m_trend.to), *m_trend.limit);
    line->setPen(QPen(Theme::of(palette()).critical, 1.5, Qt::DashLine));
    attach(line);
}

void TrendChart::drawLines()
{
    const Theme theme = Theme::of(palette());
    for (const QList<QPointF> &segment : ChartScale::segments(m_trend.points, m_trend.step)) {
        auto *line = new QLineSeries(chart());
        line->setName(u"used"_s);
        line->append(segment);
        line->setPen(QPen(theme.accent, 1.75));
        if (segment.size() == 1) {
            line->setPointsVisible(true); // a line of one point would not be seen
            line->setMarkerSize(4);
            line->setColor(theme.accent);
        }
        attach(line);
    }
}

void TrendChart::attach(QAbstractSeries *series)
{
    chart()->addSeries(series);
    series->attachAxis(m_time);
    series->attachAxis(m_amount);
}

void TrendChart::placeLimitLabel()
{
    m_limitLabel->setVisible(m_trend.limit.has_value());
    if (!m_trend.limit || m_amount->max() <= 0)
        return;
    const QRectF plot = chart()->plotArea();
    m_limitLabel->setText(tr("limit %1").arg(Format::amount(*m_trend.limit, m_kind)));
    m_limitLabel->setFont(Typography::figures(Typography::secondary()));
    m_limitLabel->setBrush(Theme::of(palette()).critical);
    const double y = plot.bottom() - *m_trend.limit / m_amount->max() * plot.height();
    const QSizeF size = m_limitLabel->boundingRect().size();
    // Above the line where there is room, else below.
    const double top = y - size.height() - 1 >= plot.top() ? y - size.height() - 1 : y + 2;
    m_limitLabel->setPos(plot.right() - size.width() - 4, top);
}
