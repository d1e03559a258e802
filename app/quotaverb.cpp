// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quotaverb.h"

#include "app/console.h"
#include "models/quotas/quotaedit.h"
#include "models/tenants/tenanttablemodel.h"

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(QuotaVerb)
};

VerbPlan misused(const QString &why)
{
    VerbPlan plan;
    plan.exitStatus = ChangeVerb::Misused;
    plan.text = why + u'\n'
        + Words::tr("Write: pilothouse quota set TENANT KEY=AMOUNT --cluster NAME --reason TEXT [--dry-run] [--yes].")
        + u'\n';
    return plan;
}

//! Waits while the cluster's namespaces or quotas have not been read.
VerbChange make(Console &console, const QString &clusterId, const QString &tenant, QList<QuotaWish> wishes)
{
    const TenantTableModel &table = *console.tenants().table();
    const int row = table.rowOf(TenantStore::keyOf(clusterId, tenant));
    const ClusterItem *cluster = console.clusters().find(clusterId);
    const bool complete = cluster && cluster->freshness.state != Freshness::State::Unknown;
    if (row < 0 && !complete)
        return {};
    if (row < 0 && cluster->state == ClusterItem::State::Limited)
        return {{},
            Words::tr("You may not list the namespaces of %1, so %2 is not found by itself. Name a namespace of it "
                      "with --namespace.")
                .arg(cluster->name, tenant)};
    if (row < 0)
        return {{},
            Words::tr("%1 has no tenant %2. Look at: pilothouse --panel tenants --export text.")
                .arg(cluster->name, tenant)};
    if (!complete && (!table.at(row).quotasKnown || !table.at(row).podsRunning))
        return {};
    if (!table.at(row).quotasKnown) {
        return {{},
            Words::tr("You may not read the quotas of %1 in %2. Ask the owner of the cluster for this right.")
                .arg(tenant, cluster->name)};
    }
    for (QuotaWish &wish : wishes)
        wish.tenantKey = table.at(row).key;
    const QuotaEdit edit = quotaEdit(console.changes().river(), console.tenants(), wishes);
    return {edit.change, edit.problem};
}

} // namespace

VerbPlan QuotaVerb::plan(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("Sets limits of a tenant's quota, as the window does: by the guards, with a preview, into the journal, and "
           "looked after until the cluster shows it. An empty AMOUNT takes the limit away.\n\nEnds with 0 when it was "
           "verified, 2 when it was not understood, 3 when it was refused, 4 when it failed, 5 when the cluster did "
           "not show it in time, 6 when somebody else changed the same, 7 when nobody knows, 8 when only a part was "
           "made, 9 when it was given up, 10 when the cluster could not be read."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption namespaceName(
        QStringLiteral("namespace"), tr("Where the quota is, if the tenant has the key in several."), tr("NAME"));
    const QCommandLineOption quota(QStringLiteral("quota"), tr("The quota's name, likewise."), tr("NAME"));
    const VerbOptions options;
    options.addTo(parser);
    parser.addOptions({namespaceName, quota});
    parser.addPositionalArgument(QStringLiteral("quota"), {}, QStringLiteral("quota"));
    parser.addPositionalArgument(QStringLiteral("set"), {}, QStringLiteral("set"));
    parser.addPositionalArgument(QStringLiteral("tenant"), tr("Whose quota."), tr("TENANT"));
    parser.addPositionalArgument(
        QStringLiteral("limits"), tr("Such as requests.cpu=4 or limits.memory=8Gi."), tr("KEY=AMOUNT..."));
    if (!parser.parse(arguments))
        return misused(parser.errorText());
    VerbPlan plan;
    if (parser.isSet(help)) {
        plan.exitStatus = ChangeVerb::Done;
        plan.text = parser.helpText();
        return plan;
    }
    const QStringList words = parser.positionalArguments();
    if (words.value(1) != QLatin1String("set"))
        return misused(words.size() < 2 ? tr("Nothing was said that is to be done with the quota.")
                                        : tr("A quota cannot be “%1”.").arg(words.at(1)));
    if (words.size() < 4)
        return misused(tr("A tenant and at least one limit are needed."));
    QList<QuotaWish> wishes;
    for (const QString &word : words.mid(3)) {
        const qsizetype sign = word.indexOf(u'=');
        if (sign < 1)
            return misused(tr("“%1” is not of the form KEY=AMOUNT.").arg(word));
        wishes.append({{}, parser.value(namespaceName), parser.value(quota), word.left(sign), word.mid(sign + 1)});
    }
    plan.chosen = options.read(parser);
    if (!plan.chosen.problem.isEmpty())
        return misused(plan.chosen.problem);
    // Who may not list namespaces has to name those to look at.
    if (parser.isSet(namespaceName))
        plan.chosen.console.namespaces.append({{}, parser.value(namespaceName)});
    plan.make = [tenant = words.at(2), wishes](
                    Console &console, const QString &clusterId) { return make(console, clusterId, tenant, wishes); };
    return plan;
}
