// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/format.h"
#include "models/common/tableviewmodel.h"
#include "tests/support/strict.h"
#include "tests/views/samplefleet.h"
#include "views/common/columnmenu.h"
#include "views/common/tableheader.h"
#include "views/common/tableview.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QToolTip>

using namespace Qt::StringLiterals;

class TestTableView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_table.reset(), m_tester.reset(), m_rows.reset(), m_fleet.reset(); }
    void headerStateSurvivesARoundTrip();
    void headerStateOfAnotherVersionStillFits();
    void rubbishIsNoHeaderState();
    void copiesTabSeparatedValues();
    void copyKeepsLinesAndCellsWhole();
    void selectionSurvivesAMerge();
    void sortsFirstByWhatTheColumnSays();
    void opensByEnterAndDoubleClick();
    void spaceSelects();
    void columnsAreChosenByKeyboard();
    void rowsAreAsHighAsChosen();
    void tooltipsShowMarkupLiterally();
    void fitsIntoItsWindow();
    void widensForWhatArrivesLater();

private:
    std::unique_ptr<SampleFleet> m_fleet;
    std::unique_ptr<TableViewModel> m_rows;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<TableView> m_table;

    [[nodiscard]] int column(const char *id) const { return m_fleet->tenants()->columnOf(QString::fromLatin1(id)); }
    [[nodiscard]] QString shown(int row, const char *id) const
    {
        return m_rows->index(row, column(id)).data().toString();
    }
};

void TestTableView::init()
{
    failOnUnexpectedWarnings();
    m_fleet = std::make_unique<SampleFleet>();
    m_rows = std::make_unique<TableViewModel>(m_fleet->tenants());
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_rows.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(m_rows->rowCount(m_rows->index(0, 0)), 0);
    m_table = std::make_unique<TableView>(m_rows.get(), u"Tenants"_s, nullptr);
    m_table->resize(1400, 600);
    m_table->sortBy(u"tenant"_s, Qt::AscendingOrder);
    m_table->show();
    m_table->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
    m_table->setFocus();
}

void TestTableView::headerStateSurvivesARoundTrip()
{
    m_table->showColumn(column("tier"), false);
    m_table->showColumn(column("cpu_used"), true);
    m_table->horizontalHeader()->moveSection(2, 5);
    m_table->sortBy(u"cpu"_s, Qt::DescendingOrder);
    const HeaderState state = m_table->headerState();
    QCOMPARE(HeaderState::fromBytes(state.toBytes()), state);

    TableView other(m_rows.get(), u"Tenants"_s, nullptr);
    other.setHeaderState(HeaderState::fromBytes(state.toBytes()));
    QCOMPARE(other.headerState(), state);
    QVERIFY(other.isColumnHidden(column("tier")));
    QVERIFY(!other.isColumnHidden(column("cpu_used")));
    QCOMPARE(other.horizontalHeader()->sortIndicatorSection(), column("cpu"));
}

void TestTableView::headerStateOfAnotherVersionStillFits()
{
    HeaderState state;
    state.sections = {{u"moon_phase"_s, 90, true}, {u"freshness"_s, 222, true}, {u"tenant"_s, 111, false}};
    state.sortId = u"moon_phase"_s;
    m_table->setHeaderState(state);
    QCOMPARE(m_table->horizontalHeader()->visualIndex(column("freshness")), 0);
    QCOMPARE(m_table->horizontalHeader()->visualIndex(column("tenant")), 1);
    QCOMPARE(m_table->columnWidth(column("freshness")), 222);
    QCOMPARE(m_table->columnWidth(column("tenant")), 111);
    QVERIFY(!m_table->isColumnHidden(column("tenant"))); // what a row is called is always shown
    QVERIFY(!m_table->isColumnHidden(column("owner")));
    QCOMPARE(m_table->horizontalHeader()->sortIndicatorSection(), column("tenant"));
}

void TestTableView::rubbishIsNoHeaderState()
{
    QVERIFY(HeaderState::fromBytes({}).isEmpty());
    QVERIFY(HeaderState::fromBytes("not ours at all").isEmpty());
    QByteArray cut = m_table->headerState().toBytes();
    cut.chop(3);
    QVERIFY(HeaderState::fromBytes(cut).isEmpty());
    const HeaderState before = m_table->headerState();
    m_table->setHeaderState({});
    QCOMPARE(m_table->headerState(), before);
}

void TestTableView::copiesTabSeparatedValues()
{
    m_table->resetColumns();
    m_table->makeCurrent(m_fleet->tenant(0).key);
    m_table->selectionModel()->select(m_rows->index(1, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTest::keyClick(m_table.get(), Qt::Key_C, Qt::ControlModifier);
    QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(0).split(u'\t').first(), u"tenant-000"_s);
    QCOMPARE(lines.at(1).split(u'\t').first(), u"tenant-001"_s);
    QCOMPARE(lines.at(0).split(u'\t').at(2), u"gold"_s);

    QTest::keyClick(m_table.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(0).split(u'\t').first(), m_fleet->tenants()->title(0));
    QCOMPARE(lines.at(0).count(u'\t'), lines.at(1).count(u'\t'));
}

void TestTableView::copyKeepsLinesAndCellsWhole()
{
    Tenant tenant = m_fleet->tenant(0);
    tenant.owner = u"two\tcells\nand lines"_s;
    m_fleet->tenants()->update({tenant});
    m_table->makeCurrent(tenant.key);
    const QString text = m_table->selectionAsText(TableView::Headers::Without);
    QVERIFY(!text.contains(u'\n'));
    QVERIFY2(text.contains(u"two cells and lines"_s), qPrintable(text));
}

void TestTableView::selectionSurvivesAMerge()
{
    m_table->makeCurrent(m_fleet->tenant(5).key);
    QCOMPARE(m_table->selectedKeys(), QStringList{m_fleet->tenant(5).key});
    QList<Tenant> tenants = m_fleet->allTenants();
    tenants.removeFirst();
    for (Tenant &tenant : tenants)
        tenant.cpu.used = 0.01;
    std::reverse(tenants.begin(), tenants.end());
    m_fleet->tenants()->merge(tenants);
    QCOMPARE(m_table->selectedKeys(), QStringList{m_fleet->tenant(5).key});
    QCOMPARE(m_table->currentKey(), m_fleet->tenant(5).key);
}

void TestTableView::sortsFirstByWhatTheColumnSays()
{
    QHeaderView *header = m_table->horizontalHeader();
    const auto click = [header](int section) {
        const QPoint at(header->sectionViewportPosition(section) + 20, 10);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier, at);
    };
    click(column("cpu"));
    QCOMPARE(header->sortIndicatorSection(), column("cpu"));
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    click(column("cpu"));
    QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
    click(column("owner"));
    QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
}

void TestTableView::opensByEnterAndDoubleClick()
{
    QSignalSpy opened(m_table.get(), &TableView::opened);
    m_table->makeCurrent(m_fleet->tenant(2).key);
    QTest::keyClick(m_table.get(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(0).toString(), m_fleet->tenant(2).key);
    const QPoint at = m_table->visualRect(m_rows->index(3, 0)).center();
    QTest::mouseDClick(m_table->viewport(), Qt::LeftButton, Qt::NoModifier, at);
    QCOMPARE(opened.size(), 2);
    QCOMPARE(opened.at(1).at(0).toString(), m_fleet->tenant(3).key);
}

void TestTableView::spaceSelects()
{
    m_table->makeCurrent(m_fleet->tenant(2).key);
    m_table->clearSelection();
    QTest::keyClick(m_table.get(), Qt::Key_Space);
    QCOMPARE(m_table->selectedKeys(), QStringList{m_fleet->tenant(2).key});
}

void TestTableView::columnsAreChosenByKeyboard()
{
    ColumnMenu menu(m_table.get(), m_table.get());
    menu.popup({});
    auto *tier = menu.findChild<QAction *>(u"tier"_s);
    QVERIFY(tier->isChecked());
    QVERIFY(!menu.findChild<QAction *>(u"tenant"_s)->isEnabled());
    menu.setActiveAction(tier);
    QTest::keyClick(&menu, Qt::Key_Space);
    QVERIFY(m_table->isColumnHidden(column("tier")));
    QVERIFY(menu.isVisible()); // stays for the next column
    QTest::keyClick(&menu, Qt::Key_Return);
    QVERIFY(!m_table->isColumnHidden(column("tier")));
}

void TestTableView::rowsAreAsHighAsChosen()
{
    QCOMPARE(m_table->rowHeight(0), 24);
    m_table->setRowHeight(TableView::RowHeight::Comfortable);
    QCOMPARE(m_table->rowHeight(0), 32);
}

void TestTableView::tooltipsShowMarkupLiterally()
{
    Tenant tenant = m_fleet->tenant(0);
    tenant.owner = u"<h1>owner</h1>"_s;
    m_fleet->tenants()->update({tenant});
    const QPoint at = m_table->visualRect(m_rows->index(0, column("owner"))).center();
    QHelpEvent event(QEvent::ToolTip, at, m_table->viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(m_table->viewport(), &event);
    QVERIFY(QToolTip::text().contains(u"&lt;h1&gt;"_s));
    QVERIFY(!QToolTip::text().contains(u"<h1>"_s));
}

void TestTableView::fitsIntoItsWindow()
{
    m_table->resize(1900, 600);
    const int wide = m_table->columnWidth(column("memory"));
    m_table->resize(1100, 600);
    QVERIFY2(m_table->columnWidth(column("memory")) < wide, qPrintable(QString::number(wide)));
    QCOMPARE(shown(0, "tenant"), u"tenant-000"_s);
    QCOMPARE(ColumnFit::widths({{50, 100}, {100, 100}, {20, 100}}, 300), (QList<int>{100, 100, 100}));
    QCOMPARE(ColumnFit::widths({{50, 100}, {100, 100}, {20, 100}}, 170), (QList<int>{50, 100, 20}));
    QCOMPARE(ColumnFit::widths({{50, 100}, {100, 100}, {20, 100}}, 10), (QList<int>{50, 100, 20}));
    // A width that the person gave stays.
    QHeaderView *header = m_table->horizontalHeader();
    const QPoint edge(header->sectionViewportPosition(column("tier")) + header->sectionSize(column("tier")) - 1, 10);
    QTest::mousePress(header->viewport(), Qt::LeftButton, Qt::NoModifier, edge);
    QTest::mouseMove(header->viewport(), edge + QPoint(40, 0));
    QTest::mouseRelease(header->viewport(), Qt::LeftButton, Qt::NoModifier, edge + QPoint(40, 0));
    const int chosen = m_table->columnWidth(column("tier"));
    m_table->resize(1000, 600);
    QCOMPARE(m_table->columnWidth(column("tier")), chosen);
    QVERIFY(m_table->headerState().sections.at(2).width == chosen);
    const QList<int> between = ColumnFit::widths({{50, 100}, {100, 100}, {20, 100}}, 235);
    QCOMPARE(between.at(0) + between.at(1) + between.at(2), 235);
}

void TestTableView::widensForWhatArrivesLater()
{
    QList<Tenant> tenants = m_fleet->allTenants();
    for (Tenant &tenant : tenants)
        tenant.tightest = u"pods"_s;
    m_fleet->tenants()->merge(tenants);
    m_table->resetColumns();
    const int narrow = m_table->columnWidth(column("tightest"));
    tenants[0].tightest = u"requests.memory"_s; // the quotas are read after the namespaces
    m_fleet->tenants()->update({tenants[0]});
    QTRY_VERIFY(m_table->columnWidth(column("tightest")) > narrow);
    const int wide = m_table->columnWidth(column("tightest"));
    tenants[0].tightest = u"pods"_s;
    tenants[0].costCentre = u"cost centre 4711"_s;
    const int before = m_table->columnWidth(column("cost_centre"));
    m_fleet->tenants()->update({tenants[0]});
    QTRY_VERIFY(m_table->columnWidth(column("cost_centre")) > before);
    QCOMPARE(m_table->columnWidth(column("tightest")), wide); // what comes and goes moves nothing
}

QTEST_MAIN(TestTableView)
#include "tst_tableview.moc"
