// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/slo/promtext.h"
#include "backends/slo/rules.h"

namespace SloSpec {

namespace {

using std::chrono::minutes;

const QString byService = QStringLiteral("sum by (cluster, namespace, app) (");
const QString byContainer = QStringLiteral("sum by (cluster, namespace, pod, container) (");

//! A literal text within a regular expression of RE2.
QString literal(QStringView text)
{
    static const QString meta = QStringLiteral("\\.+*?()|[]{}^$");
    QString quoted;
    for (const QChar c : text) {
        if (meta.contains(c))
            quoted += u'\\';
        quoted += c;
    }
    return quoted;
}

class Writer
{
public:
    explicit Writer(const WorkloadTarget &target) : m_target(target)
    {
        if (!target.cluster.isEmpty())
            m_place = QLatin1String("cluster=") + promQuoted(target.cluster) + QLatin1String(", ");
        m_place += QLatin1String("namespace=") + promQuoted(target.namespaceName);
        m_service = m_place + QLatin1String(", app=") + promQuoted(target.service);
        // Pods of a Deployment are named after it, with two words of chance behind; of a StatefulSet with a number.
        m_pods = m_place + QLatin1String(", pod=~")
            + promQuoted(QString(literal(target.service) + QLatin1String("-([a-z0-9]+-)?[a-z0-9]+")));
    }

    RuleFile write()
    {
        add("WorkloadErrorRatioHigh", "critical", minutes(2), errorRatio(),
            "{{ $value | humanizePercentage }} of the requests to %1 fail, more than 5 %");
        add("WorkloadSlow", "warning", minutes(5), slowness(),
            "One in twenty requests to %1 takes {{ $value | humanizeDuration }} or longer, more than 2 s");
        add("WorkloadDependencyFailing", "warning", minutes(3), dependencies(),
            "{{ $value | humanize }} calls a second from %1 to what it depends on fail, more than 0.1");
        add("WorkloadMemoryGrowing", "warning", minutes(10), memory(),
            "The memory of {{ $labels.pod }} of %1 grew by {{ $value | humanize1024 }}B in 30 minutes, more than 100 "
            "MiB");
        add("WorkloadCpuNearLimit", "warning", minutes(10), cpu(),
            "{{ $labels.pod }} of %1 uses {{ $value | humanizePercentage }} of its CPU limit, more than 90 %");
        return {{m_group}};
    }

private:
    const WorkloadTarget &m_target;
    QString m_place;
    QString m_service;
    QString m_pods;
    RuleGroup m_group{QLatin1String("pilothouse-workload-") + m_target.namespaceName + u'-' + m_target.service, {}};

    void add(const char *name, const char *severity, minutes holds, const QString &expression, const char *summary)
    {
        Rule rule;
        rule.alert = QString::fromLatin1(name);
        rule.expression = expression;
        rule.holds = holds;
        rule.labels = {{QStringLiteral("severity"), QString::fromLatin1(severity)},
            {QStringLiteral("managed_by"), QStringLiteral("pilothouse")}, {QStringLiteral("app"), m_target.service},
            {QStringLiteral("namespace"), m_target.namespaceName}};
        rule.annotations = {{QStringLiteral("summary"),
            QString::fromLatin1(summary).arg(m_target.service + QLatin1String(" of ") + m_target.namespaceName)}};
        if (!m_target.runbook.isEmpty())
            rule.annotations.append({QStringLiteral("runbook_url"), m_target.runbook});
        m_group.rules.append(rule);
    }

    [[nodiscard]] QString rate(const QString &metric, const QString &labels) const
    {
        return QLatin1String("rate(") + metric + u'{' + labels + QLatin1String("}[5m])");
    }
    [[nodiscard]] QString errorRatio() const
    {
        const QString total = byService + rate(m_target.requests, m_service) + u')';
        const QString failed = byService + rate(m_target.requests, m_service + QLatin1String(", code=~\"5..\"")) + u')';
        return failed + QLatin1String("\n/\n") + total + QLatin1String(" > 0.05");
    }
    [[nodiscard]] QString slowness() const
    {
        return QLatin1String("histogram_quantile(0.95, sum by (cluster, namespace, app, le) (")
            + rate(m_target.durations + QLatin1String("_bucket"), m_service) + QLatin1String(")) > 2");
    }
    [[nodiscard]] QString dependencies() const
    {
        return byService + rate(m_target.dependencyFailures, m_service) + QLatin1String(") > 0.1");
    }
    [[nodiscard]] QString memory() const
    {
        // What eviction looks at; without container="" it would be counted twice.
        const QString used = QLatin1String("container_memory_working_set_bytes{") + m_pods
            + QLatin1String(", container!=\"\", container!=\"POD\"}");
        return byContainer + used + QLatin1String(")\n- ") + byContainer + used
            + QLatin1String(" offset 30m) > 104857600");
    }
    [[nodiscard]] QString cpu() const
    {
        const QString used = rate(QStringLiteral("container_cpu_usage_seconds_total"),
            m_pods + QLatin1String(", container!=\"\", container!=\"POD\""));
        return byContainer + used + QLatin1String(")\n/\nmax by (cluster, namespace, pod, container) (")
            + QLatin1String("kube_pod_container_resource_limits{") + m_pods
            + QLatin1String(", resource=\"cpu\"}) > 0.9");
    }
};

} // namespace

RuleFile workloadRules(const WorkloadTarget &target)
{
    if (target.namespaceName.isEmpty() || target.service.isEmpty())
        return {};
    return Writer(target).write();
}

} // namespace SloSpec
