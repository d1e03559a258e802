// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/prometheus/sloserver.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace SloServer;

class TestSloMonitor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void makesARowOfEachSetOfLabels();
    void givesRowsTheObjectiveRecordedForFewerLabels();
    void tellsNoTrafficFromNoData();
    void takesLessThanNoErrorsForNone();
    void keepsARowWhoseRatioVanished();
    void isAsOldAsItsNewestSample();
    void refreshesThousandsInAFewQueries();
    void followsTheIntervalOfTheRules();
    void asksSeldomWhileNobodyLooks();
    void readsPyrraAsErrorRatios();
    void takesPyrrasObjectiveFromItsAlerts();
    void saysWhenPartsAreMissing();
    void failsAndGoesOn();
    void respectsTheServersAdvice();
    void asksWindowByWindowWhereAllAtOnceIsTooMuch();
    void asksByGetWhereAProxyWantsThat();
    void countsEventsOfRecordedRatios();
    void readsRetention();
    void allowsForServersThatHideWhatIsNew();
    void readsTrends();
    void readsACourse();
    void saysWhyThereIsNoCourse();
    void asksForOneClusterOfSeveral();
    void keepsTheTrendsOfTwoTools();
    void asksNothingWhenTheLabelsCannotBeRead();
    void doubtsASilentConnection();
};

void TestSloMonitor::makesARowOfEachSetOfLabels()
{
    Fixture f;
    f.monitor.start();
    f.answerRound(ratio("5m", web, 0.01) + ',' + ratio("1h", web, 0.02) + ',' + ratio("5m", db, 0));
    QCOMPARE(f.samples.size(), 1);
    QCOMPARE(f.samples[0].slos.size(), 2);
    const SloReading *reading = find(f.samples[0], QStringLiteral("web"));
    QVERIFY(reading);
    QCOMPARE(reading->tool, QStringLiteral("sloth"));
    QCOMPARE(reading->id, QStringLiteral("requests-availability"));
    QCOMPARE(reading->name, QStringLiteral("availability"));
    QCOMPARE(reading->service, QStringLiteral("requests"));
    QCOMPARE(reading->labels,
        (Labels{
            {QStringLiteral("app"), QStringLiteral("web")}, {QStringLiteral("namespace"), QStringLiteral("shop")}}));
    QCOMPARE(reading->windows.size(), 2);
    QCOMPARE(reading->windows[0].window, 300s);
    QCOMPARE(reading->windows[0].errorRatio, std::optional(0.01));
    QCOMPARE(reading->windows[1].errorRatio, std::optional(0.02));
    QCOMPARE(find(f.samples[0], QStringLiteral("db"))->windows[0].errorRatio, std::optional(0.0));
}

void TestSloMonitor::givesRowsTheObjectiveRecordedForFewerLabels()
{
    Fixture f;
    f.monitor.start();
    const QByteArray own
        = one(R"("__name__":"slo:objective:ratio","sloth_id":"requests-availability","app":"db")", 0.9990000000000001);
    const QByteArray days = one(R"("__name__":"slo:time_period:days","sloth_id":"requests-availability")", 30);
    f.answerRound(ratio("5m", web, 0) + ',' + ratio("30d", web, 0.001) + ',' + ratio("5m", db, 0), 0,
        objective + ',' + own + ',' + days);
    const SloReading *reading = find(f.samples[0], QStringLiteral("web"));
    QCOMPARE(reading->objective, std::optional(0.995));
    QCOMPARE(reading->period, std::optional<std::chrono::seconds>(720h));
    QCOMPARE(reading->periodErrorRatio, std::optional(0.001));
    QCOMPARE(reading->windows.size(), 1);
    QCOMPARE(find(f.samples[0], QStringLiteral("db"))->objective, std::optional(0.999));
}

void TestSloMonitor::tellsNoTrafficFromNoData()
{
    Fixture f;
    f.monitor.start();
    QVERIFY(f.answer(QStringLiteral("ratio_rate.+"),
        vector(R"({"metric":{"__name__":"slo:sli_error:ratio_rate5m","sloth_id":"a"},"value":[1,"NaN"]})")));
    f.answerRest();
    QCOMPARE(f.samples[0].slos.size(), 1);
    QVERIFY(f.samples[0].slos[0].windows[0].noTraffic);
    QVERIFY(!f.samples[0].slos[0].windows[0].errorRatio);
}

//! 1 - good / all, where the sample of the good is a moment newer.
void TestSloMonitor::takesLessThanNoErrorsForNone()
{
    Fixture f;
    f.monitor.start();
    QVERIFY(f.answer(QStringLiteral("ratio_rate.+"),
        vector(R"({"metric":{"__name__":"slo:sli_error:ratio_rate5m","sloth_id":"a"},"value":[1,"-0.034"]},)"
               R"({"metric":{"__name__":"slo:sli_error:ratio_rate1h","sloth_id":"a"},"value":[1,"1.25"]})")));
    f.answerRest();
    const auto &windows = f.samples[0].slos[0].windows;
    QCOMPARE(windows.size(), 2);
    QCOMPARE(windows[0].errorRatio, std::optional(0.0));
    QVERIFY(!windows[0].noTraffic);
    QCOMPARE(windows[1].errorRatio, std::optional(1.0));
}

void TestSloMonitor::keepsARowWhoseRatioVanished()
{
    Fixture f;
    f.monitor.start();
    f.answerRound(ratio("5m", web, 0.01));
    f.clock.advance(15s);
    f.answerRound({});
    QCOMPARE(f.samples.size(), 2);
    QCOMPARE(f.samples[1].slos.size(), 1);
    QVERIFY(!f.samples[1].slos[0].windows[0].errorRatio);
    QVERIFY(!f.samples[1].slos[0].windows[0].noTraffic);
    for (int i = 0; i < 300; ++i) {
        f.clock.advance(15s);
        f.answerRound({}, 0, {});
    }
    QVERIFY(f.samples.constLast().slos.isEmpty()); // for good after an hour
}

void TestSloMonitor::isAsOldAsItsNewestSample()
{
    Fixture f;
    f.clock.advance(60s);
    f.monitor.start();
    const double newest = double(f.clock.now().toMSecsSinceEpoch()) / 1000 - 20;
    QVERIFY(f.answer(QStringLiteral("ratio_rate.+"), vector(ratio("5m", web, 0.01))));
    QCOMPARE(f.asked(QStringLiteral("timestamp(slo:sli_error:ratio_rate5m")).isEmpty(), false);
    QVERIFY(f.answer(QStringLiteral("timestamp("),
        vector(
            one(R"("sloth_id":"requests-availability","sloth_window":"5m","app":"web","namespace":"shop")", newest))));
    f.answerRest();
    QCOMPARE(f.samples[0].slos.size(), 1);
    QVERIFY(f.samples[0].slos[0].confirmed);
    QCOMPARE(*f.samples[0].slos[0].confirmed, f.clock.elapsed() - 20s);
}

void TestSloMonitor::refreshesThousandsInAFewQueries()
{
    Fixture f;
    f.monitor.start();
    QByteArray series;
    for (int i = 0; i < 2000; ++i) {
        for (const char *window : {"5m", "30m", "1h", "2h", "6h", "1d", "3d", "30d"}) {
            if (!series.isEmpty())
                series += ',';
            series += one(R"("__name__":"slo:sli_error:ratio_rate)" + QByteArray(window) + R"(","sloth_id":"s)"
                    + QByteArray::number(i) + R"(","sloth_window":")" + window + '"',
                0.001);
        }
    }
    f.answerRound(series, 0, {});
    QCOMPARE(f.samples[0].slos.size(), 2000);
    QCOMPARE(f.samples[0].slos[0].windows.size(), 7);
    QVERIFY2(f.samples[0].queries <= 20, qPrintable(QString::number(f.samples[0].queries)));
    for (int round = 0; round < 12; ++round) { // slow rounds are among them
        f.clock.advance(15s);
        f.answerRound(series, 0, {});
        QCOMPARE(f.samples.constLast().slos.size(), 2000);
        QVERIFY2(f.samples.constLast().queries <= 20, qPrintable(QString::number(f.samples.constLast().queries)));
    }
    QCOMPARE(f.samples.size(), 13);
}

void TestSloMonitor::followsTheIntervalOfTheRules()
{
    Fixture f;
    f.monitor.start();
    QVERIFY(f.answer(QStringLiteral("/api/v1/rules"),
        R"({"status":"success","data":{"groups":[{"name":"g","interval":2,"rules":[{"type":"recording","name":"slo:sli_error:ratio_rate5m","query":"x"}]}]}})"));
    f.answerRound(ratio("5m", web, 0.01));
    f.clock.advance(1999ms);
    QVERIFY(f.transport->open.empty());
    f.clock.advance(1ms);
    QVERIFY(!f.asked(QStringLiteral("ratio_rate.+")).isEmpty());
    QCOMPARE(f.samples[0].pace, 4000ms);
}

void TestSloMonitor::asksSeldomWhileNobodyLooks()
{
    Fixture f;
    f.monitor.setNeeded(false);
    f.monitor.start();
    f.answerRound(ratio("5m", web, 0.01));
    f.clock.advance(59s);
    QVERIFY(f.transport->open.empty());
    f.monitor.setNeeded(true);
    QVERIFY(!f.asked(QStringLiteral("ratio_rate.+")).isEmpty()); // at once
}

void TestSloMonitor::readsPyrraAsErrorRatios()
{
    Fixture f;
    f.monitor.start();
    QVERIFY(f.answer(QStringLiteral("ratio_rate.+"), vector({})));
    QVERIFY(f.answer(QStringLiteral("burnrate[0-9]"),
        vector(one(R"("__name__":"http:burnrate5m","slo":"api","job":"x")", 0.05) + ','
            + one(R"("__name__":"http:burnrate1h","slo":"api","job":"x")", 0.02))));
    QVERIFY(f.answer(QStringLiteral("pyrra_objective"),
        vector(one(R"("__name__":"pyrra_objective","slo":"api")", 0.99) + ','
            + one(R"("__name__":"pyrra_window","slo":"api")", 1209600) + ','
            + one(R"("__name__":"pyrra_requests:rate5m","slo":"api")", 2))));
    f.answerRest();
    QCOMPARE(f.samples[0].slos.size(), 1);
    const SloReading &reading = f.samples[0].slos[0];
    QCOMPARE(reading.tool, QStringLiteral("pyrra"));
    QCOMPARE(reading.id, QStringLiteral("api"));
    QCOMPARE(reading.windows[0].errorRatio, std::optional(0.05));
    QCOMPARE(reading.objective, std::optional(0.99));
    QCOMPARE(reading.period, std::optional<std::chrono::seconds>(336h));
    QCOMPARE(reading.events, std::optional(7200.0));
}

void TestSloMonitor::takesPyrrasObjectiveFromItsAlerts()
{
    Fixture f;
    f.monitor.start();
    QVERIFY(f.answer(QStringLiteral("/api/v1/rules"),
        R"json({"status":"success","data":{"groups":[{"name":"g","interval":30,"rules":[
            {"type":"alerting","name":"A","labels":{"slo":"api"},"query":"http:burnrate5m > (14 * (1-0.98))"},
            {"type":"recording","name":"http:increase2w","labels":{"slo":"api"},"query":"x"}]}]}})json"));
    QVERIFY(f.answer(QStringLiteral("ratio_rate.+"), vector({})));
    QVERIFY(
        f.answer(QStringLiteral("burnrate[0-9]"), vector(one(R"("__name__":"http:burnrate5m","slo":"api")", 0.05))));
    f.answerRest();
    QCOMPARE(f.samples[0].slos[0].objective, std::optional(0.98));
    QCOMPARE(f.samples[0].slos[0].period, std::optional<std::chrono::seconds>(336h));
}

void TestSloMonitor::saysWhenPartsAreMissing()
{
    Fixture f;
    f.monitor.start();
    QVERIFY(f.answer(QStringLiteral("ratio_rate.+"), vector(ratio("5m", web, 0), R"("warnings":["store down"],)")));
    f.answerRest();
    QVERIFY(f.samples[0].partial);
    QCOMPARE(f.samples[0].warning, QStringLiteral("store down"));
}

void TestSloMonitor::failsAndGoesOn()
{
    Fixture f;
    f.monitor.start();
    QVERIFY(f.finish(QStringLiteral("ratio_rate.+"), failure(Error::Kind::Unauthorized, 401, "no org id")));
    f.answerRest();
    QVERIFY(f.samples.isEmpty());
    QCOMPARE(f.errors.size(), 1);
    QCOMPARE(f.errors[0].kind, Error::Kind::Unauthorized);
    f.clock.advance(15s);
    f.answerRound(ratio("5m", web, 0));
    QCOMPARE(f.samples.size(), 1);
}

void TestSloMonitor::respectsTheServersAdvice()
{
    Fixture f;
    f.monitor.start();
    Error limited = failure(Error::Kind::RateLimited, 429, "too many outstanding requests");
    limited.retryAfter = 90s;
    QVERIFY(f.finish(QStringLiteral("ratio_rate.+"), limited));
    f.answerRest();
    f.clock.advance(89s);
    QVERIFY(f.transport->open.empty());
    f.clock.advance(1s);
    QVERIFY(!f.transport->open.empty());
}

void TestSloMonitor::asksWindowByWindowWhereAllAtOnceIsTooMuch()
{
    Fixture f;
    f.monitor.start();
    QVERIFY(f.finish(QStringLiteral("ratio_rate.+"), failure(Error::Kind::BadRequest, 422, "the query hit a limit")));
    QVERIFY(!f.asked(QStringLiteral("slo:sli_error:ratio_rate3d{")).isEmpty());
    QVERIFY(f.answer(QStringLiteral("query=slo:sli_error:ratio_rate1h{"), vector(ratio("1h", web, 0.5))));
    f.answerRest();
    QVERIFY(f.errors.isEmpty());
    QCOMPARE(f.samples[0].slos[0].windows[0].window, 3600s);
    f.clock.advance(60s);
    QVERIFY(f.asked(QStringLiteral("ratio_rate.+")).isEmpty());
    f.answerRest();
    QVERIFY2(f.samples.constLast().queries <= 20, qPrintable(QString::number(f.samples.constLast().queries)));
}

void TestSloMonitor::asksByGetWhereAProxyWantsThat()
{
    Fixture f;
    f.monitor.start();
    QVERIFY(f.finish(QStringLiteral("ratio_rate.+"), failure(Error::Kind::BadRequest, 405)));
    bool byGet = false;
    for (const auto &exchange : f.transport->open)
        byGet = byGet
            || (exchange->request.method == "GET"
                && Fixture::textOf(exchange->request).contains(QStringLiteral("ratio_rate.+")));
    QVERIFY(byGet);
    f.answerRound(ratio("5m", web, 0.25));
    QCOMPARE(f.samples[0].slos[0].windows[0].errorRatio, std::optional(0.25));
}

void TestSloMonitor::countsEventsOfRecordedRatios()
{
    Fixture f;
    f.monitor.start();
    QVERIFY(f.answer(QStringLiteral("/api/v1/rules"),
        R"json({"status":"success","data":{"groups":[{"name":"g","interval":30,"rules":[
            {"type":"recording","name":"slo:sli_error:ratio_rate1h","labels":{"sloth_id":"requests-availability"},
             "query":"sum by (app) (rate(e[1h])) / sum by (app) (rate(t[1h]))"}]}]}})json"));
    f.answerRound(ratio("5m", web, 0.01));
    QVERIFY(!f.samples[0].slos[0].events);
    f.clock.advance(15s);
    QVERIFY(!f.asked(QStringLiteral("(sum by (app) (rate(t[1h]))) * 3600")).isEmpty());
    const QByteArray labels = R"("pilothouse_slo":"sloth:requests-availability","pilothouse_window":"events")";
    QVERIFY(f.answer(QStringLiteral("sum by (app) (rate(t[1h]))"), vector(one(labels + web, 42))));
    f.answerRound(ratio("5m", web, 0.01));
    QCOMPARE(f.samples.constLast().slos[0].events, std::optional(42.0));
    QCOMPARE(f.samples.constLast().slos[0].eventsWindow, 3600s);
}

void TestSloMonitor::readsRetention()
{
    Fixture f;
    f.monitor.start();
    QVERIFY(f.answer(QStringLiteral("runtimeinfo"), R"({"status":"success","data":{"storageRetention":"15d"}})"));
    f.answerRound(ratio("5m", web, 0));
    QCOMPARE(f.samples[0].retention, std::optional<std::chrono::seconds>(15 * 24h));
}

void TestSloMonitor::allowsForServersThatHideWhatIsNew()
{
    Fixture f;
    f.monitor.start();
    QVERIFY(f.answer(QStringLiteral("buildinfo"), R"({"status":"success","data":{}})"));
    f.answerRound(ratio("5m", web, 0));
    QCOMPARE(f.samples[0].lag, 30000ms);
}

void TestSloMonitor::readsTrends()
{
    Fixture f;
    f.monitor.start();
    f.answerRound(ratio("5m", web, 0.01));
    f.clock.advance(15s);
    const QString asked = f.asked(QStringLiteral("/api/v1/query_range"));
    QVERIFY(!asked.isEmpty());
    const qint64 start = QUrlQuery(asked.section(u'?', 1)).queryItemValue(QStringLiteral("start")).toLongLong();
    const qint64 step = QUrlQuery(asked.section(u'?', 1)).queryItemValue(QStringLiteral("step")).toLongLong();
    QVERIFY(f.answer(QStringLiteral("/api/v1/query_range"),
        R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"slo:sli_error:ratio_rate5m","sloth_id":"requests-availability","sloth_window":"5m","app":"web","namespace":"shop"},"values":[[)"
            + QByteArray::number(start) + R"(,"0.5"],[)" + QByteArray::number(start + 2 * step) + R"(,"0.25"]]}]}})"));
    f.answerRound(ratio("5m", web, 0.01));
    const QList<float> trend = f.samples.constLast().slos[0].trend;
    QVERIFY(trend.size() > 3);
    QCOMPARE(trend[0], 0.5F);
    QVERIFY(std::isnan(trend[1]));
    QCOMPARE(trend[2], 0.25F);
}

void TestSloMonitor::readsACourse()
{
    Fixture f;
    f.monitor.start();
    f.answerRound(ratio("5m", web, 0.01) + ',' + ratio("5m", R"(,"app":"a\"b","zone":"1")", 0.01));
    const QString key = find(f.samples[0], QStringLiteral("web"))->key;
    f.monitor.readCourse(QStringLiteral("old"), key, 1'000'000, 1'600'000, 60s);
    f.monitor.readCourse(QStringLiteral("old"), key, 1'000'000, 1'600'000, 60s);
    QCOMPARE(f.transport->open.size(), size_t(1)); // the newer one replaces it
    const QString asked = f.asked(QStringLiteral("/api/v1/query_range"));
    QVERIFY2(asked.contains(QStringLiteral(R"(sloth_id="requests-availability",app="web",namespace="shop",zone="")")),
        qPrintable(asked));
    QVERIFY(f.answer(QStringLiteral("/api/v1/query_range"),
        R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"slo:sli_error:ratio_rate5m","sloth_id":"requests-availability","app":"web","namespace":"shop"},"values":[[960,"0.5"],[1080,"0.25"]]}]}})"));
    QCOMPARE(f.courses.size(), 1);
    const SloCourseAnswer course = f.courses[QStringLiteral("old")];
    QVERIFY(!course.error);
    QCOMPARE(course.from, 960'000);
    QCOMPARE(course.to, 1'560'000);
    QCOMPARE(course.ratios.size(), 1);
    QCOMPARE(course.ratios[0].points.size(), 2); // the step between them is a gap
}

void TestSloMonitor::saysWhyThereIsNoCourse()
{
    Fixture f;
    f.monitor.start();
    f.answerRound(ratio("5m", web, 0.01));
    f.monitor.readCourse(QStringLiteral("x"), QStringLiteral("nothing"), 0, 1000, 1s);
    QCOMPARE(f.courses[QStringLiteral("x")].error->kind, Error::Kind::NotFound);
    f.monitor.readCourse(QStringLiteral("y"), f.samples[0].slos[0].key, 0, 1000, 1s);
    QVERIFY(f.finish(QStringLiteral("query_range"), failure(Error::Kind::Timeout, 0)));
    QCOMPARE(f.courses[QStringLiteral("y")].error->kind, Error::Kind::Timeout);
}

void TestSloMonitor::asksForOneClusterOfSeveral()
{
    Fixture f(Selection::parse(QStringLiteral("cluster=prod-eu")));
    f.monitor.start();
    QVERIFY(!f.asked(QStringLiteral(R"({__name__=~"slo:sli_error:ratio_rate.+",cluster="prod-eu"})")).isEmpty());
    QVERIFY(!f.asked(QStringLiteral(R"(timestamp(slo:sli_error:ratio_rate5m{sloth_id=~".*",cluster="prod-eu"}))"))
                 .isEmpty());
}

void TestSloMonitor::keepsTheTrendsOfTwoTools()
{
    Fixture f;
    f.monitor.start();
    const QByteArray pyrra = one(R"("__name__":"http:burnrate5m","slo":"api","job":"x")", 0.05);
    const auto round = [&] {
        QVERIFY(f.answer(QStringLiteral("ratio_rate.+"), vector(ratio("5m", web, 0.01))));
        (void)f.answer(QStringLiteral("burnrate[0-9]"), vector(pyrra));
        f.answerRest();
    };
    round();
    f.clock.advance(15s);
    const QString asked = f.asked(QStringLiteral("query_range"));
    const QByteArray start = QUrlQuery(asked.section(u'?', 1)).queryItemValue(QStringLiteral("start")).toLatin1();
    const auto matrix = [&start](const QByteArray &labels) {
        return json("{'status':'success','data':{'resultType':'matrix','result':[{'metric':{" + labels + "},'values':[["
            + start + ",'0.5']]}]}}");
    };
    QVERIFY(f.answer(QStringLiteral("query_range?query=slo:sli_error"),
        matrix("'__name__':'slo:sli_error:ratio_rate5m'," + requests + R"(,"app":"web","namespace":"shop")")));
    QVERIFY(f.answer(QStringLiteral("query_range"), matrix(R"("__name__":"http:burnrate5m","slo":"api","job":"x")")));
    round();
    QCOMPARE(f.samples.constLast().slos.size(), 2);
    for (const SloReading &reading : f.samples.constLast().slos)
        QVERIFY2(!reading.trend.isEmpty(), qPrintable(reading.tool));
}

void TestSloMonitor::asksNothingWhenTheLabelsCannotBeRead()
{
    Fixture f(std::nullopt);
    f.monitor.start();
    QCOMPARE(f.errors.size(), 1);
    QCOMPARE(f.errors[0].kind, Error::Kind::Configuration);
    QVERIFY(!f.transport);
}

void TestSloMonitor::doubtsASilentConnection()
{
    Fixture f;
    f.monitor.start();
    for (int i = 0; i < 2; ++i) {
        QVERIFY(f.finish(QStringLiteral("ratio_rate.+"), failure(Error::Kind::Timeout, 0)));
        f.answerRest();
        f.clock.advance(20s);
    }
    QCOMPARE(f.transport->reconnects, 1);
}

QTEST_GUILESS_MAIN(TestSloMonitor)
#include "tst_slomonitor.moc"
