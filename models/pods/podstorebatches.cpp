// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How batches become rows, slice by slice; what is asked of the rows is in podstore.cpp.
#include "backends/kubernetes/records.h"
#include "models/pods/podpreviews.h"
#include "models/pods/podstore.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <iterator>

using Kubernetes::ObjectKey;
using Kubernetes::PodBatch;
using Kubernetes::PodPreview;
using Kubernetes::PodPreviewList;
using Kubernetes::PodRecord;

namespace {

PodPhase phaseOf(PodRecord::Phase phase)
{
    switch (phase) {
    case PodRecord::Phase::Unknown:
        return PodPhase::Unknown;
    case PodRecord::Phase::Pending:
        return PodPhase::Pending;
    case PodRecord::Phase::Running:
        return PodPhase::Running;
    case PodRecord::Phase::Succeeded:
        return PodPhase::Succeeded;
    case PodRecord::Phase::Failed:
        return PodPhase::Failed;
    }
    return PodPhase::Unknown;
}

template <typename Value>
bool assign(Value &into, const Value &value)
{
    if (into == value)
        return false;
    into = value;
    return true;
}

//! What a preview and an object both say of a pod.
template <typename Source>
bool assignCommon(PodStore::Row &row, const Source &source)
{
    bool changed = assign(row.containers, source.containers);
    changed |= assign(row.ready, source.ready);
    changed |= assign(row.restarts, source.restarts);
    changed |= assign(row.created, source.created);
    return changed;
}

//! Positions of \a records in the server's order.
std::vector<qsizetype> serverOrder(const QList<PodRecord> &records)
{
    QHash<QString, std::vector<qsizetype>> byNamespace;
    for (qsizetype i = 0; i < records.size(); ++i)
        byNamespace[records[i].key.namespaceName].push_back(i);
    QStringList names = byNamespace.keys();
    std::sort(names.begin(), names.end(), PodPreviews::namespaceComesFirst);
    std::vector<qsizetype> order;
    order.reserve(static_cast<size_t>(records.size()));
    for (const QString &name : std::as_const(names)) {
        auto &positions = byNamespace[name];
        std::sort(positions.begin(), positions.end(),
            [&records](qsizetype l, qsizetype r) { return records[l].key.name < records[r].key.name; });
        order.insert(order.end(), positions.begin(), positions.end());
    }
    return order;
}

} // namespace

//! One batch or one list of previews on its way into the rows.
struct PodStore::Work
{
    QString clusterId;
    std::optional<PodPreviewList> previews;
    PodBatch batch;
    bool prepared = false;
    std::vector<quint32> matches; //!< for each of batch.changed the preview that stood for it, or none
    qsizetype done = 0;
};

//! What one slice did.
struct PodStore::Gathered
{
    QString clusterId;
    QList<quint32> inserted;
    QList<quint32> changed;
    QSet<QString> namespaces;
    bool synced = false;
    std::optional<QStringList> scope;
};

PodStore::PodStore(QObject *parent) : QObject(parent)
{
    m_slice.setSingleShot(true);
    connect(&m_slice, &QTimer::timeout, this, &PodStore::doWork);
}

PodStore::~PodStore() = default;

void PodStore::dropWork(const QString &clusterId)
{
    std::erase_if(m_work, [&clusterId](const auto &work) { return work->clusterId == clusterId; });
}

bool PodStore::settled(const QString &clusterId) const
{
    return std::none_of(
        m_work.begin(), m_work.end(), [&clusterId](const auto &work) { return work->clusterId == clusterId; });
}

//! Whether anything is different now.
bool PodStore::fill(quint32 pod, const PodRecord &record)
{
    Row &row = m_rows[pod];
    bool changed = assignCommon(row, record);
    if (const PodPhase phase = phaseOf(record.phase); phase != row.phase) {
        setPhase(pod, phase);
        changed = true;
    }
    changed |= assign(row.terminating, record.terminating);
    changed |= assign(row.cpuRequest, record.cpuRequest);
    changed |= assign(row.memoryRequest, record.memoryRequest);
    changed |= m_texts.change(row.reason, record.reason);
    changed |= m_texts.change(row.node, record.node);
    changed |= m_texts.change(row.ownerKind, record.ownerKind);
    changed |= m_texts.change(row.ownerName, record.ownerName);
    changed |= m_texts.change(row.imageTags, record.imageTags);
    return changed;
}

void PodStore::put(quint32 space, const PodRecord &record, quint32 preview, Gathered &gathered)
{
    const QString &podName = record.key.name;
    quint32 pod = findIn(space, podName);
    const bool known = pod != none;
    bool different = false;
    if (!known) {
        if (preview != none) {
            settle(preview, space, podName);
            pod = preview;
            different = true;
        } else {
            pod = create(space, podName);
            gathered.inserted.append(pod);
        }
        m_index.insert(pod, hashOf(space, podName), [this](quint32 other) { return hashOfRow(other); });
    }
    different |= fill(pod, record);
    if (different && (known || preview != none))
        gathered.changed.append(pod);
    if (different || !known)
        gathered.namespaces.insert(record.key.namespaceName);
}

void PodStore::apply(const QString &clusterId, const PodBatch &batch)
{
    auto work = std::make_unique<Work>();
    work->clusterId = clusterId;
    work->batch = batch;
    const bool small = batch.changed.size() + batch.removed.size() <= sliceSize;
    if (small && settled(clusterId)) {
        cluster(clusterId);
        step(*work);
        return;
    }
    m_work.push_back(std::move(work));
    m_slice.start(0);
}

void PodStore::apply(const QString &clusterId, const PodPreviewList &list)
{
    auto work = std::make_unique<Work>();
    work->clusterId = clusterId;
    work->previews = list;
    cluster(clusterId);
    // First rows of one cluster do not wait for every column of another.
    auto place = m_work.end();
    while (place != m_work.begin() && !(*std::prev(place))->previews && (*std::prev(place))->clusterId != clusterId)
        --place;
    m_work.insert(place, std::move(work));
    m_slice.start(0);
}

void PodStore::doWork()
{
    const QDeadlineTimer deadline(turnMilliseconds);
    while (!m_work.empty() && !deadline.hasExpired()) {
        const QString clusterId = m_work.front()->clusterId;
        if (!step(*m_work.front()))
            continue;
        m_work.pop_front();
        if (settled(clusterId))
            Q_EMIT settledNow(clusterId);
    }
    if (!m_work.empty())
        m_slice.start(0);
}

//! One slice; true when there is nothing left to do.
bool PodStore::step(Work &work)
{
    return work.previews ? stepPreviews(work) : stepBatch(work);
}

bool PodStore::stepPreviews(Work &work)
{
    Gathered gathered;
    gathered.clusterId = work.clusterId;
    const quint32 space = spaceOf(cluster(work.clusterId), {});
    const QList<PodPreview> &list = work.previews->rows;
    const qsizetype end = std::min(list.size(), work.done + sliceSize);
    for (; work.done < end; ++work.done) {
        const PodPreview &preview = list[work.done];
        const quint32 pod = create(space, preview.name);
        Row &row = m_rows[pod];
        row.preview = true;
        row.phase = phaseOf(preview.phase);
        assignCommon(row, preview);
        m_texts.change(row.reason, preview.reason);
        m_texts.change(row.node, preview.node);
        gathered.inserted.append(pod);
    }
    pruneSpace(space);
    tell(gathered);
    return work.done == list.size();
}

bool PodStore::stepBatch(Work &work)
{
    Cluster &its = cluster(work.clusterId);
    Gathered gathered;
    gathered.clusterId = work.clusterId;
    const PodBatch &batch = work.batch;
    if (!work.prepared) {
        prepare(work);
        removeListed(its, work, gathered);
        if (batch.changed.size() > sliceSize) {
            tell(gathered);
            return false;
        }
    }
    const qsizetype end = std::min(batch.changed.size(), work.done + sliceSize);
    for (; work.done < end; ++work.done) {
        const PodRecord &record = batch.changed[work.done];
        const auto preview = work.matches.empty() ? none : work.matches[static_cast<size_t>(work.done)];
        put(spaceOf(its, record.key.namespaceName), record, preview, gathered);
    }
    const bool finished = work.done == batch.changed.size();
    if (finished && batch.synced) {
        gathered.synced = true;
        gathered.scope = batch.scope;
        // What the complete list did not name is not there any more.
        if (const Space *left = findSpace(work.clusterId, {}))
            removePods(QList<quint32>(left->pods.begin(), left->pods.end()));
    }
    tell(gathered);
    return finished;
}

//! Finds the previews of the pods of the first complete list.
void PodStore::prepare(Work &work)
{
    work.prepared = true;
    const Space *left = findSpace(work.clusterId, {});
    if (!left || !work.batch.synced)
        return;
    // In the order in which they came, which is the server's.
    const std::vector<quint32> &pods = left->pods;
    QList<QString> previews;
    for (const quint32 pod : pods)
        previews.append(m_rows[pod].name);
    const std::vector<qsizetype> order = serverOrder(work.batch.changed);
    QList<QString> names;
    for (const qsizetype at : order)
        names.append(work.batch.changed[at].key.name);
    const std::vector<qsizetype> found = PodPreviews::match(previews, names);
    work.matches.assign(order.size(), none);
    for (size_t i = 0; i < order.size(); ++i) {
        if (found[i] >= 0)
            work.matches[static_cast<size_t>(order[i])] = pods[static_cast<size_t>(found[i])];
    }
}

void PodStore::removeListed(Cluster &its, const Work &work, Gathered &gathered)
{
    QSet<quint32> gone;
    for (const ObjectKey &key : work.batch.removed) {
        const auto space = its.spaces.constFind(key.namespaceName);
        const quint32 pod = space == its.spaces.cend() ? none : findIn(*space, key.name);
        if (pod == none)
            continue;
        gone.insert(pod);
        gathered.namespaces.insert(key.namespaceName);
    }
    removePods(gone.values());
}

void PodStore::tell(const Gathered &gathered)
{
    if (!gathered.inserted.isEmpty())
        Q_EMIT inserted(gathered.inserted);
    if (!gathered.changed.isEmpty())
        Q_EMIT changed(gathered.changed);
    Q_EMIT applied(gathered.clusterId, gathered.namespaces, gathered.synced, gathered.scope);
}
