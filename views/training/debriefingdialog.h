// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/training/debriefing.h"

#include <QDialog>

class QLabel;
class QTreeWidget;

//! How an incident went: how long it took, what happened when and what the operator did, and what it cost. Can be
//! saved as Markdown.
class DebriefingDialog final : public QDialog
{
    Q_OBJECT

public:
    DebriefingDialog(Debriefing debriefing, QWidget *parent);

    //! False, and a sentence in the dialog, when the file cannot be written.
    bool save(const QString &fileName);

private:
    Debriefing m_debriefing;
    QLabel *m_note;

    [[nodiscard]] QLabel *createText(const QString &text, const QFont &font, const QString &name);
    [[nodiscard]] QTreeWidget *createTimeline();
    [[nodiscard]] QWidget *createButtons();
    void chooseFile();
};
