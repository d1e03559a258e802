// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quotas/quotaedit.h"

#include <QDialog>

class ChangeForm;
class ChangeRiver;
class QPlainTextEdit;
class TenantStore;

//! Where who may not change a quota asks for it: what is wanted, why, and the request as the change that it is. Blocks
//! nothing.
class QuotaRequestDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Sources
    {
        ChangeRiver &river;
        TenantStore &store;
    };

    //! \a wishes are all about one tenant. References must outlive this.
    QuotaRequestDialog(Sources sources, const QList<QuotaWish> &wishes, QWidget *parent);

    [[nodiscard]] ChangeForm *form() const { return m_form; }

private:
    Sources m_sources;
    QList<QuotaWish> m_wishes;
    QPlainTextEdit *m_reason;
    ChangeForm *m_form;

    void setUpReason();
    [[nodiscard]] QWidget *createButtons();
    void ask();
    void copyCommand();
};
