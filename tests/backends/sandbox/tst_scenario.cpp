// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/sandbox/platformfiles.h"
#include "tests/support/strict.h"

#include <QDir>

#include <set>

using namespace Sandbox;

class TestScenario : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void shipsThePlatformThatIsPromised();
    void shipsIncidentsThatCanBeRead_data();
    void shipsIncidentsThatCanBeRead();
    void scalesToAnyNumberOfPods_data();
    void scalesToAnyNumberOfPods();
    void tellsWhereAMistakeIs_data();
    void tellsWhereAMistakeIs();
    void survivesFilesThatAreNoScenario_data();
    void survivesFilesThatAreNoScenario();
    void tellsMistakesOfThePlatformsFileAsItsOwn();
    void givesTextsInTheReadersLanguage();
};

void TestScenario::shipsThePlatformThatIsPromised()
{
    const auto scenario = PlatformFiles::read("platform");
    QVERIFY2(scenario.ok(), scenario.ok() ? "" : qPrintable(scenario.error().detail));
    const PlatformSpec &platform = scenario->platform;
    QVERIFY(!scenario->incident);
    QCOMPARE(platform.clusters.size(), size_t(3));
    std::set<std::string> regions;
    for (const ClusterSpec &cluster : platform.clusters)
        regions.insert(cluster.region);
    QCOMPARE(regions.size(), size_t(2));
    QCOMPARE(platform.tenants.size(), size_t(24));
    QVERIFY2(std::abs(platform.pods() - 1200) < 60, qPrintable(QString::number(platform.pods())));
    std::set<std::string> tiers;
    std::set<std::string> isolations;
    int kinds[4] = {};
    for (const TenantSpec &tenant : platform.tenants) {
        tiers.insert(tenant.tier);
        isolations.insert(tenant.isolation);
        for (const SpaceSpec &space : tenant.spaces) {
            for (const WorkloadSpec &workload : space.workloads) {
                const Objectives &its = workload.objectives;
                const std::optional<double> all[] = {its.availability, its.latency, its.quality, its.satisfaction};
                for (int kind = 0; kind < 4; ++kind)
                    kinds[kind] += all[kind].has_value();
            }
        }
    }
    QCOMPARE(tiers.size(), size_t(3));
    QCOMPARE(isolations.size(), size_t(3));
    for (const int count : kinds)
        QVERIFY(count >= 10);
}

void TestScenario::shipsIncidentsThatCanBeRead_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"bad-canary", "slow-tail", "quota-eater", "crash-loop", "alert-storm", "silent-cluster",
             "expired-credential", "tight-quota", "lock-out"})
        QTest::newRow(name) << QString::fromLatin1(name);
    QCOMPARE(QDir(QStringLiteral(PILOTHOUSE_SCENARIOS)).entryList({QStringLiteral("*.yaml")}).size(), 10);
}

void TestScenario::shipsIncidentsThatCanBeRead()
{
    QFETCH(QString, name);
    const auto scenario = PlatformFiles::read(name.toStdString());
    QVERIFY2(scenario.ok(), scenario.ok() ? "" : qPrintable(scenario.error().detail));
    QVERIFY(scenario->incident);
    QCOMPARE(scenario->platformFile, std::string("platform"));
    QCOMPARE(scenario->platform.tenants.size(), size_t(24));
    const IncidentSpec &incident = *scenario->incident;
    QCOMPARE(incident.name, name.toStdString());
    for (const LocalText &text : {incident.title, incident.briefing, incident.lesson}) {
        QVERIFY(!text.in("en").empty());
        QVERIFY(text.in("de") != text.in("en"));
    }
    QVERIFY(incident.timeline.back().at + incident.steady < incident.runsFor);
}

void TestScenario::scalesToAnyNumberOfPods_data()
{
    QTest::addColumn<int>("pods");
    for (const int pods : {200, 400, 1200, 5000, 50000})
        QTest::addRow("%d", pods) << pods;
}

void TestScenario::scalesToAnyNumberOfPods()
{
    QFETCH(int, pods);
    const auto scenario = PlatformFiles::read("platform");
    QVERIFY(scenario.ok());
    const PlatformSpec scaled = scenario->platform.scaledTo(pods);
    QCOMPARE(scaled.pods(), pods);
    QCOMPARE(scaled.tenants.size(), size_t(24));
    std::set<std::string> spaces;
    for (const TenantSpec &tenant : scaled.tenants) {
        for (const SpaceSpec &space : tenant.spaces) {
            QVERIFY(spaces.insert(space.name).second);
            for (const WorkloadSpec &workload : space.workloads)
                QVERIFY(workload.replicas >= 1 && workload.replicas < 400);
        }
    }
}

void TestScenario::tellsWhereAMistakeIs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("detail");
    const QString head = QStringLiteral("platform:\n  clusters: [{name: a, region: r}]\n  sizes: {s: 1}\n"
                                        "  services:\n    web: {image: i, tag: t}\n  tenants:\n");
    const auto tenant = [&head](const char *line) { return QString(head + QString::fromLatin1(line)); };
    QTest::newRow("unknown key") << QStringLiteral("platform:\n  clusters:\n    - {name: a, region: r, nods: 3}\n")
                                 << QStringLiteral("line 3, column 28: home.platform.clusters[0] knows no 'nods', only "
                                                   "name, nodes, production, region");
    QTest::newRow("bad name") << QStringLiteral("platform:\n  clusters: [{name: A_b, region: r}]\n")
                              << QStringLiteral("line 2, column 21: home.platform.clusters[0].name is no name for "
                                                "Kubernetes: small letters, figures and '-' within, at most 30 "
                                                "characters");
    QTest::newRow("twice") << QStringLiteral("platform:\n  seed: 1\n  seed: 2\n")
                           << QStringLiteral("line 3, column 3: home.platform names seed twice");
    QTest::newRow("tier") << tenant("    - {name: t, tier: iron}\n")
                          << QStringLiteral("line 7, column 23: home.platform.tenants[0].tier is 'iron' but has to be "
                                            "one of: gold, silver, bronze");
    QTest::newRow("service") << tenant("    - {name: t, tier: gold, isolation: shared, owner: o, cost-center: c,\n"
                                       "       size: s, runs: [db],\n"
                                       "       spaces: [{cluster: a, name: n, developers: edit}]}\n")
                             << QStringLiteral("line 9, column 27: home.platform.tenants[0].spaces[0].cluster runs "
                                               "'db', which services does not describe");
    QTest::newRow("number") << QStringLiteral("platform:\n  seed: soon\n")
                            << QStringLiteral(
                                   "line 2, column 9: home.platform.seed has to be a number from 0 to 9e+15");
    QTest::newRow("no platform") << QStringLiteral("platfrom: {}\n")
                                 << QStringLiteral("line 1, column 1: home lacks "
                                                   "platform");
    QTest::newRow("missing file") << QStringLiteral("platform: other\nincident: {}\n")
                                  << QStringLiteral("line 1, column 11: home.platform names a file that is not there: "
                                                    "other.yaml");
}

void TestScenario::tellsWhereAMistakeIs()
{
    QFETCH(QString, text);
    QFETCH(QString, detail);
    const auto scenario = readScenario(text.toStdString(), "home", [](const std::string &) { return std::nullopt; });
    QVERIFY(!scenario.ok());
    QCOMPARE(scenario.error().kind, Error::Kind::Configuration);
    QCOMPARE(scenario.error().where, QStringLiteral("home.yaml"));
    QCOMPARE(scenario.error().detail, detail);
}

void TestScenario::survivesFilesThatAreNoScenario_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a list") << QByteArray("[1, 2]");
    QTest::newRow("no YAML") << QByteArray("a: [b: }");
    QTest::newRow("no UTF-8") << QByteArray("platform: \xff\xfe");
    QTest::newRow("deep") << QByteArray(100'000, '[');
    QTest::newRow("large") << QByteArray(2'000'000, ' ');
    QTest::newRow("key that is a map") << QByteArray("platform: {{a: b}: c}");
    QTest::newRow("own platform") << QByteArray("platform: home\nincident: {}\n");
}

void TestScenario::survivesFilesThatAreNoScenario()
{
    QFETCH(QByteArray, text);
    const auto load = [&text](const std::string &) { return std::optional(text.toStdString()); };
    const auto scenario = readScenario(text.toStdString(), "home", load);
    QVERIFY(!scenario.ok());
    QVERIFY(!scenario.error().detail.isEmpty());
}

void TestScenario::tellsMistakesOfThePlatformsFileAsItsOwn()
{
    const auto load = [](const std::string &) { return std::optional<std::string>("platform: 7\n"); };
    const auto scenario = readScenario("platform: base\nincident: {}\n", "home", load);
    QVERIFY(!scenario.ok());
    QCOMPARE(scenario.error().where, QStringLiteral("base.yaml"));
}

void TestScenario::givesTextsInTheReadersLanguage()
{
    const LocalText text{{{"en", "quiet"}, {"de", "still"}}};
    QCOMPARE(text.in("de_AT"), std::string("still"));
    QCOMPARE(text.in("fr_FR"), std::string("quiet"));
    QCOMPARE(LocalText().in("en"), std::string());
}

QTEST_GUILESS_MAIN(TestScenario)
#include "tst_scenario.moc"
