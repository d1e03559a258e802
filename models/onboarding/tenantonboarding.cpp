// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/onboarding/tenantonboarding.h"

#include "models/changes/changeriver.h"
#include "models/onboarding/tenantobjects.h"
#include "models/onboarding/tenanttemplate.h"
#include "models/tenants/tenantstore.h"
#include "models/tenants/tenanttablemodel.h"

#include <QCoreApplication>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TenantOnboarding)
};

using Field = TenantForm::Field;

//! Who lives in the cluster already.
QList<Tenant> neighbours(const TenantStore &store, const QString &clusterId)
{
    QList<Tenant> tenants;
    const TenantTableModel &table = *store.table();
    for (int row = 0; row < table.rowCount(); ++row) {
        if (table.at(row).clusterId == clusterId)
            tenants.append(table.at(row));
    }
    return tenants;
}

void checkCluster(
    const TenantForm &form, const QString &cluster, const TenantStore &store, QList<TenantForm::Mistake> &mistakes)
{
    const QList<Tenant> others = neighbours(store, form.clusterId);
    for (const Tenant &other : others) {
        const bool named = other.name == form.name || other.namespaces.contains(form.name);
        if (named)
            mistakes.append({Field::Name,
                Words::tr("%1 has a tenant or a namespace %2 already. Choose another name, or edit that tenant.")
                    .arg(cluster, form.name)});
        else if (other.isolation == TenantText::id(TenantIsolation::Physical))
            mistakes.append({Field::Cluster,
                Words::tr("%1 belongs to the tenant %2 alone. Choose another cluster.").arg(cluster, other.name)});
        else if (form.isolation == TenantIsolation::Physical)
            mistakes.append({Field::Cluster,
                Words::tr("A physically isolated tenant needs a cluster of its own, and %1 holds the tenant %2. Choose "
                          "another cluster.")
                    .arg(cluster, other.name)});
        else
            continue;
        return;
    }
}

QStringList notesOf(const TenantForm &form, const QList<TenantObject> &objects)
{
    QStringList notes{TenantText::meaning(form.isolation)};
    if (objects.first().text.contains("pod-security.kubernetes.io/"))
        notes.append(Words::tr("The cluster keeps to the Pod Security labels from Kubernetes 1.23 on; older ones only "
                               "carry them."));
    return notes;
}

} // namespace

OnboardingEdit onboardingEdit(const TenantForm &form, const TenantTemplates &templates, const TenantKeys &keys,
    const ChangeRiver &river, const TenantStore &store)
{
    OnboardingEdit edit;
    const QString cluster = river.clusterName(form.clusterId);
    if (!river.hasCluster(form.clusterId))
        edit.mistakes.append({Field::Cluster, Words::tr("No cluster is chosen yet. Choose the one to make it in.")});
    const TenantTemplate *tier = templates.find(form.tier);
    edit.mistakes += form.mistakes(tier ? *tier : TenantTemplate());
    if (edit.mistakes.isEmpty())
        checkCluster(form, cluster, store, edit.mistakes);
    if (!edit.mistakes.isEmpty())
        return edit;
    const QList<TenantObject> objects = tenantObjects(form, *tier, keys);
    Change change = river.newChange(form.clusterId, ChangeKind::Tenant);
    change.tenants = {form.name};
    for (const TenantObject &object : objects) {
        ObjectEdit made;
        made.object = object.name;
        made.action = ObjectEdit::Action::Create;
        made.text = object.text;
        change.edits.append(made);
    }
    edit.change = change;
    edit.action = Words::tr("Onboard tenant %1 in %2").arg(form.name, cluster);
    edit.notes = notesOf(form, objects);
    return edit;
}
