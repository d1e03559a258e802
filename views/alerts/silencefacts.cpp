// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alerts/silencefacts.h"

#include "models/common/format.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
bool isOver(const Silence &silence)
{
    return silence.state.id == "expired"_L1;
}

void enable(QToolButton *button, const QString &whyNot)
{
    button->setEnabled(whyNot.isEmpty());
    button->setToolTip(PlainText::tooltip(whyNot.isEmpty() ? button->text() : whyNot));
}
} // namespace

QString SilenceWords::whyNotExtend(const Silence &silence, const QString &whyNoWrite)
{
    if (!whyNoWrite.isEmpty())
        return whyNoWrite;
    return silence.claimOf.isEmpty() ? QString() : SilenceFacts::tr("This is a claim: claim the alert again instead.");
}

QString SilenceWords::whyNotExpire(const Silence &silence, const QString &whyNoWrite)
{
    if (!whyNoWrite.isEmpty())
        return whyNoWrite;
    return isOver(silence) ? SilenceFacts::tr("It has ended already.") : QString();
}

SilenceFacts::SilenceFacts(QWidget *parent)
    : QWidget(parent), m_matchers(createText(u"silenceText"_s, Typography::body(), QPalette::Text)),
      m_state(createText(u"silenceState"_s, Typography::body(), QPalette::PlaceholderText)),
      m_comment(createText(u"silenceReason"_s, Typography::body(), QPalette::Text)),
      m_servers(createText(u"silenceServers"_s, Typography::secondary(), QPalette::PlaceholderText)),
      m_extend(new QToolButton(this)), m_expire(new QToolButton(this))
{
    setObjectName(u"silenceFacts"_s);
    auto buttons = std::make_unique<QHBoxLayout>();
    buttons->setSpacing(4);
    for (const auto &[button, name, text] : {std::tuple(m_extend, u"extendSilence"_s, tr("Extend…")),
             std::tuple(m_expire, u"expireSilence"_s, tr("End now…"))}) {
        button->setObjectName(name);
        button->setText(text);
        button->setAccessibleName(text);
        button->setFocusPolicy(Qt::StrongFocus);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    for (QLabel *label : {m_matchers, m_state, m_comment, m_servers})
        layout->addWidget(label);
    layout->addLayout(buttons.release());
    connect(m_extend, &QToolButton::clicked, this, &SilenceFacts::extendRequested);
    connect(m_expire, &QToolButton::clicked, this, &SilenceFacts::expireRequested);
}

QLabel *SilenceFacts::createText(const QString &name, QFont font, QPalette::ColorRole role)
{
    QLabel *label = PlainText::create({}, font, role, this);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

void SilenceFacts::setSilence(const Silence &silence, const QString &whyNoWrite)
{
    m_matchers->setText(SilenceText::text(silence.matchers));
    m_matchers->setToolTip(PlainText::tooltip(m_matchers->text()));
    const QString end = QLocale().toString(silence.endsAt.toLocalTime(), QLocale::ShortFormat);
    const QString when = isOver(silence) ? tr("ended %1").arg(end) : tr("until %1").arg(end);
    m_state->setText(tr("%1, by %2, %3", "state, person and time").arg(silence.state.word, silence.createdBy, when));
    m_comment->setText(silence.comment.isEmpty() ? tr("Nobody wrote down why.") : silence.comment);
    m_servers->setText(tr("On %1").arg(silence.servers.join(u", "_s)));
    enable(m_extend, SilenceWords::whyNotExtend(silence, whyNoWrite));
    enable(m_expire, SilenceWords::whyNotExpire(silence, whyNoWrite));
}
