// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/slo/chartmarker.h"

#include <QList>
#include <QObject>

#include <chrono>
#include <memory>

class Alarm;
class AlertStore;
class Clock;
class SloDetail;
struct Alert;
struct EndedAlert;
struct Slo;

//! Marks the alerts about the chosen SLO on its charts: those that fire, and those of the last day that ended. Lives in
//! the window's thread.
class SloAlertMarks final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds pace{1000}; //!< at most so often, whatever storms
    static constexpr qsizetype most = 100; //!< the newest

    //! All must outlive this.
    SloAlertMarks(SloDetail &detail, AlertStore &alerts, const Clock &clock, QObject *parent = nullptr);
    ~SloAlertMarks() override;

    //! One for the beginning of each alert about \a slo that fires or fired, by time; \a now: UTC. Pure.
    [[nodiscard]] static QList<ChartMarker> marks(
        const Slo &slo, const QList<Alert> &present, const QList<EndedAlert> &ended, const QDateTime &now);

private:
    SloDetail &m_detail;
    AlertStore &m_alerts;
    const Clock &m_clock;
    QString m_key;
    std::unique_ptr<Alarm> m_next;

    void choose();
    void recall();
    void later();
    void look();
};
