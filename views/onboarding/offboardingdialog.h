// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class ChangeForm;
class ChangeRiver;
class Offboarding;
class QLabel;
class QLineEdit;
class TenantStore;
struct Tenant;

//! "Offboard tenant…": what will go, the tenant's name to be typed, and then the preview. A window of its own that
//! blocks nothing.
class OffboardingDialog final : public QDialog
{
    Q_OBJECT

public:
    //! \a river and \a store must outlive this.
    OffboardingDialog(const Tenant &tenant, ChangeRiver &river, const TenantStore &store, QWidget *parent);

    [[nodiscard]] ChangeForm *change() const { return m_change; }

Q_SIGNALS:
    void messageShown(const QString &text);

private:
    QString m_tenant;
    Offboarding *m_offboarding;
    QLabel *m_content;
    QLineEdit *m_typed;
    ChangeForm *m_change;
    bool m_previewed = false;

    [[nodiscard]] QString problem() const;
    void refresh();
};
