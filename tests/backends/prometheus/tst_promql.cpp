// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/preparedquestion.h"
#include "backends/prometheus/promql.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Prometheus;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestPromQl final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void narrowsEverySelector_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("narrowed");
        const auto row = [](const char *name, const char *query, const char *narrowed) {
            QTest::newRow(name) << QString::fromUtf8(query) << QString::fromUtf8(narrowed);
        };
        row("a metric", "up", "up{c=\"x\"}");
        row("recorded", "job:up:sum", "job:up:sum{c=\"x\"}");
        row("empty braces", "up{}", "up{c=\"x\"}");
        row("blanks in braces", "up { }", "up {c=\"x\" }");
        row("matchers", "up{job=\"a\"}", "up{job=\"a\",c=\"x\"}");
        row("a comma at the end", "up{job=\"a\", }", "up{job=\"a\",c=\"x\" }");
        row("braces alone", "{__name__=~\"a|b\"}", "{__name__=~\"a|b\",c=\"x\"}");
        row("a metric in quotes", "{\"my.metric\", a!='b'}", "{\"my.metric\", a!='b',c=\"x\"}");
        row("all relations", "a{b!=\"1\",c=~\"2\",d!~\"3\"}", "a{b!=\"1\",c=~\"2\",d!~\"3\",c=\"x\"}");
        row("a range", "rate(a[5m])", "rate(a{c=\"x\"}[5m])");
        row("a subquery", "max_over_time(rate(a{b=\"1\"}[5m])[1h:30s] offset 5m)",
            "max_over_time(rate(a{b=\"1\",c=\"x\"}[5m])[1h:30s] offset 5m)");
        row("braces in a string", "a{b=\"}{\\\"\"}", "a{b=\"}{\\\"\",c=\"x\"}");
        row("raw strings", "a{b=`\\`}", "a{b=`\\`,c=\"x\"}");
        row("a comment", "a # b{\n + c", "a{c=\"x\"} # b{\n + c{c=\"x\"}");
        row("a comment in braces", "a{b=\"1\" # }\n}", "a{b=\"1\",c=\"x\" # }\n}");
        row("by before", "sum by (a, b) (rate(c[5m]))", "sum by (a, b) (rate(c{c=\"x\"}[5m]))");
        row("by behind", "SUM(rate(c[5m])) BY (a)", "SUM(rate(c{c=\"x\"}[5m])) BY (a)");
        row("without", "sum without(a,)(c)", "sum without(a,)(c{c=\"x\"})");
        row("a parameter", "topk(3, a) or quantile(0.9, b)", "topk(3, a{c=\"x\"}) or quantile(0.9, b{c=\"x\"})");
        row("matching", "a / on (job) group_left (team) b", "a{c=\"x\"} / on (job) group_left (team) b{c=\"x\"}");
        row("group_left alone", "a * ignoring(x) group_left b", "a{c=\"x\"} * ignoring(x) group_left b{c=\"x\"}");
        row("bool", "a > bool 0.5 and b", "a{c=\"x\"} > bool 0.5 and b{c=\"x\"}");
        row("numbers", "a*1e-3+0x1F-.5^Inf%5m", "a{c=\"x\"}*1e-3+0x1F-.5^Inf%5m");
        row("an exponent that is none", "0x1e-a", "0x1e-a{c=\"x\"}");
        row("signs", "-a + +b", "-a{c=\"x\"} + +b{c=\"x\"}");
        row("moments", "a @ 1609746000 + b @ end() offset -1m",
            "a{c=\"x\"} @ 1609746000 + b{c=\"x\"} @ end() offset -1m");
        row("functions", "label_replace(a, \"b\", \"{c}\", 'd', \"e\") + time() + vector(1)",
            "label_replace(a{c=\"x\"}, \"b\", \"{c}\", 'd', \"e\") + time() + vector(1)");
        row("named like an aggregation", "sum + count{a=\"b\"}", "sum{c=\"x\"} + count{a=\"b\",c=\"x\"}");
        row("a string alone", "\"a{}\"", "\"a{}\"");
    }
    void narrowsEverySelector()
    {
        QFETCH(QString, query);
        const auto narrowed = PromQl::narrowed(query, u",c=\"x\""_s);
        QVERIFY2(narrowed.ok(), narrowed.ok() ? "" : qPrintable(narrowed.error().detail));
        QTEST(*narrowed, "narrowed");
        const auto before = PromQl::selectors(query);
        const auto after = PromQl::selectors(*narrowed);
        QVERIFY(before.ok() && after.ok());
        QCOMPARE(after->size(), before->size());
        for (qsizetype i = 0; i < before->size(); ++i) {
            QCOMPARE(after->at(i).metric, before->at(i).metric);
            QCOMPARE(after->at(i).matchers.size(), before->at(i).matchers.size() + 1);
        }
    }

    void keepsWhatMatchersSay()
    {
        const auto narrowed = PromQl::narrowed(u"up"_s, u",cluster=\"a\\\"}b\",region=\"eu\""_s);
        QCOMPARE(*narrowed, u"up{cluster=\"a\\\"}b\",region=\"eu\"}"_s);
        const auto selectors = PromQl::selectors(*narrowed);
        QCOMPARE(selectors->constFirst().matchers.constFirst().value, u"a\"}b"_s);
    }

    void leavesAQueryAloneWithoutMatchers() { QCOMPARE(*PromQl::narrowed(u"not { promql"_s, {}), u"not { promql"_s); }

    void refusesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *query, const char *place) {
            QTest::newRow(*query ? query : "nothing") << QString::fromUtf8(query) << QString::fromUtf8(place);
        };
        row("", "1: ");
        row("a +", "4: ");
        row("a b", "3: b");
        row("(a", "3: ");
        row("a)", "2: )");
        row("a{b=\"c\"", "1: a{b=\"c\"");
        row("a{b=c}", "1: a{b=c}");
        row("a{b=\"c\" or d=\"e\"}", "1: a{b=\"c\" or d=\"e\"}");
        row("a{b=\"c}", "1: a{b=\"c}");
        row("a{,}", "1: a{,}");
        row("a = b", "3: = b");
        row("rate(a[$__interval])", "7: [$__interval])");
        row("a{{.window}}", "1: a{{.window}}");
        row("rate(a) keep_metric_names", "9: keep_metric_names");
        row("WITH (x = a) x", "9: = a) x");
        row("sum(a) by (b) by (c)", "15: by (c)");
        row("a, b", "2: , b");
        row("(a, b)", "3: , b)");
        row("and", "1: and");
        row("on(a)", "1: on(a)");
        row("a / on b", "3: / on b");
        row("time(", "6: ");
        row("'a\nb'", "1: 'a\nb'");
        row("äpfel", "1: äpfel");
    }
    void refusesWhatItDoesNotUnderstand()
    {
        QFETCH(QString, query);
        const auto narrowed = PromQl::narrowed(query, u",c=\"x\""_s);
        QVERIFY2(!narrowed.ok(), narrowed.ok() ? qPrintable(*narrowed) : "");
        QCOMPARE(narrowed.error().kind, Error::Kind::Unsupported);
        QTEST(narrowed.error().detail, "place");
    }

    void isBounded()
    {
        QVERIFY(!PromQl::selectors(QString(PromQl::longestQuery + 1, u'a')).ok());
        QVERIFY(PromQl::selectors(QString(PromQl::deepest, u'(') + u"a" + QString(PromQl::deepest, u')')).ok());
        QVERIFY(
            !PromQl::selectors(QString(PromQl::deepest + 1, u'(') + u"a" + QString(PromQl::deepest + 1, u')')).ok());
        QStringList many;
        for (qsizetype i = 0; i <= PromQl::mostSelectors; ++i)
            many.append(u"a"_s);
        QVERIFY(!PromQl::selectors(many.join(u'+')).ok());
        many.removeLast();
        QCOMPARE(PromQl::selectors(many.join(u'+'))->size(), PromQl::mostSelectors);
    }

    void knowsTheGroupsOfAnAnswer()
    {
        const auto grouping
            = [](const char *query) { return PromQl::selectors(QString::fromUtf8(query))->constFirst().grouping; };
        QCOMPARE(grouping("sum by (a, b) (rate(m[5m]))"), std::optional(QStringList({u"a"_s, u"b"_s})));
        QCOMPARE(grouping("sum(rate(m[5m])) by (a)"), std::optional(QStringList({u"a"_s})));
        QCOMPARE(grouping("sum by (a) (sum by (a, b) (m))"), std::optional(QStringList({u"a"_s})));
        QCOMPARE(grouping("topk by (a) (1, sum by (b) (m))"), std::optional(QStringList({u"b"_s})));
        QCOMPARE(grouping("sum(m)"), std::optional(QStringList()));
        QVERIFY(!grouping("rate(m[5m])"));
        QVERIFY(!grouping("sum without (a) (m)"));
        QVERIFY(!grouping("sum(m) without (a)"));
    }

    void findsTheBucketsOfADefinition()
    {
        SloQuestion question;
        question.ratios = {{300s,
            u"(sum by (ns) (rate(x_count[5m])) - sum by (ns) (rate(x_bucket{le=\"0.5\",job=\"a\"}[5m]))) / 2"_s}};
        SloQuestion prepared = preparedQuestion(question, {});
        QCOMPARE(prepared.ratios, question.ratios);
        QCOMPARE(prepared.bounds.size(), 1);
        QCOMPARE(prepared.bounds[0].histogram, u"x"_s);
        QCOMPARE(prepared.bounds[0].bound, u"0.5"_s);
        const QString lacking = u"count by (ns) (x_bucket{job=\"a\",le=\"+Inf\"}) unless "
                                "count by (ns) (x_bucket{job=\"a\",le=\"0.5\"})"_s;
        QCOMPARE(prepared.bounds[0].lacking, lacking);
        QCOMPARE(prepared.bounds[0].known,
            QString(u"count by (ns,le) (x_bucket{job=\"a\"}) and on (ns) (" + lacking + u')'));
        prepared = preparedQuestion(question, u",cluster=\"eu\""_s);
        QVERIFY(
            prepared.bounds[0].lacking.startsWith(u"count by (ns) (x_bucket{job=\"a\",cluster=\"eu\",le=\"+Inf\"})"_s));
        for (const QString &text : {prepared.bounds[0].lacking, prepared.bounds[0].known})
            QVERIFY2(PromQl::selectors(text).ok(), qPrintable(text));
    }

    void asksOnlyForBoundsThatAreMeant_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("bounds");
        QTest::newRow("none") << u"rate(x_count[5m])"_s << QStringList();
        QTest::newRow("a pattern") << u"x_bucket{le=~\"4([.]0)?\"}"_s << QStringList{u"4([.]0)?"_s};
        QTest::newRow("by its name as a matcher") << u"{__name__=\"x_bucket\",le='1'}"_s << QStringList{u"1"_s};
        QTest::newRow("all") << u"x_bucket{le=\"+Inf\"}"_s << QStringList();
        QTest::newRow("not that one") << u"x_bucket{le!=\"1\"}"_s << QStringList();
        QTest::newRow("no histogram") << u"x{le=\"1\"}"_s << QStringList();
        QTest::newRow("twice the same") << u"x_bucket{le=\"1\"} / x_bucket{le=\"1\"}"_s << QStringList{u"1"_s};
        QTest::newRow("not understood") << u"x_bucket{le=\"1\"} keep"_s << QStringList();
    }
    void asksOnlyForBoundsThatAreMeant()
    {
        QFETCH(QString, query);
        SloQuestion question;
        question.ratios = {{300s, query}};
        QStringList bounds;
        for (const SloQuestion::Bound &bound : preparedQuestion(question, {}).bounds)
            bounds.append(bound.bound);
        QTEST(bounds, "bounds");
    }

    void asksNothingThatCannotBeNarrowed()
    {
        SloQuestion question;
        question.ratios = {{300s, u"rate(a[5m]) keep"_s}, {600s, u"a"_s}};
        question.events = u"b"_s;
        const SloQuestion prepared = preparedQuestion(question, u",cluster=\"eu\""_s);
        QCOMPARE(prepared.unselected, u"13: keep"_s);
        QVERIFY(prepared.ratios.isEmpty());
        QVERIFY(prepared.events.isEmpty());
        QVERIFY(preparedQuestion(question, {}).unselected.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPromQl)
#include "tst_promql.moc"
