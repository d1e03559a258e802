// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace Records {

//! What an incident is called and about; the last one in a file counts.
struct IncidentHead
{
    struct Place
    {
        QString cluster, clusterId, tenant, nameSpace, service;
        bool operator==(const Place &) const = default;
    };
    QString id; //!< a UUID without braces
    QString title;
    QDateTime begun, started, ended; //!< UTC, milliseconds; ended is invalid while it is open
    QString startedBy, endedBy;
    QStringList alerts, slos;
    QList<Place> places;

    bool operator==(const IncidentHead &) const = default;
};

//! One thing that happened. Of several with one key the last one counts.
struct IncidentEntry
{
    QString key;
    QDateTime time; //!< UTC
    QString lane, phase, severity; //!< words of the format
    QString subject, name, place, tenant, who, sentence, detail;
    QString cause, cluster, nameSpace, workload;
    qint64 count = 1;

    bool operator==(const IncidentEntry &) const = default;
};

//! What an SLO was like at one moment.
struct IncidentPoint
{
    QDateTime time; //!< UTC
    QString slo, name, tenant;
    double objective = 0, periodSeconds = 0;
    std::optional<double> burnShort, burnLong, budgetLeft;

    bool operator==(const IncidentPoint &) const = default;
};

using IncidentLine = std::variant<IncidentHead, IncidentEntry, IncidentPoint>;

//! One line of a file of an incident: a JSON object with a member "type" of "incident", "entry" or "figure", and
//! "version": 1. The format only grows; members that are not known are passed over.
namespace IncidentFormat {
inline constexpr qsizetype maxLine = 64 * 1024; //!< bytes, with the line's end

//! With its line's end. Texts that do not fit into maxLine are cut, with an ellipsis.
[[nodiscard]] QByteArray written(const IncidentLine &line);
//! Error::Malformed, or TooLarge beyond maxLine.
[[nodiscard]] Result<IncidentLine> read(QByteArrayView line);
} // namespace IncidentFormat

} // namespace Records
