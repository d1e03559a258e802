// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pods/podtablemodel.h"

#include "models/common/format.h"

#include <algorithm>
#include <array>

namespace {

using Range = std::pair<int, int>; //!< first and last row

std::vector<Range> rangesOf(const std::vector<int> &sorted)
{
    std::vector<Range> ranges;
    for (const int row : sorted) {
        if (!ranges.empty() && row <= ranges.back().second + 1)
            ranges.back().second = row;
        else
            ranges.emplace_back(row, row);
    }
    return ranges;
}

} // namespace

struct PodTableModel::PodColumn : ColumnInfo
{
    QVariant (*read)(const PodTableModel &model, quint32 pod) = nullptr;
};

std::span<const PodTableModel::PodColumn> PodTableModel::podColumns()
{
    using C = PodColumn;
    using M = const PodTableModel &;
    constexpr auto rising = Qt::AscendingOrder;
    constexpr auto falling = Qt::DescendingOrder;
    // clang-format off
    static constexpr std::array columns{
        C{{"name", QT_TRANSLATE_NOOP("Columns", "Pod"),
            QT_TRANSLATE_NOOP("Columns", "The pod's name."), CellKind::Text, rising, true, true, 30},
            [](M m, quint32 pod) { return QVariant(m.m_store->row(pod).name); }},
        C{{"state", QT_TRANSLATE_NOOP("Columns", "State"),
            QT_TRANSLATE_NOOP("Columns", "What the pod needs a person for, the worst first: failed, crash looping, not starting, pending for long, not ready; then by restarts."), CellKind::Condition, falling, true, true, 14},
            [](M m, quint32 pod) {
                const PodStore::Row &row = m.m_store->row(pod);
                const PodTrouble trouble = m.m_store->trouble(pod, m.m_now);
                Condition condition = PodText::condition(trouble, row.phase, row.terminating);
                condition.rank = (static_cast<qint64>(trouble) << 32) + row.restarts + 1; // 0 is no rank
                return QVariant::fromValue(condition);
            }},
        C{{"namespace", QT_TRANSLATE_NOOP("Columns", "Namespace"),
            QT_TRANSLATE_NOOP("Columns", "The namespace that the pod is in."), CellKind::Text, rising, true, true, 18},
            [](M m, quint32 pod) { return m.m_store->row(pod).preview ? QVariant() : QVariant(m.m_store->space(pod).name); }},
        C{{"tenant", QT_TRANSLATE_NOOP("Columns", "Tenant"),
            QT_TRANSLATE_NOOP("Columns", "The tenant of the pod's namespace, as the label of the namespace names it."), CellKind::Text, rising, true, true, 14},
            [](M m, quint32 pod) {
                const auto &tenant = m.m_store->space(pod).tenant;
                return tenant ? QVariant(*tenant) : QVariant();
            }},
        C{{"cluster", QT_TRANSLATE_NOOP("Columns", "Cluster"),
            QT_TRANSLATE_NOOP("Columns", "The cluster that the pod is in."), CellKind::Text, rising, true, true, 14},
            [](M m, quint32 pod) { return QVariant(m.m_store->space(pod).cluster->name); }},
        C{{"phase", QT_TRANSLATE_NOOP("Columns", "Phase"),
            QT_TRANSLATE_NOOP("Columns", "Where the pod is in its life: Pending, Running, Succeeded or Failed."), CellKind::Text, rising, true, true, 10},
            [](M m, quint32 pod) { return QVariant(PodText::phase(m.m_store->row(pod).phase)); }},
        C{{"ready", QT_TRANSLATE_NOOP("Columns", "Ready"),
            QT_TRANSLATE_NOOP("Columns", "How many of the pod's containers are ready, of how many it has. Sorted and compared by those that are ready."), CellKind::Count, rising, true, true, 6},
            [](M m, quint32 pod) { return QVariant(qlonglong(m.m_store->row(pod).ready)); }},
        C{{"restarts", QT_TRANSLATE_NOOP("Columns", "Restarts"),
            QT_TRANSLATE_NOOP("Columns", "How often the pod's containers were restarted."), CellKind::Count, falling, true, true, 7},
            [](M m, quint32 pod) { return QVariant(qlonglong(m.m_store->row(pod).restarts)); }},
        C{{"reason", QT_TRANSLATE_NOOP("Columns", "Reason"),
            QT_TRANSLATE_NOOP("Columns", "Why the pod is not well, or that it is being deleted."), CellKind::Text, rising, true, true, 18},
            [](M m, quint32 pod) {
                const PodStore::Row &row = m.m_store->row(pod);
                return QVariant(row.terminating ? QStringLiteral("Terminating") : m.m_store->text(row.reason));
            }},
        C{{"node", QT_TRANSLATE_NOOP("Columns", "Node"),
            QT_TRANSLATE_NOOP("Columns", "The node that the pod runs on; none while it is not scheduled."), CellKind::Text, rising, true, true, 16},
            [](M m, quint32 pod) { return QVariant(m.m_store->text(m.m_store->row(pod).node)); }},
        C{{"image_tag", QT_TRANSLATE_NOOP("Columns", "Image tag"),
            QT_TRANSLATE_NOOP("Columns", "The tags of the images of the pod's containers."), CellKind::Text, rising, true, true, 12},
            [](M m, quint32 pod) {
                const PodStore::Row &row = m.m_store->row(pod);
                return row.preview ? QVariant() : QVariant(m.m_store->text(row.imageTags));
            }},
        C{{"created", QT_TRANSLATE_NOOP("Columns", "Age"),
            QT_TRANSLATE_NOOP("Columns", "How long ago the pod was created."), CellKind::Time, falling, true, true, 8},
            [](M m, quint32 pod) {
                const qint64 created = m.m_store->row(pod).created;
                return created == 0 ? QVariant() : QVariant(QDateTime::fromSecsSinceEpoch(created, Qt::UTC));
            }},
        C{{"cpu_requested", QT_TRANSLATE_NOOP("Columns", "CPU requested"),
            QT_TRANSLATE_NOOP("Columns", "Cores that the pod reserves."), CellKind::Cores, falling, true, true, 8},
            [](M m, quint32 pod) {
                const PodStore::Row &row = m.m_store->row(pod);
                return row.preview ? QVariant() : QVariant(double(row.cpuRequest) / 1000);
            }},
        C{{"memory_requested", QT_TRANSLATE_NOOP("Columns", "Memory requested"),
            QT_TRANSLATE_NOOP("Columns", "Memory that the pod reserves."), CellKind::Bytes, falling, true, true, 10},
            [](M m, quint32 pod) {
                const PodStore::Row &row = m.m_store->row(pod);
                return row.preview ? QVariant() : QVariant(double(row.memoryRequest));
            }},
        C{{"workload", QT_TRANSLATE_NOOP("Columns", "Workload"),
            QT_TRANSLATE_NOOP("Columns", "What the pod belongs to."), CellKind::Text, rising, false, true, 24},
            [](M m, quint32 pod) {
                const PodStore::Row &row = m.m_store->row(pod);
                if (row.preview)
                    return QVariant();
                if (row.ownerKind == 0)
                    return QVariant(QString());
                return QVariant(QString(m.m_store->text(row.ownerKind) + u'/' + m.m_store->text(row.ownerName)));
            }},
        C{{"containers", QT_TRANSLATE_NOOP("Columns", "Containers"),
            QT_TRANSLATE_NOOP("Columns", "How many containers the pod has."), CellKind::Count, falling, false, true, 6},
            [](M m, quint32 pod) { return QVariant(qlonglong(m.m_store->row(pod).containers)); }},
        C{{"not_ready", QT_TRANSLATE_NOOP("Columns", "Not ready"),
            QT_TRANSLATE_NOOP("Columns", "How many of the pod's containers are not ready."), CellKind::Count, falling, false, true, 6},
            [](M m, quint32 pod) {
                const PodStore::Row &row = m.m_store->row(pod);
                return QVariant(qlonglong(row.containers) - qlonglong(std::min(row.ready, row.containers)));
            }},
        C{{"freshness", QT_TRANSLATE_NOOP("Columns", "Freshness"),
            QT_TRANSLATE_NOOP("Columns", "How sure we are of the row: when the API server last confirmed it."), CellKind::Freshness, falling, true, true, 14},
            [](M m, quint32 pod) { return QVariant::fromValue(m.m_store->freshness(pod)); }},
    };
    // clang-format on
    return columns;
}

PodTableModel::PodTableModel(PodStore *store, Extent extent, QObject *parent)
    : TableModel(parent), m_store(store), m_extent(extent)
{
    const auto columns = podColumns();
    m_infos.assign(columns.begin(), columns.end());
    m_readyColumn = columnOf(u"ready");
    if (extent == Extent::OneTenant) {
        for (const auto &id :
            {u"tenant", u"cluster", u"image_tag", u"cpu_requested", u"memory_requested", u"freshness"})
            m_infos[static_cast<size_t>(columnOf(id))].shown = false;
    }
    connect(store, &PodStore::inserted, this, &PodTableModel::insertPods);
    connect(store, &PodStore::changed, this, &PodTableModel::changePods);
    connect(store, &PodStore::removing, this, &PodTableModel::removePods);
    connect(store, &PodStore::clusterChanged, this, &PodTableModel::refreshCluster);
    insertPods(store->pods());
}

int PodTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pods.size());
}

QVariant PodTableModel::value(int row, int column) const
{
    return podColumns()[static_cast<size_t>(column)].read(*this, podAt(row));
}

QString PodTableModel::text(int row, int column) const
{
    if (column != m_readyColumn)
        return TableModel::text(row, column);
    const PodStore::Row &pod = m_store->row(podAt(row));
    return tr("%1/%2", "ready containers of all containers").arg(pod.ready).arg(pod.containers);
}

QString PodTableModel::key(int row) const
{
    return m_store->key(podAt(row));
}

int PodTableModel::rowOf(const QString &key) const
{
    const quint32 pod = m_store->findKey(key);
    return pod == PodStore::none ? -1 : rowOfPod(pod);
}

Freshness PodTableModel::rowFreshness(int row) const
{
    return m_store->freshness(podAt(row));
}

Pod PodTableModel::at(int row) const
{
    return m_store->pod(podAt(row), m_now);
}

QString PodTableModel::cellTooltip(int row, int column) const
{
    if (column == m_readyColumn) {
        const PodStore::Row &pod = m_store->row(podAt(row));
        return tr("%1 of %2 containers are ready.").arg(Format::count(pod.ready), Format::count(pod.containers));
    }
    return TableModel::cellTooltip(row, column);
}

void PodTableModel::setTenant(const QString &clusterId, const QString &tenant)
{
    if (clusterId == m_clusterId && tenant == m_tenant)
        return;
    if (!m_pods.empty()) {
        beginRemoveRows({}, 0, rowCount() - 1);
        for (const quint32 pod : m_pods)
            m_rows[pod] = -1;
        m_pods.clear();
        endRemoveRows();
    }
    m_clusterId = clusterId;
    m_tenant = tenant;
    insertPods(m_store->pods());
}

void PodTableModel::setNow(qint64 now)
{
    QList<int> due;
    for (int row = 0; row < rowCount(); ++row) {
        const quint32 pod = podAt(row);
        if (m_store->row(pod).phase == PodPhase::Pending && m_store->trouble(pod, m_now) != m_store->trouble(pod, now))
            due.append(row);
    }
    m_now = now;
    reportRowsChanged(std::move(due));
}

bool PodTableModel::belongs(quint32 pod) const
{
    if (m_extent == Extent::All)
        return true;
    const PodStore::Space &space = m_store->space(pod);
    return !m_tenant.isEmpty() && space.tenant == m_tenant && space.cluster->id == m_clusterId;
}

int PodTableModel::rowOfPod(quint32 pod) const
{
    return pod < m_rows.size() ? m_rows[pod] : -1;
}

void PodTableModel::insertPods(const QList<quint32> &pods)
{
    std::vector<quint32> added;
    for (const quint32 pod : pods) {
        if (belongs(pod) && rowOfPod(pod) < 0)
            added.push_back(pod);
    }
    if (added.empty())
        return;
    const size_t first = m_pods.size();
    beginInsertRows({}, static_cast<int>(first), static_cast<int>(first + added.size()) - 1);
    m_pods.insert(m_pods.end(), added.begin(), added.end());
    renumber(first);
    endInsertRows();
}

void PodTableModel::changePods(const QList<quint32> &pods)
{
    QList<int> here;
    std::vector<int> gone;
    QList<quint32> added;
    for (const quint32 pod : pods) {
        const int row = rowOfPod(pod);
        if (!belongs(pod) && row >= 0)
            gone.push_back(row);
        else if (row >= 0)
            here.append(row);
        else
            added.append(pod);
    }
    reportRowsChanged(std::move(here));
    removeRowList(std::move(gone));
    insertPods(added);
}

void PodTableModel::removePods(const QList<quint32> &pods)
{
    std::vector<int> rows;
    for (const quint32 pod : pods) {
        if (const int row = rowOfPod(pod); row >= 0)
            rows.push_back(row);
    }
    removeRowList(std::move(rows));
}

void PodTableModel::removeRowList(std::vector<int> rows)
{
    std::sort(rows.begin(), rows.end());
    std::vector<Range> ranges = rangesOf(rows);
    if (ranges.size() > maxRanges) {
        moveToEnd(rows);
        ranges = {{rowCount() - static_cast<int>(rows.size()), rowCount() - 1}};
    }
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
        const auto [first, last] = *range;
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row)
            m_rows[podAt(row)] = -1;
        m_pods.erase(m_pods.begin() + first, m_pods.begin() + last + 1);
        renumber(static_cast<size_t>(first));
        endRemoveRows();
    }
}

//! Many scattered rows would each shift the rest. So the last ones that stay take the places of those that go;
//! selections follow.
void PodTableModel::moveToEnd(const std::vector<int> &doomed)
{
    const int kept = rowCount() - static_cast<int>(doomed.size());
    QList<int> going;
    QList<int> staying;
    auto next = doomed.begin();
    for (; next != doomed.end() && *next < kept; ++next)
        going.append(*next);
    for (int row = kept; row < rowCount(); ++row) {
        if (next != doomed.end() && *next == row)
            ++next;
        else
            staying.append(row);
    }
    changePlaces(going, staying, [&] {
        for (qsizetype i = 0; i < going.size(); ++i) {
            auto &left = m_pods[static_cast<size_t>(going.at(i))];
            auto &right = m_pods[static_cast<size_t>(staying.at(i))];
            std::swap(left, right);
            m_rows[left] = going.at(i);
            m_rows[right] = staying.at(i);
        }
    });
}

void PodTableModel::renumber(size_t from)
{
    for (size_t row = from; row < m_pods.size(); ++row) {
        const quint32 pod = m_pods[row];
        if (pod >= m_rows.size())
            m_rows.resize(pod + 1, -1);
        m_rows[pod] = static_cast<int>(row);
    }
}

//! Its name or how sure we are of it: no row is more or less than before.
void PodTableModel::refreshCluster(const QString &clusterId)
{
    QList<int> rows;
    for (int row = 0; row < rowCount(); ++row) {
        if (m_store->space(podAt(row)).cluster->id == clusterId)
            rows.append(row);
    }
    reportRowsChanged(std::move(rows));
}
