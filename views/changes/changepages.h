// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/changeformstate.h"

#include <QTabWidget>

class ConflictView;
class DiffView;
class EditResultView;
class QPlainTextEdit;

//! The sides of a change that a person can look at: its differences, what it does in words, what to type to do the same
//! by hand, its objects one by one, and what others changed.
class ChangePages final : public QTabWidget
{
    Q_OBJECT

public:
    explicit ChangePages(QWidget *parent);

    [[nodiscard]] ConflictView *conflict() const { return m_conflict; }

    //! What a preview found.
    void setPreview(const Change &change);
    void setResults(const Change &change, const QList<EditResult> &results, bool over);
    //! Brings the side to the front that belongs to \a state, when that has become another one.
    void show(const ChangeFormState &state);
    void clear();

private:
    DiffView *m_diff;
    QPlainTextEdit *m_words;
    QWidget *m_commandPage;
    QPlainTextEdit *m_command;
    EditResultView *m_objects;
    ConflictView *m_conflict;
    Change m_change; //!< as it was previewed
    bool m_worded = false;
    bool m_commanded = false;
    ChangeFormState::Page m_page = ChangeFormState::Page::Nothing;

    [[nodiscard]] QPlainTextEdit *createText(const QString &objectName, const QString &name);
    void setUpCommand();
    void nameCommand();
    void fillCurrent();
    [[nodiscard]] QWidget *widgetOf(ChangeFormState::Page page) const;
};
