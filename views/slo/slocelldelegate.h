// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/celldelegate.h"

//! What is left of a budget: a bar that shortens, and the percentage beside it.
class SloBudgetDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    explicit SloBudgetDelegate(QObject *parent);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintContent(QPainter &painter, const QRect &area, const QModelIndex &index, const Ink &ink) const override;
};

//! The error ratio of the last hours as a line, lifted where there is nothing; each row has its own scale.
class SloTrendDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    explicit SloTrendDelegate(QObject *parent);

    //! The stretches to draw in \a area, without the gaps.
    [[nodiscard]] static QList<QPolygonF> lines(const QList<float> &trend, const QRectF &area);

protected:
    void paintContent(QPainter &painter, const QRect &area, const QModelIndex &index, const Ink &ink) const override;
};
