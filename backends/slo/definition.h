// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/slo/calendarwindow.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

//! Objectives as people and tools write them down. Pure; any thread.
namespace SloSpec {

//! How the alerts of an objective are to be, as far as its author said.
struct Alerting
{
    QString name; //!< empty: the usual one
    QHash<QString, QString> labels;
    QHash<QString, QString> annotations;
    QHash<QString, QString> pageLabels;
    QHash<QString, QString> pageAnnotations;
    QHash<QString, QString> ticketLabels;
    QHash<QString, QString> ticketAnnotations;
    bool page = true; //!< false: no such alerts are wanted
    bool ticket = true;

    bool operator==(const Alerting &) const = default;
};

//! One service level objective. A plain value.
struct Definition
{
    enum class Tool {
        OpenSlo,
        Sloth,
        Pyrra,
        Console, //!< ours: OpenSLO with the label managed_by=pilothouse
    };
    enum class Budgeting {
        Occurrences, //!< good of all events
        Timeslices, //!< good of all slices of time; see sliceTarget. Slices without data do not count
        RatioTimeslices, //!< the mean of the slices' ratios
    };

    Tool tool = Tool::OpenSlo;
    QString origin; //!< "slos.yaml:12"; of a cluster's object "prod-eu/monitoring/cart-latency"
    bool usual = false; //!< it comes with the console; not from parse()
    int line = 1; //!< from 1 on: of the problem when there is one, else of the definition
    int column = 1; //!< from 1 on
    //! What its recorded series carry: sloth_id, or Pyrra's slo. Of others SERVICE-NAME, as Sloth makes it.
    QString id;
    QString name;
    QString service;
    QString namespaceName; //!< of a cluster's object; else empty
    QString objectName; //!< likewise
    QString description;
    QHash<QString, QString> labels;
    double objective = 0; //!< the share of what is good, between 0 and 1
    std::chrono::seconds period = std::chrono::hours(720);
    bool rolling = true; //!< false: a calendar's window
    std::optional<CalendarWindow> calendar; //!< of one that does not roll; `period` is its usual length
    Budgeting budgeting = Budgeting::Occurrences;
    double sliceTarget = 0; //!< above 0, at most 1; Timeslices alone
    std::chrono::seconds sliceWindow{0}; //!< Timeslices and RatioTimeslices
    // PromQL in which {{.window}} stands for a duration: either a ratio, or the other two.
    QString errorQuery; //!< bad events a second, or of the window
    QString totalQuery; //!< all events, likewise
    QString errorRatioQuery; //!< 0 to 1
    QStringList grouping; //!< labels by which there is one figure each; Pyrra's alone
    QString metric; //!< after which its recorded series are named; Pyrra's alone: the total's
    Alerting alerting;
    QString fault; //!< why it cannot be used: a whole sentence that says what to do. Empty: it can
    //! Likewise, begun with line and column: "Line 12, column 5: ...".
    QString problem;

    bool operator==(const Definition &) const = default;
};

constexpr qsizetype largestFile = 4 * 1024 * 1024; //!< bytes
constexpr qsizetype mostDefinitions = 5000; //!< of one file

//! All objectives of \a yaml, which may hold many documents, also JSON, also a Kubernetes List. \a origin: the name of
//! the file or cluster. What is broken is a Definition with a problem and hides no other. OpenSLO v1
//! (github.com/OpenSLO/OpenSLO), Sloth's prometheus/v1 and its PrometheusServiceLevel (sloth.slok.dev/v1), Pyrra's
//! ServiceLevelObjective (pyrra.dev/v1alpha1). Documents of other kinds are passed over.
[[nodiscard]] QList<Definition> parse(QByteArrayView yaml, const QString &origin);

//! A file, or a piece of one.
struct SpecFile
{
    QByteArray text;
    QString name;
};
//! Likewise, of files that may refer to each other's SLIs.
[[nodiscard]] QList<Definition> parse(const QList<SpecFile> &files);
//! Likewise, of objects as a Kubernetes API server has them, a List or a single one; \a cluster is its name for people.
[[nodiscard]] QList<Definition> parseObjects(QByteArrayView json, const QString &cluster);

//! PromQL for the error ratio of the last \a window, 1 s or more; empty for a definition with a problem. Nothing comes
//! of it where there is no traffic; where nothing has ever failed it is zero.
[[nodiscard]] QString errorRatio(const Definition &definition, std::chrono::seconds window);
//! Likewise in a form in which sinceMark stands for the duration, in all places where there is one.
[[nodiscard]] QString errorRatioSince(const Definition &definition);
inline constexpr QLatin1String sinceMark("pilothouse_since");
//! Likewise for all events of the last \a window; empty when the definition does not say how to count them.
[[nodiscard]] QString eventCount(const Definition &definition, std::chrono::seconds window);
//! As Prometheus writes durations: "5m", "1h30m", "4w", "30d".
[[nodiscard]] QString promDuration(std::chrono::seconds time);

} // namespace SloSpec

Q_DECLARE_METATYPE(SloSpec::Definition)
