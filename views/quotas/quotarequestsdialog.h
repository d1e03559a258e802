// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class ChangeForm;
class ChangeRiver;
class QLabel;
class QPushButton;
class QLineEdit;
class QuotaRequestTableModel;
class TableView;
class TableViewModel;
class TenantStore;
struct QuotaRequest;

//! The inbox of requests for quotas: who may change them grants or declines. Blocks nothing.
class QuotaRequestsDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Sources
    {
        ChangeRiver &river;
        TenantStore &store;
        QuotaRequestTableModel &requests;
    };

    //! References must outlive this.
    QuotaRequestsDialog(Sources sources, QWidget *parent);

    [[nodiscard]] TableView *table() const { return m_table; }
    [[nodiscard]] ChangeForm *form() const { return m_form; }

private:
    Sources m_sources;
    TableViewModel *m_rows;
    TableView *m_table;
    QLabel *m_words;
    QLineEdit *m_why;
    QPushButton *m_grant;
    QPushButton *m_decline;
    ChangeForm *m_form;

    [[nodiscard]] QWidget *createAnswer();
    [[nodiscard]] const QuotaRequest *current() const;
    void showCurrent();
    void grant();
    void decline();
};
