// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/onboarding/offboarding.h"

#include "backends/core/tree.h"
#include "models/changes/changeriver.h"
#include "models/changes/changetarget.h"
#include "models/onboarding/tenantobjects.h"
#include "models/tenants/tenantstore.h"
#include "models/tenants/tenanttablemodel.h"

#include <QLocale>

#include <algorithm>

namespace {

ObjectName claimsOf(const QString &namespaceName)
{
    return {{}, QStringLiteral("v1"), QStringLiteral("PersistentVolumeClaim"), QStringLiteral("persistentvolumeclaims"),
        {}, namespaceName, {}};
}

qlonglong itemCount(const Tree &list)
{
    const Tree *items = list.find(QStringLiteral("items"));
    return items ? static_cast<qlonglong>(items->items().size()) : 0;
}

bool isClaims(const ObjectName &list)
{
    return list.resource == QLatin1String("persistentvolumeclaims");
}

//! Where to look for what frames the tenant. Of ConfigMaps one alone belongs to the frame; the others are its own.
QList<ObjectName> frameIn(const QString &namespaceName)
{
    QList<ObjectName> lists = tenantFrameKinds(namespaceName);
    for (ObjectName &list : lists) {
        if (list.resource == QLatin1String("configmaps"))
            list.name = QString::fromLatin1(TenantFrame::ingress);
    }
    return lists;
}

//! Of an answer to frameIn(): the objects that were found, without what the cluster makes by itself in each namespace.
QList<ObjectName> objectsOf(const ObjectName &list, const Tree &answer)
{
    QList<ObjectName> objects;
    if (!list.name.isEmpty())
        return {list};
    const Tree *items = answer.find(QStringLiteral("items"));
    for (const Tree &item : items ? items->items() : Tree::List()) {
        ObjectName object = list;
        object.name = item.textAt({QStringLiteral("metadata"), QStringLiteral("name")});
        const bool own = object.resource != QLatin1String("serviceaccounts") || object.name != QLatin1String("default");
        if (own && !object.name.isEmpty())
            objects.append(object);
    }
    return objects;
}

} // namespace

Offboarding::Offboarding(ChangeRiver &river, const TenantStore &store, QObject *parent)
    : QObject(parent), m_river(river), m_store(store)
{
}

void Offboarding::look(const QString &tenantKey)
{
    ++m_serial;
    m_tenant = {};
    m_content = {};
    m_lists.clear();
    m_found.clear();
    m_problem.clear();
    m_reading = true;
    const TenantTableModel &table = *m_store.table();
    const int row = table.rowOf(tenantKey);
    if (row < 0) {
        finish(tr("This tenant is not there any more, so there is nothing to offboard."));
        return;
    }
    m_tenant = table.at(row);
    m_content.namespaces = m_tenant.namespaces;
    if (m_tenant.podsRunning && m_tenant.podsPending && m_tenant.podsFailed)
        m_content.pods = *m_tenant.podsRunning + *m_tenant.podsPending + *m_tenant.podsFailed;
    if (m_content.pods)
        m_content.workloads = m_store.workloads(tenantKey).size();
    if (m_tenant.namespaces.size() > mostNamespaces) {
        finish(tr("%1 has %2 namespaces, which is too much for one change. Delete some of them first.")
                   .arg(m_tenant.name, QLocale().toString(m_tenant.namespaces.size())));
        return;
    }
    for (const QString &space : std::as_const(m_tenant.namespaces)) {
        m_lists += frameIn(space);
        m_lists.append(claimsOf(space));
    }
    m_content.volumeClaims = 0;
    readNext();
}

void Offboarding::readNext()
{
    if (m_found.size() == m_lists.size()) {
        finish({});
        return;
    }
    m_river.read(m_tenant.clusterId, m_lists[m_found.size()], this,
        [this, serial = m_serial, next = m_found.size()](const ReadAnswer &answer) {
            if (serial == m_serial && next == m_found.size())
                take(answer);
        });
}

void Offboarding::take(const ReadAnswer &answer)
{
    const ObjectName &list = m_lists[m_found.size()];
    QList<ObjectName> found;
    if (answer.kind == ReadAnswer::Kind::Found) {
        const auto tree = Tree::parse(answer.object.text);
        if (isClaims(list) && m_content.volumeClaims)
            *m_content.volumeClaims += tree ? itemCount(*tree) : 0;
        else if (tree && !isClaims(list))
            found = objectsOf(list, *tree);
    } else if (answer.kind == ReadAnswer::Kind::Failed && isClaims(list)) {
        m_content.volumeClaims.reset();
    } else if (answer.kind == ReadAnswer::Kind::Failed) {
        finish(tr("The %1 in %2 cannot be read, so undoing could not bring them back. %3")
                   .arg(list.resource, list.namespaceName, answer.sentence));
        return;
    }
    m_content.frame += found.size();
    m_found.append(found);
    readNext();
}

void Offboarding::finish(const QString &problem)
{
    m_reading = false;
    m_problem = problem;
    if (m_problem.isEmpty() && m_tenant.namespaces.isEmpty())
        m_problem = tr("%1 has no namespace, so there is nothing to offboard.").arg(m_tenant.name);
    Q_EMIT looked();
}

std::optional<Change> Offboarding::change() const
{
    if (m_reading || !m_problem.isEmpty() || m_tenant.key.isEmpty() || !m_river.hasCluster(m_tenant.clusterId))
        return {};
    Change change = m_river.newChange(m_tenant.clusterId, ChangeKind::Tenant);
    change.tenants = {m_tenant.name};
    change.pods = static_cast<int>(std::min<qlonglong>(m_content.pods.value_or(0), 1'000'000));
    const auto remove = [&change](const ObjectName &object) {
        ObjectEdit edit;
        edit.object = object;
        edit.action = ObjectEdit::Action::Delete;
        change.edits.append(edit);
    };
    // The other way round than it was made, so that undoing makes it in that order again.
    for (auto list = m_found.crbegin(); list != m_found.crend(); ++list) {
        for (auto object = list->crbegin(); object != list->crend(); ++object)
            remove(*object);
    }
    for (auto space = m_tenant.namespaces.crbegin(); space != m_tenant.namespaces.crend(); ++space)
        remove(namespaceObject(*space));
    return change;
}

QString Offboarding::action() const
{
    return tr("Offboard tenant %1 from %2").arg(m_tenant.name, m_river.clusterName(m_tenant.clusterId));
}

QStringList Offboarding::sentences() const
{
    const QLocale locale;
    const auto shown = [&locale](const std::optional<qlonglong> &count) {
        return count ? locale.toString(*count) : tr("unknown", "how many there are");
    };
    return {
        tr("Deleted with all that is in them: the namespaces %1.").arg(m_content.namespaces.join(QStringLiteral(", "))),
        tr("What cannot be brought back: pods: %1; workloads: %2; volume claims and their data: %3; and all services, "
           "configuration and secrets.")
            .arg(shown(m_content.pods), shown(m_content.workloads), shown(m_content.volumeClaims)),
        tr("What undoing brings back: the namespaces and %1 objects that frame them (quotas, limits, network policies, "
           "accounts, roles and bindings).")
            .arg(locale.toString(m_content.frame))};
}
