// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/slo/definition.h"

#include <QPair>

//! Rules for Prometheus that follow from objectives. Pure; any thread.
namespace SloSpec {

//! Beside of what is above us: models/slo/burnrate.h has those that are usual.
struct AlertTier
{
    std::chrono::seconds longWindow{0};
    std::chrono::seconds shortWindow{0};
    double factor = 1; //!< a burn rate
    bool page = true; //!< false: a ticket
    std::chrono::seconds holds{0}; //!< the alert's "for"
};

using RuleTexts = QList<QPair<QString, QString>>; //!< in their order
struct Rule
{
    QString record; //!< either
    QString alert;
    QString expression; //!< PromQL
    std::chrono::seconds holds{0};
    RuleTexts labels;
    RuleTexts annotations;

    bool operator==(const Rule &) const = default;
};
struct RuleGroup
{
    QString name;
    QList<Rule> rules;

    bool operator==(const RuleGroup &) const = default;
};
struct RuleFile
{
    QList<RuleGroup> groups;

    bool operator==(const RuleFile &) const = default;
};

//! Recording rules in Sloth's naming, so that every tool finds them, and an alert for each of \a tiers; all of them
//! with managed_by="pilothouse". Windows: 5m, 30m, 1h, 2h, 6h, 1d, 3d, those of \a tiers and the period, which is the
//! mean of its 5 min, as Sloth's is. Nothing for a definition with a problem.
[[nodiscard]] RuleFile rulesOf(const Definition &definition, const QList<AlertTier> &tiers);

//! Which workload the usual alerts are about, and how its series are called.
struct WorkloadTarget
{
    QString cluster; //!< value of the label "cluster"; empty: series have none
    QString namespaceName;
    QString service; //!< value of the label "app"; for containers the beginning of the pods' names
    QString runbook; //!< URL; empty: none
    QString requests = QStringLiteral("http_requests_total"); //!< counter with the label "code"
    QString durations = QStringLiteral("http_request_duration_seconds"); //!< histogram, without _bucket
    QString dependencyFailures = QStringLiteral("dependency_call_failures_total"); //!< counter
};
//! Error ratio over 5 % for 2 min (critical), 95 % of answers slower than 2 s for 5 min, failing calls of dependencies
//! over 0.1 a second for 3 min, memory growth over 100 MiB in 30 min for 10 min, CPU over 90 % of its limit for 10 min.
[[nodiscard]] RuleFile workloadRules(const WorkloadTarget &target);

//! A file for Prometheus' rule_files.
[[nodiscard]] QByteArray toPrometheusYaml(const RuleFile &file);
//! A PrometheusRule of monitoring.coreos.com/v1: as YAML for people, and as JSON for an API server. With \a labels, by
//! which an operator may choose it.
struct RuleObject
{
    QString name;
    QString namespaceName; //!< empty: not said
    QHash<QString, QString> labels;
};
[[nodiscard]] QByteArray toPrometheusRuleYaml(const RuleFile &file, const RuleObject &object);
[[nodiscard]] QByteArray toPrometheusRule(const RuleFile &file, const RuleObject &object);

//! The series that a histogram's bucket has to be, as bounds are written in \a bounds: "0.5" among {"0.5", "1"}; "1"
//! and "1.0" are the same bound. Empty when there is none at \a seconds.
[[nodiscard]] QString boundOf(double seconds, const QStringList &bounds);

} // namespace SloSpec
