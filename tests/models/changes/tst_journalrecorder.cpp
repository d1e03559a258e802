// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/changeresult.h"
#include "models/changes/journalrecorder.h"
#include "tests/backends/records/journal/journalfixture.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Records;

namespace {

ObjectEdit editOf(const QString &space, const char *hard)
{
    ObjectEdit edit;
    edit.object = {{}, QStringLiteral("v1"), QStringLiteral("ResourceQuota"), QStringLiteral("resourcequotas"), {},
        space, QStringLiteral("quota")};
    edit.before = {true, false, R"({"spec":{"hard":{"pods":"1"}}})", QStringLiteral("7"), QStringLiteral("u")};
    edit.after = edit.before;
    edit.after.text = QByteArray(R"({"spec":{"hard":{"pods":")") + hard + "\"}}}";
    return edit;
}

Change changeOf(int edits)
{
    Change change;
    change.id = QUuid::createUuid();
    change.clusterName = QStringLiteral("prod");
    change.kind = ChangeKind::Quota;
    change.tenants = {QStringLiteral("acme")};
    change.reason = QStringLiteral("more room");
    change.ticket = QStringLiteral("OPS-1");
    for (int i = 0; i < edits; ++i)
        change.edits.append(editOf(QStringLiteral("space-%1").arg(i), "2"));
    return change;
}

EditResult resultOf(EditResult::State state)
{
    EditResult result;
    result.state = state;
    return result;
}

QStringList stages(const QList<JournalEntry> &entries)
{
    QStringList names;
    for (const JournalEntry &entry : entries)
        names.append(QString(stageName(entry.stage) + u' ' + entry.target.nameSpace));
    return names;
}

} // namespace

class TestJournalRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_fixture.emplace();
        m_store = std::make_unique<JournalStore>(m_fixture->settings(), m_fixture->clock);
        m_recorder = std::make_unique<JournalRecorder>(*m_store,
            JournalRecorder::Cluster{
                QStringLiteral("prod"), QStringLiteral("https://api.example:6443"), QStringLiteral("u-1")});
    }
    void cleanup()
    {
        m_recorder.reset();
        m_store.reset();
        m_fixture.reset();
    }

    void keepsAChangeFromItsIntentionToItsEnd()
    {
        const Change change = changeOf(1);
        QVERIFY(recorded([&](auto done) { m_recorder->recordIntended(change, done); }));
        QCOMPARE(m_fixture->unfinished(*m_store)->size(), 1);
        QVERIFY(recorded(
            [&](auto done) { m_recorder->recordAnswered(change, 0, resultOf(EditResult::State::Applied), done); }));
        QCOMPARE(m_fixture->unfinished(*m_store)->size(), 1);
        ChangeOutcome outcome;
        outcome.results = {resultOf(EditResult::State::Verified)};
        QVERIFY(recorded([&](auto done) { m_recorder->recordEnded(change, outcome, done); }));
        QVERIFY(m_fixture->unfinished(*m_store)->isEmpty());

        const QList<JournalEntry> entries = entriesOf(change.id);
        QCOMPARE(entries.size(), 3);
        QCOMPARE(entries[0].stage, JournalStage::Intended);
        QCOMPARE(entries[0].before, change.edits[0].before.text);
        QCOMPARE(entries[0].after, change.edits[0].after.text);
        QCOMPARE(entries[0].kind, QStringLiteral("quota"));
        QCOMPARE(entries[0].tenant, QStringLiteral("acme"));
        QCOMPARE(entries[0].target.apiVersion, QStringLiteral("v1"));
        QCOMPARE(entries[0].target.uid, QStringLiteral("u"));
        QCOMPARE(entries[0].cluster.name, QStringLiteral("prod"));
        QCOMPARE(entries[0].reason, QStringLiteral("more room"));
        QCOMPARE(entries[0].ticket, QStringLiteral("OPS-1"));
        QCOMPARE(entries[1].stage, JournalStage::Answered);
        QCOMPARE(entries[1].outcome.kind, JournalOutcome::Kind::Applied);
        QCOMPARE(entries[2].stage, JournalStage::Verified);
    }

    void keepsABulkChangeEditByEdit()
    {
        const Change change = changeOf(3);
        QVERIFY(recorded([&](auto done) { m_recorder->recordIntended(change, done); }));
        QCOMPARE(stages(entriesOf(change.id)),
            QStringList({QStringLiteral("intended space-0"), QStringLiteral("intended space-1"),
                QStringLiteral("intended space-2")}));
        ChangeOutcome outcome;
        outcome.results = {resultOf(EditResult::State::Verified), resultOf(EditResult::State::Conflict),
            resultOf(EditResult::State::NotSent)};
        QVERIFY(recorded([&](auto done) { m_recorder->recordEnded(change, outcome, done); }));
        const QList<JournalEntry> entries = entriesOf(change.id);
        QCOMPARE(entries.size(), 6);
        QCOMPARE(entries[3].stage, JournalStage::Verified);
        QCOMPARE(entries[4].stage, JournalStage::Abandoned);
        QCOMPARE(entries[4].outcome.kind, JournalOutcome::Kind::Refused);
        QCOMPARE(entries[5].stage, JournalStage::Abandoned);
        QCOMPARE(entries[5].outcome.kind, JournalOutcome::Kind::None);
        QVERIFY(m_fixture->unfinished(*m_store)->isEmpty());
    }

    void abandonsWhatCannotBeTakenDownWhole()
    {
        Change change = changeOf(3);
        change.edits[2].after.text = "{\"a\":\"" + QByteArray(JournalEntry::maxDocument, 'x') + "\"}";
        QVERIFY(!recorded([&](auto done) { m_recorder->recordIntended(change, done); }));
        QCOMPARE(stages(entriesOf(change.id)),
            QStringList({QStringLiteral("intended space-0"), QStringLiteral("intended space-1"),
                QStringLiteral("abandoned space-0"), QStringLiteral("abandoned space-1")}));
        QVERIFY(m_fixture->unfinished(*m_store)->isEmpty());
    }

    void marksWhatAnUndoTookBack()
    {
        const Change first = changeOf(1);
        Change undo = changeOf(1);
        undo.undoes = first.id;
        QVERIFY(recorded([&](auto done) { m_recorder->recordIntended(first, done); }));
        ChangeOutcome outcome;
        outcome.results = {resultOf(EditResult::State::Verified)};
        QVERIFY(recorded([&](auto done) { m_recorder->recordEnded(first, outcome, done); }));
        QVERIFY(recorded([&](auto done) { m_recorder->recordIntended(undo, done); }));
        QVERIFY(recorded([&](auto done) { m_recorder->recordEnded(undo, outcome, done); }));
        const QList<JournalEntry> entries = entriesOf(first.id);
        QCOMPARE(entries.last().stage, JournalStage::Undone);
        QCOMPARE(entries.last().reason, undo.id.toString(QUuid::WithoutBraces));
    }

    void writesNoSecretThatAPersonTyped()
    {
        Change change = changeOf(1);
        change.edits[0].object.kind = QStringLiteral("Secret");
        change.edits[0].after.text = R"({"kind":"Secret","stringData":{"password":"correct horse"}})";
        change.reason = QStringLiteral("It is correct horse now.");
        QVERIFY(recorded([&](auto done) { m_recorder->recordIntended(change, done); }));
        ChangeOutcome outcome;
        outcome.results = {resultOf(EditResult::State::Verified)};
        QVERIFY(recorded([&](auto done) { m_recorder->recordEnded(change, outcome, done); }));
        for (const JournalEntry &entry : entriesOf(change.id)) {
            QVERIFY(!entry.canonical().contains("correct horse"));
            QVERIFY(entry.reason.startsWith(QLatin1String("It is (hidden")));
        }
    }

private:
    std::optional<JournalFixture> m_fixture;
    std::unique_ptr<JournalStore> m_store;
    std::unique_ptr<JournalRecorder> m_recorder;

    //! Whether it is on disk.
    template <typename Ask>
    bool recorded(const Ask &ask)
    {
        std::optional<bool> durable;
        ask([&durable](const Result<void> &result) { durable = result.ok(); });
        const bool told = QTest::qWaitFor([&] { return durable.has_value(); }, 20'000);
        return told && *durable;
    }
    QList<JournalEntry> entriesOf(const QUuid &change)
    {
        const auto entries
            = m_fixture->wait<QList<JournalEntry>>([&](JournalStore::Callback<QList<JournalEntry>> told) {
                  m_store->change(change, &m_fixture->context, told);
              });
        return entries ? *entries : QList<JournalEntry>();
    }
};

QTEST_GUILESS_MAIN(TestJournalRecorder)
#include "tst_journalrecorder.moc"
