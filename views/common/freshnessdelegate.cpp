// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/freshnessdelegate.h"

#include "models/common/tablemodel.h"
#include "views/common/plaintext.h"
#include "views/common/sign.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace {
constexpr int signSize = 10;
constexpr int hatchWidth = 12;
} // namespace

FreshnessDelegate::FreshnessDelegate(QObject *parent) : CellDelegate(CellKind::Freshness, parent)
{
}

bool FreshnessDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QVariant value = index.data(TableModel::ValueRole);
    if (event->type() != QEvent::ToolTip || !value.canConvert<Freshness>())
        return CellDelegate::helpEvent(event, view, option, index);
    QString text = index.data(Qt::ToolTipRole).toString();
    if (text.isEmpty())
        text = FreshnessText::sentence(value.value<Freshness>());
    QToolTip::showText(event->globalPos(), PlainText::tooltip(text), view, option.rect);
    return true;
}

void FreshnessDelegate::paintContent(
    QPainter &painter, const QRect &area, const QModelIndex &index, const Ink &ink) const
{
    const auto freshness = index.data(TableModel::ValueRole).value<Freshness>();
    QRect text = area.adjusted(padding + signSize + 6, 0, -padding, 0);
    if (freshness.state == Freshness::State::Stale) {
        // Beside the words, not under them: a hatch behind text is hard to read.
        const QRect hatch(area.right() - hatchWidth + 1, area.top(), hatchWidth, area.height());
        Sign::paintHatch(painter, hatch, ink.theme.unknown);
        text.setRight(hatch.left() - 4);
    }
    Sign::of(freshness.state)
        .paint(painter, QRect(area.left() + padding, area.top(), signSize, area.height()), ink.theme);
    painter.setPen(ink.text);
    painter.drawText(text, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(FreshnessText::brief(freshness), Qt::ElideRight, text.width()));
}
