// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incidents/incident.h"

#include <QHash>
#include <QPair>
#include <QSet>

#include <functional>

class Clock;
class IncidentStore;
struct Alert;
struct EndedAlert;
struct Silence;
struct Slo;
struct SloCourse;

//! What was seen last of the alerts, SLOs and silences that one open incident is about; what is news becomes an entry.
//! An incident is about what it was begun from, and about what happens in its places. Lives in the window's thread.
class IncidentWatch
{
public:
    static constexpr qsizetype mostSlos = 20; //!< of one incident, whose figures are kept

    using Put = std::function<void(const TimelineEntry &)>;

    //! Whether other rules say the same as an SLO that the console defined itself.
    using Covered = std::function<bool(const Slo &)>;

    //! \a since: from when on things belong to it. References must outlive this; \a put takes what is news.
    IncidentWatch(IncidentStore &store, const Clock &clock, QString id, QDateTime since, Put put, Covered covered);

    [[nodiscard]] const QDateTime &since() const { return m_since; }
    [[nodiscard]] bool ended() const { return m_ended; }
    //! What is seen from now on does not belong to it any more.
    void end() { m_ended = true; }

    void look(const Alert &alert);
    void look(const Slo &slo);
    void look(const Silence &silence);
    void takeEnd(const EndedAlert &ended);

    //! SLOs of which nobody told yet how they went before this was started; each a few times at most.
    [[nodiscard]] QStringList wantCourses();
    //! How \a slo went: its figures from before, and since when it burns.
    void take(const Slo &slo, const SloCourse &course);

private:
    IncidentStore &m_store;
    const Clock &m_clock;
    QString m_id;
    QDateTime m_since;
    Put m_put;
    Covered m_covered;
    QHash<QString, QString> m_alerts; // state, by key
    QHash<QString, QList<QPair<QString, QString>>> m_labels; // of those alerts, for silences
    QStringList m_origins; // alerts that it was begun from, by key
    QSet<QString> m_originSlos; // what those are about, see aboutOf()
    QHash<QString, QString> m_slos; // state, by key
    QHash<QString, int> m_courses; // SLOs whose course is not known, and how often it was asked for
    QHash<QString, QString> m_silences; // state, by id
    bool m_ended = false;

    [[nodiscard]] const IncidentRecord *record() const;
    [[nodiscard]] bool belongs(const IncidentPlace &place) const;
    [[nodiscard]] bool isAbout(const Slo &slo) const;
    void know(const Alert &alert, const QString &state);
};
