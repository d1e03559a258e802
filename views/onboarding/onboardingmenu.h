// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/onboarding/onboardingdialog.h"

#include <QMenu>

struct Tenant;

//! The menu "Tenants": makes one, and takes the chosen one away. Says why not where that cannot be.
class OnboardingMenu final : public QMenu
{
    Q_OBJECT

public:
    OnboardingMenu(const OnboardingDialog::Parts &parts, QWidget *parent);

    //! Which one the person looks at; empty: none.
    void setCurrent(const QString &tenantKey);
    void onboard();
    void offboard(const QString &tenantKey);
    //! Why this identity may not take \a tenant away; empty when it may, and while that is asked.
    [[nodiscard]] static QString whyNotOffboard(ChangeRiver &river, const Tenant &tenant);

Q_SIGNALS:
    void messageShown(const QString &text);

private:
    OnboardingDialog::Parts m_parts;
    QAction *m_new;
    QAction *m_offboard;
    QString m_current;

    void refresh();
};
