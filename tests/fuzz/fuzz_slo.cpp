// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/slo/definition.h"
#include "backends/slo/rules.h"
#include "backends/slo/ruleset.h"
#include "tests/fuzz/fuzz.h"

using namespace SloSpec;

namespace {

void check(const Definition &slo)
{
    require(slo.line >= 1 && slo.column >= 1 && !slo.origin.isEmpty());
    require(slo.problem.isEmpty() == slo.fault.isEmpty());
    const QString query = errorRatio(slo, std::chrono::minutes(5));
    const RuleFile rules = rulesOf(slo, {{std::chrono::hours(1), std::chrono::minutes(5), 14.4, true, {}}});
    if (!slo.problem.isEmpty()) {
        require(query.isEmpty() && rules.groups.isEmpty());
        return;
    }
    require(slo.objective > 0 && slo.objective < 1 && slo.period.count() > 0);
    require(!query.isEmpty() && !slo.id.isEmpty() && !slo.name.isEmpty());
    // What was written reads back, whatever anybody put into it.
    const RuleSet read = parseRules(toPrometheusYaml(rules));
    require(read.problems.isEmpty() && read.slos.size() == 1 && read.slos.first().id == slo.id);
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView text = bytesOf(data, size);
    const QList<Definition> all = parse(text, QStringLiteral("file"));
    require(all.size() <= mostDefinitions);
    for (qsizetype i = 0; i < all.size() && i < 20; ++i)
        check(all.at(i));
    const RuleSet rules = parseRules(text);
    require(rules.problems.size() <= RuleSet::mostProblems);
    for (const RuleSetSlo &slo : rules.slos)
        require(!slo.id.isEmpty() && slo.period.count() >= 0);
    return 0;
}
