// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/changes/diffdelegate.h"

#include "models/changes/difflinemodel.h"
#include "views/common/plaintext.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace {
constexpr int padding = 8;
constexpr int numbersFrom = 640; // a narrower view has no room for numbers
constexpr int textFlags = static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine;
constexpr int numberFlags = static_cast<int>(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine;

QColor mixed(const QColor &ground, const QColor &color, double share)
{
    return QColor::fromRgbF(static_cast<float>(ground.redF() * (1 - share) + color.redF() * share),
        static_cast<float>(ground.greenF() * (1 - share) + color.greenF() * share),
        static_cast<float>(ground.blueF() * (1 - share) + color.blueF() * share));
}

//! How many characters two texts have in common at their beginnings.
qsizetype commonStart(QStringView one, QStringView other)
{
    const auto end = std::min(one.size(), other.size());
    qsizetype at = 0;
    while (at < end && one[at] == other[at])
        ++at;
    return at;
}

qsizetype commonEnd(QStringView one, QStringView other)
{
    const auto end = std::min(one.size(), other.size());
    qsizetype at = 0;
    while (at < end && one[one.size() - 1 - at] == other[other.size() - 1 - at])
        ++at;
    return at;
}
} // namespace

struct DiffDelegate::Side
{
    QString text;
    int number = 0; //!< 0: there is no such line
    int numberWidth = 0; //!< 0: numbers are not shown
    char16_t sign = u' ';
    QColor color; //!< of what happened; invalid: nothing did
    qsizetype from = 0; //!< what of the text differs
    qsizetype to = 0;
    bool chosen = false;
};

void DiffDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = Theme::of(option.palette);
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip);
    painter->setFont(option.font);
    if (chosen)
        painter->fillRect(option.rect, theme.selection);
    switch (static_cast<DiffLineModel::RowKind>(index.data(DiffLineModel::RowKindRole).toInt())) {
    case DiffLineModel::RowKind::Title:
        if (!chosen)
            painter->fillRect(option.rect, theme.raised);
        paintTitle(*painter, option.rect, index, theme);
        break;
    case DiffLineModel::RowKind::Fold:
        if (!chosen)
            painter->fillRect(option.rect, theme.background);
        paintFold(*painter, option.rect, index, theme);
        break;
    case DiffLineModel::RowKind::Line:
        paintLine(*painter, option, index, theme);
        break;
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(theme.accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

void DiffDelegate::paintTitle(QPainter &painter, const QRect &area, const QModelIndex &index, const Theme &theme) const
{
    const QRectF box(area.left() + padding, area.center().y() - 3, 8, 8);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.muted);
    if (index.data(DiffLineModel::OpenRole).toBool())
        painter.drawPolygon(QPolygonF({box.topLeft(), box.topRight(), {box.center().x(), box.bottom()}}));
    else
        painter.drawPolygon(QPolygonF({box.topLeft(), {box.right(), box.center().y()}, box.bottomLeft()}));
    painter.restore();
    painter.setPen(theme.text);
    painter.setFont(Typography::body());
    const QRect inner = area.adjusted(2 * padding + 8, 0, -padding, 0);
    painter.drawText(
        inner, textFlags, painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, inner.width()));
}

void DiffDelegate::paintFold(QPainter &painter, const QRect &area, const QModelIndex &index, const Theme &theme) const
{
    painter.setPen(theme.accent);
    painter.setFont(Typography::secondary());
    const QRect inner = area.adjusted(2 * padding + 8, 0, -padding, 0);
    painter.drawText(inner, textFlags, u"⋯ " + index.data().toString());
}

void DiffDelegate::paintLine(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const Theme &theme) const
{
    const auto kind = static_cast<DiffLine::Kind>(index.data(DiffLineModel::LineKindRole).toInt());
    const auto *model = qobject_cast<const DiffLineModel *>(index.model());
    const int highest = model ? model->highestNumber() : 0;
    Side left;
    left.text = index.data(DiffLineModel::LeftRole).toString();
    left.number = index.data(DiffLineModel::LeftNumberRole).toInt();
    left.chosen = option.state.testFlag(QStyle::State_Selected);
    Side right = left;
    right.text = index.data(DiffLineModel::RightRole).toString();
    right.number = index.data(DiffLineModel::RightNumberRole).toInt();
    if (option.rect.width() >= numbersFrom)
        left.numberWidth = right.numberWidth
            = option.fontMetrics.horizontalAdvance(QLocale().toString(std::max(highest, 99)));
    if (kind == DiffLine::Kind::Removed) {
        left.sign = u'-';
        left.color = theme.critical;
    } else if (kind == DiffLine::Kind::Added) {
        right.sign = u'+';
        right.color = theme.fine;
    } else if (kind == DiffLine::Kind::Changed) {
        left.sign = right.sign = u'~';
        left.color = right.color = theme.warning;
        left.from = right.from = commonStart(left.text, right.text);
        const qsizetype end
            = commonEnd(QStringView(left.text).sliced(left.from), QStringView(right.text).sliced(left.from));
        left.to = left.text.size() - end;
        right.to = right.text.size() - end;
    }
    const int middle = option.rect.left() + option.rect.width() / 2;
    paintSide(painter, QRect(option.rect.left(), option.rect.top(), middle - option.rect.left(), option.rect.height()),
        left, theme);
    paintSide(painter, QRect(middle + 1, option.rect.top(), option.rect.right() - middle, option.rect.height()), right,
        theme);
    painter.fillRect(QRect(middle, option.rect.top(), 1, option.rect.height()), theme.line);
}

void DiffDelegate::paintSide(QPainter &painter, const QRect &area, const Side &side, const Theme &theme) const
{
    if (side.number == 0 && side.text.isEmpty()) { // nothing stands here
        if (!side.chosen)
            painter.fillRect(area, theme.raised);
        return;
    }
    if (side.color.isValid() && !side.chosen)
        painter.fillRect(area, mixed(theme.surface, side.color, 0.10));
    const QFontMetrics metrics = painter.fontMetrics();
    int x = area.left() + padding;
    if (side.numberWidth > 0 && side.number > 0) {
        painter.setPen(theme.muted);
        painter.drawText(
            QRect(x, area.top(), side.numberWidth, area.height()), numberFlags, QLocale().toString(side.number));
    }
    x += side.numberWidth > 0 ? side.numberWidth + padding : 0;
    const int signWidth = metrics.horizontalAdvance(u'~') + padding / 2;
    if (side.color.isValid()) {
        painter.setPen(side.color);
        painter.drawText(QRect(x, area.top(), signWidth, area.height()), textFlags, QString(QChar(side.sign)));
    }
    x += signWidth;
    const QRect inner(x, area.top(), area.right() - padding / 2 - x, area.height());
    painter.save();
    painter.setClipRect(inner, Qt::IntersectClip);
    if (side.to > side.from) {
        const int from = metrics.horizontalAdvance(side.text.left(side.from));
        const int width = metrics.horizontalAdvance(side.text.sliced(side.from, side.to - side.from));
        painter.fillRect(
            QRect(x + from - 1, area.top() + 1, width + 2, area.height() - 2), mixed(theme.surface, side.color, 0.24));
    }
    painter.setPen(theme.text);
    painter.drawText(inner, textFlags, metrics.elidedText(side.text, Qt::ElideRight, inner.width()));
    painter.restore();
}

QSize DiffDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, std::max(option.fontMetrics.height() + 4, 20)};
}

bool DiffDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = index.data(Qt::ToolTipRole).toString();
    QToolTip::showText(event->globalPos(), PlainText::tooltip(text), view, option.rect);
    return !text.isEmpty();
}
