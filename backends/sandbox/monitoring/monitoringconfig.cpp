// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/monitoring/monitoringconfig.h"

#include <yaml-cpp/yaml.h>

namespace Sandbox::MonitoringConfig {

namespace {

std::string seconds(std::chrono::seconds interval)
{
    return std::to_string(interval.count()) + "s";
}

YAML::Node staticTargets(const std::string &address)
{
    YAML::Node group;
    group["targets"].push_back(address);
    return group;
}

QByteArray written(const YAML::Node &root)
{
    YAML::Emitter out;
    out << root;
    return QByteArray(out.c_str(), static_cast<qsizetype>(out.size())) + '\n';
}

} // namespace

QByteArray prometheus(const Scraping &scraping)
{
    YAML::Node root;
    root["global"]["scrape_interval"] = seconds(scraping.interval);
    root["global"]["evaluation_interval"] = seconds(scraping.interval);
    root["rule_files"].push_back(scraping.rulesFile.toStdString());
    YAML::Node alertmanagers;
    alertmanagers["static_configs"].push_back(staticTargets(scraping.alertmanager.toStdString()));
    root["alerting"]["alertmanagers"].push_back(alertmanagers);
    for (const Monitoring::Target &target : scraping.targets) {
        YAML::Node job;
        job["job_name"] = "platform-" + target.cluster.toStdString();
        job["metrics_path"] = target.path.toStdString();
        job["honor_labels"] = true; // the page speaks for pods, not for itself
        YAML::Node group = staticTargets(target.address.toStdString());
        group["labels"]["cluster"] = target.cluster.toStdString();
        job["static_configs"].push_back(group);
        root["scrape_configs"].push_back(job);
    }
    return written(root);
}

QByteArray alertmanager()
{
    YAML::Node root;
    root["route"]["receiver"] = "console";
    for (const char *label : {"alertname", "cluster", "tenant"})
        root["route"]["group_by"].push_back(label);
    root["route"]["group_wait"] = "5s";
    root["route"]["group_interval"] = "15s";
    root["route"]["repeat_interval"] = "4h";
    for (const char *name : {"console", "pager"}) {
        YAML::Node receiver;
        receiver["name"] = name;
        root["receivers"].push_back(receiver);
    }
    YAML::Node paged;
    paged["receiver"] = "pager";
    paged["matchers"].push_back("severity=\"critical\"");
    root["route"]["routes"].push_back(paged);
    YAML::Node inhibition;
    inhibition["source_matchers"].push_back("severity=\"critical\"");
    inhibition["target_matchers"].push_back("severity=\"warning\"");
    for (const char *label : {"cluster", "namespace", "slo"})
        inhibition["equal"].push_back(label);
    root["inhibit_rules"].push_back(inhibition);
    return written(root);
}

} // namespace Sandbox::MonitoringConfig
