// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/usagemonitor.h"
#include "tests/support/faketransport.h"
#include "tests/support/manualclock.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Prometheus;

namespace {

QByteArray vector(const QByteArray &series)
{
    return R"({"status":"success","data":{"resultType":"vector","result":[)" + series + "]}}";
}

const QByteArray noSeries = R"({"status":"success","data":{"resultType":"matrix","result":[]}})";

struct Fixture
{
    ManualClock clock;
    FakeTransport *transport = nullptr;
    UsageMonitor monitor;
    QList<UsageSample> samples;
    std::chrono::milliseconds confirmed{0};
    std::chrono::milliseconds pace{0};
    QList<Error> errors;
    QHash<QString, UsageRange> ranges;
    QList<QuotaHistory> histories;

    explicit Fixture(const std::optional<Selection> &selection = Selection())
        : monitor(
            [this] {
                auto made = std::make_unique<FakeTransport>();
                transport = made.get();
                return made;
            },
            selection, clock)
    {
        QObject::connect(&monitor, &UsageMonitor::sampled, &monitor,
            [this](const UsageSample &sample, std::chrono::milliseconds at, std::chrono::milliseconds every) {
                samples.append(sample);
                confirmed = at;
                pace = every;
            });
        QObject::connect(
            &monitor, &UsageMonitor::failed, &monitor, [this](const Error &error) { errors.append(error); });
        QObject::connect(&monitor, &UsageMonitor::rangeRead, &monitor,
            [this](const QString &id, const UsageRange &range) { ranges.insert(id, range); });
        QObject::connect(&monitor, &UsageMonitor::quotasRead, &monitor,
            [this](const QuotaHistory &history) { histories.append(history); });
    }

    //! Answers the oldest open query that contains \a text.
    bool answerQuery(const QString &text, const QByteArray &body)
    {
        for (const auto &exchange : transport->open) {
            if (QUrl::fromPercentEncoding(exchange->request.body).contains(text)) {
                const auto found = exchange;
                transport->open.remove(found);
                found->done(Http::Response{200, "application/json", body});
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] QString query(const QString &text) const
    {
        for (const auto &exchange : transport->open) {
            const QString body = QUrl::fromPercentEncoding(exchange->request.body);
            if (body.contains(text))
                return body;
        }
        return {};
    }
    void startWithInterval(const QByteArray &interval)
    {
        monitor.start();
        QVERIFY(transport->answer(QStringLiteral("/status/config"),
            R"({"status":"success","data":{"yaml":"global:\n  scrape_interval: )" + interval + R"(\n"}})"));
    }
    void answerPoll(double newest)
    {
        QVERIFY(answerQuery(QStringLiteral("container_cpu_usage"),
            vector(
                R"({"metric":{"namespace":"a"},"value":[1,"0.5"]},{"metric":{"namespace":"b"},"value":[1,"NaN"]})")));
        QVERIFY(answerQuery(QStringLiteral("timestamp("),
            vector(R"({"metric":{},"value":[1,")" + QByteArray::number(newest, 'f', 3) + R"("]})")));
        QVERIFY(answerQuery(QStringLiteral("sum by (namespace) (max by (namespace, pod, container) (container_memory"),
            vector(R"({"metric":{"namespace":"a"},"value":[1,"1048576"]})")));
    }
};

} // namespace

class TestUsageMonitor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void samplesEveryNamespace();
    void takesFourScrapeIntervalsAsWindow();
    void assumesAnIntervalWhenNotTold();
    void isAsOldAsItsNewestSample();
    void goesOnAfterAFailure();
    void doubtsASilentConnection();
    void readsARangeOnAGrid();
    void quotesNamespaces();
    void asksForOneClusterOfSeveral();
    void asksNothingWhenTheLabelsCannotBeRead();
    void replacesAnUnansweredRange();
    void readsUsedQuotasInOneAnswerWhenTheyAreFew();
    void readsUsedQuotasInPartsWhenTheyAreMany();
    void readsUsedQuotasOfSomeNamespaces();
    void saysWhyUsedQuotasAreNotThere();
};

void TestUsageMonitor::samplesEveryNamespace()
{
    Fixture f;
    f.startWithInterval("1s");
    f.answerPoll(double(f.clock.now().toMSecsSinceEpoch()) / 1000);
    QCOMPARE(f.samples.size(), 1);
    QCOMPARE(f.samples.first().namespaces.value(QStringLiteral("a")), (NamespaceUsage{0.5, 1048576.0}));
    QVERIFY(!f.samples.first().namespaces.value(QStringLiteral("b")).cpu); // NaN is no figure
    QCOMPARE(f.confirmed, f.clock.elapsed());
    QVERIFY(f.transport->open.empty());
    f.clock.advance(5s);
    QVERIFY(!f.query(QStringLiteral("container_cpu_usage")).isEmpty());
}

void TestUsageMonitor::readsUsedQuotasInOneAnswerWhenTheyAreFew()
{
    Fixture f(Selection::parse(QStringLiteral("cluster=eu")));
    f.startWithInterval("1s");
    f.monitor.readQuotas(QStringLiteral("id"), {}, 100'000, 200'000, 3h);
    QVERIFY(f.query(QStringLiteral("count by (resource)")).contains(QStringLiteral(R"(type="used",cluster="eu")")));
    QVERIFY(f.answerQuery(QStringLiteral("count by (resource)"),
        vector(R"({"metric":{"resource":"pods"},"value":[1,"2"]},)"
               R"({"metric":{"resource":"count/configmaps"},"value":[1,"1"]})")));
    const QString query = f.query(QStringLiteral("label_join"));
    QVERIFY(query.contains(QStringLiteral("resource=~\"count/configmaps|pods\""))
        || query.contains(QStringLiteral("resource=~\"pods|count/configmaps\"")));
    QVERIFY(query.contains(QStringLiteral("start=97200&end=194400&step=10800"))); // whole steps
    QVERIFY(f.answerQuery(QStringLiteral("label_join"),
        R"({"status":"success","data":{"resultType":"matrix","result":[)"
        R"({"metric":{"namespace":"a","resource":"pods","series":"a/pods"},"values":[[97200,"3"],[108000,"NaN"]]},)"
        R"({"metric":{"series":"a/count/configmaps"},"values":[[97200,"7"]]}]}})"));
    QCOMPARE(f.histories.size(), 1);
    const QuotaHistory &history = f.histories.first();
    QVERIFY(history.last && history.known && !history.error);
    QCOMPARE(history.id, QStringLiteral("id"));
    QCOMPARE(history.series.size(), 2);
    QCOMPARE(history.series[0].namespaceName, QStringLiteral("a"));
    QCOMPARE(history.series[0].resource, QStringLiteral("pods"));
    QCOMPARE(history.series[0].points, (QList<Point>{{97'200'000, 3}})); // NaN is no figure
    QCOMPARE(history.series[1].resource, QStringLiteral("count/configmaps"));
}

void TestUsageMonitor::readsUsedQuotasInPartsWhenTheyAreMany()
{
    Fixture f;
    f.startWithInterval("1s");
    f.monitor.readQuotas(QStringLiteral("id"), {}, 0, 864'000, 3h);
    QVERIFY(f.answerQuery(QStringLiteral("count by (resource)"),
        vector(R"({"metric":{"resource":"pods"},"value":[1,"2000"]},{"metric":{"resource":"cpu"},"value":[1,"7000"]},)"
               R"({"metric":{"resource":"memory"},"value":[1,"900"]},{"metric":{"resource":"x"},"value":[1,"200"]})")));
    int parts = 0;
    QString asked;
    for (QString query = f.query(QStringLiteral("label_join")); !query.isEmpty();
         query = f.query(QStringLiteral("label_join"))) {
        asked += query.section(QStringLiteral("resource=~"), 1).section(u'"', 1, 1) + u' ';
        if (query.contains(QStringLiteral("resource=~\"cpu\"")))
            QVERIFY(query.endsWith(QStringLiteral("step=32400"))); // 7,000 series: a third of the samples
        QVERIFY(f.histories.isEmpty() || !f.histories.last().last);
        QVERIFY(f.answerQuery(QStringLiteral("label_join"), noSeries));
        ++parts;
    }
    QCOMPARE(parts, 3);
    QCOMPARE(asked, QStringLiteral("cpu pods|memory x "));
    QCOMPARE(f.histories.size(), 3);
    QVERIFY(f.histories.last().last);
}

void TestUsageMonitor::readsUsedQuotasOfSomeNamespaces()
{
    Fixture f;
    f.startWithInterval("1s");
    f.monitor.readQuotas(QStringLiteral("t"), {QStringLiteral("a.b"), QStringLiteral("c")}, 0, 86400, 3h);
    f.monitor.readQuotas(QStringLiteral("t"), {QStringLiteral("d")}, 0, 86400, 3h); // what is wanted instead
    QVERIFY(f.query(QStringLiteral("count by (resource)")).contains(QStringLiteral("namespace=~\"d\"")));
    QVERIFY(f.answerQuery(QStringLiteral("count by (resource)"), vector("")));
    QVERIFY(f.query(QStringLiteral("kube_resourcequota")).isEmpty());
    QCOMPARE(f.histories.size(), 1); // nothing is known, which is an answer
    QVERIFY(f.histories.first().last && f.histories.first().series.isEmpty() && !f.histories.first().error);
    QVERIFY(!f.histories.first().known);
}

void TestUsageMonitor::saysWhyUsedQuotasAreNotThere()
{
    Fixture f;
    f.startWithInterval("1s");
    f.monitor.readQuotas(QStringLiteral("id"), {}, 0, 86400, 3h);
    QVERIFY(f.answerQuery(
        QStringLiteral("count by (resource)"), vector(R"({"metric":{"resource":"pods"},"value":[1,"2"]})")));
    QVERIFY(f.answerQuery(QStringLiteral("label_join"),
        R"({"status":"error","errorType":"execution","error":"query processing would load too many samples"})"));
    QCOMPARE(f.histories.size(), 1);
    QVERIFY(f.histories.first().last);
    QCOMPARE(f.histories.first().error->kind, Error::Kind::BadRequest);
}

void TestUsageMonitor::asksForOneClusterOfSeveral()
{
    Fixture f(Selection::parse(QStringLiteral("cluster=prod \"eu\",region=eu=1")));
    f.startWithInterval("1s");
    const QString labels = QStringLiteral(R"(,cluster="prod \"eu\"",region="eu=1")");
    for (const char *text :
        {"sum by (namespace) (max by (namespace, pod, container) (rate(", "working_set_bytes", "timestamp"})
        QVERIFY(f.query(QLatin1String(text)).contains(labels));
    f.monitor.readRange(QStringLiteral("t"), {QStringLiteral("web")}, 0, 60000, 30s);
    QVERIFY(f.query(QStringLiteral("namespace=~")).contains(labels));
}

void TestUsageMonitor::asksNothingWhenTheLabelsCannotBeRead()
{
    for (const char *text : {"cluster", "=x", "a b=c", "cluster=", "1=2", "a=b,c"})
        QVERIFY2(!Selection::parse(QLatin1String(text)), text);
    Fixture f(Selection::parse(QStringLiteral("cluster")));
    f.monitor.start();
    QCOMPARE(f.errors.size(), 1);
    QCOMPARE(f.errors.first().kind, Error::Kind::Configuration);
    QVERIFY(!f.transport);
    f.monitor.readRange(QStringLiteral("t"), {QStringLiteral("web")}, 0, 60000, 30s);
    f.monitor.readQuotas(QStringLiteral("id"), {}, 0, 86400, 3h);
    QCOMPARE(f.histories.size(), 1); // who waits for it is told
    QCOMPARE(f.histories.first().error->kind, Error::Kind::Configuration);
}

void TestUsageMonitor::takesFourScrapeIntervalsAsWindow()
{
    Fixture f;
    f.startWithInterval("1m");
    QVERIFY(f.query(QStringLiteral("container_cpu_usage")).contains(QStringLiteral("[240s]")));
    Fixture quick;
    quick.startWithInterval("1s");
    QVERIFY(quick.query(QStringLiteral("container_cpu_usage")).contains(QStringLiteral("[15s]")));
}

void TestUsageMonitor::assumesAnIntervalWhenNotTold()
{
    Fixture f;
    f.monitor.start();
    QVERIFY(f.transport->fail(QStringLiteral("/status/config"), Error{Error::Kind::NotFound, 404, {}, {}, {}}));
    QVERIFY(f.query(QStringLiteral("container_cpu_usage")).contains(QStringLiteral("[120s]")));
}

void TestUsageMonitor::isAsOldAsItsNewestSample()
{
    Fixture f;
    f.startWithInterval("15s");
    f.answerPoll(double(f.clock.now().toMSecsSinceEpoch()) / 1000 - 90);
    QCOMPARE(f.confirmed, f.clock.elapsed() - 90s);
    QCOMPARE(f.pace, std::chrono::milliseconds(15000));
}

void TestUsageMonitor::goesOnAfterAFailure()
{
    Fixture f;
    f.startWithInterval("1s");
    const Error refused{Error::Kind::Refused, 0, {}, {}, {}};
    for (int i = 0; i < 3; ++i)
        QVERIFY(f.transport->fail(QStringLiteral("/api/v1/query"), refused));
    QCOMPARE(f.errors.size(), 1); // one round, one failure
    QVERIFY(f.samples.isEmpty());
    f.clock.advance(5s);
    f.answerPoll(double(f.clock.now().toMSecsSinceEpoch()) / 1000);
    QCOMPARE(f.samples.size(), 1);
}

void TestUsageMonitor::doubtsASilentConnection()
{
    Fixture f;
    f.startWithInterval("1s");
    for (int poll = 0; poll < 2; ++poll) {
        QCOMPARE(f.transport->reconnects, 0);
        for (int i = 0; i < 3; ++i)
            QVERIFY(f.transport->fail(QStringLiteral("/api/v1/query"), Error{Error::Kind::Timeout, 0, {}, {}, {}}));
        f.clock.advance(5s);
    }
    QCOMPARE(f.transport->reconnects, 1);
}

void TestUsageMonitor::readsARangeOnAGrid()
{
    Fixture f;
    f.startWithInterval("1s");
    f.monitor.readRange(QStringLiteral("t"), {QStringLiteral("a"), QStringLiteral("b.c")}, 1000007, 1900012, 15s);
    const QString query = f.query(
        QStringLiteral("rate(container_cpu_usage_seconds_total{container!=\"\",container!=\"POD\",namespace"));
    QVERIFY2(query.contains(QStringLiteral("start=990")), qPrintable(query));
    QVERIFY(query.contains(QStringLiteral("end=1890")));
    QVERIFY(query.contains(QStringLiteral("step=15")));
    const QByteArray points
        = R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[990,"1"],[1005,"2"],[1035,"NaN"],[1050,"3"]]}]}})";
    QVERIFY(f.answerQuery(QStringLiteral("namespace=~\"a|b\\\\.c\"}[15s]"), points));
    QVERIFY(f.ranges.isEmpty());
    QVERIFY(f.answerQuery(QStringLiteral("start=990"), noSeries));
    const UsageRange range = f.ranges.value(QStringLiteral("t"));
    QCOMPARE(range.cpu, (QList<Point>{{990000, 1}, {1005000, 2}, {1050000, 3}}));
    QVERIFY(range.memory.isEmpty());
    QVERIFY(!range.error);
    QCOMPARE(range.from, 990000);
}

void TestUsageMonitor::quotesNamespaces()
{
    Fixture f;
    f.startWithInterval("1s");
    f.monitor.readRange(QStringLiteral("t"), {QStringLiteral("a\"} or vector(1) #")}, 0, 900000, 15s);
    const QString quoted = QStringLiteral(R"(namespace=~"a\"\\} or vector\\(1\\) #"})");
    QVERIFY2(f.query(QStringLiteral("start=")).contains(quoted), qPrintable(f.query(QStringLiteral("start="))));
}

void TestUsageMonitor::replacesAnUnansweredRange()
{
    Fixture f;
    f.startWithInterval("1s");
    f.monitor.readRange(QStringLiteral("t"), {QStringLiteral("old")}, 0, 900000, 15s);
    f.monitor.readRange(QStringLiteral("t"), {QStringLiteral("new")}, 0, 900000, 15s);
    QVERIFY(f.query(QStringLiteral("old")).isEmpty());
    for (int i = 0; i < 2; ++i)
        QVERIFY(f.answerQuery(QStringLiteral("new"), noSeries));
    QVERIFY(f.ranges.contains(QStringLiteral("t")));
}

QTEST_GUILESS_MAIN(TestUsageMonitor)
#include "tst_usagemonitor.moc"
