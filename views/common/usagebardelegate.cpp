// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/usagebardelegate.h"

#include "models/common/format.h"
#include "models/common/tablemodel.h"
#include "views/common/sign.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr int gap = 8;
constexpr int signSize = 8;
constexpr int barHeight = 10;
constexpr int usedHeight = 4;
constexpr int leastBar = 32;
constexpr int mostBar = 120;
constexpr int right = static_cast<int>(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine;

QFont amountFont(const QFont &font)
{
    QFont small = font;
    small.setPixelSize(Typography::secondarySize);
    return small;
}

//! The widest that amounts usually get. Fixed for a column, or the bars would not line up.
int amountsWidth(CellKind kind, const QFont &font)
{
    const QFontMetrics metrics(amountFont(font));
    return metrics.horizontalAdvance(kind == CellKind::UsageBytes ? u"88.8 / 88.8 GiB"_s : u"88.8 / 88"_s) + 2;
}

int percentWidth(const QFont &font)
{
    return QFontMetrics(font).horizontalAdvance(u"888 %"_s) + 2;
}

//! "0.75 / 2 GiB": both in the unit of the limit, rounded to what a glance takes in.
QString bytesText(double reserved, double limit)
{
    const QString shownLimit = Format::bytes(limit);
    double unit = 1;
    while (limit / unit >= 1024)
        unit *= 1024;
    const QString sameUnit = Format::cores(limit / unit) + u' ';
    if (!shownLimit.startsWith(sameUnit))
        return QCoreApplication::translate("UsageBar", "%1 / %2").arg(Format::bytes(reserved), shownLimit);
    const QString shown = Format::cores(std::round(reserved / unit * 100) / 100);
    return QCoreApplication::translate("UsageBar", "%1 / %2").arg(shown, shownLimit);
}

QString amountsText(const Usage &usage, CellKind kind)
{
    const double reserved = usage.reserved.value_or(0);
    const double limit = usage.limit.value_or(0);
    const QString text = kind == CellKind::UsageBytes
        ? bytesText(reserved, limit)
        : QCoreApplication::translate("UsageBar", "%1 / %2")
              .arg(Format::amount(reserved, kind), Format::amount(limit, kind));
    return usage.partlyUnlimited ? QCoreApplication::translate("UsageBar", "%1+").arg(text) : text;
}

QColor barColor(std::optional<double> percent, const Theme &theme, bool faded)
{
    const Sign sign = Sign::ofPercent(percent);
    if (sign.shape != Shape::None)
        return theme.color(sign.token);
    return faded ? theme.unknown : theme.accent;
}
} // namespace

UsageBarDelegate::UsageBarDelegate(CellKind kind, QObject *parent) : CellDelegate(kind, parent)
{
}

UsageBarDelegate::Layout UsageBarDelegate::layout(const QRect &area, CellKind kind, const QFont &font)
{
    const QRect inner = area.adjusted(padding, 0, -padding, 0);
    const int figures = signSize + 4 + percentWidth(font);
    const int amounts = amountsWidth(kind, font);
    const bool roomForAmounts = inner.width() >= leastBar + gap + figures + gap + amounts;
    const int besidesBar = gap + figures + (roomForAmounts ? gap + amounts : 0);
    int bar = std::min(mostBar, inner.width() - besidesBar);
    if (bar < leastBar)
        bar = 0;
    Layout result;
    int x = inner.left();
    if (bar > 0) {
        result.bar = QRect(x, inner.center().y() - barHeight / 2 + 1, bar, barHeight);
        x += bar + gap;
    }
    if (inner.width() >= figures) {
        result.sign = QRect(x, inner.top(), signSize, inner.height());
        x += signSize + 4;
    }
    result.percent = QRect(x, inner.top(), std::min(percentWidth(font), inner.right() + 1 - x), inner.height());
    x += result.percent.width() + gap;
    if (roomForAmounts)
        result.amounts = QRect(x, inner.top(), inner.right() + 1 - x, inner.height());
    return result;
}

int UsageBarDelegate::leastWidth(const QFont &font)
{
    return 2 * padding + 40 + gap + signSize + 4 + percentWidth(font);
}

int UsageBarDelegate::comfortableWidth(CellKind kind, const QFont &font)
{
    return 2 * padding + 40 + gap + signSize + 4 + percentWidth(font) + gap + amountsWidth(kind, font);
}

int UsageBarDelegate::extent(std::optional<double> value, std::optional<double> limit, int width)
{
    if (!value || !limit || *value <= 0)
        return 0;
    if (*limit <= 0)
        return width;
    return static_cast<int>(std::clamp(*value / *limit, 0.0, 1.0) * width + 0.5);
}

void UsageBarDelegate::paintContent(
    QPainter &painter, const QRect &area, const QModelIndex &index, const Ink &ink) const
{
    const QVariant value = index.data(TableModel::ValueRole);
    const Layout parts = layout(area, m_widest, painter.font());
    const Usage usage = value.value<Usage>();
    const auto cellKind = static_cast<CellKind>(index.data(TableModel::KindRole).toInt());
    if (!usage.percent()) {
        paintWords(painter, area, parts, usage, Format::value(value, cellKind), ink);
        return;
    }
    if (!parts.bar.isEmpty())
        paintBar(painter, parts.bar, usage, ink);
    paintFigures(painter, parts, usage, cellKind, ink);
}

void UsageBarDelegate::paintBar(QPainter &painter, const QRect &bar, const Usage &usage, const Ink &ink) const
{
    painter.fillRect(bar, ink.theme.line);
    const QColor color = barColor(usage.percent(), ink.theme, ink.faded);
    const int reserved = extent(usage.reserved, usage.limit, bar.width());
    painter.fillRect(QRect(bar.topLeft(), QSize(reserved, bar.height())), band(color, ink.theme));
    // Where what is used is old or the row is, the thin bar is muted, too.
    const int used = extent(usage.used, usage.limit, bar.width());
    const QRect inner(bar.left(), bar.top() + (bar.height() - usedHeight) / 2, used, usedHeight);
    painter.fillRect(inner, usage.usedStale ? ink.theme.unknown : color);
}

QColor UsageBarDelegate::band(const QColor &color, const Theme &theme)
{
    constexpr double share = 0.45;
    const auto mix = [](float a, float b) { return static_cast<float>(a * share + b * (1 - share)); };
    return QColor::fromRgbF(mix(color.redF(), theme.surface.redF()), mix(color.greenF(), theme.surface.greenF()),
        mix(color.blueF(), theme.surface.blueF()));
}

void UsageBarDelegate::paintFigures(
    QPainter &painter, const Layout &layout, const Usage &usage, CellKind kind, const Ink &ink) const
{
    const Sign sign = Sign::ofPercent(usage.percent());
    if (sign.shape != Shape::None && !layout.sign.isEmpty())
        sign.paint(painter, layout.sign, ink.theme);
    painter.setPen(sign.shape == Shape::None || ink.faded ? ink.text : ink.theme.color(sign.token));
    const bool boundless = *usage.percent() > 999;
    const QString percent
        = boundless ? QCoreApplication::translate("UsageBar", ">999 %") : Format::percent(*usage.percent());
    painter.drawText(
        layout.percent, right, painter.fontMetrics().elidedText(percent, Qt::ElideRight, layout.percent.width()));
    if (layout.amounts.isEmpty())
        return;
    painter.setFont(amountFont(painter.font()));
    painter.setPen(ink.muted);
    const QString text = amountsText(usage, kind);
    painter.drawText(
        layout.amounts, right, painter.fontMetrics().elidedText(text, Qt::ElideRight, layout.amounts.width()));
}

//! Without a percentage there is no bar. A dotted line says that there is no end to fill up to, where there is room.
void UsageBarDelegate::paintWords(QPainter &painter, const QRect &area, const Layout &layout, const Usage &usage,
    const QString &words, const Ink &ink) const
{
    QRect room = layout.percent.united(layout.sign).united(layout.amounts);
    if (painter.fontMetrics().horizontalAdvance(words) > room.width()) {
        room = area.adjusted(padding, 0, -padding, 0);
    } else if (usage.unlimited && !layout.bar.isEmpty()) {
        painter.setPen(QPen(ink.theme.line, 2, Qt::DotLine));
        painter.drawLine(layout.bar.left(), layout.bar.center().y(), layout.bar.right(), layout.bar.center().y());
    }
    painter.setPen(ink.muted);
    painter.drawText(room, right, painter.fontMetrics().elidedText(words, Qt::ElideRight, room.width()));
}
