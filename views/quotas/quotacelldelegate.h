// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/usagebardelegate.h"

#include <functional>

//! A quota in a cell: the bar of used and limit, and an arrow for where it is going. Its limit can be typed in place,
//! which changes nothing by itself: amountTyped() says what the person wants.
class QuotaCellDelegate final : public UsageBarDelegate
{
    Q_OBJECT

public:
    //! Why the cell may not be edited: a sentence, or empty when it may.
    using Obstacle = std::function<QString(const QModelIndex &)>;

    QuotaCellDelegate(CellKind kind, Obstacle obstacle, QObject *parent);

    [[nodiscard]] int extraWidth() const override;
    [[nodiscard]] QWidget *createEditor(
        QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(
        QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

Q_SIGNALS:
    //! \a key is the row's; it is what the person typed, whatever it is.
    void amountTyped(const QString &key, int column, const QString &text) const;
    void editRefused(const QString &sentence) const;

protected:
    void paintContent(QPainter &painter, const QRect &area, const QModelIndex &index, const Ink &ink) const override;

private:
    CellKind m_kind;
    Obstacle m_obstacle;
};
