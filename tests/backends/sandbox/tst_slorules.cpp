// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/platform/slorules.h"
#include "tests/support/strict.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Sandbox;

class TestSloRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void shortensWindowsAndKeepsTheirNames();
    void passesPromtool();
    void burnsAndAlertsAsTheWorkbookSays();

private:
    //! What promtool says to the rules and \a arguments; empty when it is content.
    static QString promtool(const QStringList &arguments, const QByteArray &test);
};

QString TestSloRules::promtool(const QStringList &arguments, const QByteArray &test)
{
    QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no room for a file");
    };
    write(QStringLiteral("rules.yml"), QByteArray::fromStdString(SloRules::text(std::chrono::seconds(5))));
    write(QStringLiteral("test.yml"), test);
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("promtool"), arguments);
    if (!process.waitForFinished())
        return QStringLiteral("promtool did not end");
    return process.exitCode() == 0 ? QString() : QString::fromUtf8(process.readAll());
}

void TestSloRules::shortensWindowsAndKeepsTheirNames()
{
    const QString text = QString::fromStdString(SloRules::text(std::chrono::seconds(5)));
    QVERIFY(text.contains(QStringLiteral("[20s]"))); // 5 s would hold one sample
    QVERIFY(text.contains(QStringLiteral("record: slo:sli_error:ratio_rate1h\n        expr: >-\n          "
                                         "avg_over_time(slo:sli_error:ratio_rate5m[60s])\n        "
                                         "labels: {sloth_window: 1h}")));
    QVERIFY(QString::fromStdString(SloRules::text(std::chrono::seconds(1))).contains(QStringLiteral("[5s]")));
}

void TestSloRules::passesPromtool()
{
    if (QStandardPaths::findExecutable(QStringLiteral("promtool")).isEmpty())
        QSKIP("promtool is not installed (package prometheus)");
    const QString said
        = promtool({QStringLiteral("check"), QStringLiteral("rules"), QStringLiteral("rules.yml")}, QByteArray());
    QVERIFY2(said.isEmpty(), qPrintable(said));
}

void TestSloRules::burnsAndAlertsAsTheWorkbookSays()
{
    if (QStandardPaths::findExecutable(QStringLiteral("promtool")).isEmpty())
        QSKIP("promtool is not installed (package prometheus)");
    // 4 % of the answers of `web` are errors against a budget of 0.1 %: a burn rate of 40. `calm` has 0.05 %.
    const QString said = promtool({QStringLiteral("test"), QStringLiteral("rules"), QStringLiteral("test.yml")}, R"(
rule_files: [rules.yml]
evaluation_interval: 5s
tests:
  - interval: 5s
    input_series:
      - series: 'platform_slo_objective{cluster="a",namespace="n",app="web",tenant="t",sloth_id="n-web-availability",sloth_service="n-web",sloth_slo="availability",sloth_objective="99.9"}'
        values: '0.999x60'
      - series: 'platform_slo_objective{cluster="a",namespace="n",app="web",tenant="t",sloth_id="n-web-latency",sloth_service="n-web",sloth_slo="latency",sloth_objective="95"}'
        values: '0.95x60'
      - series: 'platform_slo_objective{cluster="a",namespace="n",app="calm",tenant="t",sloth_id="n-calm-availability",sloth_service="n-calm",sloth_slo="availability",sloth_objective="99.9"}'
        values: '0.999x60'
      - series: 'http_requests_total{cluster="a",namespace="n",app="web",pod="p",code="200"}'
        values: '0+960x60'
      - series: 'http_requests_total{cluster="a",namespace="n",app="web",pod="p",code="500"}'
        values: '0+40x60'
      - series: 'http_requests_total{cluster="a",namespace="n",app="calm",pod="q",code="200"}'
        values: '0+19990x60'
      - series: 'http_requests_total{cluster="a",namespace="n",app="calm",pod="q",code="500"}'
        values: '0+10x60'
      - series: 'http_request_duration_seconds_bucket{cluster="a",namespace="n",app="web",pod="p",le="0.5"}'
        values: '0+900x60'
      - series: 'http_request_duration_seconds_count{cluster="a",namespace="n",app="web",pod="p"}'
        values: '0+1000x60'
    promql_expr_test:
      - expr: round(slo:sli_error:ratio_rate1h{sloth_slo="availability",app="web"}, 0.0001)
        eval_time: 4m
        exp_samples:
          - {labels: '{cluster="a",namespace="n",app="web",tenant="t",sloth_id="n-web-availability",sloth_service="n-web",sloth_slo="availability",sloth_window="1h"}', value: 0.04}
      - expr: round(slo:sli_error:ratio_rate5m{sloth_slo="latency"}, 0.0001)
        eval_time: 4m
        exp_samples:
          - {labels: '{cluster="a",namespace="n",app="web",tenant="t",sloth_id="n-web-latency",sloth_service="n-web",sloth_slo="latency",sloth_window="5m"}', value: 0.1}
      - expr: round(slo:current_burn_rate:ratio{sloth_id="n-web-availability"}, 0.01)
        eval_time: 4m
        exp_samples:
          - {labels: '{cluster="a",namespace="n",app="web",tenant="t",sloth_id="n-web-availability",sloth_service="n-web",sloth_slo="availability"}', value: 40}
      - expr: round(slo:period_error_budget_remaining:ratio{sloth_id="n-web-availability"}, 0.01)
        eval_time: 4m
        exp_samples:
          - {labels: '{cluster="a",namespace="n",app="web",tenant="t",sloth_id="n-web-availability",sloth_service="n-web",sloth_slo="availability"}', value: -39}
      - expr: sloth_slo_info{sloth_slo="latency"}
        eval_time: 4m
        exp_samples:
          - {labels: 'sloth_slo_info{cluster="a",namespace="n",app="web",tenant="t",sloth_id="n-web-latency",sloth_service="n-web",sloth_slo="latency",sloth_objective="95",sloth_mode="cli-gen-prom",sloth_spec="prometheus/v1",sloth_version="v0.11.0"}', value: 1}
      - expr: count by (sloth_id, sloth_severity) (ALERTS{alertname="ErrorBudgetBurn",alertstate="firing"})
        eval_time: 4m
        exp_samples:
          - {labels: '{sloth_id="n-web-availability",sloth_severity="page"}', value: 1}
          - {labels: '{sloth_id="n-web-availability",sloth_severity="ticket"}', value: 1}
          - {labels: '{sloth_id="n-web-latency",sloth_severity="ticket"}', value: 1}
)");
    QVERIFY2(said.isEmpty(), qPrintable(said));
}

QTEST_GUILESS_MAIN(TestSloRules)
#include "tst_slorules.moc"
