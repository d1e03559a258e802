// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/onboarding/tenantform.h"

#include <QHash>
#include <QWidget>

class ChangeRiver;
class ClusterListModel;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
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
    const ClusterListModel &m_clusters;
    const ChangeRiver &m_river;
    const TenantTemplates &m_templates;
    QHash<TenantForm::Field, QWidget *> m_fields; // before the fields, which are put into it when they are made
    QFormLayout *m_layout;
    QComboBox *m_cluster;
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

    [[nodiscard]] QLineEdit *addLine(
        TenantForm::Field field, const QString &title, const QString &name, const QString &placeholder);
    [[nodiscard]] QComboBox *addChoice(TenantForm::Field field, const QString &title, const QString &name);
    [[nodiscard]] QComboBox *addOwnerKind();
    [[nodiscard]] QLabel *addMeaning(const QString &name);
    void addRow(TenantForm::Field field, const QString &title, QWidget *widget, const QString &name);
    void fillClusters();
    void adoptTier();
    void showMeanings();
};
