// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/conditiondelegate.h"

#include "models/common/tablemodel.h"
#include "views/common/sign.h"

#include <QPainter>

namespace {
constexpr int signSize = 10;
}

ConditionDelegate::ConditionDelegate(QObject *parent) : CellDelegate(CellKind::Condition, parent)
{
}

void ConditionDelegate::paintContent(
    QPainter &painter, const QRect &area, const QModelIndex &index, const Ink &ink) const
{
    const QVariant value = index.data(TableModel::ValueRole);
    const Sign sign = value.isValid() ? Sign::of(value.value<Condition>().severity) : Sign{Shape::Ring, Token::Unknown};
    sign.paint(painter, QRect(area.left() + padding, area.top(), signSize, area.height()), ink.theme);
    const QRect text = area.adjusted(padding + signSize + 6, 0, -padding, 0);
    painter.setPen(ink.text);
    painter.drawText(text, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, text.width()));
}
