// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/objectcompare.h"
#include "tests/support/strict.h"

#include <QTest>
#include <QUuid>

using namespace ObjectCompare;

class TestObjectCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void ignoresWhatTheServerKeepsForItself()
    {
        QVERIFY(same(R"({"metadata":{"name":"a","resourceVersion":"1","generation":1,"managedFields":[1]},"spec":1})",
            R"({"status":{"x":1},"spec":1,"metadata":{"resourceVersion":"2","name":"a","uid":"u"}})"));
        QVERIFY(!same(R"({"spec":1})", R"({"spec":2})"));
    }

    void namesFieldsInConflict()
    {
        const QByteArray base(R"({"spec":{"hard":{"requests.cpu":"2","pods":"10"},"same":1}})");
        const QByteArray mine(R"({"spec":{"hard":{"requests.cpu":"4","pods":"10"},"same":2}})");
        const QByteArray theirs(R"({"spec":{"hard":{"requests.cpu":"3","pods":"20"},"same":2}})");
        const ThreeWay difference = threeWay(base, mine, theirs);
        QVERIFY(difference.conflicts() && difference.theirsDiffers());
        QCOMPARE(difference.conflictPaths(), QStringList{QStringLiteral("spec.hard[requests.cpu]")});
        QCOMPARE(difference.fields.size(), 3);
        QCOMPARE(difference.fields[0].path, QStringLiteral("spec.hard.pods"));
        QCOMPARE(difference.fields[0].theirs, QByteArray("\"20\""));
        QVERIFY(!difference.fields[2].conflict); // both made it the same
    }

    void looksIntoListsWithNames()
    {
        const QByteArray base(R"({"c":[{"name":"app","image":"1"},{"name":"log","image":"1"}]})");
        const QByteArray mine(R"({"c":[{"name":"app","image":"2"},{"name":"log","image":"1"}]})");
        const QByteArray theirs(R"({"c":[{"name":"app","image":"1"},{"name":"log","image":"9"},{"name":"new"}]})");
        const ThreeWay difference = threeWay(base, mine, theirs);
        QVERIFY(!difference.conflicts());
        QCOMPARE(difference.fields[0].path, QStringLiteral("c[name=app].image"));
        QCOMPARE(difference.fields[2].path, QStringLiteral("c[name=new]"));
        QVERIFY(threeWay(R"({"c":[1,2]})", R"({"c":[1,3]})", R"({"c":[0,2]})").conflicts());
        // Order is all that differs: still a difference.
        QCOMPARE(threeWay(R"({"c":[{"name":"a"},{"name":"b"}]})", R"({"c":[{"name":"b"},{"name":"a"}]})",
                     R"({"c":[{"name":"a"},{"name":"b"}]})")
                     .fields.size(),
            1);
    }

    void tellsRemovalsAgainstEditsAsConflicts()
    {
        QVERIFY(threeWay(R"({"a":{"b":1}})", R"({"a":{}})", R"({"a":{"b":2}})").conflicts());
        QVERIFY(threeWay(R"({"a":{"b":1}})", R"({})", R"({"a":{"b":2}})").conflicts());
        QVERIFY(!threeWay(R"({"a":{"b":1}})", R"({})", R"({})").conflicts());
        QVERIFY(threeWay({}, R"({"a":1})", R"({"a":2})").conflicts());
    }

    void holdsWhatWasChangedAndNoMore()
    {
        const QByteArray before(R"({"spec":{"cpu":2,"pods":1,"old":1}})");
        const QByteArray after(R"({"spec":{"cpu":4,"pods":1}})");
        QVERIFY(holds(before, after, R"({"spec":{"cpu":4,"pods":7,"more":1}})"));
        QVERIFY(!holds(before, after, R"({"spec":{"cpu":4,"pods":7,"old":1}})"));
        QVERIFY(!holds(before, after, before));
        QVERIFY(!holds(before, after, {}));
        QVERIFY(holds({}, R"({"spec":{"cpu":1}})", R"({"spec":{"cpu":1,"default":2},"status":{}})"));
        QVERIFY(!holds({}, R"({"spec":{"cpu":1}})", R"({"spec":{"cpu":2}})"));
    }

    void knowsWhetherControllersHaveSeenIt()
    {
        QVERIFY(observed(R"({"metadata":{"generation":2},"status":{"observedGeneration":2}})"));
        QVERIFY(!observed(R"({"metadata":{"generation":10},"status":{"observedGeneration":9}})"));
        QVERIFY(observed(R"({"metadata":{"generation":2}})"));
    }

    void findsTheMarkOfAChange()
    {
        const QUuid id(QStringLiteral("11111111-2222-4333-8444-555555555555"));
        QVERIFY(carriesMark(R"({"metadata":{"annotations":{"x/change":"11111111-2222-4333-8444-555555555555"}}})", id));
        QVERIFY(carriesMark(
            R"({"metadata":{"managedFields":[{"manager":"pilothouse-11111111-2222-4333-8444-555555555555"}]}})", id));
        QVERIFY(!carriesMark(R"({"metadata":{"annotations":{"a":"b"}}})", id));
        QVERIFY(!carriesMark("no JSON", id));
    }
};

QTEST_GUILESS_MAIN(TestObjectCompare)
#include "tst_objectcompare.moc"
