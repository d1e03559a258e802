// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/celldelegate.h"

//! How sure we are of a row: shape and words, with a hatch over the cell of what is stale.
class FreshnessDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    explicit FreshnessDelegate(QObject *parent);

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

protected:
    void paintContent(QPainter &painter, const QRect &area, const QModelIndex &index, const Ink &ink) const override;
};
