// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/silence.h"
#include "models/alerts/silenceedit.h"

#include <QDialog>

class AlertStore;
class ChangeForm;
class ChangeRiver;
class QComboBox;
class QDateTimeEdit;

//! When a silence ends: later than it says, or now. Blocks nothing.
class SilenceEndDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Step : quint8 { Extend, Expire };
    struct Sources
    {
        AlertStore &store;
        ChangeRiver &river;
    };

    //! References must outlive this.
    SilenceEndDialog(Sources sources, Step step, const Silence &silence, QWidget *parent);

    [[nodiscard]] ChangeForm *form() const { return m_form; }

private:
    Sources m_sources;
    Step m_step;
    Silence m_silence;
    QComboBox *m_more;
    QDateTimeEdit *m_until;
    ChangeForm *m_form;

    void setUpEnd();
    [[nodiscard]] QWidget *createEnd();
    [[nodiscard]] QString explanation() const;
    [[nodiscard]] QDateTime end() const;
    void ask();
};
