// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/alerts/alertworld.h"
#include "tests/support/strict.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace AlertWorld;
using State = Alertmanager::Alert::State;

namespace {

const LabelList burn
    = labels({{"alertname", "Burn"}, {"namespace", "shop"}, {"severity", "critical"}, {"slo", "availability"}});
const LabelList slow
    = labels({{"alertname", "Slow"}, {"namespace", "bank"}, {"severity", "warning"}, {"pod", "web-5d8f7c9b6d-x2x4z"}});

LabelList with(LabelList list, const char *name, const char *value)
{
    list.append({text(name), text(value)});
    Labels::sort(list);
    return list;
}

} // namespace

class TestAlertStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void makesOneOfWhatAllPeersSay()
    {
        World world;
        const QAbstractItemModelTester tester(world.store.table());
        const QAbstractItemModelTester groupTester(world.store.groups());
        world.say("am-1", {alert(burn), alert(slow)});
        world.say("am-2", {alert(burn)});
        QCOMPARE(world.store.table()->rowCount(), 2);
        QCOMPARE(world.store.table()->rowCount(world.store.table()->index(0, 0)), 0);
        QCOMPARE(world.store.groups()->rowCount(world.store.groups()->index(0, 0)), 0);
        QCOMPARE(world.find(burn)->sources, (QStringList{text("am-1"), text("am-2")}));
        QCOMPARE(world.find(burn)->tenant, text("tenant of shop"));
        QCOMPARE(world.find(burn)->owner, text("tenant of shop"));
        QCOMPARE(world.find(burn)->slo, text("availability"));
        QCOMPARE(world.find(slow)->rollout, text("web"));
        QCOMPARE(world.find(slow)->cluster, text("prod"));
    }
    void isSuppressedOnlyWhenAllWhoKnowItAgree()
    {
        World world;
        auto silenced = alert(burn, State::Suppressed);
        silenced.silencedBy = {text("s")};
        world.say("am-1", {silenced});
        QCOMPARE(world.stateOf(burn), text("silenced"));
        world.say("am-2", {alert(burn)});
        QCOMPARE(world.stateOf(burn), text("firing"));
        QVERIFY(!world.find(burn)->note.isEmpty());
        world.say("am-2", {silenced});
        QCOMPARE(world.stateOf(burn), text("silenced"));
        auto inhibited = alert(burn, State::Suppressed);
        inhibited.inhibitedBy = {keyOf(slow)};
        world.say("am-1", {inhibited});
        world.say("am-2", {inhibited});
        QCOMPARE(world.stateOf(burn), text("inhibited"));
    }
    void aServerThatStopsIsNotBelievedAgainstOneThatAnswers()
    {
        World world;
        world.say("am-1", {alert(burn)});
        auto silenced = alert(burn, State::Suppressed);
        silenced.silencedBy = {text("s")};
        world.say("am-2", {silenced});
        QCOMPARE(world.stateOf(burn), text("firing"));
        world.freshness("am-1", Freshness::State::Stale, "gone");
        QCOMPARE(world.stateOf(burn), text("silenced"));
        world.live("am-1");
        QCOMPARE(world.stateOf(burn), text("firing"));
    }
    void whatAStoppedServerSaidGrowsStaleAndStays()
    {
        World world;
        world.say("am-1", {alert(burn)});
        world.say("am-2", {});
        world.freshness("am-1", Freshness::State::Stale, "am-1 does not answer.");
        QVERIFY(world.find(burn));
        QCOMPARE(world.find(burn)->freshness.state, Freshness::State::Stale);
        QVERIFY(world.find(burn)->note.contains(text("answers any more")));
        QVERIFY(world.ended.isEmpty());
        const Alert *loud = world.store.find(text("console:AlertmanagerUnreachable:am-1"));
        QVERIFY(loud);
        QCOMPARE(loud->severity, text("watchdog"));
        QCOMPARE(loud->description, text("am-1 does not answer."));
        world.live("am-1");
        QVERIFY(!world.store.find(text("console:AlertmanagerUnreachable:am-1")));
        QCOMPARE(world.find(burn)->freshness.state, Freshness::State::Live);
    }
    void tellsWhatBeginsAndEnds()
    {
        World world;
        world.say("am-1", {alert(burn)});
        world.say("am-2", {});
        QVERIFY(world.began.isEmpty()); // met when it was first asked
        world.say("am-1", {alert(burn), alert(slow)});
        QCOMPARE(world.began, QStringList{keyOf(slow)});
        world.say("am-1", {alert(slow)});
        QCOMPARE(world.ended, QStringList{keyOf(burn)});
        QCOMPARE(world.store.history().size(), 1);
        QCOMPARE(world.store.history().first().ended, world.clock.now());
        world.clock.advance(std::chrono::hours(25));
        world.say("am-1", {});
        QCOMPARE(world.store.history().size(), 1); // the older one is forgotten
    }
    void joinsPrometheusByItsExternalLabels()
    {
        World world;
        const LabelList sent = with(burn, "cluster", "eu");
        world.say("am-1", {alert(sent)});
        world.say("prom", {active(burn)}, labels({{"cluster", "eu"}}));
        QCOMPARE(world.store.table()->rowCount(), 1);
        QCOMPARE(world.find(sent)->sources, (QStringList{text("am-1"), text("prom")}));
        QCOMPARE(world.find(sent)->since.toMSecsSinceEpoch(), qint64(1795214880000)); // since it fires
    }
    void joinsWhatWasRelabelledOnTheWay()
    {
        World world;
        world.say("prom", {active(burn)}, labels({{"cluster", "eu"}, {"replica", "1"}}));
        QCOMPARE(world.store.table()->rowCount(), 1);
        const LabelList sent = with(burn, "cluster", "eu"); // replica is dropped, as it should be
        world.say("am-1", {alert(sent)});
        QCOMPARE(world.store.table()->rowCount(), 1);
        QCOMPARE(world.find(sent)->sources, (QStringList{text("am-1"), text("prom")}));
        world.say("prom", {active(burn)}, labels({{"cluster", "eu"}, {"replica", "1"}}));
        QCOMPARE(world.find(sent)->sources.size(), 2);
        world.say("am-1", {});
        QCOMPARE(world.store.table()->rowCount(), 1); // under its own fingerprint again
        QVERIFY(!world.find(sent));
    }
    void doesNotJoinAlertsOfAnotherCluster()
    {
        World world;
        world.say("am-1", {alert(with(burn, "cluster", "us"))});
        world.say("prom", {active(burn)}, labels({{"cluster", "eu"}}));
        QCOMPARE(world.store.table()->rowCount(), 2);
    }
    void learnsLabelsThatAServerDoesNotTell()
    {
        World world;
        world.say("am-1", {alert(with(burn, "cluster", "eu")), alert(with(slow, "cluster", "eu"))});
        world.say("prom", {active(burn), active(slow)}, {});
        QCOMPARE(world.store.table()->rowCount(), 2);
        QCOMPARE(world.find(with(slow, "cluster", "eu"))->sources.size(), 2);
    }
    void aDeadAlertmanagerHidesNothing()
    {
        World world;
        world.say("am-1", {});
        world.say("am-2", {});
        world.say("prom", {active(slow, false)}, LabelList());
        QCOMPARE(world.stateOf(slow), text("pending"));
        QVERIFY(world.began.isEmpty());
        world.freshness("am-1", Freshness::State::Stale, "am-1 does not answer.");
        world.freshness("am-2", Freshness::State::Stale, "am-2 does not answer.");
        world.say("prom", {active(slow), active(burn)}, LabelList());
        QCOMPARE(world.stateOf(slow), text("firing"));
        QCOMPARE(world.stateOf(burn), text("firing"));
        QVERIFY(world.find(burn)->note.contains(text("am-1")));
        QVERIFY(world.began.contains(keyOf(burn)) && world.began.contains(keyOf(slow)));
        QVERIFY(world.find(burn)->alertmanagers.isEmpty());
        world.live("am-1");
        world.live("am-2");
        QVERIFY(world.find(burn)->note.startsWith(text("No Alertmanager has this alert")));
    }
    void showsWhatIsClearing()
    {
        World world;
        auto clearing = active(slow);
        clearing.clearing = true;
        world.say("prom", {clearing}, LabelList());
        QCOMPARE(world.stateOf(slow), text("clearing"));
        QVERIFY(world.find(slow)->open());
    }
    void seesClaimsOfOthers()
    {
        World world;
        world.say("am-1", {alert(burn)});
        auto claim = silence("c", {{text("alertname"), text("Burn")}, {text("pilothouse_claim"), keyOf(burn)}});
        claim.comment = text("on it");
        world.silences("am-1", {claim});
        QCOMPARE(world.stateOf(burn), text("claimed"));
        QCOMPARE(world.find(burn)->claimedBy, text("olga"));
        QCOMPARE(world.find(burn)->claimNote, text("on it"));
        QCOMPARE(world.find(burn)->claimSilence, text("c"));
        QCOMPARE(world.store.silences()->at(0).claimOf, keyOf(burn));
        claim.state = Alertmanager::Silence::State::Expired;
        claim.updatedAt += 1000;
        world.silences("am-2", {claim}); // a peer knows more
        QCOMPARE(world.stateOf(burn), text("firing"));
    }
    void countsWhatSilencesHide()
    {
        World world;
        const QAbstractItemModelTester tester(world.store.silences());
        auto one = alert(burn, State::Suppressed);
        one.silencedBy = {text("s")};
        world.say("am-1", {one, alert(slow)});
        auto old = silence("old", {{text("alertname"), text("X")}});
        old.state = Alertmanager::Silence::State::Expired;
        old.endsAt = world.clock.now().addDays(-2).toMSecsSinceEpoch();
        world.silences("am-1", {silence("s", {{text("alertname"), text("Burn")}}), old});
        world.silences("am-2", {silence("s", {{text("alertname"), text("Burn")}})});
        QCOMPARE(world.store.silences()->rowCount(), 1);
        QCOMPARE(world.store.silences()->rowCount(world.store.silences()->index(0, 0)), 0);
        QCOMPARE(world.store.silences()->at(0).alerts, 1);
        QCOMPARE(world.store.silences()->at(0).servers, (QStringList{text("am-1"), text("am-2")}));
    }
    void groupsByTenantAndByAnyLabel()
    {
        World world;
        auto silenced = alert(slow, State::Suppressed);
        silenced.silencedBy = {text("s")};
        world.say("am-1", {alert(burn), silenced, alert(labels({{"alertname", "Odd"}}))});
        QCOMPARE(world.store.groups()->rowCount(), 3);
        const int shop = world.store.groups()->rowOf(text("tenant of shop"));
        QVERIFY(shop >= 0);
        QCOMPARE(world.store.groups()->at(shop).open, 1);
        QCOMPARE(world.store.groups()->at(shop).worst.severity, Condition::Severity::Critical);
        QCOMPARE(world.store.groups()->at(world.store.groups()->rowOf(text("tenant of bank"))).silenced, 1);
        QCOMPARE(world.store.groups()->at(world.store.groups()->rowOf(AlertGroupTableModel::rowKey({}))).name,
            text("of no tenant"));
        world.store.setGrouping(text("pod"));
        QCOMPARE(world.store.groups()->rowCount(), 2);
        QCOMPARE(world.store.groupOf(*world.find(slow)), text("web-5d8f7c9b6d-x2x4z"));
        QVERIFY(world.store.labelNames().contains(text("slo")));
    }
    void sortsByWhatHurts()
    {
        const QDateTime now(QDate(2026, 11, 21), QTime(14, 0), Qt::UTC);
        const auto rank = [&now](const char *state, const char *severity) {
            const Condition condition = AlertText::state(text(state), text(severity), now);
            return std::pair(condition.severity, condition.rank);
        };
        QVERIFY(rank("firing", "watchdog") > rank("firing", "critical"));
        QVERIFY(rank("firing", "critical") > rank("firing", "warning"));
        QVERIFY(rank("firing", "warning") > rank("pending", "critical"));
        QVERIFY(rank("firing", "info") > rank("pending", "critical"));
        QVERIFY(rank("pending", "warning") > rank("claimed", "critical"));
        QVERIFY(rank("claimed", "info") > rank("silenced", "critical"));
        QVERIFY(rank("silenced", "critical") > rank("inhibited", "critical"));
    }
    void missesTheWatchdogThatRulesHave()
    {
        World world;
        const LabelList watchdog = labels({{"alertname", "Watchdog"}, {"severity", "none"}});
        int lacking = -1;
        connect(
            &world.store, &AlertStore::silenceOfServersChanged, this, [&lacking](int servers) { lacking = servers; });
        Prometheus::AlertRuleSample rules;
        rules.rules.append({text("Watchdog"), text("vector(1)"), {}, {}, {}, {}});
        world.store.apply(text("prom"), rules);
        world.say("prom", {active(watchdog)}, LabelList());
        world.say("am-1", {alert(watchdog)});
        QCOMPARE(lacking, -1);
        world.say("am-1", {}); // where it was ever seen
        QCOMPARE(lacking, 1);
        const Alert *loud = world.store.find(text("console:WatchdogMissing:am-1"));
        QVERIFY(loud);
        QCOMPARE(loud->state.severity, Condition::Severity::Paging);
        QVERIFY(world.began.contains(loud->key));
        world.say("prom", QList<Prometheus::ActiveAlert>(), LabelList());
        QCOMPARE(lacking, 2);
        QVERIFY(world.store.server(text("prom"))->watchdogMissing);
        world.say("am-1", {alert(watchdog)});
        world.say("prom", {active(watchdog)}, LabelList());
        QCOMPARE(lacking, 0);
        QVERIFY(!world.store.find(text("console:WatchdogMissing:am-1")));
    }
    void doesNotCountTheWatchdogAmongWhatWantsAPerson()
    {
        World world;
        const LabelList watchdog = labels({{"alertname", "Watchdog"}, {"severity", "none"}});
        world.say("am-1", {alert(watchdog)});
        QCOMPARE(world.store.table()->rowCount(), 1);
        const Alert &row = world.store.table()->at(0);
        QCOMPARE(row.state.id, text("firing"));
        QVERIFY(row.expected && !row.open());
        const AlertGroup &group = world.store.groups()->at(0);
        QCOMPARE(group.alerts, 1);
        QCOMPARE(group.open + group.pending + group.claimed + group.silenced + group.inhibited, 0);
        world.store.setWatchdog(text("DeadMansSwitch"));
        world.settle();
        QVERIFY(world.store.table()->at(0).open());
        QCOMPARE(world.store.groups()->at(0).open, 1);
    }
    void missesTheWatchdogEverywhereWhenAskedTo()
    {
        World world;
        world.say("am-1", {alert(with(burn, "n", "1"))});
        QVERIFY(!world.store.find(text("console:WatchdogMissing:am-1"))); // it never had one
        world.store.setWatchdog(text("Watchdog"), true);
        QVERIFY(world.store.find(text("console:WatchdogMissing:am-1")));
        world.say("am-1", {alert(labels({{"alertname", "Watchdog"}, {"severity", "none"}}))});
        QVERIFY(!world.store.find(text("console:WatchdogMissing:am-1")));
        world.store.setWatchdog({}, true);
        world.say("am-1", {});
        QVERIFY(!world.store.find(text("console:WatchdogMissing:am-1")));
    }
    void takesAStormInSlices()
    {
        World world;
        QList<Alertmanager::Alert> storm;
        for (int i = 0; i < 10000; ++i)
            storm.append(alert(with(burn, "n", QByteArray::number(i).constData())));
        Alertmanager::AlertSample sample;
        sample.alerts = storm;
        world.store.apply(text("am-1"), sample);
        QVERIFY(!world.store.settled());
        QCOMPARE(world.store.table()->rowCount(), 0);
        world.settle();
        QCOMPARE(world.store.table()->rowCount(), 10000);
        QCOMPARE(world.store.groups()->rowCount(), 1);
        QCOMPARE(world.store.groups()->at(0).open, 10000);
        world.say("am-1", {});
        QCOMPARE(world.store.table()->rowCount(), 0);
        QCOMPARE(world.ended.size(), 10000);
    }
    void remembersWhatPrometheusDoes()
    {
        World world;
        QStringList wanted;
        connect(&world.store, &AlertStore::historyWanted, this,
            [&wanted](const QString &, const QString &, const QString &matchers) { wanted.append(matchers); });
        world.store.wantHistory({{text("namespace"), text("a\"b")}});
        QCOMPARE(wanted, QStringList{text(",namespace=\"a\\\"b\"")});
        world.say("am-1", {alert(with(burn, "cluster", "eu"))});
        world.say("prom", {}, labels({{"cluster", "eu"}}));
        Prometheus::AlertHistory history;
        history.known = true;
        history.episodes = {{burn, 1, 2},
            {slow, world.clock.now().addSecs(-60).toMSecsSinceEpoch(), world.clock.now().toMSecsSinceEpoch()}};
        world.store.apply(text("prom"), history);
        QCOMPARE(world.store.history().size(), 1); // the other one fires still
        QCOMPARE(world.store.history().first().alert.name, text("Slow"));
        QCOMPARE(world.store.historySince(), world.clock.now().addDays(-1));
    }
    void forgetsAServerThatIsTakenAway()
    {
        World world;
        world.say("am-1", {alert(burn)});
        world.say("am-2", {alert(burn), alert(slow)});
        world.store.removeServer(text("am-2"));
        world.settle();
        QCOMPARE(world.store.table()->rowCount(), 1);
        QVERIFY(world.ended.isEmpty());
    }
    void trustsNoAddressThatIsNoPage()
    {
        World world;
        auto odd = alert(burn);
        odd.generator = text("javascript:alert(1)");
        odd.annotations = labels({{"runbook_url", "file:///etc/passwd"}, {"summary", "<b>bold</b>"}});
        world.say("am-1", {odd});
        QVERIFY(world.find(burn)->generator.isEmpty() && world.find(burn)->runbook.isEmpty());
        QCOMPARE(world.find(burn)->summary, text("<b>bold</b>"));
    }
    void showsWhatTheConsoleFoundItself()
    {
        World world;
        Alert own;
        own.key = text("cpu/x");
        own.name = text("ConsoleHighCpu");
        own.severity = text("warning");
        own.tenant = text("shop");
        world.store.setConsoleAlerts({own});
        const Alert *found = world.store.find(text("console:cpu/x"));
        QVERIFY(found);
        QCOMPARE(found->sources, QStringList{text("console")});
        QCOMPARE(found->state.id, text("firing"));
        world.store.setConsoleAlerts({});
        QVERIFY(!world.store.find(text("console:cpu/x")));
        QCOMPARE(world.ended, QStringList{text("console:cpu/x")});
    }
};

QTEST_GUILESS_MAIN(TestAlertStore)
#include "tst_alertstore.moc"
