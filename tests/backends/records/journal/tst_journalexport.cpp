// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/consolekeys.h"
#include "backends/records/journal/journalexport.h"
#include "tests/backends/records/journal/journalfixture.h"
#include "tests/support/strict.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Records;
using Kind = JournalFinding::Kind;

class TestJournalExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void initTestCase()
    {
        m_journal.fill(20);
        m_bundle = bytes(JournalFormat::Bundle);
        QVERIFY(!m_bundle.isEmpty());
    }

    void writesALineForEachEntry()
    {
        const auto lines = bytes(JournalFormat::JsonLines).split('\n');
        QCOMPARE(lines.size(), 21);
        for (int i = 0; i < 20; ++i) {
            const auto line = QJsonDocument::fromJson(lines.at(i)).object();
            const auto entry = line.value(QLatin1String("entry")).toObject();
            QCOMPARE(entry.value(QLatin1String("sequence")).toInt(), i + 1);
            QCOMPARE(entry.value(QLatin1String("after")).toObject().value(QLatin1String("spec")).isObject(), true);
            const auto from = lines.at(i).indexOf(':') + 1;
            const QByteArray canonical = lines.at(i).mid(from, lines.at(i).lastIndexOf(",\"hash\"") - from);
            QCOMPARE(line.value(QLatin1String("hash")).toString().toLatin1(), sha256(canonical).toHex());
        }
    }

    void writesTables()
    {
        const auto lines = bytes(JournalFormat::Csv).split('\n');
        QCOMPARE(lines.size(), 22);
        QVERIFY(lines.first().startsWith("sequence,time,change,stage,kind,user,"));
        QVERIFY(lines.at(3).startsWith("3,"));
        QVERIFY(lines.at(3).contains(",00000000-0000-4000-8000-000000000002,intended,quota.set,olga,"));
        QVERIFY(lines.at(3).contains(R"("{""spec"":{""hard"":{""requests.cpu"":""2""}}}")"));
        QVERIFY(lines.at(3).contains(",OPS-2,"));
    }

    void writesBundlesThatVerify()
    {
        qint64 entries = 0;
        const VerifyReport report
            = verifyBundle(m_bundle, {[&](const JournalEntry &entry) { entries = entry.sequence; }, {}});
        QVERIFY2(report.sound(), JournalFixture::kinds(report).constData());
        QCOMPARE(report.subject, VerifyReport::Subject::Bundle);
        QCOMPARE(report.entries, 20);
        QCOMPARE(entries, 20);
        QCOMPARE(report.heads, 2);
        QCOMPARE(report.signedEntries, 20);
        QCOMPARE(report.consoles.size(), 1);
        const QString file = m_journal.folder.filePath(QStringLiteral("bundle"));
        QVERIFY(JournalFixture::write(file, m_bundle));
        const auto byFile = verifyFile(file);
        QVERIFY(byFile.ok() && byFile->sound());
        QCOMPARE(byFile->subject, VerifyReport::Subject::Bundle);
        QCOMPARE(verifyFile(m_journal.file())->subject, VerifyReport::Subject::Journal);
    }

    void findsEveryFlippedByteOfABundle()
    {
        for (qsizetype at = 0; at < m_bundle.size(); at += 3) {
            QByteArray flipped = m_bundle;
            flipped[at] = char(flipped.at(at) ^ (1 << (at % 8)));
            QVERIFY2(!verifyBundle(flipped).sound(), qPrintable(QString::number(at)));
        }
        for (const qsizetype length : {qsizetype(0), qsizetype(10), m_bundle.size() / 2, m_bundle.size() - 1})
            QVERIFY(!verifyBundle(m_bundle.left(length)).sound());
        QVERIFY(!verifyBundle(QByteArray(m_bundle + '\n')).sound());
    }

    void namesTheBrokenEntryOfABundle()
    {
        QByteArray changed = m_bundle;
        changed.replace("number 7\"", "number 8\"");
        const VerifyReport report = verifyBundle(changed);
        QVERIFY(report.first());
        QCOMPARE(report.first()->kind, Kind::EntryChanged);
        QCOMPARE(report.first()->sequence, 8);
    }

    //! Everything made anew by another console is its bundle, not the first one's.
    void tellsWhoSigned()
    {
        const auto other = ConsoleKeys::ofFolder(m_journal.folder.filePath(QStringLiteral("other")));
        const auto made = exportJournal(m_journal.file(), JournalFormat::Bundle, *other, 5);
        QVERIFY(made.ok());
        const VerifyReport report = verifyBundle(made->bytes);
        QVERIFY(report.sound());
        QCOMPARE(report.consoles.size(), 2);
        QVERIFY(report.consoles.contains(other->console()));
        QByteArray pretended = made->bytes;
        pretended.replace(other->console().toLatin1(), m_keys.console().toLatin1());
        QVERIFY(!verifyBundle(pretended).sound());
    }

    void passesNothingBrokenOn()
    {
        const QString copy = m_journal.folder.filePath(QStringLiteral("broken.db"));
        QByteArray bytes = JournalFixture::bytesOf(m_journal.file());
        bytes.replace("OPS-7", "OPS-8");
        QVERIFY(JournalFixture::write(copy, bytes));
        for (const JournalFormat format : {JournalFormat::JsonLines, JournalFormat::Csv, JournalFormat::Bundle}) {
            const auto made = exportJournal(copy, format, m_keys, 5);
            QVERIFY(made.ok());
            QVERIFY(made->bytes.isEmpty() && !made->report.sound());
            QCOMPARE(made->report.first()->sequence, 8);
        }
    }

    void knowsItsFormats()
    {
        QCOMPARE(journalFormatOf(QStringLiteral("jsonl")), std::optional(JournalFormat::JsonLines));
        QCOMPARE(journalFormatOf(QStringLiteral("csv")), std::optional(JournalFormat::Csv));
        QCOMPARE(journalFormatOf(QStringLiteral("bundle")), std::optional(JournalFormat::Bundle));
        QVERIFY(!journalFormatOf(QStringLiteral("xml")));
    }

private:
    JournalFixture m_journal;
    ConsoleKeys m_keys = *ConsoleKeys::ofFolder(m_journal.folder.filePath(QStringLiteral("keys")));
    QByteArray m_bundle;

    [[nodiscard]] QByteArray bytes(JournalFormat format) const
    {
        const auto made = exportJournal(m_journal.file(), format, m_keys, 5);
        return made ? made->bytes : QByteArray();
    }
};

QTEST_GUILESS_MAIN(TestJournalExport)
#include "tst_journalexport.moc"
