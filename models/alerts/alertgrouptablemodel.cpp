// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alertgrouptablemodel.h"

#include "models/alerts/alert.h"

#include <array>

namespace {

using C = Column<AlertGroup>;
constexpr auto rising = Qt::AscendingOrder;
constexpr auto falling = Qt::DescendingOrder;

QVariant moment(const QDateTime &time)
{
    return time.isValid() ? QVariant(time) : QVariant();
}

// clang-format off
constexpr std::array groupColumns{
    C{{"worst", QT_TRANSLATE_NOOP("Columns", "Worst"),
        QT_TRANSLATE_NOOP("Columns", "The state of the worst alert in the group."), CellKind::Condition, falling, true, true, 12},
        [](const AlertGroup &g) { return QVariant::fromValue(g.worst); }},
    C{{"group", QT_TRANSLATE_NOOP("Columns", "Group"),
        QT_TRANSLATE_NOOP("Columns", "What the alerts of the group have in common."), CellKind::Text, rising, true, true, 24},
        [](const AlertGroup &g) { return QVariant(g.name); }},
    C{{"severity", QT_TRANSLATE_NOOP("Columns", "Severity"),
        QT_TRANSLATE_NOOP("Columns", "The worst severity in the group."), CellKind::Condition, falling, true, true, 10},
        [](const AlertGroup &g) { return QVariant::fromValue(AlertText::severity(g.severity)); }},
    C{{"open", QT_TRANSLATE_NOOP("Columns", "Firing"),
        QT_TRANSLATE_NOOP("Columns", "Alerts that fire and that nobody has silenced or claimed."), CellKind::Count, falling, true, true, 8},
        [](const AlertGroup &g) { return QVariant(g.open); }},
    C{{"pending", QT_TRANSLATE_NOOP("Columns", "Pending"),
        QT_TRANSLATE_NOOP("Columns", "Alerts that will fire if it stays as it is."), CellKind::Count, falling, true, true, 8},
        [](const AlertGroup &g) { return QVariant(g.pending); }},
    C{{"claimed", QT_TRANSLATE_NOOP("Columns", "Claimed"),
        QT_TRANSLATE_NOOP("Columns", "Alerts that somebody looks after."), CellKind::Count, falling, true, true, 8},
        [](const AlertGroup &g) { return QVariant(g.claimed); }},
    C{{"silenced", QT_TRANSLATE_NOOP("Columns", "Silenced"),
        QT_TRANSLATE_NOOP("Columns", "Alerts that a silence hides."), CellKind::Count, falling, true, true, 8},
        [](const AlertGroup &g) { return QVariant(g.silenced); }},
    C{{"inhibited", QT_TRANSLATE_NOOP("Columns", "Inhibited"),
        QT_TRANSLATE_NOOP("Columns", "Alerts that another alert explains."), CellKind::Count, falling, true, true, 8},
        [](const AlertGroup &g) { return QVariant(g.inhibited); }},
    C{{"alerts", QT_TRANSLATE_NOOP("Columns", "Alerts"),
        QT_TRANSLATE_NOOP("Columns", "All alerts of the group."), CellKind::Count, falling, true, true, 8},
        [](const AlertGroup &g) { return QVariant(g.alerts); }},
    C{{"oldest", QT_TRANSLATE_NOOP("Columns", "Since"),
        QT_TRANSLATE_NOOP("Columns", "Since when the first alert of the group fires."), CellKind::Time, falling, true, true, 8},
        [](const AlertGroup &g) { return moment(g.oldest); }},
    C{{"newest", QT_TRANSLATE_NOOP("Columns", "Newest"),
        QT_TRANSLATE_NOOP("Columns", "Since when the newest alert of the group fires."), CellKind::Time, falling, true, true, 8},
        [](const AlertGroup &g) { return moment(g.newest); }},
    C{{"summary", QT_TRANSLATE_NOOP("Columns", "Worst alert"),
        QT_TRANSLATE_NOOP("Columns", "What the worst alert of the group says."), CellKind::Text, rising, true, true, 44},
        [](const AlertGroup &g) { return QVariant(g.summary); }},
    C{{"freshness", QT_TRANSLATE_NOOP("Columns", "Freshness"),
        QT_TRANSLATE_NOOP("Columns", "How sure we are of the least sure alert in the group."), CellKind::Freshness, falling, true, true, 10},
        [](const AlertGroup &g) { return QVariant::fromValue(g.freshness); }},
};
// clang-format on

} // namespace

AlertGroupTableModel::AlertGroupTableModel(QObject *parent) : RecordTableModel(parent)
{
    setColumns(groupColumns);
}
