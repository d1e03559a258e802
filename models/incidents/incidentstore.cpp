// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/incidentstore.h"

#include "backends/core/clock.h"
#include "backends/records/incidents/incidentfiles.h"
#include "models/changes/plainline.h"
#include "models/incidents/credentialwords.h"
#include "models/incidents/incidentfigures.h"
#include "models/incidents/incidentkeeping.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

struct IncidentStore::Kept
{
    IncidentRecord record;
    Timeline timeline;
    bool loaded = false; // false: only the incident itself is known
    bool reading = false;
};

struct IncidentStore::KeptLine
{
    Records::IncidentLine line;
};

namespace {

Condition stateOf(const Incident &incident)
{
    using Severity = Condition::Severity;
    return incident.open() ? Condition{Severity::Critical, u"open"_s, IncidentStore::tr("open"), 0}
                           : Condition{Severity::Fine, u"ended"_s, IncidentStore::tr("ended"), 0};
}

QString cleanTitle(const QString &title)
{
    return plainLine(title.trimmed(), 200);
}

TimelineEntry withoutCredentials(TimelineEntry entry)
{
    entry.sentence = CredentialWords::takenOut(entry.sentence);
    entry.detail = CredentialWords::takenOut(entry.detail);
    return entry;
}

} // namespace

IncidentStore::IncidentStore(Records::IncidentFiles *files, const Clock &clock, QString user, QObject *parent)
    : QObject(parent), m_files(files), m_clock(clock), m_user(std::move(user))
{
    if (!m_files) {
        m_settled = true;
        return;
    }
    m_files->list(this, [this](const Result<Records::IncidentListing> &listing) {
        m_settled = true;
        if (listing)
            takeListing(*listing);
        else
            setProblem(IncidentKeeping::problem(listing.error(), m_files->folder()));
        Q_EMIT stateChanged();
    });
}

IncidentStore::~IncidentStore() = default;

QDateTime IncidentStore::now() const
{
    return m_clock.now();
}

IncidentStore::Kept *IncidentStore::find(const QString &id) const
{
    const auto found = m_kept.find(id);
    return found == m_kept.end() ? nullptr : found->second.get();
}

IncidentStore::Kept &IncidentStore::keep(const Incident &incident)
{
    auto &kept = m_kept[incident.id];
    kept = std::make_unique<Kept>();
    kept->record.incident = incident;
    return *kept;
}

void IncidentStore::takeListing(const Records::IncidentListing &listing)
{
    for (const Records::IncidentHead &head : listing.heads) {
        if (find(head.id))
            continue; // it was begun meanwhile
        tell(keep(IncidentKeeping::incident(head)));
        if (!head.ended.isValid())
            read(head.id); // so that it goes on
    }
    if (listing.leftOut > 0)
        setProblem(tr("%n older incidents are not shown. Their files are still in %1.", nullptr,
            static_cast<int>(listing.leftOut))
                       .arg(m_files->folder()));
}

QString IncidentStore::begin(const IncidentStart &start)
{
    if (openIncidents().size() >= mostOpen) {
        setProblem(tr("%n incidents are open already. End one of them first.", nullptr, static_cast<int>(mostOpen)));
        Q_EMIT messageShown(m_problem);
        return {};
    }
    Incident incident;
    incident.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    incident.started = m_clock.now();
    incident.startedBy = m_user;
    incident.alerts = start.alerts.mid(0, mostAlerts);
    incident.slos = start.slos.mid(0, mostAlerts);
    if (m_describe)
        m_describe(incident);
    if (start.begun.isValid() && (!incident.begun.isValid() || start.begun < incident.begun))
        incident.begun = start.begun;
    if (const QString title = cleanTitle(start.title); !title.isEmpty())
        incident.title = title;
    if (incident.title.isEmpty())
        incident.title = tr("Incident");
    if (!incident.begun.isValid() || incident.begun > incident.started)
        incident.begun = incident.started;
    Kept &kept = keep(incident);
    kept.loaded = true;
    keepHead(kept);
    addPersonal(kept, TimelineEntry::Lane::Person, tr("%1 started the incident.").arg(m_user));
    addNote(incident.id, start.note);
    tell(kept);
    Q_EMIT began(incident.id);
    Q_EMIT messageShown(tr("The incident “%1” is open. What happens is written down.").arg(incident.title));
    return incident.id;
}

void IncidentStore::end(const QString &id, const QString &sentence)
{
    Kept *kept = find(id);
    if (!kept || !kept->loaded || !kept->record.incident.open())
        return;
    addNote(id, sentence);
    addPersonal(*kept, TimelineEntry::Lane::Person, tr("%1 ended the incident.").arg(m_user));
    kept->record.incident.ended = m_clock.now();
    kept->record.incident.endedBy = m_user;
    keepHead(*kept);
    tell(*kept);
    Q_EMIT ended(id);
    Q_EMIT messageShown(
        tr("The incident “%1” has ended. Export its post-mortem when you are ready.").arg(kept->record.incident.title));
}

void IncidentStore::addNote(const QString &id, const QString &text)
{
    Kept *kept = find(id);
    const QString note = text.trimmed().left(longestNote);
    if (kept && kept->loaded && !note.isEmpty())
        addPersonal(*kept, TimelineEntry::Lane::Note, note);
}

void IncidentStore::rename(const QString &id, const QString &title)
{
    Kept *kept = find(id);
    const QString clean = cleanTitle(title);
    if (!kept || clean.isEmpty() || clean == kept->record.incident.title)
        return;
    kept->record.incident.title = clean;
    keepHead(*kept);
    tell(*kept);
}

const IncidentRecord *IncidentStore::record(const QString &id) const
{
    const Kept *kept = find(id);
    return kept && kept->loaded ? &kept->record : nullptr;
}

QList<Incident> IncidentStore::openIncidents() const
{
    QList<Incident> open;
    for (const auto &[id, kept] : m_kept) {
        if (kept->loaded && kept->record.incident.open())
            open.append(kept->record.incident);
    }
    return open;
}

void IncidentStore::read(const QString &id)
{
    Kept *kept = find(id);
    if (!kept || kept->loaded || kept->reading || !m_files)
        return;
    kept->reading = true;
    m_files->read(id, this, [this, id](const Result<Records::IncidentReading> &reading) {
        Kept *found = find(id);
        if (!found)
            return;
        found->reading = false;
        if (reading) {
            takeReading(id, *reading);
        } else {
            found->record.problems = {IncidentKeeping::problem(reading.error(), m_files->folder())};
            found->loaded = true;
            tell(*found);
        }
    });
}

void IncidentStore::takeReading(const QString &id, const Records::IncidentReading &reading)
{
    Kept &kept = *find(id);
    kept.loaded = true;
    kept.record.incident = IncidentKeeping::incident(reading.head);
    QList<TimelineEntry> entries;
    for (const Records::IncidentEntry &entry : reading.entries)
        entries.append(IncidentKeeping::entry(entry));
    kept.timeline.load(entries);
    kept.record.timeline = kept.timeline.entries();
    for (const Records::IncidentPoint &point : reading.points) {
        if (kept.record.figures.size() < mostFigures)
            kept.record.figures.append(IncidentKeeping::figure(point));
    }
    std::ranges::stable_sort(kept.record.figures, {}, &IncidentFigure::time);
    if (const QString damage = IncidentKeeping::damage(reading); !damage.isEmpty())
        kept.record.problems = {damage};
    tell(kept);
    if (kept.record.incident.open())
        Q_EMIT began(id); // it goes on
}

void IncidentStore::add(const QString &id, const QList<TimelineEntry> &entries)
{
    Kept *kept = find(id);
    if (!kept || !kept->loaded)
        return;
    const Incident &incident = kept->record.incident;
    QList<TimelineEntry> before;
    for (const TimelineEntry &entry : entries) {
        if (incident.open() || entry.time <= incident.ended)
            before.append(withoutCredentials(entry));
    }
    addEntries(*kept, before);
}

void IncidentStore::addEntries(Kept &kept, const QList<TimelineEntry> &entries)
{
    const Timeline::Added added = kept.timeline.add(entries);
    if (added.full) {
        const QString problem = tr("More happened than fits: what came later is not in the timeline.");
        if (!kept.record.problems.contains(problem))
            kept.record.problems.append(problem);
    }
    if (added.entries.isEmpty())
        return;
    kept.record.timeline = kept.timeline.entries();
    QList<KeptLine> lines;
    for (const TimelineEntry &entry : added.entries)
        lines.append({IncidentKeeping::entry(entry)});
    write(kept.record.incident.id, lines);
    tell(kept);
}

void IncidentStore::addFigure(const QString &id, const IncidentFigure &figure)
{
    Kept *kept = find(id);
    if (!kept || !kept->loaded || !kept->record.incident.open() || kept->record.figures.size() >= mostFigures)
        return;
    QList<IncidentFigure> &figures = kept->record.figures;
    const auto last = std::find_if(
        figures.crbegin(), figures.crend(), [&figure](const IncidentFigure &one) { return one.slo == figure.slo; });
    if (last != figures.crend() && !IncidentFigures::isNews(figure, *last))
        return;
    figures.insert(std::ranges::upper_bound(figures, figure.time, {}, &IncidentFigure::time), figure);
    write(id, {{IncidentKeeping::point(figure)}});
    Q_EMIT recordChanged(id);
}

void IncidentStore::addFigures(const QString &id, const QList<IncidentFigure> &figures)
{
    Kept *kept = find(id);
    if (!kept || !kept->loaded || !kept->record.incident.open())
        return;
    const qsizetype room = mostFigures - kept->record.figures.size();
    const QList<IncidentFigure> added = IncidentFigures::missing(kept->record.figures, figures).mid(0, room);
    if (added.isEmpty())
        return;
    kept->record.figures.append(added);
    std::ranges::stable_sort(kept->record.figures, {}, &IncidentFigure::time);
    QList<KeptLine> lines;
    for (const IncidentFigure &figure : std::as_const(added))
        lines.append({IncidentKeeping::point(figure)});
    write(id, lines);
    Q_EMIT recordChanged(id);
}

void IncidentStore::beganBefore(const QString &id, const QDateTime &time)
{
    Kept *kept = find(id);
    if (!kept || !kept->loaded || !kept->record.incident.open() || !time.isValid()
        || time >= kept->record.incident.begun)
        return;
    kept->record.incident.begun = time;
    keepHead(*kept);
    tell(*kept);
}

void IncidentStore::widen(const QString &id, const QStringList &alerts, const QList<IncidentPlace> &places)
{
    Kept *kept = find(id);
    if (!kept || !kept->loaded || !kept->record.incident.open())
        return;
    Incident &incident = kept->record.incident;
    const Incident before = incident;
    for (const QString &alert : alerts) {
        if (incident.alerts.size() < mostAlerts && !incident.alerts.contains(alert))
            incident.alerts.append(alert);
    }
    for (const IncidentPlace &place : places) {
        if (incident.places.size() < mostPlaces && !incident.places.contains(place))
            incident.places.append(place);
    }
    if (incident == before)
        return;
    keepHead(*kept);
    tell(*kept);
}

void IncidentStore::addPersonal(Kept &kept, TimelineEntry::Lane lane, const QString &sentence)
{
    TimelineEntry entry;
    entry.key = u"%1/%2"_s.arg(IncidentText::id(lane), QUuid::createUuid().toString(QUuid::WithoutBraces));
    entry.time = m_clock.now();
    entry.lane = lane;
    entry.who = m_user;
    entry.sentence = sentence;
    addEntries(kept, {withoutCredentials(entry)});
}

void IncidentStore::keepHead(const Kept &kept)
{
    write(kept.record.incident.id, {{IncidentKeeping::head(kept.record.incident)}});
}

void IncidentStore::write(const QString &id, const QList<KeptLine> &lines)
{
    if (!m_files)
        return;
    QList<Records::IncidentLine> all;
    for (const KeptLine &line : lines)
        all.append(line.line);
    m_files->append(id, all, this, [this, id](const Result<qsizetype> &size) {
        Kept *kept = find(id);
        if (size || !kept)
            return;
        const QString problem = IncidentKeeping::problem(size.error(), m_files->folder());
        if (kept->record.problems.contains(problem))
            return;
        kept->record.problems.append(problem);
        Q_EMIT messageShown(problem);
        tell(*kept);
    });
}

void IncidentStore::tell(const Kept &kept)
{
    const Incident &incident = kept.record.incident;
    IncidentRow row{incident, stateOf(incident), {}, {}};
    if (kept.loaded)
        row.entries = kept.record.timeline.size();
    if (!kept.record.timeline.isEmpty())
        row.last = kept.record.timeline.last().time;
    m_table.update({row});
    Q_EMIT recordChanged(incident.id);
}

void IncidentStore::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    Q_EMIT stateChanged();
}
