// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QStaticText>

class QPainter;
class QRect;

//! Draws texts of one line that come again and again: shaping one costs more than drawing it. Lives on the window's
//! thread.
class ShapedTexts
{
public:
    //! Draws \a text in the painter's font and pen at the left or right end of \a area, in the middle of its height;
    //! false, and nothing is drawn, when it does not fit or has to be treated with more care.
    [[nodiscard]] bool draw(QPainter &painter, const QRect &area, Qt::AlignmentFlag side, const QString &text);
    //! In pixels, in the painter's font.
    [[nodiscard]] int width(const QPainter &painter, const QString &text);

private:
    static constexpr int most = 160; //!< rows in sight, and some more

    QCache<QString, QStaticText> m_texts{most};
    QFont m_font;

    [[nodiscard]] const QStaticText &shaped(const QPainter &painter, const QString &text);
};
