// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/changes/editresultview.h"

#include "models/changes/editresultmodel.h"
#include "views/common/plaintext.h"
#include "views/common/sign.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace {
constexpr int padding = 8;
constexpr int signSize = 10;
constexpr int rowHeight = 24;
constexpr int flags = static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine;

class EditResultDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme theme = Theme::of(option.palette);
        const auto condition = index.data(EditResultModel::ConditionRole).value<Condition>();
        const QRect area = option.rect;
        painter->save();
        painter->setClipRect(area, Qt::IntersectClip);
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(area, theme.selection);
        painter->fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.line);
        Sign::of(condition.severity)
            .paint(*painter, QRect(area.left() + padding, area.top(), signSize, area.height()), theme);
        painter->setFont(Typography::body());
        const int left = area.left() + 2 * padding + signSize;
        const int room = area.right() - padding - left;
        const auto put = [&](int from, int width, const QString &text, const QColor &color, Qt::TextElideMode elide) {
            painter->setPen(color);
            painter->drawText(QRect(from, area.top(), width, area.height()), flags,
                painter->fontMetrics().elidedText(text, elide, width));
        };
        put(left, room * 2 / 5 - padding, index.data().toString(), theme.text, Qt::ElideMiddle);
        const int second = left + room * 2 / 5;
        const int wordWidth = painter->fontMetrics().horizontalAdvance(condition.word);
        put(second, left + room - second, condition.word, theme.text, Qt::ElideRight);
        const int third = second + wordWidth + 2 * padding;
        if (third < left + room)
            put(third, left + room - third, index.data(EditResultModel::SentenceRole).toString(), theme.muted,
                Qt::ElideRight);
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {120, rowHeight};
    }
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override
    {
        if (event->type() != QEvent::ToolTip)
            return QStyledItemDelegate::helpEvent(event, view, option, index);
        const QString text = index.data(Qt::ToolTipRole).toString();
        QToolTip::showText(event->globalPos(), PlainText::tooltip(text), view, option.rect);
        return !text.isEmpty();
    }
};
} // namespace

EditResultView::EditResultView(QWidget *parent) : QListView(parent), m_results(new EditResultModel(this))
{
    setObjectName(u"changeObjects"_s);
    setAccessibleName(tr("Objects of the change, and what became of each"));
    setModel(m_results);
    setItemDelegate(new EditResultDelegate(this));
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}
