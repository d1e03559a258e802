// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class Playback;
class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

//! Plays an incident back: a step back, play or pause, a step on, how fast, and where one is.
class PlaybackBar final : public QWidget
{
    Q_OBJECT

public:
    //! \a playback must outlive this.
    PlaybackBar(Playback *playback, QWidget *parent);

private:
    Playback *m_playback;
    QToolButton *m_back;
    QToolButton *m_play;
    QToolButton *m_forward;
    QSlider *m_slider;
    QComboBox *m_speed;
    QLabel *m_time;

    [[nodiscard]] QToolButton *createButton(const QString &name, const QString &icon, const QString &text);
    void setUpSpeeds();
    void refresh();
    void seek(int permille);
};
