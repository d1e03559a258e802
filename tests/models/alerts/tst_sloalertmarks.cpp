// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alertscope.h"
#include "models/alerts/sloalertmarks.h"
#include "models/slo/slodetail.h"
#include "models/slo/slostore.h"
#include "tests/models/alerts/alertworld.h"
#include "tests/models/slo/readings.h"
#include "tests/support/strict.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using AlertWorld::labels;

namespace {

Slo slo()
{
    Slo made;
    made.key = u"a"_s;
    made.id = u"requests-availability"_s;
    made.name = u"availability"_s;
    made.service = u"requests"_s;
    made.cluster = u"prod"_s;
    made.namespaceName = u"shop"_s;
    made.labels = {{u"app"_s, u"web"_s}, {u"namespace"_s, u"shop"_s}};
    return made;
}

Alert alertWith(const LabelList &labels, const QString &sloName = {})
{
    Alert alert;
    alert.key = AlertWorld::keyOf(labels);
    alert.name = u"Burning"_s;
    alert.severity = u"page"_s;
    alert.summary = u"Too many errors."_s;
    alert.state = AlertText::state(u"firing"_s, alert.severity, {});
    alert.since = QDateTime(QDate(2026, 11, 21), QTime(14, 2, 11), Qt::UTC);
    alert.cluster = u"prod"_s;
    alert.labels = labels;
    alert.namespaceName = Labels::value(labels, "namespace"_L1);
    alert.slo = sloName;
    return alert;
}

const QDateTime now(QDate(2026, 11, 21), QTime(15, 0), Qt::UTC);

} // namespace

class TestSloAlertMarks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void putsAlertsAndSlosTogether_data()
    {
        QTest::addColumn<QString>("named");
        QTest::addColumn<QString>("cluster");
        QTest::addColumn<LabelList>("labels");
        QTest::addColumn<bool>("about");
        const QString id = u"requests-availability"_s;
        const auto prod = u"prod"_s;
        QTest::newRow("names its id") << id << prod << labels({{"namespace", "shop"}, {"app", "web"}}) << true;
        QTest::newRow("names it without a place") << id << prod << labels({}) << true;
        QTest::newRow("names it elsewhere") << id << prod << labels({{"namespace", "other"}}) << false;
        QTest::newRow("names it of another workload")
            << id << prod << labels({{"namespace", "shop"}, {"app", "api"}}) << false;
        QTest::newRow("names it in another cluster") << id << u"stage"_s << labels({{"namespace", "shop"}}) << false;
        QTest::newRow("names its name") << u"availability"_s << prod << labels({{"namespace", "shop"}}) << true;
        QTest::newRow("names its name, of another service")
            << u"availability"_s << prod << labels({{"namespace", "shop"}, {"sloth_service", "cart"}}) << false;
        QTest::newRow("names another of the same service")
            << u"requests-latency"_s << prod << labels({{"namespace", "shop"}, {"app", "web"}}) << false;
        QTest::newRow("same workload") << QString() << prod << labels({{"namespace", "shop"}, {"app", "web"}}) << true;
        QTest::newRow("same service") << QString() << prod << labels({{"namespace", "shop"}, {"service", "requests"}})
                                      << true;
        QTest::newRow("the console's own")
            << QString() << prod << labels({{"namespace", "shop"}, {"service", "requests/availability"}}) << true;
        QTest::newRow("another workload")
            << QString() << prod << labels({{"namespace", "shop"}, {"app", "api"}}) << false;
        QTest::newRow("no workload") << QString() << prod << labels({{"namespace", "shop"}}) << false;
        QTest::newRow("no namespace") << QString() << prod << labels({{"app", "web"}}) << false;
        QTest::newRow("cluster not known")
            << QString() << QString() << labels({{"namespace", "shop"}, {"app", "web"}}) << true;
    }
    void putsAlertsAndSlosTogether()
    {
        QFETCH(QString, named);
        QFETCH(QString, cluster);
        QFETCH(LabelList, labels);
        Alert alert = alertWith(labels, named);
        alert.cluster = cluster;
        QTEST(AlertScope::about(alert, slo()), "about");
    }

    void saysWhatFiresAndWhatFired()
    {
        const Alert fires = alertWith(labels({{"namespace", "shop"}, {"app", "web"}}));
        Alert fired = fires;
        fired.name = u"Slow"_s;
        fired.severity.clear();
        fired.summary = fired.name;
        fired.since = fires.since.addSecs(-600);
        Alert pending = fires;
        pending.state = AlertText::state(u"pending"_s, pending.severity, {});
        const QList<ChartMarker> marks
            = SloAlertMarks::marks(slo(), {fires, pending}, {{fired, fired.since.addSecs(61)}}, now);
        QCOMPARE(marks.size(), 2);
        QCOMPARE(marks[0].time, fired.since);
        QCOMPARE(marks[0].kind, u"alert"_s);
        QCOMPARE(marks[0].sentence, u"The alert “Slow” fired from 13:52:11 to 13:53:12."_s);
        QCOMPARE(marks[1].sentence, u"The alert “Burning” (page) fires since 14:02:11. Too many errors."_s);
    }

    void namesTheDayOfWhatIsOld()
    {
        Alert alert = alertWith(labels({{"namespace", "shop"}, {"app", "web"}}));
        alert.since = now.addDays(-3);
        const QList<ChartMarker> marks = SloAlertMarks::marks(slo(), {alert}, {}, now);
        QCOMPARE(marks.size(), 1);
        const QString day = QLocale().toString(alert.since.toLocalTime(), QLocale::ShortFormat);
        QVERIFY2(marks[0].sentence.contains(day), qPrintable(marks[0].sentence));
    }

    void keepsTheNewestOfAStorm()
    {
        QList<Alert> alerts;
        for (int i = 0; i < 500; ++i) {
            Alert alert = alertWith(labels({{"namespace", "shop"}, {"app", "web"}}));
            alert.since = now.addSecs(-i);
            alerts.append(alert);
        }
        const QList<ChartMarker> marks = SloAlertMarks::marks(slo(), alerts, {}, now);
        QCOMPARE(marks.size(), SloAlertMarks::most);
        QCOMPARE(marks.constLast().time, now);
        QCOMPARE(marks.constFirst().time, now.addSecs(1 - SloAlertMarks::most));
    }

    void followsTheStoreAndTheChosenOne()
    {
        AlertWorld::World world;
        SloStore slos(world.clock);
        slos.setServer({u"p"_s, u"prometheus"_s, u"prod"_s, {}});
        slos.setSample(u"p"_s,
            Readings::sample(
                {Readings::reading(u"web"_s, 0.5), Readings::reading(u"api"_s, 0)}, world.clock.elapsed()));
        slos.settle();
        SloDetail detail(&slos, world.clock);
        SloAlertMarks marks(detail, world.store, world.clock);
        const QSignalSpy asked(&world.store, &AlertStore::historyWanted);
        const QSignalSpy changed(&detail, &SloDetail::markersChanged);
        const LabelList of = labels(
            {{"alertname", "Burning"}, {"app", "web"}, {"namespace", "shop"}, {"sloth_id", "requests-availability"}});

        const QString key = Readings::reading(u"web"_s, 0).key + u"\n@prod"_s;
        QVERIFY(slos.find(key));
        detail.choose(key);
        QCOMPARE(detail.markers(), QList<ChartMarker>());
        QCOMPARE(asked.size(), 1); // what fired before the console began
        QCOMPARE(asked.constFirst().at(2).toString(), u",namespace=\"shop\""_s);

        world.say("am-1", {AlertWorld::alert(of)});
        world.say("am-2", {AlertWorld::alert(of)});
        world.clock.advance(SloAlertMarks::pace);
        QCOMPARE(detail.markers().size(), 1);
        QCOMPARE(detail.markers().constFirst().kind, u"alert"_s);
        QVERIFY(detail.markers().constFirst().sentence.startsWith(u"The alert “Burning” fires since"_s));

        const ChartMarker change{world.clock.now().addDays(-1), u"change"_s, u"Something."_s};
        detail.setMarkers({change}); // both stay
        QCOMPARE(detail.markers().size(), 2);
        QCOMPARE(detail.markers().constFirst(), change);

        world.say("am-1", QList<Alertmanager::Alert>());
        world.say("am-2", QList<Alertmanager::Alert>());
        world.clock.advance(SloAlertMarks::pace);
        QCOMPARE(detail.markers().size(), 2);
        QVERIFY2(detail.markers().constLast().sentence.startsWith(u"The alert “Burning” fired from"_s),
            qPrintable(detail.markers().constLast().sentence));

        detail.choose(Readings::reading(u"api"_s, 0).key + u"\n@prod"_s);
        world.clock.advance(SloAlertMarks::pace);
        QCOMPARE(detail.markers(), QList<ChartMarker>());
        detail.choose({});
        const auto told = changed.size();
        world.say("am-1", {AlertWorld::alert(of)});
        world.clock.advance(SloAlertMarks::pace);
        QCOMPARE(changed.size(), told); // nobody looks
    }

    void marksWhatPrometheusRemembers()
    {
        AlertWorld::World world;
        SloStore slos(world.clock);
        slos.setServer({u"p"_s, u"prometheus"_s, u"prod"_s, {}});
        slos.setSample(u"p"_s, Readings::sample({Readings::reading(u"web"_s, 0.5)}, world.clock.elapsed()));
        slos.settle();
        SloDetail detail(&slos, world.clock);
        SloAlertMarks marks(detail, world.store, world.clock);
        const QSignalSpy asked(&world.store, &AlertStore::historyWanted);
        detail.choose(Readings::reading(u"web"_s, 0).key + u"\n@prod"_s);
        QCOMPARE(asked.size(), 1);
        const QDateTime before = world.store.historySince();
        Prometheus::AlertHistory history;
        history.id = asked.constFirst().at(1).toString();
        history.known = true;
        const qint64 from = world.clock.now().addSecs(-7200).toMSecsSinceEpoch();
        history.episodes
            = {{labels({{"alertname", "Burning"}, {"app", "web"}, {"namespace", "shop"}}), from, from + 600'000}};
        world.store.apply(u"prom"_s, history);
        world.clock.advance(SloAlertMarks::pace);
        QCOMPARE(detail.markers().size(), 1);
        QCOMPARE(detail.markers().constFirst().time.toMSecsSinceEpoch(), from);
        QCOMPARE(world.store.historySince(), before); // it was not asked for all
    }
};

QTEST_GUILESS_MAIN(TestSloAlertMarks)
#include "tst_sloalertmarks.moc"
