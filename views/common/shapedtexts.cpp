// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/shapedtexts.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <memory>

namespace {

//! Line breaks and the like, which a server's words may hold.
bool isPlain(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
    });
}

} // namespace

bool ShapedTexts::draw(QPainter &painter, const QRect &area, Qt::AlignmentFlag side, const QString &text)
{
    if (!isPlain(text))
        return false;
    const QStaticText &shape = shaped(painter, text);
    const QSizeF size = shape.size();
    const double spare = area.width() - std::ceil(size.width());
    if (spare < 0)
        return false;
    const double x = area.left() + (side == Qt::AlignRight ? spare : 0);
    const double y = area.top() + std::floor((area.height() - size.height()) / 2);
    painter.drawStaticText(QPointF(x, y), shape);
    return true;
}

int ShapedTexts::width(const QPainter &painter, const QString &text)
{
    return static_cast<int>(std::ceil(shaped(painter, text).size().width()));
}

const QStaticText &ShapedTexts::shaped(const QPainter &painter, const QString &text)
{
    if (painter.font() != m_font) {
        m_font = painter.font();
        m_texts.clear();
    }
    if (const QStaticText *known = m_texts.object(text))
        return *known;
    auto shape = std::make_unique<QStaticText>(text);
    shape->setTextFormat(Qt::PlainText);
    shape->prepare({}, m_font);
    const QStaticText &result = *shape;
    m_texts.insert(text, shape.release());
    return result;
}
