// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/filtertokens.h"
#include "models/common/tablefilter.h"
#include "models/tenants/tenanttablemodel.h"
#include "tests/support/strict.h"

#include <QRandomGenerator>

namespace {

Tenant tenant()
{
    Tenant tenant;
    tenant.key = QStringLiteral("k");
    tenant.name = QStringLiteral("tenant-000");
    tenant.cluster = QStringLiteral("prod:eu");
    tenant.tier = QStringLiteral("Gold");
    tenant.owner = QStringLiteral("team a");
    tenant.podsRunning = 8;
    tenant.cpu.reserved = 1.7;
    tenant.cpu.limit = 2;
    tenant.cpu.used = 0.61;
    tenant.memory.reserved = 3.0 * (1 << 30);
    tenant.memory.limit = 4.0 * (1 << 30);
    tenant.freshness = {Freshness::State::Live, QDateTime::currentDateTimeUtc(), {}};
    return tenant;
}

} // namespace

class TestTableFilter final : public QObject
{
    Q_OBJECT

    TenantTableModel m_model;

    bool accepts(const QString &text) { return TableFilter::parse(text, m_model).accepts(m_model, 0); }

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_model.merge({tenant()});
    }

    void acceptsWhatItSays_data()
    {
        QTest::addColumn<bool>("accepted");
        for (const char *text :
            {"", "  ", "tenant", "GOLD", "gold TEAM", "tenant:000", "TENANT:000", "tenant=tenant-000", "tier=gold",
                "-tier:silver", "\"team a\"", "owner:\"team a\"", "\"prod:eu\"", "cluster:prod:eu", "cpu>80", "cpu>80%",
                "cpu<=85.1", "cpu>1500m", "memory>=3Gi", "memory<3.5G", "memory_reserved=3221225472", "-cpu>90",
                "cpu_used<0.7", "cpu_used=610m", "cpu_percent>84", "pods_running=8", "freshness:li", "freshness=live",
                "fresh:live", "mem>50", "-pods>10", "cost_centre=", "tenant:", "-", "\"", "-silver", "pods_running:8"})
            QTest::newRow(text) << true;
        for (const char *text : {"silver", "-gold", "tier:silver", "tenant=tenant", "cpu>90", "cpu<1500m", "pods>0",
                 "pods<=100", "pods_failed<1", "freshness=li", "freshness:stale", "-tenant", "gold silver",
                 "memory<3Gi", "usage_freshness:live", "owner=", "cpu=40"})
            QTest::newRow(text) << false;
    }

    void acceptsWhatItSays()
    {
        QFETCH(bool, accepted);
        const QString text = QString::fromLatin1(QTest::currentDataTag());
        const TableFilter filter = TableFilter::parse(text, m_model);
        QCOMPARE(filter.problem(), QString());
        QCOMPARE(filter.accepts(m_model, 0), accepted);
    }

    void takesTheExactColumnFirst()
    {
        // cpu is the bar's percent although cpu_used, cpu_limit and others begin so.
        QVERIFY(accepts(QStringLiteral("cpu>84")));
        QVERIFY(!accepts(QStringLiteral("cpu>86")));
    }

    void explainsMistakes_data()
    {
        QTest::addColumn<QString>("problem");
        QTest::newRow("foo:x") << QStringLiteral(
            "There is no column “foo”. Columns are: tenant, cluster, tier, isolation, owner, "
            "cost_centre, namespaces, pods_running, pods_pending, pods_failed, cpu, memory, pods, "
            "tightest, freshness, …. To search for these words, put them in quotes.");
        QTest::newRow("cpu>abc") << QStringLiteral("“abc” is not a number.");
        QTest::newRow("cpu>") << QStringLiteral("A number is missing behind “cpu>”.");
        QTest::newRow("cpu>nan") << QStringLiteral("“nan” is not a number.");
        QTest::newRow("cpu>1e999") << QStringLiteral("“1e999” is not a number.");
        QTest::newRow("tier>3") << QStringLiteral("“tier” holds no figures to compare. Write tier:… to search in it.");
        QTest::newRow("ti:x") << QStringLiteral(
            "“ti” may be any of these columns: tier, tightest, tightest_percent. Type more of its name.");
        QTest::newRow("cpu_used>80%") << QStringLiteral("“80%” is a percentage, but cpu_used is an amount.");
        QTest::newRow("cpu_percent>2Gi") << QStringLiteral("“2Gi” is an amount, but cpu_percent is a percentage.");
    }

    void explainsMistakes()
    {
        QFETCH(QString, problem);
        const TableFilter filter = TableFilter::parse(QString::fromLatin1(QTest::currentDataTag()), m_model);
        QCOMPARE(filter.problem(), problem);
        QVERIFY(filter.accepts(m_model, 0)); // a half-typed filter must not empty the table
    }

    void readsFiguresWithUnits_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("unit");
        using Unit = FilterFigure::Unit;
        QTest::newRow("80") << 80.0 << int(Unit::None);
        QTest::newRow("80%") << 80.0 << int(Unit::Percent);
        QTest::newRow("500m") << 0.5 << int(Unit::Amount);
        QTest::newRow("2Gi") << 2147483648.0 << int(Unit::Amount);
        QTest::newRow("1.5G") << 1.5e9 << int(Unit::Amount);
        QTest::newRow("1e3") << 1000.0 << int(Unit::None);
        QTest::newRow("1E") << 1e18 << int(Unit::Amount);
        QTest::newRow("-.5") << -0.5 << int(Unit::None);
    }

    void readsFiguresWithUnits()
    {
        QFETCH(double, value);
        QFETCH(int, unit);
        const auto figure = filterFigure(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(figure);
        QCOMPARE(figure->value, value);
        QCOMPARE(int(figure->unit), unit);
    }

    void refusesWhatIsNoFigure()
    {
        for (const char *text : {"", "%", "0x10", "1,5", "inf", "1 2", "2Gb", "--1", "1e"})
            QVERIFY2(!filterFigure(QString::fromLatin1(text)), text);
    }

    void survivesAnyText()
    {
        const QString alphabet = QStringLiteral("tcpu:=<>-\"%. 0159GimM_é\\\t😀");
        QRandomGenerator random(42);
        for (int round = 0; round < 20000; ++round) {
            QString text;
            for (int i = random.bounded(24); i > 0; --i)
                text += alphabet.at(random.bounded(int(alphabet.size())));
            const TableFilter filter = TableFilter::parse(text, m_model);
            const bool accepted = filter.accepts(m_model, 0);
            QVERIFY2(accepted || (filter.problem().isEmpty() && !filter.empty()), qPrintable(text));
        }
    }

    void tokensReadBackAsWritten()
    {
        QRandomGenerator random(7);
        const QStringList signs{QStringLiteral(":"), QStringLiteral("="), QStringLiteral("<"), QStringLiteral("<="),
            QStringLiteral(">"), QStringLiteral(">=")};
        const QStringList words{QStringLiteral("a b"), QStringLiteral("x:y"), QStringLiteral("80%"),
            QStringLiteral("-1"), QStringLiteral("é"), QStringLiteral("a>b")};
        for (int round = 0; round < 1000; ++round) {
            QList<FilterToken> tokens;
            QString text;
            for (int i = random.bounded(1, 5); i > 0; --i) {
                FilterToken token;
                token.negated = random.bounded(2) == 0;
                token.text = words.at(random.bounded(int(words.size())));
                if (random.bounded(2) == 0) {
                    token.column = QStringLiteral("cpu_used");
                    token.sign = signs.at(random.bounded(int(signs.size())));
                }
                text += QLatin1String(token.negated ? "-" : "") + token.column + token.sign + u'"' + token.text
                    + QLatin1String("\" ");
                tokens.append(token);
            }
            QCOMPARE(filterTokens(text), tokens);
        }
    }
};

QTEST_GUILESS_MAIN(TestTableFilter)
#include "tst_tablefilter.moc"
