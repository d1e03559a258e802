// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/changeresult.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class ThreeWayModel;
struct ChangeFormState;

//! What somebody else did to the objects of a change, beside what the change wants; nothing is decided here by itself.
class ConflictView final : public QWidget
{
    Q_OBJECT

public:
    explicit ConflictView(QWidget *parent);

    void setResults(const QList<ObjectEdit> &edits, const QList<EditResult> &results);
    void show(const ChangeFormState &state);
    //! The other managers, as the person typed them.
    [[nodiscard]] QString typedManagers() const;

Q_SIGNALS:
    void typed();
    //! The fields that the others manage are to be taken over from them.
    void takeOverRequested();

private:
    ThreeWayModel *m_fields;
    QTableView *m_table;
    QWidget *m_takeOver;
    QLabel *m_takeOverText;
    QLineEdit *m_managers;
    QPushButton *m_takeOverButton;

    void setUpTable();
    void setUpTakeOver();
};
