// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/condition.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

//! Part of the fleet that an incident is about. What is empty does not restrict.
struct IncidentPlace
{
    QString cluster; //!< its name
    QString clusterId; //!< of this console, where it can be asked; empty: nowhere
    QString tenant;
    QString namespaceName;
    QString service;

    bool operator==(const IncidentPlace &) const = default;
};

//! What an incident is begun from: alerts, SLOs or nothing but a title.
struct IncidentStart
{
    QString title; //!< empty: made from what it begins from
    QStringList alerts; //!< Alert::key
    QStringList slos; //!< Slo::key
    QDateTime begun; //!< UTC; since when it hurts, as far as known; invalid: what it begins from tells
    QString note; //!< the first one; may be empty

    bool operator==(const IncidentStart &) const = default;
};

//! Something that hurt and is looked into. A plain value.
struct Incident
{
    QString id; //!< a UUID without braces
    QString title;
    QDateTime begun; //!< UTC: when what it is about began, as far as known; else when it was started
    QDateTime started; //!< UTC: when a person started it
    QDateTime ended; //!< UTC; invalid while it is open
    QString startedBy;
    QString endedBy;
    QStringList alerts; //!< keys
    QStringList slos; //!< keys
    QList<IncidentPlace> places;

    bool operator==(const Incident &) const = default;
    [[nodiscard]] bool open() const { return !ended.isValid(); }
    [[nodiscard]] QStringList tenants() const; //!< sorted, each once
};

//! One thing that happened, on the time axis that all of an incident shares.
struct TimelineEntry
{
    enum class Lane { Alert, Burn, Change, Rollout, Event, Silence, Note, Person };
    //! What it does to its subject: between Begin and End the subject holds.
    enum class Phase { Once, Begin, State, End };

    QString key; //!< the same for what is the same: it is taken once
    QDateTime time; //!< UTC
    Lane lane = Lane::Note;
    Phase phase = Phase::Once;
    Condition::Severity severity = Condition::Severity::Info;
    QString subject; //!< key of the alert, SLO, silence or object
    QString name; //!< of the subject, for people: "CheckoutBurn"
    QString place; //!< for people: "tenant-000 in prod-eu"; groups storms
    QString tenant; //!< whom it hurt or concerned; empty: not known
    QString who; //!< who did it; empty: nobody in particular
    QString sentence; //!< for people, whole
    QString detail; //!< more, may have lines
    //! Of what may have caused it: image, config, scale, quota, access, other or event; empty: it cannot have.
    QString cause;
    QString cluster; //!< of what may have caused it; its name
    QString namespaceName; //!< likewise; empty: of no namespace
    QString workload; //!< likewise
    qint64 count = 1; //!< above 1: a storm of so many like this within a minute

    bool operator==(const TimelineEntry &) const = default;
};

//! What an SLO was like at one moment.
struct IncidentFigure
{
    QDateTime time; //!< UTC
    QString slo; //!< Slo::key
    QString name; //!< for people
    QString tenant;
    double objective = 0; //!< 0 … 1; 0: not known
    double periodSeconds = 0; //!< that the objective is about; 0: not known
    std::optional<double> burnShort; //!< burn rate over the shortest window
    std::optional<double> burnLong; //!< over an hour
    std::optional<double> budgetLeft; //!< 1: untouched, negative: violated

    bool operator==(const IncidentFigure &) const = default;
};

//! Everything that is known of one incident.
struct IncidentRecord
{
    Incident incident;
    QList<TimelineEntry> timeline; //!< by time
    QList<IncidentFigure> figures; //!< by time
    QStringList problems; //!< what of it could not be kept or read, and what to do

    bool operator==(const IncidentRecord &) const = default;
};

namespace IncidentText {
//! One stable lower-case word, not translated: for files and exports.
[[nodiscard]] QString id(TimelineEntry::Lane lane);
[[nodiscard]] QString id(Condition::Severity severity);
[[nodiscard]] QString id(TimelineEntry::Phase phase);
[[nodiscard]] std::optional<TimelineEntry::Lane> laneOf(const QString &id);
[[nodiscard]] std::optional<TimelineEntry::Phase> phaseOf(const QString &id);
//! Info for words that are not known.
[[nodiscard]] Condition::Severity severityOf(const QString &id);
//! Translated, for the label of the lane: "Alerts".
[[nodiscard]] QString title(TimelineEntry::Lane lane);
//! All, in the order in which they are drawn.
[[nodiscard]] QList<TimelineEntry::Lane> lanes();
} // namespace IncidentText

Q_DECLARE_METATYPE(Incident)
