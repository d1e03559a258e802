// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class SignWidget;
struct Sign;

//! The bottom line: what was done last, and how sure we are of what is shown.
class QuietLine final : public QFrame
{
    Q_OBJECT

public:
    explicit QuietLine(QWidget *parent);

    void showMessage(const QString &text);
    void setSummary(const Sign &sign, const QString &text);

private:
    QLabel *m_message;
    SignWidget *m_sign;
    QLabel *m_summary;
};
