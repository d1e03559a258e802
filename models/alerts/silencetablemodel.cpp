// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/silencetablemodel.h"

#include <array>

namespace {

using C = Column<Silence>;
constexpr auto rising = Qt::AscendingOrder;
constexpr auto falling = Qt::DescendingOrder;

// clang-format off
constexpr std::array silenceColumns{
    C{{"state", QT_TRANSLATE_NOOP("Columns", "State"),
        QT_TRANSLATE_NOOP("Columns", "Whether it silences now, will later, or has ended."), CellKind::Condition, falling, true, true, 9},
        [](const Silence &s) { return QVariant::fromValue(s.state); }},
    C{{"matchers", QT_TRANSLATE_NOOP("Columns", "Matchers"),
        QT_TRANSLATE_NOOP("Columns", "What labels an alert must have to be silenced."), CellKind::Text, rising, true, true, 40},
        [](const Silence &s) { return QVariant(SilenceText::text(s.matchers)); }},
    C{{"alerts", QT_TRANSLATE_NOOP("Columns", "Alerts"),
        QT_TRANSLATE_NOOP("Columns", "Alerts that it silences now."), CellKind::Count, falling, true, true, 8},
        [](const Silence &s) { return QVariant(s.alerts); }},
    C{{"created_by", QT_TRANSLATE_NOOP("Columns", "By"),
        QT_TRANSLATE_NOOP("Columns", "Who made it, by their own word."), CellKind::Text, rising, true, true, 14},
        [](const Silence &s) { return QVariant(s.createdBy); }},
    C{{"comment", QT_TRANSLATE_NOOP("Columns", "Comment"),
        QT_TRANSLATE_NOOP("Columns", "Why there is a silence."), CellKind::Text, rising, true, true, 30},
        [](const Silence &s) { return QVariant(s.comment); }},
    C{{"ends", QT_TRANSLATE_NOOP("Columns", "Ends"),
        QT_TRANSLATE_NOOP("Columns", "When it ends by itself."), CellKind::Deadline, rising, true, true, 9},
        [](const Silence &s) { return QVariant(s.endsAt); }},
    C{{"starts", QT_TRANSLATE_NOOP("Columns", "Began"),
        QT_TRANSLATE_NOOP("Columns", "Since when it silences."), CellKind::Time, falling, false, true, 9},
        [](const Silence &s) { return QVariant(s.startsAt); }},
    C{{"claim", QT_TRANSLATE_NOOP("Columns", "Claim of"),
        QT_TRANSLATE_NOOP("Columns", "The alert that somebody claims by it; such a silence hides nothing."), CellKind::Text, rising, false, true, 18},
        [](const Silence &s) { return QVariant(s.claimOf); }},
    C{{"server", QT_TRANSLATE_NOOP("Columns", "Server"),
        QT_TRANSLATE_NOOP("Columns", "The Alertmanagers that have it."), CellKind::Text, rising, true, true, 14},
        [](const Silence &s) { return QVariant(s.servers.join(QLatin1String(", "))); }},
    C{{"id", QT_TRANSLATE_NOOP("Columns", "Id"),
        QT_TRANSLATE_NOOP("Columns", "What amtool calls it."), CellKind::Text, rising, false, true, 34},
        [](const Silence &s) { return QVariant(s.id); }},
    C{{"freshness", QT_TRANSLATE_NOOP("Columns", "Freshness"),
        QT_TRANSLATE_NOOP("Columns", "How sure we are of it: when the freshest Alertmanager that has it last answered."), CellKind::Freshness, falling, true, true, 10},
        [](const Silence &s) { return QVariant::fromValue(s.freshness); }},
};
// clang-format on

} // namespace

SilenceTableModel::SilenceTableModel(QObject *parent) : RecordTableModel(parent)
{
    setColumns(silenceColumns);
}

QString SilenceTableModel::cellTooltip(int row, int column) const
{
    const QLatin1String id(columns()[size_t(column)].id);
    return id == QLatin1String("matchers") ? SilenceText::text(at(row).matchers) : QString();
}
