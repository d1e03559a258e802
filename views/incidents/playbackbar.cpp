// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/incidents/playbackbar.h"

#include "models/incidents/playback.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {
constexpr int steps = 1000; // of the slider
} // namespace

PlaybackBar::PlaybackBar(Playback *playback, QWidget *parent)
    : QWidget(parent), m_playback(playback),
      m_back(createButton(u"stepBack"_s, u"step-back"_s, tr("Back to the entry before"))),
      m_play(createButton(u"playIncident"_s, u"play"_s, tr("Play"))),
      m_forward(createButton(u"stepForward"_s, u"step-forward"_s, tr("On to the next entry"))),
      m_slider(new QSlider(Qt::Horizontal, this)), m_speed(new QComboBox(this)),
      m_time(PlainText::create({}, Typography::figures(font()), QPalette::Text, this))
{
    setObjectName(u"playbackBar"_s);
    setAccessibleName(tr("Playback"));
    m_slider->setObjectName(u"playbackSlider"_s);
    m_slider->setAccessibleName(tr("Moment that is shown"));
    m_slider->setRange(0, steps);
    m_slider->setPageStep(steps / 10);
    m_time->setObjectName(u"playbackTime"_s);
    m_time->setMinimumWidth(m_time->fontMetrics().horizontalAdvance(u"00:00:00"_s) + 8);
    setUpSpeeds();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 16, 4);
    layout->setSpacing(8);
    layout->addWidget(m_back);
    layout->addWidget(m_play);
    layout->addWidget(m_forward);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_time);
    layout->addWidget(m_speed);
    connect(m_back, &QToolButton::clicked, m_playback, &Playback::stepBack);
    connect(m_forward, &QToolButton::clicked, m_playback, &Playback::stepForward);
    connect(m_play, &QToolButton::clicked, this, [this] {
        if (m_playback->isPlaying())
            m_playback->pause();
        else
            m_playback->play();
    });
    connect(m_slider, &QSlider::valueChanged, this, &PlaybackBar::seek);
    connect(m_playback, &Playback::cursorMoved, this, &PlaybackBar::refresh);
    connect(m_playback, &Playback::rangeChanged, this, &PlaybackBar::refresh);
    connect(m_playback, &Playback::playingChanged, this, &PlaybackBar::refresh);
    refresh();
}

QToolButton *PlaybackBar::createButton(const QString &name, const QString &icon, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(Icon::tinted(icon));
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void PlaybackBar::setUpSpeeds()
{
    m_speed->setObjectName(u"playbackSpeed"_s);
    m_speed->setAccessibleName(tr("How fast it is played"));
    const QList<int> speeds = Playback::speeds();
    for (const int speed : speeds)
        m_speed->addItem(tr("%1 times as fast").arg(QLocale().toString(speed)), speed);
    m_speed->setItemText(0, tr("as it happened"));
    m_speed->setCurrentIndex(static_cast<int>(speeds.indexOf(m_playback->speed())));
    connect(m_speed, &QComboBox::currentIndexChanged, this,
        [this] { m_playback->setSpeed(m_speed->currentData().toInt()); });
}

void PlaybackBar::refresh()
{
    const bool known = m_playback->from().isValid() && m_playback->from() < m_playback->to();
    for (QWidget *part : {static_cast<QWidget *>(m_back), static_cast<QWidget *>(m_play),
             static_cast<QWidget *>(m_forward), static_cast<QWidget *>(m_slider)})
        part->setEnabled(known);
    const bool playing = m_playback->isPlaying();
    m_play->setIcon(Icon::tinted(playing ? u"pause"_s : u"play"_s));
    m_play->setAccessibleName(playing ? tr("Pause") : tr("Play"));
    m_play->setToolTip(m_play->accessibleName());
    m_time->setText(m_playback->cursor().isValid()
            ? QLocale::c().toString(m_playback->cursor().toLocalTime(), u"HH:mm:ss"_s)
            : QString());
    if (!known)
        return;
    const auto span = static_cast<double>(m_playback->from().msecsTo(m_playback->to()));
    const auto passed = static_cast<double>(m_playback->from().msecsTo(m_playback->cursor()));
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(static_cast<int>(passed / span * steps));
}

void PlaybackBar::seek(int permille)
{
    const qint64 span = m_playback->from().msecsTo(m_playback->to());
    m_playback->pause();
    m_playback->setCursor(m_playback->from().addMSecs(span * permille / steps));
}
