// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connections/connection.h"

#include <QFrame>

class QLabel;
class QPushButton;
class SignWidget;

//! All that is known of one connection, and what can be done about it. A button that would do nothing says why.
class ConnectionDetailPane final : public QFrame
{
    Q_OBJECT

public:
    explicit ConnectionDetailPane(QWidget *parent);

    //! Empty: nothing is chosen.
    void setConnection(const std::optional<Connection> &connection);
    [[nodiscard]] const std::optional<Connection> &connection() const { return m_connection; }

Q_SIGNALS:
    void closeRequested();
    void reconnectRequested(const QString &key);
    void loginRequested(const QString &key);
    void breakerResetRequested(const QString &key);
    void loginPageRequested(const QUrl &url);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::optional<Connection> m_connection;
    SignWidget *m_sign;
    QLabel *m_title;
    QLabel *m_condition;
    QLabel *m_details;
    QFrame *m_login;
    QLabel *m_loginText;
    QLabel *m_loginCode;
    QPushButton *m_reconnect;
    QPushButton *m_logIn;
    QPushButton *m_resetBreaker;

    [[nodiscard]] QWidget *createHeader();
    [[nodiscard]] QWidget *createButtons();
    void setUpLogin();
    void refresh();
    void refreshLogin();
};
