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
constexpr int labelGap = 6;
constexpr int timeHeight = 24; // below the plot, for the labels of the time
constexpr int rightMargin = 16; // half of the last label of the time

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
    setMinimumHeight(64);
    viewport()->setAutoFillBackground(false);
    setBackgroundBrush(Qt::NoBrush);
    chart()->legend()->hide();
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setBackgroundVisible(false);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_amount, Qt::AlignLeft);
    m_limitLabel->setZValue(20);
    chart()->setMargins({});
    m_amount->setLabelsVisible(false); // Qt Charts shortens them to dots where the plot is low
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
    arrange();
}

void TrendChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    arrange();
}

//! The plot has the same place in every chart, whatever its labels, so that charts above one another share their time.
void TrendChart::arrange()
{
    const QRectF all(QPointF(0, 0), chart()->size());
    chart()->setPlotArea(all.adjusted(labelWidth + labelGap, 6, -rightMargin, -timeHeight));
    placeAmountLabels();
    placeLimitLabel();
}

void TrendChart::placeAmountLabels()
{
    const QRectF plot = chart()->plotArea();
    for (const AmountLabel &label : m_amountLabels) {
        const QSizeF size = label.text->boundingRect().size();
        const double y = plot.bottom() - label.amount / m_amount->max() * plot.height();
        label.text->setPos(plot.left() - labelGap - size.width(), y - size.height() / 2);
    }
}

void TrendChart::drawAxes()
{
    const Theme theme = Theme::of(palette());
    double most = m_trend.limit.value_or(0);
    for (const UsageHistory::Point &point : m_trend.points)
        most = std::max(most, point.value);
    const QList<double> marks = ChartScale::marks(most, m_kind);
    clearLabels(m_amount);
    m_amountLabels.clear();
    m_amount->setStartValue(0);
    for (const double mark : marks) {
        const QString text = mark == 0 ? u"0"_s : Format::amount(mark, m_kind);
        m_amount->append(text, mark);
        auto label = std::make_unique<QGraphicsSimpleTextItem>(text, chart());
        label->setFont(Typography::figures(Typography::secondary()));
        label->setBrush(theme.muted);
        m_amountLabels.push_back({std::move(label), mark});
    }
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
