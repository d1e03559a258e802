// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alerttablemodel.h"

#include <array>

namespace {

using C = Column<Alert>;
constexpr auto rising = Qt::AscendingOrder;
constexpr auto falling = Qt::DescendingOrder;

QVariant moment(const QDateTime &time)
{
    return time.isValid() ? QVariant(time) : QVariant();
}

// clang-format off
constexpr std::array alertColumns{
    C{{"state", QT_TRANSLATE_NOOP("Columns", "State"),
        QT_TRANSLATE_NOOP("Columns", "Whether the alert fires, and whether somebody has silenced or claimed it; silenced or inhibited only when all Alertmanagers that have it say so."), CellKind::Condition, falling, true, true, 12},
        [](const Alert &a) { return QVariant::fromValue(a.state); }},
    C{{"alertname", QT_TRANSLATE_NOOP("Columns", "Alert"),
        QT_TRANSLATE_NOOP("Columns", "The name of the rule that fires."), CellKind::Text, rising, true, true, 22},
        [](const Alert &a) { return QVariant(a.name); }},
    C{{"severity", QT_TRANSLATE_NOOP("Columns", "Severity"),
        QT_TRANSLATE_NOOP("Columns", "The label severity, as the rule says it."), CellKind::Condition, falling, true, true, 10},
        [](const Alert &a) { return QVariant::fromValue(AlertText::severity(a.severity)); }},
    C{{"tenant", QT_TRANSLATE_NOOP("Columns", "Tenant"),
        QT_TRANSLATE_NOOP("Columns", "Whose namespace the alert is about."), CellKind::Text, rising, true, true, 14},
        [](const Alert &a) { return QVariant(a.tenant); }},
    C{{"cluster", QT_TRANSLATE_NOOP("Columns", "Cluster"),
        QT_TRANSLATE_NOOP("Columns", "The cluster that the alert is about."), CellKind::Text, rising, true, true, 12},
        [](const Alert &a) { return QVariant(a.cluster); }},
    C{{"since", QT_TRANSLATE_NOOP("Columns", "Since"),
        QT_TRANSLATE_NOOP("Columns", "Since when it fires, or is pending."), CellKind::Time, falling, true, true, 8},
        [](const Alert &a) { return moment(a.since); }},
    C{{"summary", QT_TRANSLATE_NOOP("Columns", "Summary"),
        QT_TRANSLATE_NOOP("Columns", "What the rule says about it."), CellKind::Text, rising, true, true, 44},
        [](const Alert &a) { return QVariant(a.summary); }},
    C{{"owner", QT_TRANSLATE_NOOP("Columns", "Owner"),
        QT_TRANSLATE_NOOP("Columns", "The label owner or team, else the tenant."), CellKind::Text, rising, true, true, 12},
        [](const Alert &a) { return QVariant(a.owner); }},
    C{{"claimed_by", QT_TRANSLATE_NOOP("Columns", "Claimed by"),
        QT_TRANSLATE_NOOP("Columns", "Who looks after it."), CellKind::Text, rising, true, true, 12},
        [](const Alert &a) { return QVariant(a.claimedBy); }},
    C{{"namespace", QT_TRANSLATE_NOOP("Columns", "Namespace"),
        QT_TRANSLATE_NOOP("Columns", "The label namespace."), CellKind::Text, rising, false, true, 14},
        [](const Alert &a) { return QVariant(a.namespaceName); }},
    C{{"slo", QT_TRANSLATE_NOOP("Columns", "SLO"),
        QT_TRANSLATE_NOOP("Columns", "The SLO that it is about, by its labels."), CellKind::Text, rising, false, true, 16},
        [](const Alert &a) { return QVariant(a.slo); }},
    C{{"rollout", QT_TRANSLATE_NOOP("Columns", "Workload"),
        QT_TRANSLATE_NOOP("Columns", "The rollout or workload that it is about, by its labels."), CellKind::Text, rising, false, true, 14},
        [](const Alert &a) { return QVariant(a.rollout); }},
    C{{"receivers", QT_TRANSLATE_NOOP("Columns", "Receivers"),
        QT_TRANSLATE_NOOP("Columns", "Whom Alertmanager tells."), CellKind::Text, rising, false, true, 14},
        [](const Alert &a) { return QVariant(a.receivers.join(QLatin1String(", "))); }},
    C{{"labels", QT_TRANSLATE_NOOP("Columns", "Labels"),
        QT_TRANSLATE_NOOP("Columns", "All labels of the alert."), CellKind::Text, rising, false, true, 40},
        [](const Alert &a) { return QVariant(AlertText::labels(a.labels)); }},
    C{{"runbook", QT_TRANSLATE_NOOP("Columns", "Runbook"),
        QT_TRANSLATE_NOOP("Columns", "Where it is written what to do."), CellKind::Text, rising, false, true, 20},
        [](const Alert &a) { return QVariant(a.runbook); }},
    C{{"note", QT_TRANSLATE_NOOP("Columns", "Note"),
        QT_TRANSLATE_NOOP("Columns", "What is odd about it, such as that no Alertmanager has it."), CellKind::Text, rising, false, true, 30},
        [](const Alert &a) { return QVariant(a.note); }},
    C{{"source", QT_TRANSLATE_NOOP("Columns", "Source"),
        QT_TRANSLATE_NOOP("Columns", "The servers that have it."), CellKind::Text, rising, true, true, 16},
        [](const Alert &a) { return QVariant(a.sources.join(QLatin1String(", "))); }},
    C{{"freshness", QT_TRANSLATE_NOOP("Columns", "Freshness"),
        QT_TRANSLATE_NOOP("Columns", "How sure we are of it: when the freshest server that has it last confirmed it."), CellKind::Freshness, falling, true, true, 10},
        [](const Alert &a) { return QVariant::fromValue(a.freshness); }},
};
// clang-format on

} // namespace

AlertTableModel::AlertTableModel(QObject *parent) : RecordTableModel(parent)
{
    setColumns(alertColumns);
}

QString AlertTableModel::cellTooltip(int row, int column) const
{
    const Alert &alert = at(row);
    const QLatin1String id(columns()[size_t(column)].id);
    if (id == QLatin1String("state") || id == QLatin1String("source"))
        return alert.note;
    if (id == QLatin1String("summary") || id == QLatin1String("alertname"))
        return alert.description;
    if (id == QLatin1String("claimed_by"))
        return alert.claimNote;
    return {};
}
