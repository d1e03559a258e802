// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/theme.h"

#include <QStyledItemDelegate>

//! Draws a line of a DiffLineModel: before on the left, after on the right, each with its number and a sign that says
//! what happened to it, so that the colour need not.
class DiffDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    //! The whole line where it does not fit; always as plain text.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

private:
    struct Side;

    void paintTitle(QPainter &painter, const QRect &area, const QModelIndex &index, const Theme &theme) const;
    void paintFold(QPainter &painter, const QRect &area, const QModelIndex &index, const Theme &theme) const;
    void paintLine(
        QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const Theme &theme) const;
    void paintSide(QPainter &painter, const QRect &area, const Side &side, const Theme &theme) const;
};
