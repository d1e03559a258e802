// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/promql.h"
#include "backends/prometheus/responsemonitor.h"
#include "tests/support/faketransport.h"
#include "tests/support/manualclock.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Prometheus;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray vector(const QByteArray &series)
{
    return R"({"status":"success","data":{"resultType":"vector","result":[)" + series + "]}}";
}

QByteArray one(const QByteArray &labels, const char *value)
{
    return "{\"metric\":{" + labels + R"(},"value":[1,")" + value + "\"]}";
}

struct Fixture
{
    ManualClock clock;
    FakeTransport *transport = nullptr;
    ResponseMonitor monitor;
    QList<ResponseSample> samples;
    QList<Error> errors;

    explicit Fixture(const QStringList &metrics = ResponseMonitor::usualMetrics(),
        const std::optional<Selection> &selection = Selection())
        : monitor(
            [this] {
                auto made = std::make_unique<FakeTransport>();
                transport = made.get();
                return made;
            },
            selection, metrics, clock)
    {
        QObject::connect(&monitor, &ResponseMonitor::sampled, &monitor,
            [this](const ResponseSample &sample) { samples.append(sample); });
        QObject::connect(
            &monitor, &ResponseMonitor::failed, &monitor, [this](const Error &error) { errors.append(error); });
    }
    [[nodiscard]] QString asked() const
    {
        if (!transport || transport->open.empty())
            return {};
        return QUrl::fromPercentEncoding(transport->open.front()->request.body).sliced(6); // after query=
    }
    void answer(const Result<Http::Response> &answer)
    {
        const auto exchange = transport->open.front();
        transport->open.pop_front();
        exchange->done(answer);
    }
    void answer(const QByteArray &body) { answer(Http::Response{200, "application/json", body}); }
    void names(const QList<QByteArray> &metrics)
    {
        QByteArray series;
        for (const QByteArray &metric : metrics)
            series += (series.isEmpty() ? "" : ",") + one("\"__name__\":\"" + metric + "_bucket\"", "3");
        answer(vector(series));
    }
};

const QByteArray p95 = R"("pilothouse_what":"p95",)";
const QByteArray newest = R"("pilothouse_what":"newest",)";

} // namespace

class TestResponseMonitor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void asksForEachNameThatTheServerHas()
    {
        Fixture f({u"a_seconds"_s, u"b_seconds_bucket"_s, u"c_milliseconds"_s, u"no name"_s, u"a_seconds"_s},
            Selection::parse(u"cluster=eu"_s));
        f.monitor.start();
        QCOMPARE(f.asked(),
            u"count by (__name__) ({__name__=~\"a_seconds_bucket|b_seconds_bucket|c_milliseconds_bucket\",le=\"+Inf\","
            "cluster=\"eu\"})"_s);
        f.names({"b_seconds", "c_milliseconds"});
        QCOMPARE(f.transport->open.size(), size_t(2));
        const QString query = f.asked();
        QVERIFY2(query.contains(u"rate(b_seconds_bucket{cluster=\"eu\"}[5m])"_s), qPrintable(query));
        QVERIFY(query.contains(u"timestamp(b_seconds_bucket{le=\"+Inf\",cluster=\"eu\"})"_s));
        QVERIFY(query.contains(u"topk(2000,"_s));
        QVERIFY(PromQl::selectors(query).ok());
        f.answer(vector(one(p95 + R"("namespace":"shop","app":"web")", "0.25")));
        f.answer(vector(one(p95 + R"("namespace":"shop","app":"db")", "1500")));
        QCOMPARE(f.samples.size(), 1);
        QCOMPARE(f.samples[0].services.size(), 2);
        QCOMPARE(f.samples[0].services[0].service, u"db"_s);
        QCOMPARE(f.samples[0].services[0].seconds, std::optional(1.5)); // of milliseconds
        QCOMPARE(f.samples[0].services[1].seconds, std::optional(0.25));
        f.clock.advance(15s);
        QVERIFY(!f.asked().startsWith(u"count"_s)); // which names there are is asked for seldom
        QCOMPARE(f.transport->open.size(), size_t(2)); // one query for each name
    }

    void tellsNoTrafficFromZero()
    {
        Fixture f({u"m"_s});
        f.monitor.start();
        f.names({"m"});
        f.answer(vector(one(p95 + R"("namespace":"a","app":"quiet")", "NaN") + ','
            + one(newest + R"("namespace":"a","app":"quiet")", "1700000000.5") + ','
            + one(p95 + R"("namespace":"a","app":"fast")", "0") + ','
            + one(p95 + R"("namespace":"a","app":"odd")", "+Inf") + ',' + one(p95 + R"("namespace":"a")", "1")));
        QCOMPARE(f.samples[0].services.size(), 3); // what names no service is none
        QCOMPARE(f.samples[0].services[0], (ResponseTime{{}, u"a"_s, u"fast"_s, 0.0, 0}));
        QCOMPARE(f.samples[0].services[1], (ResponseTime{{}, u"a"_s, u"odd"_s, {}, 0}));
        QCOMPARE(f.samples[0].services[2], (ResponseTime{{}, u"a"_s, u"quiet"_s, {}, 1'700'000'000'500}));
        f.clock.advance(15s);
        f.answer(vector({}));
        QVERIFY(f.samples[1].services.isEmpty());
    }

    void takesTheSlowerOfTwoSeries()
    {
        Fixture f({u"m"_s, u"n"_s});
        f.monitor.start();
        f.names({"m", "n"});
        f.answer(vector(one(p95 + R"("cluster":"eu","exported_namespace":"a","service":"web","app":"x")", "1") + ','
            + one(p95 + R"("cluster":"eu","exported_namespace":"a","service":"web","app":"y")", "2") + ','
            + one(newest + R"("cluster":"eu","exported_namespace":"a","service":"web","app":"x")", "10") + ','
            + one(newest + R"("cluster":"eu","exported_namespace":"a","service":"web","app":"y")", "9")));
        f.answer(vector(one(p95 + R"("cluster":"eu","namespace":"a","service":"web")", "0.5")));
        QCOMPARE(f.samples[0].services, (QList<ResponseTime>{{u"eu"_s, u"a"_s, u"web"_s, 2.0, 10'000}}));
    }

    void asksNothingMoreWhereThereIsNoSuchHistogram()
    {
        Fixture f;
        f.monitor.start();
        f.names({});
        QCOMPARE(f.samples.size(), 1);
        QVERIFY(f.samples[0].services.isEmpty());
        int queries = 0;
        for (int i = 0; i < 40; ++i) { // ten minutes
            f.clock.advance(15s);
            if (!f.transport->open.empty()) {
                ++queries;
                f.names({});
            }
        }
        QCOMPARE(queries, 2);
    }

    void asksRarelyWhereItCostsMuch()
    {
        Fixture f({u"m"_s});
        f.monitor.start();
        f.names({"m"});
        f.clock.advance(3s);
        f.answer(vector({}));
        QCOMPARE(f.samples[0].pace, 60s);
        f.clock.advance(59s);
        QVERIFY(f.transport->open.empty());
        f.clock.advance(1s);
        QCOMPARE(f.transport->open.size(), size_t(1));
    }

    void failsAndGoesOn()
    {
        Fixture f({u"m"_s});
        f.monitor.start();
        f.answer(Error{Error::Kind::Timeout, 0, {}, {}, {}});
        QCOMPARE(f.errors.size(), 1);
        QVERIFY(f.samples.isEmpty());
        f.clock.advance(15s);
        f.answer(Error{Error::Kind::Timeout, 0, {}, {}, {}});
        QCOMPARE(f.transport->reconnects, 1);
        f.clock.advance(15s);
        f.names({"m"});
        f.answer(QByteArray("not JSON"));
        QCOMPARE(f.errors.size(), 3);
        QCOMPARE(f.samples.size(), 1); // the names were answered
        f.clock.advance(15s);
        f.answer(vector(one(p95 + R"("app":"web")", "1")));
        QCOMPARE(f.samples.constLast().services.size(), 1);
    }

    void asksNothingWhenTheLabelsCannotBeRead()
    {
        Fixture f({u"m"_s}, std::nullopt);
        f.monitor.start();
        QVERIFY(!f.transport);
        Fixture none(QStringList{u"{}"_s});
        none.monitor.start();
        QVERIFY(!none.transport);
    }
};

QTEST_GUILESS_MAIN(TestResponseMonitor)
#include "tst_responsemonitor.moc"
