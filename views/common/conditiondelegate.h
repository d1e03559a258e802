// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/celldelegate.h"

//! Draws a Condition: its shape, then its word.
class ConditionDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    explicit ConditionDelegate(QObject *parent);

protected:
    void paintContent(QPainter &painter, const QRect &area, const QModelIndex &index, const Ink &ink) const override;
};
