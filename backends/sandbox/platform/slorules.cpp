// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/platform/slorules.h"

#include "backends/sandbox/platform/activity.h"

#include <algorithm>
#include <string_view>

namespace Sandbox::SloRules {

namespace {

using std::chrono::seconds;

struct Window
{
    const char *name;
    seconds length;
};
constexpr Window windows[] = {{"30m", seconds(1'800)}, {"1h", seconds(3'600)}, {"2h", seconds(7'200)},
    {"6h", seconds(21'600)}, {"1d", seconds(86'400)}, {"3d", seconds(259'200)}};

struct Tier
{
    const char *factor;
    const char *longer;
    const char *shorter;
};
// SRE workbook, chapter 5, for 30 days.
constexpr Tier page[] = {{"14.4", "1h", "5m"}, {"6", "6h", "30m"}};
constexpr Tier ticket[] = {{"3", "1d", "2h"}, {"1", "3d", "6h"}};

class Writer
{
public:
    void group(const std::string &name, seconds interval)
    {
        m_text += "  - name: " + name + "\n    interval: " + std::to_string(interval.count()) + "s\n    rules:\n";
    }
    void record(const std::string &series, const std::string &expression, const std::string &labels = {})
    {
        m_text += "      - record: " + series + "\n        expr: >-\n          " + expression + "\n";
        if (!labels.empty())
            m_text += "        labels: {" + labels + "}\n";
    }
    void alert(const std::string &name, const std::string &expression, const std::string &labels,
        const std::string &summary, const std::string &wait = {})
    {
        m_text += "      - alert: " + name + "\n        expr: >-\n          " + expression + "\n";
        if (!wait.empty())
            m_text += "        for: " + wait + "\n";
        m_text += "        labels: {" + labels + "}\n        annotations:\n          summary: '" + summary
            + "'\n          runbook_url: 'https://runbooks.example.com/" + name + "'\n";
    }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string m_text = "groups:\n";
};

//! The error ratio of one kind of SLO over the shortest window, with the labels of the SLOs that there are.
std::string ratio(const char *slo, const std::string &bad, const std::string &total)
{
    const std::string by = "sum by (cluster, namespace, app) (";
    return "(" + by + bad + ") / (" + by + total + ") > 0))"
        + " * on (cluster, namespace, app) group_left (tenant, sloth_id, sloth_service, sloth_slo)"
        + " (slo:objective:ratio{sloth_slo=\"" + slo + "\"} > bool 0)";
}

void recordIndicators(Writer &writer, seconds interval)
{
    const auto rate = [window = std::max(seconds(300) / Activity::compression, 4 * interval)](const char *selector) {
        return "rate(" + std::string(selector) + "[" + std::to_string(window.count()) + "s])";
    };
    const std::string five = "slo:sli_error:ratio_rate5m";
    const std::string label = "sloth_window: 5m";
    writer.group("sloth-slo-sli-recordings", interval);
    writer.record("slo:objective:ratio",
        "max by (cluster, namespace, app, tenant, sloth_id, sloth_service, sloth_slo) (platform_slo_objective)");
    // Failed requests of a service whose first error comes now have no series before: they count from the next scrape.
    writer.record(
        five, ratio("availability", rate("http_requests_total{code=~\"5..\"}"), rate("http_requests_total")), label);
    const std::string slow = rate("http_request_duration_seconds_count") + " - ignoring (le) "
        + rate("http_request_duration_seconds_bucket{le=\"0.5\"}");
    writer.record(five, ratio("latency", slow, rate("http_request_duration_seconds_count")), label);
    writer.record(five,
        ratio("quality", rate("business_requests_total{outcome=\"failure\"}"), rate("business_requests_total")), label);
    writer.record(five,
        ratio(
            "satisfaction", rate("user_satisfaction_score_bucket{le=\"4.0\"}"), rate("user_satisfaction_score_count")),
        label);
    for (const Window &window : windows) {
        const std::string length = std::to_string((window.length / Activity::compression).count()) + "s";
        writer.record(std::string("slo:sli_error:ratio_rate") + window.name,
            "avg_over_time(" + five + "[" + length + "])", std::string("sloth_window: ") + window.name);
    }
}

void recordMeta(Writer &writer, seconds interval)
{
    const std::string budget = "slo:error_budget:ratio";
    writer.group("sloth-slo-meta-recordings", interval);
    writer.record(budget, "1 - slo:objective:ratio");
    writer.record("slo:time_period:days", "slo:objective:ratio * 0 + 30");
    writer.record("slo:current_burn_rate:ratio", "slo:sli_error:ratio_rate5m / ignoring (sloth_window) " + budget);
    writer.record("sloth_slo_info",
        "max by (cluster, namespace, app, tenant, sloth_id, sloth_service, sloth_slo, sloth_objective) "
        "(platform_slo_objective) > bool 0",
        "sloth_mode: cli-gen-prom, sloth_spec: prometheus/v1, sloth_version: v0.11.0");
    // A month of samples is much to read: once a minute is enough for what moves so slowly.
    writer.group("sloth-slo-period-recordings", seconds(60));
    writer.record("slo:sli_error:ratio_rate30d", "avg_over_time(slo:sli_error:ratio_rate5m[30d])", "sloth_window: 30d");
    writer.record("slo:period_burn_rate:ratio", "slo:sli_error:ratio_rate30d / ignoring (sloth_window) " + budget);
    writer.record("slo:period_error_budget_remaining:ratio", "1 - slo:period_burn_rate:ratio");
}

std::string burning(const Tier &tier)
{
    const auto over = [&tier](const char *window) {
        return std::string("slo:sli_error:ratio_rate") + window + " > ignoring (sloth_window) (" + tier.factor
            + " * slo:error_budget:ratio)";
    };
    return "((" + over(tier.longer) + ") and ignoring (sloth_window) (" + over(tier.shorter) + "))";
}

void alertOnBurning(Writer &writer, seconds interval)
{
    const std::string summary = "{{ $labels.app }} of {{ $labels.namespace }} burns its error budget of "
                                "{{ $labels.sloth_slo }} too fast: {{ $value | humanizePercentage }} is bad";
    writer.group("sloth-slo-alerts", interval);
    writer.alert("ErrorBudgetBurn", burning(page[0]) + " or ignoring (sloth_window) " + burning(page[1]),
        "severity: critical, sloth_severity: page, slo: \"{{ $labels.sloth_slo }}\"", summary);
    writer.alert("ErrorBudgetBurn", burning(ticket[0]) + " or ignoring (sloth_window) " + burning(ticket[1]),
        "severity: warning, sloth_severity: ticket, slo: \"{{ $labels.sloth_slo }}\"", summary);
}

void alertOnThePlatform(Writer &writer, seconds interval)
{
    const std::string warning = "severity: warning";
    writer.group("platform-alerts", interval);
    writer.alert("Watchdog", "vector(1)", "severity: none", "This alert always fires: it shows that alerts arrive");
    writer.alert("TenantQuotaNearlyExhausted",
        "max by (cluster, namespace, resource) (kube_resourcequota{type=\"used\"} / ignoring (type) "
        "(kube_resourcequota{type=\"hard\"} > 0)) > 0.95",
        warning, "{{ $labels.namespace }} uses {{ $value | humanizePercentage }} of its {{ $labels.resource }} quota",
        "10s");
    writer.alert("PodCrashLooping",
        "max by (cluster, namespace, pod) (increase(kube_pod_container_status_restarts_total[2m])) > 2", warning,
        "{{ $labels.pod }} of {{ $labels.namespace }} crashes again and again");
    writer.alert("SlowestRequests",
        "histogram_quantile(0.99, sum by (cluster, namespace, app, le) "
        "(rate(http_request_duration_seconds_bucket[1m]))) > 1.5",
        warning,
        "One in a hundred requests to {{ $labels.app }} of {{ $labels.namespace }} takes "
        "{{ $value | humanizeDuration }} or longer",
        "15s");
    writer.alert("DeploymentUnavailable",
        "kube_deployment_status_replicas_available < kube_deployment_spec_replicas * 0.7", warning,
        "{{ $labels.deployment }} of {{ $labels.namespace }} has only {{ $value }} pods that are available", "20s");
    writer.alert("ProbeFailed", "probe_success == 0", warning,
        "{{ $labels.instance }} does not answer: its name cannot be resolved or nobody is there", "5s");
}

} // namespace

std::string text(seconds interval)
{
    Writer writer;
    recordIndicators(writer, interval);
    recordMeta(writer, interval);
    alertOnBurning(writer, interval);
    alertOnThePlatform(writer, interval);
    return writer.take();
}

} // namespace Sandbox::SloRules
