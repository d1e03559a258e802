// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/prometheus/sloserver.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace SloServer;

//! What a SloMonitor asks of definitions that nothing records.
class TestSloQuestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void evaluatesDefinitionsThatNothingRecords();
    void findsTheDefinitionThatIsRefused();
    void leavesRecordedDefinitionsToTheRules();
    void asksDefinitionsForOneClusterOfSeveral();
    void saysWhichDefinitionCannotBeAskedForOneCluster();
    void countsEventsOfOneClusterOfSeveral();
    void findsBoundsThatAHistogramLacks();
    void findsABoundThatNoGroupHas();
    void readsTrendsOfDefinitions();
    void asksForBoundsAndTrendsInFewQueries();
    void asksSinceACalendarsPeriodBegan();
};

namespace {

SloQuestion latency()
{
    SloQuestion made = question(QStringLiteral("latency"), {});
    made.ratios = {{300s,
        QStringLiteral("(sum by (app) (rate(d_count[5m])) - sum by (app) (rate(d_bucket{le=\"0.5\"}[5m]))) / sum by "
                       "(app) (rate(d_count[5m]))")}};
    return made;
}

QByteArray asked(const char *mark, const QByteArray &more, double value = 1)
{
    return one(R"("pilothouse_slo":"0","pilothouse_window":")" + QByteArray(mark) + '"' + more, value);
}

} // namespace

void TestSloQuestions::evaluatesDefinitionsThatNothingRecords()
{
    Fixture f;
    f.monitor.setDefinitions(
        {question(QStringLiteral("a"), QStringLiteral("qa")), question(QStringLiteral("b"), QStringLiteral("qb"))});
    f.monitor.start();
    const QString query = f.asked(QStringLiteral("pilothouse_slo"));
    QVERIFY(query.contains(QStringLiteral("qa5m")) && query.contains(QStringLiteral("qb1h"))); // all in one
    QVERIFY(f.answer(QStringLiteral("pilothouse_slo"),
        vector(one(R"("pilothouse_slo":"1","pilothouse_window":"300","app":"web")", 0.125))));
    f.answerRound({}, 0, {});
    QCOMPARE(f.samples[0].slos.size(), 2);
    const SloReading *reading = find(f.samples[0], QStringLiteral("web"));
    QVERIFY(reading);
    QCOMPARE(reading->id, QStringLiteral("b"));
    QCOMPARE(reading->recorded, false);
    QCOMPARE(reading->objective, std::optional(0.99));
    QCOMPARE(reading->windows[0].errorRatio, std::optional(0.125));
    QVERIFY(reading->confirmed);
}

void TestSloQuestions::findsTheDefinitionThatIsRefused()
{
    Fixture f;
    QList<SloQuestion> questions;
    for (int i = 0; i < 4; ++i)
        questions.append(question(QStringLiteral("d%1").arg(i), QStringLiteral("q%1_").arg(i)));
    f.monitor.setDefinitions(questions);
    f.monitor.start();
    const auto good = [&f](const QString &text) {
        QByteArray series;
        for (int i = 0; i < 4; ++i) {
            if (i != 2 && text.contains(QStringLiteral("q%1_5m").arg(i)))
                series += (series.isEmpty() ? "" : ",")
                    + one(R"("pilothouse_window":"300","pilothouse_slo":")" + QByteArray::number(i) + '"', 0.5);
        }
        return f.answer(text, vector(series));
    };
    for (int round = 0; round < 8; ++round) {
        QString text;
        while (!(text = f.asked(QStringLiteral("pilothouse_slo"))).isEmpty()) {
            if (text.contains(QStringLiteral("q2_")))
                QVERIFY(f.finish(text, failure(Error::Kind::BadRequest, 400, "parse error: unexpected q2")));
            else
                QVERIFY(good(text));
        }
        f.answerRound({}, 0, {});
        f.clock.advance(15s);
    }
    const SloSample &last = f.samples.constLast();
    QCOMPARE(last.slos.size(), 4);
    for (const SloReading &reading : last.slos) {
        const bool bad = reading.id == QStringLiteral("d2");
        QCOMPARE(reading.problem, bad ? QStringLiteral("parse error: unexpected q2") : QString());
        QCOMPARE(reading.windows.isEmpty(), bad);
    }
}

void TestSloQuestions::leavesRecordedDefinitionsToTheRules()
{
    Fixture f;
    SloQuestion known = question(QStringLiteral("requests-availability"), QStringLiteral("q"));
    known.description = QStringLiteral("Requests succeed.");
    f.monitor.start();
    f.answerRound(ratio("5m", web, 0.01));
    f.monitor.setDefinitions({known});
    QVERIFY(f.asked(QStringLiteral("pilothouse_slo")).isEmpty());
    f.answerRound(ratio("5m", web, 0.01));
    QCOMPARE(f.samples.constLast().slos.size(), 1);
    QCOMPARE(f.samples.constLast().slos[0].description, QStringLiteral("Requests succeed."));
    QCOMPARE(f.samples.constLast().slos[0].objective, std::optional(0.995)); // as recorded
}

void TestSloQuestions::asksDefinitionsForOneClusterOfSeveral()
{
    Fixture f(Selection::parse(QStringLiteral("cluster=prod-eu")));
    SloQuestion asked = question(QStringLiteral("a"), QStringLiteral("q"));
    asked.ratios = {{300s, QStringLiteral("sum by (app) (rate(e{code=\"500\"}[5m])) / sum by (app) (rate(t[5m]))")}};
    asked.events = QStringLiteral("rate(t[1h]) * 3600");
    f.monitor.setDefinitions({asked});
    f.monitor.start();
    const QString query = f.asked(QStringLiteral("pilothouse_slo"));
    QVERIFY2(query.contains(QStringLiteral("rate(e{code=\"500\",cluster=\"prod-eu\"}[5m])")), qPrintable(query));
    QVERIFY(query.contains(QStringLiteral("rate(t{cluster=\"prod-eu\"}[5m])")));
    QVERIFY(query.contains(QStringLiteral("rate(t{cluster=\"prod-eu\"}[1h]) * 3600")));
    QVERIFY(f.answer(QStringLiteral("pilothouse_slo"),
        vector(one(R"("pilothouse_slo":"0","pilothouse_window":"300","app":"web")", 0.125))));
    f.answerRound({}, 0, {});
    f.monitor.readCourse(QStringLiteral("c"), f.samples[0].slos[0].key, 0, 600'000, 60s);
    QVERIFY(f.asked(QStringLiteral("query_range")).contains(QStringLiteral("rate(t{cluster=\"prod-eu\"}[5m])")));
}

void TestSloQuestions::saysWhichDefinitionCannotBeAskedForOneCluster()
{
    SloQuestion odd = question(QStringLiteral("odd"), QStringLiteral("q"));
    odd.ratios = {{300s, QStringLiteral("rate(a[5m]) keep_metric_names")}};
    const QList<SloQuestion> questions{odd, question(QStringLiteral("plain"), QStringLiteral("p"))};
    Fixture f(Selection::parse(QStringLiteral("cluster=prod-eu")));
    f.monitor.setDefinitions(questions);
    f.monitor.start();
    QVERIFY(!f.asked(QStringLiteral("pilothouse_slo")).contains(QStringLiteral("keep_metric_names")));
    f.answerRound({}, 0, {});
    QCOMPARE(f.samples[0].slos.size(), 2);
    for (const SloReading &reading : f.samples[0].slos)
        QCOMPARE(reading.unselected, reading.id == odd.id ? QStringLiteral("13: keep_metric_names") : QString());

    Fixture all; // who asks for everything need not understand it
    all.monitor.setDefinitions(questions);
    all.monitor.start();
    QVERIFY(all.asked(QStringLiteral("pilothouse_slo")).contains(QStringLiteral("keep_metric_names")));
}

void TestSloQuestions::countsEventsOfOneClusterOfSeveral()
{
    Fixture f(Selection::parse(QStringLiteral("cluster=prod-eu")));
    f.monitor.start();
    QVERIFY(f.answer(QStringLiteral("/api/v1/rules"),
        R"json({"status":"success","data":{"groups":[{"name":"g","interval":30,"rules":[
            {"type":"recording","name":"slo:sli_error:ratio_rate1h","labels":{"sloth_id":"requests-availability"},
             "query":"sum by (app) (rate(e[1h])) / sum by (app) (rate(t[1h]))"}]}]}})json"));
    f.answerRound(ratio("5m", web, 0.01));
    f.clock.advance(15s);
    QVERIFY(!f.asked(QStringLiteral("(sum by (app) (rate(t{cluster=\"prod-eu\"}[1h]))) * 3600")).isEmpty());
}

void TestSloQuestions::findsBoundsThatAHistogramLacks()
{
    Fixture f;
    f.monitor.setDefinitions({latency()});
    f.monitor.start();
    const QString query = f.asked(QStringLiteral("pilothouse_slo"));
    QVERIFY2(query.contains(
                 QStringLiteral("count by (app) (d_bucket{le=\"+Inf\"}) unless count by (app) (d_bucket{le=\"0.5\"})")),
        qPrintable(query));
    QVERIFY(!query.contains(QStringLiteral("count by (app,le)"))); // only where one is lacking
    QVERIFY(f.answer(QStringLiteral("pilothouse_slo"),
        vector(asked("300", R"(,"app":"web")", 0) + ',' + asked("300", R"(,"app":"db")", 0.25) + ','
            + asked("lacking0", R"(,"app":"web")"))));
    f.answerRound({}, 0, {});
    QCOMPARE(f.samples[0].slos.size(), 2);
    QVERIFY(!find(f.samples[0], QStringLiteral("db"))->missingBound);
    QCOMPARE(find(f.samples[0], QStringLiteral("web"))->missingBound,
        std::optional(MissingBound{QStringLiteral("d"), QStringLiteral("0.5"), {}}));

    f.clock.advance(15s);
    const QString bounds = f.asked(QStringLiteral("count by (app,le)"));
    QVERIFY(!bounds.isEmpty());
    QVERIFY(f.answer(QStringLiteral("count by (app,le)"),
        vector(asked("known0", R"(,"app":"web","le":"1.0")") + ',' + asked("known0", R"(,"app":"web","le":"+Inf")")
            + ',' + asked("known0", R"(,"app":"web","le":"0.25")") + ',' + asked("300", R"(,"app":"web")", 0) + ','
            + asked("300", R"(,"app":"db")", 0.25))));
    f.answerRound({}, 0, {});
    QCOMPARE(find(f.samples[1], QStringLiteral("web"))->missingBound->known,
        (QStringList{QStringLiteral("0.25"), QStringLiteral("1.0")}));

    for (int i = 0; i < 18; ++i) { // what is known stays without being asked for
        f.clock.advance(15s);
        QVERIFY(f.asked(QStringLiteral("le=\"+Inf\"")).isEmpty());
        f.answerRound({}, 0, {});
        QVERIFY(find(f.samples.constLast(), QStringLiteral("web"))->missingBound);
    }
    while (f.asked(QStringLiteral("unless count by (app)")).isEmpty()) {
        f.answerRest();
        f.clock.advance(15s);
    }
    QVERIFY(f.answer(QStringLiteral("unless count by (app)"), vector({}))); // it has got that bucket
    f.answerRest();
    QVERIFY(!find(f.samples.constLast(), QStringLiteral("web"))->missingBound);
}

void TestSloQuestions::findsABoundThatNoGroupHas()
{
    Fixture f;
    SloQuestion asked = latency();
    asked.ratios[0].query = QStringLiteral("rate(d_bucket{le=\"0.5\"}[5m])"); // whose groups are not known
    f.monitor.setDefinitions({asked, question(QStringLiteral("other"), QStringLiteral("q"))});
    f.monitor.start();
    QVERIFY(f.answer(QStringLiteral("pilothouse_slo"),
        vector(one(R"("pilothouse_slo":"0","pilothouse_window":"300","app":"web")", 0) + ','
            + one(R"("pilothouse_slo":"1","pilothouse_window":"300","app":"db")", 0) + ','
            + one(R"("pilothouse_slo":"0","pilothouse_window":"lacking0")", 1) + ','
            + one(R"("pilothouse_slo":"1","pilothouse_window":"lacking0")", 1) + ','
            + one(R"("pilothouse_slo":"0","pilothouse_window":"lacking7")", 1) + ','
            + one(R"("pilothouse_slo":"0","pilothouse_window":"lackingx")", 1))));
    f.answerRound({}, 0, {});
    QVERIFY(find(f.samples[0], QStringLiteral("web"))->missingBound);
    QVERIFY(!find(f.samples[0], QStringLiteral("db"))->missingBound);
}

void TestSloQuestions::readsTrendsOfDefinitions()
{
    Fixture f;
    f.monitor.setDefinitions(
        {question(QStringLiteral("a"), QStringLiteral("qa")), question(QStringLiteral("b"), QStringLiteral("qb"))});
    f.monitor.start();
    QVERIFY(f.answer(QStringLiteral("pilothouse_slo"),
        vector(one(R"("pilothouse_slo":"1","pilothouse_window":"300","app":"web")", 0.125) + ','
            + one(R"("pilothouse_slo":"0","pilothouse_window":"300","app":"db")", 0))));
    f.answerRound({}, 0, {});
    QVERIFY(find(f.samples[0], QStringLiteral("web"))->trend.isEmpty());
    f.clock.advance(15s);
    const auto trendAsked = [&f] {
        for (const auto &exchange : f.transport->open) {
            const QString text = Fixture::textOf(exchange->request);
            if (text.contains(QStringLiteral("query_range")) && text.contains(QStringLiteral("pilothouse_slo")))
                return text;
        }
        return QString();
    };
    const QString asked = trendAsked();
    QVERIFY2(asked.contains(QStringLiteral("qa5m")) && asked.contains(QStringLiteral("qb5m")), qPrintable(asked));
    QVERIFY(!asked.contains(QStringLiteral("1h"))); // the shortest window alone
    const QUrlQuery query(asked.section(u'?', 1));
    const qint64 start = query.queryItemValue(QStringLiteral("start")).toLongLong();
    const qint64 step = query.queryItemValue(QStringLiteral("step")).toLongLong();
    QVERIFY(f.answer(asked,
        R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"pilothouse_slo":"1","pilothouse_window":"300","app":"web"},"values":[[)"
            + QByteArray::number(start) + R"(,"0.5"],[)" + QByteArray::number(start + 2 * step)
            + R"(,"0.25"]]},{"metric":{"pilothouse_slo":"1","pilothouse_window":"300","app":"gone"},"values":[[)"
            + QByteArray::number(start) + R"(,"1"]]}]}})"));
    f.answerRound({}, 0, {});
    QCOMPARE(f.samples.constLast().slos.size(), 2); // what is no more is no row
    const QList<float> trend = find(f.samples.constLast(), QStringLiteral("web"))->trend;
    QVERIFY(trend.size() > 3);
    QCOMPARE(trend[0], 0.5F);
    QVERIFY(std::isnan(trend[1]));
    QCOMPARE(trend[2], 0.25F);
    int times = 0;
    for (int i = 0; i < 24; ++i) { // six minutes: once more
        f.clock.advance(15s);
        times += trendAsked().isEmpty() ? 0 : 1;
        f.answerRest();
        QVERIFY(!find(f.samples.constLast(), QStringLiteral("web"))->trend.isEmpty() || times > 0);
    }
    QCOMPARE(times, 1);
}

void TestSloQuestions::asksForBoundsAndTrendsInFewQueries()
{
    Fixture f;
    QList<SloQuestion> questions;
    for (int i = 0; i < 500; ++i) {
        SloQuestion made = latency();
        made.id = QStringLiteral("latency-%1").arg(i);
        made.ratios[0].query.replace(QStringLiteral("d_"), QStringLiteral("d%1_").arg(i));
        questions.append(made);
    }
    f.monitor.setDefinitions(questions);
    f.monitor.start();
    int most = 0;
    for (int round = 0; round < 40; ++round) {
        f.answerRound({}, 0, {});
        most = std::max(most, f.samples.constLast().queries);
        QVERIFY2(f.samples.constLast().queries <= 20, qPrintable(QString::number(f.samples.constLast().queries)));
        f.clock.advance(15s);
    }
    QCOMPARE(f.samples.constLast().slos.size(), 500);
    qInfo("500 definitions that nothing records: at most %d queries a refresh", most);
}

//! The clock begins at 14:00 on 21 November 2026.
void TestSloQuestions::asksSinceACalendarsPeriodBegan()
{
    Fixture f(Selection::parse(QStringLiteral("cluster=eu")));
    SloQuestion monthly = question(QStringLiteral("monthly"), QStringLiteral("q"));
    monthly.calendar
        = SloSpec::calendarWindowOf(QStringLiteral("2026-01-01 00:00:00"), QStringLiteral("UTC"), QStringLiteral("1M"));
    QVERIFY(monthly.calendar);
    monthly.since = QStringLiteral("avg_over_time(m[pilothouse_since:5m])");
    SloQuestion later = monthly;
    later.id = later.name = QStringLiteral("later");
    later.calendar->date = QDate(2027, 1, 1);
    f.monitor.setDefinitions({monthly, later});
    f.monitor.start();
    const QString query = f.asked(QStringLiteral("pilothouse_slo"));
    QVERIFY2(query.contains(QStringLiteral("avg_over_time(m{cluster=\"eu\"}[20d14h:5m])")), qPrintable(query));
    QCOMPARE(query.count(QStringLiteral("avg_over_time")), 1); // the other has not begun
    QVERIFY(!query.contains(QStringLiteral("pilothouse_since")));
    QVERIFY(f.answer(QStringLiteral("pilothouse_slo"),
        vector(one(R"("pilothouse_slo":"0","pilothouse_window":"300","app":"web")", 0.125) + ','
            + one(R"("pilothouse_slo":"0","pilothouse_window":"since","app":"web")", 0.005))));
    f.answerRound({}, 0, {});
    const SloReading reading = *find(f.samples[0], QStringLiteral("web"));
    QCOMPARE(reading.periodErrorRatio, std::optional(0.005));
    QVERIFY(reading.calendar);
    QCOMPARE(reading.calendar->elapsed, std::chrono::seconds(20 * 24h + 14h));
    QCOMPARE(reading.calendar->length, std::chrono::seconds(30 * 24h));
    QCOMPARE(reading.windows.size(), 1);
}

QTEST_GUILESS_MAIN(TestSloQuestions)
#include "tst_sloquestions.moc"
