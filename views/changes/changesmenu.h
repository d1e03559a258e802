// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class ChangeRiver;

//! The menu "Changes": takes the last change back, and lists those of this session and those that were interrupted.
class ChangesMenu final : public QMenu
{
    Q_OBJECT

public:
    //! \a river must outlive this.
    ChangesMenu(ChangeRiver &river, QWidget *parent);

    //! Enabled while there is something to undo; its text does not say what, its tooltip does.
    [[nodiscard]] QAction *undoAction() const { return m_undo; }
    //! Enabled while a change is interrupted; its data says how many there are.
    [[nodiscard]] QAction *interruptedAction() const { return m_interrupted; }

Q_SIGNALS:
    void messageShown(const QString &text);

private:
    ChangeRiver &m_river;
    QAction *m_undo;
    QAction *m_interrupted;
    QAction *m_session;

    void refresh();
    void undoLast();
};
