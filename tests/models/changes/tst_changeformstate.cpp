// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/changeformstate.h"
#include "models/changes/changehistory.h"
#include "tests/support/strict.h"

#include <QTest>

using Page = ChangeFormState::Page;
using State = EditResult::State;
using Guard::Finding;

class TestChangeFormState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void neverOffersAButtonWithoutAReasonForNot_data()
    {
        QTest::addColumn<int>("stage");
        for (int stage = static_cast<int>(ChangeStage::Waiting); stage <= static_cast<int>(ChangeStage::Ended); ++stage)
            QTest::addRow("stage %d", stage) << stage;
    }
    void neverOffersAButtonWithoutAReasonForNot()
    {
        QFETCH(int, stage);
        ChangeFormFacts facts = begun(static_cast<ChangeStage>(stage), 2);
        if (facts.stage == ChangeStage::Ended)
            end(facts, {State::Verified, State::Verified});
        const ChangeFormState state = changeFormState(facts);
        QCOMPARE(state.canConfirm, facts.stage == ChangeStage::Confirming);
        QVERIFY(state.canConfirm != !state.whyNot.isEmpty());
        QVERIFY(!state.headline.sentence.isEmpty());
        const bool busy = facts.stage > ChangeStage::Confirming && facts.stage < ChangeStage::Ended;
        QCOMPARE(state.busy, busy);
    }
    void saysWhyThereIsNothingToLookAt()
    {
        ChangeFormFacts facts;
        QCOMPARE(changeFormState(facts).page, Page::Nothing);
        QVERIFY(!changeFormState(facts).whyNot.isEmpty());
        facts.problem = QStringLiteral("2x is no amount.");
        QCOMPARE(changeFormState(facts).whyNot, facts.problem);
        facts.problem.clear();
        facts.wanted = true;
        facts.connected = false;
        facts.clusterName = QStringLiteral("prod-eu");
        QVERIFY(changeFormState(facts).whyNot.contains(QLatin1String("prod-eu is not connected")));
        facts.connected = true;
        QCOMPARE(changeFormState(facts).page, Page::Checking);
        facts.lost = true;
        QVERIFY(changeFormState(facts).whyNot.contains(QLatin1String("disconnected")));
    }
    void asksForTheNameOfAProductionCluster()
    {
        ChangeFormFacts facts = begun(ChangeStage::Confirming);
        facts.findings = {{Guard::Kind::Production, Finding::Verdict::Asks, QStringLiteral("Type its name.")}};
        ChangeFormState state = changeFormState(facts);
        QCOMPARE(state.asksName, QStringLiteral("prod-eu"));
        QCOMPARE(state.whyNot, QStringLiteral("Type its name."));
        facts.confirmation.typedName = QStringLiteral("prod-us");
        QVERIFY(!changeFormState(facts).canConfirm);
        facts.confirmation.typedName = QStringLiteral("prod-eu");
        QVERIFY(changeFormState(facts).canConfirm);
        facts.refusal = QStringLiteral("A freeze has begun.");
        QCOMPARE(changeFormState(facts).whyNot, facts.refusal);
    }
    void boundsTheNotes()
    {
        ChangeFormFacts facts = begun(ChangeStage::Confirming);
        for (int i = 0; i < 100; ++i)
            facts.findings.append({Guard::Kind::Freeze, Finding::Verdict::Refuses, QString(5000, u'x')});
        const ChangeFormState state = changeFormState(facts);
        QCOMPARE(state.notes.size(), ChangeFormState::mostNotes);
        QVERIFY(state.notes.first().sentence.size() <= 1001);
        QVERIFY(state.notes.last().sentence.contains(QLatin1String("89")));
        QCOMPARE(state.notes.first().severity, Condition::Severity::Critical);
    }
    void offersMineOnTopOfTheirs()
    {
        ChangeFormFacts facts = begun(ChangeStage::Ended, 2);
        end(facts, {State::Conflict, State::NotSent});
        facts.results[0].difference = ObjectCompare::threeWay(R"({"a":1})", R"({"a":2})", R"({"a":3})");
        facts.results[0].live = image("theirs", "9");
        const ChangeFormState state = changeFormState(facts);
        QCOMPARE(state.page, Page::Conflict);
        QVERIFY(!state.again.isEmpty() && !state.offersUndo && !state.giveUp.isEmpty());
        const QUuid id = QUuid::createUuidV5(QUuid(), QStringLiteral("again"));
        const Change again = ChangeText::leftOver(facts.change, facts.results, id);
        QCOMPARE(again.id, id);
        QCOMPARE(again.edits.size(), 2);
        QCOMPARE(again.edits[0].before, facts.results[0].live);
        QCOMPARE(again.edits[1].before, facts.change.edits[1].before);
        QVERIFY(ChangeText::sameWish(again, facts.change));
    }
    void leavesOutWhatWasMade()
    {
        ChangeFormFacts facts = begun(ChangeStage::Ended, 3);
        end(facts, {State::Verified, State::Failed, State::Refused});
        const Change again = ChangeText::leftOver(facts.change, facts.results, {});
        QCOMPARE(again.edits.size(), 1);
        QCOMPARE(again.edits[0].object, facts.change.edits[1].object);
        const ChangeFormState state = changeFormState(facts);
        QVERIFY(state.offersUndo && !state.again.isEmpty());
        QVERIFY(!state.asksWords); // it is in the journal with its words
    }
    void offersToAskAgainWhatWasRefused()
    {
        ChangeFormFacts facts = begun(ChangeStage::Ended);
        end(facts, {State::Refused}); // a right may be given meanwhile
        facts.findings = {{Guard::Kind::Rights, Finding::Verdict::Refuses, QStringLiteral("You may not.")}};
        const ChangeFormState state = changeFormState(facts);
        QVERIFY(!state.again.isEmpty() && !state.canConfirm);
        QCOMPARE(state.whyNot, QStringLiteral("You may not."));
    }
    void doesNotOfferWhatCannotBe()
    {
        ChangeFormFacts facts = begun(ChangeStage::Ended);
        end(facts, {State::Conflict}); // it is gone
        QVERIFY(changeFormState(facts).again.isEmpty());
        facts.change.edits[0].action = ObjectEdit::Action::Create;
        facts.results[0].live = image("theirs", "9"); // there is one already
        QVERIFY(changeFormState(facts).again.isEmpty());
        end(facts, {State::Unknown}); // it may be there: nobody is to send it twice
        QVERIFY(changeFormState(facts).again.isEmpty());
    }
    void takesOverOnlyFromWhomIsNamed()
    {
        ChangeFormFacts facts = begun(ChangeStage::Ended);
        end(facts, {State::Conflict});
        facts.results[0].owners = {{QStringLiteral(".spec.cpu"), QStringLiteral("argocd")},
            {QStringLiteral(".spec.pods"), QStringLiteral("argocd")},
            {QStringLiteral(".spec.pods"), QStringLiteral("helm")}};
        ChangeFormState state = changeFormState(facts);
        QCOMPARE(state.managers, QStringLiteral("argocd, helm"));
        QVERIFY(!state.canTakeOver);
        QVERIFY(state.again.isEmpty());
        QCOMPARE(state.notes.size(), 3);
        QVERIFY(state.notes.first().sentence.contains(QLatin1String("argocd manages .spec.cpu")));
        facts.typedManagers = QStringLiteral(" argocd, helm ");
        QVERIFY(changeFormState(facts).canTakeOver);
        QVERIFY(ChangeText::leftOver(facts.change, facts.results, {}).edits.isEmpty());
        QVERIFY(ChangeText::leftOver(facts.change, facts.results, {}, true).edits.first().force);
    }
    void tellsOfAGapInTheJournal()
    {
        ChangeFormFacts facts = begun(ChangeStage::Ended);
        end(facts, {State::Verified});
        facts.outcome->journalGap = QStringLiteral("The disk is full.");
        QCOMPARE(changeFormState(facts).notes.last().sentence, facts.outcome->journalGap);
    }
    void knowsTheSameWish()
    {
        const Change one = begun(ChangeStage::Waiting).change;
        Change other = one;
        other.id = QUuid::createUuidV5(QUuid(), QStringLiteral("other"));
        other.reason = QStringLiteral("because");
        other.edits[0].before = image("x", "7");
        QVERIFY(ChangeText::sameWish(one, other));
        other.edits[0].text = "{}";
        QVERIFY(!ChangeText::sameWish(one, other));
        QVERIFY(!ChangeText::sameWish(one, begun(ChangeStage::Waiting, 2).change));
    }
    void findsWhatUndoMeans()
    {
        QList<EndedChange> ended;
        QVERIFY(!ChangeHistory::lastUndoable(ended));
        ended.prepend(endedChange("first", State::Verified));
        ended.prepend(endedChange("second", State::NotConverged));
        ended.prepend(endedChange("refused", State::Refused));
        QCOMPARE(ChangeHistory::lastUndoable(ended)->change.reason, QStringLiteral("second"));
        EndedChange undo = endedChange("undo", State::Verified);
        undo.change.undoes = ended[1].change.id;
        ended.prepend(undo);
        QCOMPARE(ChangeHistory::lastUndoable(ended)->change.reason, QStringLiteral("first"));
        QVERIFY(ChangeHistory::whyNoUndo(ended[0], ended).isEmpty()); // an undoing can be undone by name
        QVERIFY(!ChangeHistory::whyNoUndo(ended[1], ended).isEmpty()); // refused
        QVERIFY(!ChangeHistory::whyNoUndo(ended[2], ended).isEmpty()); // undone already
        QVERIFY(ChangeHistory::sentence(ended[0]).contains(QLatin1String("Undoing")));
    }

private:
    static ObjectImage image(const QByteArray &text, const char *version)
    {
        return {true, false, "{\"a\":\"" + text + "\"}", QString::fromLatin1(version), QStringLiteral("uid")};
    }
    static ChangeFormFacts begun(ChangeStage stage, int edits = 1)
    {
        ChangeFormFacts facts;
        facts.wanted = facts.begun = true;
        facts.action = QStringLiteral("Do it");
        facts.clusterName = facts.change.clusterName = QStringLiteral("prod-eu");
        facts.stage = stage;
        for (int i = 0; i < edits; ++i) {
            ObjectEdit edit;
            edit.object = {{}, QStringLiteral("v1"), QStringLiteral("ResourceQuota"), QStringLiteral("resourcequotas"),
                {}, QStringLiteral("tenant-%1").arg(i), QStringLiteral("quota")};
            edit.text = R"({"a":2})";
            edit.before = image("1", "1");
            facts.change.edits.append(edit);
            facts.results.append(EditResult());
        }
        return facts;
    }
    static void end(ChangeFormFacts &facts, const QList<State> &states)
    {
        facts.results.clear();
        for (const State state : states) {
            facts.results.append(EditResult());
            facts.results.last().state = state;
        }
        facts.outcome = ChangeText::sumUp(facts.results, facts.clusterName);
    }
    static EndedChange endedChange(const char *reason, State state)
    {
        ChangeFormFacts facts = begun(ChangeStage::Ended);
        end(facts, {state});
        facts.change.id = QUuid::createUuidV5(QUuid(), QString::fromLatin1(reason));
        facts.change.reason = QString::fromLatin1(reason);
        return {facts.change, *facts.outcome, {}};
    }
};

QTEST_GUILESS_MAIN(TestChangeFormState)
#include "tst_changeformstate.moc"
