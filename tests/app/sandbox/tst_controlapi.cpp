// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/controlapi.h"
#include "backends/sandbox/api/json.h"
#include "backends/sandboxclient/controldecode.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Sandbox;

class TestControlApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesWhoeverHasNoToken_data();
    void refusesWhoeverHasNoToken();
    void listsIncidentsInTheLanguage();
    void startsOneAtATime();
    void endsWhatRuns();
    void tellsHowItWent();
    void answersTheRestAsNotThere_data();
    void answersTheRestAsNotThere();

private:
    std::vector<std::string> m_started;
    int m_ended = 0;
    std::unique_ptr<ControlApi> m_api;

    [[nodiscard]] Answer ask(const std::string &method, const std::string &path, const std::string &language = "en",
        const std::string &authorization = "Bearer token") const;
    [[nodiscard]] static QByteArray body(const Answer &answer);
};

void TestControlApi::init()
{
    failOnUnexpectedWarnings();
    m_started.clear();
    m_ended = 0;
    IncidentSpec incident;
    incident.name = "bad-canary";
    incident.title.byLanguage = {{"en", "A bad canary"}, {"de", "Ein schlechter Kanarienvogel"}};
    incident.briefing.byLanguage = {{"en", "Look at the budget."}};
    incident.runsFor = std::chrono::minutes(15);
    m_api = std::make_unique<ControlApi>("token", std::vector{incident},
        ControlApi::Wishes{[this](const std::string &name) { m_started.push_back(name); }, [this] { ++m_ended; }});
}

Answer TestControlApi::ask(const std::string &method, const std::string &path, const std::string &language,
    const std::string &authorization) const
{
    Request request;
    request.method = method;
    request.path = path;
    request.query = {{"language", language}};
    request.headers = {{"authorization", authorization}};
    return m_api->handle(request);
}

QByteArray TestControlApi::body(const Answer &answer)
{
    return QByteArray::fromStdString(std::get<std::string>(answer.body));
}

void TestControlApi::refusesWhoeverHasNoToken_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("another") << QByteArray("Bearer tokem");
    QTest::newRow("part of it") << QByteArray("Bearer toke");
    QTest::newRow("more than it") << QByteArray("Bearer tokentoken");
    QTest::newRow("empty") << QByteArray("Bearer ");
    QTest::newRow("another scheme") << QByteArray("Basic token");
}

void TestControlApi::refusesWhoeverHasNoToken()
{
    QFETCH(const QByteArray, authorization);
    const std::string header = authorization.toStdString();
    QCOMPARE(ask("GET", "/v1/state", "en", header).status, 401);
    QCOMPARE(ask("POST", "/v1/incidents/bad-canary/start", "en", header).status, 401);
    QVERIFY(m_started.empty());
}

void TestControlApi::listsIncidentsInTheLanguage()
{
    const auto german = SandboxClient::decodeIncidents(body(ask("GET", "/v1/incidents", "de")));
    QVERIFY(german);
    QCOMPARE(german->size(), 1);
    QCOMPARE(german->constFirst().name, QStringLiteral("bad-canary"));
    QCOMPARE(german->constFirst().title, QStringLiteral("Ein schlechter Kanarienvogel"));
    QCOMPARE(german->constFirst().briefing, QStringLiteral("Look at the budget.")); // there is no other
    QCOMPARE(german->constFirst().lasts, std::chrono::seconds(900));
    const auto french = SandboxClient::decodeIncidents(body(ask("GET", "/v1/incidents", "fr")));
    QCOMPARE(french->constFirst().title, QStringLiteral("A bad canary"));
}

void TestControlApi::startsOneAtATime()
{
    QCOMPARE(ask("POST", "/v1/incidents/bad-canary/start").status, 202);
    QCOMPARE(m_started, std::vector<std::string>{"bad-canary"});
    QCOMPARE(ask("POST", "/v1/incidents/bad-canary/start").status, 409); // before anybody has told how it does
    QCOMPARE(m_started.size(), size_t(1));
    m_api->setState({"", 1, true});
    const auto state = SandboxClient::decodeState(body(ask("GET", "/v1/state")));
    QVERIFY(state);
    QCOMPARE(*state, (SandboxClient::State{QString(), 1, true}));
    QCOMPARE(ask("POST", "/v1/incidents/bad-canary/start").status, 202);
}

void TestControlApi::endsWhatRuns()
{
    QCOMPARE(ask("POST", "/v1/end").status, 409);
    QCOMPARE(m_ended, 0);
    m_api->setState({"bad-canary", 0, true});
    QCOMPARE(ask("POST", "/v1/end").status, 202);
    QCOMPARE(m_ended, 1);
}

void TestControlApi::tellsHowItWent()
{
    QCOMPARE(ask("GET", "/v1/debriefing").status, 404);
    Debriefing told;
    told.incident = "bad-canary";
    told.title.byLanguage = {{"en", "A bad canary"}};
    told.outcome = Debriefing::Outcome::RanOut;
    told.started = "2026-03-01T10:00:00Z";
    told.lasted = std::chrono::minutes(15);
    told.mended = std::chrono::seconds(90);
    Debriefing::Moment happened;
    happened.says.byLanguage = {{"en", "A canary came."}};
    Debriefing::Moment did;
    did.kind = Debriefing::Moment::Kind::Did;
    did.user = "olga";
    did.verb = "patch";
    did.resource = "deployments";
    did.target = {"eu", "shop", "web"};
    did.status = 200;
    Debriefing::Moment noted;
    noted.kind = Debriefing::Moment::Kind::Noted;
    noted.note = "resolved";
    told.moments = {happened, did, noted};
    told.spent = {{"shop", {"eu", "shop", "web"}, "availability", 0.5}};
    m_api->setDebriefing(told);

    const auto read = SandboxClient::decodeDebriefing(body(ask("GET", "/v1/debriefing")));
    QVERIFY(read);
    QCOMPARE(read->outcome, QStringLiteral("ran-out"));
    QCOMPARE(read->lasted, std::chrono::milliseconds(900'000));
    QVERIFY(!read->firstAct);
    QCOMPARE(read->mended, std::optional<std::chrono::milliseconds>(90'000));
    QCOMPARE(read->moments.size(), 3);
    QCOMPARE(read->moments.at(0).text, QStringLiteral("A canary came."));
    QCOMPARE(read->moments.at(1).object, QStringLiteral("eu/shop/web"));
    QCOMPARE(read->moments.at(1).verb, QStringLiteral("patch"));
    QCOMPARE(read->moments.at(2).text, QStringLiteral("resolved"));
    QCOMPARE(read->spent.constFirst().service, QStringLiteral("eu/shop/web"));
    QCOMPARE(read->spent.constFirst().share, 0.5);
}

void TestControlApi::answersTheRestAsNotThere_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("root") << QByteArray("GET") << QByteArray("/") << 404;
    QTest::newRow("unknown incident") << QByteArray("POST") << QByteArray("/v1/incidents/other/start") << 404;
    QTest::newRow("no name") << QByteArray("POST") << QByteArray("/v1/incidents//start") << 404;
    QTest::newRow("overlapping") << QByteArray("POST") << QByteArray("/v1/incidents/start") << 404;
    QTest::newRow("reading what is done") << QByteArray("GET") << QByteArray("/v1/end") << 404;
    QTest::newRow("other method") << QByteArray("DELETE") << QByteArray("/v1/state") << 405;
}

void TestControlApi::answersTheRestAsNotThere()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const int, status);
    const Answer answer = ask(method.toStdString(), path.toStdString());
    QCOMPARE(answer.status, status);
    const auto json = parseJson(std::get<std::string>(answer.body));
    QVERIFY(json);
    QCOMPARE(textAt(*json, "kind"), std::string("Status"));
    QVERIFY(m_started.empty());
}

QTEST_GUILESS_MAIN(TestControlApi)
#include "tst_controlapi.moc"
