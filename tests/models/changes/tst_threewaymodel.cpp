// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/threewaymodel.h"
#include "tests/support/strict.h"

#include <QAbstractItemModelTester>
#include <QTest>

class TestThreeWayModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void putsConflictsFirst()
    {
        ThreeWayModel model;
        const QAbstractItemModelTester tester(&model);
        EditResult result;
        result.difference = ObjectCompare::threeWay(
            R"({"spec":{"a":1,"b":"x"}})", R"({"spec":{"a":1,"b":"y"}})", R"({"spec":{"a":2,"b":"z","c":{"d":1}}})");
        model.setResults({edit(0)}, {result});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.rowCount(model.index(0, 0)), 0);
        QCOMPARE(cells(model, 0),
            (QStringList{QStringLiteral("spec.b"), QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z")}));
        QVERIFY(model.index(0, 0).data(ThreeWayModel::ConflictRole).toBool());
        QVERIFY(!model.index(1, 0).data(ThreeWayModel::ConflictRole).toBool());
        QVERIFY(model.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QLatin1String("both")));
        QCOMPARE(cells(model, 2)[ThreeWayModel::Was], QStringLiteral("not set"));
    }
    void namesTheObjectWhenThereAreSeveral()
    {
        ThreeWayModel model;
        const QAbstractItemModelTester tester(&model);
        EditResult result;
        result.difference = ObjectCompare::threeWay(R"({"a":1})", R"({"a":2})", R"({"a":3})");
        model.setResults({edit(0), edit(1)}, {result, result});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("ResourceQuota tenant-1/quota: a"));
        model.setResults({}, {});
        QCOMPARE(model.rowCount(), 0);
    }
    void boundsWhatServersSay()
    {
        ThreeWayModel model;
        EditResult result;
        result.difference
            = ObjectCompare::threeWay(R"({"a":"x"})", R"({"a":"y"})", "{\"a\":\"" + QByteArray(1'000'000, 'z') + "\"}");
        model.setResults({edit(0)}, {result});
        QVERIFY(model.index(0, ThreeWayModel::Theirs).data().toString().size() < 500);
        QVERIFY(model.index(0, ThreeWayModel::Theirs).data(Qt::ToolTipRole).toString().size() < 3000);
    }

private:
    static ObjectEdit edit(int number)
    {
        ObjectEdit edit;
        edit.object = {{}, QStringLiteral("v1"), QStringLiteral("ResourceQuota"), QStringLiteral("resourcequotas"), {},
            QStringLiteral("tenant-%1").arg(number), QStringLiteral("quota")};
        return edit;
    }
    static QStringList cells(const ThreeWayModel &model, int row)
    {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        return cells;
    }
};

QTEST_GUILESS_MAIN(TestThreeWayModel)
#include "tst_threewaymodel.moc"
