// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tableexport.h"
#include "models/common/tableviewmodel.h"
#include "models/slo/slorow.h"
#include "models/slo/slotablemodel.h"
#include "models/slo/slotiertablemodel.h"
#include "tests/models/slo/readings.h"
#include "tests/support/strict.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <cmath>

using namespace std::chrono_literals;
using namespace Readings;

namespace {

Slo slo(const QString &app, double ratio)
{
    Freshness live;
    live.state = Freshness::State::Live;
    Slo made = SloRow::of(reading(app, ratio), {false, live});
    made.key = app;
    made.tenant = QStringLiteral("oil");
    return made;
}

} // namespace

class TestSloTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void sortsByWhatHurts();
    void exportsTheColumnsThatScriptsUse();
    void writesFiguresAsPeopleReadThem_data();
    void writesFiguresAsPeopleReadThem();
    void explainsThresholdsOfAWindow();
    void drawsTrendsAsText();
    void showsTiers();
};

void TestSloTables::sortsByWhatHurts()
{
    SloTableModel table;
    QAbstractItemModelTester tester(&table);
    Slo empty = slo(QStringLiteral("empty"), 0);
    empty.state = SloTexts::condition(QStringLiteral("no-data"));
    Slo broken = slo(QStringLiteral("broken"), 0);
    broken.state = SloTexts::condition(QStringLiteral("faulty"));
    table.merge({slo(QStringLiteral("fine"), 0), empty, slo(QStringLiteral("worst"), 1), broken,
        slo(QStringLiteral("ticket"), 0.0051), slo(QStringLiteral("page"), 0.1), slo(QStringLiteral("near"), 0.004)});
    TableViewModel view(&table);
    view.sort(table.columnOf(u"state"), Qt::DescendingOrder);
    view.settle();
    QStringList order;
    for (const int row : view.sourceRows())
        order.append(table.key(row));
    QCOMPARE(order,
        (QStringList{QStringLiteral("worst"), QStringLiteral("page"), QStringLiteral("ticket"),
            QStringLiteral("broken"), QStringLiteral("empty"), QStringLiteral("near"), QStringLiteral("fine")}));
    QCOMPARE(table.rowCount(table.index(0, 0)), 0);
}

void TestSloTables::exportsTheColumnsThatScriptsUse()
{
    SloTableModel table;
    QAbstractItemModelTester tester(&table);
    table.merge({slo(QStringLiteral("web"), 0.25)});
    const QByteArray json = TableExport::bytes(table, {0}, ExportFormat::Json);
    for (const char *id : {"tenant", "service", "slo", "objective", "error_ratio", "budget_left", "burn_5m", "burn_30m",
             "burn_1h", "burn_2h", "burn_6h", "burn_1d", "burn_3d", "exhaustion_seconds", "state", "source",
             "freshness", "cluster"})
        QVERIFY2(json.contains(QByteArray("\"" + QByteArray(id) + "\"")), id);
    QVERIFY2(json.contains("0.995") && json.contains("0.25") && json.contains("\"page\""), json.constData());
    QVERIFY(!json.contains("\"trend\""));
}

void TestSloTables::writesFiguresAsPeopleReadThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const char *expected) {
        QTest::newRow(name) << text << QString::fromUtf8(expected);
    };
    row("an objective", SloTexts::ratio(0.999), "99.9 %");
    row("a high objective", SloTexts::ratio(0.99995), "99.995 %");
    row("a whole percentage", SloTexts::ratio(0.25), "25 %");
    row("few errors", SloTexts::ratio(0.000123), "0.012 %");
    row("none", SloTexts::ratio(0), "0 %");
    row("all", SloTexts::ratio(1), "100 %");
    row("violated", SloTexts::ratio(-0.5), "-50 %");
    row("almost nothing", SloTexts::ratio(1e-12), "0 %");
    row("a burn", SloTexts::burn(14.4), "14.4");
    row("a small burn", SloTexts::burn(0.001), "<0.01");
    row("no burn", SloTexts::burn(0), "0");
    row("days and hours", SloTexts::exhaustion(2.5 * 86400), "2 d 12 h");
    row("weeks", SloTexts::exhaustion(15.9 * 86400), "15 d");
    row("hours", SloTexts::exhaustion(7 * 3600 + 60), "7 h 1 min");
    row("minutes", SloTexts::exhaustion(125), "2 min");
    row("seconds", SloTexts::exhaustion(0.5), "1 s");
    row("spent", SloTexts::exhaustion(0), "spent");
    row("never", SloTexts::exhaustion(INFINITY), "never");
    row("a window of minutes", SloTexts::window(5min), "5 min");
    row("a window of days", SloTexts::window(72h), "3 d");
    row("a window of seconds", SloTexts::window(90s), "90 s");
}

void TestSloTables::writesFiguresAsPeopleReadThem()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(text, expected);
}

void TestSloTables::explainsThresholdsOfAWindow()
{
    SloTableModel table;
    table.merge({slo(QStringLiteral("web"), 0.25)});
    const QString tip = table.index(0, table.columnOf(u"burn_6h")).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(QStringLiteral("Above 6 over both 6 h and 30 min it pages.")), qPrintable(tip));
    QVERIFY2(tip.contains(QStringLiteral("Above 1 over both 3 d and 6 h it makes a ticket.")), qPrintable(tip));
    QCOMPARE(table.text(0, table.columnOf(u"burn_1h")), QStringLiteral("50"));
    QCOMPARE(table.text(0, table.columnOf(u"error_ratio")), QStringLiteral("25 %"));
}

void TestSloTables::drawsTrendsAsText()
{
    QCOMPARE(SloTexts::sparkline({0, 0.5F, 1, NAN, 1}), QStringLiteral("▁▅█ █"));
    QCOMPARE(SloTexts::sparkline({0, 0}), QStringLiteral("▁▁"));
    QCOMPARE(SloTexts::sparkline({}), QString());
    SloTableModel table;
    Slo made = slo(QStringLiteral("web"), 0);
    made.trend = {0, 1};
    table.merge({made});
    QCOMPARE(table.index(0, 0).data(SloTableModel::TrendRole).value<QList<float>>(), made.trend);
}

void TestSloTables::showsTiers()
{
    SloTierTableModel table;
    QAbstractItemModelTester tester(&table);
    Slo made = slo(QStringLiteral("web"), 0.1);
    made.windows.removeLast(); // of 3 days: not known
    table.setTiers(SloRow::tiers(made), made.freshness);
    QCOMPARE(table.rowCount(), 4);
    QCOMPARE(table.rowCount(table.index(0, 0)), 0);
    QCOMPARE(table.text(0, table.columnOf(u"long_seconds")), QStringLiteral("1 h"));
    QCOMPARE(table.text(0, table.columnOf(u"factor")), QStringLiteral("14.4"));
    QCOMPARE(table.text(0, table.columnOf(u"long_burn")), QStringLiteral("20"));
    QCOMPARE(table.value(0, table.columnOf(u"state")).value<Condition>().id, QStringLiteral("firing"));
    QCOMPARE(table.value(3, table.columnOf(u"state")).value<Condition>().id, QStringLiteral("unknown"));
    QVERIFY(!table.value(3, table.columnOf(u"long_burn")).isValid());
    Freshness stale;
    stale.state = Freshness::State::Stale;
    table.setTiers(SloRow::tiers(made), stale);
    QCOMPARE(table.rowFreshness(0).state, Freshness::State::Stale);
}

QTEST_GUILESS_MAIN(TestSloTables)
#include "tst_slotables.moc"
