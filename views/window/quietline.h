// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;
class QLabel;
class QToolButton;
class SignWidget;
struct Sign;

//! The bottom line: what was done last, and how sure we are of what is shown.
class QuietLine final : public QFrame
{
    Q_OBJECT

public:
    explicit QuietLine(QWidget *parent);

    void showMessage(const QString &text);
    //! What stands behind the message, as links that are there while they can be followed. \a interrupted's data is how
    //! many changes that is about.
    void setChangeActions(QAction *undo, QAction *interrupted);
    void setSummary(const Sign &sign, const QString &text);

private:
    QLabel *m_message;
    QToolButton *m_undo;
    QToolButton *m_interrupted;
    SignWidget *m_sign;
    QLabel *m_summary;

    [[nodiscard]] QToolButton *createLink(const QString &name, const QString &meaning);
    void showInterrupted(const QAction *action);
};
