// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>

class QHBoxLayout;

//! The head of a pane of details: what they are about, and on the right the button that closes the pane.
class DetailHeader final : public QFrame
{
    Q_OBJECT

public:
    //! \a closeName: the object name of the button.
    explicit DetailHeader(const QString &closeName, QWidget *parent);

    //! The title takes the room that the others leave, and is cut where it is longer than that.
    void addTitle(QLabel *title);
    //! From left to right, before the button.
    void addPart(QWidget *part);

Q_SIGNALS:
    void closeRequested();

private:
    QHBoxLayout *m_parts;
};
