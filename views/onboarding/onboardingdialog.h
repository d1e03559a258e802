// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/onboarding/tenantform.h"

#include <QDialog>

#include <optional>

class ChangeForm;
class ChangeRiver;
class ClusterListModel;
class OnboardingForm;
class QLabel;
class TenantStore;
class TenantTemplates;

//! "New tenant…": the form, and beside it the preview of all that it will make. A window of its own that blocks
//! nothing.
class OnboardingDialog final : public QDialog
{
    Q_OBJECT

public:
    //! What it works with; all must outlive it.
    struct Parts
    {
        const ClusterListModel &clusters;
        ChangeRiver &river;
        const TenantStore &store;
        const TenantTemplates &templates;
        TenantKeys keys;
    };

    OnboardingDialog(const Parts &parts, QWidget *parent);

    [[nodiscard]] OnboardingForm *form() const { return m_form; }
    [[nodiscard]] ChangeForm *change() const { return m_change; }

Q_SIGNALS:
    void messageShown(const QString &text);

private:
    Parts m_parts;
    OnboardingForm *m_form;
    QLabel *m_notes;
    ChangeForm *m_change;
    std::optional<TenantForm> m_shown; // what the preview is about
    QString m_refusal; // of the right to do it

    void refresh();
    [[nodiscard]] QString refusal(const QString &clusterId);
};
