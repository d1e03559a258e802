// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/incidenttimelinemodel.h"

#include <QLocale>

#include <array>

namespace {

using C = Column<TimelineEntry>;
constexpr auto rising = Qt::AscendingOrder;
constexpr auto falling = Qt::DescendingOrder;

QVariant conditionOf(const TimelineEntry &entry)
{
    return QVariant::fromValue(
        Condition{entry.severity, IncidentText::id(entry.lane), IncidentText::title(entry.lane), 0});
}

// clang-format off
constexpr std::array timelineColumns{
    C{{"time", QT_TRANSLATE_NOOP("Columns", "Time"),
        QT_TRANSLATE_NOOP("Columns", "When it happened, by the clock of this machine's time zone."), CellKind::Time, rising, true, true, 10},
        [](const TimelineEntry &e) { return QVariant(e.time); }},
    C{{"lane", QT_TRANSLATE_NOOP("Columns", "What"),
        QT_TRANSLATE_NOOP("Columns", "What kind of thing happened, and how bad it is."), CellKind::Condition, falling, true, true, 12},
        conditionOf},
    C{{"sentence", QT_TRANSLATE_NOOP("Columns", "What happened"),
        QT_TRANSLATE_NOOP("Columns", "What happened, in a sentence."), CellKind::Text, rising, true, true, 60},
        [](const TimelineEntry &e) { return QVariant(e.sentence); }},
    C{{"who", QT_TRANSLATE_NOOP("Columns", "Who"),
        QT_TRANSLATE_NOOP("Columns", "Who did it, as far as known: a person, or the program that wrote it."), CellKind::Text, rising, true, true, 12},
        [](const TimelineEntry &e) { return QVariant(e.who); }},
    C{{"count", QT_TRANSLATE_NOOP("Columns", "How often"),
        QT_TRANSLATE_NOOP("Columns", "More than once where much of the same happened within a minute."), CellKind::Count, falling, false, true, 8},
        [](const TimelineEntry &e) { return QVariant(static_cast<qlonglong>(e.count)); }},
    C{{"place", QT_TRANSLATE_NOOP("Columns", "Where"),
        QT_TRANSLATE_NOOP("Columns", "The namespace and the cluster that it happened in."), CellKind::Text, rising, false, true, 16},
        [](const TimelineEntry &e) { return QVariant(e.place); }},
    C{{"tenant", QT_TRANSLATE_NOOP("Columns", "Tenant"),
        QT_TRANSLATE_NOOP("Columns", "The tenant that it concerned."), CellKind::Text, rising, false, true, 12},
        [](const TimelineEntry &e) { return QVariant(e.tenant); }},
};
// clang-format on

} // namespace

IncidentTimelineModel::IncidentTimelineModel(QObject *parent) : RecordTableModel(parent)
{
    setColumns(timelineColumns);
}

QString IncidentTimelineModel::text(int row, int column) const
{
    if (columns()[static_cast<size_t>(column)].kind == CellKind::Time)
        return QLocale().toString(at(row).time.toLocalTime(), QStringLiteral("HH:mm:ss"));
    return TableModel::text(row, column);
}

QString IncidentTimelineModel::cellTooltip(int row, int column) const
{
    const TimelineEntry &entry = at(row);
    if (columns()[static_cast<size_t>(column)].kind == CellKind::Time)
        return QLocale().toString(entry.time.toLocalTime(), QLocale::LongFormat);
    return entry.detail.isEmpty() ? entry.sentence : entry.detail;
}

Freshness IncidentTimelineModel::rowFreshness(int) const
{
    return {Freshness::State::Live, {}, {}};
}
