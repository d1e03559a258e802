// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class SignWidget;
struct Freshness;
struct Tenant;

//! Who a tenant is and how sure we are of what we show of it.
class TenantFacts final : public QWidget
{
    Q_OBJECT

public:
    explicit TenantFacts(QWidget *parent);

    void setTenant(const Tenant &tenant);

private:
    QLabel *m_tier;
    QLabel *m_isolation;
    QLabel *m_owner;
    QLabel *m_costCentre;
    QLabel *m_namespaces;
    SignWidget *m_clusterSign;
    QLabel *m_clusterFreshness;
    SignWidget *m_usageSign;
    QLabel *m_usageFreshness;

    [[nodiscard]] QLabel *addFact(int row, int column, const QString &title, const QString &name);
    [[nodiscard]] QLabel *addFreshness(int row, SignWidget *sign, const QString &name);
};
