// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/records/journal/journalfixture.h"
#include "tests/support/strict.h"

#include <QDeadlineTimer>
#include <QProcess>
#include <QSet>

#include <random>

using namespace Records;

//! Kills a program that writes entries, with the one signal that nobody can catch, and looks at what is left.
class TestJournalCrash final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    //! So many kills for each row, and a new journal.
    void losesNothingThatWasReported_data()
    {
        QTest::addColumn<int>("seed");
        const QString asked = qEnvironmentVariable("PILOTHOUSE_KILLS");
        const int kills = asked.isEmpty() ? 50 : asked.toInt();
        for (int done = 0; done < kills; done += killsOfARow)
            QTest::addRow("kills from %d on", done) << done;
    }

    void losesNothingThatWasReported()
    {
        QFETCH(int, seed);
        m_random.seed(quint32(20261121 + seed));
        JournalFixture journal;
        QSet<QByteArray> reported;
        int unfinishedLogs = 0;
        for (int i = 0; i < killsOfARow; ++i) {
            // From before the first entry to some dozens of them; every third has a neighbour that is killed, too.
            runAndKill(journal, int(m_random() % 60), m_random() % 3 == 0, reported);
            if (QTest::currentTestFailed())
                return;
            const auto report = verifyJournal(journal.file());
            if (!report && report.error().kind == Error::Kind::NotFound && reported.isEmpty())
                continue; // killed before there was a file
            QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.error().detail));
            QVERIFY2(report->sound(), JournalFixture::kinds(*report).constData());
            unfinishedLogs += report->unfinishedLog ? 1 : 0;
            checkEntries(journal, reported);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(reported.size() > killsOfARow);
        qInfo("%d kills, %lld entries reported, %d logs with an unfinished end", killsOfARow,
            static_cast<long long>(reported.size()), unfinishedLogs);
    }

private:
    static constexpr int killsOfARow = 25;

    std::mt19937 m_random;

    static QByteArray nameOf(const JournalEntry &entry)
    {
        return entry.ticket.mid(4).toLatin1() + ' ' + stageName(entry.stage).toLatin1();
    }

    static void collect(QProcess &process, QSet<QByteArray> &reported)
    {
        while (process.canReadLine())
            reported.insert(process.readLine().trimmed());
    }

    void runAndKill(JournalFixture &journal, int lines, bool withNeighbour, QSet<QByteArray> &reported)
    {
        const auto startOne = [&journal](QProcess &process, const QString &lane) {
            process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            process.start(QStringLiteral(JOURNAL_WRITER),
                {journal.file(), journal.folder.filePath(QStringLiteral("keys")), lane});
        };
        QProcess neighbour;
        QProcess process;
        const auto ending = qScopeGuard([&] { // also when something is wrong
            for (QProcess *each : {&neighbour, &process}) {
                each->kill();
                each->waitForFinished();
            }
        });
        if (withNeighbour)
            startOne(neighbour, QStringLiteral("1"));
        startOne(process, QStringLiteral("0"));
        QVERIFY(process.waitForStarted());
        int heard = 0;
        // The kill falls somewhere into what comes after this line, wherever the program is by then.
        while (heard < lines && process.state() == QProcess::Running) {
            QVERIFY(process.canReadLine() || process.waitForReadyRead(30000));
            while (process.canReadLine()) {
                reported.insert(process.readLine().trimmed());
                ++heard;
            }
        }
        const QDeadlineTimer moment(std::chrono::microseconds(m_random() % 8000)); // as long as a transaction takes
        while (!moment.hasExpired()) { }
        QCOMPARE(process.state(), QProcess::Running); // nothing else ends it
        process.kill();
        neighbour.kill();
        QVERIFY(process.waitForFinished());
        QVERIFY(!withNeighbour || neighbour.waitForFinished());
        collect(process, reported);
        collect(neighbour, reported);
    }

    //! What was reported is there, and nothing is there twice.
    void checkEntries(const JournalFixture &journal, const QSet<QByteArray> &reported)
    {
        QSet<QByteArray> found;
        QVERIFY(verifyJournal(journal.file(),
            {[&](const JournalEntry &entry) {
                 found.insert(nameOf(entry));
                 QCOMPARE(found.size(), entry.sequence);
             },
                {}}).ok());
        const QSet<QByteArray> lost = QSet<QByteArray>(reported).subtract(found);
        QVERIFY2(lost.isEmpty(), lost.isEmpty() ? "" : lost.constBegin()->constData());
    }
};

QTEST_GUILESS_MAIN(TestJournalCrash)
#include "tst_journalcrash.moc"
