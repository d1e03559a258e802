// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>
#include <QStringList>

class AlertStore;
class QLabel;
class SignWidget;

//! The loudest that there is: servers that alerts come from do not answer, or do not hear of the alert that always
//! fires, so that silence means nothing. Says which, what follows and what to do; nothing while all is well.
class AlertBanner final : public QFrame
{
    Q_OBJECT

public:
    static constexpr qsizetype mostServers = 3; //!< that are named one by one

    //! \a store must outlive this.
    AlertBanner(const AlertStore *store, QWidget *parent);

    //! What it says of all servers; empty: nothing is wrong. The first line is the worst.
    [[nodiscard]] static QStringList sentences(const AlertStore &store);
    [[nodiscard]] const QStringList &shown() const { return m_shown; }

Q_SIGNALS:
    //! It says something else.
    void said(const QStringList &sentences);

private:
    const AlertStore *m_store;
    SignWidget *m_sign;
    QLabel *m_title;
    QLabel *m_text;
    QStringList m_shown;

    void refresh();
};
