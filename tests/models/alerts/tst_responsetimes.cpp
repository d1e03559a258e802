// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/responsemonitor.h"
#include "models/alerts/responsetimes.h"
#include "tests/models/alerts/alertworld.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestResponseTimes final : public QObject
{
    Q_OBJECT

private:
    static Prometheus::ResponseSample sample(const Clock &clock, const QList<Prometheus::ResponseTime> &services)
    {
        Prometheus::ResponseSample made;
        made.services = services;
        made.asked = clock.elapsed();
        return made;
    }
    static Prometheus::ResponseTime web(const Clock &clock, std::optional<double> seconds)
    {
        return {{}, u"shop"_s, u"web"_s, seconds, clock.now().toMSecsSinceEpoch()};
    }

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void firesForASlowService()
    {
        AlertWorld::World world;
        ResponseTimes times(world.clock);
        times.setPlaceOf([](const QString &cluster, const QString &space) {
            return AlertPlace{u"id of "_s + cluster, cluster, u"tenant of "_s + space, u"key"_s};
        });
        times.setServer(u"p"_s, u"prod"_s);
        ConsoleRules::Watch watch(world.store, world.clock);
        watch.addSource([&times] { return times.readings(); });
        for (int i = 1; i <= 5; ++i) {
            world.clock.advance(15s);
            auto quiet = web(world.clock, std::nullopt);
            quiet.service = u"quiet"_s;
            auto fast = web(world.clock, 0.2);
            fast.namespaceName = u"other"_s; // another service of the same name
            times.take(u"p"_s, sample(world.clock, {web(world.clock, 1.25), fast, quiet}));
            watch.look();
            watch.look(); // what has not been measured anew is no point
            QCOMPARE(world.store.table()->rowCount(), i == 5 ? 1 : 0);
        }
        const Alert alert = world.store.table()->at(0);
        QCOMPARE(alert.name, u"ConsoleSlowResponses"_s);
        QCOMPARE(alert.namespaceName, u"shop"_s);
        QCOMPARE(alert.tenant, u"tenant of shop"_s);
        QCOMPARE(alert.clusterId, u"id of prod"_s);
        QCOMPARE(alert.label(u"service"_s), u"web"_s);
        QVERIFY2(alert.summary.startsWith(u"web of tenant of shop answers after"_s), qPrintable(alert.summary));
    }

    void saysNothingOfWhatIsOld()
    {
        ManualClock clock;
        ResponseTimes times(clock);
        times.setServer(u"p"_s, u"prod"_s);
        times.take(u"p"_s, sample(clock, {web(clock, 1)}));
        QCOMPARE(times.readings().constFirst().value, std::optional(1.0));
        clock.advance(61s); // the server is silent
        QVERIFY(!times.readings().constFirst().value);
        auto old = web(clock, 2);
        old.newest -= 61'000; // it answers, but nothing new is scraped
        times.take(u"p"_s, sample(clock, {old}));
        QVERIFY(!times.readings().constFirst().value);
        times.take(u"p"_s, sample(clock, {web(clock, 3)}));
        QCOMPARE(times.readings().constFirst().value, std::optional(3.0));
    }

    void takesTheNewestOfTwoServers()
    {
        ManualClock clock;
        ResponseTimes times(clock);
        times.setServer(u"p"_s, u"prod"_s);
        times.setServer(u"q"_s, u"prod"_s);
        times.setServer(u"r"_s, u"stage"_s);
        auto older = web(clock, 1);
        older.newest -= 5000;
        times.take(u"p"_s, sample(clock, {older}));
        times.take(u"q"_s, sample(clock, {web(clock, 2)}));
        times.take(u"r"_s, sample(clock, {web(clock, 3)}));
        times.take(u"nobody"_s, sample(clock, {web(clock, 4)}));
        QCOMPARE(times.readings().size(), 2); // one in each cluster
        QCOMPARE(times.readings().at(0).value, std::optional(2.0));
        QCOMPARE(times.readings().at(1).value, std::optional(3.0));
        times.take(u"q"_s, sample(clock, {web(clock, std::nullopt)}));
        QCOMPARE(times.readings().at(0).value, std::optional(1.0)); // who knows something is asked
        times.removeServer(u"p"_s);
        times.removeServer(u"q"_s);
        times.take(u"q"_s, sample(clock, {web(clock, 1)}));
        QCOMPARE(times.readings().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestResponseTimes)
#include "tst_responsetimes.moc"
