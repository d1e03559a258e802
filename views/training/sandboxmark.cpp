// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/training/sandboxmark.h"

#include "views/common/plaintext.h"
#include "views/common/sign.h"
#include "views/common/theme.h"

#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

SandboxMark::SandboxMark(QWidget *parent) : QFrame(parent)
{
    setObjectName(u"sandboxMark"_s);
    setAccessibleName(tr("Sandbox: no real clusters"));
    setToolTip(PlainText::tooltip(
        tr("These clusters exist on this computer alone, for training. Nothing here is production.")));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(stripes + 8, 4, 12, 4);
    QLabel *words
        = PlainText::create(tr("SANDBOX\nno real clusters"), Typography::secondary(), QPalette::WindowText, this);
    words->setObjectName(u"sandboxWords"_s);
    layout->addWidget(words);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SandboxMark::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    const QRectF left(0.5, 0.5, stripes, height() - 1);
    painter.setClipRect(left);
    Sign::paintHatch(painter, left, theme.warning);
    painter.setClipping(false);
    painter.setPen(QPen(theme.warning, 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.drawLine(QPointF(stripes + 0.5, 0), QPointF(stripes + 0.5, height()));
}
