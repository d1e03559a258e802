// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tenants/tenantfigures.h"

#include "backends/kubernetes/records.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <tuple>

using Kubernetes::QuotaItem;
using Kubernetes::QuotaRecord;

namespace {

//! Keys that mean the same, the one that we call them by first.
const std::array<QStringList, 3> &spellings()
{
    static const std::array<QStringList, 3> all{
        QStringList{QStringLiteral("requests.cpu"), QStringLiteral("cpu")},
        QStringList{QStringLiteral("requests.memory"), QStringLiteral("memory")},
        QStringList{QStringLiteral("pods"), QStringLiteral("count/pods")},
    };
    return all;
}

QStringList spellingsOf(const QString &resource)
{
    for (const QStringList &same : spellings()) {
        if (same.contains(resource))
            return same;
    }
    return {resource};
}

//! One quota's say on one resource in one namespace.
struct Allowance
{
    QuotaItem item;
};

//! The one that runs out first comes first: that is what stops the next pod.
bool tighter(const Allowance &left, const Allowance &right)
{
    const auto rank = [](const Allowance &a) {
        const Quantity headroom = a.item.counted ? a.item.hard - a.item.used : a.item.hard;
        return std::tuple(headroom, a.item.hard, !a.item.counted);
    };
    return rank(left) < rank(right);
}

void addUp(Usage &usage, const std::vector<Allowance> &allowances)
{
    Quantity hard;
    Quantity used;
    bool counted = true;
    for (const Allowance &allowance : allowances) {
        hard += allowance.item.hard;
        used += allowance.item.used;
        counted = counted && allowance.item.counted;
    }
    usage.limit = hard.toDouble();
    if (counted)
        usage.reserved = used.toDouble();
}

void addResource(
    Usage &usage, const std::vector<const TenantFigures::Quotas *> &namespaces, const QStringList &resources)
{
    std::vector<Allowance> own;
    std::optional<Allowance> tenantWide;
    for (const auto *quotas : namespaces) {
        std::optional<Allowance> best;
        for (const QuotaRecord &quota : *quotas) {
            for (const QuotaItem &item : quota.items) {
                // A quota with scopes limits some pods alone; it is a line of the details, not the tenant's limit.
                if (!resources.contains(item.resource) || !quota.scopes.isEmpty())
                    continue;
                const Allowance candidate{item};
                auto &tightest = quota.tenantWide ? tenantWide : best;
                if (!tightest || tighter(candidate, *tightest))
                    tightest = candidate;
            }
        }
        if (best)
            own.push_back(*best);
    }
    if (tenantWide) {
        addUp(usage, {*tenantWide});
        return;
    }
    usage.unlimited = own.empty();
    usage.partlyUnlimited = !own.empty() && own.size() < namespaces.size();
    if (!own.empty())
        addUp(usage, own);
}

std::optional<double> percentOf(const QuotaItem &item)
{
    if (!item.counted)
        return std::nullopt;
    Usage usage;
    usage.reserved = item.used.toDouble();
    usage.limit = item.hard.toDouble();
    return usage.percent();
}

void addTightest(Tenant &tenant, const std::vector<const TenantFigures::Quotas *> &namespaces)
{
    for (const auto *quotas : namespaces) {
        for (const QuotaRecord &quota : *quotas) {
            for (const QuotaItem &item : quota.items) {
                const auto percent = percentOf(item);
                if (!percent)
                    continue;
                const bool worse = !tenant.tightestPercent || *percent > *tenant.tightestPercent
                    || (*percent == *tenant.tightestPercent && item.resource < tenant.tightest);
                if (worse) {
                    tenant.tightestPercent = percent;
                    tenant.tightest = item.resource;
                }
            }
        }
    }
}

double cores(qint64 millicores)
{
    return double(millicores) / 1000;
}

bool isReady(const PodStore::Row &pod)
{
    return pod.phase == PodPhase::Running && pod.containers > 0 && pod.ready >= pod.containers;
}

//! A workload while its pods are counted; cores in whole thousandths, so that the sum does not hang on their order.
struct Gathered
{
    Workload workload;
    QSet<QString> tags;
    qint64 millicores = 0;
};

//! Counts one pod in. What has ended holds no reservation any more.
void addPod(Gathered &gathered, const PodStore::Row &pod, const QString &imageTags)
{
    Workload &workload = gathered.workload;
    const bool succeeded = pod.phase == PodPhase::Succeeded;
    workload.restarts += pod.restarts;
    workload.pods += succeeded ? 0 : 1;
    workload.ready += isReady(pod) ? 1 : 0;
    if (!succeeded && pod.phase != PodPhase::Failed) {
        gathered.millicores += pod.cpuRequest;
        workload.memoryRequested += double(pod.memoryRequest);
    }
    for (const QString &tag : imageTags.split(QLatin1String(", "), Qt::SkipEmptyParts))
        gathered.tags.insert(tag);
}

template <typename Row, typename Name>
void sortByName(QList<Row> &rows, Name Row::*name)
{
    std::sort(rows.begin(), rows.end(), [name](const Row &left, const Row &right) { return left.*name < right.*name; });
}

} // namespace

void TenantFigures::addQuotas(Tenant &tenant, const std::vector<const Quotas *> &namespaces)
{
    tenant.quotasKnown = true;
    addResource(tenant.cpu, namespaces, spellings().at(0));
    addResource(tenant.memory, namespaces, spellings().at(1));
    addResource(tenant.pods, namespaces, spellings().at(2));
    addTightest(tenant, namespaces);
}

QList<QuotaFigure> TenantFigures::quotaFigures(const std::vector<const Quotas *> &namespaces)
{
    QStringList resources;
    for (const auto *quotas : namespaces) {
        for (const QuotaRecord &quota : *quotas) {
            for (const QuotaItem &item : quota.items) {
                const QString resource = commonSpelling(item.resource);
                if (quota.scopes.isEmpty() && !resources.contains(resource))
                    resources.append(resource);
            }
        }
    }
    resources.sort();
    QList<QuotaFigure> figures;
    for (const QString &resource : std::as_const(resources)) {
        QuotaFigure figure;
        figure.resource = resource;
        addResource(figure.usage, namespaces, spellingsOf(resource));
        figures.append(figure);
    }
    return figures;
}

QString TenantFigures::commonSpelling(const QString &resource)
{
    return spellingsOf(resource).constFirst();
}

QuotaLine::Unit TenantFigures::unitOf(const QString &resource)
{
    if (resource.startsWith(QLatin1String("count/")))
        return QuotaLine::Unit::Count;
    // requests.cpu, limits.memory, gold.storageclass.storage.k8s.io/requests.storage
    const QString bare = resource.section(u'/', -1);
    const QString name = bare.section(u'.', -1);
    if (name == QLatin1String("cpu"))
        return QuotaLine::Unit::Cores;
    if (name == QLatin1String("memory") || name == QLatin1String("storage")
        || name == QLatin1String("ephemeral-storage") || name.startsWith(QLatin1String("hugepages-")))
        return QuotaLine::Unit::Bytes;
    return QuotaLine::Unit::Count;
}

QList<QuotaLine> TenantFigures::quotaLines(const Quotas &quotas, const Freshness &freshness)
{
    QStringList names = quotas.keys();
    names.sort();
    QList<QuotaLine> lines;
    for (const QString &name : std::as_const(names)) {
        const QuotaRecord &quota = *quotas.constFind(name);
        for (const QuotaItem &item : quota.items) {
            QuotaLine line;
            line.namespaceName = quota.key.namespaceName;
            line.quota = name;
            line.resource = item.resource;
            line.scopes = quota.scopes;
            line.unit = unitOf(item.resource);
            line.hard = item.hard.toDouble();
            if (item.counted)
                line.used = item.used.toDouble();
            line.tenantWide = quota.tenantWide;
            line.capsuleTenant = quota.capsuleTenant;
            line.capsuleIndex = quota.capsuleIndex;
            line.freshness = freshness;
            lines.append(line);
        }
    }
    return lines;
}

QList<Workload> TenantFigures::workloads(const PodStore &pods, const PodStore::Space &space, const Freshness &freshness)
{
    QHash<std::pair<QString, QString>, Gathered> gathered;
    for (const quint32 each : space.pods) {
        const PodStore::Row &pod = pods.row(each);
        const bool owned = pod.ownerKind != 0;
        const QString kind = owned ? pods.text(pod.ownerKind) : QStringLiteral("Pod");
        const QString name = owned ? pods.text(pod.ownerName) : pod.name;
        Gathered &entry = gathered[{kind, name}];
        entry.workload.namespaceName = space.name;
        entry.workload.kind = kind;
        entry.workload.name = name;
        addPod(entry, pod, pods.text(pod.imageTags));
    }
    QList<Workload> workloads;
    for (Gathered &entry : gathered) {
        QStringList tags(entry.tags.begin(), entry.tags.end());
        tags.sort();
        entry.workload.image = tags.join(QLatin1String(", "));
        entry.workload.cpuRequested = cores(entry.millicores);
        entry.workload.freshness = freshness;
        workloads.append(entry.workload);
    }
    sortByName(workloads, &Workload::name);
    return workloads;
}
