// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/incidents/incidentchart.h"

#include "models/common/format.h"
#include "models/incidents/incidentsummary.h"
#include "views/common/plaintext.h"
#include "views/common/sign.h"
#include "views/incidents/incidentplots.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

using Lane = TimelineEntry::Lane;

constexpr double gutter = 96; // left of the lanes, for their titles
constexpr double rightMargin = 40; // half of the last label of the time
constexpr double laneHeight = 17;
constexpr double smallPlot = 44; // where lanes stand above it
constexpr double largePlot = 120;
constexpr double plotGap = IncidentPlots::titleHeight;
constexpr double axisHeight = 24;
constexpr double signSize = 12;

//! Round steps that leave room for their labels.
qint64 timeStep(qint64 span, double width)
{
    constexpr std::array<qint64, 18> steps{
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10'800, 21'600, 43'200, 86'400};
    const double marks = std::max(1.0, width / 84);
    for (const qint64 step : steps) {
        if (static_cast<double>(span) / 1000 / static_cast<double>(step) <= marks)
            return step * 1000;
    }
    const qint64 day = 86'400'000;
    return day * (1 + static_cast<qint64>(static_cast<double>(span) / static_cast<double>(day) / marks));
}

} // namespace

IncidentChart::IncidentChart(Part part, QWidget *parent) : QWidget(parent), m_part(part)
{
    setObjectName(u"incidentChart"_s);
    setAccessibleName(tr("Timeline of the incident"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setFont(Typography::secondary());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

bool IncidentChart::hasFigures(const IncidentRecord &record)
{
    return std::ranges::any_of(record.figures,
        [](const IncidentFigure &figure) { return figure.burnShort || figure.burnLong || figure.budgetLeft; });
}

void IncidentChart::setRecord(const IncidentRecord &record, const QDateTime &from, const QDateTime &to)
{
    m_record = record;
    m_from = from;
    m_to = std::max(to, from.addSecs(1));
    m_bars.clear();
    for (const Lane lane : {Lane::Alert, Lane::Burn, Lane::Silence}) {
        for (const auto &stretch : IncidentSummary::stretches(record, lane))
            m_bars.append({stretch.from, stretch.to.isValid() ? stretch.to : m_to, stretch.severity, lane});
    }
    describe();
    updateGeometry();
    update();
}

void IncidentChart::setCursorTime(const QDateTime &time)
{
    if (time == m_cursor)
        return;
    m_cursor = time;
    update();
}

//! What the picture says, for whoever does not see it.
void IncidentChart::describe()
{
    QStringList sentences{tr("%1 entries from %2 to %3.")
                              .arg(Format::count(m_record.timeline.size()),
                                  QLocale().toString(m_from.toLocalTime(), QLocale::ShortFormat),
                                  QLocale().toString(m_to.toLocalTime(), QLocale::ShortFormat))};
    for (const auto &loss : IncidentSummary::losses(m_record)) {
        if (loss.worstBurn)
            sentences.append(tr("%1 burned at most %2 times as fast as it may.")
                                 .arg(loss.name, QLocale().toString(*loss.worstBurn, 'f', 1)));
    }
    setAccessibleDescription(sentences.join(u' '));
}

bool IncidentChart::showsPlots() const
{
    return m_part == Part::Figures || (m_part == Part::Both && hasFigures(m_record));
}

QSize IncidentChart::sizeHint() const
{
    double height = axisHeight + 4;
    if (m_part != Part::Figures)
        height += laneHeight * static_cast<double>(IncidentText::lanes().size());
    if (showsPlots())
        height += (plotGap + plotHeight()) * static_cast<double>(IncidentPlots::all().size());
    return {640, static_cast<int>(height)};
}

QSize IncidentChart::minimumSizeHint() const
{
    return {320, sizeHint().height()};
}

double IncidentChart::plotHeight() const
{
    return m_part == Part::Both ? smallPlot : largePlot;
}

QRectF IncidentChart::lanesArea() const
{
    const double height = m_part == Part::Figures ? 0 : laneHeight * static_cast<double>(IncidentText::lanes().size());
    return {gutter, 2, std::max(1.0, width() - gutter - rightMargin), height};
}

QRectF IncidentChart::plotArea(int number) const
{
    const QRectF lanes = lanesArea();
    return {lanes.left(), lanes.bottom() + number * (plotHeight() + plotGap) + plotGap, lanes.width(), plotHeight()};
}

double IncidentChart::xOf(const QDateTime &time) const
{
    const QRectF area = lanesArea();
    const auto span = static_cast<double>(std::max<qint64>(1, m_from.msecsTo(m_to)));
    return area.left() + std::clamp(static_cast<double>(m_from.msecsTo(time)) / span, 0.0, 1.0) * area.width();
}

QDateTime IncidentChart::timeAt(double x) const
{
    const QRectF area = lanesArea();
    const double share = std::clamp((x - area.left()) / area.width(), 0.0, 1.0);
    return m_from.addMSecs(static_cast<qint64>(share * static_cast<double>(m_from.msecsTo(m_to))));
}

QRectF IncidentChart::laneArea(Lane lane) const
{
    const QRectF all = lanesArea();
    const auto number = static_cast<double>(IncidentText::lanes().indexOf(lane));
    return {all.left(), all.top() + number * laneHeight, all.width(), laneHeight};
}

void IncidentChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintAll(painter);
    if (hasFocus()) {
        painter.setPen(QPen(Theme::of(palette()).accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void IncidentChart::paintAll(QPainter &painter) const
{
    if (!m_from.isValid() || !m_to.isValid())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    paintAxis(painter);
    if (m_part != Part::Figures) {
        paintLanes(painter);
        paintMarks(painter);
    }
    if (showsPlots()) {
        const IncidentPlots::Canvas canvas{painter, m_record, Theme::of(palette()), font(), gutter,
            [this](const QDateTime &time) { return xOf(time); }};
        int number = 0;
        for (const IncidentPlots::Plot &plot : IncidentPlots::all())
            IncidentPlots::paint(canvas, plot, plotArea(number++));
        IncidentPlots::paintLegend(canvas, plotArea(0));
    }
    if (m_cursor.isValid()) {
        painter.setPen(QPen(Theme::of(palette()).text, 1));
        const double x = xOf(m_cursor);
        painter.drawLine(QPointF(x, 0), QPointF(x, height() - axisHeight));
    }
}

void IncidentChart::paintAxis(QPainter &painter) const
{
    const Theme theme = Theme::of(palette());
    const QRectF area = lanesArea();
    const qint64 step = timeStep(m_from.msecsTo(m_to), area.width());
    const qint64 first = (m_from.toMSecsSinceEpoch() + step - 1) / step * step;
    const double bottom = height() - axisHeight;
    QList<QRectF> gridded;
    if (area.height() > 0)
        gridded.append(area);
    if (showsPlots()) {
        for (int number = 0; number < IncidentPlots::all().size(); ++number)
            gridded.append(plotArea(number));
    }
    painter.setFont(Typography::figures(font()));
    for (qint64 mark = first; mark <= m_to.toMSecsSinceEpoch(); mark += step) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(mark, Qt::UTC);
        const double x = xOf(time);
        painter.setPen(QPen(theme.line, 1));
        for (const QRectF &part : gridded)
            painter.drawLine(QPointF(x, part.top()), QPointF(x, part.bottom()));
        const QDateTime shown = m_zone == Zone::Utc ? time : time.toLocalTime();
        const QString format = step >= 86'400'000 ? u"MM-dd"_s : step >= 60'000 ? u"HH:mm"_s : u"HH:mm:ss"_s;
        painter.setPen(theme.muted);
        painter.drawText(QRectF(x - 40, bottom, 80, axisHeight), Qt::AlignCenter, QLocale::c().toString(shown, format));
    }
    if (m_zone == Zone::Utc)
        painter.drawText(QRectF(16, bottom, gutter - 24, axisHeight), Qt::AlignLeft | Qt::AlignVCenter, u"UTC"_s);
    painter.setFont(font());
}

void IncidentChart::paintLanes(QPainter &painter) const
{
    const Theme theme = Theme::of(palette());
    for (const Lane lane : IncidentText::lanes()) {
        const QRectF area = laneArea(lane);
        painter.setPen(QPen(theme.line, 1));
        painter.drawLine(QPointF(0, area.bottom()), area.bottomRight());
        painter.setPen(theme.muted);
        painter.drawText(QRectF(16, area.top(), gutter - 24, area.height()), Qt::AlignVCenter | Qt::AlignLeft,
            IncidentText::title(lane));
    }
    painter.setPen(Qt::NoPen);
    for (const Bar &bar : m_bars) {
        QColor color = theme.color(Sign::of(bar.severity).token);
        color.setAlphaF(0.3F);
        painter.setBrush(color);
        const QRectF lane = laneArea(bar.lane);
        const double left = xOf(bar.from);
        painter.drawRect(QRectF(left, lane.top() + 4, std::max(2.0, xOf(bar.to) - left), lane.height() - 8));
    }
}

void IncidentChart::paintMarks(QPainter &painter) const
{
    const Theme theme = Theme::of(palette());
    QHash<int, std::pair<double, Condition::Severity>> last; // what was drawn last in each lane, and where
    for (const TimelineEntry &entry : m_record.timeline) {
        const QRectF area = laneArea(entry.lane);
        const double x = xOf(entry.time);
        const auto before = last.constFind(static_cast<int>(entry.lane));
        if (before != last.cend() && x - before->first < 2 && entry.severity <= before->second)
            continue; // nobody would see it
        last.insert(static_cast<int>(entry.lane), {x, entry.severity});
        Sign sign = Sign::of(entry.severity);
        if (sign.shape == Shape::None)
            sign = {Shape::Dot, Token::Muted};
        sign.paint(painter, QRectF(x - signSize / 2, area.center().y() - signSize / 2, signSize, signSize), theme);
    }
}

QString IncidentChart::textAt(const QPointF &point) const
{
    constexpr double near = 7;
    constexpr qsizetype most = 6;
    QStringList lines;
    for (const TimelineEntry &entry : m_record.timeline) {
        const QRectF area = laneArea(entry.lane);
        if (m_part == Part::Figures || point.y() < area.top() || point.y() >= area.bottom()
            || std::abs(xOf(entry.time) - point.x()) > near)
            continue;
        if (lines.size() == most) {
            lines.append(tr("and more"));
            break;
        }
        const QString at = QLocale::c().toString(entry.time.toLocalTime(), u"HH:mm:ss"_s);
        lines.append(entry.who.isEmpty() ? tr("%1: %2").arg(at, entry.sentence)
                                         : tr("%1, %2: %3").arg(at, entry.who, entry.sentence));
    }
    return lines.join(u'\n');
}

bool IncidentChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString text = textAt(help->pos());
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), PlainText::tooltip(text), this);
    return true;
}

void IncidentChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_from.isValid())
        Q_EMIT cursorWanted(timeAt(event->position().x()));
    else
        QWidget::mousePressEvent(event);
}

void IncidentChart::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton) && m_from.isValid())
        Q_EMIT cursorWanted(timeAt(event->position().x()));
}

void IncidentChart::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Right:
        Q_EMIT stepForwardWanted();
        break;
    case Qt::Key_Left:
        Q_EMIT stepBackWanted();
        break;
    case Qt::Key_Home:
        Q_EMIT cursorWanted(m_from);
        break;
    case Qt::Key_End:
        Q_EMIT cursorWanted(m_to);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

QImage IncidentChart::rendered(
    const IncidentRecord &record, Part part, const QDateTime &from, const QDateTime &to, int width)
{
    constexpr int margin = 12;
    constexpr double scale = 2; // so that it is sharp where it is printed
    IncidentChart chart(part, nullptr);
    chart.m_zone = Zone::Utc;
    chart.setPalette(Theme::light().palette());
    chart.setRecord(record, from, to);
    const QSize size(width, chart.sizeHint().height());
    chart.resize(size);
    QImage image((size + QSize(2 * margin, 2 * margin)) * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Theme::light().surface);
    QPainter painter(&image);
    painter.translate(margin, margin);
    chart.paintAll(painter);
    painter.end();
    return image;
}
