// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/slo/definition.h"
#include "backends/slo/rules.h"
#include "backends/slo/ruleset.h"
#include "tests/bench/figure.h"
#include "tests/support/manyrules.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

//! How long files of objectives and of rules take to read and to write. Prints figures; asserts nothing but that they
//! were read, because machines differ.
namespace {

using namespace SloSpec;

template <typename Work>
double medianMs(Work work)
{
    std::vector<double> times;
    for (int i = 0; i < 7; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return times.at(times.size() / 2);
}

QByteArray manyObjectives(int count)
{
    QByteArray text = "version: prometheus/v1\nservice: shop\nslos:\n";
    for (int i = 0; i < count; ++i)
        text += "- name: slo-" + QByteArray::number(i)
            + "\n  objective: 99.9\n  sli:\n    events:\n      error_query: "
              "sum(rate(http_requests_total{code=~\"5..\"}[{{.window}}]))\n      total_query: "
              "sum(rate(http_requests_total[{{.window}}]))\n  alerting: {name: Burn}\n";
    return text;
}

} // namespace

int main()
{
    const QByteArray rules = manySlothRules(70);
    RuleSet set;
    const double read = medianMs([&] { set = parseRules(rules); });
    Bench::print("rule file: rules", set.recordings + set.alerts, "rules");
    Bench::print("rule file: size", static_cast<double>(rules.size()) / 1024, "KiB");
    Bench::print("rule file: read", read, "ms");

    const QByteArray text = manyObjectives(2000);
    QList<Definition> all;
    const double parsed = medianMs([&] { all = parse(text, QStringLiteral("slos.yaml")); });
    Bench::print("2,000 objectives: read", parsed, "ms");
    const double written = medianMs([&] {
        RuleFile file;
        for (const Definition &definition : std::as_const(all))
            file.groups
                += rulesOf(definition, {{std::chrono::hours(1), std::chrono::minutes(5), 14.4, true, {}}}).groups;
        (void)toPrometheusYaml(file);
    });
    Bench::print("2,000 objectives: rules written", written, "ms");
    const bool whole = set.slos.size() == 70 && set.problems.isEmpty() && all.size() == 2000;
    if (!whole)
        std::fprintf(stderr, "not all of it was read\n");
    return whole ? 0 : 1;
}
