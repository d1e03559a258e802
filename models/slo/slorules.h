// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace SloSpec {
struct Definition;
struct RuleFile;
} // namespace SloSpec

//! Rules for Prometheus of objectives: with the tiers that are usual for the tool, the standard ones or Pyrra's. Tiers
//! that can never fire, and those that fire on track, are left out. \a warnings: whole sentences about these. Pure.
[[nodiscard]] SloSpec::RuleFile sloRules(const SloSpec::Definition &definition, QStringList &warnings);

//! A file of objectives, and the rules that follow from it.
struct SloRuleText
{
    QByteArray text; //!< YAML; empty when there is no objective that can be used
    QStringList problems; //!< "FILE:12:5: a sentence", for each objective that cannot be used
    QStringList warnings; //!< "FILE:12: a sentence", about those that can
    int objectives = 0; //!< that can be used
};
//! What a PrometheusRule is called.
struct SloRuleObject
{
    QString name;
    QString namespaceName; //!< empty: not said
};
//! \a object: a PrometheusRule for the cluster instead of a file for Prometheus. \a file: its name, for places. Pure.
[[nodiscard]] SloRuleText sloRuleText(
    const QByteArray &yaml, const QString &file, const std::optional<SloRuleObject> &object);
