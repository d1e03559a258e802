// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pods/podstore.h"

#include <algorithm>

namespace {

//! A character that no context, namespace or pod has in its name.
constexpr char16_t separator = u'\x1f';

void tally(PodStore::Counts &counts, PodPhase phase, qlonglong by)
{
    switch (phase) {
    case PodPhase::Running:
        counts.running += by;
        break;
    case PodPhase::Pending:
        counts.pending += by;
        break;
    case PodPhase::Failed:
        counts.failed += by;
        break;
    case PodPhase::Unknown:
    case PodPhase::Succeeded:
        break;
    }
}

} // namespace

PodStore::Cluster &PodStore::cluster(const QString &clusterId)
{
    auto &cluster = m_clusters[clusterId];
    if (!cluster) {
        cluster = std::make_unique<Cluster>();
        cluster->id = cluster->name = clusterId;
    }
    return *cluster;
}

void PodStore::setCluster(const QString &clusterId, const QString &name, const Freshness &freshness)
{
    Cluster &its = cluster(clusterId);
    const bool looksDifferent = its.name != name || its.freshness.state != freshness.state;
    its.name = name;
    its.freshness = freshness;
    if (looksDifferent)
        Q_EMIT clusterChanged(clusterId);
}

void PodStore::removeCluster(const QString &clusterId)
{
    const auto found = m_clusters.find(clusterId);
    if (found == m_clusters.end())
        return;
    dropWork(clusterId);
    QList<quint32> gone;
    for (const quint32 space : std::as_const(found->second->spaces))
        gone.append(QList<quint32>(m_spaces[space]->pods.begin(), m_spaces[space]->pods.end()));
    removePods(gone);
    const QList<quint32> empty = found->second->spaces.values();
    for (const quint32 space : empty) {
        m_spaces[space]->tenant.reset();
        pruneSpace(space);
    }
    m_clusters.erase(found);
}

void PodStore::setTenant(const QString &clusterId, const QString &namespaceName, const std::optional<QString> &tenant)
{
    Cluster &its = cluster(clusterId);
    if (!tenant && !its.spaces.contains(namespaceName))
        return;
    const quint32 space = spaceOf(its, namespaceName);
    if (m_spaces[space]->tenant == tenant)
        return;
    m_spaces[space]->tenant = tenant;
    const auto &pods = m_spaces[space]->pods;
    if (!pods.empty())
        Q_EMIT changed(QList<quint32>(pods.begin(), pods.end()));
    pruneSpace(space);
}

QList<quint32> PodStore::pods() const
{
    QList<quint32> pods;
    pods.reserve(m_count);
    for (const auto &space : m_spaces) {
        if (space)
            pods.append(QList<quint32>(space->pods.begin(), space->pods.end()));
    }
    return pods;
}

const PodStore::Space *PodStore::findSpace(const QString &clusterId, const QString &namespaceName) const
{
    const auto its = m_clusters.find(clusterId);
    if (its == m_clusters.end())
        return nullptr;
    const auto space = its->second->spaces.constFind(namespaceName);
    return space == its->second->spaces.cend() ? nullptr : m_spaces[*space].get();
}

quint32 PodStore::find(const QString &clusterId, const QString &namespaceName, const QString &podName) const
{
    const auto its = m_clusters.find(clusterId);
    if (its == m_clusters.end())
        return none;
    const auto space = its->second->spaces.constFind(namespaceName);
    return space == its->second->spaces.cend() ? none : findIn(*space, podName);
}

QString PodStore::key(quint32 pod) const
{
    const Row &row = m_rows[pod];
    const Space &space = *m_spaces[row.space];
    const QString cluster = space.cluster->id + QChar(separator);
    // A preview has no name of its own yet: pods of other namespaces may be called the same.
    return row.preview ? QString(cluster + QChar(separator) + QString::number(pod))
                       : QString(cluster + space.name + QChar(separator) + row.name);
}

quint32 PodStore::findKey(const QString &key) const
{
    const QStringList parts = key.split(QChar(separator));
    if (parts.size() != 3)
        return none;
    if (!parts[1].isEmpty())
        return find(parts[0], parts[1], parts[2]);
    bool isNumber = false;
    const quint32 pod = parts[2].toUInt(&isNumber);
    const bool known = isNumber && pod < m_rows.size() && m_rows[pod].preview && space(pod).cluster->id == parts[0];
    return known ? pod : none;
}

PodTrouble PodStore::trouble(quint32 pod, qint64 now) const
{
    const Row &row = m_rows[pod];
    const QString &reason = text(row.reason);
    if (row.phase == PodPhase::Failed)
        return PodTrouble::Failed;
    if (row.phase == PodPhase::Succeeded)
        return PodTrouble::None;
    if (row.terminating)
        return PodTrouble::Waiting;
    if (reason.endsWith(QLatin1String("CrashLoopBackOff")))
        return PodTrouble::CrashLooping;
    if (PodText::keepsFromStarting(reason))
        return PodTrouble::NotStarting;
    switch (row.phase) {
    case PodPhase::Pending:
        return row.created != 0 && now - row.created >= patience ? PodTrouble::PendingLong : PodTrouble::Waiting;
    case PodPhase::Running:
        return row.ready < row.containers ? PodTrouble::NotReady : PodTrouble::None;
    case PodPhase::Unknown:
    case PodPhase::Succeeded:
    case PodPhase::Failed:
        break;
    }
    return PodTrouble::Unknown;
}

Freshness PodStore::freshness(quint32 pod) const
{
    return m_rows[pod].preview ? Freshness() : space(pod).cluster->freshness;
}

Pod PodStore::pod(quint32 number, qint64 now) const
{
    const Row &row = m_rows[number];
    const Space &its = space(number);
    Pod pod;
    pod.key = key(number);
    pod.clusterId = its.cluster->id;
    pod.cluster = its.cluster->name;
    pod.namespaceName = its.name;
    pod.tenant = its.tenant;
    pod.name = row.name;
    pod.phase = row.phase;
    pod.terminating = row.terminating;
    pod.preview = row.preview;
    pod.condition = PodText::condition(trouble(number, now), row.phase, row.terminating);
    pod.reason = text(row.reason);
    pod.containers = row.containers;
    pod.ready = row.ready;
    pod.restarts = row.restarts;
    pod.node = text(row.node);
    pod.workload = row.ownerKind == 0 ? QString() : QString(text(row.ownerKind) + u'/' + text(row.ownerName));
    pod.imageTags = text(row.imageTags);
    if (row.created != 0)
        pod.created = QDateTime::fromSecsSinceEpoch(row.created, Qt::UTC);
    pod.cpuRequested = double(row.cpuRequest) / 1000;
    pod.memoryRequested = double(row.memoryRequest);
    pod.freshness = freshness(number);
    return pod;
}

// ---- rows -----------------------------------------------------------------------------------------------------------

quint32 PodStore::spaceOf(Cluster &cluster, const QString &namespaceName)
{
    if (const auto known = cluster.spaces.constFind(namespaceName); known != cluster.spaces.cend())
        return *known;
    auto space = std::make_unique<Space>();
    space->cluster = &cluster;
    space->name = namespaceName;
    quint32 id = static_cast<quint32>(m_spaces.size());
    if (m_freeSpaces.empty()) {
        m_spaces.push_back(std::move(space));
    } else {
        id = m_freeSpaces.back();
        m_freeSpaces.pop_back();
        m_spaces[id] = std::move(space);
    }
    cluster.spaces.insert(namespaceName, id);
    return id;
}

void PodStore::pruneSpace(quint32 space)
{
    Space &its = *m_spaces[space];
    if (!its.pods.empty() || its.tenant)
        return;
    its.cluster->spaces.remove(its.name);
    m_spaces[space].reset();
    m_freeSpaces.push_back(space);
}

size_t PodStore::hashOf(quint32 space, const QString &podName) const
{
    return qHashMulti(0, space, podName);
}

quint32 PodStore::findIn(quint32 space, const QString &podName) const
{
    return m_index.find(hashOf(space, podName), [&](quint32 pod) {
        const Row &row = m_rows[pod];
        return row.space == space && row.name == podName;
    });
}

//! A row in no namespace yet.
quint32 PodStore::create(quint32 space, const QString &podName)
{
    quint32 pod = static_cast<quint32>(m_rows.size());
    if (m_freeRows.empty()) {
        m_rows.emplace_back();
    } else {
        pod = m_freeRows.back();
        m_freeRows.pop_back();
    }
    ++m_count;
    m_rows[pod].name = podName;
    attach(pod, space);
    return pod;
}

void PodStore::attach(quint32 pod, quint32 space)
{
    Row &row = m_rows[pod];
    row.space = space;
    row.place = static_cast<quint32>(m_spaces[space]->pods.size());
    m_spaces[space]->pods.push_back(pod);
    if (!row.preview)
        tally(m_spaces[space]->counts, row.phase, 1);
}

//! The last of the namespace takes its place.
void PodStore::detach(quint32 pod)
{
    const Row &row = m_rows[pod];
    Space &space = *m_spaces[row.space];
    if (!row.preview)
        tally(space.counts, row.phase, -1);
    space.pods[row.place] = space.pods.back();
    m_rows[space.pods[row.place]].place = row.place;
    space.pods.pop_back();
}

//! A preview turns out to be the pod \a podName of \a space.
void PodStore::settle(quint32 pod, quint32 space, const QString &podName)
{
    const quint32 before = m_rows[pod].space;
    detach(pod);
    m_rows[pod].preview = false;
    m_rows[pod].name = podName;
    attach(pod, space);
    pruneSpace(before);
}

void PodStore::destroy(quint32 pod)
{
    Row &row = m_rows[pod];
    const quint32 space = row.space;
    if (!row.preview)
        m_index.remove(pod, hashOfRow(pod), [this](quint32 other) { return hashOfRow(other); });
    detach(pod);
    for (const StringPool::Id id : {row.reason, row.node, row.ownerKind, row.ownerName, row.imageTags})
        m_texts.release(id);
    row = {};
    m_freeRows.push_back(pod);
    --m_count;
    pruneSpace(space);
}

void PodStore::removePods(const QList<quint32> &pods)
{
    if (pods.isEmpty())
        return;
    Q_EMIT removing(pods);
    for (const quint32 pod : pods)
        destroy(pod);
}

void PodStore::setPhase(quint32 pod, PodPhase phase)
{
    Row &row = m_rows[pod];
    tally(m_spaces[row.space]->counts, row.phase, -1);
    tally(m_spaces[row.space]->counts, phase, 1);
    row.phase = phase;
}
