// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/tablewriter.h"
#include "tests/support/strict.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

using namespace Records;

namespace {

Table oneCell(const Cell &cell)
{
    return {{{QStringLiteral("a"), QStringLiteral("A"), TableColumn::Align::Left}}, {{cell}}};
}

QByteArray jsonOf(const Cell &cell)
{
    const QByteArray all = toJson(oneCell(cell));
    const QByteArray start = "[\n  {\"a\": ";
    const QByteArray end = "}\n]\n";
    return all.startsWith(start) && all.endsWith(end) ? all.mid(start.size(), all.size() - start.size() - end.size())
                                                      : all;
}

QByteArray csvOf(const Cell &cell)
{
    const QByteArray all = toCsv(oneCell(cell));
    return all.startsWith("a\r\n") && all.endsWith("\r\n") ? all.mid(3, all.size() - 5) : all;
}

} // namespace

class TestTableWriter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void writesRealsShortAndPlain_data()
    {
        QTest::addColumn<double>("real");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("whole") << 2.0 << QByteArray("2");
        QTest::newRow("bytes") << 805306368.0 << QByteArray("805306368");
        QTest::newRow("decimal") << 0.61 << QByteArray("0.61");
        QTest::newRow("shortest") << 0.1 + 0.2 << QByteArray("0.30000000000000004");
        QTest::newRow("large") << 1e18 << QByteArray("1000000000000000000");
        QTest::newRow("huge") << 1e28 << QByteArray("1e+28");
        QTest::newRow("nano") << 1e-9 << QByteArray("0.000000001");
        QTest::newRow("minus zero") << -0.0 << QByteArray("0");
        QTest::newRow("negative") << -1.5 << QByteArray("-1.5");
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << QByteArray("null");
        QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN() << QByteArray("null");
    }

    void writesRealsShortAndPlain()
    {
        QFETCH(double, real);
        QFETCH(QByteArray, json);
        QCOMPARE(jsonOf(real), json);
        QCOMPARE(csvOf(real), json == "null" ? QByteArray() : json);
    }

    void writesTimesInUtc()
    {
        const QDateTime moment(QDate(2026, 11, 21), QTime(14, 2, 11), Qt::UTC);
        QCOMPARE(jsonOf(moment), QByteArray("\"2026-11-21T14:02:11Z\""));
        QCOMPARE(jsonOf(moment.addMSecs(5)), QByteArray("\"2026-11-21T14:02:11.005Z\""));
        QCOMPARE(jsonOf(moment.toOffsetFromUtc(3600)), QByteArray("\"2026-11-21T14:02:11Z\""));
        QCOMPARE(jsonOf(QDateTime()), QByteArray("null"));
    }

    void keepsUnknownApartFromZeroAndNothing()
    {
        QCOMPARE(jsonOf({}), QByteArray("null"));
        QCOMPARE(csvOf({}), QByteArray());
        QCOMPARE(jsonOf(qint64(0)), QByteArray("0"));
        QCOMPARE(jsonOf(QString()), QByteArray("\"\""));
        QCOMPARE(jsonOf(QStringList{QStringLiteral("a"), QStringLiteral("b")}), QByteArray("[\"a\", \"b\"]"));
        QCOMPARE(jsonOf(QStringList()), QByteArray("[]"));
    }

    void escapesWhatJsonDoesNotAllow()
    {
        const QString hostile
            = QStringLiteral("\"\\\n\t") + QChar(0x01) + QChar(0x7f) + QChar(0x2028) + QStringLiteral("ü😀</b>");
        const auto document = QJsonDocument::fromJson(toJson(oneCell(hostile)));
        QCOMPARE(document.array().first().toObject().value(QLatin1String("a")).toString(), hostile);
        QCOMPARE(jsonOf(QString(QChar(0xd800))), QByteArray("\"\xef\xbf\xbd\""));
    }

    void writesAnArrayOfObjectsInTheOrderOfColumns()
    {
        Table table{{{QStringLiteral("tenant"), {}, {}}, {QStringLiteral("cpu_limit"), {}, {}}}, {}};
        QCOMPARE(toJson(table), QByteArray("[]\n"));
        table.rows = {{QStringLiteral("x"), 2.0}, {QStringLiteral("y")}};
        QCOMPARE(toJson(table),
            QByteArray("[\n  {\"tenant\": \"x\", \"cpu_limit\": 2},\n  {\"tenant\": \"y\", \"cpu_limit\": null}\n]\n"));
    }

    void quotesCsvAsTheStandardSays()
    {
        QCOMPARE(csvOf(QStringLiteral("plain")), QByteArray("plain"));
        QCOMPARE(csvOf(QStringLiteral("a,b")), QByteArray("\"a,b\""));
        QCOMPARE(csvOf(QStringLiteral("say \"x\"")), QByteArray("\"say \"\"x\"\"\""));
        QCOMPARE(csvOf(QStringLiteral("two\nlines")), QByteArray("\"two\nlines\""));
        QCOMPARE(csvOf(QStringLiteral(" led")), QByteArray("\" led\""));
    }

    void defusesFormulas()
    {
        QCOMPARE(csvOf(QStringLiteral("=1+1")), QByteArray("'=1+1"));
        QCOMPARE(csvOf(QStringLiteral("+SUM(A1)")), QByteArray("'+SUM(A1)"));
        QCOMPARE(csvOf(QStringLiteral("-cmd")), QByteArray("'-cmd"));
        QCOMPARE(csvOf(QStringLiteral("@x")), QByteArray("'@x"));
        QCOMPARE(csvOf(QStringLiteral("\t=1")), QByteArray("'\t=1"));
        QCOMPARE(csvOf(QStringLiteral("=HYPERLINK(\"a\",\"b\")")), QByteArray("\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\""));
        QCOMPARE(csvOf(QStringLiteral("-1.5")), QByteArray("-1.5"));
        QCOMPARE(csvOf(-1.5), QByteArray("-1.5"));
    }

    void alignsText()
    {
        const Table table{{{QStringLiteral("t"), QStringLiteral("Tenant"), TableColumn::Align::Left},
                              {QStringLiteral("n"), QStringLiteral("Pods"), TableColumn::Align::Right}},
            {{QStringLiteral("tenant-000"), qint64(8)}, {QStringLiteral("x"), Cell()}}};
        QCOMPARE(toText(table), QByteArray("Tenant      Pods\ntenant-000     8\nx\n"));
    }

    void keepsTerminalsSafe()
    {
        const QByteArray text = toText(oneCell(QStringLiteral("a\x1b[31mb\nc")));
        QCOMPARE(text, QByteArray("A\na [31mb c\n"));
    }
};

QTEST_GUILESS_MAIN(TestTableWriter)
#include "tst_tablewriter.moc"
