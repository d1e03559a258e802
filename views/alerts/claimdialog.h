// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alert.h"
#include "models/alerts/silenceedit.h"

#include <QDialog>

class AlertStore;
class ChangeForm;
class ChangeRiver;
class QLineEdit;
class QPlainTextEdit;

//! Who looks after alerts: a person takes them, gives them to another, or lets them go, visible to everybody on the
//! same Alertmanager. Blocks nothing.
class ClaimDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Step : quint8 { Claim, HandOver, Release };
    struct Sources
    {
        AlertStore &store;
        ChangeRiver &river;
    };

    //! References must outlive this.
    ClaimDialog(Sources sources, Step step, const QList<Alert> &alerts, QWidget *parent);

    [[nodiscard]] ChangeForm *form() const { return m_form; }

private:
    Sources m_sources;
    Step m_step;
    QList<Alert> m_alerts;
    QLineEdit *m_to;
    QPlainTextEdit *m_note;
    ChangeForm *m_form;

    [[nodiscard]] QString question() const;
    [[nodiscard]] QString explanation() const;
    [[nodiscard]] QString action() const;
    [[nodiscard]] QWidget *createFields();
    void ask();
};
