// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandboxclient/control.h"
#include "backends/sandboxclient/leasefailure.h"
#include "models/training/training.h"
#include "tests/support/faketransport.h"
#include "tests/support/manualclock.h"
#include "tests/support/strict.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

class TestTraining : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsIncidentsByTitle();
    void knowsWhatRuns();
    void bringsTheDebriefingOfWhatEndedHere();
    void isNotToldOfWhatEndedBefore();
    void putsDebriefingsIntoWords();
    void asksForWhatIsWanted();
    void saysWhyItWasRefused();
    void saysWhyThereIsNone_data();
    void saysWhyThereIsNone();
    void forgetsWhatHasEnded();
    void namesMissingPackages();

private:
    ManualClock m_clock;
    FakeTransport *m_transport = nullptr;
    std::unique_ptr<SandboxClient::Control> m_control;
    std::unique_ptr<Training> m_training;

    void tellState(const QByteArray &running, int finished);
};

void TestTraining::init()
{
    failOnUnexpectedWarnings();
    auto transport = std::make_unique<FakeTransport>();
    m_transport = transport.get();
    m_control = std::make_unique<SandboxClient::Control>(std::move(transport), QStringLiteral("en"), m_clock);
    m_training = std::make_unique<Training>();
    m_training->follow(*m_control);
    m_control->start();
    QVERIFY(m_transport->answer(QStringLiteral("/v1/incidents"),
        R"([{"name":"b","title":"Storm","briefing":"Be calm.","lasts":900},{"name":"a","title":"Canary"}])"));
}

void TestTraining::cleanup()
{
    m_training.reset();
    m_control.reset();
}

void TestTraining::tellState(const QByteArray &running, int finished)
{
    if (!m_transport->has(QStringLiteral("/v1/state")))
        m_clock.advance(2s);
    QVERIFY(m_transport->answer(QStringLiteral("/v1/state"),
        "{\"running\":\"" + running + "\",\"finished\":" + QByteArray::number(finished) + ",\"settled\":true}"));
}

void TestTraining::listsIncidentsByTitle()
{
    QCOMPARE(m_training->stage(), Training::Stage::Here);
    QCOMPARE(m_training->incidents().size(), 2);
    QCOMPARE(m_training->incidents().constFirst().title, QStringLiteral("Canary"));
    const TrainingIncident *storm = m_training->find(QStringLiteral("b"));
    QVERIFY(storm);
    QCOMPARE(storm->briefing, QStringLiteral("Be calm."));
    QCOMPARE(storm->lasts, 900s);
    QVERIFY(!m_training->find(QStringLiteral("c")));
}

void TestTraining::knowsWhatRuns()
{
    QSignalSpy changed(m_training.get(), &Training::changed);
    tellState("a", 0);
    QCOMPARE(m_training->running(), QStringLiteral("a"));
    QCOMPARE(changed.size(), 1);
    tellState("a", 0);
    QCOMPARE(changed.size(), 1);
}

void TestTraining::bringsTheDebriefingOfWhatEndedHere()
{
    QSignalSpy debriefed(m_training.get(), &Training::debriefed);
    tellState("a", 1);
    QVERIFY(!m_training->debriefing());
    tellState("", 2);
    QVERIFY(m_transport->answer(
        QStringLiteral("/v1/debriefing"), R"({"incident":"a","title":"Canary","outcome":"resolved","lasted":1000})"));
    QCOMPARE(debriefed.size(), 1);
    QVERIFY(m_training->debriefing());
    QCOMPARE(m_training->debriefing()->title, QStringLiteral("Canary"));
    QCOMPARE(m_training->debriefing()->outcome, QStringLiteral("It was mended."));
}

void TestTraining::isNotToldOfWhatEndedBefore()
{
    tellState("", 5);
    tellState("", 5);
    QVERIFY(!m_transport->has(QStringLiteral("/v1/debriefing")));
}

void TestTraining::putsDebriefingsIntoWords()
{
    tellState("a", 0);
    tellState("", 1);
    QVERIFY(m_transport->answer(QStringLiteral("/v1/debriefing"), R"({"incident":"a","outcome":"ran-out","moments":[
        {"kind":"noted","at":0,"text":"started"},
        {"kind":"happened","at":1000,"text":"It broke."},
        {"kind":"did","at":2000,"user":"olga","verb":"patch","resource":"deployments","object":"eu/shop/web",
         "status":200,"dryRun":true},
        {"kind":"did","at":3000,"user":"olga","verb":"update","resource":"resourcequotas","object":"eu/shop/q",
         "status":403}],
        "spent":[{"tenant":"shop","service":"eu/shop/web","objective":"satisfaction","share":0.1}]})"));
    QVERIFY(m_training->debriefing());
    const QList<Debriefing::Moment> &moments = m_training->debriefing()->moments;
    QCOMPARE(moments.size(), 4);
    QCOMPARE(moments.at(0).text, QStringLiteral("The incident began."));
    QCOMPARE(moments.at(1).text, QStringLiteral("It broke."));
    QVERIFY(moments.at(1).who.isEmpty());
    QCOMPARE(moments.at(2).who, QStringLiteral("olga"));
    QCOMPARE(moments.at(2).text, QStringLiteral("patch deployments eu/shop/web (only tried)"));
    QCOMPARE(moments.at(3).text, QStringLiteral("update resourcequotas eu/shop/q: refused with 403"));
    QCOMPARE(m_training->debriefing()->spent.constFirst().objective, QStringLiteral("user satisfaction"));
    QVERIFY(m_training->debriefing()->outcome.contains(QStringLiteral("put back")));
}

void TestTraining::asksForWhatIsWanted()
{
    QSignalSpy said(m_training.get(), &Training::messageShown);
    m_training->startIncident(QStringLiteral("a"));
    QVERIFY(m_transport->has(QStringLiteral("/v1/incidents/a/start")));
    QVERIFY(said.constFirst().constFirst().toString().contains(QStringLiteral("Canary")));
    m_training->endIncident();
    QVERIFY(m_transport->has(QStringLiteral("/v1/end")));
}

void TestTraining::saysWhyItWasRefused()
{
    QSignalSpy said(m_training.get(), &Training::messageShown);
    m_training->startIncident(QStringLiteral("a"));
    QVERIFY(m_transport->fail(QStringLiteral("/start"), Error{Error::Kind::Conflict, 409, {}, {}, {}}));
    QCOMPARE(said.size(), 2);
    QVERIFY(said.constLast().constFirst().toString().contains(QStringLiteral("Another incident")));
}

void TestTraining::saysWhyThereIsNone_data()
{
    QTest::addColumn<SandboxClient::LeaseFailure>("failure");
    QTest::addColumn<QString>("word");
    using Failure = SandboxClient::LeaseFailure;
    QTest::newRow("place") << Failure::PlaceUnusable << QStringLiteral("XDG_RUNTIME_DIR");
    QTest::newRow("program") << Failure::ProgramMissing << QStringLiteral("packaging/run");
    QTest::newRow("ended") << Failure::Ended << QStringLiteral("terminal");
    QTest::newRow("time") << Failure::TookTooLong << QStringLiteral("less busy");
    QTest::newRow("unreadable") << Failure::Unreadable << QStringLiteral("another version");
    QTest::newRow("lost") << Failure::Lost << QStringLiteral("again");
}

void TestTraining::saysWhyThereIsNone()
{
    QFETCH(const SandboxClient::LeaseFailure, failure);
    QFETCH(const QString, word);
    m_training->setFailed(failure, QStringLiteral("said this"));
    QCOMPARE(m_training->stage(), Training::Stage::Failed);
    const Problem problem = m_training->problem();
    QVERIFY(!problem.title.isEmpty() && !problem.explanation.isEmpty() && !problem.nextStep.isEmpty());
    QVERIFY2(problem.text().contains(word), qPrintable(problem.text()));
    QVERIFY(problem.text().contains(QStringLiteral("said this")));
}

void TestTraining::forgetsWhatHasEnded()
{
    tellState("a", 0);
    m_training->setFailed(SandboxClient::LeaseFailure::Lost, {});
    QVERIFY(m_training->incidents().isEmpty());
    QVERIFY(m_training->running().isEmpty());
    m_training->setStarting();
    QCOMPARE(m_training->stage(), Training::Stage::Starting);
    QVERIFY(m_training->problem().isEmpty());
}

void TestTraining::namesMissingPackages()
{
    QVERIFY(Training::missingText({}).isEmpty());
    const QString text
        = Training::missingText({QStringLiteral("prometheus"), QStringLiteral("prometheus-alertmanager")});
    QVERIFY(text.contains(QStringLiteral("prometheus, prometheus-alertmanager")));
}

QTEST_GUILESS_MAIN(TestTraining)
#include "tst_training.moc"
