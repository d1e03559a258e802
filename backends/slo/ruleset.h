// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/slo/definition.h"

//! Files of rules that others made: which objectives are behind them. Pure; any thread.
namespace SloSpec {

//! An objective as far as its rules tell of it.
struct RuleSetSlo
{
    Definition::Tool tool = Definition::Tool::Sloth; //!< Sloth, or Pyrra; Console for our own
    QString id; //!< sloth_id; Pyrra's slo
    QString name;
    QString service;
    double objective = 0; //!< 0: not said
    std::chrono::seconds period{0}; //!< likewise
    QList<std::chrono::seconds> windows; //!< of which error ratios are recorded, rising
    int recordings = 0;
    int alerts = 0;

    bool operator==(const RuleSetSlo &) const = default;
};
struct RuleSetProblem
{
    int line = 1; //!< from 1 on
    int column = 1;
    QString sentence;

    bool operator==(const RuleSetProblem &) const = default;
};
struct RuleSet
{
    int groups = 0;
    int recordings = 0;
    int alerts = 0;
    QList<RuleSetSlo> slos; //!< in the order in which they come first
    QList<RuleSetProblem> problems; //!< at most mostProblems; a broken rule hides no other

    static constexpr qsizetype mostProblems = 100;
};

//! \a yaml: a file of Prometheus' rule_files, or PrometheusRule objects, at most largestFile bytes.
[[nodiscard]] RuleSet parseRules(QByteArrayView yaml);

} // namespace SloSpec
