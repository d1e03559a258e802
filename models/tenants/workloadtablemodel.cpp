// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tenants/workloadtablemodel.h"

#include <array>

namespace {

using C = Column<Workload>;
constexpr auto rising = Qt::AscendingOrder;
constexpr auto falling = Qt::DescendingOrder;

// clang-format off
constexpr std::array workloadColumns{
    C{{"workload", QT_TRANSLATE_NOOP("Columns", "Workload"),
        QT_TRANSLATE_NOOP("Columns", "The workload's name, as its pods name their owner."), CellKind::Text, rising, true, true, 28},
        [](const Workload &w) { return QVariant(w.name); }},
    C{{"kind", QT_TRANSLATE_NOOP("Columns", "Kind"),
        QT_TRANSLATE_NOOP("Columns", "What kind of object owns the pods; Pod when nobody does."), CellKind::Text, rising, true, true, 12},
        [](const Workload &w) { return QVariant(w.kind); }},
    C{{"namespace", QT_TRANSLATE_NOOP("Columns", "Namespace"),
        QT_TRANSLATE_NOOP("Columns", "The namespace that the workload is in."), CellKind::Text, rising, true, true, 18},
        [](const Workload &w) { return QVariant(w.namespaceName); }},
    C{{"image", QT_TRANSLATE_NOOP("Columns", "Image"),
        QT_TRANSLATE_NOOP("Columns", "The tags of the images that its pods run."), CellKind::Text, rising, true, true, 14},
        [](const Workload &w) { return QVariant(w.image); }},
    C{{"pods", QT_TRANSLATE_NOOP("Columns", "Pods"),
        QT_TRANSLATE_NOOP("Columns", "How many pods it has that have not finished."), CellKind::Count, falling, true, true, 6},
        [](const Workload &w) { return QVariant(w.pods); }},
    C{{"ready", QT_TRANSLATE_NOOP("Columns", "Ready"),
        QT_TRANSLATE_NOOP("Columns", "How many of its pods have all their containers ready."), CellKind::Count, rising, true, true, 6},
        [](const Workload &w) { return QVariant(w.ready); }},
    C{{"restarts", QT_TRANSLATE_NOOP("Columns", "Restarts"),
        QT_TRANSLATE_NOOP("Columns", "How often containers of its pods were restarted."), CellKind::Count, falling, true, true, 7},
        [](const Workload &w) { return QVariant(w.restarts); }},
    C{{"cpu_requested", QT_TRANSLATE_NOOP("Columns", "CPU requested"),
        QT_TRANSLATE_NOOP("Columns", "Cores that its pods reserve together."), CellKind::Cores, falling, true, true, 8},
        [](const Workload &w) { return QVariant(w.cpuRequested); }},
    C{{"memory_requested", QT_TRANSLATE_NOOP("Columns", "Memory requested"),
        QT_TRANSLATE_NOOP("Columns", "Memory that its pods reserve together."), CellKind::Bytes, falling, true, true, 10},
        [](const Workload &w) { return QVariant(w.memoryRequested); }},
    C{{"freshness", QT_TRANSLATE_NOOP("Columns", "Freshness"),
        QT_TRANSLATE_NOOP("Columns", "How sure we are of the row: when the API server last confirmed it."), CellKind::Freshness, falling, false, true, 14},
        [](const Workload &w) { return QVariant::fromValue(w.freshness); }},
};
// clang-format on

} // namespace

WorkloadTableModel::WorkloadTableModel(QObject *parent) : RecordTableModel(parent)
{
    setColumns(workloadColumns);
}

Freshness WorkloadTableModel::rowFreshness(int row) const
{
    return at(row).freshness;
}

QString WorkloadTableModel::keyOf(const Workload &workload) const
{
    return QString(workload.namespaceName + u'/' + workload.kind + u'/' + workload.name);
}
