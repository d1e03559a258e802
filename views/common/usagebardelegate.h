// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/usage.h"
#include "views/common/celldelegate.h"

//! A resource in one mark: the track is the limit, the band on it what is reserved, the thin bar in the
//! band what is really used; then a
//! shape when it is nearly or wholly full, the percentage, and the amounts.
class UsageBarDelegate : public CellDelegate
{
    Q_OBJECT

public:
    //! Where the parts go; an empty rectangle is left out. They never touch each other.
    struct Layout
    {
        QRect bar;
        QRect sign;
        QRect percent;
        QRect amounts;
    };

    UsageBarDelegate(CellKind kind, QObject *parent);

    //! Leaves room for amounts of this kind, where cells of one column differ in kind.
    void reserveFor(CellKind widest) { m_widest = widest; }
    [[nodiscard]] CellKind widest() const { return m_widest; }
    //! What a derived one draws beside the mark needs so many pixels more.
    [[nodiscard]] virtual int extraWidth() const { return 0; }

    //! \a area is the cell; the same for every row of a column, so that the marks line up.
    [[nodiscard]] static Layout layout(const QRect &area, CellKind kind, const QFont &font);
    //! Enough for bar, shape and percentage.
    [[nodiscard]] static int leastWidth(const QFont &font);
    //! Enough for all parts.
    [[nodiscard]] static int comfortableWidth(CellKind kind, const QFont &font);
    //! What is reserved is drawn in a lighter shade of the colour that what is really used has.
    [[nodiscard]] static QColor band(const QColor &color, const Theme &theme);
    //! How far along a track of \a width pixels \a value stands, within the track; 0 when either is unknown.
    [[nodiscard]] static int extent(std::optional<double> value, std::optional<double> limit, int width);

protected:
    void paintContent(QPainter &painter, const QRect &area, const QModelIndex &index, const Ink &ink) const override;

private:
    CellKind m_widest;

    void paintBar(QPainter &painter, const QRect &bar, const Usage &usage, const Ink &ink) const;
    void paintFigures(QPainter &painter, const Layout &layout, const Usage &usage, CellKind kind, const Ink &ink) const;
    void paintWords(QPainter &painter, const QRect &area, const Layout &layout, const Usage &usage,
        const QString &words, const Ink &ink) const;
};
