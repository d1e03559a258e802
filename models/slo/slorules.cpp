// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/slorules.h"

#include "backends/slo/rules.h"
#include "models/slo/burnrate.h"

#include <QCoreApplication>

SloSpec::RuleFile sloRules(const SloSpec::Definition &definition, QStringList &warnings)
{
    const QList<SloMath::BurnTier> usual = definition.tool == SloSpec::Definition::Tool::Pyrra
        ? SloMath::pyrraTiers(definition.period)
        : SloMath::standardTiers(definition.period);
    QList<SloSpec::AlertTier> tiers;
    for (const SloMath::BurnTier &tier : usual) {
        if (SloMath::canFire(tier, definition.objective) && !SloMath::firesOnTrack(tier))
            tiers.append({tier.longWindow, tier.shortWindow, tier.factor, tier.severity == SloMath::BurnSeverity::Page,
                tier.holds});
    }
    if (definition.problem.isEmpty())
        warnings += SloMath::tierWarnings(usual, definition.objective);
    return SloSpec::rulesOf(definition, tiers);
}

SloRuleText sloRuleText(const QByteArray &yaml, const QString &file, const std::optional<SloRuleObject> &object)
{
    SloRuleText result;
    SloSpec::RuleFile rules;
    const QList<SloSpec::Definition> definitions = SloSpec::parse(yaml, file);
    for (const SloSpec::Definition &definition : definitions) {
        if (!definition.problem.isEmpty()) {
            result.problems.append(
                QStringLiteral("%1:%2:%3: ").arg(file).arg(definition.line).arg(definition.column) + definition.fault);
            continue;
        }
        QStringList warnings;
        rules.groups += sloRules(definition, warnings).groups;
        for (const QString &warning : std::as_const(warnings))
            result.warnings.append(
                QStringLiteral("%1:%2: %3: ").arg(file).arg(definition.line).arg(definition.id) + warning);
        ++result.objectives;
    }
    if (result.objectives > 0)
        result.text = object ? SloSpec::toPrometheusRuleYaml(rules, {object->name, object->namespaceName, {}})
                             : SloSpec::toPrometheusYaml(rules);
    return result;
}
