// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/slorow.h"
#include "tests/models/slo/readings.h"
#include "tests/support/strict.h"

#include <QTest>

#include <cmath>

using namespace Readings;
using namespace std::chrono_literals;

namespace {
const SloRow::Answer live{false, {Freshness::State::Live, {}, 0ms}};
}

class TestSloRow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void saysWhichBoundAHistogramLacks();
    void saysWhichDefinitionCannotBeLimitedToACluster();
    void followsACalendar();
};

void TestSloRow::saysWhichBoundAHistogramLacks()
{
    Prometheus::SloReading lacking = reading(QStringLiteral("web"), 0.5); // would page, were it what is meant
    lacking.missingBound = {QStringLiteral("http_request_duration_seconds"), QStringLiteral("0.5"), {}};
    lacking.trend = {0.5F};
    Slo slo = SloRow::of(lacking, live);
    QCOMPARE(slo.state.id, QStringLiteral("faulty"));
    QVERIFY(slo.windows.isEmpty());
    QVERIFY(!slo.errorRatio);
    QVERIFY(!slo.budgetLeft);
    QVERIFY(slo.trend.isEmpty());
    QVERIFY(slo.problem.startsWith(QStringLiteral(
        "http_request_duration_seconds has no bucket with the bound 0.5 here, so nothing can be counted by it.")));
    lacking.missingBound->known = {QStringLiteral("0.25"), QStringLiteral("1")};
    slo = SloRow::of(lacking, live);
    QVERIFY2(
        slo.problem.contains(QStringLiteral("Its bounds are 0.25, 1: write one of them")), qPrintable(slo.problem));
    lacking.missingBound.reset(); // the service has got it
    slo = SloRow::of(lacking, live);
    QCOMPARE(slo.state.id, QStringLiteral("page"));
    QCOMPARE(slo.problem, QString());
}

void TestSloRow::saysWhichDefinitionCannotBeLimitedToACluster()
{
    Prometheus::SloReading odd = reading(QStringLiteral("web"), 0);
    odd.windows.clear();
    odd.unselected = QStringLiteral("13: keep_metric_names");
    Slo slo = SloRow::of(odd, live);
    QCOMPARE(slo.state.id, QStringLiteral("faulty"));
    QVERIFY2(slo.problem.contains(QStringLiteral("from character 13: keep_metric_names on")), qPrintable(slo.problem));
}

void TestSloRow::followsACalendar()
{
    // A third of 30 days has gone, with twice the errors that the budget allows: two thirds are spent.
    Prometheus::SloReading monthly = reading(QStringLiteral("web"), 0);
    monthly.periodErrorRatio = 0.01;
    monthly.calendar = {240h, 720h};
    monthly.windows = {window(5, 0.005)}; // exactly on track: lasts 10 days more, of 20
    Slo slo = SloRow::of(monthly, live);
    QVERIFY(std::abs(*slo.budgetLeft - 1.0 / 3) < 1e-9);
    QVERIFY(std::abs(*slo.exhaustionSeconds - 10 * 86400.0) < 2);
    monthly.windows = {window(5, 0.002)}; // lasts 25 days: the next month comes first
    slo = SloRow::of(monthly, live);
    QVERIFY(std::isinf(*slo.exhaustionSeconds));
    monthly.periodErrorRatio.reset();
    slo = SloRow::of(monthly, live);
    QVERIFY(!slo.budgetLeft);
}

QTEST_GUILESS_MAIN(TestSloRow)
#include "tst_slorow.moc"
