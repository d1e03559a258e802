// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/alertdecode.h"
#include "backends/prometheus/alertmonitor.h"
#include "tests/support/faketransport.h"
#include "tests/support/manualclock.h"
#include "tests/support/scriptedrandom.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Prometheus;

namespace {

//! As a Prometheus 2.42 answers.
const QByteArray alerts = R"({"status":"success","data":{"alerts":[
{"labels":{"alertname":"HighLatency","app":"web","namespace":"t1","severity":"warning"},"annotations":{"summary":"slow"},
 "state":"pending","activeAt":"2026-11-20T22:45:26.947482398Z","value":"3.227272727272727e-02"},
{"labels":{"alertname":"Burn","cluster":"eu"},"annotations":{},"state":"firing","activeAt":"2026-11-20T22:45:26.947Z",
 "keepFiringSince":"2026-11-20T22:46:26.947Z","value":"1e+00"},
{"labels":{"alertname":"Far","cluster":"us"},"annotations":{},"state":"firing","activeAt":"2026-11-20T22:45:26.947Z",
 "keepFiringSince":"0001-01-01T00:00:00Z","value":"1e+00"}]}})";

const QByteArray rules = R"json({"status":"success","data":{"groups":[{"name":"g","file":"f","interval":1,"rules":[
{"type":"recording","name":"slo:x","query":"vector(1)",
                 "health" : "ok"
},
{"state":"firing","name":"Watchdog","query":"vector(1)","duration":5,"keepFiringFor":0,"labels":{"severity":"none"},
 "annotations":{},"alerts":[{"labels":{"alertname":"Watchdog"}}],"health":"err","lastError":"many-to-many","type":"alerting"}]
}]
}
})json";

// moc stumbles over backslashes in raw strings.
const QByteArray config = QByteArray(R"({"status":"success","data":{"yaml":"global:~n  scrape_interval: 1s~n)"
                                     R"(  external_labels:~n    cluster: eu~n    replica: ~"1~"~nscrape_configs:~n"}})")
                              .replace('~', '\\');

struct Bed
{
    ManualClock clock;
    FakeTransport *transport = nullptr;
    AlertMonitor monitor;
    QList<ActiveAlertSample> samples;
    QList<AlertRuleSample> ruleSamples;
    QList<AlertHistory> histories;
    int confirmed = 0;

    explicit Bed(const std::optional<Selection> &selection = Selection())
        : monitor(
            [this] {
                auto made = std::make_unique<FakeTransport>();
                transport = made.get();
                return made;
            },
            selection, clock, std::make_unique<ScriptedRandom>(0.5))
    {
        QObject::connect(&monitor, &AlertMonitor::alertsRead, &monitor,
            [this](const ActiveAlertSample &sample, std::chrono::milliseconds) { samples.append(sample); });
        QObject::connect(&monitor, &AlertMonitor::alertsConfirmed, &monitor,
            [this](std::chrono::milliseconds, std::chrono::milliseconds) { ++confirmed; });
        QObject::connect(&monitor, &AlertMonitor::rulesRead, &monitor,
            [this](const AlertRuleSample &sample) { ruleSamples.append(sample); });
        QObject::connect(&monitor, &AlertMonitor::historyRead, &monitor,
            [this](const AlertHistory &history) { histories.append(history); });
        monitor.start();
    }
};

} // namespace

class TestAlertMonitor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void readsStates()
    {
        const auto sample = decodeAlerts(alerts);
        QVERIFY(sample.ok());
        QCOMPARE(sample->alerts.size(), 3);
        QVERIFY(!sample->alerts[0].firing);
        QCOMPARE(sample->alerts[0].activeAt, qint64(1795214726947));
        QVERIFY(sample->alerts[1].firing && sample->alerts[1].clearing);
        QVERIFY(sample->alerts[2].firing && !sample->alerts[2].clearing);
    }
    void leavesRecordingRulesAside()
    {
        const auto sample = decodeAlertRules(rules);
        QVERIFY(sample.ok());
        QCOMPARE(sample->rules.size(), 1);
        QCOMPARE(sample->rules.first().name, QStringLiteral("Watchdog"));
        QCOMPARE(sample->rules.first().holdFor, 5000ms);
        QCOMPARE(sample->rules.first().lastError, QStringLiteral("many-to-many"));
    }
    void readsExternalLabels()
    {
        const auto labels = decodeExternalLabels(config);
        QVERIFY(labels.ok());
        QCOMPARE(*labels,
            (LabelList{
                {QStringLiteral("cluster"), QStringLiteral("eu")}, {QStringLiteral("replica"), QStringLiteral("1")}}));
        QVERIFY(decodeExternalLabels(R"({"status":"success","data":{"yaml":"global:\n  scrape_interval: 1s\n"}})")
                    ->isEmpty());
        QVERIFY(!decodeExternalLabels(R"({"status":"success","data":{}})").ok());
    }
    void findsEpisodes()
    {
        const auto episodes = decodeEpisodes(R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":
            {"__name__":"ALERTS","alertname":"X","alertstate":"firing"},"values":[[100,"1"],[160,"1"],[400,"1"]]}]}})",
            60s);
        QVERIFY(episodes.ok());
        QCOMPARE(episodes->size(), 2);
        QCOMPARE(episodes->first().labels, (LabelList{{QStringLiteral("alertname"), QStringLiteral("X")}}));
        QCOMPARE(episodes->first().to - episodes->first().from, qint64(60000));
        QCOMPARE(episodes->last().from, qint64(400000));
    }
    void handsOnWhatPrometheusSays()
    {
        const auto sample = decodeAlerts(R"({"status":"error","errorType":"unavailable","error":"not ready"})");
        QVERIFY(!sample.ok());
        QCOMPARE(sample.error().detail, QStringLiteral("not ready"));
        QVERIFY(!decodeAlerts("[]").ok());
        QVERIFY(!decodeAlerts(R"({"status":"success"})").ok());
    }
    void readsAlertsAgainWhenItLearnsItsExternalLabels()
    {
        Bed bed;
        QVERIFY(bed.transport->answer(QStringLiteral("/alerts"), alerts));
        QVERIFY(!bed.samples.last().externalLabels);
        QVERIFY(bed.transport->answer(QStringLiteral("/status/config"), config));
        QVERIFY(bed.transport->answer(QStringLiteral("/alerts"), alerts));
        QCOMPARE(bed.samples.size(), 2);
        QCOMPARE(bed.samples.last().externalLabels->size(), 2);
        bed.clock.advance(2s);
        QVERIFY(bed.transport->answer(QStringLiteral("/alerts"), alerts));
        QCOMPARE(bed.confirmed, 1);
    }
    void leavesOutWhatIsOfAnotherCluster()
    {
        Bed bed(Selection::parse(QStringLiteral("cluster=eu")));
        QVERIFY(bed.transport->answer(QStringLiteral("/alerts"), alerts));
        QCOMPARE(bed.samples.last().alerts.size(), 2); // what does not say is not hidden
    }
    void asksNothingWhenItIsNotSaidOfWhichCluster()
    {
        Bed bed(std::nullopt);
        QVERIFY(!bed.transport);
        bed.monitor.setNeeded(false);
        bed.monitor.readHistory(QStringLiteral("q"), {}, 0, 1000, 60s);
        QVERIFY(bed.histories.isEmpty());
    }
    void readsRulesOnceAMinute()
    {
        Bed bed;
        QVERIFY(bed.transport->answer(QStringLiteral("/rules?type=alert"), rules));
        QCOMPARE(bed.ruleSamples.size(), 1);
        bed.clock.advance(59s);
        QVERIFY(!bed.transport->has(QStringLiteral("/rules")));
        bed.clock.advance(1s);
        QVERIFY(bed.transport->has(QStringLiteral("/rules")));
    }
    void asksForTheLastDay()
    {
        Bed bed;
        bed.monitor.readHistory(QStringLiteral("q"), QStringLiteral(",namespace=\"t1\""), 1000, 86401000, 60s);
        const auto *exchange = bed.transport->find(QStringLiteral("query_range"));
        QVERIFY(exchange);
        QVERIFY(QUrl::fromPercentEncoding(exchange->request.body)
                    .contains(QLatin1String(R"(ALERTS{alertstate="firing",namespace="t1"})")));
        Error error;
        error.kind = Error::Kind::BadRequest;
        error.detail = QStringLiteral("too many");
        QVERIFY(bed.transport->fail(QStringLiteral("query_range"), error));
        QCOMPARE(bed.histories.size(), 1);
        QCOMPARE(bed.histories.first().id, QStringLiteral("q"));
        QVERIFY(!bed.histories.first().known);
        QCOMPARE(bed.histories.first().problem, QStringLiteral("too many"));
    }
};

QTEST_GUILESS_MAIN(TestAlertMonitor)
#include "tst_alertmonitor.moc"
