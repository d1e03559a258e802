// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/forecastchart.h"

#include "models/common/format.h"
#include "views/charts/chartscale.h"
#include "views/common/theme.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {
constexpr int labelWidth = 56;
constexpr int labelGap = 6;
constexpr int timeHeight = 20;
constexpr int rightMargin = 16;
constexpr int topMargin = 16; // room for the words at the walls
constexpr qint64 day = 24 * 3600;
//! Longer than that without a sample is a gap.
constexpr qint64 gap = 2 * QuotaForecast::step + 1;
constexpr int mostDates = 6;

QString date(qint64 time)
{
    const QLocale locale;
    QString format = locale.dateFormat(QLocale::ShortFormat);
    for (const QString &year : {u"yyyy"_s, u"yy"_s, u"y"_s})
        format.remove(year);
    while (!format.isEmpty() && !format.back().isLetter() && format.back() != u'.')
        format.chop(1);
    while (!format.isEmpty() && !format.front().isLetter())
        format.remove(0, 1);
    return locale.toString(QDateTime::fromSecsSinceEpoch(time).date(), format);
}

QString exactTime(qint64 time)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(time), QLocale::ShortFormat);
}
} // namespace

ForecastChart::ForecastChart(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"forecastChart"_s);
    setAccessibleName(tr("Forecast of the quota"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QString ForecastChart::summary(const Course &course)
{
    if (course.forecast.band.isEmpty())
        return tr("There is not enough history for a forecast: it takes three days.");
    if (!course.hard)
        return tr("There is no limit to reach.");
    const auto &forecast = course.forecast;
    const QString until = exactTime(forecast.band.constLast().time);
    if (!forecast.wall50)
        return tr("The limit is not likely reached before %1, if it goes on as it did.").arg(until);
    if (!forecast.wall90)
        return tr("The limit is as likely reached as not by %1, if it goes on as it did.")
            .arg(exactTime(*forecast.wall50));
    return tr("The limit is as likely reached as not by %1, and in nine of ten cases by %2, if it goes on as it did.")
        .arg(exactTime(*forecast.wall50), exactTime(*forecast.wall90));
}

void ForecastChart::setCourse(const Course &course)
{
    m_course = course;
    const auto &history = course.history;
    const auto &band = course.forecast.band;
    m_from = !history.isEmpty() ? history.constFirst().time : band.isEmpty() ? 0 : band.constFirst().time;
    m_to = !band.isEmpty() ? band.constLast().time : history.isEmpty() ? day : history.constLast().time;
    m_to = std::max(m_to, m_from + 1);
    double most = course.hard.value_or(0);
    for (const UsedSample &sample : history)
        most = std::max(most, sample.used);
    for (const QuotaForecast::Point &point : band)
        most = std::max(most, std::min(point.high, course.hard ? 1.5 * *course.hard : point.high));
    m_marks = ChartScale::marks(most, course.kind);
    setAccessibleDescription(summary(course));
    update();
}

QRectF ForecastChart::plot() const
{
    return QRectF(rect()).adjusted(labelWidth + labelGap, topMargin, -rightMargin, -timeHeight);
}

QPointF ForecastChart::at(qint64 time, double value) const
{
    const QRectF area = plot();
    const double most = m_marks.isEmpty() || m_marks.constLast() <= 0 ? 1 : m_marks.constLast() * 1.04;
    const double x = static_cast<double>(time - m_from) / static_cast<double>(m_to - m_from);
    return {area.left() + x * area.width(), area.bottom() - std::clamp(value / most, 0.0, 1.0) * area.height()};
}

void ForecastChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Typography::figures(Typography::secondary()));
    const Theme theme = Theme::of(palette());
    paintAxes(painter, theme);
    painter.setClipRect(plot().adjusted(0, -topMargin, rightMargin, 1));
    paintBand(painter, theme);
    paintHistory(painter, theme);
    paintLimit(painter, theme);
}

void ForecastChart::paintAxes(QPainter &painter, const Theme &theme) const
{
    const QRectF area = plot();
    for (const double mark : m_marks) {
        const double y = at(m_from, mark).y();
        painter.setPen(QPen(theme.line, 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(theme.muted);
        const QString text = mark == 0 ? u"0"_s : Format::amount(mark, m_course.kind);
        painter.drawText(QRectF(0, y - 10, labelWidth, 20), Qt::AlignRight | Qt::AlignVCenter, text);
    }
    const qint64 days = std::max<qint64>(1, (m_to - m_from) / day);
    const qint64 every = (days + mostDates - 1) / mostDates * day;
    // Dates begin with the day of whoever looks.
    const QDate first = QDateTime::fromSecsSinceEpoch(m_from).date().addDays(1);
    for (qint64 time = first.startOfDay().toSecsSinceEpoch(); time <= m_to; time += every) {
        const double x = at(time, 0).x();
        painter.setPen(QPen(theme.line, 1));
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 3));
        painter.setPen(theme.muted);
        painter.drawText(QRectF(x - 30, area.bottom() + 3, 60, timeHeight - 3), Qt::AlignCenter, date(time));
    }
}

void ForecastChart::paintBand(QPainter &painter, const Theme &theme) const
{
    const auto &band = m_course.forecast.band;
    if (band.isEmpty())
        return;
    QPolygonF outline;
    QPolygonF middle;
    for (const QuotaForecast::Point &point : band) {
        outline.append(at(point.time, point.high));
        middle.append(at(point.time, point.middle));
    }
    for (auto point = band.crbegin(); point != band.crend(); ++point)
        outline.append(at(point->time, point->low));
    QColor shade = theme.accent;
    shade.setAlphaF(0.22F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shade);
    painter.drawPolygon(outline);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.accent, 1.5, Qt::DotLine));
    painter.drawPolyline(middle);
    const double now = at(band.constFirst().time, 0).x();
    painter.setPen(QPen(theme.muted, 1));
    painter.drawLine(QPointF(now, plot().top()), QPointF(now, plot().bottom()));
}

void ForecastChart::paintHistory(QPainter &painter, const Theme &theme) const
{
    painter.setPen(QPen(theme.accent, 1.75));
    QPolygonF line;
    qint64 last = 0;
    for (const UsedSample &sample : m_course.history) {
        if (!line.isEmpty() && sample.time - last > gap) {
            painter.drawPolyline(line);
            line.clear();
        }
        line.append(at(sample.time, sample.used));
        last = sample.time;
    }
    painter.drawPolyline(line);
}

void ForecastChart::paintLimit(QPainter &painter, const Theme &theme) const
{
    if (!m_course.hard)
        return;
    const double y = at(m_from, *m_course.hard).y();
    painter.setPen(QPen(theme.critical, 1.5, Qt::DashLine));
    painter.drawLine(QPointF(plot().left(), y), QPointF(plot().right(), y));
    painter.setPen(theme.critical);
    painter.drawText(QRectF(plot().left() + 4, y - 15, 200, 14), Qt::AlignLeft | Qt::AlignBottom,
        tr("limit %1").arg(Format::amount(*m_course.hard, m_course.kind)));
    const std::array walls{
        std::pair(m_course.forecast.wall50, tr("50 %")), std::pair(m_course.forecast.wall90, tr("90 %"))};
    for (const auto &[time, words] : walls) {
        if (!time || *time > m_to)
            continue;
        const QPointF point = at(*time, *m_course.hard);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.critical);
        painter.drawPolygon(
            QPolygonF{point + QPointF(0, -4), point + QPointF(4, 0), point + QPointF(0, 4), point + QPointF(-4, 0)});
        painter.setBrush(Qt::NoBrush);
        painter.setPen(theme.text);
        painter.drawText(QRectF(point.x() - 24, point.y() - 19, 48, 14), Qt::AlignCenter, words);
    }
}
