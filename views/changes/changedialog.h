// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/undo.h"

#include <QDialog>

class ChangeForm;
class ChangeRiver;
class NoteList;
class QPushButton;
struct UnfinishedChange;

//! A change that has no editor, in a window of its own that blocks nothing.
class ChangeDialog final : public QDialog
{
    Q_OBJECT

public:
    //! \a river must outlive this. \a title says what it is about.
    ChangeDialog(ChangeRiver &river, const QString &title, QWidget *parent);

    //! Shows what \a change would do; see ChangeForm::setChange().
    static ChangeDialog *preview(
        ChangeRiver &river, const Change &change, const QString &action, const QString &title, QWidget *parent);
    //! Looks how the objects of \a done are now, says so when they have moved on, and shows what undoing it would do.
    static ChangeDialog *undo(ChangeRiver &river, const Change &done, QWidget *parent);
    //! What is left of a change that was interrupted.
    static ChangeDialog *resume(ChangeRiver &river, const UnfinishedChange &unfinished, QWidget *parent);

    [[nodiscard]] ChangeForm *form() const { return m_form; }

private:
    ChangeRiver &m_river;
    NoteList *m_notes;
    QPushButton *m_proceed;
    ChangeForm *m_form;
    Change m_waiting; //!< for the person to have read what others did

    void takeUndo(const Undo &undo, const Change &done);
    void proceed();
};
