// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/onboarding/tenanttemplate.h"

#include "backends/onboarding/templatereader.h"
#include "models/quotas/quantitytext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TenantTemplate)
};

bool isAmount(const QString &text)
{
    return QuantityText::problem(text, QuotaLine::Unit::Cores).isEmpty(); // the unit that may have a fraction
}

} // namespace

TenantTemplate::TenantTemplate() : m_document(std::make_shared<Onboarding::Document>())
{
}
TenantTemplate::~TenantTemplate() = default;
TenantTemplate::TenantTemplate(const TenantTemplate &) = default;
TenantTemplate &TenantTemplate::operator=(const TenantTemplate &) = default;

TenantTemplate TenantTemplate::parse(const QByteArray &yaml, const QString &file)
{
    const Onboarding::Read read = Onboarding::read(yaml, &isAmount);
    TenantTemplate made;
    made.m_file = file;
    made.m_mistakes = inWords(read.mistakes);
    if (made.m_mistakes.isEmpty())
        made.m_document = std::make_shared<Onboarding::Document>(read.document);
    return made;
}

TenantTemplate TenantTemplate::unreadable(const QString &why, const QString &file)
{
    TenantTemplate made;
    made.m_file = file;
    made.m_mistakes.append({1, 1, why});
    return made;
}

QString TenantTemplate::problem() const
{
    if (m_mistakes.isEmpty())
        return {};
    const QLocale locale;
    const FileMistake &first = m_mistakes.first();
    return Words::tr("The template %1 has mistakes and is not used. Line %2, column %3: %4")
        .arg(m_file, locale.toString(first.line), locale.toString(first.column), first.sentence);
}

QString TenantTemplate::tier() const
{
    return m_document->tier;
}

QString TenantTemplate::title() const
{
    return m_document->title;
}

QString TenantTemplate::description() const
{
    return m_document->description;
}

TenantIsolation TenantTemplate::isolation() const
{
    for (const TenantIsolation isolation : TenantText::isolations()) {
        if (TenantText::id(isolation) == m_document->isolation)
            return isolation;
    }
    return TenantIsolation::Namespace;
}

TenantAllowance TenantTemplate::allowance() const
{
    const Onboarding::Figures &figures = m_document->figures;
    return {QString::number(figures.workloads), figures.cpu, figures.memory, figures.storage,
        QString::number(figures.requestsPerMinute), QString::number(figures.executionSeconds)};
}

void TenantTemplates::add(const TenantTemplate &tier)
{
    if (!tier.mistakes().isEmpty()) {
        m_problems.append(tier.problem());
        return;
    }
    const auto same = std::find_if(m_templates.begin(), m_templates.end(),
        [&tier](const TenantTemplate &known) { return known.tier() == tier.tier(); });
    if (same == m_templates.end())
        m_templates.append(tier);
    else
        *same = tier;
}

const TenantTemplate *TenantTemplates::find(const QString &tier) const
{
    const auto found = std::find_if(m_templates.cbegin(), m_templates.cend(),
        [&tier](const TenantTemplate &known) { return known.tier() == tier; });
    return found == m_templates.cend() ? nullptr : &*found;
}

QStringList TenantTemplates::tiers() const
{
    QStringList tiers;
    for (const TenantTemplate &known : m_templates)
        tiers.append(known.tier());
    return tiers;
}
