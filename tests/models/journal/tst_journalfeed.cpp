// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/journalfeed.h"
#include "tests/backends/records/journal/journalfixture.h"
#include "tests/support/strict.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Records;

class TestJournalFeed final : public QObject
{
    Q_OBJECT

private:
    std::optional<JournalFixture> m_fixture;
    std::unique_ptr<JournalStore> m_store;
    std::unique_ptr<JournalFeed> m_feed;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void record(int number, JournalStage stage = JournalStage::Intended, const QString &sentence = {})
    {
        JournalDraft draft = JournalFixture::draft(number, stage);
        draft.outcome.sentence = sentence;
        QVERIFY(m_fixture->record(*m_store, draft).ok());
        m_fixture->clock.advance(std::chrono::milliseconds(1));
    }
    void fill(int count)
    {
        for (int i = 0; i < count; ++i)
            record(i);
    }
    [[nodiscard]] bool watch()
    {
        m_feed->setWatched(true);
        return QTest::qWaitFor([this] { return m_feed->settled(); }, 20'000);
    }
    [[nodiscard]] bool wish(const JournalWish &wish)
    {
        m_feed->setWish(wish);
        return QTest::qWaitFor([this] { return m_feed->settled(); }, 20'000);
    }
    [[nodiscard]] QStringList reasons() const
    {
        QList<JournalLine> lines = m_feed->table()->rows();
        std::sort(
            lines.begin(), lines.end(), [](const JournalLine &a, const JournalLine &b) { return a.first > b.first; });
        QStringList texts;
        for (const JournalLine &line : lines)
            texts.append(line.ticket);
        return texts;
    }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_fixture.emplace();
        m_store = std::make_unique<JournalStore>(m_fixture->settings(), m_fixture->clock);
        m_feed = std::make_unique<JournalFeed>(*m_store, m_fixture->clock, m_fixture->file());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_feed->table(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_feed.reset();
        m_store.reset();
        m_fixture.reset();
    }

    void readsNothingBeforeSomebodyLooks()
    {
        m_fixture->clock.advance(std::chrono::minutes(1));
        QVERIFY(!m_feed->settled());
        QCOMPARE(m_feed->table()->rowFreshness(0).state, Freshness::State::Unknown);
        QVERIFY(!QFile::exists(m_fixture->file()));
    }

    void readsPageAfterPage()
    {
        fill(120);
        QVERIFY(watch());
        QCOMPARE(m_feed->table()->rowCount(), JournalFeed::pageSize);
        QCOMPARE(m_feed->table()->rowCount(m_feed->table()->index(0, 0)), 0);
        QCOMPARE(m_feed->table()->rowFreshness(0).state, Freshness::State::Live);
        QVERIFY(m_feed->hasMore());
        m_feed->loadMore();
        m_feed->loadMore(); // one at a time
        QTRY_COMPARE(m_feed->table()->rowCount(), 100);
        m_feed->loadMore();
        QTRY_COMPARE(m_feed->table()->rowCount(), 120);
        QVERIFY(!m_feed->hasMore());
        QCOMPARE(reasons().first(), QStringLiteral("OPS-119"));
        QCOMPARE(reasons().last(), QStringLiteral("OPS-0"));
    }

    void hasOneRowForAChangeWithItsLatestStage()
    {
        record(1);
        record(1, JournalStage::Answered);
        record(1, JournalStage::Verified, QStringLiteral("done"));
        QVERIFY(watch());
        QCOMPARE(m_feed->table()->rowCount(), 1);
        const JournalLine line = m_feed->table()->at(0);
        QCOMPARE(line.stage.id, QStringLiteral("verified"));
        QCOMPARE(line.outcome, QStringLiteral("done"));
        QCOMPARE(line.person, QStringLiteral("olga"));
        QCOMPARE(line.object, QStringLiteral("ResourceQuota tenant-1/quota"));
        QCOMPARE(line.what, QStringLiteral("spec.hard[requests.cpu] 2 → 1"));
    }

    void followsWhatIsRecorded()
    {
        fill(3);
        QVERIFY(watch());
        record(2, JournalStage::Verified);
        QTRY_COMPARE(m_feed->table()->at(m_feed->table()->rowOf(m_feed->table()->rows().at(0).key)).stage.id,
            QStringLiteral("verified"));
        record(50);
        m_fixture->clock.advance(JournalFeed::gathering);
        QTRY_COMPARE(m_feed->table()->rowCount(), 4);
    }

    void seesWhatOtherConsolesRecord()
    {
        fill(3);
        QVERIFY(watch());
        {
            JournalStore other(m_fixture->settings(QStringLiteral("other-keys")), m_fixture->clock);
            QVERIFY(m_fixture->record(other, JournalFixture::draft(70)).ok());
        }
        QTest::qWait(0);
        QCOMPARE(m_feed->table()->rowCount(), 3);
        m_fixture->clock.advance(JournalFeed::pace);
        QTRY_COMPARE(m_feed->table()->rowCount(), 4);
    }

    void leavesNoGapAfterABurst()
    {
        fill(60);
        QVERIFY(watch());
        m_feed->loadMore();
        QTRY_COMPARE(m_feed->table()->rowCount(), 60);
        m_feed->setWatched(false);
        for (int i = 100; i < 180; ++i)
            record(i);
        m_feed->setWatched(true);
        QTRY_COMPARE(reasons().first(), QStringLiteral("OPS-179"));
        QCOMPARE(m_feed->table()->rowCount(), JournalFeed::pageSize);
        m_feed->loadMore();
        QTRY_COMPARE(m_feed->table()->rowCount(), 100);
        m_feed->loadMore();
        QTRY_COMPARE(m_feed->table()->rowCount(), 140);
    }

    void searchesTheWholeJournal()
    {
        fill(120);
        QVERIFY(watch());
        JournalWish text;
        text.text = QStringLiteral("number 7");
        QVERIFY(wish(text));
        QCOMPARE(m_feed->table()->rowCount(), 11); // 7 and 70 to 79
        JournalWish tenant = text;
        tenant.tenant = QStringLiteral("tenant-2");
        QVERIFY(wish(tenant));
        QCOMPARE(reasons(), (QStringList{QStringLiteral("OPS-77"), QStringLiteral("OPS-72"), QStringLiteral("OPS-7")}));
        JournalWish nobody;
        nobody.person = QStringLiteral("nobody");
        QVERIFY(wish(nobody));
        QCOMPARE(m_feed->table()->rowCount(), 0);
        QVERIFY(!m_feed->hasMore());
        QVERIFY(wish({}));
        QCOMPARE(m_feed->table()->rowCount(), JournalFeed::pageSize);
    }

    void looksBackFromNow()
    {
        record(1);
        m_fixture->clock.advance(std::chrono::hours(2));
        record(2);
        QVERIFY(watch());
        JournalWish hour;
        hour.within = std::chrono::hours(1);
        QVERIFY(wish(hour));
        QCOMPARE(reasons(), QStringList{QStringLiteral("OPS-2")});
        JournalWish before;
        before.to = m_fixture->clock.now().addSecs(-3600);
        QVERIFY(wish(before));
        QCOMPARE(reasons(), QStringList{QStringLiteral("OPS-1")});
    }

    void forgetsAnswersToAnEarlierWish()
    {
        fill(20);
        QVERIFY(watch());
        JournalWish first;
        first.tenant = QStringLiteral("tenant-1");
        JournalWish second;
        second.tenant = QStringLiteral("tenant-2");
        m_feed->setWish(first);
        QVERIFY(wish(second));
        for (const JournalLine &line : m_feed->table()->rows())
            QCOMPARE(line.tenant, QStringLiteral("tenant-2"));
    }

    void readsTheHistoryOfALine()
    {
        record(1);
        record(1, JournalStage::Verified);
        QVERIFY(watch());
        const QSignalSpy read(m_feed.get(), &JournalFeed::historyRead);
        m_feed->readHistory(m_feed->table()->at(0).key);
        QTRY_COMPARE(read.size(), 1);
        const auto history = read.at(0).at(0).value<JournalHistory>();
        QCOMPARE(history.stages.size(), 2);
        QVERIFY(history.problem.isEmpty());
    }

    void saysWhyTheJournalCannotBeRead()
    {
        QVERIFY(QDir().mkpath(m_fixture->folder.filePath(QStringLiteral("data"))));
        QVERIFY(JournalFixture::write(m_fixture->file(), QByteArray(8192, 'x')));
        const QSignalSpy told(m_feed.get(), &JournalFeed::stateChanged);
        QVERIFY(watch());
        QVERIFY(!told.isEmpty());
        QVERIFY2(m_feed->problem().contains(m_fixture->file()), qPrintable(m_feed->problem()));
        QCOMPARE(m_feed->table()->rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestJournalFeed)
#include "tst_journalfeed.moc"
