// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/slo/definition.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace SloSpec;
using namespace std::chrono_literals;

class TestDefinition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void asksForTheRatioOfEvents()
    {
        Definition slo;
        slo.errorQuery = QStringLiteral("sum(rate(bad[{{.window}}]))");
        slo.totalQuery = QStringLiteral("sum(rate(all[{{ .window }}]))");
        QCOMPARE(errorRatio(slo, 5min),
            QStringLiteral("(sum(rate(bad[5m]))) / (sum(rate(all[5m]))) or ((sum(rate(all[5m]))) > 0) * 0"));
        QCOMPARE(eventCount(slo, 1h), QStringLiteral("(sum(rate(all[1h]))) * 3600"));
    }

    void countsEachEventOnce()
    {
        Definition slo;
        slo.errorQuery = QStringLiteral("bad");
        for (const char *query : {"sum(increase(all[{{.window}}]))", "sum(sum_over_time(all[{{.window}}]))"}) {
            slo.totalQuery = QString::fromLatin1(query);
            QCOMPARE(eventCount(slo, 1h),
                QString(u'(' + QString::fromLatin1(query) + u')')
                    .replace(QStringLiteral("{{.window}}"), QStringLiteral("1h")));
        }
        slo.totalQuery = QStringLiteral("sum(rate(all_increase[{{.window}}]))"); // a name, no function
        QVERIFY(eventCount(slo, 1h).endsWith(QStringLiteral(" * 3600")));
    }

    void aCommentSwallowsNothing()
    {
        Definition slo;
        slo.errorQuery = QStringLiteral("bad[{{.window}}] # really bad");
        slo.totalQuery = QStringLiteral("all[{{.window}}]");
        QCOMPARE(errorRatio(slo, 5min), QStringLiteral("(bad[5m] # really bad\n) / (all[5m]) or ((all[5m]) > 0) * 0"));
    }

    void takesARatioAsItIs()
    {
        Definition slo;
        slo.errorRatioQuery = QStringLiteral("1 - avg(avg_over_time(probe_success[{{.window}}]))");
        QCOMPARE(errorRatio(slo, 90min), QStringLiteral("1 - avg(avg_over_time(probe_success[1h30m]))"));
        QVERIFY(eventCount(slo, 1h).isEmpty());
    }

    void slicesTime()
    {
        Definition slo;
        slo.errorRatioQuery = QStringLiteral("bad[{{.window}}]");
        slo.sliceWindow = 1min;
        slo.sliceTarget = 0.95;
        slo.budgeting = Definition::Budgeting::RatioTimeslices;
        QCOMPARE(errorRatio(slo, 1h), QStringLiteral("avg_over_time(((bad[1m]) >= 0)[1h:1m])"));
        slo.budgeting = Definition::Budgeting::Timeslices;
        QCOMPARE(errorRatio(slo, 1h), QStringLiteral("avg_over_time((((bad[1m]) >= 0) > bool 0.05)[1h:1m])"));
        // Less than a slice there is not.
        QCOMPARE(errorRatio(slo, 30s), QStringLiteral("avg_over_time((((bad[1m]) >= 0) > bool 0.05)[1m:1m])"));
    }

    void asksNothingForAFaultyOne()
    {
        Definition slo;
        slo.errorRatioQuery = QStringLiteral("bad[{{.window}}]");
        slo.totalQuery = slo.errorRatioQuery;
        slo.problem = QStringLiteral("Line 1, column 1: Nothing is right.");
        QVERIFY(errorRatio(slo, 1h).isEmpty());
        QVERIFY(eventCount(slo, 1h).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDefinition)
#include "tst_definition.moc"
