// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class SignWidget;
struct Sign;

//! One figure of a panel's headline: how many there are of something, with a shape when that needs a look.
class HeadlineFigure final : public QWidget
{
    Q_OBJECT

public:
    //! \a name is the object name of the figure itself.
    HeadlineFigure(const QString &name, const QString &caption, QWidget *parent);

    //! \a known: there is an answer to count; without one the figure is unknown, not zero.
    void setValue(int value, bool known, const Sign &signWhenAny);

private:
    SignWidget *m_sign;
    QLabel *m_figure;
    QLabel *m_caption;
};
