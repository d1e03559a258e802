// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/journalwork.h"
#include "tests/backends/records/journal/journalfixture.h"
#include "tests/support/strict.h"

#include <QSignalSpy>
#include <QTest>

class TestJournalWork final : public QObject
{
    Q_OBJECT

private:
    std::optional<JournalFixture> m_fixture;
    std::unique_ptr<JournalWork> m_work;

    [[nodiscard]] QString file(const char *name) const { return m_fixture->folder.filePath(QString::fromLatin1(name)); }
    [[nodiscard]] static bool is(const QSignalSpy &spy, bool good) { return spy.at(0).at(0).toBool() == good; }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_fixture.emplace();
        m_work = std::make_unique<JournalWork>(m_fixture->file(), m_fixture->settings().keyFolder, m_fixture->clock);
    }
    void cleanup()
    {
        m_work.reset();
        m_fixture.reset();
    }

    void verifiesInItsOwnThread()
    {
        m_fixture->fill(70);
        QSignalSpy verified(m_work.get(), &JournalWork::verified);
        QSignalSpy busy(m_work.get(), &JournalWork::busyChanged);
        QSignalSpy progress(m_work.get(), &JournalWork::progressed);
        m_work->verify();
        QVERIFY(m_work->isBusy());
        QVERIFY(verified.isEmpty());
        QVERIFY(verified.wait());
        QVERIFY(is(verified, true));
        QVERIFY(verified.at(0).at(1).toStringList().value(0).contains(QLatin1String("70 entries")));
        QVERIFY(!m_work->isBusy());
        QCOMPARE(busy.size(), 2);
        QCOMPARE(progress.at(0).at(0).toLongLong(), 64);
    }

    void findsWhatIsBroken()
    {
        m_fixture->fill(5);
        QByteArray bytes = JournalFixture::bytesOf(m_fixture->file());
        bytes[bytes.lastIndexOf("OPS-3")] = 'X';
        QVERIFY(JournalFixture::write(m_fixture->file(), bytes));
        QSignalSpy verified(m_work.get(), &JournalWork::verified);
        m_work->verify();
        QVERIFY(verified.wait());
        QVERIFY(is(verified, false));

        QSignalSpy exported(m_work.get(), &JournalWork::exported);
        m_work->exportTo(file("j.csv"), JournalWork::Format::Csv);
        QVERIFY(exported.wait());
        QVERIFY(is(exported, false));
        QVERIFY(!QFile::exists(file("j.csv")));
    }

    void exportsInEachFormat()
    {
        m_fixture->fill(20);
        for (const auto format :
            {JournalWork::Format::JsonLines, JournalWork::Format::Csv, JournalWork::Format::Bundle}) {
            const QString name = m_fixture->folder.filePath(JournalWork::extension(format));
            QSignalSpy exported(m_work.get(), &JournalWork::exported);
            m_work->exportTo(name, format);
            QVERIFY(exported.wait());
            QVERIFY2(is(exported, true), qPrintable(exported.at(0).at(1).toStringList().join(u' ')));
        }
        QCOMPARE(JournalFixture::bytesOf(file("jsonl")).count('\n'), 20);
        QVERIFY(JournalFixture::bytesOf(file("csv")).startsWith("sequence,"));
        const auto bundle = Records::verifyFile(file("bundle"));
        QVERIFY(bundle.ok() && bundle->sound());
        QCOMPARE(bundle->entries, 20);
    }

    void saysWhenTheFileCannotBeWritten()
    {
        m_fixture->fill(2);
        QSignalSpy exported(m_work.get(), &JournalWork::exported);
        m_work->exportTo(file("none/such/j.csv"), JournalWork::Format::Csv);
        QVERIFY(exported.wait());
        QVERIFY(is(exported, false));
        QVERIFY(exported.at(0).at(1).toStringList().value(0).contains(QLatin1String("Choose another folder")));
    }

    void doesOneThingAtATime()
    {
        m_fixture->fill(2);
        QSignalSpy verified(m_work.get(), &JournalWork::verified);
        QSignalSpy exported(m_work.get(), &JournalWork::exported);
        m_work->verify();
        m_work->exportTo(file("j.csv"), JournalWork::Format::Csv);
        QVERIFY(verified.wait());
        QVERIFY(exported.isEmpty());
    }

    void goesInTheMidstOfIt()
    {
        m_fixture->fill(5);
        m_work->verify();
        m_work.reset();
    }
};

QTEST_GUILESS_MAIN(TestJournalWork)
#include "tst_journalwork.moc"
