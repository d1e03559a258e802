// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/consolekeys.h"
#include "backends/records/journal/journaldatabase.h"
#include "backends/records/journal/pageseal.h"
#include "tests/backends/records/journal/journalfixture.h"
#include "tests/support/strict.h"

#include <QElapsedTimer>
#include <QSqlQuery>
#include <QtEndian>

using namespace Records;
using Kind = JournalFinding::Kind;

namespace {

//! How far apart the bytes are that are flipped: PILOTHOUSE_FLIPS=all for every one, or a number. By itself a prime,
//! so that it meets other places in every page.
int stride()
{
    const QString asked = qEnvironmentVariable("PILOTHOUSE_FLIPS");
    return asked == QLatin1String("all") ? 1 : qMax(1, asked.isEmpty() ? 41 : asked.toInt());
}

bool patch(const QString &name, qint64 at, char byte)
{
    QFile file(name);
    return file.open(QIODevice::ReadWrite | QIODevice::Unbuffered) && file.seek(at) && file.write(&byte, 1) == 1;
}

//! Statements as somebody would run them who knows about the seals, and may do everything.
bool tamper(const QString &file, const QStringList &statements)
{
    auto connected = JournalDatabase::connectTo(PageSeal::uriOf(file), QStringLiteral("QSQLITE_OPEN_URI"));
    if (!connected)
        return false;
    QSqlDatabase database = *connected;
    connected = Error{};
    bool done = true;
    for (const QString &statement : statements)
        done = done && QSqlQuery(database).exec(statement);
    JournalDatabase::disconnectFrom(database);
    return done;
}

//! Without the triggers for as long as it takes.
bool tamperWithEntries(const QString &file, QStringList statements)
{
    statements.prepend(QStringLiteral("DROP TRIGGER entries_stay"));
    statements.prepend(QStringLiteral("DROP TRIGGER entries_are_kept"));
    statements += JournalDatabase::schema().mid(3);
    return tamper(file, statements);
}

} // namespace

class TestJournalVerify final : public QObject
{
    Q_OBJECT

private:
    static constexpr int parts = 8; //!< of a file, so that no one function takes minutes with every byte

    static void addParts()
    {
        QTest::addColumn<int>("part");
        for (int part = 0; part < parts; ++part)
            QTest::addRow("part %d of %d", part + 1, parts) << part;
    }

    //! As https://www.sqlite.org/fileformat2.html has it, with checksums over big-endian words.
    static QByteArray logHeader(const QByteArray &salt, const QByteArray &otherSalt)
    {
        QByteArray header = QByteArray::fromHex("377f0683002de2180000100000000000") + salt + otherSalt;
        quint32 sums[2] = {0, 0};
        for (qsizetype i = 0; i < 24; i += 8) {
            sums[0] += qFromBigEndian<quint32>(header.constData() + i) + sums[1];
            sums[1] += qFromBigEndian<quint32>(header.constData() + i + 4) + sums[0];
        }
        for (const quint32 sum : sums)
            header += QByteArray::fromHex(QByteArray::number(sum, 16).rightJustified(8, '0'));
        return header;
    }

    static VerifyReport verified(const QString &file)
    {
        const auto report = verifyJournal(file);
        if (report.ok())
            return *report;
        VerifyReport none;
        none.findings.append({Kind::NotAJournal, 0, 0, report.error().detail});
        return none;
    }

    //! Flips a bit, all bits or the lowest and the highest of each byte at hand; each must be found.
    static void flipAll(const QString &flipped, const QString &journal, int part, int parts, qint64 &tried)
    {
        const QByteArray bytes = JournalFixture::bytesOf(flipped);
        QVERIFY(!bytes.isEmpty());
        for (qint64 at = bytes.size() * part / parts; at < bytes.size() * (part + 1) / parts; at += stride()) {
            const std::array<char, 3> masks{1, char(0xff), char(0x80)};
            QVERIFY(patch(flipped, at, char(bytes.at(at) ^ masks.at(size_t(at / stride() % 3)))));
            const VerifyReport report = verified(journal);
            QVERIFY2(!report.sound(), qPrintable(QStringLiteral("byte %1").arg(at)));
            QVERIFY(report.first());
            QVERIFY(patch(flipped, at, bytes.at(at)));
            ++tried;
        }
        const VerifyReport whole = verified(journal);
        QVERIFY2(whole.sound(), JournalFixture::kinds(whole).constData());
    }

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void findsNothingWrongWithWhatWasWritten()
    {
        JournalFixture journal;
        journal.fill(60);
        const VerifyReport report = verified(journal.file());
        QVERIFY2(report.sound(), JournalFixture::kinds(report).constData());
        QVERIFY(!report.first());
        QCOMPARE(report.entries, 60);
        QCOMPARE(report.heads, 4);
        QCOMPARE(report.signedEntries, 60);
        QCOMPARE(report.consoles.size(), 1);
        QVERIFY(!report.unfinishedLog);
    }

    void findsEveryFlippedByte_data() { addParts(); }

    //! The whole file: headers, tables, indexes, what SQLite does not use, and the seals themselves.
    void findsEveryFlippedByte()
    {
        QFETCH(int, part);
        JournalFixture journal;
        journal.fill(60);
        qint64 tried = 0;
        QElapsedTimer timer;
        timer.start();
        flipAll(journal.file(), journal.file(), part, parts, tried);
        qInfo("%lld of %lld bytes flipped, each found, %.2f ms each", tried,
            static_cast<long long>(QFileInfo(journal.file()).size() / parts), double(timer.elapsed()) / double(tried));
    }

    void findsEveryFlippedByteOfTheLogToo_data() { addParts(); }

    //! As a copy has it that was taken between a commit and its way into the file.
    void findsEveryFlippedByteOfTheLogToo()
    {
        QFETCH(int, part);
        JournalFixture journal;
        const QString copy = journal.folder.filePath(QStringLiteral("copy.db"));
        {
            auto keys = ConsoleKeys::ofFolder(journal.folder.filePath(QStringLiteral("keys")));
            auto database = JournalDatabase::open(journal.file());
            QVERIFY(keys.ok() && database.ok());
            for (int i = 1; i <= 3; ++i) {
                JournalEntry entry;
                static_cast<JournalDraft &>(entry) = JournalFixture::draft(i);
                QVERIFY((*database)->append(entry, *keys, 16).ok());
            }
            QVERIFY(QFile::copy(journal.file(), copy));
            QVERIFY(QFile::copy(journal.file() + QLatin1String("-wal"), copy + QLatin1String("-wal")));
        }
        QCOMPARE(verified(copy).entries, 3);
        qint64 tried = 0;
        flipAll(copy + QLatin1String("-wal"), copy, part, parts, tried);
        flipAll(copy, copy, part, parts, tried);
        QVERIFY(tried > 100);
    }

    void findsMissingAndAddedBytes()
    {
        JournalFixture journal;
        journal.fill(10);
        const QByteArray bytes = JournalFixture::bytesOf(journal.file());
        const QString copy = journal.folder.filePath(QStringLiteral("copy.db"));
        for (const qsizetype length :
            {qsizetype(0), qsizetype(1), qsizetype(100), qsizetype(4096), bytes.size() - 1, bytes.size() - 4096}) {
            QVERIFY(JournalFixture::write(copy, bytes.left(length)));
            QVERIFY2(!verified(copy).sound(), qPrintable(QString::number(length)));
        }
        for (const qsizetype length : {1, 4096}) {
            QVERIFY(JournalFixture::write(copy, bytes + QByteArray(length, '\0')));
            QVERIFY2(!verified(copy).sound(), qPrintable(QString::number(length)));
        }
    }

    void toleratesWhatWasNeverFinished()
    {
        JournalFixture journal;
        const QString copy = journal.folder.filePath(QStringLiteral("copy.db"));
        auto keys = ConsoleKeys::ofFolder(journal.folder.filePath(QStringLiteral("keys")));
        {
            auto database = JournalDatabase::open(journal.file());
            QVERIFY(keys.ok() && database.ok());
            for (int i = 1; i <= 2; ++i) {
                JournalEntry entry;
                static_cast<JournalDraft &>(entry) = JournalFixture::draft(i);
                QVERIFY((*database)->append(entry, *keys, 16).ok());
            }
            QVERIFY(QFile::copy(journal.file(), copy));
            QVERIFY(QFile::copy(journal.file() + QLatin1String("-wal"), copy + QLatin1String("-wal")));
        }
        const QByteArray log = JournalFixture::bytesOf(copy + QLatin1String("-wal"));
        for (qsizetype length = log.size(); length >= 0; length -= 97) {
            QVERIFY(JournalFixture::write(copy + QLatin1String("-wal"), log.left(length)));
            const VerifyReport report = verified(copy);
            QVERIFY2(report.sound(), JournalFixture::kinds(report).constData());
            QCOMPARE(report.entries, length == log.size() ? 2 : report.entries);
            QVERIFY(report.entries <= 2);
        }
    }

    //! SQLite begins the log anew by a header with other salts; frames behind it are in the file already. A console may
    //! be killed right then.
    void toleratesALogThatWasBegunAnew()
    {
        JournalFixture journal;
        journal.fill(3);
        const QString log = journal.file() + QLatin1String("-wal");
        const QByteArray frames(2 * (24 + 4096), 'x'); // salts "xxxx" and "xxxx"
        QVERIFY(JournalFixture::write(log, logHeader("abcd", "efgh") + frames));
        QVERIFY2(verified(journal.file()).sound(), JournalFixture::kinds(verified(journal.file())).constData());
        for (const auto &[one, other] :
            {std::pair("abcd", "xxxx"), std::pair("xxxx", "efgh"), std::pair("xxxx", "xxxx")}) {
            QVERIFY(JournalFixture::write(log, logHeader(one, other) + frames));
            const VerifyReport report = verified(journal.file());
            QVERIFY(report.first());
            QCOMPARE(report.first()->kind, Kind::LogChanged);
            QCOMPARE(report.first()->place, 32);
        }
    }

    void namesTheFirstBrokenEntry_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<int>("kind");
        QTest::addColumn<qint64>("sequence");
        const auto row = [](const char *name, const char *statement, Kind kind, qint64 sequence) {
            QTest::newRow(name) << QString::fromLatin1(statement) << int(kind) << sequence;
        };
        row("another reason", "UPDATE entries SET canonical = replace(canonical, 'number 7', 'number 9')",
            Kind::EntryChanged, 8);
        row("shown otherwise", "UPDATE entries SET user = 'max' WHERE sequence = 5", Kind::ColumnChanged, 5);
        row("moved in time", "UPDATE entries SET time = time + 1 WHERE sequence = 4", Kind::ColumnChanged, 4);
        row("taken out", "DELETE FROM entries WHERE sequence = 6", Kind::SequenceGap, 6);
        row("taken off the end", "DELETE FROM entries WHERE sequence > 18", Kind::HeadBeyondEnd, 19);
        row("head changed", "UPDATE heads SET time = time + 1 WHERE size = 16", Kind::HeadChanged, 0);
        row("head of nobody", "UPDATE heads SET public_key = zeroblob(32) WHERE size = 16", Kind::HeadChanged, 0);
        row("another hash", "UPDATE entries SET hash = zeroblob(32) WHERE sequence = 3", Kind::EntryChanged, 3);
    }

    void namesTheFirstBrokenEntry()
    {
        QFETCH(QString, statement);
        QFETCH(int, kind);
        QFETCH(qint64, sequence);
        JournalFixture journal;
        journal.fill(20);
        QVERIFY(tamperWithEntries(journal.file(), {statement}));
        const VerifyReport report = verified(journal.file());
        QVERIFY(report.first());
        QVERIFY2(int(report.first()->kind) == kind && report.first()->sequence == sequence,
            JournalFixture::kinds(report).constData());
    }

    //! Whoever knows everything but the key makes all hashes anew.
    void findsAHistoryWrittenAnew()
    {
        JournalFixture journal;
        journal.fill(20);
        QList<JournalEntry> entries;
        QVERIFY(verifyJournal(journal.file(), {[&](const JournalEntry &entry) { entries.append(entry); }, {}}).ok());
        QStringList statements;
        QByteArray previous(32, '\0');
        for (JournalEntry &entry : entries) {
            if (entry.sequence == 3)
                entry.user = QStringLiteral("mallory");
            entry.previous = previous;
            const QByteArray canonical = entry.canonical();
            previous = sha256(canonical);
            statements.append(QStringLiteral("UPDATE entries SET canonical = '%1', hash = x'%2', user = '%3' "
                                             "WHERE sequence = %4")
                                  .arg(QString::fromUtf8(canonical), QString::fromLatin1(previous.toHex()), entry.user)
                                  .arg(entry.sequence));
        }
        QVERIFY(tamperWithEntries(journal.file(), statements));
        const VerifyReport report = verified(journal.file());
        QVERIFY(!report.sound());
        QCOMPARE(report.findings.first().kind, Kind::HeadRootWrong);
        QCOMPARE(report.findings.first().place, 16);
        QCOMPARE(report.signedEntries, 0);
    }

    void findsAnotherSchema()
    {
        JournalFixture journal;
        journal.fill(2);
        QVERIFY(tamper(journal.file(), {QStringLiteral("CREATE VIEW more AS SELECT 1")}));
        QCOMPARE(verified(journal.file()).first()->kind, Kind::SchemaChanged);
        JournalFixture other;
        other.fill(2);
        QVERIFY(tamper(other.file(), {QStringLiteral("DROP TRIGGER entries_stay")}));
        QCOMPARE(verified(other.file()).first()->kind, Kind::SchemaChanged);
    }

    //! The command-line program of SQLite, say, writes no seals, whatever it writes.
    void findsWhatOtherProgramsWrote()
    {
        JournalFixture journal;
        journal.fill(2);
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("plain"));
            database.setDatabaseName(journal.file());
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(QStringLiteral("UPDATE heads SET time = time + 1")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("plain"));
        QCOMPARE(verified(journal.file()).first()->kind, Kind::PageChanged);
    }

    void readsWhileAConsoleWrites()
    {
        JournalFixture journal;
        JournalStore store(journal.settings(), journal.clock);
        QVERIFY(journal.record(store, JournalFixture::draft(0)).ok());
        qint64 recorded = 1;
        bool more = true;
        std::function<void(const Result<JournalEntry> &)> next = [&](const Result<JournalEntry> &entry) {
            recorded = entry.ok() ? entry->sequence : 0;
            if (more && recorded > 0)
                store.record(JournalFixture::draft(int(recorded)), &journal.context, next);
        };
        store.record(JournalFixture::draft(1), &journal.context, next);
        qint64 seen = 0;
        for (int i = 0; i < 40; ++i) {
            const qint64 before = recorded;
            const auto report = verifyJournal(journal.file());
            if (report.ok()) {
                QVERIFY2(report->sound(), JournalFixture::kinds(*report).constData());
                QVERIFY(report->entries >= before);
                seen = report->entries;
            } else {
                QCOMPARE(report.error().kind, Error::Kind::Conflict); // it never stood still
            }
            QCoreApplication::processEvents();
        }
        more = false;
        const qint64 now = recorded;
        QTRY_VERIFY(recorded > now || recorded == seen);
        QVERIFY(recorded > 1 && seen > 0);
    }

    void saysWhenThereIsNothing()
    {
        QCOMPARE(verifyJournal(QStringLiteral("nowhere.db")).error().kind, Error::Kind::NotFound);
        JournalFixture journal;
        QVERIFY(QDir().mkpath(QFileInfo(journal.file()).path()));
        QVERIFY(JournalFixture::write(journal.file(), "hello"));
        QVERIFY(!verified(journal.file()).sound());
    }
};

QTEST_GUILESS_MAIN(TestJournalVerify)
#include "tst_journalverify.moc"
