// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/changes/changeform.h"

#include "models/changes/plainline.h"
#include "views/changes/changepages.h"
#include "views/changes/changewords.h"
#include "views/changes/notelist.h"
#include "views/common/plaintext.h"
#include "views/common/sign.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int longestAction = 160;
constexpr int narrow = 600;
constexpr int buttonFrame = 32;
constexpr int signHeight = 18; // a line of text
} // namespace

QPushButton *ChangeForm::createButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    return button;
}

void ChangeForm::setUpWidgets()
{
    m_headline->setObjectName(u"changeHeadline"_s);
    m_headline->setWordWrap(true);
    m_impact->setObjectName(u"changeImpactBrief"_s);
    m_impact->setWordWrap(true);
    m_whyNot->setObjectName(u"changeWhyNot"_s);
    m_whyNot->setWordWrap(true);
    m_confirm->setMinimumWidth(120);
    auto *top = new QWidget(this);
    auto *head = new QHBoxLayout(top);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(8);
    m_sign->setFixedHeight(signHeight);
    head->addWidget(m_sign, 0, Qt::AlignTop);
    head->addWidget(m_headline, 1);
    auto *row = new QWidget(this);
    auto *buttons = new QHBoxLayout(row);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(8);
    buttons->addWidget(m_confirm);
    buttons->addWidget(m_again);
    buttons->addWidget(m_undo);
    m_bottom->setContentsMargins(0, 0, 0, 0);
    m_bottom->setSpacing(8);
    m_bottom->addWidget(row);
    m_bottom->addWidget(m_whyNot, 1);
    m_bottom->addWidget(m_giveUp, 0, Qt::AlignRight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(top);
    layout->addWidget(m_notes);
    layout->addWidget(m_impact);
    layout->addWidget(m_pages, 100);
    layout->addWidget(m_words);
    layout->addWidget(m_bottomRow);
    layout->addStretch(1); // for when there are no pages
}

void ChangeForm::showState()
{
    m_sign->setSign(Sign::of(m_state.headline.severity));
    m_headline->setText(m_state.headline.sentence);
    m_headline->setAccessibleName(m_state.headline.sentence);
    m_notes->setNotes(m_state.notes);
    m_pages->show(m_state);
    m_words->show(m_state);
    m_impact->setVisible(m_state.page == ChangeFormState::Page::Preview && !m_impact->text().isEmpty());
    const QString button = plainLine(m_state.button, longestAction);
    fitButton();
    m_confirm->setAccessibleName(button);
    m_confirm->setAccessibleDescription(m_state.whyNot);
    m_confirm->setEnabled(m_state.canConfirm);
    m_confirm->setToolTip(PlainText::tooltip(m_state.canConfirm ? button : m_state.whyNot));
    m_confirm->setVisible(!m_state.offersUndo && m_state.page != ChangeFormState::Page::Conflict);
    // Where the headline says why, it need not be said twice.
    m_whyNot->setText(m_state.whyNot == m_state.headline.sentence ? QString() : m_state.whyNot);
    m_again->setText(PlainText::label(m_state.again));
    m_again->setAccessibleName(m_state.again);
    m_again->setVisible(!m_state.again.isEmpty());
    m_undo->setVisible(m_state.offersUndo);
    m_giveUp->setText(m_state.giveUp);
    m_giveUp->setAccessibleName(m_state.giveUp);
    m_giveUp->setVisible(!m_state.giveUp.isEmpty());
}

//! A pane of details is narrow: there the reason stands below the button, and a long text of it is cut.
void ChangeForm::fitButton()
{
    const QString button = plainLine(m_state.button, longestAction);
    const int room = width() - buttonFrame;
    m_confirm->setText(PlainText::label(m_confirm->fontMetrics().elidedText(button, Qt::ElideRight, room)));
    m_bottom->setDirection(width() < narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void ChangeForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitButton();
}
