// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/sandbox/incidentstage.h"
#include "tests/support/strict.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sandbox;
using namespace std::chrono_literals;

namespace {

std::string deployment(const std::string &space, const std::string &name)
{
    return "/apis/apps/v1/namespaces/" + space + "/deployments/" + name;
}

Json scaled(int replicas)
{
    return {{"spec", {{"replicas", replicas}}}};
}

//! With strategic merge, as kubectl set image does.
Json withImage(const std::string &container, const std::string &image)
{
    Json patch;
    makeAt(patch, "spec/template/spec/containers") = Json::array({{{"name", container}, {"image", image}}});
    return patch;
}

const std::string strategic = "application/strategic-merge-patch+json";

//! What the right person does in each incident; false when the server refuses.
bool mend(IncidentStage &stage, const QString &name)
{
    const std::string olga = "olga.operator";
    if (name == QLatin1String("bad-canary")) {
        Json patch;
        patch["metadata"]["annotations"]["nginx.ingress.kubernetes.io/canary-weight"] = "0";
        return stage.send(olga, "aurora", "PATCH",
                   "/apis/networking.k8s.io/v1/namespaces/halden-freight-eu/ingresses/tracking-api-canary", patch)
            == 200;
    }
    if (name == QLatin1String("slow-tail")) {
        return stage.send(olga, "cascade", "PATCH", deployment("skyline-travel", "booking-api"),
                   withImage("booking-api", "registry.example.com/booking-api:8.2.0"), strategic)
            == 200;
    }
    if (name == QLatin1String("quota-eater"))
        return stage.send(olga, "aurora", "PATCH", deployment("lantern-media", "transcoder"), scaled(12)) == 200;
    if (name == QLatin1String("crash-loop")) {
        return stage.send(olga, "aurora", "PATCH", deployment("kestrel-bank-eu", "payments-api"),
                   withImage("payments-api", "registry.example.com/payments-api:1.44.0"), strategic)
            == 200;
    }
    if (name == QLatin1String("alert-storm")) {
        return stage.send(olga, "cascade", "PATCH", deployment("kube-system", "coredns"),
                   withImage("coredns", "registry.k8s.io/coredns/coredns:v1.9.3"), strategic)
            == 200;
    }
    if (name == QLatin1String("silent-cluster"))
        return stage.send(olga, "cascade", "PATCH", deployment("halden-freight-us", "booking-api"), scaled(24)) == 200;
    if (name == QLatin1String("expired-credential")) {
        return stage.send("aram.approver", "cascade", "PATCH",
                   "/api/v1/namespaces/platform-system/configmaps/credential-requests",
                   Json{{"data", {{"olga.operator", "please"}}}})
            == 200;
    }
    if (name == QLatin1String("tight-quota")) {
        return stage.send(olga, "cascade", "PATCH", "/api/v1/namespaces/tally-invoicing/resourcequotas/tenant-quota",
                   Json{{"spec", {{"hard", {{"pods", "60"}, {"requests.cpu", "16"}}}}}})
            == 200;
    }
    const Json subject{{"apiGroup", "rbac.authorization.k8s.io"}, {"kind", "Group"}, {"name", "parcelhound"}};
    Json patch;
    patch["subjects"] = Json::array({subject});
    return stage.send(olga, "cascade", "PATCH",
               "/apis/rbac.authorization.k8s.io/v1/namespaces/parcelhound/rolebindings/developers", patch)
        == 200;
}

QString told(const Debriefing &debriefing)
{
    QString text;
    for (const auto &moment : debriefing.moments) {
        text += QStringLiteral("%1 %2 %3 %4 %5 %6\n")
                    .arg(moment.at.count())
                    .arg(QString::fromStdString(moment.says.in("en")), QString::fromStdString(moment.note),
                        QString::fromStdString(moment.user + " " + moment.verb + " " + moment.resource))
                    .arg(QString::fromStdString(moment.target.name))
                    .arg(moment.status);
    }
    return text;
}

} // namespace

class TestIncident : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void runsOutWhenNobodyActs_data() { addIncidents(); }
    void runsOutWhenNobodyActs();
    void isMendedByTheRightAct_data() { addIncidents(); }
    void isMendedByTheRightAct();
    void putsThePlatformBackWhenItIsEnded();
    void firesAsManyProbesAsItSays();

private:
    static void addIncidents();
};

void TestIncident::addIncidents()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"bad-canary", "slow-tail", "quota-eater", "crash-loop", "alert-storm", "silent-cluster",
             "expired-credential", "tight-quota", "lock-out"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestIncident::runsOutWhenNobodyActs()
{
    QFETCH(QString, name);
    IncidentStage stage(name.toStdString());
    QSignalSpy finished(stage.incident.get(), &Incident::finished);
    stage.incident->start();
    stage.playOn();
    QCOMPARE(finished.size(), 1);
    const Debriefing debriefing = stage.incident->debriefing();
    QVERIFY2(debriefing.outcome == Debriefing::Outcome::RanOut, qPrintable(told(debriefing)));
    QVERIFY(debriefing.lasted >= stage.scenario.incident->runsFor);
    QVERIFY(!debriefing.firstAct);
    QVERIFY(!debriefing.mended);
    int steps = 0;
    for (const IncidentStep &step : stage.scenario.incident->timeline)
        steps += !step.says.byLanguage.empty();
    QCOMPARE(
        std::ranges::count(debriefing.moments, Debriefing::Moment::Kind::Happened, &Debriefing::Moment::kind), steps);
    QVERIFY(std::ranges::count(debriefing.moments, std::string("broken"), &Debriefing::Moment::note) == 1);
    // The platform was put back: it becomes again what it was.
    stage.pass(5min);
    QVERIFY(stage.platform->settled());
    for (const Platform::Cluster &cluster : stage.platform->clusters())
        QVERIFY(stage.platform->answers(cluster.name));
}

void TestIncident::isMendedByTheRightAct()
{
    QFETCH(QString, name);
    IncidentStage stage(name.toStdString());
    stage.incident->start();
    stage.pass(2min);
    QVERIFY(stage.incident->running());
    QVERIFY(mend(stage, name));
    stage.playOn();
    const Debriefing debriefing = stage.incident->debriefing();
    QVERIFY2(debriefing.outcome == Debriefing::Outcome::Resolved, qPrintable(told(debriefing)));
    QVERIFY(debriefing.lasted < stage.scenario.incident->runsFor);
    QVERIFY(debriefing.firstAct && *debriefing.firstAct > 20s && *debriefing.firstAct <= 2min);
    QVERIFY(debriefing.mended && *debriefing.mended >= *debriefing.firstAct);
    const auto act = std::ranges::find(debriefing.moments, Debriefing::Moment::Kind::Did, &Debriefing::Moment::kind);
    QVERIFY(act != debriefing.moments.end());
    QCOMPARE(act->user, std::string(name == QLatin1String("expired-credential") ? "aram.approver" : "olga.operator"));
    QCOMPARE(act->status, 200);
    QVERIFY(std::ranges::is_sorted(debriefing.moments, {}, &Debriefing::Moment::at));
    if (name == QLatin1String("bad-canary")) {
        QVERIFY(!debriefing.spent.empty());
        QCOMPARE(debriefing.spent.front().service.name, std::string("tracking-api"));
        QCOMPARE(debriefing.spent.front().objective, std::string("availability"));
        QVERIFY(debriefing.spent.front().share > 0.01 && debriefing.spent.front().share < 1);
    }
}

void TestIncident::putsThePlatformBackWhenItIsEnded()
{
    IncidentStage stage("silent-cluster");
    QSignalSpy answering(stage.platform.get(), &Platform::answeringChanged);
    stage.incident->start();
    stage.pass(30s);
    QVERIFY(!stage.platform->answers("aurora"));
    QCOMPARE(answering.size(), 1);
    stage.incident->end();
    QVERIFY(stage.platform->answers("aurora"));
    QCOMPARE(answering.size(), 2);
    QVERIFY(stage.incident->debriefing().outcome == Debriefing::Outcome::Ended);
    QVERIFY(!stage.incident->running());
}

void TestIncident::firesAsManyProbesAsItSays()
{
    IncidentStage stage("alert-storm");
    const auto failing = [&stage] {
        const QByteArray page = QByteArray::fromStdString(stage.platform->metricsPage("cascade"));
        int count = 0;
        for (const QByteArray &line : page.split('\n'))
            count += line.startsWith("probe_success") && line.endsWith(" 0");
        return count;
    };
    // Probes are of services, of which this stage needs some.
    Scenario scenario = PlatformFiles::read("alert-storm").value();
    scenario.platform.tenants.resize(6);
    stage.incident.reset();
    stage.platform = std::make_unique<Platform>(scenario.platform, Platform::Settings{}, stage.clock);
    stage.platform->start();
    stage.incident = std::make_unique<Incident>(*scenario.incident, *stage.platform, stage.clock);
    stage.pass(5s);
    QCOMPARE(failing(), 0);
    stage.incident->start();
    stage.pass(40s);
    QCOMPARE(failing(), 10000);
    QVERIFY(mend(stage, QStringLiteral("alert-storm")));
    stage.playOn();
    QVERIFY(stage.incident->debriefing().outcome == Debriefing::Outcome::Resolved);
    QCOMPARE(failing(), 0);
}

QTEST_GUILESS_MAIN(TestIncident)
#include "tst_incident.moc"
