// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strict.h"
#include "tests/views/changes/changestand.h"
#include "tests/views/samplefleet.h"
#include "views/changes/changedialog.h"
#include "views/changes/changeform.h"
#include "views/changes/changesmenu.h"
#include "views/changes/interrupteddialog.h"
#include "views/changes/sessiondialog.h"
#include "views/window/mainwindow.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

class TestChangesMenu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        Theme::apply(*static_cast<QApplication *>(qApp), ThemeChoice::Light);
        m_fleet = std::make_unique<SampleFleet>();
        m_stand = std::make_unique<ChangeStand>();
        m_stand->river.setArchive(&m_stand->archive);
        m_window = std::make_unique<MainWindow>(WindowDependencies{.clusters = &m_fleet->clusters,
            .tenants = m_fleet->tenants(),
            .tenantDetail = &m_fleet->detail,
            .pods = &m_fleet->pods,
            .podDetail = &m_fleet->podDetail,
            .connections = &m_fleet->connections,
            .changes = &m_stand->river});
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_stand.reset();
        m_fleet.reset();
    }

    void offersNothingBeforeAnythingWasDone()
    {
        const auto *menu = m_window->findChild<ChangesMenu *>();
        QVERIFY(menu);
        QVERIFY(!menu->undoAction()->isEnabled());
        QVERIFY(!menu->interruptedAction()->isEnabled());
        QVERIFY(!link("quietUndo")->isVisible());
        QVERIFY(!link("quietInterrupted")->isVisible());
    }
    void takesTheLastChangeBackByKey()
    {
        QVERIFY(make(u"4"_s));
        QVERIFY(link("quietUndo")->isVisible());
        QVERIFY(m_window->findChild<QLabel *>(u"message"_s)->text().contains(u"ResourceQuota tenant-000"_s));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
        auto *dialog = m_window->findChild<ChangeDialog *>();
        QVERIFY(dialog);
        QVERIFY(!dialog->isModal());
        QVERIFY(m_stand->play([&] { return dialog->form()->state().canConfirm; }));
        QCOMPARE(dialog->form()->state().button, u"Put ResourceQuota tenant-000/tenant-quota back as it was"_s);
        dialog->form()->findChild<QPushButton *>(u"confirmChange"_s)->click();
        QVERIFY(m_stand->play([&] { return m_stand->river.ended().size() == 2; }));
        QCOMPARE(m_stand->cpuOf(0), u"2"_s);
        QVERIFY(!link("quietUndo")->isVisible()); // both are done with
    }
    void leavesTheKeyToTextThatIsEdited()
    {
        QVERIFY(make(u"4"_s));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        auto *filter = m_window->findChild<QLineEdit *>(u"filter"_s);
        filter->setFocus();
        QTest::keyClicks(filter, u"ab"_s);
        QTest::keyClick(filter, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!m_window->findChild<ChangeDialog *>());
        QVERIFY(filter->text() != u"ab"_s);
    }
    void saysFirstThatTheObjectHasMovedOn()
    {
        QVERIFY(make(u"4"_s));
        m_stand->target->change(ChangeStand::quota(0), ChangeStand::cpuPath(), 9);
        int began = 0;
        connect(&m_stand->river, &ChangeRiver::began, m_window.get(), [&began] { ++began; });
        link("quietUndo")->click();
        auto *dialog = m_window->findChild<ChangeDialog *>();
        auto *proceed = dialog->findChild<QPushButton *>(u"undoAnyway"_s);
        QVERIFY(m_stand->play([&] { return proceed->isVisible(); }));
        QStringList said;
        for (const QLabel *note : dialog->findChildren<QLabel *>(u"changeNote"_s))
            said.append(note->text());
        QVERIFY2(said.join(u'\n').contains(u"moved on"_s), qPrintable(said.join(u'\n')));
        QVERIFY(said.join(u'\n').contains(u"requests.cpu"_s));
        QVERIFY(!dialog->form()->isVisible());
        QCOMPARE(began, 0);
        proceed->click();
        QVERIFY(m_stand->play([&] { return dialog->form()->state().canConfirm; }));
        QVERIFY(dialog->form()->isVisible());
        QCOMPARE(m_stand->cpuOf(0), u"9"_s);
    }
    void saysWhyNothingCanBeUndone()
    {
        QVERIFY(make(u"4"_s));
        m_stand->target->objects.clear();
        link("quietUndo")->click();
        auto *dialog = m_window->findChild<ChangeDialog *>();
        QVERIFY(m_stand->play([&] {
            const auto *note = dialog->findChild<QLabel *>(u"changeNote"_s);
            return note && note->text().contains(u"does not exist any more"_s);
        }));
        QVERIFY(!dialog->form()->isVisible());
    }
    void listsTheChangesOfTheSession()
    {
        QVERIFY(make(u"4"_s));
        QVERIFY(make(u"5"_s));
        m_window->findChild<QAction *>(u"sessionChangesAction"_s)->trigger();
        auto *dialog = m_window->findChild<SessionDialog *>();
        auto *list = dialog->findChild<QTreeWidget *>(u"sessionChanges"_s);
        auto *undo = dialog->findChild<QPushButton *>(u"undoSelected"_s);
        QCOMPARE(list->topLevelItemCount(), 2);
        list->setCurrentItem(list->topLevelItem(1));
        QVERIFY(undo->isEnabled());
        undo->click();
        QVERIFY(m_window->findChild<ChangeDialog *>());
        QVERIFY(make(u"6"_s));
        QCOMPARE(list->topLevelItemCount(), 3);
        QCOMPARE(list->indexOfTopLevelItem(list->currentItem()), 2); // the one that was chosen
    }
    void goesOnWithWhatWasInterrupted()
    {
        interrupt(2);
        QCOMPARE(link("quietInterrupted")->text(), u"1 change was interrupted: look at it…"_s);
        link("quietInterrupted")->click();
        auto *dialog = m_window->findChild<InterruptedDialog *>();
        auto *list = dialog->findChild<QTreeWidget *>(u"interruptedChanges"_s);
        QCOMPARE(list->topLevelItemCount(), 1);
        QVERIFY(list->topLevelItem(0)->text(2).contains(u"1 of 2"_s));
        dialog->findChild<QPushButton *>(u"lookAtInterrupted"_s)->click();
        auto *change = m_window->findChild<ChangeDialog *>();
        QVERIFY(m_stand->play([&] { return change->form()->state().canConfirm; }));
        QVERIFY(!link("quietInterrupted")->isVisible());
        QVERIFY(m_stand->target->requested.isEmpty());
        change->form()->findChild<QPushButton *>(u"confirmChange"_s)->click();
        QVERIFY(m_stand->play([&] { return !m_stand->river.ended().isEmpty(); }));
        QCOMPARE(m_stand->target->requested.size(), 1);
        QCOMPARE(m_stand->cpuOf(1), u"4"_s);
    }
    void putsBackWhatWasOnlyLookedAt()
    {
        interrupt(2);
        m_window->findChild<QAction *>(u"interruptedChangesAction"_s)->trigger();
        m_window->findChild<QPushButton *>(u"lookAtInterrupted"_s)->click();
        auto *change = m_window->findChild<ChangeDialog *>();
        QVERIFY(m_stand->play([&] { return change->form()->state().canConfirm; }));
        QVERIFY(m_stand->river.unfinished().isEmpty());
        change->close();
        QVERIFY(m_stand->play([&] { return m_stand->river.unfinished().size() == 1; }));
        QVERIFY(m_stand->target->requested.isEmpty());
        QCOMPARE(m_stand->journal->ends, 0);
    }
    void saysWhyAnInterruptedOneCannotGoOn()
    {
        interrupt(1);
        m_stand->river.removeCluster(ChangeStand::cluster());
        QVERIFY(m_stand->play([&] {
            return !m_stand->river.unfinished().isEmpty() && !m_stand->river.unfinished().first().problem.isEmpty();
        }));
        m_window->findChild<QAction *>(u"interruptedChangesAction"_s)->trigger();
        auto *dialog = m_window->findChild<InterruptedDialog *>();
        QVERIFY(!dialog->findChild<QPushButton *>(u"lookAtInterrupted"_s)->isEnabled());
        QVERIFY(dialog->findChild<QLabel *>(u"whyNoLook"_s)->text().contains(u"not connected"_s));
    }

private:
    std::unique_ptr<SampleFleet> m_fleet;
    std::unique_ptr<ChangeStand> m_stand;
    std::unique_ptr<MainWindow> m_window;

    QToolButton *link(const char *name) { return m_window->findChild<QToolButton *>(QString::fromLatin1(name)); }
    bool make(const QString &cpu)
    {
        const qsizetype before = m_stand->river.ended().size();
        QPointer<ChangeRun> run = m_stand->river.begin(m_stand->wish(cpu));
        return m_stand->play([&] {
            if (run && run->stage() == ChangeStage::Confirming)
                (void)run->confirm({});
            return m_stand->river.ended().size() > before;
        });
    }
    //! A change of some objects, of which the first one was made.
    void interrupt(int objects)
    {
        RecordedChange recorded;
        recorded.change = m_stand->wish(u"4"_s, objects);
        recorded.change.cluster.clear();
        recorded.server = u"https://eu.example:6443"_s;
        recorded.time = m_stand->clock.now().addSecs(-600);
        recorded.results.resize(objects);
        recorded.results[0].state = EditResult::State::Applied;
        auto &made = m_stand->target->objects[ChangeStand::quota(0).title()];
        made.tree.set(ChangeStand::cpuPath(), Tree::text(u"4"_s));
        ++made.version;
        for (ObjectEdit &edit : recorded.change.edits) {
            edit.after = edit.before;
            edit.after.text.replace(R"("requests.cpu":"2")", R"("requests.cpu":"4")");
        }
        m_stand->archive.changes = {recorded};
        m_stand->journal->answered.resize(objects);
        m_stand->river.lookForUnfinished();
        QVERIFY(m_stand->play([&] { return m_stand->river.unfinished().size() == 1; }));
    }
};

QTEST_MAIN(TestChangesMenu)
#include "tst_changesmenu.moc"
