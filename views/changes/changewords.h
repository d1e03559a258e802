// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
struct ChangeFormState;

//! What a person writes and types to make a change: the reason, the ticket, and the name of a production cluster.
class ChangeWords final : public QWidget
{
    Q_OBJECT

public:
    explicit ChangeWords(QWidget *parent);

    void show(const ChangeFormState &state);
    [[nodiscard]] QString reason() const;
    [[nodiscard]] QString ticket() const;
    [[nodiscard]] QString typedName() const;
    //! What the change brings along; what the person has typed stays.
    void propose(const QString &reason, const QString &ticket);
    //! A name that was typed is for what was previewed then.
    void forgetName();

Q_SIGNALS:
    void worded();
    void nameTyped();

private:
    QLabel *m_reasonLabel;
    QLineEdit *m_reason;
    QLabel *m_ticketLabel;
    QLineEdit *m_ticket;
    QWidget *m_nameRow;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    bool m_touched = false;
};
