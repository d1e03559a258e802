// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/usualobjectives.h"

#include "backends/prometheus/slosample.h"
#include "models/slo/slo.h"
#include "models/slo/slorow.h"

namespace {

QString objectiveOf(const Prometheus::SloReading &reading, const QString &cluster)
{
    const QString told = SloRow::labelOf(reading.labels, QLatin1String("cluster"));
    const QStringList parts{told.isEmpty() ? cluster : told, SloRow::namespaceOf(reading.labels),
        SloRow::workloadOf(reading.labels, reading.service), reading.name.toLower()};
    return parts.join(u'\n');
}

//! Others never meet: a definition of a person is shown whatever rules record.
bool takesPart(const Prometheus::SloReading &reading)
{
    return reading.recorded || reading.usual;
}

} // namespace

QStringList UsualObjectives::add(
    const QString &server, const QString &key, const Prometheus::SloReading &reading, const QString &cluster)
{
    if (!takesPart(reading))
        return {};
    Objective &objective = m_objectives[objectiveOf(reading, cluster)];
    const QString id = server + u'\n' + key;
    if (!reading.recorded) {
        objective.usual.insert(id, key);
        return {};
    }
    const bool first = objective.recorded.isEmpty();
    objective.recorded.insert(id);
    return first ? objective.usual.values() : QStringList();
}

QStringList UsualObjectives::remove(
    const QString &server, const QString &key, const Prometheus::SloReading &reading, const QString &cluster)
{
    const auto objective = m_objectives.find(objectiveOf(reading, cluster));
    if (!takesPart(reading) || objective == m_objectives.end())
        return {};
    const QString id = server + u'\n' + key;
    const bool removed = objective->recorded.remove(id);
    objective->usual.remove(id);
    const QStringList shown
        = removed && objective->recorded.isEmpty() ? QStringList(objective->usual.values()) : QStringList();
    if (objective->recorded.isEmpty() && objective->usual.isEmpty())
        m_objectives.erase(objective);
    return shown;
}

bool UsualObjectives::covered(const Prometheus::SloReading &reading, const QString &cluster) const
{
    if (reading.recorded || !reading.usual)
        return false;
    const auto objective = m_objectives.constFind(objectiveOf(reading, cluster));
    return objective != m_objectives.cend() && !objective->recorded.isEmpty();
}
