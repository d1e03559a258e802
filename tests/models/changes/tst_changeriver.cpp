// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/random.h"
#include "models/changes/changeriver.h"
#include "models/changes/changerun.h"
#include "tests/models/changes/scriptedworld.h"
#include "tests/support/strict.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

namespace {

ObjectName quotaOf(const QString &space)
{
    return {{}, QStringLiteral("v1"), QStringLiteral("ResourceQuota"), QStringLiteral("resourcequotas"), {}, space,
        QStringLiteral("quota")};
}

//! The same chance in every run.
class SeededRandom final : public RandomSource
{
public:
    [[nodiscard]] double uniform() override { return m_generator.generateDouble(); }

private:
    QRandomGenerator m_generator{1};
};

//! Answers at once, on the next turn.
class ScriptedArchive final : public ChangeArchive
{
public:
    explicit ScriptedArchive(ManualClock &clock) : m_clock(clock) { }

    QList<RecordedChange> changes;

    void unfinished(std::function<void(const QList<RecordedChange> &)> done) override
    {
        QList<RecordedChange> open;
        for (const RecordedChange &change : changes) {
            if (!change.over)
                open.append(change);
        }
        m_alarms.push_back(m_clock.after(0ms, [done, open] { done(open); }));
    }
    void change(const QUuid &id, std::function<void(const std::optional<RecordedChange> &)> done) override
    {
        std::optional<RecordedChange> found;
        for (const RecordedChange &change : changes) {
            if (change.change.id == id)
                found = change;
        }
        m_alarms.push_back(m_clock.after(0ms, [done, found] { done(found); }));
    }
    void between(const QDateTime &, const QDateTime &,
        std::function<void(const QList<RecordedChange> &)> done) override
    {
        m_alarms.push_back(m_clock.after(0ms, [this, done] { done(changes); }));
    }

private:
    ManualClock &m_clock;
    std::vector<std::unique_ptr<Alarm>> m_alarms;
};

} // namespace

class TestChangeRiver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_clock.emplace();
        m_archive.emplace(*m_clock);
        m_random.emplace();
        m_river.emplace(*m_clock, *m_random);
        addCluster(QStringLiteral("eu"), QStringLiteral("https://eu.example:6443"));
    }
    void cleanup() { m_river.reset(); }

    void givesEachChangeItsOwnId()
    {
        const Change one = m_river->newChange(QStringLiteral("eu"), ChangeKind::Quota);
        const Change other = m_river->newChange(QStringLiteral("eu"), ChangeKind::Quota);
        QVERIFY(!one.id.isNull());
        QVERIFY(one.id != other.id);
        QCOMPARE(one.id.version(), QUuid::Random);
        QCOMPARE(one.clusterName, QStringLiteral("prod-eu"));
    }
    void makesAChangeAndTakesItBack()
    {
        const ObjectImage before = m_target->image(quotaOf(QStringLiteral("a")));
        QSignalSpy ended(&*m_river, &ChangeRiver::changeEnded);
        const Change change = wish(R"({"spec":{"pods":9}})");
        QPointer<ChangeRun> run = m_river->begin(change);
        QVERIFY(run);
        QCOMPARE(run->stage(), ChangeStage::Waiting);
        QVERIFY(confirmAndEnd(run));
        QCOMPARE(ended.size(), 1);
        QVERIFY(!run); // it has told, so it is gone
        QCOMPARE(m_river->ended().first().outcome.kind, ChangeOutcome::Kind::Verified);

        std::optional<Undo> undo;
        m_river->undo(change.id, this, [&undo](const Undo &answer) { undo = answer; });
        play([&] { return undo.has_value(); });
        QVERIFY(undo->possible);
        QVERIFY(undo->movedOn.isEmpty());
        QVERIFY(confirmAndEnd(m_river->begin(undo->change)));
        QVERIFY(ObjectCompare::same(m_target->image(quotaOf(QStringLiteral("a"))).text, before.text));
        QCOMPARE(m_river->ended().size(), 2);
    }
    void looksWhenAnInformerHasSeenSomething()
    {
        m_target->revert = true; // the object does not show it yet
        QPointer<ChangeRun> run = m_river->begin(wish(R"({"spec":{"pods":9}})"));
        play([&] { return run->stage() == ChangeStage::Confirming; });
        QVERIFY(run->confirm({}).isEmpty());
        play([&] { return run->stage() == ChangeStage::Verifying; });
        m_clock->advance(100ms); // between two looks
        m_target->change(quotaOf(QStringLiteral("a")), {QStringLiteral("spec"), QStringLiteral("pods")}, 9);
        const auto noticed = m_clock->elapsed();
        m_river->notice(QStringLiteral("eu"), quotaOf(QStringLiteral("other")));
        m_river->notice(QStringLiteral("nowhere"), quotaOf(QStringLiteral("a")));
        m_river->notice(QStringLiteral("eu"), quotaOf(QStringLiteral("a")));
        play([&] { return !run || run->stage() != ChangeStage::Verifying; });
        QVERIFY(m_clock->elapsed() - noticed < ChangeRun::lookAgain);
    }
    void anUndoSaysWhatHasMovedOn()
    {
        const Change change = wish(R"({"spec":{"pods":9}})");
        QVERIFY(confirmAndEnd(m_river->begin(change)));
        m_target->change(quotaOf(QStringLiteral("a")), {QStringLiteral("spec"), QStringLiteral("pods")}, 11);
        std::optional<Undo> undo;
        m_river->undo(change.id, this, [&undo](const Undo &answer) { undo = answer; });
        play([&] { return undo.has_value(); });
        QCOMPARE(undo->movedOn, QStringList{QStringLiteral("ResourceQuota a/quota: spec.pods")});
    }
    void refusesToUndoWhatNobodyKnows()
    {
        std::optional<Undo> undo;
        m_river->undo(QUuid::createUuid(), this, [&undo](const Undo &answer) { undo = answer; });
        play([&] { return undo.has_value(); });
        QVERIFY(!undo->possible);
        QVERIFY(!undo->sentence.isEmpty());
    }
    void undoesAChangeOfAnEarlierDay()
    {
        const Change change = wish(R"({"spec":{"pods":9}})");
        QPointer<ChangeRun> run = m_river->begin(change);
        play([&] { return run->stage() == ChangeStage::Confirming; });
        RecordedChange recorded;
        recorded.change = run->change();
        recorded.change.cluster.clear();
        recorded.server = QStringLiteral("https://eu.example:6443");
        QVERIFY(confirmAndEnd(run));
        recorded.results = m_river->ended().first().outcome.results;
        recorded.over = true;
        m_archive->changes = {recorded};

        const auto objects = m_target->objects;
        m_river.emplace(*m_clock, *m_random); // a new run of the console
        addCluster(QStringLiteral("other-context"), QStringLiteral("https://eu.example:6443"));
        m_target->objects = objects;
        m_river->setArchive(&*m_archive);
        std::optional<Undo> undo;
        m_river->undo(change.id, this, [&undo](const Undo &answer) { undo = answer; });
        play([&] { return undo.has_value(); });
        QVERIFY2(undo->possible, qPrintable(undo->sentence));
        QCOMPARE(undo->change.cluster, QStringLiteral("other-context"));
        QVERIFY(confirmAndEnd(m_river->begin(undo->change)));
        QVERIFY(m_target->image(quotaOf(QStringLiteral("a"))).text.contains(R"("pods":4)"));
    }
    void goesOnWithWhatACrashLeft()
    {
        m_archive->changes = {interrupted(QStringLiteral("https://eu.example:6443"))};
        m_journal->answered.resize(1); // it has taken down the intention before
        m_river->setArchive(&*m_archive);
        QSignalSpy changed(&*m_river, &ChangeRiver::unfinishedChanged);
        play([&] { return !m_river->unfinished().isEmpty(); });
        const UnfinishedChange unfinished = m_river->unfinished().first();
        QVERIFY(unfinished.problem.isEmpty());
        ChangeRun *run = m_river->resume(unfinished.recorded.change.id);
        QVERIFY(run);
        QVERIFY(m_river->unfinished().isEmpty());
        m_river->lookForUnfinished(); // the journal still has it so: it is under way
        QVERIFY(confirmAndEnd(run));
        QVERIFY(m_river->unfinished().isEmpty());
        QCOMPARE(m_river->ended().first().outcome.kind, ChangeOutcome::Kind::Verified);
        QVERIFY(m_target->image(quotaOf(QStringLiteral("a"))).text.contains(R"("pods":9)"));
        QCOMPARE(m_target->applied.value(unfinished.recorded.change.id), 1);
    }
    void leavesAloneWhatAnotherConsoleMayBeAt()
    {
        RecordedChange young = interrupted(QStringLiteral("https://eu.example:6443"));
        young.time = m_clock->now();
        m_archive->changes = {young};
        m_river->setUnfinishedAge(180s);
        m_river->setArchive(&*m_archive);
        m_clock->advance(1s);
        QCoreApplication::sendPostedEvents();
        QVERIFY(m_river->unfinished().isEmpty());
        m_clock->advance(200s);
        play([&] { return !m_river->unfinished().isEmpty(); });
        QCOMPARE(m_river->unfinished().size(), 1);
    }
    void saysWhyAnInterruptedChangeCannotGoOn()
    {
        RecordedChange away = interrupted(QStringLiteral("https://us.example:6443"));
        RecordedChange secret = interrupted(QStringLiteral("https://eu.example:6443"));
        secret.change.id = QUuid::createUuid();
        secret.incomplete = true;
        m_archive->changes = {away, secret};
        m_river->setArchive(&*m_archive);
        play([&] { return m_river->unfinished().size() == 2; });
        for (const UnfinishedChange &unfinished : m_river->unfinished()) {
            QVERIFY(!unfinished.problem.isEmpty());
            QVERIFY(!m_river->resume(unfinished.recorded.change.id));
        }
        m_river->giveUp(secret.change.id);
        m_archive->changes.removeLast();
        play([&] { return m_river->unfinished().size() == 1; });
        QCOMPARE(m_journal->outcome->kind, ChangeOutcome::Kind::Unknown);
    }
    void beginsNothingWhereNothingIsConnected()
    {
        Change change = wish(R"({"spec":{"pods":9}})");
        m_river->removeCluster(QStringLiteral("eu"));
        QVERIFY(!m_river->begin(change));
        const auto answer = m_river->rights().of(QStringLiteral("eu"), {QStringLiteral("patch"), {}});
        QCOMPARE(answer.state, ChangeRights::Answer::State::Unknown);
    }
    void aClusterThatGoesTakesItsChangesAlong()
    {
        QPointer<ChangeRun> run = m_river->begin(wish(R"({"spec":{"pods":9}})"));
        play([&] { return run->stage() == ChangeStage::Confirming; });
        m_river->removeCluster(QStringLiteral("eu"));
        QVERIFY(!run);
        m_clock->advance(300s);
    }
    void keepsWordsOpenUntilTheConfirmation()
    {
        m_river->setPolicy(ChangePolicy::parse("version: 1\nreason:\n  required: true\n", QStringLiteral("p.yaml")));
        QVERIFY(m_river->policy().mistakes().isEmpty());
        Change change = wish(R"({"spec":{"pods":9}})");
        change.reason.clear();
        QPointer<ChangeRun> run = m_river->begin(change);
        play([&] { return run->stage() == ChangeStage::Confirming || run->stage() == ChangeStage::Ended; });
        QCOMPARE(run->stage(), ChangeStage::Confirming);
        QVERIFY(!run->confirm({}).isEmpty());
        run->reword(QStringLiteral("they grow"), {});
        QVERIFY(run->findings().isEmpty());
        QVERIFY(confirmAndEnd(run));
        QCOMPARE(m_journal->intended->reason, QStringLiteral("they grow"));
    }
    void asksForRightsOnceAndTellsWhy()
    {
        ChangeRights &rights = m_river->rights();
        QSignalSpy learned(&rights, &ChangeRights::learned);
        m_target->rights = {true, {{true, {}}, {false, QStringLiteral("no role says so.")}}, {}};
        const Guard::RightQuestion get{QStringLiteral("get"), quotaOf(QStringLiteral("a"))};
        const Guard::RightQuestion patch{QStringLiteral("patch"), quotaOf(QStringLiteral("a"))};
        using State = ChangeRights::Answer::State;
        QCOMPARE(rights.of(QStringLiteral("eu"), get).state, State::Asking);
        QCOMPARE(rights.of(QStringLiteral("eu"), patch).state, State::Asking);
        QCOMPARE(rights.of(QStringLiteral("eu"), patch).state, State::Asking);
        play([&] { return learned.size() == 1; });
        QCOMPARE(m_target->asked.size(), 2);
        QCOMPARE(rights.of(QStringLiteral("eu"), get).state, State::Allowed);
        const auto denied = rights.of(QStringLiteral("eu"), patch);
        QCOMPARE(denied.state, State::Denied);
        QVERIFY2(denied.reason.contains(QLatin1String("no role says so")), qPrintable(denied.reason));

        m_target->rights = {};
        m_clock->advance(ChangeRights::keptFor + 1s);
        QCOMPARE(rights.of(QStringLiteral("eu"), patch).state, State::Denied); // until there is news
        play([&] { return learned.size() == 2; });
        QCOMPARE(rights.of(QStringLiteral("eu"), patch).state, State::Allowed);
    }

private:
    std::optional<ManualClock> m_clock;
    std::optional<ScriptedArchive> m_archive;
    std::optional<SeededRandom> m_random;
    Weather m_weather;
    ScriptedTarget *m_target = nullptr; // the river's
    ScriptedJournal *m_journal = nullptr;
    std::optional<ChangeRiver> m_river;

    void addCluster(const QString &id, const QString &server)
    {
        auto target = std::make_unique<ScriptedTarget>(*m_clock, m_weather);
        auto journal = std::make_unique<ScriptedJournal>(*m_clock, m_weather);
        m_target = target.get();
        m_journal = journal.get();
        m_target->onRequest = [](const QUuid &) {};
        m_target->put(quotaOf(QStringLiteral("a")), R"({"pods":4})");
        m_river->addCluster(id, {QStringLiteral("prod-eu"), server, std::move(target), std::move(journal)});
        m_river->setCluster(id, QStringLiteral("prod-eu"), QStringLiteral("olga"));
    }
    Change wish(const QByteArray &patch)
    {
        Change change = m_river->newChange(QStringLiteral("eu"), ChangeKind::Quota);
        ObjectEdit edit;
        edit.object = quotaOf(QStringLiteral("a"));
        edit.text = patch;
        edit.before = m_target->image(edit.object);
        change.edits.append(edit);
        change.reason = QStringLiteral("they grow");
        return change;
    }
    //! As the journal has it: intended, and nothing else.
    RecordedChange interrupted(const QString &server)
    {
        RecordedChange recorded;
        recorded.change = wish(R"({"spec":{"pods":9}})");
        recorded.change.cluster.clear();
        recorded.change.edits[0].after = recorded.change.edits[0].before;
        recorded.change.edits[0].after.text.replace(R"("pods":4)", R"("pods":9)");
        recorded.results = {EditResult()};
        recorded.server = server;
        recorded.time = m_clock->now().addSecs(-3600);
        return recorded;
    }
    template <typename Condition>
    void play(Condition condition)
    {
        for (int i = 0; i < 2000 && !condition(); ++i) {
            QCoreApplication::sendPostedEvents();
            m_clock->advance(5ms);
        }
        QVERIFY(condition());
    }
    bool confirmAndEnd(QPointer<ChangeRun> run)
    {
        for (int i = 0; i < 100'000 && run; ++i) {
            if (run->stage() == ChangeStage::Confirming && !run->confirm({}).isEmpty())
                return false;
            QCoreApplication::sendPostedEvents();
            if (run)
                m_clock->advance(5ms);
        }
        return !run;
    }
};

QTEST_GUILESS_MAIN(TestChangeRiver)
#include "tst_changeriver.moc"
