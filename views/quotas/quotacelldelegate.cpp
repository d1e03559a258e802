// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quotas/quotacelldelegate.h"

#include "models/common/tablemodel.h"
#include "models/quotas/quotaboardmodel.h"
#include "views/quotas/quantityedit.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;
using Direction = QuotaBoardModel::Direction;

namespace {
constexpr int arrowWidth = 12;
constexpr int arrowGap = 4;
constexpr const char *filled = "filled"; // the person's hands are in it

QuotaLine::Unit unitOf(CellKind kind)
{
    if (kind == CellKind::UsageCores)
        return QuotaLine::Unit::Cores;
    return kind == CellKind::UsageBytes ? QuotaLine::Unit::Bytes : QuotaLine::Unit::Count;
}

//! Its shape says what its colour does: up, level, down.
void paintArrow(QPainter &painter, const QRectF &area, Direction direction, const QColor &color)
{
    const QPointF middle = area.center();
    const double rise = direction == Direction::Rising ? -4 : direction == Direction::Falling ? 4 : 0;
    const QPointF from(area.left() + 1, middle.y() - rise);
    const QPointF to(area.right() - 1, middle.y() + rise);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(from, to);
    const QLineF shaft(to, from);
    for (const double turn : {35.0, -35.0}) {
        QLineF barb = shaft;
        barb.setLength(4);
        barb.setAngle(shaft.angle() + turn);
        painter.drawLine(barb);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}
} // namespace

QuotaCellDelegate::QuotaCellDelegate(CellKind kind, Obstacle obstacle, QObject *parent)
    : UsageBarDelegate(kind, parent), m_kind(kind), m_obstacle(std::move(obstacle))
{
}

int QuotaCellDelegate::extraWidth() const
{
    return arrowWidth + arrowGap;
}

void QuotaCellDelegate::paintContent(
    QPainter &painter, const QRect &area, const QModelIndex &index, const Ink &ink) const
{
    const QRect bars = area.adjusted(0, 0, -extraWidth(), 0);
    UsageBarDelegate::paintContent(painter, bars, index, ink);
    const QVariant trend = index.data(QuotaBoardModel::TrendRole);
    const auto usage = index.data(TableModel::ValueRole).value<Usage>();
    const Direction direction
        = QuotaBoardModel::direction(trend.isValid() ? std::optional(trend.toDouble()) : std::nullopt, usage);
    if (direction == Direction::Unknown)
        return;
    const QRect arrow(bars.right() + 1 - padding + arrowGap, area.top(), arrowWidth, area.height());
    paintArrow(painter, arrow, direction, direction == Direction::Rising && !ink.faded ? ink.text : ink.muted);
}

QWidget *QuotaCellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QString obstacle = m_obstacle ? m_obstacle(index) : QString();
    if (!obstacle.isEmpty()) {
        Q_EMIT editRefused(obstacle);
        return nullptr;
    }
    auto *editor = new QuantityEdit(unitOf(m_kind), parent);
    editor->setObjectName(u"amountInCell"_s);
    editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    return editor;
}

//! Once: figures that arrive later do not touch what is being typed.
void QuotaCellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *field = qobject_cast<QuantityEdit *>(editor);
    if (!field || field->property(filled).toBool())
        return;
    field->setText(index.data(QuotaBoardModel::AmountRole).toString());
    field->selectAll();
    field->setProperty(filled, true);
}

void QuotaCellDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const
{
    const auto *field = qobject_cast<QuantityEdit *>(editor);
    if (field && field->isModified() && field->text().trimmed() != index.data(QuotaBoardModel::AmountRole).toString())
        Q_EMIT amountTyped(index.data(TableModel::KeyRole).toString(), index.column(), field->text().trimmed());
}

void QuotaCellDelegate::updateEditorGeometry(
    QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(0, 0, 0, -1));
}
