// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/slo/ruleset.h"
#include "tests/support/manyrules.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace SloSpec;
using namespace std::chrono_literals;
using std::chrono::hours;
using std::chrono::seconds;

class TestRuleSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void loadsAThousandRules()
    {
        const RuleSet set = parseRules(manySlothRules(70));
        QCOMPARE(set.problems, QList<RuleSetProblem>());
        QCOMPARE(set.groups, 210);
        QCOMPARE(set.recordings + set.alerts, 1190);
        QCOMPARE(set.slos.size(), 70);
        for (const RuleSetSlo &slo : set.slos) {
            QCOMPARE(slo.tool, Definition::Tool::Sloth);
            QCOMPARE(slo.recordings, 15);
            QCOMPARE(slo.alerts, 2);
            QCOMPARE(slo.windows, (QList<seconds>{5min, 30min, 1h, 2h, 6h, 24h, 72h, 720h}));
            QCOMPARE(slo.period, seconds(hours(720)));
            QVERIFY(qAbs(slo.objective - 0.999) < 1e-12);
        }
        QCOMPARE(set.slos.at(3).id, QStringLiteral("service-1-requests-latency"));
        QCOMPARE(set.slos.at(3).service, QStringLiteral("service-1"));
    }

    void knowsPyrras()
    {
        const RuleSet set = parseRules(R"(apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
spec:
  groups:
  - name: cart-errors-increase
    rules:
    - {record: 'http_requests:increase4w', expr: 'sum(increase(http_requests_total[4w]))', labels: {slo: cart-errors}}
    - {alert: SLOMetricAbsent, expr: absent(http_requests_total), labels: {slo: cart-errors}}
  - name: cart-errors
    rules:
    - {record: 'http_requests:burnrate5m', expr: a, labels: {slo: cart-errors}}
    - {record: 'http_requests:burnrate1h', expr: a, labels: {slo: cart-errors}}
    - alert: ErrorBudgetBurn
      expr: http_requests:burnrate5m{slo="cart-errors"} > (14 * (1-0.99))
      for: 2m
      labels: {slo: cart-errors, severity: critical}
  - name: cart-errors-generic
    rules:
    - {record: pyrra_objective, expr: vector(0.99), labels: {slo: cart-errors}}
    - {record: other, expr: b, labels: {slo: not-one}}
)");
        QCOMPARE(set.problems, QList<RuleSetProblem>());
        QCOMPARE(set.slos.size(), 1);
        const RuleSetSlo &slo = set.slos.first();
        QCOMPARE(slo.tool, Definition::Tool::Pyrra);
        QCOMPARE(slo.id, QStringLiteral("cart-errors"));
        QCOMPARE(slo.windows, (QList<seconds>{5min, 1h}));
        QCOMPARE(slo.period, seconds(hours(28 * 24)));
        QCOMPARE(slo.objective, 0.99);
        QCOMPARE(slo.alerts, 1);
        QCOMPARE(slo.recordings, 4);
    }

    void brokenRulesHideNoOther()
    {
        const RuleSet set = parseRules(R"(groups:
- name: a
  rules:
  - {record: slo:objective:ratio, expr: vector(0.9), labels: {sloth_id: a-b}}
  - {record: x}
  - {record: x, alert: y, expr: z}
  - 5
  - {record: slo:time_period:days, expr: vector(28), labels: {sloth_id: a-b}}
- 7
- name: no rules
)");
        QCOMPARE(set.slos.size(), 1);
        QCOMPARE(set.slos.first().recordings, 2);
        QCOMPARE(set.slos.first().period, seconds(hours(28 * 24)));
        QList<int> lines;
        for (const RuleSetProblem &problem : set.problems)
            lines.append(problem.line);
        QCOMPARE(lines, (QList<int>{5, 6, 7, 9, 10}));
        QCOMPARE(parseRules("a: [").problems.size(), 1);
        QCOMPARE(parseRules("a: b").problems.size(), 1);
        QVERIFY(parseRules("").problems.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRuleSet)
#include "tst_ruleset.moc"
