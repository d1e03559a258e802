// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/error.h"
#include "backends/prometheus/usage.h"
#include "backends/slo/calendarwindow.h"

#include <QList>
#include <QMetaType>
#include <QPair>
#include <QString>

#include <chrono>
#include <optional>

//! What a server has of SLOs. Plain values; cross threads.
namespace Prometheus {

//! By name, sorted by name.
using Labels = QList<QPair<QString, QString>>;

//! A bucket that a definition counts by and that a histogram does not have: counted would be something else.
struct MissingBound
{
    QString histogram; //!< without _bucket
    QString bound; //!< value of le, or the pattern for it
    QStringList known; //!< the bounds that it has, ascending, as the server spells them; empty: not known yet

    bool operator==(const MissingBound &) const = default;
};

//! An SLO that nobody may have recorded, so that the server is to evaluate it: the PromQL of its error ratio for each
//! window that matters.
struct SloQuestion
{
    struct Ratio
    {
        std::chrono::seconds window{0};
        QString query;
        bool operator==(const Ratio &) const = default;
    };
    QString id; //!< what its series would carry if they were recorded
    QString name;
    QString service;
    QString description;
    QString origin; //!< file:line, or cluster namespace/name
    QString tool; //!< openslo, sloth, pyrra, console
    bool usual = false; //!< one that the console asks of every workload, unless rules record the like
    double objective = 0; //!< within (0, 1)
    std::chrono::seconds period{0};
    QList<Ratio> ratios; //!< ascending by window; the period's own last
    //! Of one whose period follows a calendar, which is not among the ratios: PromQL for that since its beginning, in
    //! which SloSpec::sinceMark stands for how long ago that is.
    std::optional<SloSpec::CalendarWindow> calendar;
    QString since;
    QString events; //!< PromQL: how many events there were in the last hour; may be empty
    Labels labels;

    // Of preparedQuestion() alone.
    //! A bucket that it counts by, and PromQL for the groups whose histogram lacks it, and for the bounds of those.
    struct Bound
    {
        QString histogram; //!< without _bucket
        QString bound;
        QString lacking;
        QString known;
        bool operator==(const Bound &) const = default;
    };
    QList<Bound> bounds;
    QString unselected; //!< see SloReading

    bool operator==(const SloQuestion &) const = default;
};

//! One SLO of one server: one id and one set of grouping labels.
struct SloReading
{
    struct Window
    {
        std::chrono::seconds window{0}; //!< as the server calls it
        std::optional<double> errorRatio; //!< 0 … 1; empty when the server has none
        bool noTraffic = false; //!< the server said NaN: nothing happened that could have failed

        bool operator==(const Window &) const = default;
    };
    QString key; //!< tool, id and labels: unique within a server, and the same on servers that say the same
    QString tool; //!< who made its rules: sloth, pyrra; of a definition its own
    bool recorded = true; //!< by the server's rules; else the server evaluated a definition
    bool usual = false; //!< see SloQuestion
    QString id;
    QString name;
    QString service;
    QString description;
    QString origin;
    Labels labels; //!< without what the tool adds for itself
    std::optional<double> objective; //!< within (0, 1)
    std::optional<std::chrono::seconds> period;
    std::optional<double> budgetLeft; //!< as the server recorded it: 1 is untouched
    QList<Window> windows; //!< ascending
    std::optional<double> periodErrorRatio; //!< of the last period, or of the calendar's since its beginning
    //! How much of a calendar's period had gone by when that was asked for.
    struct Calendar
    {
        std::chrono::seconds elapsed{0};
        std::chrono::seconds length{0};

        bool operator==(const Calendar &) const = default;
    };
    std::optional<Calendar> calendar;
    std::optional<double> events; //!< within eventsWindow
    std::chrono::seconds eventsWindow{0};
    //! Reading of Clock::elapsed() at which the newest sample was taken; empty when the server does not tell.
    std::optional<std::chrono::milliseconds> confirmed;
    QList<float> trend; //!< error ratio of the shortest window over SloSample::trendSpan; NaN: a gap
    QString problem; //!< what the server says against its definition
    std::optional<MissingBound> missingBound; //!< for which what its windows say is not what is meant
    //! Where its query is not understood, so that it cannot be asked of the server's one cluster alone: "12: foo(".
    QString unselected;

    bool operator==(const SloReading &) const = default;
};

//! All that a server has of SLOs.
struct SloSample
{
    QList<SloReading> slos;
    std::chrono::milliseconds asked{0}; //!< reading of Clock::elapsed() when it was asked
    std::chrono::milliseconds pace{15000}; //!< at which newer ones are to be expected
    std::chrono::milliseconds lag{0}; //!< how old the newest samples are when all is well, beyond the pace
    //! Samples of other replicas or stores are missing in it: what looks fine may not be.
    bool partial = false;
    QString warning; //!< the server's own words for that
    std::optional<std::chrono::seconds> retention; //!< how long the server remembers; empty when it does not say
    int queries = 0; //!< that this sample took
};

//! How one SLO went; see SloMonitor::readCourse().
struct SloCourseAnswer
{
    struct Line
    {
        std::chrono::seconds window{0};
        QList<Point> points; //!< error ratios, ascending in time; steps without data are absent
    };
    qint64 from = 0; //!< milliseconds since the epoch
    qint64 to = 0;
    std::chrono::seconds step{60};
    QList<Point> budgetLeft; //!< where the server records it
    QList<Line> ratios; //!< ascending by window; the period's own last, where there is one
    std::optional<Error> error;
};

} // namespace Prometheus

Q_DECLARE_METATYPE(Prometheus::SloSample)
Q_DECLARE_METATYPE(Prometheus::SloCourseAnswer)
