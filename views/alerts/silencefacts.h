// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/silence.h"

#include <QWidget>

class QLabel;
class QToolButton;

//! One silence as plain text: what it matches, who made it and why, and when it ends.
class SilenceFacts final : public QWidget
{
    Q_OBJECT

public:
    explicit SilenceFacts(QWidget *parent);

    //! \a whyNoWrite: why nothing can be changed; empty when it can.
    void setSilence(const Silence &silence, const QString &whyNoWrite);

Q_SIGNALS:
    void extendRequested();
    void expireRequested();

private:
    QLabel *m_matchers;
    QLabel *m_state;
    QLabel *m_comment;
    QLabel *m_servers;
    QToolButton *m_extend;
    QToolButton *m_expire;

    [[nodiscard]] QLabel *createText(const QString &name, QFont font, QPalette::ColorRole role);
};

namespace SilenceWords {
//! Why a silence cannot be extended or ended; empty when it can. \a whyNoWrite: why nothing can be changed at all.
[[nodiscard]] QString whyNotExtend(const Silence &silence, const QString &whyNoWrite);
[[nodiscard]] QString whyNotExpire(const Silence &silence, const QString &whyNoWrite);
} // namespace SilenceWords
