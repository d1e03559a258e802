// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/slocourse.h"
#include "backends/prometheus/slodecode.h"
#include "backends/prometheus/sloquery.h"
#include "tests/support/strict.h"

#include <QTest>

#include <cmath>

using namespace std::chrono_literals;
using namespace Prometheus;

namespace {

//! Numbers series as they come.
struct Book
{
    QList<QPair<QString, Labels>> learned;
    QHash<QByteArray, int> known;
    SeriesBook book;

    Book()
    {
        book.find = [this](QByteArrayView metric) { return known.value(metric.toByteArray(), SeriesBook::isNew); };
        book.learn = [this](QByteArrayView metric, const QString &name, const Labels &labels) {
            learned.append({name, labels});
            known.insert(metric.toByteArray(), static_cast<int>(learned.size()) - 1);
            return static_cast<int>(learned.size()) - 1;
        };
    }
};

QByteArray vector(const QByteArray &series, const QByteArray &more = {})
{
    return R"({"status":"success",)" + more + R"("data":{"resultType":"vector","result":[)" + series + "]}}";
}

} // namespace

class TestSloDecode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void readsLabelsOnceAndValuesEachTime();
    void takesSamplesBeforeTheirLabels();
    void keepsNaN();
    void readsMatrices();
    void passesOverSeriesThatNobodyWants();
    void noticesMissingParts_data();
    void noticesMissingParts();
    void refusesMalformedAnswers_data();
    void refusesMalformedAnswers();
    void boundsTheNumberOfSeries();
    void readsRulesOfSlothAndPyrra();
    void findsTheEventsOfARatio_data();
    void findsTheEventsOfARatio();
    void readsRetention_data();
    void readsRetention();
    void knowsServersWithoutAVersion();
    void readsWindowsFromNames_data();
    void readsWindowsFromNames();
    void readsTheCourseOfOneRow();
    void keepsCoursesWithinWhatServersGive();
    void marksQuestionsWhateverTheirIds();
};

void TestSloDecode::readsLabelsOnceAndValuesEachTime()
{
    Book book;
    const QByteArray body = vector(
        R"({"metric":{"__name__":"slo:sli_error:ratio_rate5m","sloth_id":"a","app":"w\u00e9b"},"value":[1700000000.5,"0.25"]})");
    const auto first = decodeSamples(body, book.book);
    QVERIFY(first);
    QCOMPARE(first->all.size(), size_t(1));
    QCOMPARE(first->all[0].value, 0.25);
    QCOMPARE(first->all[0].time, 1700000000500);
    QCOMPARE(book.learned.size(), 1);
    QCOMPARE(book.learned[0].first, QStringLiteral("slo:sli_error:ratio_rate5m"));
    QCOMPARE(book.learned[0].second,
        (Labels{{QStringLiteral("app"), QStringLiteral("wéb")}, {QStringLiteral("sloth_id"), QStringLiteral("a")}}));
    QVERIFY(decodeSamples(body, book.book));
    QCOMPARE(book.learned.size(), 1);
}

void TestSloDecode::takesSamplesBeforeTheirLabels()
{
    Book book;
    const auto samples = decodeSamples(vector(R"({"value":[1,"2"],"metric":{"a":"b"}})"), book.book);
    QVERIFY(samples);
    QCOMPARE(samples->all.size(), size_t(1));
    QCOMPARE(samples->all[0].series, 0);
    QCOMPARE(samples->all[0].value, 2.0);
}

void TestSloDecode::keepsNaN()
{
    Book book;
    const auto samples = decodeSamples(
        vector(R"({"metric":{"a":"1"},"value":[1,"NaN"]},{"metric":{"a":"2"},"value":[1,"+Inf"]})"), book.book);
    QVERIFY(samples);
    QVERIFY(std::isnan(samples->all[0].value));
    QVERIFY(std::isinf(samples->all[1].value));
}

void TestSloDecode::readsMatrices()
{
    Book book;
    const auto samples = decodeSamples(
        R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1,"1"],[2.25,"2"]]}]}})",
        book.book);
    QVERIFY(samples);
    QCOMPARE(samples->all.size(), size_t(2));
    QCOMPARE(samples->all[1].time, 2250);
    QCOMPARE(samples->all[1].series, 0);
}

void TestSloDecode::passesOverSeriesThatNobodyWants()
{
    SeriesBook book;
    book.find = [](QByteArrayView) { return SeriesBook::isNew; };
    book.learn = [](QByteArrayView, const QString &, const Labels &labels) {
        return labels.isEmpty() ? 7 : SeriesBook::ignored;
    };
    const auto samples
        = decodeSamples(vector(R"({"metric":{"a":"1"},"value":[1,"5"]},{"metric":{},"value":[1,"6"]})"), book);
    QVERIFY(samples);
    QCOMPARE(samples->all.size(), size_t(1));
    QCOMPARE(samples->all[0].series, 7);
    QCOMPARE(samples->all[0].value, 6.0);
}

void TestSloDecode::noticesMissingParts_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<bool>("partial");
    QTest::addColumn<QString>("warning");
    QTest::newRow("whole") << QByteArray() << false << QString();
    QTest::newRow("no warnings") << QByteArray(R"("warnings":[],)") << false << QString();
    QTest::newRow("Thanos") << QByteArray(R"("warnings":["store-1: no route to host","store-2"],)") << true
                            << QStringLiteral("store-1: no route to host");
    QTest::newRow("VictoriaMetrics") << QByteArray(R"("isPartial":true,)") << true << QString();
    QTest::newRow("VictoriaMetrics, whole") << QByteArray(R"("isPartial":false,)") << false << QString();
}

void TestSloDecode::noticesMissingParts()
{
    QFETCH(QByteArray, more);
    QFETCH(bool, partial);
    QFETCH(QString, warning);
    Book book;
    const auto samples = decodeSamples(vector({}, more), book.book);
    QVERIFY(samples);
    QCOMPARE(samples->partial, partial);
    QCOMPARE(samples->warning, warning);
}

void TestSloDecode::refusesMalformedAnswers_data()
{
    using Kind = Error::Kind;
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QByteArray &body, Kind kind) {
        QTest::newRow(name) << body << static_cast<int>(kind);
    };
    row("empty", {}, Kind::Malformed);
    row("text", "no org id", Kind::Malformed);
    row("no status", R"({"data":{}})", Kind::Malformed);
    row("no result", R"({"status":"success","data":{"resultType":"vector"}})", Kind::Malformed);
    row("a scalar", R"({"status":"success","data":{"resultType":"scalar","result":[1,"1"]}})", Kind::Malformed);
    row("no number", vector(R"({"metric":{},"value":[1,"x"]})"), Kind::Malformed);
    row("no time", vector(R"({"metric":{},"value":[1e300,"1"]})"), Kind::Malformed);
    row("half a sample", vector(R"({"metric":{},"value":[1]})"), Kind::Malformed);
    row("labels that are none", vector(R"({"metric":[],"value":[1,"1"]})"), Kind::Malformed);
    row("cut off", vector(R"({"metric":{"a":"b"},"value":[1,"1"]})").chopped(9), Kind::Malformed);
    row("refused", R"({"status":"error","errorType":"execution","error":"too many samples"})", Kind::BadRequest);
    row("broken", R"({"status":"error","errorType":"internal","error":"disk"})", Kind::Server);
}

void TestSloDecode::refusesMalformedAnswers()
{
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    Book book;
    const auto samples = decodeSamples(body, book.book);
    QVERIFY(!samples);
    QCOMPARE(static_cast<int>(samples.error().kind), kind);
}

void TestSloDecode::boundsTheNumberOfSeries()
{
    Book book;
    const auto samples = decodeSamples(
        vector(R"({"metric":{"a":"1"},"value":[1,"1"]},{"metric":{"a":"2"},"value":[1,"2"]})"), book.book, 1);
    QVERIFY(samples);
    QCOMPARE(samples->all.size(), size_t(1));
}

void TestSloDecode::readsRulesOfSlothAndPyrra()
{
    const auto rules = decodeSloRules(R"json({"status":"success","data":{"groups":[
        {"name":"other","interval":1,"rules":[{"type":"recording","name":"a:b","query":"1"}]},
        {"name":"sloth","interval":30,"rules":[
          {"type":"recording","name":"slo:sli_error:ratio_rate5m","labels":{"sloth_id":"cart-write"},
           "query":"(sum(rate(c{code=~\"5..\"}[5m]))) / (sum(rate(c[5m])))"},
          {"type":"recording","name":"slo:sli_error:ratio_rate1h","labels":{"sloth_id":"cart-write"},
           "query":"(sum(rate(c{code=~\"5..\"}[1h]))) / (sum(rate(c[1h])))"},
          {"type":"recording","name":"slo:sli_error:ratio_rate6h","labels":{"sloth_id":"cart-write"},
           "query":"(sum(rate(c{code=~\"5..\"}[6h]))) / (sum(rate(c[6h])))"}]},
        {"name":"pyrra","interval":15,"rules":[
          {"type":"recording","name":"http:increase4w","labels":{"slo":"api"},"query":"sum(increase(http[4w]))"},
          {"type":"recording","name":"http:burnrate5m","labels":{"slo":"api"},"query":"x"},
          {"type":"alerting","name":"ErrorBudgetBurn","labels":{"slo":"api","severity":"critical"},
           "query":"http:burnrate5m{slo=\"api\"} > (14 * (1 - 0.99)) and http:burnrate1h > (14 * (1 - 0.99))"}]}]}})json");
    QVERIFY(rules);
    QCOMPARE(rules->interval, std::optional<std::chrono::milliseconds>(15s));
    QCOMPARE(rules->events.size(), 1);
    QCOMPARE(rules->events[QStringLiteral("cart-write")].query, QStringLiteral("((sum(rate(c[1h])))) * 3600"));
    QCOMPARE(rules->events[QStringLiteral("cart-write")].window, 3600s);
    QCOMPARE(rules->objectives[QStringLiteral("api")], 0.99);
    QCOMPARE(rules->periods[QStringLiteral("api")], 28 * 24h);
}

void TestSloDecode::findsTheEventsOfARatio_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("events");
    const auto row = [](const char *name, const char *query, const char *events) {
        QTest::newRow(name) << QString::fromUtf8(query) << QString::fromUtf8(events);
    };
    row("by labels", "sum by (app) (rate(c{code=~\"5..\"}[5s])) / sum by (app) (rate(c[5s]))",
        "(sum by (app) (rate(c[5s]))) * 5");
    row("a division in a label", "sum(rate(c{p=\"a/b\"}[1m])) / sum(rate(c{p=\"a/b\"}[1m]))",
        "(sum(rate(c{p=\"a/b\"}[1m]))) * 60");
    row("no division", "1 - sum(rate(a[5m]))", "");
    row("two of them", "sum(rate(a[5m])) / sum(rate(b[5m])) / 2", "");
    row("one minus", "1 - (sum(rate(a[5m])) / sum(rate(b[5m])))", "");
    row("matched labels", "sum(rate(a[5m])) / ignoring(x) sum(rate(b[5m]))", "");
    row("no rate", "sum(a) / sum(b)", "");
    row("two windows", "sum(rate(a[5m])) / (sum(rate(b[5m])) + sum(rate(c[1h])))", "");
    row("or", "sum(rate(a[5m])) / sum(rate(b[5m])) or vector(0)", "");
    row("unbalanced", "sum(rate(a[5m]) / sum(rate(b[5m]))", "");
    row("quotes without end", "a / rate(b{c=\"[5m])", "");
    row("nothing", "", "");
}

void TestSloDecode::findsTheEventsOfARatio()
{
    QFETCH(QString, query);
    QFETCH(QString, events);
    QCOMPARE(eventsOfRatio(query), events);
}

void TestSloDecode::readsRetention_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("days") << QByteArray("15d") << qint64(15 * 86400);
    QTest::newRow("days or bytes") << QByteArray("30d or 10GB") << qint64(30 * 86400);
    QTest::newRow("weeks and days") << QByteArray("2w1d") << qint64(15 * 86400);
    QTest::newRow("bytes alone") << QByteArray("512MiB") << qint64(0);
    QTest::newRow("nothing") << QByteArray() << qint64(0);
}

void TestSloDecode::readsRetention()
{
    QFETCH(QByteArray, said);
    QFETCH(qint64, seconds);
    const auto retention
        = decodeRetention(QByteArray(R"({"status":"success","data":{"storageRetention":")" + said + R"("}})"));
    QCOMPARE(retention.has_value(), seconds > 0);
    if (retention)
        QCOMPARE(retention->count(), seconds);
}

void TestSloDecode::knowsServersWithoutAVersion()
{
    QVERIFY(namesNoVersion(R"({"status":"success","data":{}})"));
    QVERIFY(!namesNoVersion(R"({"status":"success","data":{"version":"2.42.0"}})"));
    QVERIFY(!namesNoVersion("unsupported path"));
}

void TestSloDecode::readsWindowsFromNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("Sloth") << QStringLiteral("slo:sli_error:ratio_rate3d") << qint64(3 * 86400);
    QTest::newRow("Pyrra") << QStringLiteral("http_requests:burnrate1h30m") << qint64(5400);
    QTest::newRow("no window") << QStringLiteral("slo:sli_error:ratio_rate") << qint64(0);
    QTest::newRow("a word") << QStringLiteral("x:burnrate5m_sum") << qint64(0);
    QTest::newRow("shorter than a second") << QStringLiteral("x:burnrate5ms") << qint64(0);
    QTest::newRow("another") << QStringLiteral("slo:objective:ratio") << qint64(0);
}

void TestSloDecode::readsWindowsFromNames()
{
    QFETCH(QString, name);
    QFETCH(qint64, seconds);
    const auto window = windowOfName(name);
    QCOMPARE(window.value_or(0s).count(), seconds);
}

void TestSloDecode::readsTheCourseOfOneRow()
{
    SloReading reading;
    reading.tool = QStringLiteral("sloth");
    reading.labels = {{QStringLiteral("app"), QStringLiteral("web")}};
    const auto answer = decodeCourse(R"({"status":"success","data":{"resultType":"matrix","result":[
        {"metric":{"__name__":"slo:sli_error:ratio_rate5m","sloth_id":"a","app":"web"},"values":[[2,"0.5"],[1,"0.25"],[3,"NaN"]]},
        {"metric":{"__name__":"slo:sli_error:ratio_rate5m","sloth_id":"a","app":"web","replica":"b"},"values":[[1,"9"]]},
        {"metric":{"__name__":"slo:sli_error:ratio_rate5m","sloth_id":"a","app":"db"},"values":[[1,"9"]]},
        {"metric":{"__name__":"slo:sli_error:ratio_rate1h","sloth_id":"a","app":"web","sloth_window":"1h"},"values":[[1,"0.1"]]},
        {"metric":{"__name__":"slo:period_error_budget_remaining:ratio","sloth_id":"a","app":"web"},"values":[[1,"0.75"]]}]}})",
        reading);
    QVERIFY(answer);
    QCOMPARE(answer->ratios.size(), 2);
    QCOMPARE(answer->ratios[0].window, 300s);
    QCOMPARE(answer->ratios[0].points, (QList<Point>{{1000, 0.25}, {2000, 0.5}}));
    QCOMPARE(answer->ratios[1].window, 3600s);
    QCOMPARE(answer->budgetLeft, (QList<Point>{{1000, 0.75}}));
}

void TestSloDecode::keepsCoursesWithinWhatServersGive()
{
    const CourseSpan span = courseSpan(1'000'123, 1'000'123 + 30LL * 86400 * 1000, 1s);
    QVERIFY((span.to - span.from) / (span.step.count() * 1000) <= 11000);
    QCOMPARE(span.from % (span.step.count() * 1000), 0);
    QCOMPARE(span.to % (span.step.count() * 1000), 0);
    const CourseSpan turned = courseSpan(5000, 1000, 0s);
    QVERIFY(turned.step >= 1s);
    QCOMPARE(turned.from, turned.to);
}

void TestSloDecode::marksQuestionsWhateverTheirIds()
{
    QCOMPARE(SloQuery::marked(QStringLiteral("up"), QStringLiteral("a\"$1"), QStringLiteral("60")),
        QStringLiteral(
            R"(label_replace(label_replace(up,"pilothouse_slo","a\"$$1","",""),"pilothouse_window","60","",""))"));
    QCOMPARE(SloQuery::windowName(86400s), QStringLiteral("1d"));
    QCOMPARE(SloQuery::windowName(5s), QStringLiteral("5s"));
}

QTEST_GUILESS_MAIN(TestSloDecode)
#include "tst_slodecode.moc"
