// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/quotaedit.h"

#include "backends/core/tree.h"
#include "backends/kubernetes/quantity.h"
#include "models/changes/changeriver.h"
#include "models/tenants/tenantstore.h"
#include "models/tenants/tenanttablemodel.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(QuotaEdit)
};

//! One key of one quota, and what it is to be.
struct Aim
{
    QString namespaceName;
    QString quota;
    QString resource;
    QString amount;
};

QString placeOf(const QuotaLine &line)
{
    return line.namespaceName + u'/' + line.quota;
}

QString places(const QList<QuotaLine> &lines)
{
    QStringList names;
    for (const QuotaLine &line : lines)
        names.append(placeOf(line));
    names.removeDuplicates();
    return names.join(QStringLiteral(", "));
}

QString checkAmount(const QuotaWish &wish)
{
    if (wish.amount.isEmpty())
        return {};
    const auto quantity = Quantity::parse(wish.amount.toStdString());
    if (!quantity)
        return Words::tr("“%1” is no amount of %2. Write one as Kubernetes does: 2, 500m, 1.5, 4Gi or 1e3.")
            .arg(wish.amount, wish.resource);
    if (*quantity < Quantity())
        return Words::tr("A quota cannot be below zero. Write an amount of %1 from 0 on.").arg(wish.resource);
    return {};
}

//! The line that is meant; of a key that no quota has yet, any line of the quota that is to get it.
std::optional<QuotaLine> find(const Tenant &tenant, QList<QuotaLine> lines, const QuotaWish &wish, QString &problem)
{
    lines.removeIf([&wish](const QuotaLine &line) {
        return (!wish.namespaceName.isEmpty() && line.namespaceName != wish.namespaceName)
            || (!wish.quota.isEmpty() && line.quota != wish.quota);
    });
    QList<QuotaLine> withKey = lines;
    withKey.removeIf([&wish](const QuotaLine &line) { return line.resource != wish.resource; });
    if (withKey.size() == 1)
        return withKey.first();
    if (withKey.size() > 1) {
        problem = Words::tr("%1 has %2 in several quotas: %3. Say which one is meant.")
                      .arg(tenant.name, wish.resource, places(withKey));
        return {};
    }
    const QString candidates = places(lines);
    if (lines.isEmpty())
        problem
            = Words::tr("%1 has no such quota in %2. Look at the tenant's quotas.").arg(tenant.name, tenant.cluster);
    else if (wish.amount.isEmpty())
        problem = Words::tr("%1 has no limit of %2 that could be taken away.").arg(tenant.name, wish.resource);
    else if (candidates.contains(QLatin1String(", ")))
        problem = Words::tr("No quota of %1 has %2 yet. Say which one is to get it: %3.")
                      .arg(tenant.name, wish.resource, candidates);
    if (!problem.isEmpty())
        return {};
    return lines.first();
}

//! Adds \a aim to the edit of its quota, or begins one.
void add(Change &change, const Aim &aim)
{
    auto found = std::find_if(change.edits.begin(), change.edits.end(), [&aim](const ObjectEdit &edit) {
        return edit.object.namespaceName == aim.namespaceName && edit.object.name == aim.quota;
    });
    if (found == change.edits.end()) {
        ObjectEdit edit;
        edit.object = {{}, QStringLiteral("v1"), QStringLiteral("ResourceQuota"), QStringLiteral("resourcequotas"), {},
            aim.namespaceName, aim.quota};
        edit.text = QByteArrayLiteral("{}");
        change.edits.append(edit);
        found = change.edits.end() - 1;
    }
    Tree patch = *Tree::parse(found->text);
    patch.set({QStringLiteral("spec"), QStringLiteral("hard"), aim.resource},
        aim.amount.isEmpty() ? Tree() : Tree::text(aim.amount));
    found->text = patch.toJson();
}

void count(Change &change, const Tenant &tenant)
{
    if (change.tenants.contains(tenant.name))
        return;
    change.tenants.append(tenant.name);
    change.pods += int(tenant.podsRunning.value_or(0) + tenant.podsPending.value_or(0));
}

QuotaEdit impossible(const QString &problem)
{
    return {{}, problem};
}

} // namespace

QuotaEdit quotaEdit(const ChangeRiver &river, const TenantStore &store, const QList<QuotaWish> &wishes)
{
    const TenantTableModel &table = *store.table();
    QuotaEdit edit;
    for (const QuotaWish &wish : wishes) {
        const int row = table.rowOf(wish.tenantKey);
        if (row < 0)
            return impossible(Words::tr("The tenant does not exist any more. Look at the list of tenants."));
        const Tenant &tenant = table.at(row);
        if (!edit.change)
            edit.change = river.newChange(tenant.clusterId, ChangeKind::Quota);
        if (edit.change->cluster != tenant.clusterId)
            return impossible(Words::tr("One change goes to one cluster. Change %1 by itself.").arg(tenant.cluster));
        QString problem = checkAmount(wish);
        const auto line = problem.isEmpty() ? find(tenant, store.quotas(wish.tenantKey), wish, problem) : std::nullopt;
        if (!line)
            return impossible(problem);
        add(*edit.change, {line->namespaceName, line->quota, wish.resource, wish.amount});
        count(*edit.change, tenant);
    }
    if (!edit.change)
        edit.problem = Words::tr("Nothing is to be changed.");
    return edit;
}
