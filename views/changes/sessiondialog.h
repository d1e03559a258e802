// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class ChangeRiver;
class QLabel;
class QPushButton;
class QTreeWidget;

//! The changes of this run of the console, newest first, each to be undone.
class SessionDialog final : public QDialog
{
    Q_OBJECT

public:
    //! \a river must outlive this.
    SessionDialog(ChangeRiver &river, QWidget *parent);

private:
    ChangeRiver &m_river;
    QTreeWidget *m_list;
    QPushButton *m_undo;
    QLabel *m_why;

    void fill();
    void refresh();
    void undo();
};
