// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incidents/incident.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <chrono>
#include <map>
#include <memory>

class Alarm;
class AlertStore;
class ChangeArchive;
class ChangeRiver;
class Clock;
class IncidentStore;
class NamespaceReader;
class SloStore;
struct Alert;
struct EndedAlert;
struct NamespaceHistory;
struct RecordedChange;
struct Silence;
struct Slo;

//! Writes into open incidents what happens where they are: alerts, burns, silences and claims as the stores tell them;
//! changes of this console and what its journal holds of others; and, every `pace`, what the clusters remember of
//! rollouts and events. Looks an hour back from the beginning of each. Lives in the window's thread and never waits.
class IncidentGatherer final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds pace{10};
    static constexpr std::chrono::seconds patience{30}; //!< for answers
    static constexpr std::chrono::hours reach{1};
    static constexpr qsizetype mostNamespaces = 10; //!< read of one incident
    static constexpr qsizetype mostSlos = 20; //!< of one incident, whose figures are kept

    //! What there is to gather from; null: nothing of that kind. All must outlive this.
    struct Sources
    {
        AlertStore *alerts = nullptr;
        SloStore *slos = nullptr;
        ChangeRiver *river = nullptr;
        ChangeArchive *archive = nullptr;
    };

    //! \a store and \a clock must outlive this. Tells the store how to describe what incidents begin from.
    IncidentGatherer(IncidentStore &store, const Sources &sources, const Clock &clock, QObject *parent = nullptr);
    ~IncidentGatherer() override;

private:
    struct Watch;

    IncidentStore &m_store;
    Sources m_sources;
    const Clock &m_clock;
    NamespaceReader *m_reader = nullptr;
    std::map<QString, std::unique_ptr<Watch>> m_watches; // by the incident's id
    QHash<QString, QList<TimelineEntry>> m_pending; // likewise; added on the next turn, all at once
    std::unique_ptr<Alarm> m_again;

    void describe(Incident &incident) const;
    void watch(const QString &id);
    void stop(const QString &id);
    void put(const QString &id, const TimelineEntry &entry);
    void flush();
    void follow();
    void followAlerts();
    void followSlos();
    void followSilences();
    void poll();
    void readFor(const QString &id);
    void lookAtAlerts(const QList<int> &rows);
    void lookAt(Watch &watch, const Alert &alert);
    void takeEnd(Watch &watch, const EndedAlert &ended);
    void lookAtSlo(Watch &watch, const Slo &slo);
    void lookAtSilences(const QList<int> &rows);
    void lookAt(Watch &watch, const Silence &silence);
    [[nodiscard]] bool belongs(const Watch &watch, const IncidentPlace &place) const;
    [[nodiscard]] Watch *waiting(const QString &id, quint64 round) const;
    void takeChanges(Watch &watch, const QList<RecordedChange> &changes);
    void takeHistory(Watch &watch, const IncidentPlace &place, const NamespaceHistory &history);
    void addCandidates(const QString &id);
};
