// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/column.h"
#include "views/common/shapedtexts.h"
#include "views/common/theme.h"

#include <QStyledItemDelegate>

class TableViewModel;

//! Draws a cell: its ground (chosen or not, a hairline below, an outline for the current cell), and on it the value.
//! Cells of rows that are stale or unknown are muted, and the first cell of a row that is not live carries its sign.
//! This class shows texts and figures; others put other contents on it.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int padding = 8;

    CellDelegate(CellKind kind, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    //! The model's tooltip or else the text if it does not fit; always as plain text.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

    [[nodiscard]] static bool isFigure(CellKind kind);

protected:
    //! What a cell is drawn with.
    struct Ink
    {
        Theme theme;
        QColor text;
        QColor muted;
        bool faded = false; //!< the row is stale or unknown
    };

    [[nodiscard]] CellKind kind() const { return m_kind; }
    virtual void paintContent(QPainter &painter, const QRect &area, const QModelIndex &index, const Ink &ink) const;

private:
    CellKind m_kind;
    mutable ShapedTexts m_shapes;

    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme) const;
    void paintText(QPainter &painter, const QRect &area, const QString &text, const Ink &ink) const;
    void paintFigure(QPainter &painter, const QRect &area, const QString &text, const Ink &ink) const;
};
