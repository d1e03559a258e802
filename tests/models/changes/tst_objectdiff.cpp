// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/tree.h"
#include "models/changes/objectdiff.h"
#include "tests/support/strict.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using Kind = DiffLine::Kind;

namespace {

//! What the left side becomes when the lines are applied to it; a failure when they are not about it.
QStringList applied(const QStringList &left, const QList<DiffLine> &lines)
{
    QStringList right;
    qsizetype at = 0;
    for (const DiffLine &line : lines) {
        if (line.kind != Kind::Added) {
            if (left.value(at) != line.left || line.leftNumber != at + 1)
                return {QStringLiteral("the left side is another")};
            ++at;
        }
        if (line.kind != Kind::Removed) {
            right.append(line.right);
            if (line.rightNumber != right.size())
                return {QStringLiteral("the numbers are wrong")};
        }
        if (line.kind == Kind::Same && line.left != line.right)
            return {QStringLiteral("it is not the same")};
        if (line.kind == Kind::Changed && line.left == line.right)
            return {QStringLiteral("it is the same")};
    }
    return at == left.size() ? right : QStringList{QStringLiteral("something is left")};
}

Tree randomTree(QRandomGenerator &random, int depth)
{
    const QStringList texts{QStringLiteral("a"), QStringLiteral("12"), QStringLiteral("two\nlines\n"),
        QStringLiteral("it's: a"), QString(), QStringLiteral("yes")};
    switch (random.bounded(depth > 0 ? 5 : 2)) {
    case 0:
        return Tree::text(texts[random.bounded(static_cast<int>(texts.size()))]);
    case 1:
        return Tree::number(random.bounded(3));
    case 2: {
        Tree list = Tree::list();
        for (int i = random.bounded(5); i > 0; --i)
            list.items().push_back(randomTree(random, depth - 1));
        return list;
    }
    case 3: {
        Tree list = Tree::list();
        for (int i = 0; i < 5; ++i) {
            if (random.bounded(2) == 0)
                continue;
            Tree item = Tree::map();
            item.set({QStringLiteral("name")}, Tree::text(QStringLiteral("n%1").arg(i)));
            item.set({QStringLiteral("value")}, randomTree(random, depth - 1));
            list.items().push_back(item);
        }
        return list;
    }
    default: {
        Tree map = Tree::map();
        for (int i = random.bounded(6); i > 0; --i)
            map.set({QString(QChar(u'a' + static_cast<char16_t>(random.bounded(6))))}, randomTree(random, depth - 1));
        return map;
    }
    }
}

Tree objectOf(const Tree &spec)
{
    Tree object = Tree::map();
    object.set({QStringLiteral("spec")}, spec);
    return object;
}

} // namespace

class TestObjectDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void putsTheSameFieldBesideItself()
    {
        const auto lines = ObjectDiff::lines(
            R"({"kind":"A","metadata":{"managedFields":[1],"name":"x","resourceVersion":"1"},"spec":{"cpu":"2","old":true},"status":{"s":1}})",
            R"({"kind":"A","metadata":{"name":"x","resourceVersion":"2"},"spec":{"cpu":"4","list":[1,{"a":"b"}]},"status":{"s":2}})");
        QCOMPARE(ObjectDiff::asText(lines),
            QStringLiteral("  kind: A\n"
                           "  metadata:\n"
                           "    name: x\n"
                           "  spec:\n"
                           "-   cpu: \"2\"\n"
                           "+   cpu: \"4\"\n"
                           "+   list:\n"
                           "+     - 1\n"
                           "+     -\n"
                           "+       a: b\n"
                           "-   old: true\n"));
        QCOMPARE(lines[4].kind, Kind::Changed);
    }

    void rendersWhatYamlReadsTheSame()
    {
        const auto lines = ObjectDiff::render(
            R"({"a":"yes","b":"12","c":"plain text","d":"a: b","e":"","f":{},"g":[],"h":null,"i":"x\ny","@k":1})");
        QCOMPARE(lines,
            (QStringList{QStringLiteral("\"@k\": 1"), QStringLiteral("a: \"yes\""), QStringLiteral("b: \"12\""),
                QStringLiteral("c: plain text"), QStringLiteral("d: \"a: b\""), QStringLiteral("e: \"\""),
                QStringLiteral("f: {}"), QStringLiteral("g: []"), QStringLiteral("h: null"), QStringLiteral("i: |"),
                QStringLiteral("  x"), QStringLiteral("  y")}));
    }

    void showsNewAndDeletedObjectsAsAWhole()
    {
        const QByteArray object(R"({"kind":"A","spec":{"b":1}})");
        for (const DiffLine &line : ObjectDiff::lines({}, object))
            QCOMPARE(line.kind, Kind::Added);
        const auto removed = ObjectDiff::lines(object, {});
        QCOMPARE(removed.size(), 3);
        QCOMPARE(removed[0].kind, Kind::Removed);
        QVERIFY(ObjectDiff::lines({}, {}).isEmpty());
    }

    void keepsItemsByTheirNames()
    {
        const auto lines = ObjectDiff::lines(R"({"c":[{"name":"a","v":1},{"name":"b","v":1},{"name":"c","v":1}]})",
            R"({"c":[{"name":"b","v":2},{"name":"c","v":1}]})");
        QCOMPARE(ObjectDiff::asText(lines),
            QStringLiteral("  c:\n-   -\n-     name: a\n-     v: 1\n    -\n      name: b\n-     v: 1\n+     v: 2\n"
                           "    -\n      name: c\n      v: 1\n"));
    }

    void appliedToLeftGivesRight()
    {
        QRandomGenerator random(3);
        for (int i = 0; i < 2000; ++i) {
            const QByteArray left = objectOf(randomTree(random, 5)).toJson();
            const QByteArray right = objectOf(randomTree(random, 5)).toJson();
            const auto lines = ObjectDiff::lines(left, right);
            QCOMPARE(applied(ObjectDiff::render(left), lines), ObjectDiff::render(right));
            const auto same = ObjectDiff::lines(left, left);
            QVERIFY(
                std::all_of(same.begin(), same.end(), [](const DiffLine &line) { return line.kind == Kind::Same; }));
        }
    }

    void foldsWhatIsTheSame()
    {
        Tree left = Tree::map();
        for (int i = 0; i < 100; ++i)
            left.set({QStringLiteral("k%1").arg(i, 3, 10, QLatin1Char('0'))}, Tree::number(i));
        Tree right = left;
        right.set({QStringLiteral("k050")}, Tree::number(-1));
        const auto folded = ObjectDiff::folded(ObjectDiff::lines(left.toJson(), right.toJson()));
        QCOMPARE(folded.size(), 1 + 3 + 1 + 3 + 1);
        QCOMPARE(folded.first().folded, 47);
        QCOMPARE(folded.last().folded, 46);
        QCOMPARE(folded[4].kind, Kind::Changed);
        // Folding one line would gain nothing.
        right.set({QStringLiteral("k058")}, Tree::number(-1));
        for (const DiffLine &line : ObjectDiff::folded(ObjectDiff::lines(left.toJson(), right.toJson())))
            QVERIFY(line.kind != Kind::Folded || line.folded > 1);
        QVERIFY(ObjectDiff::folded({}).isEmpty());
    }

    void foldingHidesNothingElse()
    {
        QRandomGenerator random(5);
        for (int i = 0; i < 300; ++i) {
            const auto lines
                = ObjectDiff::lines(objectOf(randomTree(random, 5)).toJson(), objectOf(randomTree(random, 5)).toJson());
            qsizetype shown = 0;
            for (const DiffLine &line : ObjectDiff::folded(lines, 1))
                shown += line.kind == Kind::Folded ? line.folded : 1;
            QCOMPARE(shown, lines.size());
        }
    }

    void growsWithTheNumberOfLines()
    {
        const auto cost = [](int size) {
            Tree left = Tree::map();
            Tree list = Tree::list();
            for (int i = 0; i < size; ++i) {
                Tree item = Tree::map();
                item.set({QStringLiteral("key")}, Tree::number(i));
                list.items().push_back(item);
            }
            left.set({QStringLiteral("list")}, list);
            Tree right = left;
            right.members()[QStringLiteral("list")].items().erase(
                right.members()[QStringLiteral("list")].items().begin() + size / 2);
            const QByteArray l = left.toJson();
            const QByteArray r = right.toJson();
            qint64 best = std::numeric_limits<qint64>::max();
            for (int i = 0; i < 5; ++i) {
                QElapsedTimer timer;
                timer.start();
                if (ObjectDiff::lines(l, r).isEmpty())
                    return qint64(0);
                best = std::min(best, timer.nsecsElapsed());
            }
            return best;
        };
        const qint64 small = cost(1000);
        const qint64 large = cost(8000);
        QVERIFY2(large < 8 * 6 * small, qPrintable(QStringLiteral("%1 and %2 ns").arg(small).arg(large)));
    }

    void boundsTheLines()
    {
        Tree list = Tree::list();
        for (int i = 0; i < 60'000; ++i)
            list.items().push_back(Tree::number(i));
        const auto lines = ObjectDiff::lines({}, objectOf(list).toJson());
        QCOMPARE(lines.size(), ObjectDiff::maxLines + 1);
        QCOMPARE(lines.last().kind, Kind::Folded);
        QCOMPARE(lines.last().folded, 10'001);
    }
};

QTEST_GUILESS_MAIN(TestObjectDiff)
#include "tst_objectdiff.moc"
