// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/condition.h"
#include "models/freshness/freshness.h"

#include <QList>
#include <QMetaType>
#include <QPair>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

//! How fast the budget goes, looked at over one window. What is not known is empty, never zero.
struct SloWindow
{
    std::chrono::seconds window{0};
    std::optional<double> errorRatio; //!< failed share of all events, 0 … 1
    std::optional<double> burnRate; //!< errorRatio / (1 - objective): 1 spends the budget exactly within the period

    bool operator==(const SloWindow &) const = default;
};

//! One server that speaks of an SLO, and how sure that is.
struct SloServer
{
    QString id;
    QString name;
    Freshness freshness; //!< of the newest sample that the server has of this SLO
    QString problem; //!< why the server cannot be relied on now; empty when it can
    //! How long the server remembers; empty when it does not say.
    std::optional<std::chrono::seconds> retention;

    bool operator==(const SloServer &) const = default;
};

//! One SLO as the board shows it: one objective of one service, for one set of grouping labels, over all the servers
//! that have it.
struct Slo
{
    QString key; //!< unique over all servers; stays over updates
    QString id; //!< what its recorded series carry: sloth_id, Pyrra's slo
    QString name; //!< "availability"
    QString service;
    QString tenant; //!< empty when the namespace is nobody's, or there is none
    QString tenantKey; //!< Tenant::key
    QString cluster; //!< its name
    QString namespaceName;
    QString description;
    QString origin; //!< of a definition: file:line, or cluster namespace/name
    QString source; //!< who made the rules: sloth, pyrra, openslo, console; one stable word
    QStringList servers; //!< names, the one that is shown first
    QList<SloServer> standings; //!< likewise
    std::optional<double> objective; //!< share of events that has to be good, within (0, 1)
    std::chrono::seconds period{0}; //!< that the objective is about; 0: not known
    QList<SloWindow> windows; //!< ascending, without the period's own
    std::optional<double> errorRatio; //!< over the shortest window that is known
    std::optional<double> budgetLeft; //!< 1: untouched; below 0: violated
    std::optional<double> exhaustionSeconds; //!< at the current rate; 0: spent; infinite: never, as things are
    std::optional<double> events; //!< in the last hour, or in the window that the server calls so
    std::chrono::seconds eventsWindow{0}; //!< what `events` is about
    //! page, ticket, fine, low-traffic, no-data, unknown, faulty; the rank is the burn rate.
    Condition state;
    std::chrono::seconds burningWindow{0}; //!< of a page or ticket: the long window that says so
    QList<float> trend; //!< error ratio over the last hours, evenly spaced, oldest first; NaN: a gap
    Freshness freshness; //!< of the best of its servers
    QString problem; //!< what is wrong with the definition or its rules, with the place
    QList<QPair<QString, QString>> labels; //!< of the row, sorted: grouping labels and those that the tool copies

    bool operator==(const Slo &) const = default;

    //! Null when there is none.
    [[nodiscard]] const SloWindow *window(std::chrono::seconds wanted) const
    {
        for (const SloWindow &each : windows) {
            if (each.window == wanted)
                return &each;
        }
        return nullptr;
    }
    [[nodiscard]] bool burning() const
    {
        return state.id == QLatin1String("page") || state.id == QLatin1String("ticket");
    }
};

//! How one SLO went over a stretch of time. A missing step is a gap, not a zero.
struct SloCourse
{
    struct Point
    {
        qint64 time = 0; //!< milliseconds since the epoch
        double value = 0;
        bool operator==(const Point &) const = default;
    };
    struct Line
    {
        std::chrono::seconds window{0};
        QList<Point> points; //!< burn rates, ascending in time
        bool operator==(const Line &) const = default;
    };
    QString key; //!< Slo::key
    qint64 from = 0; //!< milliseconds since the epoch
    qint64 to = 0;
    std::chrono::seconds step{60};
    QList<Point> budget; //!< what is left of it, 1: untouched; ascending in time
    bool budgetEstimated = false; //!< added up here from what a short window said, since the beginning of the stretch
    QList<Line> burn; //!< by window, ascending
    QString problem; //!< a sentence when there is nothing new to draw: why, and what to do

    bool operator==(const SloCourse &) const = default;
};

Q_DECLARE_METATYPE(Slo)
