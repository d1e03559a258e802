// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/journalverb.h"
#include "tests/backends/records/journal/journalfixture.h"
#include "tests/support/strict.h"

#include <QProcess>

using namespace Records;

class TestJournalVerb final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void initTestCase() { m_journal.fill(18); }

    void verifiesTheJournalOfTheUser()
    {
        const auto outcome = run({"verify"});
        QCOMPARE(outcome.exitStatus, 0);
        QVERIFY(outcome.text.isEmpty());
        QVERIFY2(outcome.output.contains("18 entries in an unbroken chain"), outcome.output.constData());
        QVERIFY(outcome.output.contains("The first 18 are signed"));
    }

    void namesWhatIsBroken()
    {
        const QString copy = m_journal.folder.filePath(QStringLiteral("copy.db"));
        QByteArray bytes = JournalFixture::bytesOf(m_journal.file());
        bytes.replace("OPS-7", "OPS-8");
        QVERIFY(JournalFixture::write(copy, bytes));
        const auto outcome = run({"verify", copy.toUtf8()});
        QCOMPARE(outcome.exitStatus, 1);
        QVERIFY(outcome.output.isEmpty());
        QVERIFY2(outcome.text.contains(QLatin1String("copy.db is broken.\nEntry 8 was changed after it was recorded")),
            qPrintable(outcome.text));
        const auto exported = run({"export", "--format", "jsonl", copy.toUtf8()});
        QCOMPARE(exported.exitStatus, 1);
        QVERIFY(exported.output.isEmpty());
        QVERIFY(exported.text.contains(QLatin1String("Nothing was exported")));
    }

    void saysWhenThereIsNoJournal()
    {
        const auto outcome = run({"verify", "nowhere.db"});
        QCOMPARE(outcome.exitStatus, 1);
        QVERIFY(outcome.text.startsWith(QLatin1String("There is no journal nowhere.db.")));
        QCOMPARE(run({"export", "--format=csv", "nowhere.db"}).exitStatus, 1);
    }

    void exportsWhatItVerifies()
    {
        QCOMPARE(run({"export", "--format", "jsonl"}).output.count('\n'), 18);
        QVERIFY(run({"export", "--format=csv"}).output.startsWith("sequence,time,"));
        const QString bundle = m_journal.folder.filePath(QStringLiteral("bundle"));
        const auto written = run({"export", "--format", "bundle", "--output", bundle.toUtf8()});
        QCOMPARE(written.exitStatus, 0);
        QVERIFY(written.output.isEmpty() && written.text.isEmpty());
        const auto outcome = run({"verify", bundle.toUtf8()});
        QCOMPARE(outcome.exitStatus, 0);
        QVERIFY2(outcome.output.contains("as it was exported: 18 entries"), outcome.output.constData());
        QCOMPARE(run({"export", "--format", "csv", "--output", "/nowhere/x"}).exitStatus, 3);
    }

    void saysHowItIsUsed_data()
    {
        QTest::addColumn<QByteArrayList>("arguments");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const QByteArrayList &arguments, const char *said) {
            QTest::newRow(name) << arguments << QString::fromUtf8(said);
        };
        row("nothing", {}, "Nothing was said");
        row("another verb", {"burn"}, "The journal cannot do “burn”.");
        row("no format", {"export"}, "The export needs a format.");
        row("another format", {"export", "--format", "xml"}, "“xml” is not a format of the journal.");
        row("verify has none", {"verify", "--format", "csv"}, "belong to export");
        row("more words", {"verify", "a", "b"}, "“b” is one word too many.");
        row("another option", {"verify", "--quick"}, "quick");
    }

    void saysHowItIsUsed()
    {
        QFETCH(QByteArrayList, arguments);
        QFETCH(QString, said);
        const auto outcome = run(arguments);
        QCOMPARE(outcome.exitStatus, 2);
        QVERIFY2(outcome.text.contains(said), qPrintable(outcome.text));
        QVERIFY(outcome.text.contains(QLatin1String("Write: pilothouse journal verify [FILE]")));
    }

    void needsNoWindow()
    {
        QVERIFY(!CommandLine::wantsPixels({QStringLiteral("pilothouse"), QStringLiteral("journal")}));
        QCOMPARE(run({"--help"}).exitStatus, 0);
        QVERIFY(run({"--help"}).output.contains("verify|export"));
        QVERIFY(CommandLine::parse({QStringLiteral("pilothouse"), QStringLiteral("--help")})
                    .text.contains(QLatin1String("pilothouse journal --help")));
    }

    //! The program itself, with the data folder of a user.
    void worksAsAProgram()
    {
        QTemporaryDir home;
        {
            JournalStore store({home.filePath(QStringLiteral("pilothouse/journal/journal.db")),
                                   home.filePath(QStringLiteral("pilothouse/journal")), QStringLiteral("olga")},
                m_journal.clock);
            QVERIFY(m_journal.record(store, JournalFixture::draft(1)).ok());
        }
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("DISPLAY"));
        environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), home.path());
        environment.insert(QStringLiteral("HOME"), home.path());
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(PILOTHOUSE_PROGRAM), {QStringLiteral("journal"), QStringLiteral("verify")});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(process.readAllStandardOutput().contains("1 entries"));
        QCOMPARE(process.readAllStandardError(), QByteArray());
    }

private:
    JournalFixture m_journal;

    JournalVerb::Outcome run(const QByteArrayList &words) const
    {
        QStringList arguments{QStringLiteral("pilothouse"), QStringLiteral("journal")};
        for (const QByteArray &word : words)
            arguments.append(QString::fromUtf8(word));
        return JournalVerb::run(arguments, m_journal.settings(), 1'795'000'000'000);
    }
};

QTEST_GUILESS_MAIN(TestJournalVerb)
#include "tst_journalverb.moc"
