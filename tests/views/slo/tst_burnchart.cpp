// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strict.h"
#include "views/charts/burnchart.h"
#include "views/charts/burnplot.h"
#include "views/slo/slocelldelegate.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>

#include <cmath>

using namespace std::chrono_literals;

namespace {

SloCourse course()
{
    SloCourse made;
    made.key = QStringLiteral("x");
    made.from = 0;
    made.to = 600'000;
    made.step = 60s;
    made.budget = {{0, 1}, {60'000, 0.9}, {120'000, 0.75}};
    made.burn = {{300s, {{0, 1}, {60'000, 2}, {240'000, 20}, {300'000, 10}}}, {3600s, {{0, 1}, {60'000, 1}}}};
    return made;
}

QList<SloTier> tiers()
{
    return {{3600s, 300s, 14.4, true, 10.0, 20.0, false}, {21600s, 1800s, 6, true, {}, {}, {}}};
}

QList<ChartMarker> markers()
{
    const auto at = [](qint64 time) { return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC); };
    return {{at(60'000), QStringLiteral("change"), QStringLiteral("Deployment shop/web <b>scaled</b>.")},
        {at(240'000), QStringLiteral("revision"), QStringLiteral("Revision 7 of shop/web.")},
        {at(9'000'000), QStringLiteral("alert"), QStringLiteral("Later.")}};
}

QStringList seriesOf(const BurnPlot *plot)
{
    QStringList names;
    for (const QAbstractSeries *series : plot->chart()->series())
        names.append(series->name());
    return names;
}

} // namespace

class TestBurnChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void liftsThePenAtGaps();
    void drawsThresholds();
    void hidesABudgetThatIsNotKnown();
    void tellsMarkersToTheKeyboard();
    void tellsMarkersToThePointer();
    void tellsAlertsFromChanges();
    void keepsTheMarkThatIsRead();
    void saysItInWords();
    void marksRoundTimes();
    void drawsTrendsWithGaps();
};

void TestBurnChart::liftsThePenAtGaps()
{
    BurnChart chart(nullptr);
    chart.setCourse(course(), {});
    const auto *plot = chart.findChild<BurnPlot *>(QStringLiteral("burnPlot"));
    QCOMPARE(seriesOf(plot), (QStringList{QStringLiteral("5 min"), QStringLiteral("5 min"), QStringLiteral("1 h")}));
}

void TestBurnChart::drawsThresholds()
{
    BurnChart chart(nullptr);
    chart.setCourse(course(), tiers());
    const auto *plot = chart.findChild<BurnPlot *>(QStringLiteral("burnPlot"));
    QVERIFY(seriesOf(plot).contains(QStringLiteral("14.4 over 1 h and 5 min")));
    QVERIFY(seriesOf(plot).contains(QStringLiteral("6 over 6 h and 30 min")));
}

void TestBurnChart::hidesABudgetThatIsNotKnown()
{
    BurnChart chart(nullptr);
    SloCourse unknown = course();
    unknown.budget.clear();
    chart.setCourse(unknown, tiers());
    QVERIFY(!chart.findChild<BurnPlot *>(QStringLiteral("budgetPlot"))->isVisibleTo(&chart));
    chart.setCourse(course(), tiers());
    QVERIFY(chart.findChild<BurnPlot *>(QStringLiteral("budgetPlot"))->isVisibleTo(&chart));
}

void TestBurnChart::tellsMarkersToTheKeyboard()
{
    BurnChart chart(nullptr);
    chart.resize(500, 400);
    chart.show();
    chart.setCourse(course(), tiers());
    chart.setMarkers(markers());
    const auto *caption = chart.findChild<QLabel *>(QStringLiteral("burnCaption"));
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.currentMarker(), 0);
    QCOMPARE(caption->text(), markers()[0].sentence);
    QCOMPARE(caption->textFormat(), Qt::PlainText);
    QCOMPARE(chart.accessibleDescription(), markers()[0].sentence);
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.currentMarker(), 2);
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(caption->text(), markers()[1].sentence);
}

void TestBurnChart::tellsMarkersToThePointer()
{
    BurnChart chart(nullptr);
    chart.resize(500, 400);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    chart.setCourse(course(), tiers());
    chart.setMarkers(markers());
    auto *plot = chart.findChild<BurnPlot *>(QStringLiteral("burnPlot"));
    QVERIFY(plot->placeOf(2).x() < 0); // it is not in the time that is drawn
    const QPoint place = plot->placeOf(1).toPoint() + QPoint(2, 20);
    QTest::mouseMove(plot->viewport(), place);
    QTRY_COMPARE(chart.currentMarker(), 1);
    QTest::mouseMove(plot->viewport(), QPoint(place.x() + 40, place.y()));
    QTRY_COMPARE(chart.currentMarker(), -1);
    QVERIFY(!chart.grab().toImage().isNull());
}

void TestBurnChart::tellsAlertsFromChanges()
{
    const auto shape = [](const char *kind) { return BurnPlot::signOf(QString::fromLatin1(kind)).shape; };
    QVERIFY(shape("alert") != shape("change"));
    QVERIFY(shape("alert") != shape("revision"));
    QVERIFY(shape("alert") != shape("note"));
    BurnChart chart(nullptr);
    chart.setCourse(course(), tiers());
    QVERIFY(!chart.accessibleDescription().contains(QStringLiteral("Marks")));
    chart.setMarkers(markers());
    QVERIFY2(chart.accessibleDescription().endsWith(
                 QStringLiteral("Marks: changes 1, new revisions 1, alerts 1. Left and Right go through them.")),
        qPrintable(chart.accessibleDescription()));
}

void TestBurnChart::keepsTheMarkThatIsRead()
{
    BurnChart chart(nullptr);
    chart.setCourse(course(), tiers());
    chart.setMarkers(markers());
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.currentMarker(), 1);
    QList<ChartMarker> more = markers();
    more.insert(1, {QDateTime::fromMSecsSinceEpoch(90'000, Qt::UTC), QStringLiteral("alert"), QStringLiteral("New.")});
    chart.setMarkers(more);
    QCOMPARE(chart.currentMarker(), 2);
    QCOMPARE(chart.accessibleDescription(), markers()[1].sentence);
    more.remove(2);
    chart.setMarkers(more);
    QCOMPARE(chart.currentMarker(), -1);
}

void TestBurnChart::saysItInWords()
{
    const QString words = BurnChart::summary(course());
    QVERIFY2(words.contains(QStringLiteral("Over 5 min it burns at 10 now; the highest was 20 at")), qPrintable(words));
    QVERIFY(words.contains(QStringLiteral("75 % of the budget is left.")));
    SloCourse failed;
    failed.problem = QStringLiteral("No answer.");
    QCOMPARE(BurnChart::summary(failed), QStringLiteral("No answer."));
    BurnChart chart(nullptr);
    chart.setCourse(failed, {});
    QCOMPARE(chart.findChild<QLabel *>(QStringLiteral("burnCaption"))->text(), QStringLiteral("No answer."));
}

void TestBurnChart::marksRoundTimes()
{
    const QList<qint64> marks = BurnPlot::timeMarks(1, 3'600'000);
    QCOMPARE(marks.constFirst(), 600'000);
    QVERIFY(marks.size() <= 6);
    QVERIFY(BurnPlot::timeMarks(5, 5).isEmpty());
    QVERIFY(BurnPlot::timeMarks(0, qint64(3) * 365 * 86400 * 1000).size() <= 6);
}

void TestBurnChart::drawsTrendsWithGaps()
{
    const auto lines = SloTrendDelegate::lines({0, 1, NAN, 0.5F}, QRectF(0, 0, 30, 10));
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0], QPolygonF({QPointF(0, 10), QPointF(10, 0)}));
    QCOMPARE(lines[1], QPolygonF({QPointF(30, 5)}));
    QVERIFY(SloTrendDelegate::lines({}, QRectF(0, 0, 30, 10)).isEmpty());
}

QTEST_MAIN(TestBurnChart)
#include "tst_burnchart.moc"
