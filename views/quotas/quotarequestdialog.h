// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quotas/quotaedit.h"

#include <QDialog>

class ChangeForm;
class ChangeRiver;
class QPlainTextEdit;
class QuantityEdit;
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

    //! \a tenantKey: TenantStore::keyOf(). \a wishes: what was typed already. References must outlive this.
    QuotaRequestDialog(Sources sources, const QString &tenantKey, const QList<QuotaWish> &wishes, QWidget *parent);

    [[nodiscard]] ChangeForm *form() const { return m_form; }

private:
    //! One key of one quota, and where its amount is typed.
    struct Line
    {
        QuotaWish wish; //!< without its amount
        QuantityEdit *amount = nullptr;
    };

    Sources m_sources;
    QString m_tenantKey;
    QList<Line> m_lines;
    QPlainTextEdit *m_reason;
    ChangeForm *m_form;

    [[nodiscard]] QWidget *createLines(const QList<QuotaWish> &typed);
    void setUpReason();
    [[nodiscard]] QList<QuotaWish> wishes() const;
    [[nodiscard]] QWidget *createButtons();
    void ask();
    void copyCommand();
};
