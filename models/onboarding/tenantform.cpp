// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/onboarding/tenantform.h"

#include "backends/onboarding/objectnames.h"
#include "backends/onboarding/templatedocument.h"
#include "models/onboarding/tenanttemplate.h"
#include "models/quotas/quantitytext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TenantForm)
};

using Field = TenantForm::Field;

QString nameMistake(const QString &name)
{
    if (name.isEmpty())
        return Words::tr("The tenant has no name yet. Type one, such as team-blue.");
    if (!ObjectNames::isLabel(name))
        return Words::tr(
            "“%1” cannot be the name of a namespace. Use at most 63 lower-case letters, digits and dashes, "
            "with a letter or a digit first and last.")
            .arg(name);
    if (name.startsWith(QLatin1String("kube-")) || name == QLatin1String("default"))
        return Words::tr("The name %1 belongs to the cluster itself. Choose another one.").arg(name);
    return {};
}

bool isPlain(const QString &text)
{
    return text == text.trimmed() && text.size() <= TenantForm::longestText
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isPrint(); });
}

QString ownerMistake(const QString &owner, bool group)
{
    if (owner.isEmpty())
        return group ? Words::tr("The tenant has no owner yet. Type the name of the group that answers for it.")
                     : Words::tr("The tenant has no owner yet. Type the name of the user who answers for it.");
    if (!isPlain(owner))
        return Words::tr("The owner's name is longer than 253 characters, or has spaces at an end or characters that "
                         "cannot be seen. Correct it.");
    if (owner.startsWith(QLatin1String("system:")))
        return Words::tr("%1 is one of the cluster's own names, for more than a single team. Name a user or a group of "
                         "people.")
            .arg(owner);
    return {};
}

QString costCentreMistake(const QString &costCentre)
{
    if (costCentre.isEmpty())
        return Words::tr("The tenant has no cost centre yet. Type the one that pays for it.");
    return isPlain(costCentre) ? QString()
                               : Words::tr("The cost centre is longer than 253 characters, or has spaces at an end or "
                                           "characters that cannot be seen. Correct it.");
}

QString complianceMistake(const QStringList &frameworks)
{
    if (frameworks.size() > TenantForm::mostFrameworks)
        return Words::tr("More than 20 compliance frameworks are named. Name those that decide.");
    for (const QString &framework : frameworks) {
        if (framework.isEmpty() || !ObjectNames::isLabelValue(framework))
            return Words::tr("“%1” cannot be the name of a compliance framework. Use letters, digits, dashes and dots, "
                             "such as iso-27001, with commas between the names.")
                .arg(framework);
    }
    return {};
}

QString countMistake(const QString &what, const QString &typed, qint64 most)
{
    bool valid = false;
    const qint64 value = typed.toLongLong(&valid);
    const bool digits = std::all_of(typed.begin(), typed.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (valid && digits && value >= 1 && value <= most)
        return {};
    return Words::tr("%1: “%2” does not fit. Type a whole number from 1 to %3.")
        .arg(what, typed, QLocale().toString(most));
}

//! \a least: what a container is given that asks for nothing; that much has to fit.
QString amountMistake(const QString &what, const QString &typed, QuotaLine::Unit unit, const QString &least)
{
    if (const QString problem = QuantityText::problem(typed, unit); !problem.isEmpty())
        return Words::tr("%1: %2").arg(what, problem);
    const auto value = QuantityText::value(typed);
    const auto needed = QuantityText::value(least);
    if (value && needed && *value < *needed)
        return Words::tr("%1: in %2 no container would fit, because one that asks for nothing is given %3. Type more.")
            .arg(what, typed, least);
    return {};
}

} // namespace

QString TenantKeys::beside(const QString &name) const
{
    return tenant.left(tenant.indexOf(u'/') + 1) + name;
}

void TenantForm::adopt(const TenantTemplate &from)
{
    tier = from.tier();
    isolation = from.isolation();
    allowance = from.allowance();
}

QList<TenantForm::Mistake> TenantForm::mistakes(const TenantTemplate &from) const
{
    QList<Mistake> mistakes;
    const auto check = [&mistakes](Field field, const QString &sentence) {
        if (!sentence.isEmpty())
            mistakes.append({field, sentence});
    };
    check(Field::Name, nameMistake(name));
    if (from.tier().isEmpty() || from.tier() != tier)
        check(Field::Tier, Words::tr("There is no template for the tier “%1”. Choose another tier.").arg(tier));
    check(Field::Owner, ownerMistake(owner, ownerIsGroup));
    check(Field::CostCentre, costCentreMistake(costCentre));
    check(Field::Compliance, complianceMistake(compliance));
    const auto &limits = from.document().containers.limits;
    check(Field::Workloads, countMistake(Words::tr("Concurrent workloads"), allowance.workloads, 1'000'000));
    check(Field::Cpu,
        amountMistake(Words::tr("Cores"), allowance.cpu, QuotaLine::Unit::Cores, limits.value(QStringLiteral("cpu"))));
    check(Field::Memory,
        amountMistake(
            Words::tr("Memory"), allowance.memory, QuotaLine::Unit::Bytes, limits.value(QStringLiteral("memory"))));
    check(Field::Storage, amountMistake(Words::tr("Storage"), allowance.storage, QuotaLine::Unit::Bytes, {}));
    check(Field::RequestsPerMinute,
        countMistake(Words::tr("Requests a minute"), allowance.requestsPerMinute, 1'000'000'000));
    check(Field::ExecutionSeconds,
        countMistake(Words::tr("Execution time in seconds"), allowance.executionSeconds, 31'536'000));
    return mistakes;
}

QString TenantText::id(TenantIsolation isolation)
{
    switch (isolation) {
    case TenantIsolation::Shared:
        return QStringLiteral("shared");
    case TenantIsolation::Namespace:
        return QStringLiteral("namespace");
    case TenantIsolation::Dedicated:
        return QStringLiteral("dedicated");
    case TenantIsolation::Physical:
        return QStringLiteral("physical");
    }
    return {};
}

QList<TenantIsolation> TenantText::isolations()
{
    return {TenantIsolation::Shared, TenantIsolation::Namespace, TenantIsolation::Dedicated, TenantIsolation::Physical};
}

QString TenantText::name(TenantIsolation isolation)
{
    switch (isolation) {
    case TenantIsolation::Shared:
        return Words::tr("Shared");
    case TenantIsolation::Namespace:
        return Words::tr("Namespace");
    case TenantIsolation::Dedicated:
        return Words::tr("Dedicated nodes");
    case TenantIsolation::Physical:
        return Words::tr("Physical, a cluster of its own");
    }
    return {};
}

QString TenantText::meaning(TenantIsolation isolation)
{
    switch (isolation) {
    case TenantIsolation::Shared:
        return Words::tr("Its pods share nodes with other tenants, and other tenants of this level reach them.");
    case TenantIsolation::Namespace:
        return Words::tr("Its pods share nodes with other tenants. Of the network only what the template names reaches "
                         "them.");
    case TenantIsolation::Dedicated:
        return Words::tr(
            "Its pods run on nodes that carry its label. Label and taint those nodes; the cluster needs the "
            "admission plugins PodNodeSelector and PodTolerationRestriction for it.");
    case TenantIsolation::Physical:
        return Words::tr("It is given a whole cluster: choose one that holds no other tenant.");
    }
    return {};
}

QStringList TenantText::frameworks(const QString &typed)
{
    QStringList list;
    for (const QString &part : typed.split(u',', Qt::SkipEmptyParts)) {
        if (const QString name = part.trimmed(); !name.isEmpty() && !list.contains(name))
            list.append(name);
    }
    return list;
}
