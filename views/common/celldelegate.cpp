// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/celldelegate.h"

#include "models/common/tablemodel.h"
#include "views/common/plaintext.h"
#include "views/common/sign.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace {
constexpr int signSize = 8;

//! Where the unit begins in "768 MiB" and "40 %": at the last space, if what follows is no figure.
qsizetype unitStart(const QString &text)
{
    for (qsizetype i = text.size() - 1; i > 0; --i) {
        if (text.at(i).isDigit())
            return -1;
        if (text.at(i).isSpace())
            return i;
    }
    return -1;
}
} // namespace

CellDelegate::CellDelegate(CellKind kind, QObject *parent) : QStyledItemDelegate(parent), m_kind(kind)
{
}

bool CellDelegate::isFigure(CellKind kind)
{
    switch (kind) {
    case CellKind::Count:
    case CellKind::Cores:
    case CellKind::Bytes:
    case CellKind::Percent:
    case CellKind::Time:
    case CellKind::Deadline:
    case CellKind::Duration:
    case CellKind::Rate:
        return true;
    case CellKind::Text:
    case CellKind::UsageCores:
    case CellKind::UsageBytes:
    case CellKind::UsageCount:
    case CellKind::Freshness:
    case CellKind::Condition:
        break;
    }
    return false;
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = Theme::of(option.palette);
    const auto state = index.data(TableModel::FreshnessRole).value<Freshness>().state;
    const bool faded = state == Freshness::State::Stale || state == Freshness::State::Unknown;
    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip);
    paintGround(*painter, option, theme);
    painter->setFont(Typography::figures(option.font));
    const Ink ink{.theme = theme, .text = faded ? theme.muted : theme.text, .muted = theme.muted, .faded = faded};
    const QRect area = option.rect.adjusted(0, 0, 0, -1);
    // In the margin of the first column, which stays in sight when the freshness column does not.
    if (index.column() == 0 && state != Freshness::State::Live)
        Sign::of(state).paint(*painter, QRect(area.left() + 1, area.top(), padding - 2, area.height()), theme);
    paintContent(*painter, area, index, ink);
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    return {option.fontMetrics.horizontalAdvance(text) + 2 * padding, option.fontMetrics.height() + 4};
}

bool CellDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = index.data(Qt::ToolTipRole).toString();
    if (text.isEmpty() && sizeHint(option, index).width() > option.rect.width())
        text = index.data(Qt::DisplayRole).toString();
    QToolTip::showText(event->globalPos(), PlainText::tooltip(text), view, option.rect);
    return !text.isEmpty();
}

void CellDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme) const
{
    const QRect rect = option.rect;
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter.fillRect(rect, theme.selection);
        if (option.viewItemPosition == QStyleOptionViewItem::Beginning
            || option.viewItemPosition == QStyleOptionViewItem::OnlyOne)
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), theme.accent);
    }
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(theme.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(0, 0, -1, -2));
    }
}

void CellDelegate::paintContent(QPainter &painter, const QRect &area, const QModelIndex &index, const Ink &ink) const
{
    const QVariant value = index.data(TableModel::ValueRole);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QRect inner = area.adjusted(padding, 0, -padding, 0);
    Ink own = ink;
    const bool missing = !value.isValid() || value.typeId() == QMetaType::Nullptr
        || (m_kind == CellKind::Text && value.toString().isEmpty());
    if (missing)
        own.text = ink.muted;
    if (!isFigure(m_kind)) {
        paintText(painter, inner, text, own);
        return;
    }
    if (m_kind == CellKind::Percent && value.isValid()) {
        const Sign sign = Sign::ofPercent(value.toDouble());
        const int width = painter.fontMetrics().horizontalAdvance(text);
        const QRect slot(inner.right() - width - signSize - 5, inner.top(), signSize, inner.height());
        if (sign.shape != Shape::None && slot.left() >= inner.left())
            sign.paint(painter, slot, ink.theme);
    }
    paintFigure(painter, inner, text, own);
}

void CellDelegate::paintText(QPainter &painter, const QRect &area, const QString &text, const Ink &ink) const
{
    painter.setPen(ink.text);
    if (m_shapes.draw(painter, area, Qt::AlignLeft, text))
        return;
    painter.drawText(area, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
}

void CellDelegate::paintFigure(QPainter &painter, const QRect &area, const QString &text, const Ink &ink) const
{
    constexpr int flags = static_cast<int>(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine;
    const qsizetype unit = unitStart(text);
    if (unit < 0 || m_shapes.width(painter, text) > area.width()) {
        painter.setPen(ink.text);
        if (!m_shapes.draw(painter, area, Qt::AlignRight, text))
            painter.drawText(area, flags, painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
        return;
    }
    // A space at either end would count for nothing where it is not followed by anything.
    const QString unitText = text.mid(unit + 1);
    const int taken = m_shapes.width(painter, text) - m_shapes.width(painter, text.left(unit));
    const auto draw = [&](const QRect &part, const QString &words) {
        if (!m_shapes.draw(painter, part, Qt::AlignRight, words))
            painter.drawText(part, flags, words);
    };
    painter.setPen(ink.muted);
    draw(area, unitText);
    painter.setPen(ink.text);
    draw(area.adjusted(0, 0, -taken, 0), text.left(unit));
}
