// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/consolereadings.h"
#include "models/alerts/consolerules.h"
#include "tests/models/alerts/alertworld.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace ConsoleRules;
using namespace std::chrono_literals;

class TestConsoleRules : public QObject
{
    Q_OBJECT

private:
    AlertWorld::World m_world;

    Reading reading(double value, int second)
    {
        Reading reading;
        reading.metric = Metric::Cpu;
        reading.tenant = QStringLiteral("shop");
        reading.tenantKey = QStringLiteral("prod/shop");
        reading.value = value;
        reading.time = m_world.clock.now().addSecs(second);
        return reading;
    }

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void needsFiveOfTheLastTen()
    {
        const Rule rule = standardRules().first();
        const QDateTime start = m_world.clock.now();
        Course course;
        int second = 0;
        const auto add = [&](bool bad) { return course.add(start.addSecs(++second), bad, 1); };
        for (int i = 0; i < 4; ++i)
            QVERIFY(add(true));
        QVERIFY(!course.firing(rule));
        QVERIFY(!course.add(start.addSecs(second), true, 1)); // the same point again
        QVERIFY(!course.firing(rule));
        QVERIFY(add(true));
        QVERIFY(course.firing(rule));
        for (int i = 0; i < 5; ++i)
            QVERIFY(add(false));
        QVERIFY(course.firing(rule)); // five of ten still
        QVERIFY(add(false));
        QVERIFY(!course.firing(rule));
    }
    void showsWhatItFinds()
    {
        Watch watch(m_world.store, m_world.clock);
        QList<Reading> readings;
        watch.addSource([&readings] { return readings; });
        for (int i = 1; i <= 5; ++i) {
            readings = {reading(0.95, i)};
            watch.look();
            QCOMPARE(m_world.store.table()->rowCount(), i == 5 ? 1 : 0);
        }
        const Alert alert = m_world.store.table()->at(0);
        QCOMPARE(alert.name, QStringLiteral("ConsoleHighCpu"));
        QCOMPARE(alert.tenant, QStringLiteral("shop"));
        QVERIFY2(alert.summary.contains(QLatin1String("95")), qPrintable(alert.summary));
        const QDateTime since = alert.since;
        readings = {reading(0.1, 6)};
        watch.look();
        QCOMPARE(m_world.store.table()->rowCount(), 1);
        QCOMPARE(m_world.store.table()->at(0).since, since);
        readings.clear(); // the tenant is gone
        watch.look();
        QCOMPARE(m_world.store.table()->rowCount(), 0);
    }
    void whatIsNotKnownIsNoPoint()
    {
        Watch watch(m_world.store, m_world.clock);
        Reading unknown = reading(1, 1);
        unknown.value.reset();
        watch.addSource([&unknown] { return QList<Reading>{unknown}; });
        for (int i = 0; i < 10; ++i) {
            unknown.time = unknown.time.addSecs(1);
            watch.look();
        }
        QCOMPARE(m_world.store.table()->rowCount(), 0);
    }
    void readsThresholds()
    {
        QString problem;
        const auto rules = rulesOf(QStringLiteral("cpu=70%, response-time=500ms,error-ratio=0.01"), problem);
        QVERIFY2(rules, qPrintable(problem));
        QCOMPARE(rules->at(0).threshold, 0.70);
        QCOMPARE(rules->at(1).threshold, 0.85);
        QCOMPARE(rules->at(2).threshold, 0.01);
        QCOMPARE(rules->at(3).threshold, 0.5);
        QCOMPARE(rulesOf(QString(), problem), std::optional(standardRules()));
        for (const char *text : {"cpu", "cpu=", "cpu=x", "cpu=-1%", "disk=4%", "response-time=1h"}) {
            QVERIFY(!rulesOf(QString::fromLatin1(text), problem));
            QVERIFY(!problem.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestConsoleRules)
#include "tst_consolerules.moc"
