// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/slo/definition.h"
#include "backends/slo/rules.h"
#include "models/slo/slorules.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const QByteArray good = "version: prometheus/v1\nservice: s\nslos:\n- name: n\n  objective: 90\n  sli: {raw: "
                        "{error_ratio_query: 'a[{{.window}}]'}}\n";
} // namespace

class TestSloRuleTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void printsTheGoodAndTellsTheRest()
    {
        const SloRuleText rules = sloRuleText(good + "- name: bad\n  objective: 200\n", u"f.yaml"_s, {});
        QCOMPARE(rules.objectives, 1);
        QCOMPARE(rules.problems.size(), 1);
        QVERIFY2(rules.problems.first().startsWith(u"f.yaml:8:14: “200”"_s), qPrintable(rules.problems.first()));
        QCOMPARE(rules.warnings.size(), 1);
        QVERIFY(rules.warnings.first().startsWith(u"f.yaml:4: s-n: The alert at a burn rate of 14.4"_s));
        QVERIFY(rules.text.startsWith("groups:\n- name: sloth-slo-sli-recordings-s-n\n"));
        QCOMPARE(rules.text.count("alert:"), 3);
    }

    void makesAnObjectOfThem()
    {
        const SloRuleText rules = sloRuleText(good, u"f"_s, SloRuleObject{u"name"_s, u"space"_s});
        QVERIFY(rules.text.startsWith("apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\n"));
        QVERIFY(rules.text.contains("  name: \"name\"\n  namespace: \"space\"\n"));
        QVERIFY(rules.text.contains("\nspec:\n  groups:\n  - name: sloth-slo-sli-recordings-s-n\n"));
    }

    void hasNothingToPrintWithoutObjectives()
    {
        QVERIFY(sloRuleText("", u"f"_s, {}).text.isEmpty());
        const SloRuleText broken = sloRuleText("a: [", u"f"_s, {});
        QVERIFY(broken.text.isEmpty());
        QCOMPARE(broken.problems.size(), 1);
    }

    void pyrraKeepsItsTiers()
    {
        SloSpec::Definition slo;
        slo.tool = SloSpec::Definition::Tool::Pyrra;
        slo.id = slo.name = u"x"_s;
        slo.objective = 0.99;
        slo.period = std::chrono::hours(28 * 24);
        slo.errorRatioQuery = u"a[{{.window}}]"_s;
        QStringList warnings;
        const SloSpec::RuleFile rules = sloRules(slo, warnings);
        QVERIFY(warnings.isEmpty());
        const SloSpec::Rule alert = rules.groups.last().rules.first();
        QVERIFY(alert.expression.contains(u"> (14 * 0.01)"_s));
        QCOMPARE(alert.holds, std::chrono::seconds(120));
    }
};

QTEST_GUILESS_MAIN(TestSloRuleTexts)
#include "tst_sloruletexts.moc"
