// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/api/quantity.h"
#include "tests/support/strict.h"

using Sandbox::Quantity;

class TestSandboxQuantity final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    // What kube-apiserver 1.20.2 makes of them.
    void writesCanonically_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QByteArray>("written");
        const std::vector<std::pair<const char *, const char *>> cases{{"0", "0"}, {"1", "1"}, {"1000", "1k"},
            {"1500", "1500"}, {"1000m", "1"}, {"1500m", "1500m"}, {"0.5", "500m"}, {".5", "500m"}, {"1e3", "1e3"},
            {"12e6", "12e6"}, {"1E", "1E"}, {"1.5Gi", "1536Mi"}, {"1024Ki", "1Mi"}, {"1023Ki", "1023Ki"},
            {"0.5Ki", "512"}, {"0.5Mi", "512Ki"}, {"1.5Ki", "1536"}, {"1.23Ki", "1259520m"}, {"1000Mi", "1000Mi"},
            {"100E", "100E"}, {"1e20", "100e18"}, {"8Ei", "9223372036854775807"}, {"7Ei", "7Ei"}, {"1.10", "1100m"},
            {"+", "0"}, {".", "0"}, {"Ki", "0"}, {"e3", "0"}, {"0Gi", "0"}, {"100000", "100k"}, {"0.1Ki", "102400m"},
            {"1234e3", "1234e3"}, {"100u", "100u"}, {"0.1n", "1n"}, {"1e-10", "1e-9"}, {"-1.5", "-1500m"},
            {"-1Gi", "-1Gi"}, {"0.0000000001Ki", "103n"}, {"1234567", "1234567"}};
        for (const auto &[given, written] : cases)
            QTest::newRow(given) << QByteArray(given) << QByteArray(written);
    }
    void writesCanonically()
    {
        QFETCH(QByteArray, given);
        QFETCH(QByteArray, written);
        const auto quantity = Quantity::parse(given.toStdString());
        QVERIFY(quantity);
        QCOMPARE(quantity->text(), written.toStdString());
    }

    void refusesWhatIsNone()
    {
        for (const char *text : {"", "1e", "1ee", "1K", "1ki", "1.5.5", "1m5", "1mm", "1e1.5", "1Eii", "0x10", "1_0",
                 "--1", "e", "1 ", "1e99999999999", "1e+-3"})
            QVERIFY2(!Quantity::parse(text), text);
        QVERIFY(!Quantity::parse(std::string(5000, '1')));
    }

    void keepsItsFormatThroughSums()
    {
        Quantity sum;
        sum += *Quantity::parse("512Mi");
        sum += *Quantity::parse("512Mi");
        QCOMPARE(sum.text(), std::string("1Gi"));
        sum += *Quantity::parse("1k");
        QCOMPARE(sum.text(), std::string("1073742824"));
        sum -= *Quantity::parse("1k");
        QCOMPARE(sum.text(), std::string("1Gi"));
        Quantity cores = *Quantity::parse("250m");
        cores += *Quantity::parse("0.75");
        QCOMPARE(cores.text(), std::string("1"));
    }

    void comparesByAmount()
    {
        QVERIFY(*Quantity::parse("1000m") == *Quantity::parse("1"));
        QVERIFY(*Quantity::parse("1Gi") > *Quantity::parse("1G"));
        QVERIFY(*Quantity::parse("-1") < Quantity());
        QCOMPARE(Quantity::parse("1.5Gi")->toDouble(), 1.5 * 1024 * 1024 * 1024);
        QCOMPARE(Quantity::parse("250m")->toDouble(), 0.25);
    }

    void staysWithinBounds()
    {
        Quantity sum = *Quantity::parse("999999999999999999E");
        for (int i = 0; i < 100; ++i)
            sum += sum;
        QCOMPARE(sum.toDouble(), 1e28);
        QCOMPARE(Quantity::parse("1e2147483647")->toDouble(), 1e28);
        QCOMPARE(Quantity::parse("0e2147483647")->text(), std::string("0"));
        QCOMPARE(Quantity::parse("1e-2147483648")->text(), std::string("1e-9"));
    }
};

QTEST_APPLESS_MAIN(TestSandboxQuantity)
#include "tst_sandboxquantity.moc"
