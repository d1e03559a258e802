// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tenants/podtablemodel.h"

#include <array>

namespace {

QVariant time(const QDateTime &moment)
{
    return moment.isValid() ? QVariant(moment) : QVariant();
}

using C = Column<Pod>;
constexpr auto rising = Qt::AscendingOrder;
constexpr auto falling = Qt::DescendingOrder;

// clang-format off
constexpr std::array podColumns{
    C{{"pod", QT_TRANSLATE_NOOP("Columns", "Pod"),
        QT_TRANSLATE_NOOP("Columns", "The pod's name."), CellKind::Text, rising, true, true, 30},
        [](const Pod &p) { return QVariant(p.name); }},
    C{{"namespace", QT_TRANSLATE_NOOP("Columns", "Namespace"),
        QT_TRANSLATE_NOOP("Columns", "The namespace that the pod is in."), CellKind::Text, rising, true, true, 18},
        [](const Pod &p) { return QVariant(p.namespaceName); }},
    C{{"phase", QT_TRANSLATE_NOOP("Columns", "Phase"),
        QT_TRANSLATE_NOOP("Columns", "Where the pod is in its life: Pending, Running, Succeeded or Failed."), CellKind::Text, rising, true, true, 10},
        [](const Pod &p) { return QVariant(p.phase); }},
    C{{"reason", QT_TRANSLATE_NOOP("Columns", "Reason"),
        QT_TRANSLATE_NOOP("Columns", "Why the pod is not well, or that it is being deleted."), CellKind::Text, rising, true, true, 18},
        [](const Pod &p) { return QVariant(p.reason); }},
    C{{"ready", QT_TRANSLATE_NOOP("Columns", "Ready"),
        QT_TRANSLATE_NOOP("Columns", "How many of the pod's containers are ready."), CellKind::Count, rising, true, true, 6},
        [](const Pod &p) { return QVariant(p.ready); }},
    C{{"containers", QT_TRANSLATE_NOOP("Columns", "Containers"),
        QT_TRANSLATE_NOOP("Columns", "How many containers the pod has."), CellKind::Count, falling, false, true, 6},
        [](const Pod &p) { return QVariant(p.containers); }},
    C{{"restarts", QT_TRANSLATE_NOOP("Columns", "Restarts"),
        QT_TRANSLATE_NOOP("Columns", "How often the pod's containers were restarted."), CellKind::Count, falling, true, true, 7},
        [](const Pod &p) { return QVariant(p.restarts); }},
    C{{"node", QT_TRANSLATE_NOOP("Columns", "Node"),
        QT_TRANSLATE_NOOP("Columns", "The node that the pod runs on."), CellKind::Text, rising, true, true, 16},
        [](const Pod &p) { return QVariant(p.node); }},
    C{{"workload", QT_TRANSLATE_NOOP("Columns", "Workload"),
        QT_TRANSLATE_NOOP("Columns", "What the pod belongs to."), CellKind::Text, rising, false, true, 24},
        [](const Pod &p) { return QVariant(p.workload); }},
    C{{"cpu_requested", QT_TRANSLATE_NOOP("Columns", "CPU requested"),
        QT_TRANSLATE_NOOP("Columns", "Cores that the pod reserves."), CellKind::Cores, falling, false, true, 8},
        [](const Pod &p) { return QVariant(p.cpuRequested); }},
    C{{"memory_requested", QT_TRANSLATE_NOOP("Columns", "Memory requested"),
        QT_TRANSLATE_NOOP("Columns", "Memory that the pod reserves."), CellKind::Bytes, falling, false, true, 10},
        [](const Pod &p) { return QVariant(p.memoryRequested); }},
    C{{"created", QT_TRANSLATE_NOOP("Columns", "Age"),
        QT_TRANSLATE_NOOP("Columns", "How long ago the pod was created."), CellKind::Time, falling, true, true, 8},
        [](const Pod &p) { return time(p.created); }},
    C{{"freshness", QT_TRANSLATE_NOOP("Columns", "Freshness"),
        QT_TRANSLATE_NOOP("Columns", "How sure we are of the row: when the API server last confirmed it."), CellKind::Freshness, falling, false, true, 14},
        [](const Pod &p) { return QVariant::fromValue(p.freshness); }},
};
// clang-format on

} // namespace

PodTableModel::PodTableModel(QObject *parent) : RecordTableModel(parent)
{
    setColumns(podColumns);
}

Freshness PodTableModel::rowFreshness(int row) const
{
    return at(row).freshness;
}

QString PodTableModel::keyOf(const Pod &pod) const
{
    return QString(pod.namespaceName + u'/' + pod.name);
}
