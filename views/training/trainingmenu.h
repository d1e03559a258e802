// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class Training;

//! The menu "Training": opens the sandbox, lists its incidents, ends the one that runs, and shows how the last one
//! went.
class TrainingMenu final : public QMenu
{
    Q_OBJECT

public:
    //! \a training must outlive this.
    TrainingMenu(Training *training, QWidget *parent);

    //! Opens the sandbox; disabled while it is there or starting.
    [[nodiscard]] QAction *openAction() const { return m_open; }

Q_SIGNALS:
    void sandboxRequested();

private:
    Training *m_training;
    QAction *m_open;
    QAction *m_separator;
    QAction *m_end;
    QAction *m_last;
    QList<QAction *> m_entries;

    void refresh();
    void addIncidents();
    void showBriefing(const QString &name);
    void showDebriefing();
};
