// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/railbutton.h"

#include "views/common/theme.h"

#include <QLocale>
#include <QPainter>

RailButton::RailButton(QWidget *parent) : QToolButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void RailButton::setCount(int count)
{
    m_count = count;
    update();
}

void RailButton::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(theme.accent) : QPen(Qt::NoPen));
    painter.setBrush(isChecked() || underMouse() ? QBrush(theme.raised) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (isChecked())
        painter.fillRect(QRect(0, 12, 3, height() - 24), theme.accent);
    icon().paint(&painter, QRect((width() - 20) / 2, 10, 20, 20));
    painter.setFont(Typography::secondary());
    painter.setPen(isChecked() ? theme.text : theme.muted);
    painter.drawText(QRect(0, 34, width(), 16), Qt::AlignCenter, text());
    if (m_count > 0)
        paintCount(painter);
}

void RailButton::paintCount(QPainter &painter) const
{
    const Theme theme = Theme::of(palette());
    const QString text = m_count > 999 ? tr("999+") : QLocale().toString(m_count);
    const int textWidth = std::max(16, painter.fontMetrics().horizontalAdvance(text) + 8);
    const QRect pill(width() - textWidth - 2, 3, textWidth, 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.warning);
    painter.drawRoundedRect(pill, 8, 8);
    painter.setPen(theme.background);
    painter.drawText(pill, Qt::AlignCenter, text);
}
