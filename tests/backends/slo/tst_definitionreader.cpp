// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/slo/definition.h"
#include "tests/support/strict.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace SloSpec;
using namespace std::chrono_literals;
using std::chrono::hours;
using std::chrono::seconds;
using Tool = Definition::Tool;

namespace {

QByteArray sample(const char *name)
{
    QFile file(QStringLiteral(PILOTHOUSE_SLO_DATA "/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QByteArray sloth = sample("cart.yaml");
const QByteArray slothObject = sample("cart.json");

QByteArray pyrra(const QByteArray &indicator)
{
    return R"(apiVersion: pyrra.dev/v1alpha1
kind: ServiceLevelObjective
metadata: {name: cart-latency, namespace: monitoring, labels: {prometheus: k8s, pyrra.dev/team: shop}}
spec:
  target: "99"
  window: 4w
  indicator:
)" + indicator;
}

QByteArray openSlo(const QByteArray &spec)
{
    return "apiVersion: openslo/v1\nkind: SLO\nmetadata: {name: cart-write, labels: {team: [a, b], tier: one}}\nspec:\n"
           "  service: cart\n"
        + spec;
}

const QByteArray monthly = "  timeWindow: [{duration: 30d, isRolling: true}]\n";
const QByteArray target = "  objectives: [{target: 0.995}]\n";
QByteArray ratio(const QByteArray &metric)
{
    return "  indicator:\n    metadata: {name: s}\n    spec:\n" + metric;
}
const QByteArray badOfTotal = ratio(R"(      ratioMetric:
        counter: true
        bad: {metricSource: {type: Prometheus, spec: {query: 'cart_total{code=~"5.."}'}}}
        total: {metricSource: {type: Prometheus, spec: {query: 'cart_total'}}}
)");

Definition only(const QByteArray &text)
{
    const QList<Definition> all = parse(text, QStringLiteral("f.yaml"));
    return all.size() == 1 ? all.first() : Definition();
}

} // namespace

class TestDefinitionReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void readsSlothsFile()
    {
        const QList<Definition> all = parse(sloth, QStringLiteral("cart.yaml"));
        QCOMPARE(all.size(), 2);
        const Definition &slo = all.at(0);
        QCOMPARE(slo.problem, QString());
        QCOMPARE(slo.tool, Tool::Sloth);
        QCOMPARE(slo.origin, QStringLiteral("cart.yaml:5"));
        QCOMPARE(slo.id, QStringLiteral("cart-write-availability"));
        QCOMPARE(slo.name, QStringLiteral("write-availability"));
        QCOMPARE(slo.service, QStringLiteral("cart"));
        QCOMPARE(slo.description, QStringLiteral("Writes succeed"));
        QCOMPARE(slo.objective, 0.995);
        QCOMPARE(slo.period, seconds(hours(720)));
        QCOMPARE(slo.labels.value(QStringLiteral("team")), QStringLiteral("shop"));
        QCOMPARE(slo.labels.value(QStringLiteral("tier")), QStringLiteral("1"));
        QVERIFY(slo.errorQuery.contains(QStringLiteral("code=~\"5..\"")));
        QVERIFY(slo.errorRatioQuery.isEmpty());
        QCOMPARE(slo.alerting.name, QStringLiteral("CartWriteBurn"));
        QCOMPARE(slo.alerting.pageLabels.value(QStringLiteral("severity")), QStringLiteral("page"));
        QVERIFY(slo.alerting.page && !slo.alerting.ticket);
        QCOMPARE(all.at(1).problem, QString());
        QCOMPARE(errorRatio(all.at(1), 5min), QStringLiteral("1 - avg(avg_over_time(up[5m]))"));
        QVERIFY(all.at(1).alerting.ticket);
    }

    void readsSlothsObjectAsJson()
    {
        const QList<Definition> all = parseObjects(slothObject, QStringLiteral("prod-eu"));
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().problem, QString());
        QCOMPARE(all.first().origin, QStringLiteral("prod-eu/monitoring/cart"));
        QCOMPARE(all.first().namespaceName, QStringLiteral("monitoring"));
        QCOMPARE(all.first().objective, 0.999);
        QVERIFY(!all.first().alerting.page);
        QCOMPARE(all.first().alerting.ticketLabels.value(QStringLiteral("severity")), QStringLiteral("low"));
    }

    void readsListsOfObjects()
    {
        const QByteArray broken = QByteArray(slothObject).left(slothObject.indexOf(", \"namespace")) + "}}";
        const QByteArray list = "{\"kind\": \"List\", \"items\": [" + slothObject + ", " + broken
            + ", {\"apiVersion\": \"apps/v1\", \"kind\": \"Deployment\"}]}";
        const QList<Definition> all = parseObjects(list, QStringLiteral("c"));
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.at(0).problem, QString());
        QVERIFY(all.at(1).problem.contains(QStringLiteral("“spec”")));
    }

    void readsPyrra_data()
    {
        QTest::addColumn<QByteArray>("indicator");
        QTest::addColumn<QString>("query");
        QTest::newRow("ratio")
            << QByteArray("    ratio:\n      errors: {metric: 'http_total{code=~\"5..\"}'}\n      total: {metric: "
                          "http_total}\n"
                          "      grouping: [namespace, route]\n")
            << QStringLiteral(
                   "(sum by (namespace, route) (rate(http_total{code=~\"5..\"}[5m]))) / (sum by (namespace, route) "
                   "(rate(http_total[5m]))) or ((sum by (namespace, route) (rate(http_total[5m]))) > 0) * 0");
        QTest::newRow("latency") << QByteArray(
            "    latency:\n      success: {metric: 'l_bucket{le=\"0.3\"}'}\n      total: {metric: l_count}\n")
                                 << QStringLiteral(
                                        "((sum (rate(l_count[5m]))) - ((sum (rate(l_bucket{le=\"0.3\"}[5m]))) or (sum "
                                        "(rate(l_count[5m]))) * 0)) "
                                        "/ (sum (rate(l_count[5m]))) or ((sum (rate(l_count[5m]))) > 0) * 0");
        QTest::newRow("native") << QByteArray("    latencyNative:\n      total: {metric: l}\n      latency: 300ms\n")
                                << QStringLiteral("1 - histogram_fraction(0, 0.3, sum (rate(l[5m])))");
        QTest::newRow("native, seconds") << QByteArray(
            "    latencyNative:\n      total: {metric: l}\n      latency: 2s\n")
                                         << QStringLiteral("1 - histogram_fraction(0, 2, sum (rate(l[5m])))");
        QTest::newRow("gauge") << QByteArray("    bool_gauge:\n      metric: 'probe_success{job=\"x\"}'\n")
                               << QStringLiteral("1 - sum (sum_over_time(probe_success{job=\"x\"}[5m])) / sum "
                                                 "(count_over_time(probe_success{job=\"x\"}[5m]))");
    }
    void readsPyrra()
    {
        QFETCH(QByteArray, indicator);
        QFETCH(QString, query);
        const Definition slo = only(pyrra(indicator));
        QCOMPARE(slo.problem, QString());
        QCOMPARE(slo.tool, Tool::Pyrra);
        QCOMPARE(slo.id, QStringLiteral("cart-latency"));
        QCOMPARE(slo.objective, 0.99);
        QCOMPARE(slo.period, seconds(hours(28 * 24)));
        QCOMPARE(slo.labels.value(QStringLiteral("team")), QStringLiteral("shop"));
        QVERIFY(!slo.labels.contains(QStringLiteral("prometheus")));
        QCOMPARE(errorRatio(slo, 5min), query);
    }

    void readsOpenSlo()
    {
        const Definition slo = only(openSlo(badOfTotal + monthly + target));
        QCOMPARE(slo.problem, QString());
        QCOMPARE(slo.tool, Tool::OpenSlo);
        QCOMPARE(slo.id, QStringLiteral("cart-cart-write"));
        QCOMPARE(slo.objective, 0.995);
        QCOMPARE(slo.labels.value(QStringLiteral("team")), QStringLiteral("a,b"));
        QVERIFY(slo.rolling);
        QCOMPARE(slo.errorQuery, QStringLiteral("sum(rate(cart_total{code=~\"5..\"}[{{.window}}]))"));
        QCOMPARE(slo.totalQuery, QStringLiteral("sum(rate(cart_total[{{.window}}]))"));
    }

    void readsGoodRawAndGaugesOfOpenSlo()
    {
        Definition slo = only(openSlo(ratio("      ratioMetric:\n        counter: false\n"
                                            "        good: {metricSource: {spec: {query: good}}}\n"
                                            "        total: {metricSource: {spec: {query: all}}}\n")
            + monthly + target));
        QCOMPARE(slo.problem, QString());
        QCOMPARE(slo.errorQuery,
            QStringLiteral("(sum(sum_over_time(all[{{.window}}]))) - ((sum(sum_over_time(good[{{.window}}]))) or "
                           "(sum(sum_over_time(all[{{.window}}]))) * 0)"));
        slo = only(
            openSlo(ratio("      ratioMetric:\n        rawType: success\n"
                          "        raw: {metricSource: {spec: {query: 'avg(avg_over_time(up[{{.window}}]))'}}}\n")
                + monthly + target));
        QCOMPARE(slo.problem, QString());
        QCOMPARE(slo.errorRatioQuery, QStringLiteral("1 - (avg(avg_over_time(up[{{.window}}])))"));
    }

    void readsBudgetingAndWindowsOfOpenSlo()
    {
        Definition slo = only(openSlo(badOfTotal
            + "  budgetingMethod: Timeslices\n"
              "  timeWindow: [{duration: 1M, calendar: {startTime: '2026-01-01 00:00:00', timeZone: UTC}}]\n"
              "  objectives: [{targetPercent: 99.5, timeSliceTarget: 0.95, timeSliceWindow: 1m}]\n"));
        QCOMPARE(slo.problem, QString());
        QCOMPARE(slo.budgeting, Definition::Budgeting::Timeslices);
        QCOMPARE(slo.sliceTarget, 0.95);
        QCOMPARE(slo.sliceWindow, seconds(60));
        QVERIFY(!slo.rolling);
        QVERIFY(slo.calendar);
        QCOMPARE(*slo.calendar,
            (CalendarWindow{QDate(2026, 1, 1), QTime(0, 0), QStringLiteral("UTC"), 1, CalendarWindow::Unit::Month}));
        QVERIFY2(
            errorRatioSince(slo).contains(QStringLiteral("[pilothouse_since:1m]")), qPrintable(errorRatioSince(slo)));
        QCOMPARE(slo.objective, 0.995);
        slo = only(openSlo(badOfTotal + monthly
            + "  budgetingMethod: RatioTimeslices\n  objectives: [{target: 0.9, timeSliceWindow: 5}]\n"));
        QCOMPARE(slo.problem, QString());
        QCOMPARE(slo.sliceWindow, seconds(300));
    }

    void severalObjectivesAreSeveralRows()
    {
        const QList<Definition> all = parse(openSlo(badOfTotal + monthly
                                                + "  objectives:\n  - {displayName: most, target: 0.9}\n"
                                                  "  - {displayName: all, target: 1.5}\n  - {target: 0.99}\n"),
            QStringLiteral("f"));
        QCOMPARE(all.size(), 3);
        QCOMPARE(all.at(0).id, QStringLiteral("cart-cart-write-1"));
        QCOMPARE(all.at(0).problem, QString());
        QVERIFY(all.at(1).problem.contains(QStringLiteral("“1.5”")));
        QCOMPARE(all.at(2).problem, QString());
        QCOMPARE(all.at(2).objective, 0.99);
    }

    void findsIndicatorsInOtherFiles()
    {
        const QByteArray sli = "apiVersion: openslo/v1\nkind: SLI\nmetadata: {name: writes}\nspec:\n  ratioMetric:\n"
                               "    bad: {metricSource: {spec: {query: bad}}}\n"
                               "    total: {metricSource: {spec: {query: all}}}\n";
        const QByteArray slo = openSlo("  indicatorRef: writes\n" + monthly + target);
        const QByteArray others = "apiVersion: openslo/v1\nkind: Service\nmetadata: {name: cart}\n---\n"
                                  "apiVersion: openslo/v1\nkind: DataSource\nmetadata: {name: d}\n---\n"
                                  "apiVersion: openslo/v1\nkind: AlertPolicy\nmetadata: {name: p}\n";
        QList<Definition> all = parse(
            QList<SpecFile>{{slo, QStringLiteral("a")}, {sli, QStringLiteral("b")}, {others, QStringLiteral("c")}});
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().problem, QString());
        QCOMPARE(all.first().totalQuery, QStringLiteral("sum(rate(all[{{.window}}]))"));
        QVERIFY(only(slo).problem.contains(QStringLiteral("no SLI “writes”")));
        all = parse(QList<SpecFile>{{slo, QStringLiteral("a")},
            {QByteArray(sli).replace("{query: all}", "{quest: all}"), QStringLiteral("b")}});
        QVERIFY2(
            all.first().problem.contains(QStringLiteral("at b, line 7, column ")), qPrintable(all.first().problem));
    }

    void tellsWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const QByteArray &text, const char *place, const char *words) {
            QTest::newRow(name) << text << QString::fromLatin1(place) << QString::fromUtf8(words);
        };
        const auto slo = [](const QByteArray &objective, const QByteArray &sli) {
            return QByteArray("version: prometheus/v1\nservice: s\nslos:\n- name: n\n  objective: " + objective
                + "\n  sli: " + sli + "\n");
        };
        const QByteArray good = "{raw: {error_ratio_query: 'a[{{.window}}]'}}";
        row("syntax", "a: [b\nc: d\n", "Line ", "not valid YAML");
        row("comma", slo("99,9", good), "Line 5, column 14: ", "“99,9” is not an objective");
        row("too much", slo("100", good), "Line 5, column 14: ", "below 100");
        row("share", slo("nan", good), "Line 5, column 14: ", "not an objective");
        row("no window", slo("99", "{raw: {error_ratio_query: 'a[5m]'}}"), "Line 6, column 34: ", "{{.window}}");
        row("plugin", slo("99", "{plugin: {id: p/x}}"), "Line 6, column 17: ", "plugin “p/x”");
        row("no query", slo("99", "{events: {total_query: 'a[{{.window}}]'}}"), "Line 6, ", "“error_query”. Add it");
        row("two", slo("99", "{raw: {}, events: {}}"), "Line 6, ", "either “events” or “raw”");
        row("no service", "version: prometheus/v1\nslos: []\n", "Line 1, column 1: ", "lacks “service”");
        row("empty", "version: prometheus/v1\nservice: s\nslos: []\n", "Line 3, column 7: ", "is empty");
        row("not a list", "version: prometheus/v1\nservice: s\nslos: 5\n", "Line 3, column 7: ", "is not a list");
        row("name", "version: prometheus/v1\nservice: 'a b'\nslos: []\n", "Line 2, column 10: ", "“a b” is not a name");
        row("label", "version: prometheus/v1\nservice: s\nlabels: {a-b: c}\nslos: []\n", "Line 3, ",
            "“a-b” cannot be a label");
        row("twice", "version: prometheus/v1\nservice: s\nservice: t\nslos: []\n", "Line 3, column 1: ", "second time");
        row("other version", "version: prometheus/v2\nservice: s\n", "Line 1, column 1: ", "“prometheus/v2”");
        row("nothing said", "service: s\n", "Line 1, column 1: ", "does not say what it is");
        row("a text", "hello\n", "Line 1, column 1: ", "does not say what it is");
        row("kind", "apiVersion: openslo/v1\nkind: SLOO\n", "Line 1, column 1: ", "“SLOO”");
        row("old OpenSLO", "apiVersion: openslo/v1alpha\nkind: SLO\n",
            "Line 1, column 1: ", "“openslo/v1alpha” is not read");
        row("function", pyrra("    ratio:\n      errors: {metric: 'rate(a[5m])'}\n      total: {metric: b}\n"),
            "Line 9, column 24: ", "not a plain selector");
        row("no bucket", pyrra("    latency:\n      success: {metric: a}\n      total: {metric: b}\n"),
            "Line 9, column 7: ", "no bucket");
        row("no indicator", pyrra("    other: {}\n"), "Line 8, column 5: ", "exactly one of");
        row("grouping", pyrra("    bool_gauge: {metric: up, grouping: [a, 'b c']}\n"),
            "Line 8, column 44: ", "“b c” cannot be a label");
        row("window", QByteArray(pyrra("    bool_gauge: {metric: up}\n")).replace("4w", "4x"),
            "Line 6, column 11: ", "“4x”");
        row("threshold",
            openSlo(ratio("      thresholdMetric: {metricSource: {spec: {query: a}}}\n") + monthly + target),
            "Line 9, ", "thresholdMetric is not supported, because");
        row("vendor", openSlo(QByteArray(badOfTotal).replace("Prometheus", "Datadog") + monthly + target),
            "Line 12, column 38: ", "“Datadog”");
        row("both", openSlo(badOfTotal + monthly + "  objectives: [{target: 0.9, targetPercent: 90}]\n"), "Line 14, ",
            "either");
        row("no slices", openSlo(badOfTotal + monthly + "  budgetingMethod: Timeslices\n" + target), "Line 15, ",
            "timeSliceWindow");
        row("method", openSlo(badOfTotal + monthly + "  budgetingMethod: Slices\n" + target), "Line 14, ", "“Slices”");
        row("composite", openSlo(badOfTotal + monthly + "  objectives: [{target: 0.9, compositeWeight: 1}]\n"),
            "Line 14, ", "composed");
        row("no calendar", openSlo(badOfTotal + "  timeWindow: [{duration: 30d, isRolling: false}]\n" + target),
            "Line 13, ", "calendar");
        row("a calendar of nowhere",
            openSlo(badOfTotal
                + "  timeWindow: [{duration: 1M, calendar: {startTime: '2026-01-01 00:00:00', timeZone: Nowhere}}]\n"
                + target),
            "Line 13, ", "“Nowhere”");
        row("a calendar without a zone",
            openSlo(
                badOfTotal + "  timeWindow: [{duration: 1M, calendar: {startTime: '2026-01-01 00:00:00'}}]\n" + target),
            "Line 13, ", "timeZone");
        row("not a query",
            openSlo(QByteArray(badOfTotal).replace("'cart_total'", "'sum(cart_total)'") + monthly + target),
            "Line 12, ", "no plain selector");
    }
    void tellsWhatIsWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        QFETCH(QString, words);
        const QList<Definition> all = parse(text, QStringLiteral("f.yaml"));
        QCOMPARE(all.size(), 1);
        const QString problem = all.first().problem;
        QVERIFY2(problem.startsWith(place), qPrintable(problem));
        QVERIFY2(problem.contains(words), qPrintable(problem));
        QVERIFY2(problem.endsWith(u'.'), qPrintable(problem));
        QVERIFY(errorRatio(all.first(), 5min).isEmpty());
    }

    void hidesNothingBehindWhatIsBroken()
    {
        const QByteArray good = sloth;
        const QByteArray text = "# first\n" + good + "---\na: [broken\n--- # here\nnonsense: {\n---\n"
            + QByteArray(good).replace("service: \"cart\"", "service: other") + "...\n"
            + pyrra("    bool_gauge: {metric: up}\n");
        const QList<Definition> all = parse(text, QStringLiteral("f"));
        QCOMPARE(all.size(), 7);
        QStringList problems;
        for (const Definition &definition : all)
            problems.append(definition.problem.section(u':', 0, 0));
        QVERIFY(problems.at(0).isEmpty() && problems.at(1).isEmpty());
        QCOMPARE(problems.at(2), QStringLiteral("Line 24, column 1"));
        QVERIFY2(problems.at(3).startsWith(QStringLiteral("Line 2")), qPrintable(problems.at(3)));
        QVERIFY(problems.at(4).isEmpty() && problems.at(5).isEmpty() && problems.at(6).isEmpty());
        QCOMPARE(all.at(4).origin, QStringLiteral("f:%1").arg(26 + 5));
        QCOMPARE(all.at(6).tool, Tool::Pyrra);
    }

    void tellsWhenTwoHaveOneId()
    {
        const QList<Definition> all = parse(QByteArray(sloth + "---\n" + sloth), QStringLiteral("f"));
        QCOMPARE(all.size(), 4);
        QVERIFY(all.at(0).problem.isEmpty());
        QVERIFY(all.at(2).problem.contains(QStringLiteral("f:5")));
    }

    void passesOverWhatIsNotItsAffair()
    {
        QVERIFY(parse("", QStringLiteral("f")).isEmpty());
        QVERIFY(parse("# nothing\n---\n---\nnull\n...\n", QStringLiteral("f")).isEmpty());
        QVERIFY(parse("apiVersion: apps/v1\nkind: Deployment\nspec: {a: b}\n", QStringLiteral("f")).isEmpty());
    }

    void staysWithinBounds()
    {
        QVERIFY(only(QByteArray(largestFile + 1, ' ')).problem.contains(QStringLiteral("4 MiB")));
        QVERIFY(only(QByteArray("a\0b", 3)).problem.contains(QStringLiteral("not a text")));
        QVERIFY(only(QByteArray(100'000, '[')).problem.startsWith(QStringLiteral("Line ")));
        QByteArray many;
        for (int i = 0; i < 5001; ++i)
            many += "---\na: b\n";
        QVERIFY(only(many).problem.contains(QStringLiteral("5,000")));
        // A small file whose aliases stand for gigabytes of text.
        QByteArray bomb = "x: &x '" + QByteArray(1000, 'x') + "'\nversion: prometheus/v1\nservice: s\nl: &l {";
        for (int i = 0; i < 150; ++i)
            bomb += "l" + QByteArray::number(i) + ": *x, ";
        bomb += "z: z}\no: &o\n  name: n\n  objective: 99\n  labels: *l\n  alerting: {labels: *l, annotations: *l}\n"
                "  sli: {raw: {error_ratio_query: 'a[{{.window}}]'}}\nslos:\n";
        for (int i = 0; i < 4000; ++i)
            bomb += "- *o\n";
        const QList<Definition> all = parse(bomb, QStringLiteral("f"));
        QCOMPARE(all.size(), 4000);
        qsizetype text = 0;
        for (const Definition &definition : all) {
            for (const QString &value : definition.labels)
                text += value.size();
            for (const QString &value : definition.alerting.labels)
                text += value.size();
        }
        QVERIFY(text <= 16 * 1024 * 1024);
        QVERIFY(!all.last().problem.isEmpty());
    }

    void readsTheConsolesOwn()
    {
        const QDir folder(QStringLiteral(PILOTHOUSE_SLOS));
        QList<SpecFile> files;
        for (const QString &name : folder.entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            files.append({file.readAll(), name});
        }
        const QList<Definition> all = parse(files);
        QCOMPARE(all.size(), 4);
        const QHash<QString, double> objectives{{QStringLiteral("availability"), 0.999},
            {QStringLiteral("latency"), 0.95}, {QStringLiteral("quality"), 0.995},
            {QStringLiteral("satisfaction"), 0.9}};
        for (const Definition &slo : all) {
            QCOMPARE(slo.problem, QString());
            QCOMPARE(slo.tool, Tool::Console);
            QCOMPARE(slo.objective, objectives.value(slo.name));
            QCOMPARE(slo.period, seconds(hours(720)));
            QVERIFY(!errorRatio(slo, 5min).contains(QStringLiteral("{{")));
        }
    }
};

QTEST_GUILESS_MAIN(TestDefinitionReader)
#include "tst_definitionreader.moc"
