// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandboxclient/control.h"
#include "tests/support/faketransport.h"
#include "tests/support/manualclock.h"
#include "tests/support/strict.h"

#include <QSignalSpy>
#include <QTest>

using namespace SandboxClient;
using namespace std::chrono_literals;

class TestControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_control.reset(); }
    void readsIncidentsInTheLanguage();
    void asksForTheStateAgainAndAgain();
    void asksForIncidentsUntilItKnowsThem();
    void startsAndEnds();
    void encodesNames();
    void tellsOfRefusals();
    void readsDebriefings();
    void boundsWhatItKeeps();
    void refusesNonsense();

private:
    ManualClock m_clock;
    FakeTransport *m_transport = nullptr;
    std::unique_ptr<Control> m_control;
};

void TestControl::init()
{
    failOnUnexpectedWarnings();
    auto transport = std::make_unique<FakeTransport>();
    m_transport = transport.get();
    m_control = std::make_unique<Control>(std::move(transport), QStringLiteral("de"), m_clock);
}

void TestControl::readsIncidentsInTheLanguage()
{
    QList<Incident> read;
    connect(m_control.get(), &Control::incidentsRead, this, [&](const QList<Incident> &list) { read = list; });
    m_control->start();
    QVERIFY(m_transport->answer(
        QStringLiteral("/v1/incidents?language=de"), R"([{"name":"a","title":"A","briefing":"Do.","lasts":900}])"));
    QCOMPARE(read, (QList<Incident>{{QStringLiteral("a"), QStringLiteral("A"), QStringLiteral("Do."), 900s}}));
}

void TestControl::asksForTheStateAgainAndAgain()
{
    QList<State> states;
    connect(m_control.get(), &Control::stateRead, this, [&](const State &state) { states.append(state); });
    m_control->start();
    QVERIFY(m_transport->answer(QStringLiteral("/v1/state"), R"({"running":"a","finished":2,"settled":true})"));
    QVERIFY(!m_transport->has(QStringLiteral("/v1/state")));
    m_clock.advance(2s);
    QVERIFY(m_transport->fail(QStringLiteral("/v1/state"), Error{Error::Kind::Timeout, 0, {}, {}, {}}));
    m_clock.advance(2s);
    QVERIFY(m_transport->answer(QStringLiteral("/v1/state"), R"({"running":"","finished":3,"settled":true})"));
    QCOMPARE(states, (QList<State>{{QStringLiteral("a"), 2, true}, {QString(), 3, true}}));
}

void TestControl::asksForIncidentsUntilItKnowsThem()
{
    m_control->start();
    QVERIFY(m_transport->fail(QStringLiteral("/v1/incidents"), Error{Error::Kind::Timeout, 0, {}, {}, {}}));
    QVERIFY(m_transport->answer(QStringLiteral("/v1/state"), R"({"running":"","finished":0})"));
    m_clock.advance(2s);
    QVERIFY(m_transport->answer(QStringLiteral("/v1/incidents"), "[]"));
    QVERIFY(m_transport->answer(QStringLiteral("/v1/state"), R"({"running":"","finished":0})"));
    m_clock.advance(2s);
    QVERIFY(m_transport->has(QStringLiteral("/v1/state")));
    QVERIFY(!m_transport->has(QStringLiteral("/v1/incidents")));
}

void TestControl::startsAndEnds()
{
    m_control->startIncident(QStringLiteral("bad-canary"));
    const auto *sent = m_transport->find(QStringLiteral("/v1/incidents/bad-canary/start"));
    QVERIFY(sent);
    QCOMPARE(sent->request.method, "POST");
    QVERIFY(m_transport->answer(QStringLiteral("/start"), "{}"));
    QVERIFY(m_transport->has(QStringLiteral("/v1/state"))); // at once, to see it run
    m_control->endIncident();
    QVERIFY(m_transport->has(QStringLiteral("/v1/end")));
}

void TestControl::encodesNames()
{
    m_control->startIncident(QStringLiteral("a/../b?c"));
    QVERIFY(m_transport->has(QStringLiteral("/v1/incidents/a%2F..%2Fb%3Fc/start")));
}

void TestControl::tellsOfRefusals()
{
    QList<Error::Kind> errors;
    connect(m_control.get(), &Control::failed, this, [&](const Error &error) { errors.append(error.kind); });
    m_control->startIncident(QStringLiteral("a"));
    QVERIFY(m_transport->fail(QStringLiteral("/start"), Error{Error::Kind::Conflict, 409, {}, {}, {}}));
    QCOMPARE(errors, QList{Error::Kind::Conflict});
}

void TestControl::readsDebriefings()
{
    std::optional<Debriefing> read;
    connect(m_control.get(), &Control::debriefingRead, this, [&](const Debriefing &told) { read = told; });
    m_control->readDebriefing();
    QVERIFY(m_transport->answer(QStringLiteral("/v1/debriefing"), R"({"incident":"a","title":"A","lesson":"L",
        "outcome":"resolved","started":"2026-03-01T10:00:00Z","lasted":61000,"mended":30000,
        "moments":[{"kind":"happened","at":1000,"text":"It broke."},
                   {"kind":"did","at":2000,"user":"olga","verb":"patch","resource":"deployments",
                    "object":"eu/shop/web","status":403,"dryRun":true},
                   {"kind":"noted","at":3000,"text":"resolved"}],
        "spent":[{"tenant":"shop","service":"eu/shop/web","objective":"availability","share":0.25}]})"));
    QVERIFY(read);
    QCOMPARE(read->lasted, 61s);
    QVERIFY(!read->firstAct);
    QCOMPARE(read->mended, std::optional<std::chrono::milliseconds>(30s));
    QCOMPARE(read->started, QDateTime(QDate(2026, 3, 1), QTime(10, 0), Qt::UTC));
    QCOMPARE(read->moments.size(), 3);
    QCOMPARE(read->moments.at(0).kind, Debriefing::Moment::Kind::Happened);
    QCOMPARE(read->moments.at(1).user, QStringLiteral("olga"));
    QCOMPARE(read->moments.at(1).status, 403);
    QVERIFY(read->moments.at(1).dryRun);
    QCOMPARE(read->moments.at(2).kind, Debriefing::Moment::Kind::Noted);
    QCOMPARE(read->spent.constFirst().share, 0.25);
}

void TestControl::boundsWhatItKeeps()
{
    QByteArray json("[");
    for (int i = 0; i < 3000; ++i)
        json += R"({"name":"x"},)";
    json.chop(1);
    const auto incidents = decodeIncidents(json + ']');
    QVERIFY(incidents);
    QCOMPARE(incidents->size(), 1000);
}

void TestControl::refusesNonsense()
{
    for (const char *json : {"", "{", "[", "null", "17", R"({"finished":"many"})", R"({"incident":7})"}) {
        QVERIFY2(!decodeState(json), json);
        QVERIFY2(!decodeDebriefing(json), json);
        QVERIFY2(!decodeIncidents(json), json);
    }
}

QTEST_GUILESS_MAIN(TestControl)
#include "tst_control.moc"
