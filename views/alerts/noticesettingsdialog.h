// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/noticepolicy.h"

#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QTimeEdit;

//! Which alerts the desktop tells of, and when it is quiet. Blocks nothing.
class NoticeSettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    //! \a problem: a sentence when the desktop shows no notices; empty when it does.
    NoticeSettingsDialog(const NoticeSettings &settings, const QString &problem, QWidget *parent);

    //! As chosen so far.
    [[nodiscard]] NoticeSettings settings() const;

Q_SIGNALS:
    void chosen(const NoticeSettings &settings);

private:
    QCheckBox *m_on;
    QComboBox *m_least;
    QCheckBox *m_sound;
    QCheckBox *m_quiet;
    QWidget *m_quietBox;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    QButtonGroup *m_days;
    QCheckBox *m_breaks;
    QLabel *m_sentence;

    [[nodiscard]] QCheckBox *createCheck(const QString &text, const QString &name, bool on);
    [[nodiscard]] QTimeEdit *createTime(const QString &name, const QString &title, QTime time);
    void setUpLeast(NoticeLevel least);
    [[nodiscard]] QWidget *createQuiet(const QuietHours &hours);
    [[nodiscard]] QWidget *createDays(const QList<int> &days);
    [[nodiscard]] QWidget *createButtons();
    void refresh();
};
