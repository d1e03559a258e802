// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class ChangeRiver;
class QLabel;
class QPushButton;
class QTreeWidget;
struct UnfinishedChange;

//! Changes that were begun and have no end, as a crash leaves them: each can be looked at and gone on with.
class InterruptedDialog final : public QDialog
{
    Q_OBJECT

public:
    //! \a river must outlive this.
    InterruptedDialog(ChangeRiver &river, QWidget *parent);

private:
    ChangeRiver &m_river;
    QLabel *m_text;
    QTreeWidget *m_list;
    QPushButton *m_look;
    QPushButton *m_giveUp;
    QLabel *m_why;

    void setUpWidgets();
    void fill();
    void refresh();
    [[nodiscard]] const UnfinishedChange *current() const;
    void look();
    void giveUp();
};
