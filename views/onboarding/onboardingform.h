// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/onboarding/tenantform.h"
#include "views/common/formrows.h"

#include <QWidget>

class ChangeRiver;
class ClusterChoice;
class ClusterListModel;
class QLabel;
class TenantTemplates;

//! The fields of a new tenant. The tier fills in the figures and the level of isolation, which may be changed then.
class OnboardingForm final : public QWidget
{
    Q_OBJECT

public:
    //! All must outlive this.
    OnboardingForm(
        const ClusterListModel &clusters, const ChangeRiver &river, const TenantTemplates &templates, QWidget *parent);

    [[nodiscard]] TenantForm form() const;
    //! Marks the fields that are wrong, and says why in their tooltips.
    void setMistakes(const QList<TenantForm::Mistake> &mistakes);

Q_SIGNALS:
    //! form() is another.
    void edited();

private:
    const TenantTemplates &m_templates;
    FormRows<TenantForm::Field> m_rows; // before the fields, which it makes
    ClusterChoice *m_cluster;
    QLineEdit *m_name;
    QComboBox *m_tier;
    QLabel *m_tierMeaning;
    QComboBox *m_isolation;
    QLabel *m_isolationMeaning;
    QLineEdit *m_owner;
    QComboBox *m_ownerKind;
    QLineEdit *m_costCentre;
    QLineEdit *m_compliance;
    QLineEdit *m_workloads;
    QLineEdit *m_cpu;
    QLineEdit *m_memory;
    QLineEdit *m_storage;
    QLineEdit *m_requests;
    QLineEdit *m_seconds;

    [[nodiscard]] QComboBox *addOwnerKind();
    [[nodiscard]] QLabel *addMeaning(const QString &name);
    void adoptTier();
    void showMeanings();
};
