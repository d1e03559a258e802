// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/random.h"
#include "models/alerts/alertstore.h"
#include "models/alerts/silence.h"
#include "models/changes/changeriver.h"
#include "models/incidents/incidententries.h"
#include "models/incidents/incidentgatherer.h"
#include "models/incidents/incidentstore.h"
#include "models/slo/slo.h"
#include "tests/models/changes/scriptedworld.h"
#include "tests/support/strict.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Lane = TimelineEntry::Lane;
using Phase = TimelineEntry::Phase;

namespace {

Slo burningSlo()
{
    Slo slo;
    slo.key = u"slo"_s;
    slo.name = u"availability"_s;
    slo.service = u"requests"_s;
    slo.namespaceName = u"shop"_s;
    slo.cluster = u"prod"_s;
    slo.tenant = u"acme"_s;
    slo.objective = 0.995;
    slo.period = 720h;
    slo.windows = {{300s, 0.2, 40.0}, {3600s, 0.1, 20.0}};
    slo.budgetLeft = 0.931;
    slo.burningWindow = 3600s;
    slo.state = {Condition::Severity::Paging, u"page"_s, u"page"_s, 0};
    slo.labels = {{u"app"_s, u"web"_s}};
    return slo;
}

} // namespace

class TestIncidentGatherer final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ManualClock> m_clock;
    Weather m_weather;
    SystemRandom m_random;
    std::unique_ptr<ChangeRiver> m_river;
    std::unique_ptr<AlertStore> m_alerts;
    std::unique_ptr<IncidentStore> m_store;
    std::unique_ptr<IncidentGatherer> m_gatherer;
    ScriptedTarget *m_target = nullptr;

    [[nodiscard]] Alert alert(const QString &key, const QString &space = u"shop"_s) const
    {
        Alert made;
        made.key = key;
        made.name = u"SloBurn"_s;
        made.severity = u"critical"_s;
        made.summary = u"web burns."_s;
        made.cluster = u"prod"_s;
        made.namespaceName = space;
        made.tenant = u"acme"_s;
        made.since = m_clock->now().addSecs(-30);
        made.labels = {{u"alertname"_s, u"SloBurn"_s}, {u"app"_s, u"web"_s}, {u"key"_s, key}};
        return made;
    }
    void setAlerts(const QList<Alert> &alerts)
    {
        m_alerts->setConsoleAlerts(alerts);
        for (int turn = 0; turn < 50; ++turn)
            m_clock->advance(100ms);
    }
    [[nodiscard]] QStringList sentences(const QString &id, Lane lane) const
    {
        QStringList found;
        for (const TimelineEntry &entry : m_store->record(id)->timeline) {
            if (entry.lane == lane)
                found.append(entry.sentence);
        }
        return found;
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_clock = std::make_unique<ManualClock>();
        m_river = std::make_unique<ChangeRiver>(*m_clock, m_random);
        auto target = std::make_unique<ScriptedTarget>(*m_clock, m_weather);
        m_target = target.get();
        m_river->addCluster(u"c1"_s, {u"prod"_s, u"https://prod"_s, std::move(target), nullptr});
        m_alerts = std::make_unique<AlertStore>(*m_clock);
        m_store = std::make_unique<IncidentStore>(nullptr, *m_clock, u"olga"_s);
        m_gatherer = std::make_unique<IncidentGatherer>(
            *m_store, IncidentGatherer::Sources{m_alerts.get(), nullptr, m_river.get(), nullptr}, *m_clock);
    }
    void cleanup()
    {
        m_gatherer.reset();
        m_store.reset();
        m_alerts.reset();
        m_river.reset();
        m_clock.reset();
    }

    void beginsFromAnAlertAndFollowsItsPlace()
    {
        setAlerts({alert(u"a"_s), alert(u"elsewhere"_s, u"other"_s)});
        QTRY_VERIFY(m_alerts->find(u"console:a"_s));
        const QDateTime since = m_alerts->find(u"console:a"_s)->since;
        const QString id = m_store->begin({{}, {u"console:a"_s}, {}, {}, {}});
        const Incident &incident = m_store->record(id)->incident;
        QCOMPARE(incident.title, u"SloBurn in shop"_s);
        QCOMPARE(incident.begun, since);
        QCOMPARE(incident.places, (QList<IncidentPlace>{{u"prod"_s, u"c1"_s, u"acme"_s, u"shop"_s, u"web"_s}}));
        QTRY_COMPARE(sentences(id, Lane::Alert),
            QStringList{u"The alert “SloBurn” (critical, shop in prod) fires: web burns."_s});
        setAlerts({alert(u"a"_s), alert(u"b"_s), alert(u"elsewhere"_s, u"other"_s)});
        QTRY_COMPARE(sentences(id, Lane::Alert).size(), 2); // another one there belongs to it
        QVERIFY(m_store->record(id)->incident.alerts.contains(u"console:b"_s));
        setAlerts({alert(u"b"_s)});
        QTRY_COMPARE(sentences(id, Lane::Alert).size(), 3);
        QCOMPARE(sentences(id, Lane::Alert).last(), u"The alert “SloBurn” (critical, shop in prod) has ended."_s);
        m_store->end(id);
        setAlerts({alert(u"c"_s)});
        QTest::qWait(20);
        QCOMPARE(sentences(id, Lane::Alert).size(), 3); // nothing more is gathered
    }

    void readsWhatTheClusterRemembers()
    {
        setAlerts({alert(u"a"_s)});
        QTRY_VERIFY(m_alerts->find(u"console:a"_s));
        const QString id = m_store->begin({{}, {u"console:a"_s}, {}, {}, {}});
        const ObjectName event{{}, u"v1"_s, u"Event"_s, u"events"_s, {}, u"shop"_s, u"e"_s};
        m_target->put(event, "{}");
        Tree &tree = m_target->objects[event.title()].tree;
        for (const auto &[path, text] :
            {std::pair(QStringList{u"metadata"_s, u"uid"_s}, u"e1"_s), {{u"metadata"_s, u"namespace"_s}, u"shop"_s},
                {{u"involvedObject"_s, u"kind"_s}, u"Pod"_s}, {{u"involvedObject"_s, u"name"_s}, u"web-1"_s},
                {{u"reason"_s}, u"BackOff"_s}, {{u"message"_s}, u"Back-off restarting"_s}, {{u"type"_s}, u"Warning"_s},
                {{u"lastTimestamp"_s}, m_clock->now().toString(Qt::ISODate)}})
            tree.set(path, Tree::text(text));
        for (int turn = 0; turn < 30; ++turn)
            m_clock->advance(500ms);
        QTRY_COMPARE(sentences(id, Lane::Event), QStringList{u"Pod shop/web-1: BackOff: Back-off restarting."_s});
        m_clock->advance(IncidentGatherer::pace + 1s);
        m_clock->advance(1s);
        QTest::qWait(20);
        QCOMPARE(sentences(id, Lane::Event).size(), 1); // once
    }

    void saysHowAnSloBurns()
    {
        const QDateTime now = m_clock->now();
        const TimelineEntry begins = IncidentEntries::burn(burningSlo(), Phase::Begin, now);
        QCOMPARE(begins.sentence,
            u"The budget of the SLO availability of web in shop burns 20.0 times as fast as it may over 1 h, fast "
            "enough to wake somebody; 93.10 % of its budget is left."_s);
        QCOMPARE(begins.severity, Condition::Severity::Paging);
        Slo fine = burningSlo();
        fine.budgetLeft = std::numeric_limits<double>::quiet_NaN();
        const TimelineEntry ends = IncidentEntries::burn(fine, Phase::End, now);
        QCOMPARE(ends.subject, begins.subject);
        QVERIFY(ends.sentence.contains(u"is not known"_s)); // unknown is not zero
        const IncidentFigure figure = IncidentEntries::figure(burningSlo(), now);
        QCOMPARE(figure.burnShort, std::optional(40.0));
        QCOMPARE(figure.burnLong, std::optional(20.0));
        QCOMPARE(figure.periodSeconds, 30.0 * 86'400);
        QVERIFY(!IncidentEntries::figure(fine, now).budgetLeft);
        QCOMPARE(IncidentEntries::place(burningSlo()).service, u"web"_s); // the workload
    }

    void findsWhereABurnBegan()
    {
        const QDateTime now = m_clock->now();
        const Slo slo = burningSlo();
        SloCourse course;
        course.key = slo.key;
        course.step = 5s;
        SloCourse::Line shortest{300s, {}};
        SloCourse::Line hour{3600s, {}};
        for (int second = -600; second <= 0; second += 5) { // two minutes of it, with one better step
            const bool bad = second >= -120 && second != -60;
            shortest.points.append({now.addSecs(second).toMSecsSinceEpoch(), bad ? 30.0 : 0.2});
            hour.points.append({now.addSecs(second).toMSecsSinceEpoch(), bad ? 5.0 : 0.1});
        }
        course.burn = {shortest, hour};
        course.budget = {{now.toMSecsSinceEpoch(), 0.9}};
        const auto began = IncidentEntries::burnBegan(slo, course);
        QVERIFY(began);
        QCOMPARE(began->time, now.addSecs(-120));
        QCOMPARE(began->sentence,
            u"From here on the SLO availability of web in shop does worse than its objective of 99.5 % allows."_s);
        QCOMPARE(began->subject, IncidentEntries::burn(slo, Phase::End, now).subject);
        const QList<IncidentFigure> figures = IncidentEntries::figures(slo, course);
        QCOMPARE(figures.size(), shortest.points.size());
        QCOMPARE(figures.last().burnShort, std::optional(30.0));
        QCOMPARE(figures.last().burnLong, std::optional(5.0));
        QCOMPARE(figures.last().budgetLeft, std::optional(0.9));
        QVERIFY(!figures.first().budgetLeft); // unknown is not zero
        course.budgetEstimated = true; // since the left edge only: no level
        QVERIFY(!IncidentEntries::figures(slo, course).last().budgetLeft);
        for (SloCourse::Point &point : course.burn.first().points)
            point.value = 30;
        QVERIFY(!IncidentEntries::burnBegan(slo, course)); // before what is told
        QVERIFY(!IncidentEntries::burnBegan(slo, {}) && IncidentEntries::figures(slo, {}).isEmpty());
    }

    void saysWhoSilencedAndWhoTookItOn()
    {
        Silence silence;
        silence.id = u"s1"_s;
        silence.matchers = {{u"alertname"_s, u"SloBurn"_s, false, true}};
        silence.startsAt = m_clock->now();
        silence.endsAt = QDateTime(QDate(2026, 11, 21), QTime(15, 5), Qt::UTC);
        silence.createdBy = u"aram\n"_s;
        silence.comment = u"we are on it."_s;
        const TimelineEntry begins = IncidentEntries::silenceBegan(silence);
        QVERIFY2(
            begins.sentence.endsWith(u" until 2026-11-21 15:05 UTC: we are on it."_s), qPrintable(begins.sentence));
        QVERIFY(!begins.who.contains(u'\n'));
        QVERIFY2(begins.sentence.contains(u"silenced “SloBurn” until"_s), qPrintable(begins.sentence));
        silence.matchers.append({u"app"_s, u"web"_s, false, true});
        silence.matchers.append({u"sloth_id"_s, u"shop-web-availability"_s, false, true});
        QCOMPARE(IncidentEntries::silenceBegan(silence).name, u"“SloBurn” (app web)"_s);
        silence.matchers[1].regex = true; // who knows what that hides
        QVERIFY(IncidentEntries::silenceBegan(silence).name.contains(u"app=~\"web\""_s));
        QCOMPARE(IncidentEntries::silenceEnded(silence).time, silence.endsAt);
        Alert claimed = alert(u"a"_s);
        QVERIFY(!IncidentEntries::alertClaimed(claimed, m_clock->now()));
        claimed.claimedBy = u"vera"_s;
        claimed.claimNote = u"mine"_s;
        QCOMPARE(IncidentEntries::alertClaimed(claimed, m_clock->now())->sentence,
            u"vera took on the alert “SloBurn” (critical, shop in prod): mine."_s);
    }
};

QTEST_GUILESS_MAIN(TestIncidentGatherer)
#include "tst_incidentgatherer.moc"
