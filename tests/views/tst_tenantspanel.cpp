// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tableviewmodel.h"
#include "tests/support/strict.h"
#include "tests/views/samplefleet.h"
#include "views/common/filterbar.h"
#include "views/common/stateoverlay.h"
#include "views/tenants/tenantdetailpane.h"
#include "views/tenants/tenantheadline.h"
#include "views/tenants/tenantrowmenu.h"
#include "views/tenants/tenantspanel.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

class TestTenantsPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_panel.reset(), m_fleet.reset(); }
    void sortsByWhatHurts();
    void slashEntersTheFilterAndEscapeLeavesIt();
    void filterSaysHowManyAndWhatIsWrong();
    void enterOpensTheDetailAndEscapeClosesIt();
    void openDetailFollowsTheSelection();
    void openDetailStaysWhenItsRowGoes();
    void tabsCountTheirRows();
    void emptyTableSaysWhy();
    void countsNothingThatNobodyAnswered();
    void rowMenuFiltersAndCopies();
    void writesWhatIsShown();
    void saysWhyAFileCannotBeWritten();
    void headlineCountsWhatNeedsALook();
    void showsMarkupLiterally();

private:
    std::unique_ptr<SampleFleet> m_fleet;
    std::unique_ptr<TenantsPanel> m_panel;

    [[nodiscard]] QLineEdit *filter() const { return m_panel->findChild<QLineEdit *>(u"filter"_s); }
    [[nodiscard]] QString note() const { return m_panel->findChild<QLabel *>(u"filterNote"_s)->text(); }
};

void TestTenantsPanel::init()
{
    failOnUnexpectedWarnings();
    m_fleet = std::make_unique<SampleFleet>();
    m_panel = std::make_unique<TenantsPanel>(&m_fleet->clusters, m_fleet->tenants(), &m_fleet->detail, nullptr);
    m_panel->resize(1400, 800);
    m_panel->show();
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    m_panel->table()->setFocus();
}

void TestTenantsPanel::sortsByWhatHurts()
{
    const int column = m_fleet->tenants()->columnOf(u"tightest_percent");
    const double first = m_panel->table()->rows()->index(0, column).data(TableModel::ValueRole).toDouble();
    for (const Tenant &tenant : m_fleet->allTenants())
        QVERIFY(tenant.tightestPercent.value_or(0) <= first);
}

void TestTenantsPanel::slashEntersTheFilterAndEscapeLeavesIt()
{
    QVERIFY(m_panel->table()->hasFocus());
    QTest::keyClick(m_panel->table(), Qt::Key_Slash);
    QVERIFY(filter()->hasFocus());
    QVERIFY(filter()->text().isEmpty());
    QTest::keyClicks(filter(), u"tier:gold a/b"_s);
    QCOMPARE(filter()->text(), u"tier:gold a/b"_s); // in the field a slash is a slash
    QTest::keyClick(filter(), Qt::Key_Escape);
    QVERIFY(filter()->text().isEmpty());
    QVERIFY(m_panel->table()->hasFocus());
    QCOMPARE(m_panel->table()->rows()->rowCount(), 20);
}

void TestTenantsPanel::filterSaysHowManyAndWhatIsWrong()
{
    filter()->setText(u"tier:gold"_s);
    QCOMPARE(note(), u"7 of 20 tenants, sorted by Tightest %"_s);
    m_panel->table()->sortBy(u"tenant"_s, Qt::AscendingOrder);
    QCOMPARE(note(), u"7 of 20 tenants"_s);
    filter()->setText(u"cpu>"_s);
    QCOMPARE(note(), m_panel->table()->rows()->filterProblem());
    QVERIFY(!note().isEmpty());
}

void TestTenantsPanel::enterOpensTheDetailAndEscapeClosesIt()
{
    const QString key = m_fleet->tenant(4).key;
    m_panel->table()->makeCurrent(key);
    QTest::keyClick(m_panel->table(), Qt::Key_Return);
    QVERIFY(m_panel->detailIsOpen());
    QCOMPARE(m_fleet->detail.tenant().key, key);
    QCOMPARE(m_panel->findChild<QLabel *>(u"detailTitle"_s)->text(), u"tenant-004"_s);
    QTest::keyClick(m_panel->table(), Qt::Key_Escape);
    QVERIFY(!m_panel->detailIsOpen());
    QVERIFY(m_fleet->detail.tenant().key.isEmpty());
    m_panel->openDetail(key);
    QTest::keyClick(m_panel->findChild<TableView *>(u"quotas"_s), Qt::Key_Escape);
    QVERIFY(!m_panel->detailIsOpen());
}

void TestTenantsPanel::openDetailFollowsTheSelection()
{
    m_panel->table()->makeCurrent(m_fleet->tenant(4).key);
    QVERIFY(m_fleet->detail.tenant().key.isEmpty()); // nothing is open yet
    m_panel->openDetail(m_fleet->tenant(4).key);
    m_panel->table()->makeCurrent(m_fleet->tenant(9).key);
    QCOMPARE(m_fleet->detail.tenant().name, u"tenant-009"_s);
}

void TestTenantsPanel::openDetailStaysWhenItsRowGoes()
{
    m_panel->openDetail(m_fleet->tenant(4).key);
    filter()->setText(u"tenant:tenant-009"_s);
    QCOMPARE(m_fleet->detail.tenant().name, u"tenant-004"_s);
    QTest::mouseClick(m_panel->table()->viewport(), Qt::LeftButton, Qt::NoModifier,
        m_panel->table()->visualRect(m_panel->table()->rows()->index(0, 0)).center());
    QCOMPARE(m_fleet->detail.tenant().name, u"tenant-009"_s); // chosen, though it was the current row already
    filter()->clear();
    QList<Tenant> tenants = m_fleet->allTenants();
    tenants.removeAt(9);
    m_fleet->tenants()->merge(tenants);
    QCOMPARE(m_fleet->detail.tenant().name, u"tenant-009"_s);
    QVERIFY(m_fleet->detail.vanished());
}

void TestTenantsPanel::tabsCountTheirRows()
{
    m_panel->openDetail(m_fleet->tenant(4).key);
    const auto *tabs = m_panel->findChild<QTabWidget *>(u"detailTabs"_s);
    QCOMPARE(tabs->tabText(0), u"Quotas (0)"_s);
    m_fleet->fillDetail(m_fleet->tenant(4).key);
    QCOMPARE(tabs->tabText(0), u"Quotas (5)"_s);
    QCOMPARE(tabs->tabText(1), u"Workloads (1)"_s);
    QCOMPARE(tabs->tabText(2), u"Pods (4)"_s);
}

void TestTenantsPanel::emptyTableSaysWhy()
{
    auto *overlay = m_panel->table()->findChild<StateOverlay *>();
    QCOMPARE(overlay->state().kind, PanelState::Kind::Ready);
    filter()->setText(u"nobody-is-called-that"_s);
    QCOMPARE(overlay->state().kind, PanelState::Kind::Filtered);
    QVERIFY(overlay->isVisible());
    filter()->clear();
    m_fleet->tenants()->merge({});
    m_fleet->clusters.remove(m_fleet->live().id);
    m_fleet->clusters.remove(m_fleet->stale().id);
    QCOMPARE(overlay->state().kind, PanelState::Kind::Failed);
    QVERIFY(overlay->state().text.contains(u"Log in again."_s));
    m_fleet->clusters.remove(m_fleet->failed().id);
    m_panel->setSetupProblem(
        {.title = u"There is no kubeconfig."_s, .explanation = {}, .nextStep = u"Name one."_s, .details = {}});
    QCOMPARE(overlay->state().kind, PanelState::Kind::Unconfigured);
    QVERIFY(QString(overlay->state().title + overlay->state().text).contains(u"There is no kubeconfig."_s));
}

void TestTenantsPanel::countsNothingThatNobodyAnswered()
{
    SampleFleet silent;
    silent.tenants()->merge({});
    for (const ClusterItem &item : {silent.live(), silent.stale()})
        silent.clusters.remove(item.id);
    TenantsPanel panel(&silent.clusters, silent.tenants(), &silent.detail, nullptr);
    for (const auto &name : {u"tenantCount"_s, u"nearLimitCount"_s, u"failingCount"_s, u"unsureCount"_s})
        QCOMPARE(panel.findChild<QLabel *>(name)->text(), u"unknown"_s);
    ClusterItem answered = silent.failed();
    answered.state = ClusterItem::State::Connected;
    answered.problem = {};
    silent.clusters.set(answered);
    QCOMPARE(panel.findChild<QLabel *>(u"tenantCount"_s)->text(), u"0"_s);
    QVERIFY(panel.table()->findChild<QLabel *>(u"stateText"_s)->text().contains(u"kubectl label namespace"_s));
}

void TestTenantsPanel::rowMenuFiltersAndCopies()
{
    TenantRowMenu menu(m_fleet->tenant(1), m_panel->table(), m_panel->filterBar(), m_panel.get());
    menu.setAttribute(Qt::WA_DeleteOnClose, false);
    menu.findChild<QAction *>(u"copyName"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"tenant-001"_s);
    menu.findChild<QAction *>(u"only-tier"_s)->trigger();
    QCOMPARE(m_panel->table()->rows()->rowCount(), 7);
    menu.findChild<QAction *>(u"only-owner"_s)->trigger();
    QCOMPARE(m_panel->table()->rows()->rowCount(), 2);
    QSignalSpy open(&menu, &TenantRowMenu::openRequested);
    menu.findChild<QAction *>(u"openDetails"_s)->trigger();
    QCOMPARE(open.value(0).value(0).toString(), m_fleet->tenant(1).key);
    TenantRowMenu ownerless(m_fleet->tenant(7), m_panel->table(), m_panel->filterBar(), m_panel.get());
    ownerless.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(!ownerless.findChild<QAction *>(u"only-owner"_s)->isEnabled());
}

void TestTenantsPanel::writesWhatIsShown()
{
    QTemporaryDir directory;
    filter()->setText(u"tier:gold"_s);
    QSignalSpy message(m_panel.get(), &TenantsPanel::messageShown);
    const QString name = directory.filePath(u"out.json"_s);
    QVERIFY(m_panel->writeExport(name, ExportFormat::Json));
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), TableExport::bytes(*m_panel->table()->rows(), ExportFormat::Json));
    QVERIFY(message.value(0).value(0).toString().contains(u"out.json"_s));
}

void TestTenantsPanel::saysWhyAFileCannotBeWritten()
{
    QTemporaryDir directory;
    QSignalSpy message(m_panel.get(), &TenantsPanel::messageShown);
    QVERIFY(!m_panel->writeExport(directory.filePath(u"no/such/folder/out.csv"_s), ExportFormat::Csv));
    QVERIFY(message.value(0).value(0).toString().startsWith(u"out.csv could not be written"_s));
}

void TestTenantsPanel::headlineCountsWhatNeedsALook()
{
    TenantHeadline::Figures expected;
    for (const Tenant &tenant : m_fleet->allTenants()) {
        ++expected.tenants;
        expected.nearLimit += tenant.tightestPercent.value_or(0) >= 90 ? 1 : 0;
        expected.failing += *tenant.podsFailed > 0 ? 1 : 0;
        expected.unsure += tenant.freshness.state != Freshness::State::Live ? 1 : 0;
    }
    QVERIFY(expected.nearLimit > 0 && expected.failing > 0 && expected.unsure > 0);
    QCOMPARE(TenantHeadline::count(*m_fleet->tenants()), expected);
    QCOMPARE(m_panel->findChild<QLabel *>(u"nearLimitCount"_s)->text(), QString::number(expected.nearLimit));
}

void TestTenantsPanel::showsMarkupLiterally()
{
    Tenant tenant = m_fleet->tenant(0);
    tenant.name = u"<h1>x</h1>"_s;
    tenant.owner = u"<a href=y>z</a>"_s;
    m_fleet->tenants()->update({tenant});
    m_panel->openDetail(tenant.key);
    QCOMPARE(m_panel->findChild<QLabel *>(u"detailTitle"_s)->text(), u"<h1>x</h1>"_s);
    for (const QLabel *label : m_panel->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    for (const QWidget *widget : m_panel->findChildren<QWidget *>())
        QVERIFY(!widget->toolTip().contains(u"<h1>"_s) && !widget->toolTip().contains(u"<a "_s));
}

QTEST_MAIN(TestTenantsPanel)
#include "tst_tenantspanel.moc"
