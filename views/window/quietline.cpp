// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/quietline.h"

#include "views/common/plaintext.h"
#include "views/common/sign.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

using namespace Qt::StringLiterals;

QuietLine::QuietLine(QWidget *parent)
    : QFrame(parent), m_message(PlainText::create({}, Typography::secondary(), QPalette::WindowText, this)),
      m_undo(createLink(u"quietUndo"_s, tr("Undo the last change"))),
      m_interrupted(createLink(u"quietInterrupted"_s, tr("Interrupted changes"))), m_sign(new SignWidget({}, 10, this)),
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
    layout->addWidget(m_undo);
    layout->addWidget(m_interrupted);
    layout->addSpacing(8);
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

QToolButton *QuietLine::createLink(const QString &name, const QString &meaning)
{
    auto *link = new QToolButton(this);
    link->setObjectName(name);
    link->setAccessibleName(meaning);
    link->setProperty("link", true);
    link->setCursor(Qt::PointingHandCursor);
    link->setFocusPolicy(Qt::TabFocus);
    link->setFont(Typography::secondary());
    link->hide();
    return link;
}

void QuietLine::setChangeActions(QAction *undo, QAction *interrupted)
{
    m_undo->setText(tr("Undo…"));
    const auto showUndo = [this, undo] {
        m_undo->setVisible(undo->isEnabled());
        m_undo->setToolTip(undo->toolTip());
    };
    connect(m_undo, &QToolButton::clicked, undo, &QAction::trigger);
    connect(undo, &QAction::changed, m_undo, showUndo);
    connect(m_interrupted, &QToolButton::clicked, interrupted, &QAction::trigger);
    connect(interrupted, &QAction::changed, m_interrupted, [this, interrupted] { showInterrupted(interrupted); });
    showUndo();
    showInterrupted(interrupted);
}

void QuietLine::showInterrupted(const QAction *action)
{
    const int count = action->data().toInt();
    const QString text = count == 1 ? tr("1 change was interrupted: look at it…")
                                    : tr("%1 changes were interrupted: look at them…").arg(QLocale().toString(count));
    m_interrupted->setText(text);
    m_interrupted->setAccessibleName(text);
    m_interrupted->setVisible(count > 0);
}
