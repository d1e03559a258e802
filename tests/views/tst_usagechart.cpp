// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strict.h"
#include "tests/views/samplefleet.h"
#include "views/charts/chartscale.h"
#include "views/charts/trendchart.h"
#include "views/charts/usagechart.h"

#include <QLabel>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QLineSeries>

using namespace Qt::StringLiterals;

namespace {
QList<QLineSeries *> seriesNamed(const TrendChart *chart, const QString &name)
{
    QList<QLineSeries *> result;
    for (QAbstractSeries *series : chart->chart()->series()) {
        if (series->name() == name)
            result.append(qobject_cast<QLineSeries *>(series));
    }
    return result;
}
} // namespace

class TestUsageChart final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void drawsTheLimitAsADashedLine();
    void liftsThePenOverAGap();
    void showsAPointThatStandsAlone();
    void saysWhyThereIsNothing();
    void describesItselfInWords();
    void axesAreRound();
};

void TestUsageChart::drawsTheLimitAsADashedLine()
{
    SampleFleet fleet;
    UsageHistory history = fleet.history(u"a"_s);
    history.cpuLimit = 2;
    UsageChart chart(nullptr);
    chart.setHistory(history);
    const auto limits = seriesNamed(chart.cpu(), u"limit"_s);
    QCOMPARE(limits.size(), 1);
    QCOMPARE(limits.first()->pen().style(), Qt::DashLine);
    QCOMPARE(limits.first()->at(0), QPointF(static_cast<double>(history.from), 2));
    QCOMPARE(limits.first()->at(1), QPointF(static_cast<double>(history.to), 2));
    QCOMPARE(seriesNamed(chart.memory(), u"limit"_s).size(), 0);
    history.cpuLimit.reset();
    chart.setHistory(history);
    QCOMPARE(seriesNamed(chart.cpu(), u"limit"_s).size(), 0);
}

void TestUsageChart::liftsThePenOverAGap()
{
    SampleFleet fleet;
    const UsageHistory history = fleet.history(u"a"_s);
    UsageChart chart(nullptr);
    chart.setHistory(history);
    const auto lines = seriesNamed(chart.cpu(), u"used"_s);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(0)->count() + lines.at(1)->count(), history.cpu.size());
    const double gap = lines.at(1)->at(0).x() - lines.at(0)->points().constLast().x();
    QCOMPARE(gap, 6 * 15000.0);
}

void TestUsageChart::showsAPointThatStandsAlone()
{
    const auto segments = ChartScale::segments({{0, 1}, {15000, 2}, {60000, 3}, {120000, 4}}, std::chrono::seconds(15));
    QCOMPARE(segments.size(), 3);
    QCOMPARE(segments.at(0).size(), 2);
    QVERIFY(ChartScale::segments({}, std::chrono::seconds(15)).isEmpty());
    UsageHistory history;
    history.to = 900000;
    history.cpu = {{60000, 3}};
    UsageChart chart(nullptr);
    chart.setHistory(history);
    QVERIFY(seriesNamed(chart.cpu(), u"used"_s).first()->pointsVisible());
}

void TestUsageChart::saysWhyThereIsNothing()
{
    UsageChart chart(nullptr);
    chart.show();
    UsageHistory history;
    history.problem = u"No Prometheus is set for <b>world</b>. Name one in the settings."_s;
    chart.setHistory(history);
    auto *label = chart.findChild<QLabel *>(u"chartProblem"_s);
    QVERIFY(label->isVisible());
    QCOMPARE(label->text(), history.problem);
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QVERIFY(!chart.cpu()->isVisible());
    SampleFleet fleet;
    chart.setHistory(fleet.history(u"a"_s));
    QVERIFY(!label->isVisible());
    QVERIFY(chart.cpu()->isVisible());
}

void TestUsageChart::describesItselfInWords()
{
    UsageHistory history;
    history.to = 900000;
    history.cpu = {{0, 0.5}, {15000, 0.75}};
    history.cpuLimit = 2;
    UsageChart chart(nullptr);
    chart.setHistory(history);
    QVERIFY(chart.accessibleDescription().contains(u"0.75"_s));
    QVERIFY(chart.accessibleDescription().contains(u"limit 2"_s));
    QVERIFY(chart.accessibleDescription().contains(u"unknown"_s)); // memory was not measured: not zero
}

void TestUsageChart::axesAreRound()
{
    QCOMPARE(ChartScale::marks(2.2, CellKind::Cores), (QList<double>{0, 1, 2, 3}));
    constexpr double gibi = 1024.0 * 1024 * 1024;
    QCOMPARE(ChartScale::marks(1.5 * gibi, CellKind::Bytes), (QList<double>{0, 0.5 * gibi, gibi, 1.5 * gibi}));
    QVERIFY(ChartScale::marks(0, CellKind::Cores).last() > 0);
    QVERIFY(ChartScale::marks(std::numeric_limits<double>::infinity(), CellKind::Cores).size() < 10);
    QCOMPARE(ChartScale::timeMarks(1, 900000), (QList<qint64>{300000, 600000, 900000}));
}

QTEST_MAIN(TestUsageChart)
#include "tst_usagechart.moc"
