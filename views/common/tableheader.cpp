// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/tableheader.h"

#include "models/common/tablemodel.h"
#include "views/common/celldelegate.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace {
constexpr int arrowSize = 7;

void paintArrow(QPainter &painter, const QRectF &box, Qt::SortOrder order, const QColor &color)
{
    const double top = box.center().y() - 2;
    const double bottom = box.center().y() + 2.5;
    const bool up = order == Qt::AscendingOrder;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF(
        {{box.left(), up ? bottom : top}, {box.right(), up ? bottom : top}, {box.center().x(), up ? top : bottom}}));
}
} // namespace

TableHeader::TableHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setSortIndicatorShown(true);
    setMinimumSectionSize(40);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QHeaderView::sectionResized, this, [this] {
        if (m_pressed)
            Q_EMIT widthChosen();
    });
}

void TableHeader::mousePressEvent(QMouseEvent *event)
{
    m_pressed = true;
    QHeaderView::mousePressEvent(event);
}

void TableHeader::mouseReleaseEvent(QMouseEvent *event)
{
    QHeaderView::mouseReleaseEvent(event);
    m_pressed = false;
}

QSize TableHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), 28};
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme theme = Theme::of(palette());
    const bool sorts = isSortIndicatorShown() && sortIndicatorSection() == section;
    const auto kind = static_cast<CellKind>(model()->headerData(section, orientation(), TableModel::KindRole).toInt());
    const bool toTheRight = CellDelegate::isFigure(kind);
    QRect text = rect.adjusted(CellDelegate::padding, 0, -CellDelegate::padding, -1);
    painter->save();
    painter->fillRect(rect, theme.background);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line);
    painter->setFont(Typography::secondary());
    const QString title = model()->headerData(section, orientation()).toString();
    const QString shown = painter->fontMetrics().elidedText(title, Qt::ElideRight, text.width());
    painter->setPen(sorts ? theme.text : theme.muted);
    painter->drawText(text,
        static_cast<int>((toTheRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
    if (sorts) {
        const int width = painter->fontMetrics().horizontalAdvance(shown);
        const int x = toTheRight ? text.right() - width - arrowSize - 2 : text.left() + width + 4;
        paintArrow(*painter, QRectF(x, text.top(), arrowSize, text.height()), sortIndicatorOrder(), theme.accent);
    }
    painter->restore();
}

void TableHeader::paintEvent(QPaintEvent *event)
{
    {
        // The part behind the last column.
        QPainter painter(viewport());
        const Theme theme = Theme::of(palette());
        painter.fillRect(viewport()->rect(), theme.background);
        painter.fillRect(QRect(0, viewport()->height() - 1, viewport()->width(), 1), theme.line);
    }
    QHeaderView::paintEvent(event);
}

bool TableHeader::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QHeaderView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int section = logicalIndexAt(help->pos());
    if (section < 0)
        return false;
    QString text = model()->headerData(section, orientation()).toString();
    const QString more = model()->headerData(section, orientation(), Qt::ToolTipRole).toString();
    if (!more.isEmpty() && more != text)
        text += u'\n' + more;
    QToolTip::showText(help->globalPos(), PlainText::tooltip(text), this);
    return true;
}
