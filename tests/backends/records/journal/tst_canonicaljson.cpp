// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/canonicaljson.h"
#include "tests/support/strict.h"

using namespace Records;

class TestCanonicalJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void writesOneFormOfManySpellings_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("canonical");
        const auto row = [](const char *name, const char *json, const char *canonical) {
            QTest::newRow(name) << QByteArray(json) << QByteArray(canonical);
        };
        row("white space", " { \"a\" : [ 1 , 2 ] } ", "{\"a\":[1,2]}");
        row("order", R"({"b":1,"a":2,"B":3,"aa":4})", R"({"B":3,"a":2,"aa":4,"b":1})");
        row("code units, not code points", "{\"\xee\x80\x80\":1,\"\xf0\x9f\x98\x80\":2}",
            "{\"\xf0\x9f\x98\x80\":2,\"\xee\x80\x80\":1}");
        row("escapes", "[\"\\u00fc\\/\\u0001\\n\\u000b\\\"\\\\\\u007f\"]",
            "[\"\xc3\xbc/\\u0001\\n\\u000b\\\"\\\\\x7f\"]");
        row("zero in a text", R"(["\u0000"])", R"(["\u0000"])");
        row("words", "[true,false,null]", "[true,false,null]");
        row("numbers", "[1.0,-0.0,1e3,0.1,1e-6,1e-7,123456.789,-2.5e-9]",
            "[1,0,1000,0.1,0.000001,1e-7,123456.789,-2.5e-9]");
        row("whole numbers keep their digits", "[9007199254740993,-9223372036854775808,18446744073709551615]",
            "[9007199254740993,-9223372036854775808,18446744073709551615]");
        row("large real numbers", "[1e19,-1e19,1e300,9e15]", "[1e+19,-1e+19,1e+300,9000000000000000]");
        row("empty", R"({"":{},"a":[]})", R"({"":{},"a":[]})");
    }

    void writesOneFormOfManySpellings()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, canonical);
        const auto tree = CanonicalJson::parse(json, 1000);
        QVERIFY2(tree.ok(), tree.ok() ? "" : qPrintable(tree.error().detail));
        QCOMPARE(tree->written(), canonical);
        const auto again = CanonicalJson::parse(canonical, 1000);
        QVERIFY(again.ok());
        QCOMPARE(again->written(), canonical);
    }

    void refusesWhatHasNoOneForm_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("twice") << QByteArray(R"({"a":1,"a":2})");
        QTest::newRow("deep") << QByteArray(70, '[') + QByteArray(70, ']');
        QTest::newRow("very deep") << QByteArray(900, '[');
        QTest::newRow("cut") << QByteArray("{\"a\":");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("more") << QByteArray("{} {}");
        QTest::newRow("bytes") << QByteArray("[\"\xff\"]");
        QTest::newRow("half a pair") << QByteArray(R"(["\ud83d"])");
        QTest::newRow("number") << QByteArray("[184467440737095516160]");
        QTest::newRow("endless") << QByteArray("[1e999]");
    }

    void refusesWhatHasNoOneForm()
    {
        QFETCH(QByteArray, json);
        const auto tree = CanonicalJson::parse(json, 1000);
        QVERIFY(!tree.ok());
        QCOMPARE(tree.error().kind, Error::Kind::Malformed);
    }

    void refusesWhatIsTooLarge()
    {
        const auto tree = CanonicalJson::parse(QByteArray(1001, ' '), 1000);
        QVERIFY(!tree.ok());
        QCOMPARE(tree.error().kind, Error::Kind::TooLarge);
        QVERIFY(CanonicalJson::parse(QByteArray(QByteArray(64, '[') + QByteArray(64, ']')), 1000).ok());
    }
};

QTEST_GUILESS_MAIN(TestCanonicalJson)
#include "tst_canonicaljson.moc"
