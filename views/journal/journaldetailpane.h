// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/journalline.h"

#include <QFrame>

class DiffView;
class QLabel;
class QPushButton;

//! One line of the journal: what was changed, every stage with its hash, and the way back.
class JournalDetailPane final : public QFrame
{
    Q_OBJECT

public:
    explicit JournalDetailPane(QWidget *parent);

    //! Empty: nothing is chosen.
    void setHistory(const std::optional<JournalHistory> &history);
    [[nodiscard]] const std::optional<JournalHistory> &history() const { return m_history; }
    //! Whether anybody can undo changes here at all.
    void setUndoOffered(bool offered);

Q_SIGNALS:
    void closeRequested();
    //! Of a change of which titles and id are known.
    void undoRequested(const Change &done);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::optional<JournalHistory> m_history;
    QLabel *m_title;
    QLabel *m_facts;
    DiffView *m_difference;
    QPushButton *m_undo;
    QPushButton *m_copy;

    [[nodiscard]] QWidget *createHeader();
    [[nodiscard]] QWidget *createButtons();
    void refresh();
};
