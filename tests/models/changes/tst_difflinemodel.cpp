// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/difflinemodel.h"
#include "models/changes/plainline.h"
#include "tests/support/strict.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using RowKind = DiffLineModel::RowKind;

namespace {

//! An object with \a fields numbered fields, of which number \a changed has another value.
QByteArray object(int fields, int changed, const QByteArray &value)
{
    QByteArrayList members;
    for (int i = 0; i < fields; ++i)
        members.append("\"f" + QByteArray::number(1000 + i) + "\":\"" + (i == changed ? value : "same") + '"');
    return R"({"kind":"Thing","spec":{)" + members.join(',') + "}}";
}

} // namespace

class TestDiffLineModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void foldsWhatIsTheSame()
    {
        DiffLineModel model;
        const QAbstractItemModelTester tester(&model);
        model.setObjects({thing(40, 20)});
        QCOMPARE(model.kindOf(0), RowKind::Title);
        QCOMPARE(kinds(model, RowKind::Fold).size(), 2);
        const int changed = model.difference(-1, true);
        QCOMPARE(
            model.index(changed).data(DiffLineModel::LineKindRole).toInt(), static_cast<int>(DiffLine::Kind::Changed));
        QCOMPARE(model.index(changed).data(DiffLineModel::LeftRole).toString(), QStringLiteral("  f1020: old"));
        QCOMPARE(model.index(changed).data(DiffLineModel::RightRole).toString(), QStringLiteral("  f1020: new"));
        QCOMPARE(model.rowCount(model.index(0, 0)), 0);
    }
    void opensAFoldWhereItStands()
    {
        DiffLineModel model;
        const QAbstractItemModelTester tester(&model);
        model.setObjects({thing(40, 20)});
        const int fold = kinds(model, RowKind::Fold).first();
        const int rows = model.rowCount();
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QVERIFY(model.canToggle(fold));
        model.toggle(fold);
        QVERIFY(model.rowCount() > rows);
        QVERIFY(resets.isEmpty());
        QCOMPARE(model.kindOf(fold), RowKind::Line);
        model.toggle(kinds(model, RowKind::Fold).first());
        QCOMPARE(model.rowCount(), 43); // the title, kind, spec and its fields
        int number = 0;
        for (int row = 1; row < model.rowCount(); ++row)
            QCOMPARE(model.index(row).data(DiffLineModel::RightNumberRole).toInt(), ++number);
        QVERIFY(!model.canToggle(fold));
        model.toggle(fold);
        QCOMPARE(model.rowCount(), 43);
    }
    void opensAndClosesObjects()
    {
        DiffLineModel model;
        const QAbstractItemModelTester tester(&model);
        QList<DiffObject> objects;
        for (int i = 0; i < DiffLineModel::openAtFirst + 2; ++i)
            objects.append(thing(3, 1));
        model.setObjects(objects);
        const int rows = model.rowCount();
        QCOMPARE(model.kindOf(rows - 1), RowKind::Title);
        QVERIFY(!model.index(rows - 1).data(DiffLineModel::OpenRole).toBool());
        model.toggle(rows - 1);
        QCOMPARE(model.rowCount(), rows + 5);
        QVERIFY(model.index(rows - 1).data(DiffLineModel::OpenRole).toBool());
        model.toggle(rows - 1);
        QCOMPARE(model.rowCount(), rows);
        model.toggle(0);
        QCOMPARE(model.kindOf(1), RowKind::Title);
    }
    void goesFromDifferenceToDifference()
    {
        DiffLineModel model;
        const QAbstractItemModelTester tester(&model);
        model.setObjects({thing(40, 5), thing(40, 35)});
        const int first = model.difference(-1, true);
        const int second = model.difference(first, true);
        QVERIFY(first > 0 && second > first);
        QCOMPARE(model.difference(second, true), -1);
        QCOMPARE(model.difference(second, false), first);
        QCOMPARE(model.difference(first, false), -1);
    }
    void tellsWhatIsCreatedAndDeleted()
    {
        DiffLineModel model;
        const QAbstractItemModelTester tester(&model);
        model.setObjects({{QStringLiteral("A"), {}, object(2, 0, "x")}, {QStringLiteral("B"), object(2, 0, "x"), {}}});
        QStringList titles;
        for (const int row : kinds(model, RowKind::Title))
            titles.append(model.index(row).data().toString());
        QCOMPARE(titles, (QStringList{QStringLiteral("A is created"), QStringLiteral("B is deleted")}));
        QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().startsWith(QLatin1String("Added: ")));
        const int last = model.rowCount() - 1;
        QVERIFY(model.index(last).data(Qt::AccessibleTextRole).toString().startsWith(QLatin1String("Removed: ")));
    }
    void everyRowCanBeReadAloud()
    {
        DiffLineModel model;
        model.setObjects({thing(40, 20)});
        for (int row = 0; row < model.rowCount(); ++row)
            QVERIFY(!model.index(row).data(Qt::AccessibleTextRole).toString().isEmpty());
        QVERIFY(model.index(model.difference(-1, true))
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(QLatin1String("Changed from ")));
    }
    void copiesLinesAsTheyAre()
    {
        const QByteArray longValue(5000, 'x');
        DiffLineModel model;
        model.setObjects({{QStringLiteral("A"), object(1, 0, "old"), object(1, 0, longValue)}});
        const int row = model.difference(-1, true);
        QVERIFY(model.index(row).data(DiffLineModel::RightRole).toString().size() < 500);
        QVERIFY(model.index(row).data(Qt::ToolTipRole).toString().size() < 3000);
        QVERIFY(model.textOf({row}).contains(QString::fromLatin1(longValue)));
    }
    void staysUsableWithThousandsOfLines()
    {
        DiffLineModel model;
        model.setObjects({thing(20'000, 10'000)});
        QVERIFY(model.rowCount() < 20);
        while (!kinds(model, RowKind::Fold).isEmpty())
            model.toggle(kinds(model, RowKind::Fold).first());
        QCOMPARE(model.rowCount(), 20'003);
        QCOMPARE(model.highestNumber(), 20'002);
    }
    void showsHostileTextAsOneQuietLine()
    {
        const QString shown = plainLine(QStringLiteral("a\n<b>\u202Ecba\u0000\tx\u2028y"));
        QVERIFY(!shown.contains(u'\n') && !shown.contains(QChar(0x202E)) && !shown.contains(QChar(0x2028)));
        QVERIFY(shown.contains(QLatin1String("<b>")));
        QCOMPARE(plainLine(QString(1'000'000, u'x')).size(), 401);
        QCOMPARE(plainLine(QStringLiteral("plain")), QStringLiteral("plain"));
    }

private:
    static DiffObject thing(int fields, int changed)
    {
        return {QStringLiteral("Thing"), object(fields, changed, "old"), object(fields, changed, "new")};
    }
    static QList<int> kinds(const DiffLineModel &model, RowKind kind)
    {
        QList<int> rows;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.kindOf(row) == kind)
                rows.append(row);
        }
        return rows;
    }
};

QTEST_GUILESS_MAIN(TestDiffLineModel)
#include "tst_difflinemodel.moc"
