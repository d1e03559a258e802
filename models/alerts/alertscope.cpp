// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alertscope.h"

#include "models/alerts/alert.h"
#include "models/slo/slo.h"
#include "models/slo/slorow.h"

#include <algorithm>
#include <array>

namespace AlertScope {

namespace {

bool sameCluster(const QString &one, const QString &other)
{
    return one == other || one.isEmpty() || other.isEmpty();
}

//! Whether no label of the row contradicts the alert: rows of one SLO differ in these alone.
bool agree(const Alert &alert, const Slo &slo)
{
    if (!alert.namespaceName.isEmpty() && !slo.namespaceName.isEmpty() && alert.namespaceName != slo.namespaceName)
        return false;
    return std::ranges::all_of(slo.labels, [&alert](const auto &label) {
        const QString said = alert.label(label.first);
        // A cluster may be called otherwise by the console than by the series, and has been compared.
        return said.isEmpty() || said == label.second || label.first == QLatin1String("cluster");
    });
}

bool names(const Alert &alert, const Slo &slo)
{
    if (alert.slo == slo.id)
        return true;
    const QString service = alert.label(QStringLiteral("sloth_service"));
    return alert.slo == slo.name && (service.isEmpty() || service == slo.service);
}

} // namespace

bool sameNamespace(const Where &one, const Where &other)
{
    return !one.namespaceName.isEmpty() && one.namespaceName == other.namespaceName
        && sameCluster(one.cluster, other.cluster);
}

QStringList services(const Alert &alert)
{
    static constexpr std::array labels{"service", "app", "deployment", "app_kubernetes_io_name"};
    QStringList services;
    for (const char *label : labels)
        services.append(alert.label(QString::fromLatin1(label)));
    services.append(alert.rollout);
    services.removeAll(QString());
    services.removeDuplicates();
    return services;
}

bool about(const Alert &alert, const Slo &slo)
{
    if (!sameCluster(alert.cluster, slo.cluster))
        return false;
    if (!alert.slo.isEmpty())
        return names(alert, slo) && agree(alert, slo);
    if (!sameNamespace({alert.cluster, alert.namespaceName}, {slo.cluster, slo.namespaceName}))
        return false;
    // The console's own alerts call a service by its SLO.
    const QStringList own{slo.service, SloRow::workloadOf(slo), QString(slo.service + u'/' + slo.name)};
    const QStringList named = services(alert);
    return std::ranges::any_of(named, [&own](const QString &name) { return own.contains(name); });
}

} // namespace AlertScope
