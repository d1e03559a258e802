// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/json.h"
#include "tests/support/strict.h"

#include <QTest>

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void readsFieldsInOrder()
    {
        QStringList read;
        const auto result
            = Json::parse(R"({"a":"x","skipped":{"deep":[1,{"a":2}]},"b":null,"c":[1,2]})", [&](Json::Object root) {
                  Json::eachField(root, [&](Json::Key key, Json::Value value) {
                      if (key == "a" || key == "b")
                          read.append(Json::text(value));
                      else if (key == "c")
                          Json::eachElement(
                              value, [&](Json::Value element) { read.append(toText(Json::scalar(element))); });
                  });
              });
        QVERIFY(result.ok());
        QCOMPARE(read, (QStringList{QStringLiteral("x"), QString(), QStringLiteral("1"), QStringLiteral("2")}));
    }

    void takesNullForEmpty()
    {
        int calls = 0;
        const auto result = Json::parse(R"({"a":null})", [&](Json::Object root) {
            for (Json::Field field : root) {
                Json::Value value = field.value();
                QVERIFY(Json::isNull(value));
                Json::eachField(value, [&](Json::Key, Json::Value) { ++calls; });
            }
        });
        QVERIFY(result.ok());
        QCOMPARE(calls, 0);
    }

    void unescapesKeysOfMaps()
    {
        QString key;
        QVERIFY(Json::parse(R"({"m":{"a\u002fb":"1"}})", [&](Json::Object root) {
            Json::eachField(root, [&](Json::Key, Json::Value map) {
                Json::eachEntry(map, [&](std::string_view name, Json::Value) { key = toText(name); });
            });
        }).ok());
        QCOMPARE(key, QStringLiteral("a/b"));
    }

    void readsScalarsAsTheyAreSpelt_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        QTest::newRow("number") << QByteArray(R"({"a": 0.30 })") << QStringLiteral("0.30");
        QTest::newRow("huge") << QByteArray("{\"a\": 12345678901234567890123 \r\n}")
                              << QStringLiteral("12345678901234567890123");
        QTest::newRow("string") << QByteArray(R"({"a":"1Gi"})") << QStringLiteral("1Gi");
        QTest::newRow("escapes") << QByteArray(R"({"a":"\u0031\n"})") << QStringLiteral("1\n");
    }
    void readsScalarsAsTheyAreSpelt()
    {
        QFETCH(QByteArray, json);
        QString text;
        QVERIFY(Json::parse(json, [&](Json::Object root) {
            Json::eachField(root, [&](Json::Key, Json::Value value) { text = toText(Json::scalar(value)); });
        }).ok());
        QTEST(text, "text");
    }

    void refusesWhatIsMalformed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blank") << QByteArray("  \n");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("html") << QByteArray("<html></html>");
        QTest::newRow("open") << QByteArray(R"({"a":1)");
        QTest::newRow("open inside") << QByteArray(R"({"a":{"b":1})");
        QTest::newRow("open string") << QByteArray("{\"a\":\"b");
        QTest::newRow("two roots") << QByteArray(R"({"a":1}{"a":1})");
        QTest::newRow("a brace too many") << QByteArray(R"({"a":1}})");
        QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xff\"}");
        QTest::newRow("no comma") << QByteArray(R"({"a":1 "b":2})");
        QTest::newRow("lone surrogate") << QByteArray(R"({"a":"\ud83d"})");
    }
    void refusesWhatIsMalformed()
    {
        QFETCH(QByteArray, json);
        const auto result = Json::parse(json, [](Json::Object root) {
            Json::eachField(root, [](Json::Key, Json::Value value) { (void)Json::scalar(value); });
        });
        QVERIFY(!result.ok());
        QCOMPARE(result.error().kind, Error::Kind::Malformed);
        QVERIFY(!result.error().detail.isEmpty());
    }

    void endsWithTheReadersOwnWords()
    {
        const auto result = Json::parse("{}", [](Json::Object) { Json::reject(QStringLiteral("not a\nlist")); });
        QVERIFY(!result.ok());
        QCOMPARE(result.error(), (Error{Error::Kind::Malformed, 0, QStringLiteral("not a list"), {}, {}}));
    }

    void parsesAgainAfterAFailure()
    {
        QVERIFY(!Json::parse("{\"a\":", [](Json::Object) {}).ok());
        QVERIFY(Json::parse("{\"a\":1}", [](Json::Object root) {
            Json::eachField(root, [](Json::Key, Json::Value) {});
        }).ok());
    }

private:
    static QString toText(std::string_view view)
    {
        return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
    }
};

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
