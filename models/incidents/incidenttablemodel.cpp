// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/incidenttablemodel.h"

#include <array>

namespace {

using C = Column<IncidentRow>;
constexpr auto rising = Qt::AscendingOrder;
constexpr auto falling = Qt::DescendingOrder;

//! What each of the places says there, each once.
QString placesOf(const IncidentRow &row, QString IncidentPlace::*member)
{
    QStringList texts;
    for (const IncidentPlace &place : row.incident.places) {
        if (!(place.*member).isEmpty() && !texts.contains(place.*member))
            texts.append(place.*member);
    }
    return texts.join(QLatin1String(", "));
}

QVariant duration(const IncidentRow &row)
{
    const Incident &incident = row.incident;
    if (incident.open() || !incident.begun.isValid())
        return {};
    return static_cast<double>(incident.begun.msecsTo(incident.ended)) / 1000;
}

QVariant timeOrNone(const QDateTime &time)
{
    return time.isValid() ? QVariant(time) : QVariant::fromValue(nullptr);
}

// clang-format off
constexpr std::array incidentColumns{
    C{{"state", QT_TRANSLATE_NOOP("Columns", "State"),
        QT_TRANSLATE_NOOP("Columns", "Whether the incident is still open."), CellKind::Condition, falling, true, true, 10},
        [](const IncidentRow &r) { return QVariant::fromValue(r.state); }},
    C{{"title", QT_TRANSLATE_NOOP("Columns", "Incident"),
        QT_TRANSLATE_NOOP("Columns", "What the incident is called."), CellKind::Text, rising, true, true, 34},
        [](const IncidentRow &r) { return QVariant(r.incident.title); }},
    C{{"tenant", QT_TRANSLATE_NOOP("Columns", "Tenant"),
        QT_TRANSLATE_NOOP("Columns", "The tenants that the incident is about."), CellKind::Text, rising, true, true, 14},
        [](const IncidentRow &r) { return QVariant(r.incident.tenants().join(QLatin1String(", "))); }},
    C{{"begun", QT_TRANSLATE_NOOP("Columns", "Begun"),
        QT_TRANSLATE_NOOP("Columns", "How long ago it began to hurt, as far as known."), CellKind::Time, falling, true, true, 9},
        [](const IncidentRow &r) { return timeOrNone(r.incident.begun); }},
    C{{"ended", QT_TRANSLATE_NOOP("Columns", "Ended"),
        QT_TRANSLATE_NOOP("Columns", "How long ago a person ended the incident."), CellKind::Time, falling, true, true, 9},
        [](const IncidentRow &r) { return timeOrNone(r.incident.ended); }},
    C{{"duration", QT_TRANSLATE_NOOP("Columns", "Lasted"),
        QT_TRANSLATE_NOOP("Columns", "From its beginning to its end; unknown while it is open."), CellKind::Duration, falling, true, true, 9},
        duration},
    C{{"entries", QT_TRANSLATE_NOOP("Columns", "Entries"),
        QT_TRANSLATE_NOOP("Columns", "How many things its timeline has; unknown until it has been read."), CellKind::Count, falling, true, true, 8},
        [](const IncidentRow &r) { return r.entries ? QVariant(*r.entries) : QVariant(); }},
    C{{"alerts", QT_TRANSLATE_NOOP("Columns", "Alerts"),
        QT_TRANSLATE_NOOP("Columns", "How many alerts belong to the incident."), CellKind::Count, falling, true, true, 8},
        [](const IncidentRow &r) { return QVariant(static_cast<qlonglong>(r.incident.alerts.size())); }},
    C{{"started_by", QT_TRANSLATE_NOOP("Columns", "Started by"),
        QT_TRANSLATE_NOOP("Columns", "Who started the incident."), CellKind::Text, rising, true, true, 12},
        [](const IncidentRow &r) { return QVariant(r.incident.startedBy); }},
    C{{"cluster", QT_TRANSLATE_NOOP("Columns", "Cluster"),
        QT_TRANSLATE_NOOP("Columns", "The clusters that the incident is about."), CellKind::Text, rising, false, true, 12},
        [](const IncidentRow &r) { return QVariant(placesOf(r, &IncidentPlace::cluster)); }},
    C{{"namespace", QT_TRANSLATE_NOOP("Columns", "Namespace"),
        QT_TRANSLATE_NOOP("Columns", "The namespaces that the incident is about."), CellKind::Text, rising, false, true, 14},
        [](const IncidentRow &r) { return QVariant(placesOf(r, &IncidentPlace::namespaceName)); }},
    C{{"last_entry", QT_TRANSLATE_NOOP("Columns", "Last entry"),
        QT_TRANSLATE_NOOP("Columns", "How long ago the latest entry of its timeline happened."), CellKind::Time, falling, false, true, 9},
        [](const IncidentRow &r) { return r.last.isValid() ? QVariant(r.last) : QVariant(); }},
    C{{"id", QT_TRANSLATE_NOOP("Columns", "Id"),
        QT_TRANSLATE_NOOP("Columns", "What the file of the incident is called."), CellKind::Text, rising, false, true, 20},
        [](const IncidentRow &r) { return QVariant(r.incident.id); }},
};
// clang-format on

} // namespace

IncidentTableModel::IncidentTableModel(QObject *parent) : RecordTableModel(parent)
{
    setColumns(incidentColumns);
}

Freshness IncidentTableModel::rowFreshness(int) const
{
    return {Freshness::State::Live, {}, {}};
}
