// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/changerun.h"
#include "tests/models/changes/scriptedworld.h"
#include "tests/support/strict.h"

#include <QSignalSpy>
#include <QTest>

using State = EditResult::State;
using Kind = ChangeOutcome::Kind;

namespace {

ObjectName quota(int number)
{
    return {{}, QStringLiteral("v1"), QStringLiteral("ResourceQuota"), QStringLiteral("resourcequotas"), {},
        QStringLiteral("tenant-%1").arg(number), QStringLiteral("quota")};
}

const QStringList cpu{QStringLiteral("spec"), QStringLiteral("cpu")};
const QStringList pods{QStringLiteral("spec"), QStringLiteral("pods")};
const QStringList used{QStringLiteral("status"), QStringLiteral("used")};

} // namespace

class TestChangeRun : public QObject
{
    Q_OBJECT

private:
    struct Stand
    {
        ManualClock clock;
        Weather weather;
        ScriptedTarget target{clock, weather};
        ScriptedJournal journal{clock, weather};
        ChangePolicy policy;
        Change change;
        std::unique_ptr<ChangeRun> run;
        QList<ChangeStage> stages;
        int ends = 0;
        bool sentTooEarly = false;
        bool sentUnsure = false; // once more, although the last time might have been enough
        QHash<QUuid, int> sentInThisLife;

        explicit Stand(int edits = 1)
        {
            change.id = QUuid::createUuidV5(QUuid(), QStringLiteral("change"));
            change.clusterName = QStringLiteral("prod-eu");
            change.kind = ChangeKind::Quota;
            for (int i = 0; i < edits; ++i) {
                target.put(quota(i), R"({"cpu":2,"pods":10})");
                ObjectEdit edit;
                edit.object = quota(i);
                edit.text = R"({"spec":{"cpu":4}})";
                edit.before = target.image(quota(i));
                change.edits.append(edit);
            }
            target.onRequest = [this](const QUuid &id) {
                sentTooEarly = sentTooEarly || !journal.intended;
                sentUnsure = sentUnsure || sentInThisLife.value(id) > target.outdated.value(id);
                ++sentInThisLife[id];
            };
        }
        ChangeRun &make(const Change &what)
        {
            sentInThisLife.clear();
            run = std::make_unique<ChangeRun>(
                what, ChangeRun::Surroundings{target, journal, clock, policy, QStringLiteral("olga")});
            connect(
                run.get(), &ChangeRun::stageChanged, run.get(), [this](ChangeStage stage) { stages.append(stage); });
            connect(run.get(), &ChangeRun::ended, run.get(), [this](const ChangeOutcome &) { ++ends; });
            return *run;
        }
        //! Moves on until that stage, or the end.
        bool reach(ChangeStage stage)
        {
            for (int i = 0; i < 2000 && run->stage() != stage && run->stage() != ChangeStage::Ended; ++i) {
                if (!clock.untilNext())
                    return false;
                clock.advance(*clock.untilNext());
            }
            return run->stage() == stage;
        }
        //! From the start to the end, with a yes in between.
        ChangeOutcome go()
        {
            make(change).start();
            if (reach(ChangeStage::Confirming))
                (void)run->confirm({});
            return finish();
        }
        ChangeOutcome finish()
        {
            (void)reach(ChangeStage::Ended);
            return run->outcome().value_or(ChangeOutcome());
        }
        int cpuOf(int number) const { return target.objects.value(quota(number).title()).tree.textAt(cpu).toInt(); }
    };

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void goesThroughAllStagesInOrder()
    {
        Stand stand;
        const ChangeOutcome outcome = stand.go();
        QCOMPARE(outcome.kind, Kind::Verified);
        QCOMPARE(stand.stages,
            (QList<ChangeStage>{ChangeStage::Guarding, ChangeStage::Previewing, ChangeStage::Confirming,
                ChangeStage::Recording, ChangeStage::Requesting, ChangeStage::Verifying, ChangeStage::Closing,
                ChangeStage::Ended}));
        QCOMPARE(stand.ends, 1);
        QCOMPARE(stand.cpuOf(0), 4);
        QVERIFY(!stand.sentTooEarly);
        QCOMPARE(stand.target.requested, QList<QUuid>{stand.change.id});
        QCOMPARE(stand.journal.answered.value(0).state, State::Applied);
        QCOMPARE(stand.journal.outcome->kind, Kind::Verified);
        QVERIFY(!stand.journal.intended->edits[0].after.text.isEmpty());
    }

    void changesNothingBeforeTheYes()
    {
        Stand stand;
        stand.make(stand.change).start();
        QVERIFY(stand.reach(ChangeStage::Confirming));
        stand.clock.advance(std::chrono::hours(1));
        QCOMPARE(stand.cpuOf(0), 2);
        QVERIFY(!stand.journal.intended);
        stand.run->cancel();
        QCOMPARE(stand.finish().kind, Kind::Cancelled);
        QVERIFY(stand.target.requested.isEmpty());
        QCOMPARE(stand.journal.ends, 0);
    }

    void namesTheRightThatMisses()
    {
        Stand stand;
        stand.target.rights.ok = true;
        stand.target.rights.answers = {{true, {}}, {false, QStringLiteral("no role")}};
        const ChangeOutcome outcome = stand.go();
        QCOMPARE(outcome.kind, Kind::Refused);
        QVERIFY(outcome.sentence.contains(QLatin1String("patch resourcequotas quota")));
        QVERIFY(outcome.sentence.contains(QLatin1String("no role")));
        QVERIFY(stand.target.requested.isEmpty());
    }

    void waitsForTheTypedNameAndTheSecondPerson()
    {
        Stand stand;
        stand.policy = ChangePolicy::parse(
            "version: 1\nproduction: [\"prod-*\"]\nsecond-person: [{kinds: [quota]}]\n", QStringLiteral("policy.yaml"));
        QVERIFY(stand.policy.mistakes().isEmpty());
        stand.make(stand.change).start();
        QVERIFY(stand.reach(ChangeStage::Confirming));
        QCOMPARE(stand.run->findings().size(), 2);
        QVERIFY(stand.run->confirm({}).contains(QLatin1String("Type its name")));
        QVERIFY(stand.run->confirm({QStringLiteral("prod-eu"), {}}).contains(QLatin1String("second person")));
        QVERIFY(!stand.run->confirm({QStringLiteral("prod-eu"), {QStringLiteral("olga")}}).isEmpty());
        QCOMPARE(stand.run->stage(), ChangeStage::Confirming);
        QCOMPARE(stand.run->confirm({QStringLiteral("prod-eu"), {QStringLiteral("aram")}}), QString());
        QCOMPARE(stand.finish().kind, Kind::Verified);
    }

    void refusesWhenTheFreezeBeginsWhileThePersonReads()
    {
        Stand stand; // the clock of the tests shows 2026-11-21 14:00 UTC
        stand.policy = ChangePolicy::parse("version: 1\nfreezes: [{name: Release, from: 2026-11-21 14:10, "
                                           "to: 2026-11-21 15:00, time-zone: UTC}]\n",
            QStringLiteral("policy.yaml"));
        stand.make(stand.change).start();
        QVERIFY(stand.reach(ChangeStage::Confirming));
        stand.clock.advance(std::chrono::minutes(11));
        QVERIFY(stand.run->confirm({}).contains(QLatin1String("Release")));
        stand.clock.advance(std::chrono::hours(1));
        QCOMPARE(stand.run->confirm({}), QString());
        QCOMPARE(stand.finish().kind, Kind::Verified);
    }

    void keepsWhatOthersChangedBesides()
    {
        Stand stand;
        stand.target.change(quota(0), pods, 20);
        QCOMPARE(stand.go().kind, Kind::Verified);
        QCOMPARE(stand.target.objects.value(quota(0).title()).tree.textAt(pods), QStringLiteral("20"));
    }

    void showsThreeVersionsWhenOthersChangedTheSame()
    {
        Stand stand;
        stand.target.change(quota(0), cpu, 3);
        const ChangeOutcome outcome = stand.go();
        QCOMPARE(outcome.kind, Kind::Conflict);
        const auto &difference = outcome.results[0].difference;
        QCOMPARE(difference.conflictPaths(), QStringList{QStringLiteral("spec.cpu")});
        QCOMPARE(difference.fields[0].base, QByteArray("2"));
        QCOMPARE(difference.fields[0].mine, QByteArray("4"));
        QCOMPARE(difference.fields[0].theirs, QByteArray("3"));
        QVERIFY(stand.target.requested.isEmpty());
    }

    void showsThreeVersionsWhenOthersWereFasterThanTheYes()
    {
        Stand stand;
        stand.make(stand.change).start();
        QVERIFY(stand.reach(ChangeStage::Confirming));
        stand.target.change(quota(0), cpu, 3);
        QCOMPARE(stand.run->confirm({}), QString());
        const ChangeOutcome outcome = stand.finish();
        QCOMPARE(outcome.kind, Kind::Conflict);
        QVERIFY(outcome.results[0].difference.conflicts());
        QCOMPARE(stand.cpuOf(0), 3);
        QCOMPARE(stand.journal.answered.value(0).state, State::Conflict);
    }

    void sendsAgainWhenOnlyTheStatusMoved()
    {
        Stand stand;
        stand.make(stand.change).start();
        QVERIFY(stand.reach(ChangeStage::Confirming));
        stand.target.change(quota(0), used, 1);
        QCOMPARE(stand.run->confirm({}), QString());
        QCOMPARE(stand.finish().kind, Kind::Verified);
        QCOMPARE(stand.target.requested.size(), 2);
        QCOMPARE(stand.target.applied.value(stand.change.id), 1);
    }

    void listsOtherManagers()
    {
        Stand stand;
        WriteAnswer answer;
        answer.kind = WriteAnswer::Kind::Owners;
        answer.owners = {{QStringLiteral(".spec.cpu"), QStringLiteral("argocd")}};
        stand.target.nextDryRun = answer;
        const ChangeOutcome outcome = stand.go();
        QCOMPARE(outcome.kind, Kind::Conflict);
        QCOMPARE(outcome.results[0].owners, answer.owners);
    }

    void seesWhatALostAnswerDidNotSay()
    {
        Stand stand;
        stand.target.dropWriteAnswer = true;
        const ChangeOutcome outcome = stand.go();
        QCOMPARE(outcome.kind, Kind::Verified);
        QCOMPARE(stand.target.requested.size(), 1);
        QCOMPARE(stand.journal.answered.value(0).state, State::Unknown);
    }

    void saysSoWhenNobodyKnows()
    {
        Stand stand(2);
        stand.target.dropWrite = true;
        const ChangeOutcome outcome = stand.go();
        QCOMPARE(outcome.kind, Kind::Unknown);
        QCOMPARE(stand.target.requested.size(), 1); // nothing more after that, and nothing again
        QCOMPARE(outcome.results[1].state, State::NotSent);
    }

    void sendsNothingThatTheJournalDoesNotHold()
    {
        Stand stand;
        stand.journal.failIntended = true;
        const ChangeOutcome outcome = stand.go();
        QCOMPARE(outcome.kind, Kind::Failed);
        QVERIFY(outcome.sentence.contains(QLatin1String("the disk is full")));
        QVERIFY(stand.target.requested.isEmpty());
    }

    void stopsAndTellsWhenTheJournalFailsHalfway()
    {
        Stand stand(3);
        stand.journal.failAnswered = true;
        const ChangeOutcome outcome = stand.go();
        QCOMPARE(outcome.kind, Kind::Partial);
        QVERIFY(outcome.journalGap.contains(QLatin1String("the disk is full")));
        QCOMPARE(stand.target.requested.size(), 1);
        QCOMPARE(outcome.results[0].state, State::Verified);
        QCOMPARE(outcome.results[2].state, State::NotSent);
    }

    void saysWhenItDidNotConverge()
    {
        Stand stand;
        stand.target.revert = true;
        const ChangeOutcome outcome = stand.go();
        QCOMPARE(outcome.kind, Kind::NotConverged);
        QCOMPARE(outcome.results[0].state, State::NotConverged);
        QCOMPARE(stand.target.requested.size(), 1);
    }

    void looksAtOnceWhenNoticed()
    {
        Stand stand;
        stand.make(stand.change).start();
        QVERIFY(stand.reach(ChangeStage::Confirming));
        stand.target.revert = true;
        (void)stand.run->confirm({});
        QVERIFY(stand.reach(ChangeStage::Verifying));
        stand.clock.advance(std::chrono::milliseconds(30)); // one look, in vain
        stand.target.change(quota(0), cpu, 4);
        stand.run->notice(quota(0));
        stand.run->notice(quota(0));
        stand.clock.advance(std::chrono::milliseconds(60));
        QCOMPARE(stand.run->outcome()->kind, Kind::Verified);
    }

    void givesEachObjectOfABulkItsResult()
    {
        Stand stand(3);
        stand.make(stand.change).start();
        QVERIFY(stand.reach(ChangeStage::Confirming));
        stand.target.change(quota(1), cpu, 9);
        (void)stand.run->confirm({});
        const ChangeOutcome outcome = stand.finish();
        QCOMPARE(outcome.kind, Kind::Partial);
        QCOMPARE(outcome.results[0].state, State::Verified);
        QCOMPARE(outcome.results[1].state, State::Conflict);
        QCOMPARE(outcome.results[2].state, State::Verified);
        QCOMPARE(QSet<QUuid>(stand.target.requested.begin(), stand.target.requested.end()).size(), 3);
    }

    void oneThatCannotBeMadeKeepsBackTheOthers()
    {
        Stand stand(2);
        stand.target.change(quota(1), cpu, 9);
        const ChangeOutcome outcome = stand.go();
        QCOMPARE(outcome.kind, Kind::Conflict);
        QCOMPARE(outcome.results[0].state, State::NotSent);
        QVERIFY(stand.target.requested.isEmpty());
    }

    void doesNothingWhereThereIsNothingToDo()
    {
        Stand stand;
        stand.change.edits[0].text = R"({"spec":{"cpu":2}})";
        const ChangeOutcome outcome = stand.go();
        QCOMPARE(outcome.kind, Kind::Verified);
        QCOMPARE(outcome.results[0].state, State::Unchanged);
        QVERIFY(stand.target.requested.isEmpty());
    }

    void createsAndDeletes()
    {
        Stand stand(1);
        ObjectEdit create;
        create.object = quota(7);
        create.action = ObjectEdit::Action::Create;
        create.text = R"({"kind":"ResourceQuota","metadata":{"name":"quota"},"spec":{"cpu":1}})";
        stand.change.edits[0].action = ObjectEdit::Action::Delete;
        stand.change.edits[0].text.clear();
        stand.change.edits.append(create);
        QCOMPARE(stand.go().kind, Kind::Verified);
        QVERIFY(!stand.target.objects.contains(quota(0).title()));
        QCOMPARE(stand.cpuOf(7), 1);
    }

    void makesANamespaceAndWhatIsInIt()
    {
        Stand stand(0);
        stand.target.wantsNamespaces = true;
        ObjectEdit space;
        space.object = {{}, QStringLiteral("v1"), QStringLiteral("Namespace"), QStringLiteral("namespaces"), {}, {},
            QStringLiteral("tenant-7")};
        space.action = ObjectEdit::Action::Create;
        space.text = R"({"kind":"Namespace","metadata":{"name":"tenant-7"}})";
        ObjectEdit inside;
        inside.object = quota(7);
        inside.action = ObjectEdit::Action::Create;
        inside.text = R"({"kind":"ResourceQuota","metadata":{"name":"quota"},"spec":{"cpu":1}})";
        stand.change.edits = {space, inside};
        QCOMPARE(stand.go().kind, Kind::Verified);
        QCOMPARE(stand.cpuOf(7), 1);
        Stand other(0);
        other.target.wantsNamespaces = true;
        other.change.edits = {inside};
        QCOMPARE(other.go().kind, Kind::Refused);
    }

    void doesNotDeleteWhatWasMadeAnew()
    {
        Stand stand(1);
        stand.change.edits[0].action = ObjectEdit::Action::Delete;
        stand.target.put(quota(0), "{}");
        QCOMPARE(stand.go().kind, Kind::Conflict);
        QVERIFY(stand.target.objects.contains(quota(0).title()));
    }

    void sendsTheRestAfterACrashOnlyWhenAskedAgain()
    {
        Stand stand(2);
        stand.make(stand.change).start();
        QVERIFY(stand.reach(ChangeStage::Confirming));
        (void)stand.run->confirm({});
        while (stand.target.applied.isEmpty())
            stand.clock.advance(std::chrono::milliseconds(1));
        stand.run.reset(); // before the answer is in the journal
        stand.journal.crash();
        QCOMPARE(stand.journal.answered[0].state, State::NotSent);
        stand.make(*stand.journal.intended).resume(stand.journal.answered);
        QVERIFY(stand.reach(ChangeStage::Confirming));
        QCOMPARE(stand.run->results()[0].state, State::Applied);
        QCOMPARE(stand.target.requested.size(), 1);
        QCOMPARE(stand.run->confirm({}), QString());
        QCOMPARE(stand.finish().kind, Kind::Verified);
        QCOMPARE(stand.target.requested.size(), 2);
        for (const int times : std::as_const(stand.target.applied))
            QCOMPARE(times, 1);
    }

    void staysOpenWhenAfterACrashNothingCanBeRead()
    {
        Stand stand;
        stand.make(stand.change).start();
        QVERIFY(stand.reach(ChangeStage::Confirming));
        (void)stand.run->confirm({});
        QVERIFY(stand.reach(ChangeStage::Requesting));
        stand.run.reset();
        stand.weather.random = QRandomGenerator::global();
        stand.weather.lost = 1000;
        stand.make(*stand.journal.intended).resume(stand.journal.answered);
        QCOMPARE(stand.finish().kind, Kind::Unknown);
        QCOMPARE(stand.journal.ends, 0);
    }

    void holdsUnderEverySchedule_data()
    {
        QTest::addColumn<int>("first");
        for (int first = 1; first <= 200; first += 20)
            QTest::addRow("seeds from %d", first) << first;
    }
    void holdsUnderEverySchedule()
    {
        QFETCH(int, first);
        for (int seed = first; seed < first + 20; ++seed) {
            QRandomGenerator random(static_cast<quint32>(seed));
            play(random, seed);
            if (QTest::currentTestFailed())
                return;
        }
    }

private:
    //! One life of a change after the other, until one ends.
    void play(QRandomGenerator &random, int seed)
    {
        Stand stand(1 + static_cast<int>(random.bounded(3)));
        stand.weather = {&random, seed % 4 == 0 ? 0 : 15, seed % 3 == 0 ? 0 : 15, 100, seed % 5 == 0 ? 60 : 0};
        stand.make(stand.change).start();
        const int crashEvery = seed % 2 == 0 ? 0 : 10; // steps
        int lives = 1;
        for (int step = 0; step < 20000 && stand.run->stage() != ChangeStage::Ended; ++step) {
            if (stand.run->stage() == ChangeStage::Confirming)
                (void)stand.run->confirm({});
            QVERIFY2(stand.clock.untilNext().has_value(), qPrintable(QStringLiteral("seed %1 is stuck").arg(seed)));
            stand.clock.advance(*stand.clock.untilNext());
            meddle(stand, random);
            if (stand.run->stage() != ChangeStage::Ended && crashEvery > 0 && lives < 8
                && random.bounded(crashEvery) == 0) {
                QVERIFY2(stand.ends <= 1, "more than one outcome");
                if (!revive(stand))
                    return; // it is over
                ++lives;
            }
        }
        const QByteArray name = "seed " + QByteArray::number(seed);
        QVERIFY2(stand.run->stage() == ChangeStage::Ended, name.constData());
        QVERIFY2(stand.ends == 1, name.constData());
        stand.clock.advance(std::chrono::minutes(5)); // everything that is late
        QVERIFY2(stand.ends == 1, name.constData());
        checkTruth(stand, lives, name);
    }

    //! Somebody else works on the same objects.
    static void meddle(Stand &stand, QRandomGenerator &random)
    {
        const ObjectName name = quota(static_cast<int>(random.bounded(3)));
        const int value = 100 + static_cast<int>(random.bounded(1000));
        switch (random.bounded(60)) {
        case 0:
            stand.target.change(name, used, value);
            break;
        case 1:
            stand.target.change(name, pods, value);
            break;
        case 2:
            if (random.bounded(3) == 0)
                stand.target.change(name, cpu, value);
            break;
        default:
            break;
        }
    }

    //! Kills the run, and begins again with what the journal holds. False when it holds the end.
    static bool revive(Stand &stand)
    {
        stand.run.reset();
        stand.journal.crash();
        const bool wish = !stand.journal.intended;
        if (wish && !stand.target.requested.isEmpty())
            QTest::qFail("requested what the journal does not hold", __FILE__, __LINE__);
        checkWrites(stand, "crashed");
        if (stand.journal.ends > 0)
            return false;
        if (wish) { // the person tries again
            stand.make(stand.change).start();
            return true;
        }
        stand.ends = 0;
        stand.make(*stand.journal.intended).resume(stand.journal.answered);
        return true;
    }

    static void checkWrites(const Stand &stand, const char *name)
    {
        QVERIFY2(!stand.sentTooEarly, name);
        QVERIFY2(!stand.sentUnsure, name);
        for (const int times : std::as_const(stand.target.applied))
            QVERIFY2(times == 1, name);
    }

    static void checkTruth(const Stand &stand, int lives, const QByteArray &name)
    {
        checkWrites(stand, name.constData());
        const ChangeOutcome &outcome = *stand.run->outcome();
        QCOMPARE(outcome.results.size(), stand.change.edits.size());
        for (qsizetype i = 0; i < outcome.results.size(); ++i) {
            const EditResult &result = outcome.results[i];
            const int times = stand.target.applied.value(stand.change.auditId(i));
            if (lives == 1 && result.state == State::Verified)
                QVERIFY2(times == 1, name.constData());
            const bool denied = result.state == State::NotSent || result.state == State::Refused
                || result.state == State::Failed || result.state == State::Unchanged;
            if (denied)
                QVERIFY2(times == 0, name.constData());
            if (lives == 1 && result.state == State::Conflict)
                QVERIFY2(times == 0, name.constData());
        }
        QVERIFY2(stand.journal.ends <= 1, name.constData());
    }
};

QTEST_GUILESS_MAIN(TestChangeRun)
#include "tst_changerun.moc"
