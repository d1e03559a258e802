// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/quantity.h"
#include "tests/support/strict.h"

#include <QTest>

#include <limits>

using Nanos = Quantity::Nanos;

class TestQuantity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void readsExactly_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("nanos");
        const auto row
            = [](const char *text, const char *nanos) { QTest::newRow(text) << QByteArray(text) << QByteArray(nanos); };
        row("0", "0");
        row("-0", "0");
        row("+1", "1000000000");
        row("800m", "800000000");
        row("0.8", "800000000");
        row(".5", "500000000");
        row("5.", "5000000000");
        row("100u", "100000");
        row("12345678n", "12345678");
        row("1k", "1000000000000");
        row("768Mi", "805306368000000000");
        row("1.5Gi", "1610612736000000000");
        row("1Ki", "1024000000000");
        row("1E", "1000000000000000000000000000");
        row("1E3", "1000000000000");
        row("2E-2", "20000000");
        row("1e+3", "1000000000000");
        row("12E", "12000000000000000000000000000");
        row("9Ei", "9223372036854775807000000000"); // binary ones are capped as Kubernetes does
        row("-9Ei", "-9223372036854775807000000000");
        row("1e400", "10000000000000000000000000000000000000");
        row("-1e99999999999999999999", "-10000000000000000000000000000000000000");
        row("0e99999999999999999999", "0");
        row("0.1n", "1"); // finer than a nano: away from zero
        row("3.001n", "4");
        row("-3.001n", "-4");
        row("0.00000012345", "124");
        row("1e-99999999999", "1");
        row("0.00000000000000000000000000000000000000000000000001Ei", "1");
        row("0.000000000931322574615478515625Gi", "1000000000"); // exactly one byte
        row("1.0000000000000000000000000000000000000000001", "1000000001");
    }
    void readsExactly()
    {
        QFETCH(QByteArray, text);
        const Result<Quantity> quantity = Quantity::parse({text.data(), static_cast<size_t>(text.size())});
        QVERIFY(quantity.ok());
        QTEST(spelt(quantity->nanos()), "nanos");
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", " ", "1 ", " 1", "\n", ".", "+", "-", "--1", "+-1", "K", "1K", "1mi", "1Kb", "1GB",
                 "1i", "i", "1e", "1e+", "1e3.5", "1ee3", "1.1.M", "1.2.3", "0x10", "1,5", "NaN", "inf", "1Mi ", "Mi",
                 "1e3Mi", "١", "1\xff", "-3.01e-"})
            QTest::newRow(qPrintable(QString(u"\"" + QString::fromUtf8(text) + u'"'))) << QByteArray(text);
        QTest::newRow("with a zero byte") << QByteArray("1\0", 2);
        QTest::newRow("endless") << QByteArray(100000, '1');
    }
    void refusesEverythingElse()
    {
        QFETCH(QByteArray, text);
        const Result<Quantity> quantity = Quantity::parse({text.data(), static_cast<size_t>(text.size())});
        QVERIFY(!quantity.ok());
        QCOMPARE(quantity.error().kind, Error::Kind::Malformed);
        QVERIFY(quantity.error().detail.size() < 120);
    }

    void convertsToTheNearestDouble_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("value");
        QTest::newRow("0.8") << QByteArray("0.8") << 0.8;
        QTest::newRow("800m") << QByteArray("800m") << 0.8;
        QTest::newRow("768Mi") << QByteArray("768Mi") << 805306368.0;
        QTest::newRow("1n") << QByteArray("1n") << 1e-9;
        QTest::newRow("0.1") << QByteArray("0.1") << 0.1;
        QTest::newRow("-0.3") << QByteArray("-0.3") << -0.3;
        QTest::newRow("past 2^53 nanos") << QByteArray("123456789.987654321") << 123456789.987654321;
        QTest::newRow("past 2^90 nanos") << QByteArray("12345678901234567890.5") << 12345678901234567890.5;
        QTest::newRow("ties to even") << QByteArray("9007199254740993") << 9007199254740992.0;
        QTest::newRow("just past the tie") << QByteArray("9007199254740993.000000001") << 9007199254740994.0;
        QTest::newRow("1e28") << QByteArray("1e28") << 1e28;
    }
    void convertsToTheNearestDouble()
    {
        QFETCH(QByteArray, text);
        QFETCH(double, value);
        const Result<Quantity> quantity = Quantity::parse({text.data(), static_cast<size_t>(text.size())});
        QVERIFY(quantity.ok());
        QVERIFY(quantity->toDouble() == value); // to the last bit
    }

    void comparesAmountsNotText()
    {
        QVERIFY(amount("1000m") == amount("1"));
        QVERIFY(amount("1024Mi") == amount("1Gi"));
        QVERIFY(amount("1k") < amount("1Ki"));
        QVERIFY(amount("0") == Quantity());
        QVERIFY(Quantity().isZero());
    }

    void addsWithoutWrapping()
    {
        QVERIFY(amount("0.1") + amount("0.2") == amount("0.3"));
        QVERIFY(amount("1") - amount("3") == amount("-2"));
        const Quantity most = amount("1e28");
        QVERIFY(most + most == most);
        QVERIFY(amount("-1e28") - most == amount("-1e28"));
        const auto absurd = Quantity::fromNanos(std::numeric_limits<qint64>::max() * Nanos(1'000'000'000'000'000'000));
        QVERIFY(absurd + absurd == most);
    }

private:
    static Quantity amount(std::string_view text)
    {
        const Result<Quantity> quantity = Quantity::parse(text);
        return quantity ? *quantity : Quantity::fromNanos(-1);
    }

    static QByteArray spelt(Nanos nanos)
    {
        QByteArray digits;
        for (Nanos rest = nanos; rest != 0; rest /= 10)
            digits.prepend(static_cast<char>('0' + static_cast<int>(rest % 10 < 0 ? -(rest % 10) : rest % 10)));
        if (digits.isEmpty())
            return "0";
        return nanos < 0 ? digits.prepend('-') : digits;
    }
};

QTEST_APPLESS_MAIN(TestQuantity)
#include "tst_quantity.moc"
