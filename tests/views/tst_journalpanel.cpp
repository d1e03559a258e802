// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tableviewmodel.h"
#include "models/journal/journalfeed.h"
#include "tests/backends/records/journal/journalfixture.h"
#include "tests/support/strict.h"
#include "tests/views/samplefleet.h"
#include "views/changes/diffview.h"
#include "views/journal/journaldetailpane.h"
#include "views/journal/journalpanel.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Records;

class TestJournalPanel final : public QObject
{
    Q_OBJECT

private:
    std::optional<JournalFixture> m_fixture;
    std::unique_ptr<JournalStore> m_store;
    std::unique_ptr<JournalFeed> m_feed;
    std::unique_ptr<JournalWork> m_work;
    std::unique_ptr<ClusterListModel> m_clusters;
    std::unique_ptr<JournalPanel> m_panel;

    template <typename W>
    [[nodiscard]] W *child(const QString &name) const
    {
        return m_panel->findChild<W *>(name);
    }
    void record(int number, JournalStage stage = JournalStage::Intended)
    {
        QVERIFY(m_fixture->record(*m_store, JournalFixture::draft(number, stage)).ok());
    }
    void show()
    {
        m_panel->show();
        QTRY_VERIFY(m_feed->settled());
    }
    [[nodiscard]] int rows() const { return m_panel->table()->rows()->rowCount(); }
    [[nodiscard]] QString firstKey() const { return m_feed->table()->at(0).key; }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_fixture.emplace();
        m_store = std::make_unique<JournalStore>(m_fixture->settings(), m_fixture->clock);
        m_feed = std::make_unique<JournalFeed>(*m_store, m_fixture->clock, m_fixture->file());
        m_work = std::make_unique<JournalWork>(m_fixture->file(), m_fixture->settings().keyFolder, m_fixture->clock);
        m_clusters = std::make_unique<ClusterListModel>();
        m_panel = std::make_unique<JournalPanel>(m_clusters.get(), m_feed.get(), m_work.get(), nullptr);
        m_panel->resize(1500, 600);
    }
    void cleanup()
    {
        m_panel.reset();
        m_clusters.reset();
        m_work.reset();
        m_feed.reset();
        m_store.reset();
        m_fixture.reset();
    }

    void isReadWhenItIsLookedAt()
    {
        record(1);
        QVERIFY(!m_feed->settled());
        show();
        QCOMPARE(rows(), 1);
        QCOMPARE(child<QLabel>(u"journalHeadline"_s)->text(), u"1 entry"_s);
    }

    void loadsOlderEntriesAsOneScrolls()
    {
        for (int i = 0; i < 130; ++i)
            record(i);
        m_panel->resize(1500, 300);
        show();
        QCOMPARE(rows(), JournalFeed::pageSize);
        for (int turn = 0; turn < 5 && m_feed->hasMore(); ++turn) {
            const int before = rows();
            QTRY_VERIFY(!m_panel->table()->rows()->unsettled() || rows() > before); // who scrolls on, waits on
            m_panel->table()->scrollToBottom();
            QTRY_VERIFY(rows() > before);
        }
        QCOMPARE(rows(), 130);
    }

    void searchesTheWholeJournal()
    {
        for (int i = 0; i < 80; ++i)
            record(i);
        show();
        QTest::keyClicks(child<QLineEdit>(u"journalText"_s), u"number 3"_s);
        QTest::keyClick(child<QLineEdit>(u"journalText"_s), Qt::Key_Return);
        QTRY_COMPARE(rows(), 11);
        auto *tenant = child<QComboBox>(u"journalTenant"_s);
        QVERIFY(tenant->findText(u"tenant-4"_s) >= 0); // of those that are in the table
        tenant->setCurrentText(u"tenant-4"_s);
        QTRY_COMPARE(m_feed->wish().tenant, u"tenant-4"_s);
        QTRY_COMPARE(rows(), 2);
        child<QComboBox>(u"journalPeriod"_s)->setCurrentIndex(5);
        QVERIFY(child<QDateTimeEdit>(u"journalFrom"_s)->isVisible());
        QVERIFY(m_feed->wish().from.isValid());
        QTRY_COMPARE(rows(), 2);
    }

    void saysWhatIsNotThere()
    {
        show();
        auto *overlay = m_panel->findChild<QWidget *>(u"stateOverlay"_s);
        QTRY_VERIFY(overlay && overlay->isVisible());
        record(1);
        m_fixture->clock.advance(JournalFeed::gathering);
        QTRY_COMPARE(rows(), 1);
        QTRY_VERIFY(!overlay->isVisible());
    }

    void showsWhatWasChangedStageByStage()
    {
        record(4);
        record(4, JournalStage::Verified);
        show();
        m_panel->openDetail(firstKey());
        auto *facts = child<QLabel>(u"journalFacts"_s);
        QTRY_VERIFY(facts->text().contains(u"verified"_s));
        QVERIFY(facts->text().contains(u"Grün, number 4"_s));
        const QString difference = child<DiffView>(u"diff"_s)->textToCopy();
        QVERIFY2(difference.contains(u"+     requests.cpu: \"4\""_s), qPrintable(difference));
        QTest::mouseClick(child<QPushButton>(u"copyHistory"_s), Qt::LeftButton);
        QVERIFY(
            QApplication::clipboard()->text().contains(m_feed->table()->at(0).change.toString(QUuid::WithoutBraces)));
    }

    void followsTheOpenEntry()
    {
        record(4);
        show();
        m_panel->openDetail(firstKey());
        auto *facts = child<QLabel>(u"journalFacts"_s);
        QTRY_VERIFY(facts->text().contains(u"intended"_s));
        record(4, JournalStage::DidNotConverge);
        QTRY_VERIFY(facts->text().contains(u"did not converge"_s));
    }

    void offersToUndoWhereSomebodyListens()
    {
        record(1);
        record(1, JournalStage::Verified);
        record(2);
        show();
        QVERIFY(child<QPushButton>(u"undoChange"_s)->isHidden());
        m_panel->setUndoOffered(true);
        const QSignalSpy asked(m_panel.get(), &JournalPanel::undoRequested);
        const QUuid verified = JournalFixture::draft(1).change;
        for (const JournalLine &line : m_feed->table()->rows()) {
            m_panel->openDetail(line.key);
            auto *pane = m_panel->findChild<JournalDetailPane *>();
            QTRY_VERIFY(pane->history() && pane->history()->key == line.key);
            QCOMPARE(child<QPushButton>(u"undoChange"_s)->isEnabled(), line.change == verified);
            QTest::mouseClick(child<QPushButton>(u"undoChange"_s), Qt::LeftButton);
        }
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.at(0).at(0).value<Change>().id, verified);
    }

    void verifiesOnDemand()
    {
        record(1);
        show();
        QTest::mouseClick(child<QToolButton>(u"verifyJournal"_s), Qt::LeftButton);
        QMessageBox *report = nullptr;
        QTRY_VERIFY((report = child<QMessageBox>(u"journalReport"_s)) != nullptr);
        QVERIFY2(report->text().contains(u"unbroken chain"_s), qPrintable(report->text()));
        report->close();
    }

    void exportsTheWholeJournal()
    {
        record(1);
        show();
        QStringList names;
        for (const QAction *action : m_panel->exportMenu()->actions())
            names.append(action->objectName());
        QVERIFY(names.contains(u"saveJournalLines"_s) && names.contains(u"saveJournalCsv"_s)
            && names.contains(u"saveJournalBundle"_s));
        QSignalSpy messages(m_panel.get(), &TablePanel::messageShown);
        const QString file = m_fixture->folder.filePath(u"out.bundle"_s);
        m_panel->exportJournal(file, JournalWork::Format::Bundle);
        QTRY_VERIFY(QFile::exists(file));
        QTRY_VERIFY(messages.last().at(0).toString().contains(u"out.bundle"_s));
    }

    void showsServersWordsLiterally()
    {
        JournalDraft draft = JournalFixture::draft(1);
        draft.reason = u"<b>bold</b> & more"_s;
        QVERIFY(m_fixture->record(*m_store, draft).ok());
        show();
        m_panel->openDetail(firstKey());
        auto *facts = child<QLabel>(u"journalFacts"_s);
        QTRY_VERIFY(facts->text().contains(u"<b>bold</b> & more"_s));
        QCOMPARE(facts->textFormat(), Qt::PlainText);
    }
};

QTEST_MAIN(TestJournalPanel)
#include "tst_journalpanel.moc"
