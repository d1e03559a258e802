// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/monitoring/monitoringconfig.h"
#include "tests/support/strict.h"

#include <QTest>

#include <yaml-cpp/yaml.h>

using namespace Sandbox;
using namespace std::chrono_literals;

class TestMonitoringConfig final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void scrapesEachClusterUnderItsOwnLabel();
    void keepsTextFromBeingReadAsYaml();
    void sendsEveryAlertSomewhere();
};

namespace {
std::string text(const YAML::Node &node)
{
    return node.as<std::string>();
}
} // namespace

void TestMonitoringConfig::scrapesEachClusterUnderItsOwnLabel()
{
    const MonitoringConfig::Scraping scraping{
        {{QStringLiteral("eu"), QStringLiteral("127.0.0.1:1"), QStringLiteral("/metrics")},
            {QStringLiteral("us"), QStringLiteral("127.0.0.1:2"), QStringLiteral("/m")}},
        5s, QStringLiteral("/run/rules.yml"), QStringLiteral("127.0.0.1:9093")};
    const YAML::Node root = YAML::Load(MonitoringConfig::prometheus(scraping).toStdString());
    QCOMPARE(root["scrape_configs"].size(), size_t(2));
    const YAML::Node second = root["scrape_configs"][1];
    QCOMPARE(text(second["job_name"]), "platform-us");
    QCOMPARE(text(second["metrics_path"]), "/m");
    QVERIFY(second["honor_labels"].as<bool>());
    QCOMPARE(text(second["static_configs"][0]["targets"][0]), "127.0.0.1:2");
    QCOMPARE(text(second["static_configs"][0]["labels"]["cluster"]), "us");
    QCOMPARE(text(root["global"]["scrape_interval"]), "5s");
    QCOMPARE(text(root["rule_files"][0]), "/run/rules.yml");
    QCOMPARE(text(root["alerting"]["alertmanagers"][0]["static_configs"][0]["targets"][0]), "127.0.0.1:9093");
}

void TestMonitoringConfig::keepsTextFromBeingReadAsYaml()
{
    const QString folder = QStringLiteral("/srv/a: b #c/\"rules\" {x}.yml");
    const YAML::Node root
        = YAML::Load(MonitoringConfig::prometheus({{}, 5s, folder, QStringLiteral("h:1")}).toStdString());
    QCOMPARE(text(root["rule_files"][0]), folder.toStdString());
}

void TestMonitoringConfig::sendsEveryAlertSomewhere()
{
    const YAML::Node root = YAML::Load(MonitoringConfig::alertmanager().toStdString());
    QStringList receivers;
    for (const YAML::Node &receiver : root["receivers"])
        receivers.append(QString::fromStdString(text(receiver["name"])));
    QVERIFY(receivers.contains(QString::fromStdString(text(root["route"]["receiver"]))));
    for (const YAML::Node &route : root["route"]["routes"])
        QVERIFY(receivers.contains(QString::fromStdString(text(route["receiver"]))));
}

QTEST_GUILESS_MAIN(TestMonitoringConfig)
#include "tst_monitoringconfig.moc"
