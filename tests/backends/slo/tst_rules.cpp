// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/slo/rules.h"
#include "backends/slo/ruleset.h"
#include "tests/support/strict.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace SloSpec;
using namespace std::chrono_literals;

namespace {

const QList<AlertTier> tiers{
    {1h, 5min, 14.4, true, 0s}, {6h, 30min, 6, true, 0s}, {24h, 2h, 3, false, 0s}, {72h, 6h, 1, false, 0s}};

Definition checkout()
{
    Definition slo;
    slo.id = QStringLiteral("shop-checkout");
    slo.name = QStringLiteral("checkout");
    slo.service = QStringLiteral("shop");
    slo.objective = 0.999;
    slo.description = QStringLiteral("Orders of {{ anybody }} arrive: \"always\", 100 %");
    slo.labels
        = {{QStringLiteral("team"), QStringLiteral("true")}, {QStringLiteral("not/a-label"), QStringLiteral("x")}};
    slo.errorQuery = QStringLiteral("sum(rate(requests_total{code=~\"5..\"}[{{.window}}]))");
    slo.totalQuery = QStringLiteral("sum(rate(requests_total[{{.window}}]))");
    return slo;
}

bool hasPromtool()
{
    return !QStandardPaths::findExecutable(QStringLiteral("promtool")).isEmpty();
}

//! What promtool says; empty when it is content.
QString promtool(const QStringList &arguments, const QByteArray &rules, const QByteArray &test = {})
{
    QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no room for a file");
    };
    write(QStringLiteral("rules.yml"), rules);
    write(QStringLiteral("test.yml"), test);
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("promtool"), arguments);
    if (!process.waitForFinished(240'000))
        return QStringLiteral("promtool did not end");
    return process.exitCode() == 0 ? QString() : QString::fromUtf8(process.readAll());
}

const QStringList check{QStringLiteral("check"), QStringLiteral("rules"), QStringLiteral("rules.yml")};
const QStringList test{QStringLiteral("test"), QStringLiteral("rules"), QStringLiteral("test.yml")};

} // namespace

class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void namesSeriesAsSlothDoes()
    {
        const RuleFile file = rulesOf(checkout(), tiers);
        QCOMPARE(file.groups.size(), 3);
        QCOMPARE(file.groups.at(0).name, QStringLiteral("sloth-slo-sli-recordings-shop-checkout"));
        QStringList series;
        for (const Rule &rule : file.groups.at(0).rules)
            series.append(rule.record.section(u':', 2));
        QCOMPARE(series.join(u' '),
            QStringLiteral(
                "ratio_rate5m ratio_rate30m ratio_rate1h ratio_rate2h ratio_rate6h ratio_rate1d ratio_rate3d "
                "ratio_rate30d"));
        QStringList meta;
        for (const Rule &rule : file.groups.at(1).rules)
            meta.append(rule.record);
        QCOMPARE(meta.join(u' '),
            QStringLiteral(
                "slo:objective:ratio slo:error_budget:ratio slo:time_period:days slo:current_burn_rate:ratio "
                "slo:period_burn_rate:ratio slo:period_error_budget_remaining:ratio sloth_slo_info"));
        for (const RuleGroup &group : {file.groups.at(0), file.groups.at(1)}) {
            for (const Rule &rule : group.rules) {
                QVERIFY(rule.labels.contains(qMakePair(QStringLiteral("managed_by"), QStringLiteral("pilothouse"))));
                QVERIFY(rule.labels.contains(qMakePair(QStringLiteral("sloth_id"), QStringLiteral("shop-checkout"))));
                QVERIFY(rule.labels.contains(qMakePair(QStringLiteral("team"), QStringLiteral("true"))));
                for (const auto &label : rule.labels)
                    QVERIFY(!label.first.contains(u'/'));
            }
        }
        QCOMPARE(file.groups.at(1).rules.at(1).expression, QStringLiteral("vector(0.001)"));
    }

    void alertsOnEachTier()
    {
        const QList<Rule> alerts = rulesOf(checkout(), tiers).groups.at(2).rules;
        QCOMPARE(alerts.size(), 4);
        QVERIFY(alerts.first().expression.contains(QStringLiteral("> (14.4 * 0.001)")));
        QHash<QString, QString> labels;
        for (const auto &label : alerts.first().labels)
            labels.insert(label.first, label.second);
        QCOMPARE(labels.value(QStringLiteral("sloth_severity")), QStringLiteral("page"));
        QCOMPARE(labels.value(QStringLiteral("long")), QStringLiteral("1h"));
        QCOMPARE(alerts.first().annotations.value(0).first, QStringLiteral("summary"));
        QVERIFY(alerts.first().annotations.value(1).second.contains(QStringLiteral(": 2 % of the budget of 30d")));
        QVERIFY(alerts.first().annotations.value(1).second.contains(QStringLiteral("{{\"{{\"}} anybody")));
        QCOMPARE(alerts.first().annotations.value(2).first, QStringLiteral("runbook_url"));
    }

    void takesWhatTheAuthorWants()
    {
        Definition slo = checkout();
        slo.alerting.name = QStringLiteral("ShopBurns");
        slo.alerting.ticket = false;
        slo.alerting.pageLabels.insert(QStringLiteral("severity"), QStringLiteral("page"));
        slo.alerting.annotations.insert(QStringLiteral("runbook_url"), QStringLiteral("https://r.example.com/"));
        const QList<Rule> alerts = rulesOf(slo, tiers).groups.at(2).rules;
        QCOMPARE(alerts.size(), 2);
        QCOMPARE(alerts.first().alert, QStringLiteral("ShopBurns"));
        QVERIFY(alerts.first().labels.contains(qMakePair(QStringLiteral("severity"), QStringLiteral("page"))));
        QVERIFY(alerts.first().annotations.contains(
            qMakePair(QStringLiteral("runbook_url"), QStringLiteral("https://r.example.com/"))));
        slo.alerting.page = false;
        QCOMPARE(rulesOf(slo, tiers).groups.size(), 2);
    }

    void makesNothingOfAFaultyOne()
    {
        Definition slo = checkout();
        slo.problem = QStringLiteral("Line 1, column 1: No.");
        QVERIFY(rulesOf(slo, tiers).groups.isEmpty());
        QVERIFY(workloadRules({}).groups.isEmpty());
    }

    void textHoldsWhatTheObjectHolds()
    {
        Definition slo = checkout();
        slo.description = QStringLiteral("Ünïcode, \"quotes\", a\ttab and: a colon");
        slo.labels.insert(QStringLiteral("odd"), QStringLiteral("a\nb: c # d"));
        slo.errorQuery += QStringLiteral(" # a note\n  + 0");
        const RuleFile file = rulesOf(slo, tiers);
        const RuleObject object{QStringLiteral("checkout"), QStringLiteral("monitoring"),
            {{QStringLiteral("role"), QStringLiteral("rules")}}};
        const RuleSet fromText = parseRules(toPrometheusYaml(file));
        QCOMPARE(fromText.problems, QList<RuleSetProblem>());
        QCOMPARE(fromText.recordings, 15);
        QCOMPARE(fromText.alerts, 4);
        QCOMPARE(fromText.slos.size(), 1);
        QCOMPARE(fromText.slos.first().objective, 0.999);
        QCOMPARE(parseRules(toPrometheusRuleYaml(file, object)).slos, fromText.slos);
        const QByteArray json = toPrometheusRule(file, object);
        QCOMPARE(parseRules(json).slos, fromText.slos);
        const QJsonObject root = QJsonDocument::fromJson(json).object();
        QCOMPARE(root.value(QLatin1String("kind")).toString(), QStringLiteral("PrometheusRule"));
        QCOMPARE(root.value(QLatin1String("metadata")).toObject().value(QLatin1String("namespace")).toString(),
            QStringLiteral("monitoring"));
        QCOMPARE(root.value(QLatin1String("spec")).toObject().value(QLatin1String("groups")).toArray().size(), 3);
    }

    void passesPromtool()
    {
        if (!hasPromtool())
            QSKIP("promtool is not installed (package prometheus)");
        Definition odd = checkout();
        odd.labels.insert(QStringLiteral("odd"), QStringLiteral("a\nb: c # d \"e\" \\f"));
        odd.period = std::chrono::hours(28 * 24);
        odd.budgeting = Definition::Budgeting::Timeslices;
        odd.sliceTarget = 0.95;
        odd.sliceWindow = 1min;
        RuleFile all = rulesOf(checkout(), tiers);
        odd.id = QStringLiteral("odd");
        all.groups.append(rulesOf(odd, tiers).groups);
        WorkloadTarget target;
        target.namespaceName = QStringLiteral("shop");
        target.service = QStringLiteral("web.v1");
        target.runbook = QStringLiteral("https://runbooks.example.com/");
        all.groups.append(workloadRules(target).groups);
        const QString said = promtool(check, toPrometheusYaml(all));
        QVERIFY2(said.isEmpty(), qPrintable(said));
    }

    void consolesOwnPassPromtool()
    {
        if (!hasPromtool())
            QSKIP("promtool is not installed (package prometheus)");
        const QDir folder(QStringLiteral(PILOTHOUSE_SLOS));
        RuleFile all;
        for (const QString &name : folder.entryList({QStringLiteral("*.yaml")}, QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const Definition &slo : parse(file.readAll(), name))
                all.groups.append(rulesOf(slo, tiers).groups);
        }
        QCOMPARE(all.groups.size(), 12);
        const QString said = promtool(check, toPrometheusYaml(all));
        QVERIFY2(said.isEmpty(), qPrintable(said));
    }

    void burnsAsTheWorkbookSays()
    {
        if (!hasPromtool())
            QSKIP("promtool is not installed (package prometheus)");
        // 2 % errors against 0.1 %: a burn rate of 20. They begin after 10 h, so that the long windows know calm times.
        const QByteArray series = R"(
rule_files: [rules.yml]
evaluation_interval: 1m
tests:
  - interval: 1m
    input_series:
      - {series: 'requests_total{code="200"}', values: '0+1000x600 600000+980x240'}
      - {series: 'requests_total{code="500"}', values: '0+0x600 0+20x240'}
    promql_expr_test:
      - expr: count(ALERTS{alertstate="firing"}) or vector(0)
        eval_time: 10h
        exp_samples: [{labels: '{}', value: 0}]
      - expr: slo:sli_error:ratio_rate5m
        eval_time: 9h
        exp_samples:
          - {labels: 'slo:sli_error:ratio_rate5m{managed_by="pilothouse",sloth_id="shop-checkout",sloth_service="shop",sloth_slo="checkout",sloth_window="5m",team="true"}', value: 0}
      - expr: round(slo:current_burn_rate:ratio, 0.001)
        eval_time: 11h
        exp_samples:
          - {labels: '{managed_by="pilothouse",sloth_id="shop-checkout",sloth_service="shop",sloth_slo="checkout",sloth_window="5m",team="true"}', value: 20}
      - expr: count(ALERTS{alertstate="firing",long="1h"}) or vector(0)
        eval_time: 10h40m
        exp_samples: [{labels: '{}', value: 0}] # detected after 14.4 * 0.001 * 1 h / 0.02 = 43 min
      - expr: count by (sloth_severity) (ALERTS{alertstate="firing",long="1h",alertname="ErrorBudgetBurn"})
        eval_time: 10h46m
        exp_samples: [{labels: '{sloth_severity="page"}', value: 1}]
      - expr: count by (sloth_severity, long) (ALERTS{alertstate="firing",sloth_severity="ticket"})
        eval_time: 13h
        exp_samples:
          - {labels: '{sloth_severity="ticket",long="1d"}', value: 1}
          - {labels: '{sloth_severity="ticket",long="3d"}', value: 1}
      - expr: sloth_slo_info
        eval_time: 1h
        exp_samples:
          - {labels: 'sloth_slo_info{managed_by="pilothouse",sloth_id="shop-checkout",sloth_service="shop",sloth_slo="checkout",team="true",sloth_mode="pilothouse",sloth_objective="99.9",sloth_spec="prometheus/v1",sloth_version="v0.11.0"}', value: 1}
)";
        const QString said = promtool(test, toPrometheusYaml(rulesOf(checkout(), tiers)), series);
        QVERIFY2(said.isEmpty(), qPrintable(said));
    }

    void zeroIsToldFromNothing()
    {
        if (!hasPromtool())
            QSKIP("promtool is not installed (package prometheus)");
        // No error ever: no series of errors, and yet zero. No traffic: no number at all.
        const QByteArray series = R"(
rule_files: [rules.yml]
evaluation_interval: 1m
tests:
  - interval: 1m
    input_series: [{series: 'requests_total{code="200"}', values: '0+10x60'}]
    promql_expr_test:
      - expr: slo:sli_error:ratio_rate5m == 0
        eval_time: 30m
        exp_samples:
          - {labels: 'slo:sli_error:ratio_rate5m{managed_by="pilothouse",sloth_id="shop-checkout",sloth_service="shop",sloth_slo="checkout",sloth_window="5m",team="true"}', value: 0}
  - interval: 1m
    input_series: [{series: 'requests_total{code="200"}', values: '5+0x60'}]
    promql_expr_test:
      - {expr: slo:sli_error:ratio_rate5m >= 0, eval_time: 30m, exp_samples: []}
)";
        const QString said = promtool(test, toPrometheusYaml(rulesOf(checkout(), tiers)), series);
        QVERIFY2(said.isEmpty(), qPrintable(said));
    }

    void workloadAlertsFireAtTheirThresholds()
    {
        if (!hasPromtool())
            QSKIP("promtool is not installed (package prometheus)");
        WorkloadTarget target;
        target.namespaceName = QStringLiteral("shop");
        target.service = QStringLiteral("web");
        const QByteArray series = R"(
rule_files: [rules.yml]
evaluation_interval: 1m
tests:
  - interval: 1m
    input_series:
      - {series: 'http_requests_total{namespace="shop",app="web",code="200"}', values: '0+94x60'}
      - {series: 'http_requests_total{namespace="shop",app="web",code="503"}', values: '0+6x60'}
      - {series: 'http_requests_total{namespace="shop",app="other",code="503"}', values: '0+6x60'}
      - {series: 'http_request_duration_seconds_bucket{namespace="shop",app="web",le="1"}', values: '0+90x60'}
      - {series: 'http_request_duration_seconds_bucket{namespace="shop",app="web",le="4"}', values: '0+100x60'}
      - {series: 'http_request_duration_seconds_bucket{namespace="shop",app="web",le="+Inf"}', values: '0+100x60'}
      - {series: 'dependency_call_failures_total{namespace="shop",app="web",dependency="db"}', values: '0+7x60'}
      - {series: 'container_memory_working_set_bytes{namespace="shop",pod="web-5d8f-abc12",container="c"}', values: '1000+4000000x60'}
      - {series: 'container_memory_working_set_bytes{namespace="shop",pod="web-5d8f-calm1",container="c"}', values: '1000+3000000x60'}
      - {series: 'container_cpu_usage_seconds_total{namespace="shop",pod="web-5d8f-abc12",container="c"}', values: '0+57x60'}
      - {series: 'container_cpu_usage_seconds_total{namespace="shop",pod="web-5d8f-calm1",container="c"}', values: '0+53x60'}
      - {series: 'kube_pod_container_resource_limits{namespace="shop",pod="web-5d8f-abc12",container="c",resource="cpu"}', values: '1x60'}
      - {series: 'kube_pod_container_resource_limits{namespace="shop",pod="web-5d8f-calm1",container="c",resource="cpu"}', values: '1x60'}
    promql_expr_test:
      - expr: count by (alertname, severity, app, pod) (ALERTS{alertstate="firing"})
        eval_time: 50m
        exp_samples:
          - {labels: '{alertname="WorkloadErrorRatioHigh",severity="critical",app="web"}', value: 1}
          - {labels: '{alertname="WorkloadSlow",severity="warning",app="web"}', value: 1}
          - {labels: '{alertname="WorkloadDependencyFailing",severity="warning",app="web"}', value: 1}
          - {labels: '{alertname="WorkloadMemoryGrowing",severity="warning",app="web",pod="web-5d8f-abc12"}', value: 1}
          - {labels: '{alertname="WorkloadCpuNearLimit",severity="warning",app="web",pod="web-5d8f-abc12"}', value: 1}
      - expr: count by (alertname) (ALERTS{alertstate="firing"})
        eval_time: 2m
        exp_samples: []
      - expr: count by (alertname) (ALERTS{alertstate="firing",alertname="WorkloadErrorRatioHigh"})
        eval_time: 4m
        exp_samples: [{labels: '{alertname="WorkloadErrorRatioHigh"}', value: 1}]
)";
        const QString said = promtool(test, toPrometheusYaml(workloadRules(target)), series);
        QVERIFY2(said.isEmpty(), qPrintable(said));
    }
};

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
