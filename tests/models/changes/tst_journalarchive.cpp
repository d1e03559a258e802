// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/journalarchive.h"
#include "models/changes/journalrecorder.h"
#include "tests/backends/records/journal/journalfixture.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Records;
using State = EditResult::State;

namespace {

ObjectEdit editOf(const char *name, const QByteArray &before, const QByteArray &after)
{
    const auto image = [](const QByteArray &spec) {
        return spec.isEmpty()
            ? ObjectImage()
            : ObjectImage{true, false, R"({"metadata":{"resourceVersion":"7","uid":"u"},"spec":)" + spec + "}",
                QStringLiteral("7"), QStringLiteral("u")};
    };
    ObjectEdit edit;
    edit.object = {QStringLiteral("networking.k8s.io"), QStringLiteral("v1"), QStringLiteral("NetworkPolicy"),
        QStringLiteral("networkpolicies"), {}, QStringLiteral("acme-web"), QString::fromLatin1(name)};
    edit.before = image(before);
    edit.after = image(after);
    if (after.isEmpty()) {
        edit.action = ObjectEdit::Action::Delete;
    } else if (before.isEmpty()) {
        edit.action = ObjectEdit::Action::Create;
        edit.text = R"({"metadata":{},"spec":)" + after + "}";
    } else {
        edit.text = R"({"spec":)" + after + "}";
    }
    return edit;
}

Change threeEdits()
{
    Change change;
    change.id = QUuid::createUuid();
    change.clusterName = QStringLiteral("prod");
    change.kind = ChangeKind::Network;
    change.tenants = {QStringLiteral("acme"), QStringLiteral("zeta")};
    change.reason = QStringLiteral("more room");
    change.ticket = QStringLiteral("OPS-1");
    change.edits
        = {editOf("a", R"({"x":1})", R"({"x":2})"), editOf("b", {}, R"({"x":3})"), editOf("c", R"({"x":4})", {})};
    return change;
}

} // namespace

class TestJournalArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_fixture.emplace();
        m_store = std::make_unique<JournalStore>(m_fixture->settings(), m_fixture->clock);
        m_recorder = std::make_unique<JournalRecorder>(
            *m_store, JournalRecorder::Cluster{QStringLiteral("prod"), QStringLiteral("https://api.example:6443"), {}});
        m_archive = std::make_unique<JournalArchive>(*m_store);
    }
    void cleanup()
    {
        m_archive.reset();
        m_recorder.reset();
        m_store.reset();
        m_fixture.reset();
    }

    void givesBackWhatACrashLeft()
    {
        const Change change = threeEdits();
        QVERIFY(recorded([&](auto done) { m_recorder->recordIntended(change, done); }));
        EditResult applied;
        applied.state = State::Applied;
        QVERIFY(recorded([&](auto done) { m_recorder->recordAnswered(change, 1, applied, done); }));

        const QList<RecordedChange> found = unfinished();
        QCOMPARE(found.size(), 1);
        QVERIFY(!found[0].over);
        QVERIFY(!found[0].incomplete);
        QCOMPARE(found[0].server, QStringLiteral("https://api.example:6443"));
        const Change &again = found[0].change;
        QCOMPARE(again.id, change.id);
        QCOMPARE(again.kind, change.kind);
        QCOMPARE(again.tenants, change.tenants);
        QCOMPARE(again.reason, change.reason);
        QCOMPARE(again.ticket, change.ticket);
        QCOMPARE(again.edits, change.edits); // so that auditId() is the same for each
        QCOMPARE(found[0].results[0].state, State::NotSent);
        QCOMPARE(found[0].results[1].state, State::Applied);
        QCOMPARE(found[0].results[2].state, State::NotSent);
    }
    void knowsWhatIsOver()
    {
        const Change change = threeEdits();
        QVERIFY(recorded([&](auto done) { m_recorder->recordIntended(change, done); }));
        ChangeOutcome outcome;
        outcome.results.resize(3);
        outcome.results[0].state = State::Verified;
        outcome.results[1].state = State::NotConverged;
        outcome.results[2].state = State::Refused;
        QVERIFY(recorded([&](auto done) { m_recorder->recordEnded(change, outcome, done); }));
        QVERIFY(unfinished().isEmpty());
        const auto found = lookUp(change.id);
        QVERIFY(found && found->over);
        QCOMPARE(found->results[0].state, State::Verified);
        QCOMPARE(found->results[1].state, State::NotConverged);
        QCOMPARE(found->results[2].state, State::Refused);
        QVERIFY(!lookUp(QUuid::createUuid()));
    }
    void doesNotPretendToKnowSecrets()
    {
        Change change = threeEdits();
        change.edits = {editOf("a", R"({"x":1})", R"({"x":2})")};
        change.edits[0].object = {{}, QStringLiteral("v1"), QStringLiteral("Secret"), QStringLiteral("secrets"), {},
            QStringLiteral("acme-web"), QStringLiteral("token")};
        change.edits[0].before.text = R"({"data":{"t":"aHVudGVyMg=="},"kind":"Secret"})";
        change.edits[0].after.text = R"({"data":{"t":"aHVudGVyMw=="},"kind":"Secret"})";
        QVERIFY(recorded([&](auto done) { m_recorder->recordIntended(change, done); }));
        QVERIFY(unfinished().first().incomplete);
    }
    void keepsSubresources()
    {
        Change change = threeEdits();
        change.edits = {editOf("a", R"({"x":1})", R"({"x":2})")};
        change.edits[0].object.subresource = QStringLiteral("scale");
        QVERIFY(recorded([&](auto done) { m_recorder->recordIntended(change, done); }));
        QCOMPARE(unfinished().first().change.edits, change.edits);
    }
    void guessesPluralsAsKubernetesDoes_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("plural");
        const std::initializer_list<std::pair<const char *, const char *>> rows{{"Pod", "pods"},
            {"ResourceQuota", "resourcequotas"}, {"NetworkPolicy", "networkpolicies"}, {"Ingress", "ingresses"},
            {"Endpoints", "endpoints"}, {"StorageClass", "storageclasses"}, {"Tenant", "tenants"}};
        for (const auto &[kind, plural] : rows)
            QTest::newRow(kind) << QString::fromLatin1(kind) << QString::fromLatin1(plural);
    }
    void guessesPluralsAsKubernetesDoes()
    {
        QFETCH(QString, kind);
        QFETCH(QString, plural);
        QCOMPARE(guessedResource(kind), plural);
    }

private:
    std::optional<JournalFixture> m_fixture;
    std::unique_ptr<JournalStore> m_store;
    std::unique_ptr<JournalRecorder> m_recorder;
    std::unique_ptr<JournalArchive> m_archive;

    template <typename Ask>
    bool recorded(Ask ask)
    {
        std::optional<bool> ok;
        ask([&ok](const Result<void> &result) { ok = result.ok(); });
        return QTest::qWaitFor([&ok] { return ok.has_value(); }, 20000) && *ok;
    }
    QList<RecordedChange> unfinished()
    {
        std::optional<QList<RecordedChange>> found;
        m_archive->unfinished([&found](const QList<RecordedChange> &changes) { found = changes; });
        (void)QTest::qWaitFor([&found] { return found.has_value(); }, 20000);
        return found.value_or(QList<RecordedChange>());
    }
    std::optional<RecordedChange> lookUp(const QUuid &id)
    {
        std::optional<std::optional<RecordedChange>> found;
        m_archive->change(id, [&found](const std::optional<RecordedChange> &change) { found = change; });
        (void)QTest::qWaitFor([&found] { return found.has_value(); }, 20000);
        return found.value_or(std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestJournalArchive)
#include "tst_journalarchive.moc"
