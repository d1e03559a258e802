// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/quotaedit.h"

#include "backends/core/tree.h"
#include "backends/kubernetes/quantity.h"
#include "models/changes/changeriver.h"
#include "models/tenants/tenantstore.h"
#include "models/tenants/tenanttablemodel.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(QuotaEdit)
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

//! A quota of a whole tenant stands in each of its namespaces, and is one.
void oneOfEachTenantWide(QList<QuotaLine> &lines)
{
    QSet<QString> met;
    lines.removeIf([&met](const QuotaLine &line) {
        if (!line.tenantWide || line.capsuleTenant.isEmpty())
            return false;
        const QString key = QStringLiteral("%1 %2 %3").arg(line.capsuleIndex).arg(line.capsuleTenant, line.resource);
        if (met.contains(key))
            return true;
        met.insert(key);
        return false;
    });
}

//! The line that is meant; of a key that no quota has yet, any line of the quota that is to get it.
std::optional<QuotaLine> find(const Tenant &tenant, QList<QuotaLine> lines, const QuotaWish &wish, QString &problem)
{
    lines.removeIf([&wish](const QuotaLine &line) {
        return (!wish.namespaceName.isEmpty() && line.namespaceName != wish.namespaceName)
            || (!wish.quota.isEmpty() && line.quota != wish.quota);
    });
    oneOfEachTenantWide(lines);
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

//! The edit of \a object in \a change, begun with \a action and \a text if there is none yet.
ObjectEdit &editOf(Change &change, const ObjectName &object, ObjectEdit::Action action, const QByteArray &text)
{
    const auto found = std::find_if(
        change.edits.begin(), change.edits.end(), [&object](const ObjectEdit &edit) { return edit.object == object; });
    if (found != change.edits.end())
        return *found;
    ObjectEdit edit;
    edit.object = object;
    edit.action = action;
    edit.text = text;
    change.edits.append(edit);
    return change.edits.last();
}

void addToQuota(Change &change, const QuotaLine &line, const QuotaWish &wish)
{
    ObjectEdit &edit = editOf(change,
        {{}, QStringLiteral("v1"), QStringLiteral("ResourceQuota"), QStringLiteral("resourcequotas"), {},
            line.namespaceName, line.quota},
        ObjectEdit::Action::MergePatch, QByteArrayLiteral("{}"));
    Tree patch = *Tree::parse(edit.text);
    patch.set({QStringLiteral("spec"), QStringLiteral("hard"), wish.resource},
        wish.amount.isEmpty() ? Tree() : Tree::text(wish.amount));
    edit.text = patch.toJson();
}

//! Of what Capsule keeps, in the entry that it was made from. A JSON patch, because a merge patch would replace the
//! whole list of entries; the precondition makes sure that the entries are those that were seen.
void addToCapsuleTenant(Change &change, const QuotaLine &line, const QuotaWish &wish)
{
    ObjectEdit &edit = editOf(change,
        {QStringLiteral("capsule.clastix.io"), QStringLiteral("v1beta2"), QStringLiteral("Tenant"),
            QStringLiteral("tenants"), {}, {}, line.capsuleTenant},
        ObjectEdit::Action::JsonPatch, QByteArrayLiteral("[]"));
    QString key = wish.resource; // RFC 6901, 3
    key.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
    Tree operation = Tree::map();
    operation.set(
        {QStringLiteral("op")}, Tree::text(wish.amount.isEmpty() ? QStringLiteral("remove") : QStringLiteral("add")));
    operation.set({QStringLiteral("path")},
        Tree::text(QStringLiteral("/spec/resourceQuotas/items/%1/hard/").arg(line.capsuleIndex) + key));
    if (!wish.amount.isEmpty())
        operation.set({QStringLiteral("value")}, Tree::text(wish.amount));
    Tree patch = *Tree::parse(edit.text);
    patch.items().push_back(operation);
    edit.text = patch.toJson();
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
        if (line->capsuleTenant.isEmpty())
            addToQuota(*edit.change, *line, wish);
        else
            addToCapsuleTenant(*edit.change, *line, wish);
        count(*edit.change, tenant);
    }
    if (!edit.change)
        edit.problem = Words::tr("Nothing is to be changed.");
    return edit;
}
