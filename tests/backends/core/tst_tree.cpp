// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/tree.h"
#include "tests/support/strict.h"

#include <QRandomGenerator>
#include <QTest>

namespace {

Tree treeOf(const char *json)
{
    const auto tree = Tree::parse(json);
    return tree ? *tree : Tree::text(QStringLiteral("malformed"));
}

QString pathOf(QRandomGenerator &random)
{
    return QString(QChar(u'a' + static_cast<char16_t>(random.bounded(5))));
}

//! Without nulls inside maps, which no merge patch can name.
Tree randomTree(QRandomGenerator &random, int depth)
{
    switch (random.bounded(depth > 0 ? 5 : 3)) {
    case 0:
        return Tree::number(random.bounded(4));
    case 1:
        return Tree::text(QString::fromUtf8("\"\\\n\u00e9\U0001F600").left(random.bounded(5)));
    case 2:
        return Tree::boolean(random.bounded(2) == 1);
    case 3: {
        Tree list = Tree::list();
        for (int i = random.bounded(4); i > 0; --i)
            list.items().push_back(randomTree(random, depth - 1));
        return list;
    }
    default: {
        Tree map = Tree::map();
        for (int i = random.bounded(5); i > 0; --i)
            map.set({pathOf(random)}, randomTree(random, depth - 1));
        return map;
    }
    }
}

} // namespace

class TestTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void writesCanonicalText()
    {
        const char *text
            = " {\"b\" : [1.50, 1e3, -0, null, true], \"a\":{\"z\":\"\\u00e9\\n\\\"\\\\\\u0001\",\"k\":{}}} ";
        const QByteArray canonical
            = "{\"a\":{\"k\":{},\"z\":\"\u00e9\\n\\\"\\\\\\u0001\"},\"b\":[1.50,1e3,-0,null,true]}";
        QCOMPARE(treeOf(text).toJson(), canonical);
    }

    void keepsNumbersAsTheyAreSpelt()
    {
        QCOMPARE(treeOf("9007199254740993").toJson(), QByteArray("9007199254740993"));
        QCOMPARE(treeOf("[0.1000]").toJson(), QByteArray("[0.1000]"));
    }

    void refusesWhatIsNoJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "{", "{\"a\":}", "[1,]", "nul", "1}", "1},{", "1,\"b\":2", "{\"a\":1}{\"b\":2}",
                 "\"open", "tru", "01", "[1 2]"})
            QTest::newRow(text) << QByteArray(text);
    }
    void refusesWhatIsNoJson()
    {
        QFETCH(QByteArray, text);
        const auto tree = Tree::parse(text);
        QVERIFY2(!tree.ok(), tree.ok() ? tree->toJson().constData() : "");
        QVERIFY(tree.error().kind == Error::Kind::Malformed);
    }

    void boundsWhatItMakes()
    {
        const QByteArray deep = QByteArray(1000, '[').append(QByteArray(1000, ']'));
        QVERIFY(Tree::parse(deep).error().kind == Error::Kind::TooLarge);
        QByteArray wide("[0");
        for (int i = 0; i < Tree::maxNodes; ++i)
            wide += ",0";
        wide += ']';
        QVERIFY(Tree::parse(wide).error().kind == Error::Kind::TooLarge);
        QVERIFY(Tree::parse(QByteArray(Tree::maxBytes + 1, ' ')).error().kind == Error::Kind::TooLarge);
    }

    void goesByPaths()
    {
        Tree tree = treeOf(R"({"a":{"b":{"c":"x"}},"d":1})");
        QCOMPARE(tree.textAt({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}), QStringLiteral("x"));
        QVERIFY(!tree.find(QStringList{QStringLiteral("a"), QStringLiteral("x")}));
        tree.set({QStringLiteral("d"), QStringLiteral("e")}, Tree::number(2));
        QVERIFY(tree.remove({QStringLiteral("a"), QStringLiteral("b")}));
        QVERIFY(!tree.remove({QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(tree.toJson(), QByteArray(R"({"a":{},"d":{"e":2}})"));
    }

    void mergesAsRfc7386Says_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char *target, const char *patch, const char *result) {
            QTest::addRow("%s %s", target, patch) << QByteArray(target) << QByteArray(patch) << QByteArray(result);
        };
        // Its appendix A.
        row(R"({"a":"b"})", R"({"a":"c"})", R"({"a":"c"})");
        row(R"({"a":"b"})", R"({"b":"c"})", R"({"a":"b","b":"c"})");
        row(R"({"a":"b"})", R"({"a":null})", "{}");
        row(R"({"a":"b","b":"c"})", R"({"a":null})", R"({"b":"c"})");
        row(R"({"a":["b"]})", R"({"a":"c"})", R"({"a":"c"})");
        row(R"({"a":"c"})", R"({"a":["b"]})", R"({"a":["b"]})");
        row(R"({"a":{"b":"c"}})", R"({"a":{"b":"d","c":null}})", R"({"a":{"b":"d"}})");
        row(R"({"a":[{"b":"c"}]})", R"({"a":[1]})", R"({"a":[1]})");
        row(R"(["a","b"])", R"(["c","d"])", R"(["c","d"])");
        row(R"({"a":"b"})", R"(["c"])", R"(["c"])");
        row(R"({"a":"foo"})", "null", "null");
        row(R"({"a":"foo"})", "\"bar\"", "\"bar\"");
        row(R"({"e":null})", R"({"a":1})", R"({"a":1,"e":null})");
        row("[1,2]", R"({"a":"b","c":null})", R"({"a":"b"})");
        row("{}", R"({"a":{"bb":{"ccc":null}}})", R"({"a":{"bb":{}}})");
    }
    void mergesAsRfc7386Says()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, patch);
        QFETCH(QByteArray, result);
        QCOMPARE(treeOf(target.constData()).mergedWith(treeOf(patch.constData())).toJson(), result);
    }

    void patchMakesOneOfTheOther()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 3000; ++i) {
            const Tree from = randomTree(random, 4);
            const Tree to = randomTree(random, 4);
            QCOMPARE(from.mergedWith(Tree::mergePatch(from, to)).toJson(), to.toJson());
            QCOMPARE(Tree::parse(to.toJson())->toJson(), to.toJson());
            QVERIFY(*Tree::parse(to.toJson()) == to);
        }
        QCOMPARE(Tree::mergePatch(treeOf(R"({"a":1,"b":{"c":2,"d":3}})"), treeOf(R"({"a":1,"b":{"c":4}})")).toJson(),
            QByteArray(R"({"b":{"c":4,"d":null}})"));
    }
};

QTEST_GUILESS_MAIN(TestTree)
#include "tst_tree.moc"
