// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/journalquery.h"
#include "models/journal/journalline.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Records;

namespace {

JournalEntry entry(qint64 sequence, JournalStage stage, const QByteArray &before = {}, const QByteArray &after = {})
{
    JournalEntry made;
    made.change = QUuid::fromString(QStringLiteral("00000000-0000-4000-8000-000000000001"));
    made.stage = stage;
    made.kind = QStringLiteral("quota");
    made.tenant = QStringLiteral("acme");
    made.cluster.name = QStringLiteral("prod");
    made.target
        = {QStringLiteral("v1"), QStringLiteral("ResourceQuota"), QStringLiteral("acme"), QStringLiteral("quota"), {}};
    made.before = before;
    made.after = after;
    made.sequence = sequence;
    made.time = sequence * 1000;
    made.user = QStringLiteral("olga");
    made.console = QStringLiteral("c1");
    made.hash = QByteArray(32, char(sequence));
    return made;
}

JournalLine lineOf(const QByteArray &before, const QByteArray &after)
{
    const JournalEntry first = entry(1, JournalStage::Intended, before, after);
    return JournalLine::of({first, first});
}

} // namespace

class TestJournalLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void saysWhatChangesInAFewWords_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("what");
        QTest::newRow("field") << QByteArray(R"({"spec":{"hard":{"pods":"2"}}})")
                               << QByteArray(R"({"spec":{"hard":{"pods":"4"}}})")
                               << QStringLiteral("spec.hard.pods 2 → 4");
        QTest::newRow("added") << QByteArray(R"({"spec":{"a":1}})") << QByteArray(R"({"spec":{"a":1,"b":2}})")
                               << QStringLiteral("spec.b none → 2");
        QTest::newRow("many") << QByteArray(R"({"a":1,"b":1,"c":1,"d":1,"e":1})")
                              << QByteArray(R"({"a":2,"b":2,"c":2,"d":2,"e":2})")
                              << QStringLiteral("a 1 → 2, b 1 → 2, c 1 → 2, 2 more fields");
        QTest::newRow("created") << QByteArray() << QByteArray("{}") << QStringLiteral("created");
        QTest::newRow("deleted") << QByteArray("{}") << QByteArray() << QStringLiteral("deleted");
        QTest::newRow("long") << QByteArray("{\"a\":\"" + QByteArray(20'000, 'x') + "\"}") << QByteArray("{}")
                              << QStringLiteral("changed");
        QTest::newRow("secret") << QByteArray(R"({"kind":"Secret","data":{"p":"YWFhYWFhYWE="}})")
                                << QByteArray(R"({"kind":"Secret","data":{"p":"YmJiYmJiYmI="}})")
                                << QStringLiteral("data.p (hidden, 8 bytes) → (hidden, 8 bytes, changed)");
    }
    void saysWhatChangesInAFewWords()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QTEST(lineOf(before, after).what, "what");
    }

    void followsTheLatestEntryAlone()
    {
        JournalLine line = lineOf("{}", "{}");
        line.follow(entry(5, JournalStage::Verified));
        line.follow(entry(3, JournalStage::Answered)); // it was on its way for longer
        QCOMPARE(line.stage.id, QStringLiteral("verified"));
        QCOMPARE(line.last, 5);
        QCOMPARE(line.time, QDateTime::fromMSecsSinceEpoch(1000, Qt::UTC));
    }

    void tellsWhyItWasGivenUp()
    {
        JournalEntry end = entry(2, JournalStage::Abandoned);
        const auto idOf = [&end](JournalOutcome::Kind kind) {
            end.outcome.kind = kind;
            return JournalLine::of({end, end}).stage.id;
        };
        QCOMPARE(idOf(JournalOutcome::Kind::None), QStringLiteral("abandoned"));
        QCOMPARE(idOf(JournalOutcome::Kind::Refused), QStringLiteral("refused"));
        QCOMPARE(idOf(JournalOutcome::Kind::Failed), QStringLiteral("failed"));
        QCOMPARE(idOf(JournalOutcome::Kind::Unknown), QStringLiteral("unknown"));
        end.outcome.error = Error::Kind::Conflict;
        QCOMPARE(idOf(JournalOutcome::Kind::Refused), QStringLiteral("conflict"));
    }

    void hasAHistoryOfItsOwnStages()
    {
        QList<JournalEntry> entries{entry(1, JournalStage::Intended, R"({"a":1})", R"({"a":2})"),
            entry(2, JournalStage::Intended), entry(3, JournalStage::Answered), entry(4, JournalStage::Verified),
            entry(5, JournalStage::Verified)};
        entries[1].target.name = QStringLiteral("another");
        entries[4].clusterRecord = QStringLiteral("ConfigMap a/b");
        const auto history = JournalHistory::of(JournalLine::keyOf(entries[0]), entries);
        QCOMPARE(history.stages.size(), 4);
        QCOMPARE(history.before, QByteArray(R"({"a":1})"));
        QCOMPARE(history.stages.last().record, QStringLiteral("ConfigMap a/b"));
        QVERIFY(history.whyNoUndo.isEmpty());
        const QString text = history.text();
        for (const JournalHistory::Stage &stage : history.stages)
            QVERIFY2(text.contains(stage.hash), qPrintable(text));
        QVERIFY(text.contains(QLatin1String("ConfigMap a/b")));
        QVERIFY(!text.contains(QLatin1String("No record")));
        entries[4].clusterRecord.clear();
        QVERIFY(JournalHistory::of(JournalLine::keyOf(entries[0]), entries)
                    .text()
                    .contains(QLatin1String("No record of it in the cluster")));
    }

    void saysWhyItCannotBeUndone()
    {
        const auto why = [](JournalStage stage, const QByteArray &after = "{}") {
            const QList<JournalEntry> entries{entry(1, JournalStage::Intended, "{}", after), entry(2, stage)};
            return JournalHistory::of(JournalLine::keyOf(entries[0]), entries).whyNoUndo;
        };
        QVERIFY(why(JournalStage::Verified).isEmpty());
        QVERIFY(why(JournalStage::DidNotConverge).isEmpty());
        QVERIFY(why(JournalStage::Undone).contains(QLatin1String("already")));
        QVERIFY(why(JournalStage::Answered).contains(QLatin1String("not ended")));
        QVERIFY(why(JournalStage::Abandoned).contains(QLatin1String("nothing to undo")));
        QVERIFY(why(JournalStage::Verified, R"({"data":{"a":"hmac-sha256:00112233445566778899aabbccddeeff"}})")
                    .contains(QLatin1String("secret")));
    }

    void saysWhenTheJournalHasLostIt()
    {
        const auto history = JournalHistory::of(QStringLiteral("x y"), {});
        QVERIFY(!history.problem.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestJournalLine)
#include "tst_journalline.moc"
