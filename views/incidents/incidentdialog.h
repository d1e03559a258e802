// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incidents/incident.h"

#include <QDialog>

class IncidentStore;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

//! Starts an incident: what it is called, what it begins from, and the first note. Deletes itself when it is closed.
class IncidentDialog final : public QDialog
{
    Q_OBJECT

public:
    //! \a store must outlive this. \a what: what it begins from, a line each, for people; may be empty.
    IncidentDialog(IncidentStore &store, const IncidentStart &start, const QStringList &what, QWidget *parent);

Q_SIGNALS:
    void started(const QString &id);

private:
    IncidentStore &m_store;
    IncidentStart m_start;
    QLineEdit *m_title;
    QPlainTextEdit *m_note;
    QPushButton *m_begin;

    [[nodiscard]] QWidget *createButtons();
    void begin();
};
