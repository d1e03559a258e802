// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/slo/definition.h"
#include "backends/slo/promtext.h"
#include "backends/slo/rules.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace SloSpec;
using namespace std::chrono_literals;
using std::chrono::hours;
using std::chrono::seconds;

class TestPromText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void knowsPlainSelectors_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("plain");
        const auto row
            = [](const char *text, bool plain) { QTest::newRow(text) << QString::fromLatin1(text) << plain; };
        row("up", true);
        row(" up ", true);
        row("a:b_c", true);
        row("up{}", true);
        row("up {job=\"x\"}", true);
        row("up{job=\"x\", code!~'5..',}", true);
        row("up{job=`a\\`}", true);
        row("{job=\"x\"}", true);
        row("up{job=\"} or vector(1)\"}", true); // within a string
        row("up{job=\"\\\"} or vector(1)\"}", true);
        row("", false);
        row("1up", false);
        row("up{job=\"x\"} or vector(1)", false);
        row("up[5m]", false);
        row("rate(up[5m])", false);
        row("up{job=x}", false);
        row("up{job=\"x\"", false);
        row("up{job=\"x", false);
        row("up{job=\"x\\", false);
        row("up{job}", false);
        row("up{,}", false);
        row("up)", false);
    }
    void knowsPlainSelectors()
    {
        QFETCH(QString, text);
        QFETCH(bool, plain);
        QCOMPARE(isSelector(text), plain);
    }

    void readsAndWritesDurations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("time"); // -1: none
        QTest::addColumn<QString>("written");
        const auto row = [](const char *text, qint64 time, const char *written) {
            QTest::newRow(text) << QString::fromLatin1(text) << time << QString::fromLatin1(written);
        };
        row("5m", 300, "5m");
        row("90m", 5400, "1h30m");
        row("1h30m", 5400, "1h30m");
        row("28d", 28 * 86400, "4w");
        row("4w", 28 * 86400, "4w");
        row("30d", 30 * 86400, "30d");
        row("7d", 7 * 86400, "1w");
        row("1y", 365 * 86400, "1y");
        row("1d12h", 129600, "1d12h");
        row("45s", 45, "45s");
        row("", -1, "");
        row("0s", -1, "");
        row("5", -1, "");
        row("m", -1, "");
        row("5m1h", -1, "");
        row("5m5m", -1, "");
        row("-5m", -1, "");
        row("1.5h", -1, "");
        row("99999999999d", -1, "");
        row("11y", -1, "");
    }
    void readsAndWritesDurations()
    {
        QFETCH(QString, text);
        QFETCH(qint64, time);
        QFETCH(QString, written);
        const auto read = promDurationOf(text);
        QCOMPARE(read ? qint64(read->count()) : -1, time);
        if (read)
            QCOMPARE(promDuration(*read), written);
    }

    void readsOpenSlosDurations()
    {
        QCOMPARE(openSloDurationOf(u"30d"), std::optional<seconds>(hours(720)));
        QCOMPARE(openSloDurationOf(u"1M"), std::optional<seconds>(hours(720)));
        QCOMPARE(openSloDurationOf(u"1Q"), std::optional<seconds>(hours(90 * 24)));
        QCOMPARE(openSloDurationOf(u"1Y"), std::optional<seconds>(hours(365 * 24)));
        QCOMPARE(openSloDurationOf(u"5m"), std::optional<seconds>(5min));
        for (const QStringView text : {u"", u"d", u"30", u"30D", u"-1d", u"+1d", u"1h30m", u"0d", u"99999999d"})
            QVERIFY2(!openSloDurationOf(text), qPrintable(text.toString()));
    }

    void quotesWhatAnybodyWrote()
    {
        QCOMPARE(promQuoted(u"a\"b\\c\nd"), QStringLiteral("\"a\\\"b\\\\c\\nd\""));
        QCOMPARE(promQuoted(u""), QStringLiteral("\"\""));
    }

    void findsTheBoundHoweverItIsWritten()
    {
        const QStringList old{
            QStringLiteral("0.1"), QStringLiteral("0.5"), QStringLiteral("1"), QStringLiteral("+Inf")};
        QCOMPARE(boundOf(0.5, old), QStringLiteral("0.5"));
        QCOMPARE(boundOf(1, old), QStringLiteral("1"));
        QCOMPARE(boundOf(1, {QStringLiteral("1.0")}), QStringLiteral("1.0"));
        QCOMPARE(boundOf(0.5, {QStringLiteral("0.50")}), QStringLiteral("0.50"));
        QCOMPARE(boundOf(0.5, {QStringLiteral("5e-01")}), QStringLiteral("5e-01"));
        QVERIFY(boundOf(0.3, old).isEmpty());
        QVERIFY(boundOf(0.5, {}).isEmpty());
        QVERIFY(boundOf(HUGE_VAL, old).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPromText)
#include "tst_promtext.moc"
