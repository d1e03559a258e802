// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/clusterrecord.h"
#include "models/changes/journalrecorder.h"
#include "tests/backends/records/journal/journalfixture.h"
#include "tests/models/changes/scriptedworld.h"
#include "tests/support/strict.h"

#include <QSignalSpy>
#include <QTest>

using namespace Records;
using State = EditResult::State;

namespace {

constexpr char mapTitle[] = "ConfigMap pilothouse/pilothouse-journal-";

Change changeOf(int edits)
{
    Change change;
    change.id = QUuid::createUuid();
    change.kind = ChangeKind::Quota;
    change.tenants = {QStringLiteral("acme")};
    for (int i = 0; i < edits; ++i) {
        ObjectEdit edit;
        edit.object = {{}, QStringLiteral("v1"), QStringLiteral("ResourceQuota"), QStringLiteral("resourcequotas"), {},
            QStringLiteral("space-%1").arg(i), QStringLiteral("quota")};
        edit.before = {true, false, R"({"spec":{"hard":{"pods":"1"}}})", QStringLiteral("7"), QStringLiteral("u")};
        edit.after = {true, false, R"({"spec":{"hard":{"pods":"2"}}})", QStringLiteral("8"), QStringLiteral("u")};
        change.edits.append(edit);
    }
    return change;
}

} // namespace

//! The record that changes leave in their cluster, at a server that is played.
class TestClusterRecord final : public QObject
{
    Q_OBJECT

private:
    //! A console: a journal of its own, and its records.
    struct Desk
    {
        std::unique_ptr<JournalStore> store;
        std::unique_ptr<JournalRecorder> recorder;
        std::unique_ptr<QSignalSpy> kept;

        Desk(const JournalFixture &fixture, ChangeTarget &target, const QString &name, ClusterRecord::Settings settings)
        {
            JournalStore::Settings where = fixture.settings(name);
            where.file = fixture.folder.filePath(name + QLatin1String("/journal.db"));
            where.user = name;
            store = std::make_unique<JournalStore>(where, fixture.clock);
            recorder = std::make_unique<JournalRecorder>(
                *store, JournalRecorder::Cluster{QStringLiteral("prod"), QStringLiteral("https://api.example"), {}});
            recorder->setClusterRecord(
                std::make_unique<ClusterRecord>(target, *store, fixture.clock, std::move(settings)));
            kept = std::make_unique<QSignalSpy>(recorder->clusterRecord(), &ClusterRecord::kept);
        }
    };

    std::optional<JournalFixture> m_fixture;
    Weather m_weather;
    std::chrono::milliseconds m_step{}; // the journal's time is real: in larger steps it may seem late
    std::unique_ptr<ScriptedTarget> m_target;
    std::unique_ptr<Desk> m_desk;

    void end(Desk &desk, const Change &change, const QList<State> &states)
    {
        bool intended = false;
        desk.recorder->recordIntended(change, [&intended](const Result<void> &result) { intended = result.ok(); });
        QVERIFY(QTest::qWaitFor([&intended] { return intended; }));
        ChangeOutcome outcome;
        for (const State state : states) {
            outcome.results.append(EditResult());
            outcome.results.last().state = state;
        }
        bool ended = false;
        desk.recorder->recordEnded(change, outcome, [&ended](const Result<void> &result) { ended = result.ok(); });
        QVERIFY(QTest::qWaitFor([&ended] { return ended; }));
    }
    //! Lets time pass until so many records have been left.
    [[nodiscard]] bool passes(const std::function<bool()> &until)
    {
        return QTest::qWaitFor(
            [&] {
                m_fixture->clock.advance(m_step);
                return until();
            },
            60'000);
    }
    [[nodiscard]] bool waitFor(const Desk &desk, int records)
    {
        return passes([&] { return desk.kept->size() >= records; });
    }
    QList<JournalEntry> entriesOf(const Desk &desk, const QUuid &id)
    {
        const auto entries = m_fixture->wait<QList<JournalEntry>>(
            [&](const auto &told) { desk.store->change(id, &m_fixture->context, told); });
        return entries ? *entries : QList<JournalEntry>();
    }
    QString recordOf(const Desk &desk, const QUuid &id) { return entriesOf(desk, id).last().clusterRecord; }
    //! The summaries in the cluster, by change.
    QHash<QUuid, ChangeSummary> summaries()
    {
        QHash<QUuid, ChangeSummary> found;
        for (auto object = m_target->objects.cbegin(); object != m_target->objects.cend(); ++object) {
            const Tree *data = object.key().startsWith(QLatin1String(mapTitle))
                ? object->tree.find(QStringLiteral("data"))
                : nullptr;
            if (!data)
                continue;
            for (const auto &[key, value] : data->members()) {
                if (const auto summary = ChangeSummary::readLine(value.scalar().toUtf8()))
                    found.insert(summary->change, *summary);
            }
        }
        return found;
    }
    int events() const
    {
        int count = 0;
        for (auto object = m_target->objects.cbegin(); object != m_target->objects.cend(); ++object)
            count += object.key().startsWith(QLatin1String("Event ")) ? 1 : 0;
        return count;
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_fixture.emplace();
        m_weather = {};
        m_step = std::chrono::milliseconds(50);
        m_target = std::make_unique<ScriptedTarget>(m_fixture->clock, m_weather);
        m_target->onRequest = [](const QUuid &) {};
        m_desk = std::make_unique<Desk>(*m_fixture, *m_target, QStringLiteral("olga"), ClusterRecord::Settings());
    }
    void cleanup()
    {
        m_desk.reset();
        m_target.reset();
        m_fixture.reset();
    }

    void leavesASignedSummaryAndAnEvent()
    {
        const Change change = changeOf(2);
        end(*m_desk, change, {State::Verified, State::NotConverged});
        QVERIFY(waitFor(*m_desk, 1));
        const auto found = summaries();
        QCOMPARE(found.size(), 1);
        const ChangeSummary summary = found.value(change.id);
        QVERIFY(summary.genuine());
        QCOMPARE(summary.user, QStringLiteral("olga"));
        QCOMPARE(summary.objects.size(), 2);
        QCOMPARE(summary.objects[1].outcome, JournalStage::DidNotConverge);
        const QList<JournalEntry> entries = entriesOf(*m_desk, change.id);
        QCOMPARE(entries.size(), 6);
        QCOMPARE(summary.objects[0].hash, entries[2].hash);
        QVERIFY(summary.head.size >= entries[3].sequence);
        QCOMPARE(events(), 2);
    }

    void namesTheAuditIdsOfItsWritesInTheJournal()
    {
        const Change change = changeOf(2);
        end(*m_desk, change, {State::Verified, State::Verified});
        QVERIFY(waitFor(*m_desk, 1));
        const QList<JournalEntry> entries = entriesOf(*m_desk, change.id);
        QSet<QUuid> named;
        for (const JournalEntry &entry : entries.mid(4)) {
            QCOMPARE(entry.stage, JournalStage::Verified);
            const auto ids = ClusterRecord::auditIds(entry.clusterRecord);
            named += QSet<QUuid>(ids.begin(), ids.end());
        }
        QCOMPARE(named, QSet<QUuid>(m_target->requested.begin(), m_target->requested.end()));
        QVERIFY(named.contains(ClusterRecord::auditIdOfSummary(change.id)));
        QVERIFY(named.contains(ClusterRecord::auditIdOfEvent(change.id, 1)));
        QVERIFY(m_fixture->unfinished(*m_desk->store)->isEmpty());
    }

    void leavesNothingOfWhatWasNotMade()
    {
        const Change change = changeOf(2);
        end(*m_desk, change, {State::Conflict, State::NotSent});
        QVERIFY(!m_desk->recorder->clusterRecord()->waiting());
        const Change partly = changeOf(2);
        end(*m_desk, partly, {State::Refused, State::Unknown});
        QVERIFY(waitFor(*m_desk, 1));
        QCOMPARE(summaries().keys(), QList<QUuid>{partly.id});
        QCOMPARE(events(), 1);
        QVERIFY(entriesOf(*m_desk, partly.id).last().target.nameSpace == QLatin1String("space-1"));
    }

    void saysWhenThisIdentityMayNot()
    {
        m_target->rights.ok = true;
        m_target->rights.answers.fill({false, QStringLiteral("RBAC says no.")}, 4);
        const Change change = changeOf(1);
        end(*m_desk, change, {State::Verified});
        QVERIFY(waitFor(*m_desk, 1));
        QVERIFY(m_target->requested.isEmpty());
        const QString record = recordOf(*m_desk, change.id);
        QVERIFY2(
            record.contains(QLatin1String("you may not get ConfigMaps there: RBAC says no; no Event: you may not")),
            qPrintable(record));
        QVERIFY(ClusterRecord::auditIds(record).isEmpty());
    }

    void losesNothingWhenTwoConsolesWriteAtOnce()
    {
        QRandomGenerator random(3);
        m_weather.random = &random;
        Desk otto(*m_fixture, *m_target, QStringLiteral("otto"), {});
        QList<QUuid> all;
        for (int i = 0; i < 10; ++i) {
            for (Desk *desk : {m_desk.get(), &otto}) {
                const Change change = changeOf(1);
                all.append(change.id);
                end(*desk, change, {State::Verified});
            }
        }
        QVERIFY(waitFor(*m_desk, 10));
        QVERIFY(waitFor(otto, 10));
        const auto found = summaries();
        for (const QUuid &id : std::as_const(all)) {
            QVERIFY(found.contains(id));
            QVERIFY(found.value(id).genuine());
            QCOMPARE(m_target->applied.value(ClusterRecord::auditIdOfSummary(id)), 1);
        }
        QVERIFY(!m_target->outdated.isEmpty()); // they did meet
    }

    void saysWhenNoAnswerCame()
    {
        m_target->dropWriteAnswer = true;
        m_step = std::chrono::milliseconds(100);
        const Change change = changeOf(1);
        end(*m_desk, change, {State::Verified});
        QVERIFY(waitFor(*m_desk, 1));
        const QString record = recordOf(*m_desk, change.id);
        QVERIFY2(record.startsWith(QLatin1String("perhaps ConfigMap pilothouse/")), qPrintable(record));
        QCOMPARE(ClusterRecord::auditIds(record).size(), 2);
    }

    void survivesLossesAndRepeatedAnswers()
    {
        QRandomGenerator random(9);
        m_weather = {&random, 100, 50, 200, 0};
        m_step = std::chrono::seconds(1);
        for (int i = 0; i < 10; ++i)
            end(*m_desk, changeOf(2), {State::Verified, State::Verified});
        QVERIFY(waitFor(*m_desk, 10));
        for (const int times : std::as_const(m_target->applied))
            QCOMPARE(times, 1);
    }

    void believesNoIdsInWhatServersSay()
    {
        WriteAnswer answer;
        answer.kind = WriteAnswer::Kind::Refused;
        answer.sentence = QStringLiteral("Audit-ID 00000000-0000-4000-8000-000000000001 was it.");
        m_target->nextWrite = answer;
        const Change change = changeOf(1);
        end(*m_desk, change, {State::Verified});
        QVERIFY(waitFor(*m_desk, 1));
        QCOMPARE(ClusterRecord::auditIds(recordOf(*m_desk, change.id)),
            (QList<QUuid>{ClusterRecord::auditIdOfSummary(change.id), ClusterRecord::auditIdOfEvent(change.id, 0)}));
    }

    void staysUndoneWhenItWasUndoneMeanwhile()
    {
        const Change change = changeOf(1);
        end(*m_desk, change, {State::Verified});
        Change back = changeOf(1);
        back.undoes = change.id;
        end(*m_desk, back, {State::Verified}); // before any time has passed
        QVERIFY(waitFor(*m_desk, 2));
        const JournalEntry last = entriesOf(*m_desk, change.id).last();
        QCOMPARE(last.stage, JournalStage::Undone);
        QCOMPARE(last.reason, back.id.toString(QUuid::WithoutBraces));
        QVERIFY(!last.clusterRecord.isEmpty());
    }

    void doesNothingWithoutANamespace()
    {
        ClusterRecord::Settings none;
        none.nameSpace.clear();
        Desk desk(*m_fixture, *m_target, QStringLiteral("nina"), none);
        end(desk, changeOf(1), {State::Verified});
        QCOMPARE(desk.recorder->clusterRecord()->waiting(), 0);
        QVERIFY(m_target->requested.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestClusterRecord)
#include "tst_clusterrecord.moc"
