// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/headlinefigure.h"

#include "models/common/format.h"
#include "views/common/plaintext.h"
#include "views/common/sign.h"

#include <QHBoxLayout>

HeadlineFigure::HeadlineFigure(const QString &name, const QString &caption, QWidget *parent)
    : QWidget(parent), m_sign(new SignWidget({}, 10, this)),
      m_figure(PlainText::create({}, Typography::figures(Typography::headline()), QPalette::Text, this)),
      m_caption(PlainText::create(caption, Typography::secondary(), QPalette::PlaceholderText, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_figure->setObjectName(name);
    layout->addWidget(m_sign);
    layout->addWidget(m_figure);
    layout->addWidget(m_caption);
}

void HeadlineFigure::setValue(int value, bool known, const Sign &signWhenAny)
{
    m_sign->setSign(value > 0 ? signWhenAny : Sign());
    m_sign->setVisible(value > 0 && signWhenAny.shape != Shape::None);
    m_figure->setText(known ? Format::count(value) : Format::unknown());
    m_figure->setFont(Typography::figures(known ? Typography::headline() : Typography::body()));
    m_figure->setForegroundRole(value > 0 ? QPalette::Text : QPalette::PlaceholderText);
    m_figure->setAccessibleName(m_caption->text());
    m_figure->setAccessibleDescription(m_figure->text());
}
