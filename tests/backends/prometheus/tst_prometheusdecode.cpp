// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/decode.h"
#include "tests/support/fixture.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Prometheus;

namespace {

QByteArray prometheus(const char *name)
{
    return fixture(QStringLiteral("prometheus/") + QLatin1String(name));
}

QByteArray vectorOf(const char *sample)
{
    return QByteArray(R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":)") + sample
        + "}]}}";
}

} // namespace

class TestPrometheusDecode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void readsAVector()
    {
        const auto series = decodeSeries(prometheus("vector-by-namespace.json"), "namespace");
        QVERIFY(series.ok());
        QCOMPARE(series->size(), 6);
        QCOMPARE(series->first().label, QStringLiteral("tenant-005"));
        QCOMPARE(series->first().points, (QList<Point>{{1795226363999, 0.22488050430983342}}));
    }

    void readsAMatrix()
    {
        const auto series = decodeSeries(prometheus("matrix-raw-timestamps.json"), "job");
        QVERIFY(series.ok());
        QCOMPARE(series->size(), 1);
        QCOMPARE(series->first().label, QStringLiteral("platform"));
        QCOMPARE(series->first().points.size(), 15);
        QCOMPARE(series->first().points[1], (Point{1795226350240, 1}));
    }

    void leavesOutWhatIsNoData()
    {
        const auto infinite = decodeSeries(prometheus("vector-infinite.json"), "namespace");
        QVERIFY(infinite.ok());
        QVERIFY(infinite->first().points.isEmpty());
        QCOMPARE(infinite->first().label, QString());

        const auto series = decodeSeries(prometheus("vector-native-histogram.json"), "namespace");
        QVERIFY(series.ok()); // with warnings, which come with good data
        QCOMPARE(series->size(), 3);
        QVERIFY(series->at(0).points.isEmpty());
        QVERIFY(series->at(1).points.isEmpty());
        QCOMPARE(series->at(2).points, (QList<Point>{{1795226364001, 1e-09}}));
    }

    void readsNumbersAsGoWritesThem_data()
    {
        QTest::addColumn<QByteArray>("sample");
        QTest::addColumn<bool>("valid");
        QTest::addColumn<double>("value");
        const auto row = [](const char *sample, bool valid, double value) {
            QTest::newRow(sample) << QByteArray(sample) << valid << value;
        };
        row(R"([1,"1.7976931348623157e+308"])", true, 1.7976931348623157e+308);
        row(R"([1.5,"+0.5"])", true, 0.5);
        row(R"([1,2])", true, 2);
        row(R"([1,"1e400"])", false, 0);
        row(R"([1,""])", false, 0);
        row(R"([1,"1x"])", false, 0);
        row(R"([1,"0x10"])", false, 0);
        row(R"([1])", false, 0);
        row(R"([])", false, 0);
        row(R"([1,"2","3"])", false, 0);
        row(R"(["NaN","2"])", false, 0);
        row(R"([1e300,"2"])", false, 0);
        row(R"("2")", false, 0);
        row(R"([1,null])", false, 0);
    }
    void readsNumbersAsGoWritesThem()
    {
        QFETCH(QByteArray, sample);
        QFETCH(bool, valid);
        const auto series = decodeSeries(vectorOf(sample.constData()), "x");
        QCOMPARE(series.ok(), valid);
        if (valid)
            QTEST(series->first().points.first().value, "value");
        else
            QCOMPARE(series.error().kind, Error::Kind::Malformed);
    }

    void tellsNoDataFromNoAnswer()
    {
        const auto none = decodeSeries(R"({"status":"success","data":{"resultType":"vector","result":[]}})", "x");
        QVERIFY(none.ok());
        QVERIFY(none->isEmpty());
        for (const char *json : {R"({"status":"success"})", R"({"status":"success","data":{"resultType":"vector"}})",
                 R"({"data":{"resultType":"vector","result":[]}})", "{}", "", "<html>", "404 page not found"})
            QCOMPARE(decodeSeries(json, "x").error().kind, Error::Kind::Malformed);
        QCOMPARE(decodeSeries(prometheus("scalar.json"), "x").error().kind, Error::Kind::Malformed);
    }

    void keepsPrometheusOwnWords()
    {
        const auto bad = decodeSeries(prometheus("error-bad-data.json"), "x");
        QVERIFY(!bad.ok());
        QCOMPARE(bad.error().kind, Error::Kind::BadRequest);
        QCOMPARE(bad.error().detail,
            QStringLiteral("invalid parameter \"query\": 1:7: parse error: unclosed left parenthesis"));
        const auto late = decodeSeries(R"({"status":"error","errorType":"timeout","error":"query timed out"})", "x");
        QCOMPARE(late.error().kind, Error::Kind::Server);
        const Error status = decodeFailure(422, R"({"status":"error","errorType":"execution","error":"many-to-many"})");
        QCOMPARE(status, (Error{Error::Kind::BadRequest, 422, QStringLiteral("many-to-many"), {}, {}}));
        QCOMPARE(decodeFailure(503, "Service Unavailable").detail, QStringLiteral("Service Unavailable"));
        QCOMPARE(decodeFailure(404, "404 page not found\n"),
            (Error{Error::Kind::NotFound, 404, QStringLiteral("404 page not found"), {}, {}}));
        QCOMPARE(decodeFailure(502, "<html>bad gateway</html>").detail, QString());
        QCOMPARE(decodeFailure(401, "").kind, Error::Kind::Unauthorized);
    }

    void findsTheLargestScrapeInterval()
    {
        const auto interval = decodeScrapeInterval(prometheus("config-two-intervals.json"));
        QVERIFY(interval.ok());
        QCOMPARE(interval->count(), 90000);
        const auto first = decodeScrapeInterval(
            R"({"status":"success","data":{"yaml":"- scrape_interval: 500ms\n  note: 'scrape_interval: 9h'\n"}})");
        QVERIFY(first.ok());
        QCOMPARE(first->count(), 500);
    }

    void refusesOtherConfigurations_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::newRow("none") << QByteArray("global: {}");
        QTest::newRow("unit") << QByteArray("scrape_interval: 5");
        QTest::newRow("words") << QByteArray("scrape_interval: soon");
        QTest::newRow("zero") << QByteArray("scrape_interval: 0s");
        QTest::newRow("empty") << QByteArray("scrape_interval:");
    }
    void refusesOtherConfigurations()
    {
        QFETCH(QByteArray, yaml);
        const QByteArray answer = "{\"status\":\"success\",\"data\":{\"yaml\":\"" + yaml + "\"}}";
        const auto interval = decodeScrapeInterval(answer);
        QVERIFY(!interval.ok());
        QCOMPARE(interval.error().kind, Error::Kind::Malformed);
    }

    void survivesTruncationAtEveryByte()
    {
        for (const char *name : {"vector-native-histogram.json", "matrix-raw-timestamps.json"}) {
            const QByteArray answer = prometheus(name).trimmed();
            for (qsizetype size = 0; size < answer.size(); ++size)
                QVERIFY(!decodeSeries(QByteArrayView(answer).first(size), "namespace").ok());
        }
    }

    void quotesLiterals()
    {
        QCOMPARE(quoted(u"a"), QStringLiteral("\"a\""));
        QCOMPARE(quoted(u"a\"b\\c\nd"), QStringLiteral("\"a\\\"b\\\\c\\nd\""));
        QCOMPARE(literalsRegex({QStringLiteral("a.b"), QStringLiteral("c|d")}), QStringLiteral(R"("a\\.b|c\\|d")"));
        QCOMPARE(literalsRegex({QString(), QStringLiteral("c")}), QStringLiteral(R"("|c")"));
    }
};

QTEST_APPLESS_MAIN(TestPrometheusDecode)
#include "tst_prometheusdecode.moc"
