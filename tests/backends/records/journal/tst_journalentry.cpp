// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/journalentry.h"
#include "tests/support/strict.h"

#include <QCryptographicHash>

#include <array>

using namespace Records;

namespace {

JournalEntry sample()
{
    JournalEntry entry;
    entry.change = QUuid::fromString(QStringLiteral("5a4a8fd6-8f3e-4c65-bb61-6fdb4f6d1a01"));
    entry.stage = JournalStage::Answered;
    entry.kind = QStringLiteral("quota.set");
    entry.tenant = QStringLiteral("ténant");
    entry.cluster = {QStringLiteral("prod"), QStringLiteral("https://a:6443"), QStringLiteral("u")};
    entry.target = {QStringLiteral("v1"), QStringLiteral("ResourceQuota"), QStringLiteral("ns"), QStringLiteral("q"),
        QStringLiteral("u2")};
    entry.before = R"({"a":1})";
    entry.reason = QStringLiteral("because \"this\"\n");
    entry.ticket = QStringLiteral("T-1");
    entry.approvals = {QStringLiteral("max, 2026-11-21")};
    entry.outcome = {JournalOutcome::Kind::Failed, Error::Kind::Conflict, QStringLiteral("Another was faster.")};
    entry.clusterRecord = QStringLiteral("ConfigMap a/b");
    entry.sequence = 7;
    entry.time = 1'795'000'000'123;
    entry.console = QStringLiteral("c0");
    entry.user = QStringLiteral("olga");
    entry.previous = QByteArray(32, '\x11');
    entry.hash = QCryptographicHash::hash(entry.canonical(), QCryptographicHash::Sha256);
    return entry;
}

} // namespace

class TestJournalEntry final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    //! Others verify by this form: it never changes.
    void hasTheDocumentedForm()
    {
        QCOMPARE(sample().canonical(),
            QByteArray(R"({"after":null,"approvals":["max, 2026-11-21"],"before":{"a":1},)"
                       R"("change":"5a4a8fd6-8f3e-4c65-bb61-6fdb4f6d1a01",)"
                       R"("cluster":{"name":"prod","server":"https://a:6443","uid":"u"},)"
                       R"("clusterRecord":"ConfigMap a/b","console":"c0","kind":"quota.set",)"
                       R"("outcome":{"error":"conflict","kind":"failed","sentence":"Another was faster."},)"
                       R"("previous":"1111111111111111111111111111111111111111111111111111111111111111",)"
                       "\"reason\":\"because \\\"this\\\"\\n\",\"sequence\":7,\"stage\":\"answered\","
                       R"("target":{"apiVersion":"v1","kind":"ResourceQuota","name":"q","namespace":"ns","uid":"u2"},)"
                       "\"tenant\":\"t\xc3\xa9nant\","
                       R"("ticket":"T-1","time":1795000000123,"user":"olga","version":1})"));
    }

    void comesBackAsItWas()
    {
        const JournalEntry entry = sample();
        const auto read = JournalEntry::read(entry.canonical());
        QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().detail));
        QCOMPARE(*read, entry);
        JournalEntry bare;
        bare.change = entry.change;
        bare.sequence = 1;
        bare.previous = QByteArray(32, '\0');
        bare.hash = sha256(bare.canonical());
        const auto readBare = JournalEntry::read(bare.canonical());
        QVERIFY(readBare.ok());
        QCOMPARE(*readBare, bare);
    }

    void readsDocumentsAsDeepAsTheyMayBe()
    {
        JournalEntry entry = sample();
        entry.after = QByteArray(64, '[') + QByteArray(64, ']');
        QVERIFY(JournalEntry::read(entry.canonical()).ok());
        QCOMPARE(JournalEntry::read(entry.canonical())->after, entry.after);
    }

    void readsNoOtherSpelling_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const auto row = [](const char *name, const char *from, const char *to) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to);
        };
        row("white space", "\"after\":null", "\"after\": null");
        row("another member", "\"version\":1", "\"version\":1,\"x\":1");
        row("a member less", "\"ticket\":\"T-1\",", "");
        row("upper case", "5a4a8fd6", "5A4A8FD6");
        row("stage", "\"answered\"", "\"guessed\"");
        row("error", "\"conflict\"", "\"bother\"");
        row("type", "\"sequence\":7", "\"sequence\":\"7\"");
        row("sequence", "\"sequence\":7", "\"sequence\":0");
        row("hash", "\"previous\":\"11", "\"previous\":\"");
        row("version", "\"version\":1", "\"version\":2");
        row("escape", "max", "m\\u0061x");
        row("order", R"("tenant":)", R"("Tenant":)");
    }

    void readsNoOtherSpelling()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray text = sample().canonical();
        QVERIFY(text.contains(from));
        text.replace(from, to);
        QVERIFY(!JournalEntry::read(text).ok());
    }

    void refusesWhatIsTooLarge_data()
    {
        QTest::addColumn<int>("which");
        for (int i = 0; i < 6; ++i)
            QTest::addRow("%d", i) << i;
    }

    void refusesWhatIsTooLarge()
    {
        QFETCH(int, which);
        JournalEntry entry = sample();
        QVERIFY(entry.withinBounds().ok());
        const QString longText(JournalEntry::maxText + 1, u'x');
        const std::array<std::function<void()>, 6> changes{[&] { entry.reason = longText; },
            [&] { entry.ticket = longText; }, [&] { entry.approvals = {longText}; },
            [&] { entry.approvals = QStringList(JournalEntry::maxApprovals + 1); },
            [&] { entry.before = '"' + QByteArray(JournalEntry::maxDocument, 'x') + '"'; },
            [&] { entry.target.name = longText; }};
        changes.at(size_t(which))();
        QVERIFY(!entry.withinBounds().ok());
        QCOMPARE(entry.withinBounds().error().kind, Error::Kind::TooLarge);
        QVERIFY(!entry.withinBounds().error().detail.isEmpty());
    }

    void hasAWordForEverything()
    {
        for (int i = 0; i <= int(JournalStage::Abandoned); ++i)
            QCOMPARE(stageOf(stageName(JournalStage(i))), std::optional(JournalStage(i)));
        for (int i = 0; i <= int(JournalOutcome::Kind::Unknown); ++i)
            QCOMPARE(outcomeOf(outcomeName(JournalOutcome::Kind(i))), std::optional(JournalOutcome::Kind(i)));
        for (int i = 0; i <= int(Error::Kind::PluginFailed); ++i)
            QCOMPARE(errorOf(errorName(Error::Kind(i))), std::optional(Error::Kind(i)));
    }
};

QTEST_GUILESS_MAIN(TestJournalEntry)
#include "tst_journalentry.moc"
