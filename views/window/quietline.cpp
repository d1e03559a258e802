// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/quietline.h"

#include "views/common/plaintext.h"
#include "views/common/sign.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

QuietLine::QuietLine(QWidget *parent)
    : QFrame(parent), m_message(PlainText::create({}, Typography::secondary(), QPalette::WindowText, this)),
      m_sign(new SignWidget({}, 10, this)),
      m_summary(PlainText::create({}, Typography::secondary(), QPalette::PlaceholderText, this))
{
    setObjectName(u"quietLine"_s);
    setAccessibleName(tr("Last message and freshness"));
    setFixedHeight(28);
    m_message->setObjectName(u"message"_s);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_summary->setObjectName(u"summary"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 0);
    layout->setSpacing(8);
    layout->addWidget(m_message, 1);
    layout->addWidget(m_sign);
    layout->addWidget(m_summary);
}

void QuietLine::showMessage(const QString &text)
{
    m_message->setText(text);
    m_message->setAccessibleName(text);
    m_message->setToolTip(PlainText::tooltip(text));
}

void QuietLine::setSummary(const Sign &sign, const QString &text)
{
    m_sign->setSign(sign);
    m_summary->setText(text);
    m_summary->setAccessibleName(text);
}
