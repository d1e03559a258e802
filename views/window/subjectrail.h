// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QHash>

class QButtonGroup;
class QVBoxLayout;
class RailButton;

//! The narrow rail of subjects, each with the number of things in it that need a person.
class SubjectRail final : public QFrame
{
    Q_OBJECT

public:
    explicit SubjectRail(QWidget *parent);

    //! \a id is stable; \a what says after the count what needs a person ("tenants are at 90 % or more").
    void addSubject(const QString &id, const QString &title, const QString &icon);
    void setCurrent(const QString &id);
    //! \a meaning is the whole sentence for the tooltip and for screen readers.
    void setCount(const QString &id, int count, const QString &meaning);

Q_SIGNALS:
    void subjectChosen(const QString &id);

private:
    QVBoxLayout *m_layout;
    QButtonGroup *m_group;
    QHash<QString, RailButton *> m_buttons;
};
