// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/tree.h"
#include "models/changes/impact.h"
#include "models/changes/undo.h"
#include "tests/support/strict.h"

#include <QTest>

namespace {

ObjectImage imageOf(const char *json, const char *version = "1", const char *uid = "u")
{
    return {true, false, QByteArray(json), QString::fromLatin1(version), QString::fromLatin1(uid)};
}

Change changeOf(ObjectEdit::Action action, const ObjectImage &before, const ObjectImage &after)
{
    Change change;
    change.id = QUuid::createUuid();
    change.clusterName = QStringLiteral("prod");
    ObjectEdit edit;
    edit.object = {{}, QStringLiteral("v1"), QStringLiteral("ResourceQuota"), QStringLiteral("resourcequotas"), {},
        QStringLiteral("acme"), QStringLiteral("quota")};
    edit.action = action;
    edit.before = before;
    edit.after = after;
    change.edits.append(edit);
    return change;
}

EditResult verified()
{
    EditResult result;
    result.state = EditResult::State::Verified;
    return result;
}

const ObjectImage before = imageOf(R"({"spec":{"cpu":"2","old":[1,2],"pods":"1"}})");
const ObjectImage after = imageOf(R"({"spec":{"cpu":"4","memory":"1Gi","pods":"1"}})", "2");

} // namespace

class TestUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void putsBackExactlyWhatWasChanged()
    {
        const Change done = changeOf(ObjectEdit::Action::StrategicPatch, before, after);
        const QUuid id = QUuid::createUuid();
        const Undo undo = undoOf(done, {verified()}, {after}, id);
        QVERIFY(undo.possible);
        QCOMPARE(undo.change.id, id);
        QCOMPARE(undo.change.undoes, done.id);
        QVERIFY(undo.movedOn.isEmpty());
        const ObjectEdit &edit = undo.change.edits[0];
        QCOMPARE(edit.action, ObjectEdit::Action::MergePatch);
        QCOMPARE(edit.before, after);
        QCOMPARE(edit.text, QByteArray(R"({"spec":{"cpu":"2","memory":null,"old":[1,2]}})"));
        QCOMPARE(Tree::parse(after.text)->mergedWith(*Tree::parse(edit.text)).toJson(), before.text);
    }

    void saysWhenTheObjectHasMovedOn()
    {
        const Change done = changeOf(ObjectEdit::Action::MergePatch, before, after);
        const ObjectImage live = imageOf(R"({"spec":{"cpu":"8","memory":"1Gi","pods":"99"}})", "5");
        const Undo undo = undoOf(done, {verified()}, {live}, {});
        QVERIFY(undo.possible);
        QCOMPARE(undo.movedOn, QStringList{QStringLiteral("ResourceQuota acme/quota: spec.cpu")});
        // What others changed besides stays.
        QCOMPARE(Tree::parse(live.text)->mergedWith(*Tree::parse(undo.change.edits[0].text)).toJson(),
            QByteArray(R"({"spec":{"cpu":"2","old":[1,2],"pods":"99"}})"));
    }

    void deletesWhatItMadeAndMakesWhatItDeleted()
    {
        const Undo made = undoOf(changeOf(ObjectEdit::Action::Create, {}, after), {verified()}, {after}, {});
        QVERIFY(made.possible);
        QCOMPARE(made.change.edits[0].action, ObjectEdit::Action::Delete);
        QCOMPARE(made.change.edits[0].before.uid, QStringLiteral("u"));
        const ObjectImage old = imageOf(
            R"({"metadata":{"name":"quota","uid":"u","resourceVersion":"1","managedFields":[]},"spec":{},"status":{}})");
        const Undo deleted = undoOf(changeOf(ObjectEdit::Action::Delete, old, {}), {verified()}, {{}}, {});
        QVERIFY(deleted.possible);
        QCOMPARE(deleted.change.edits[0].action, ObjectEdit::Action::Create);
        QCOMPARE(deleted.change.edits[0].text, QByteArray(R"({"metadata":{"name":"quota"},"spec":{}})"));
    }

    void bringsAnAccountBackWithoutTokensOfItsOldSelf()
    {
        const ObjectImage old = imageOf(R"({"kind":"ServiceAccount","metadata":{"name":"ci"},)"
                                        R"("secrets":[{"name":"ci-token-x7z"},{"name":"registry"}]})");
        const Undo undo = undoOf(changeOf(ObjectEdit::Action::Delete, old, {}), {verified()}, {{}}, {});
        QCOMPARE(undo.change.edits[0].text,
            QByteArray(R"({"kind":"ServiceAccount","metadata":{"name":"ci"},"secrets":[{"name":"registry"}]})"));
    }

    void refusesWhatCannotBeUndone()
    {
        const Change done = changeOf(ObjectEdit::Action::MergePatch, before, after);
        QVERIFY(!undoOf(done, {verified()}, {ObjectImage()}, {}).possible);
        QVERIFY(undoOf(done, {verified()}, {imageOf("{}", "9", "another")}, {})
                    .sentence.contains(QLatin1String("made anew")));
        QVERIFY(!undoOf(done, {EditResult()}, {after}, {}).possible);
        QVERIFY(!undoOf(changeOf(ObjectEdit::Action::Delete, before, {}), {verified()}, {after}, {}).possible);
    }

    void takesBackOnlyWhatWasAppliedTheLastFirst()
    {
        Change done = changeOf(ObjectEdit::Action::MergePatch, before, after);
        done.edits.append(done.edits[0]);
        done.edits.append(done.edits[0]);
        done.edits[2].object.name = QStringLiteral("third");
        const Undo undo = undoOf(done, {verified(), EditResult(), verified()}, {after, after, after}, {});
        QCOMPARE(undo.change.edits.size(), 2);
        QCOMPARE(undo.change.edits[0].object.name, QStringLiteral("third"));
    }

    void tellsTheImpactInWords()
    {
        const Change change = changeOf(ObjectEdit::Action::MergePatch, before, after);
        const QStringList sentences = impactOf(change);
        QCOMPARE(sentences.size(), 4);
        QCOMPARE(sentences[0], QStringLiteral("Objects that the change touches in prod: 1; tenants: 0."));
        QCOMPARE(sentences[1], QStringLiteral("ResourceQuota acme/quota: spec.cpu changes from 2 to 4."));
        QCOMPARE(sentences[2], QStringLiteral("ResourceQuota acme/quota: spec.memory becomes 1Gi, it was not set."));
        QCOMPARE(impactOf(change, 1).last(), QStringLiteral("There are 2 more of these."));
        QCOMPARE(impactOf(changeOf(ObjectEdit::Action::Delete, before, {}))[1],
            QStringLiteral("ResourceQuota acme/quota is deleted."));
    }

    void givesEachWriteItsOwnAuditId()
    {
        Change change = changeOf(ObjectEdit::Action::MergePatch, before, after);
        QCOMPARE(change.auditId(0), change.id);
        change.edits.append(change.edits[0]);
        QVERIFY(change.auditId(0) != change.auditId(1) && change.auditId(0) != change.id);
        QCOMPARE(change.auditId(1), Change(change).auditId(1));
    }
};

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
