// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incidents/incident.h"
#include "models/incidents/incidenttablemodel.h"
#include "models/incidents/timeline.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>

class Clock;
namespace Records {
class IncidentFiles;
struct IncidentListing;
struct IncidentReading;
} // namespace Records

//! The incidents of this user, open and ended, kept on disk. What happens is added by whoever gathers it
//! (IncidentGatherer) or by a person; everything that is added to an open incident is written down at once. Lives in
//! the window's thread and never waits: the files have a thread of their own.
class IncidentStore final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostOpen = 20;
    static constexpr qsizetype mostAlerts = 60; //!< named by an incident; the timeline has the others, too
    static constexpr qsizetype mostPlaces = 20;
    static constexpr qsizetype mostFigures = 20'000;
    static constexpr qsizetype longestNote = 4000; //!< characters

    //! References must outlive this. \a files: null keeps nothing beyond this run. \a user: who acts here.
    IncidentStore(Records::IncidentFiles *files, const Clock &clock, QString user, QObject *parent = nullptr);
    ~IncidentStore() override;

    [[nodiscard]] IncidentTableModel *table() { return &m_table; }
    //! Whether the folder has been looked into.
    [[nodiscard]] bool settled() const { return m_settled; }
    //! Why incidents cannot be read or kept: a sentence; empty when they can.
    [[nodiscard]] const QString &problem() const { return m_problem; }
    [[nodiscard]] const QString &user() const { return m_user; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    //! UTC.
    [[nodiscard]] QDateTime now() const;

    //! What the alerts and SLOs that incidents begin from are called, where they are and since when they hurt.
    //! Null answers nothing, then titles and times are the person's.
    using Describe = std::function<void(Incident &)>;
    void setDescribe(Describe describe) { m_describe = std::move(describe); }

    //! Starts one; its id. Empty when mostOpen are open already: then problem() says so.
    QString begin(const IncidentStart &start);
    //! Nothing more is gathered. \a sentence: why it is over; may be empty.
    void end(const QString &id, const QString &sentence = {});
    //! Also for one that has ended. An empty text is no note.
    void addNote(const QString &id, const QString &text);
    void rename(const QString &id, const QString &title);

    //! Null when it is not known, or not read yet: read() it.
    [[nodiscard]] const IncidentRecord *record(const QString &id) const;
    //! Reads what is on disk of one that has ended; recordChanged() tells.
    void read(const QString &id);
    [[nodiscard]] QList<Incident> openIncidents() const;

    //! By whoever gathers: those that are known already are taken once. An ended incident takes what happened before
    //! its end, because some of it is heard of later; one that was not read yet takes nothing.
    void add(const QString &id, const QList<TimelineEntry> &entries);
    void addFigure(const QString &id, const IncidentFigure &figure);
    //! What a server remembers from before, by time and all of one SLO: where nothing is known from about then.
    void addFigures(const QString &id, const QList<IncidentFigure> &figures);
    //! It is known to have begun at \a time already. Does nothing when that is later than what is known.
    void beganBefore(const QString &id, const QDateTime &time);
    //! The incident is about these, too; at most mostAlerts and mostPlaces of them.
    void widen(const QString &id, const QStringList &alerts, const QList<IncidentPlace> &places);

Q_SIGNALS:
    void began(const QString &id);
    void ended(const QString &id);
    //! Its timeline, its figures or the incident itself.
    void recordChanged(const QString &id);
    //! settled() or problem() is another.
    void stateChanged();
    //! A sentence for the quiet line.
    void messageShown(const QString &text);

private:
    struct Kept;
    struct KeptLine;

    Records::IncidentFiles *m_files;
    const Clock &m_clock;
    QString m_user;
    Describe m_describe;
    IncidentTableModel m_table;
    std::map<QString, std::unique_ptr<Kept>> m_kept;
    QString m_problem;
    bool m_settled = false;

    [[nodiscard]] Kept *find(const QString &id) const;
    Kept &keep(const Incident &incident);
    void takeListing(const Records::IncidentListing &listing);
    void takeReading(const QString &id, const Records::IncidentReading &reading);
    void addEntries(Kept &kept, const QList<TimelineEntry> &entries);
    void addPersonal(Kept &kept, TimelineEntry::Lane lane, const QString &sentence);
    void keepHead(const Kept &kept);
    void write(const QString &id, const QList<KeptLine> &lines);
    void tell(const Kept &kept);
    void setProblem(const QString &problem);
};
