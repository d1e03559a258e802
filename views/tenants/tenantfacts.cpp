// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tenants/tenantfacts.h"

#include "models/common/format.h"
#include "models/tenants/tenant.h"
#include "views/common/plaintext.h"
#include "views/common/sign.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int mostNamespaces = 6;

void setFact(QLabel *label, const QString &value)
{
    label->setText(value.isEmpty() ? Format::none() : value);
    label->setToolTip(PlainText::tooltip(value));
}

QString namespaceText(const QStringList &names)
{
    if (names.size() <= mostNamespaces)
        return names.join(u", "_s);
    return TenantFacts::tr("%1 and %n more", nullptr, static_cast<int>(names.size()) - mostNamespaces)
        .arg(names.first(mostNamespaces).join(u", "_s));
}
} // namespace

TenantFacts::TenantFacts(QWidget *parent)
    : QWidget(parent), m_clusterSign(new SignWidget({}, 10, this)), m_usageSign(new SignWidget({}, 10, this))
{
    setObjectName(u"tenantFacts"_s);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    m_tier = addFact(0, 0, tr("Tier"), u"tier"_s);
    m_isolation = addFact(0, 2, tr("Isolation"), u"isolation"_s);
    m_costCentre = addFact(1, 0, tr("Cost centre"), u"costCentre"_s);
    // Over the whole width: addresses have no place where they could be broken.
    m_owner = addFact(2, 0, tr("Owner"), u"owner"_s);
    m_namespaces = addFact(3, 0, tr("Namespaces"), u"namespaces"_s);
    for (const auto &[row, value] : {std::pair(2, m_owner), std::pair(3, m_namespaces)})
        grid->addWidget(value, row, 1, 1, 3);
    grid->setRowMinimumHeight(4, 4);
    m_clusterFreshness = addFreshness(5, m_clusterSign, u"clusterFreshness"_s);
    m_usageFreshness = addFreshness(6, m_usageSign, u"usageFreshness"_s);
}

QLabel *TenantFacts::addFact(int row, int column, const QString &title, const QString &name)
{
    auto *grid = static_cast<QGridLayout *>(layout());
    QLabel *caption = PlainText::create(title, Typography::secondary(), QPalette::PlaceholderText, this);
    QLabel *value = PlainText::create({}, Typography::body(), QPalette::Text, this);
    value->setObjectName(name);
    value->setAccessibleName(title);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    value->setWordWrap(true);
    grid->addWidget(caption, row, column, Qt::AlignTop | Qt::AlignLeft);
    grid->addWidget(value, row, column + 1, Qt::AlignTop);
    return value;
}

QLabel *TenantFacts::addFreshness(int row, SignWidget *sign, const QString &name)
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    QLabel *label = PlainText::create({}, Typography::secondary(), QPalette::PlaceholderText, line);
    label->setObjectName(name);
    label->setWordWrap(true);
    layout->addWidget(sign);
    layout->addWidget(label, 1);
    static_cast<QGridLayout *>(this->layout())->addWidget(line, row, 0, 1, 4);
    return label;
}

void TenantFacts::setTenant(const Tenant &tenant)
{
    setFact(m_tier, tenant.tier);
    setFact(m_isolation, tenant.isolation);
    setFact(m_owner, tenant.owner);
    setFact(m_costCentre, tenant.costCentre);
    setFact(m_namespaces, namespaceText(tenant.namespaces));
    m_namespaces->setToolTip(PlainText::tooltip(tenant.namespaces.join(u'\n')));
    m_clusterSign->setSign(Sign::of(tenant.freshness.state));
    m_clusterFreshness->setText(tr("Kubernetes: %1").arg(FreshnessText::sentence(tenant.freshness)));
    m_usageSign->setSign(Sign::of(tenant.usageFreshness.state));
    m_usageFreshness->setText(tr("Metrics: %1").arg(FreshnessText::sentence(tenant.usageFreshness)));
}
