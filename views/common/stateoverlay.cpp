// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/stateoverlay.h"

#include "views/common/plaintext.h"
#include "views/common/sign.h"

#include <QAbstractItemView>
#include <QAction>
#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
void makeReadable(QLabel *label, const QString &name)
{
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::StrongFocus);
    label->setFixedWidth(560);
}
} // namespace

StateOverlay::StateOverlay(QAbstractItemView *table)
    : QWidget(table), m_table(table), m_sign(new SignWidget({}, 20, this)),
      m_title(PlainText::create({}, Typography::headline(), QPalette::Text, this)),
      m_text(PlainText::create({}, Typography::body(), QPalette::PlaceholderText, this))
{
    setObjectName(u"stateOverlay"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    makeReadable(m_title, u"stateTitle"_s);
    makeReadable(m_text, u"stateText"_s);
    m_layout = new QVBoxLayout(this);
    m_layout->setSpacing(12);
    m_layout->addStretch(2);
    m_layout->addWidget(m_sign, 0, Qt::AlignHCenter);
    m_layout->addWidget(m_title, 0, Qt::AlignHCenter);
    m_layout->addWidget(m_text, 0, Qt::AlignHCenter);
    m_layout->addStretch(3);
    table->viewport()->installEventFilter(this);
    setState({.kind = PanelState::Kind::Ready, .title = {}, .text = {}, .freshness = {}});
}

void StateOverlay::setState(const PanelState &state)
{
    if (m_state == state)
        return;
    m_state = state;
    m_sign->setSign(Sign::of(state));
    m_title->setText(state.title);
    m_title->setAccessibleName(state.title);
    m_text->setText(state.text);
    m_text->setAccessibleName(state.text.isEmpty() ? state.title : state.text);
    m_text->setVisible(!state.text.isEmpty());
    setAccessibleName(state.title);
    setAccessibleDescription(state.text);
    setVisible(state.kind != PanelState::Kind::Ready);
    showOffer();
    cover();
}

void StateOverlay::setOffer(QAction *offer)
{
    m_offer = offer;
    if (!offer)
        return;
    m_offerButton = new QPushButton(offer->text(), this);
    m_offerButton->setObjectName(u"stateOffer"_s);
    m_layout->insertWidget(m_layout->count() - 1, m_offerButton, 0, Qt::AlignHCenter);
    connect(m_offerButton, &QPushButton::clicked, offer, &QAction::trigger);
    connect(offer, &QAction::changed, this, &StateOverlay::showOffer);
    showOffer();
}

void StateOverlay::showOffer()
{
    if (m_offerButton)
        m_offerButton->setVisible(m_offer->isEnabled() && m_state.kind == PanelState::Kind::Unconfigured);
}

bool StateOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::Show)
        cover();
    return QWidget::eventFilter(watched, event);
}

void StateOverlay::cover()
{
    setGeometry(m_table->viewport()->geometry());
    const int width = std::min(560, std::max(120, this->width() - 32));
    for (QLabel *label : {m_title, m_text}) {
        label->setFixedWidth(width);
        label->setMinimumHeight(0); // what was needed before would count as needed now
        label->setFixedHeight(std::max(0, label->heightForWidth(width))); // a layout guesses wrapped lines wrongly
    }
    raise();
}
