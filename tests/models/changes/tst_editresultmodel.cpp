// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/editresultmodel.h"
#include "tests/support/strict.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using State = EditResult::State;

class TestEditResultModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void updatesRowsInPlace()
    {
        EditResultModel model;
        const QAbstractItemModelTester tester(&model);
        const QList<ObjectEdit> edits{edit(0), edit(1)};
        model.setResults(edits, {result(State::NotSent), result(State::NotSent)}, false);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowCount(model.index(0, 0)), 0);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setResults(edits, {result(State::NotSent), result(State::Verified)}, false);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().first().toModelIndex().row(), 1);
        model.setResults({edit(0)}, {}, false);
        QCOMPARE(model.rowCount(), 1);
    }
    void eachStateHasAWordAndAnIdOfItsOwn()
    {
        QSet<QString> ids;
        QSet<QString> words;
        for (const State state : {State::NotSent, State::Unchanged, State::Applied, State::Verified,
                 State::NotConverged, State::Conflict, State::Refused, State::Failed, State::Unknown}) {
            const Condition condition = ChangeText::condition(state, true);
            ids.insert(condition.id);
            words.insert(condition.word);
        }
        QCOMPARE(ids.size(), 9);
        QCOMPARE(words.size(), 9);
        QVERIFY(ChangeText::condition(State::NotSent, false).word != ChangeText::condition(State::NotSent, true).word);
    }
    void saysEachRowAsASentence()
    {
        EditResultModel model;
        EditResult refused = result(State::Refused);
        refused.sentence = QStringLiteral("The quota <b>says</b>\nno.");
        model.setResults({edit(7)}, {refused}, true);
        const QModelIndex row = model.index(0);
        QCOMPARE(row.data(Qt::AccessibleTextRole).toString(),
            QStringLiteral("ResourceQuota tenant-7/quota: refused. The quota <b>says</b> no."));
        QCOMPARE(row.data(EditResultModel::ConditionRole).value<Condition>().severity, Condition::Severity::Critical);
        QVERIFY(!row.data(Qt::DecorationRole).isValid());
    }

private:
    static ObjectEdit edit(int number)
    {
        ObjectEdit edit;
        edit.object = {{}, QStringLiteral("v1"), QStringLiteral("ResourceQuota"), QStringLiteral("resourcequotas"), {},
            QStringLiteral("tenant-%1").arg(number), QStringLiteral("quota")};
        return edit;
    }
    static EditResult result(State state)
    {
        EditResult result;
        result.state = state;
        return result;
    }
};

QTEST_GUILESS_MAIN(TestEditResultModel)
#include "tst_editresultmodel.moc"
