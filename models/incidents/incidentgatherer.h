// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incidents/incident.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <map>
#include <memory>

class Alarm;
class AlertStore;
class ChangeArchive;
class ChangeRiver;
class Clock;
class IncidentStore;
class IncidentWatch;
class NamespaceReader;
class SloStore;
struct NamespaceHistory;
struct Slo;
struct SloCourse;
struct SuspectCandidate;
template <typename Record>
class RecordTableModel;

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

    //! How an SLO went, as courseWanted() asked.
    void takeCourse(const SloCourse &course);

Q_SIGNALS:
    //! How \a slo went before an incident was started is wanted: whoever can get it listens. Milliseconds since the
    //! epoch.
    void courseWanted(const Slo &slo, qint64 from, qint64 to, std::chrono::seconds step);

private:
    struct Open;

    IncidentStore &m_store;
    Sources m_sources;
    const Clock &m_clock;
    NamespaceReader *m_reader = nullptr;
    std::map<QString, std::unique_ptr<Open>> m_open; // by the incident's id
    QHash<QString, QList<TimelineEntry>> m_pending; // likewise; added on the next turn, all at once
    std::unique_ptr<Alarm> m_again;

    void describe(Incident &incident) const;
    [[nodiscard]] bool isCovered(const Slo &slo) const;
    void watch(const QString &id);
    void stop(const QString &id);
    void put(const QString &id, const TimelineEntry &entry);
    void flush();
    void follow();
    void followSlos();
    template <typename Record>
    void lookAt(const RecordTableModel<Record> &table, const QList<int> &rows);
    void poll();
    void wantCourses(IncidentWatch &watch);
    void readFor(const QString &id);
    [[nodiscard]] Open *waiting(const QString &id, quint64 round) const;
    void takeHistory(const QString &id, Open &open, const IncidentPlace &place, const NamespaceHistory &history);
    void finish(const QString &id);
    [[nodiscard]] QList<SuspectCandidate> candidates(const Open &open) const;
};
