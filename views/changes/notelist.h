// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/changeformstate.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;
class SignWidget;

//! Sentences below each other, each with the sign of how bad it is.
class NoteList final : public QWidget
{
    Q_OBJECT

public:
    explicit NoteList(QWidget *parent);

    void setNotes(const QList<ChangeFormState::Note> &notes);

private:
    struct Row
    {
        QWidget *widget;
        SignWidget *sign;
        QLabel *text;
    };

    QVBoxLayout *m_layout;
    QList<Row> m_rows; //!< as many as were ever needed

    [[nodiscard]] Row createRow();
};
