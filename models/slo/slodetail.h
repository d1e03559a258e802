// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/slo/chartmarker.h"
#include "models/slo/slo.h"

#include <QObject>

class Clock;
class SloStore;

//! One pair of windows that decides about an alert, with what they show now.
struct SloTier
{
    std::chrono::seconds longWindow{0};
    std::chrono::seconds shortWindow{0};
    double factor = 0; //!< burn rate above which both have to be
    bool page = false; //!< else a ticket
    std::optional<double> longBurn;
    std::optional<double> shortBurn;
    std::optional<bool> firing; //!< empty: not known, because a window is not

    bool operator==(const SloTier &) const = default;
};

//! Everything about the chosen SLO, kept up to date while it is chosen.
class SloDetail final : public QObject
{
    Q_OBJECT

public:
    //! Both must outlive this.
    SloDetail(SloStore *store, const Clock &clock, QObject *parent = nullptr);

    //! Empty key when none is chosen. A chosen one that vanishes stays, with the last that was known of it.
    [[nodiscard]] const Slo &slo() const { return m_slo; }
    [[nodiscard]] bool vanished() const { return m_vanished; }
    [[nodiscard]] QList<SloTier> tiers() const;
    //! What the state is and why, what limits it, and what to do next; plain translated text, most important first.
    [[nodiscard]] QStringList sentences() const;
    [[nodiscard]] const SloCourse &course() const { return m_course; }
    [[nodiscard]] const QList<ChartMarker> &markers() const { return m_markers; }
    //! When the present burn began, as far as the course tells; invalid when nothing burns or it is not known.
    [[nodiscard]] QDateTime burnStart() const;

    //! Empty to choose none.
    void choose(const QString &key);
    //! Ignored unless it is for the chosen one.
    void setCourse(const SloCourse &course);
    //! What was changed, and what happened in the cluster.
    void setMarkers(const QList<ChartMarker> &markers);
    //! Alerts; markers() has both.
    void setAlertMarkers(const QList<ChartMarker> &markers);
    //! How far back the course goes; 6 hours at first.
    [[nodiscard]] std::chrono::seconds span() const { return m_span; }
    void setSpan(std::chrono::seconds span);
    //! Asks for the course again; for whoever owns the pace.
    void wantCourse();

Q_SIGNALS:
    //! Another SLO, or other figures of the same.
    void sloChanged();
    void courseChanged();
    void markersChanged();
    //! The course of the chosen one is wanted now: whoever can get it listens. Milliseconds since the epoch.
    void courseWanted(const Slo &slo, qint64 from, qint64 to, std::chrono::seconds step);

private:
    SloStore *m_store;
    const Clock &m_clock;
    Slo m_slo;
    SloCourse m_course;
    QList<ChartMarker> m_changes;
    QList<ChartMarker> m_alerts;
    QList<ChartMarker> m_markers; // both, by time
    bool m_vanished = false;
    std::chrono::seconds m_span = std::chrono::hours(6);

    void refresh(const QStringList &changedKeys);
    void showMarkers();
};
