// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tableviewmodel.h"
#include "tests/support/strict.h"
#include "tests/views/samplefleet.h"
#include "views/common/filterbar.h"
#include "views/pods/poddetailpane.h"
#include "views/pods/podheadline.h"
#include "views/pods/podrowmenu.h"
#include "views/pods/podspanel.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

class TestPodsPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_panel.reset(), m_fleet.reset(); }
    void sortsByWhatHurts();
    void worksByKeyboard();
    void saysHowManyAndHowSure();
    void detailShowsThePodAndTheWayToItsTenant();
    void rowMenuCopiesAndFilters();
    void quotesWhatAShellWouldTakeApart();
    void writesWhatIsShown();
    void headlineCountsWhatNeedsALook();

private:
    std::unique_ptr<SampleFleet> m_fleet;
    std::unique_ptr<PodsPanel> m_panel;

    [[nodiscard]] QString note() const { return m_panel->findChild<QLabel *>(u"filterNote"_s)->text(); }
    [[nodiscard]] QString label(const QString &name) const { return m_panel->findChild<QLabel *>(name)->text(); }
    [[nodiscard]] Pod first() const { return m_fleet->pods.at(m_panel->table()->rows()->sourceRows().constFirst()); }
};

void TestPodsPanel::init()
{
    failOnUnexpectedWarnings();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_fleet = std::make_unique<SampleFleet>();
    m_fleet->fillPods();
    m_panel = std::make_unique<PodsPanel>(&m_fleet->clusters, &m_fleet->pods, &m_fleet->podDetail, nullptr);
    m_panel->resize(1400, 800);
    m_panel->show();
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    m_panel->table()->setFocus();
}

void TestPodsPanel::sortsByWhatHurts()
{
    QCOMPARE(m_panel->table()->rows()->rowCount(), 80);
    const int state = m_fleet->pods.columnOf(u"state");
    QCOMPARE(m_panel->table()->rows()->index(0, state).data().toString(), u"failed"_s);
}

void TestPodsPanel::worksByKeyboard()
{
    QTest::keyClick(m_panel->table(), Qt::Key_Slash);
    auto *field = m_panel->findChild<QLineEdit *>(u"filter"_s);
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, u"state:crash restarts>10"_s);
    QVERIFY(m_panel->table()->rows()->rowCount() > 0);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(m_panel->table()->hasFocus());
    QTest::keyClick(m_panel->table(), Qt::Key_Return);
    QVERIFY(m_panel->detailIsOpen());
    QCOMPARE(m_fleet->podDetail.pod().reason, u"CrashLoopBackOff"_s);
    QTest::keyClick(m_panel->table(), Qt::Key_Escape);
    QVERIFY(!m_panel->detailIsOpen());
    QVERIFY(m_fleet->podDetail.pod().key.isEmpty());
}

void TestPodsPanel::saysHowManyAndHowSure()
{
    QCOMPARE(note(), u"80 pods, 3 clusters; 2 not live"_s);
    m_panel->filterBar()->setText(u"state=failed"_s);
    QVERIFY(note().endsWith(u" of 80 pods, 3 clusters; 2 not live"_s));
    m_panel->filterBar()->setText(u"name:nobody"_s);
    QVERIFY(note().startsWith(u"0 of 80 pods"_s));
}

void TestPodsPanel::detailShowsThePodAndTheWayToItsTenant()
{
    const Pod pod = first();
    m_panel->openDetail(pod.key);
    QCOMPARE(label(u"podTitle"_s), pod.name);
    QVERIFY(label(u"podPlace"_s).contains(pod.namespaceName));
    QCOMPARE(label(u"podState"_s), u"failed"_s);
    QCOMPARE(label(u"podReason"_s), u"Evicted"_s);
    QCOMPARE(label(u"podCpu"_s), u"0.25"_s);
    QSignalSpy wanted(m_panel.get(), &PodsPanel::detailRequested);
    QTest::mouseClick(m_panel->findChild<QPushButton *>(u"showTenantOfPod"_s), Qt::LeftButton);
    QCOMPARE(wanted.value(0).value(0).toString(), u"tenants"_s);
    QCOMPARE(wanted.value(0).value(1).toString(), TenantStore::keyOf(pod.clusterId, *pod.tenant));
    m_fleet->store.pods()->removeCluster(pod.clusterId);
    QVERIFY(label(u"podPlace"_s).contains(u"no longer there"_s));
    QCOMPARE(label(u"podTitle"_s), pod.name);
}

void TestPodsPanel::rowMenuCopiesAndFilters()
{
    const Pod pod = first();
    m_panel->table()->makeCurrent(pod.key);
    PodRowMenu menu(pod, u"prod"_s, m_panel->table(), m_panel->filterBar(), m_panel.get());
    menu.setAttribute(Qt::WA_DeleteOnClose, false);
    menu.findChild<QAction *>(u"copyName"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), pod.name);
    menu.findChild<QAction *>(u"copyKubectl"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(),
        u"kubectl --context=prod --namespace=%1 describe pod %2"_s.arg(pod.namespaceName, pod.name));
    menu.findChild<QAction *>(u"only-namespace"_s)->trigger();
    QCOMPARE(m_panel->filterBar()->text(), u"namespace=\"%1\""_s.arg(pod.namespaceName));
    QCOMPARE(m_panel->table()->rows()->rowCount(), 4);
    menu.findChild<QAction *>(u"only-namespace"_s)->trigger(); // not twice
    QCOMPARE(m_panel->filterBar()->text(), u"namespace=\"%1\""_s.arg(pod.namespaceName));
    QSignalSpy tenant(&menu, &PodRowMenu::tenantRequested);
    menu.findChild<QAction *>(u"showTenant"_s)->trigger();
    QCOMPARE(tenant.size(), 1);
}

void TestPodsPanel::quotesWhatAShellWouldTakeApart()
{
    Pod pod;
    pod.name = u"web-0"_s;
    pod.namespaceName = u"shop"_s;
    QCOMPARE(PodText::kubectlDescribe(pod, u"olga's $(touch x)"_s),
        u"kubectl --context='olga'\\''s $(touch x)' --namespace=shop describe pod web-0"_s);
    QCOMPARE(PodText::kubectlDescribe(pod, u"olga@prod"_s),
        u"kubectl --context=olga@prod --namespace=shop describe pod web-0"_s);
    pod.preview = true;
    QVERIFY(PodText::kubectlDescribe(pod, u"prod"_s).isEmpty());
}

void TestPodsPanel::writesWhatIsShown()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(u"pods.csv"_s);
    m_panel->filterBar()->setText(u"phase=Pending"_s);
    QSignalSpy messages(m_panel.get(), &PodsPanel::messageShown);
    QVERIFY(m_panel->writeExport(name, ExportFormat::Csv));
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), m_panel->table()->rows()->rowCount() + 1);
    QVERIFY(messages.value(0).value(0).toString().startsWith(u"pods.csv now holds "_s));
}

void TestPodsPanel::headlineCountsWhatNeedsALook()
{
    int failed = 0;
    for (int row = 0; row < m_fleet->pods.rowCount(); ++row)
        failed += m_fleet->pods.trouble(row) == PodTrouble::Failed ? 1 : 0;
    QVERIFY(failed > 0);
    QCOMPARE(label(u"failedCount"_s), QString::number(failed));
    QVERIFY(m_panel->attention().count >= failed);
    m_fleet->store.pods()->removeCluster(m_fleet->live().id);
    m_fleet->store.pods()->removeCluster(m_fleet->stale().id);
    QTRY_COMPARE(m_panel->attention().count, 0);
}

QTEST_MAIN(TestPodsPanel)
#include "tst_podspanel.moc"
