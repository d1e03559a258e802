// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandboxclient/control.h"
#include "backends/sandboxclient/leasefailure.h"
#include "models/training/training.h"
#include "tests/support/faketransport.h"
#include "tests/support/manualclock.h"
#include "tests/support/strict.h"
#include "tests/views/samplefleet.h"
#include "views/common/stateoverlay.h"
#include "views/common/tablepanel.h"
#include "views/training/debriefingdialog.h"
#include "views/training/trainingmenu.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QDialog>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! The menu, its dialogs, and what the window says of the sandbox.
class TestTrainingMenu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void offersTheSandboxWhereThereIsNoCluster();
    void marksTheWindow();
    void listsIncidents();
    void briefsBeforeItBegins();
    void beginsNothingWhenCancelled();
    void endsWhatRuns();
    void showsTheDebriefing();
    void savesTheDebriefing();
    void showsNamesLiterally();

private:
    ManualClock m_clock;
    ClusterListModel m_clusters;
    std::unique_ptr<SampleFleet> m_fleet;
    std::unique_ptr<Training> m_training;
    FakeTransport *m_transport = nullptr;
    std::unique_ptr<SandboxClient::Control> m_control;
    std::unique_ptr<MainWindow> m_window;

    void bringSandbox(const QByteArray &incidents);
    void tellState(const QByteArray &running, int finished);
    [[nodiscard]] QAction *action(const QString &name) const { return m_window->findChild<QAction *>(name); }
    [[nodiscard]] QPushButton *offer() const
    {
        return m_window->currentPanel()->findChild<QPushButton *>(u"stateOffer"_s);
    }
};

void TestTrainingMenu::init()
{
    failOnUnexpectedWarnings();
    m_fleet = std::make_unique<SampleFleet>();
    m_training = std::make_unique<Training>();
    m_window = std::make_unique<MainWindow>(WindowDependencies{.clusters = &m_clusters,
        .tenants = m_fleet->tenants(),
        .tenantDetail = &m_fleet->detail,
        .pods = &m_fleet->pods,
        .podDetail = &m_fleet->podDetail,
        .connections = &m_fleet->connections,
        .training = m_training.get()});
    m_window->show();
    auto transport = std::make_unique<FakeTransport>();
    m_transport = transport.get();
    m_control = std::make_unique<SandboxClient::Control>(std::move(transport), u"en"_s, m_clock);
}

void TestTrainingMenu::cleanup()
{
    m_window.reset();
    m_training.reset();
    m_control.reset();
    m_fleet.reset();
}

void TestTrainingMenu::bringSandbox(const QByteArray &incidents)
{
    m_training->follow(*m_control);
    m_control->start();
    QVERIFY(m_transport->answer(u"/v1/incidents"_s, incidents));
    tellState("", 0);
}

void TestTrainingMenu::tellState(const QByteArray &running, int finished)
{
    if (!m_transport->has(u"/v1/state"_s))
        m_clock.advance(2s);
    QVERIFY(m_transport->answer(u"/v1/state"_s,
        "{\"running\":\"" + running + "\",\"finished\":" + QByteArray::number(finished) + ",\"settled\":true}"));
}

void TestTrainingMenu::offersTheSandboxWhereThereIsNoCluster()
{
    // The sample's tenants would hide the overlay: the connections panel has no rows here.
    QVERIFY(m_window->showPanel(u"connections"_s));
    QSignalSpy wanted(m_window.get(), &MainWindow::sandboxRequested);
    QVERIFY(offer()->isVisible());
    QVERIFY(offer()->text().contains(u"sandbox"_s));
    offer()->setFocus();
    QTest::keyClick(offer(), Qt::Key_Space);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(action(u"openSandbox"_s)->shortcut(), QKeySequence(u"Ctrl+Shift+O"_s));
    action(u"openSandbox"_s)->trigger();
    QCOMPARE(wanted.size(), 2);
    m_training->setStarting();
    QVERIFY(!offer()->isVisible());
    m_training->setFailed(SandboxClient::LeaseFailure::ProgramMissing, {});
    QVERIFY(offer()->isVisible());
}

void TestTrainingMenu::marksTheWindow()
{
    auto *mark = m_window->findChild<QWidget *>(u"sandboxMark"_s);
    QVERIFY(mark && !mark->isVisible());
    QVERIFY(!m_window->windowTitle().contains(u"andbox"_s));
    m_training->setStarting();
    QVERIFY(mark->isVisible());
    QVERIFY(m_window->windowTitle().startsWith(u"Sandbox"_s));
    QVERIFY(!mark->accessibleName().isEmpty());
    const auto *words = mark->findChild<QLabel *>(u"sandboxWords"_s);
    QVERIFY(words && words->text().contains(u"SANDBOX"_s));
    QCoreApplication::sendPostedEvents();
    QVERIFY(mark->rect().contains(words->geometry()));
    // By shape too: the left part is hatched, so it holds more than one colour.
    const QImage picture = mark->grab().toImage();
    QSet<QRgb> colors;
    for (int x = 2; x < 26; ++x)
        colors.insert(picture.pixel(x, picture.height() / 2));
    QVERIFY(colors.size() > 1);
    m_training->setFailed(SandboxClient::LeaseFailure::Lost, {});
    QVERIFY(mark->isVisible()); // what is left on the screen is still no production
}

void TestTrainingMenu::listsIncidents()
{
    QVERIFY(!action(u"incident-a"_s));
    bringSandbox(R"([{"name":"a","title":"Canary"},{"name":"b","title":"Storm"}])");
    QVERIFY(!action(u"openSandbox"_s)->isEnabled());
    QCOMPARE(action(u"incident-a"_s)->text(), u"Canary"_s);
    QVERIFY(action(u"incident-b"_s)->isEnabled());
    QVERIFY(!action(u"endIncident"_s)->isEnabled());
    QVERIFY(!action(u"showDebriefing"_s)->isEnabled());
}

void TestTrainingMenu::briefsBeforeItBegins()
{
    bringSandbox(R"([{"name":"a","title":"Canary","briefing":"Watch it.","lasts":840}])");
    action(u"incident-a"_s)->trigger();
    auto *dialog = m_window->findChild<QDialog *>(u"briefingDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->findChild<QLabel *>(u"briefingTitle"_s)->text(), u"Canary"_s);
    QCOMPARE(dialog->findChild<QLabel *>(u"briefingText"_s)->text(), u"Watch it."_s);
    QVERIFY(dialog->findChild<QLabel *>(u"briefingTime"_s)->text().contains(u"14"_s));
    QVERIFY(!m_transport->has(u"/start"_s));
    dialog->findChild<QPushButton *>(u"beginIncident"_s)->click();
    QVERIFY(m_transport->has(u"/v1/incidents/a/start"_s));
}

void TestTrainingMenu::beginsNothingWhenCancelled()
{
    bringSandbox(R"([{"name":"a","title":"Canary"}])");
    action(u"incident-a"_s)->trigger();
    auto *dialog = m_window->findChild<QDialog *>(u"briefingDialog"_s);
    QVERIFY(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!m_transport->has(u"/start"_s));
}

void TestTrainingMenu::endsWhatRuns()
{
    bringSandbox(R"([{"name":"a","title":"Canary"},{"name":"b","title":"Storm"}])");
    tellState("a", 0);
    QVERIFY(action(u"endIncident"_s)->isEnabled());
    QVERIFY(action(u"incident-a"_s)->text().contains(u"runs"_s));
    QVERIFY(!action(u"incident-b"_s)->isEnabled());
    action(u"endIncident"_s)->trigger();
    QVERIFY(m_transport->has(u"/v1/end"_s));
}

void TestTrainingMenu::showsTheDebriefing()
{
    bringSandbox(R"([{"name":"a","title":"Canary"}])");
    tellState("a", 0);
    tellState("", 1);
    QVERIFY(m_transport->answer(u"/v1/debriefing"_s, R"({"incident":"a","title":"Canary","outcome":"resolved",
        "lesson":"Stop it.","lasted":90000,"moments":[{"kind":"happened","at":5000,"text":"It came."},
        {"kind":"did","at":65000,"user":"olga","verb":"patch","resource":"deployments","object":"eu/a/b"}]})"));
    auto *dialog = m_window->findChild<QDialog *>(u"debriefingDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    const auto *timeline = dialog->findChild<QTreeWidget *>(u"debriefingTimeline"_s);
    QCOMPARE(timeline->topLevelItemCount(), 2);
    QCOMPARE(timeline->topLevelItem(1)->text(0), u"1:05"_s);
    QCOMPARE(timeline->topLevelItem(1)->text(1), u"olga"_s);
    QCOMPARE(dialog->findChild<QLabel *>(u"debriefingLesson"_s)->text(), u"Stop it."_s);
    QVERIFY(dialog->findChild<QLabel *>(u"debriefingFacts"_s)->text().contains(u"It was mended."_s));
    QVERIFY(action(u"showDebriefing"_s)->isEnabled());
}

void TestTrainingMenu::savesTheDebriefing()
{
    Debriefing debriefing;
    debriefing.title = u"Canary"_s;
    DebriefingDialog dialog(debriefing, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    const auto *note = dialog.findChild<QLabel *>(u"debriefingNote"_s);
    QVERIFY(!note->isVisible());
    QVERIFY(!dialog.save(u"/nowhere/x.md"_s));
    QVERIFY(note->isVisible() && note->text().contains(u"/nowhere/x.md"_s));
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"x.md"_s);
    QVERIFY(dialog.save(name));
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), debriefing.toMarkdown());
    QVERIFY(note->text().contains(name));
}

void TestTrainingMenu::showsNamesLiterally()
{
    bringSandbox(R"([{"name":"a","title":"<b>Q&A</b>","briefing":"<i>x</i>"}])");
    QCOMPARE(action(u"incident-a"_s)->text(), u"<b>Q&&A</b>"_s);
    action(u"incident-a"_s)->trigger();
    const auto *text = m_window->findChild<QLabel *>(u"briefingText"_s);
    QVERIFY(text);
    QCOMPARE(text->textFormat(), Qt::PlainText);
}

QTEST_MAIN(TestTrainingMenu)
#include "tst_trainingmenu.moc"
