// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/playback.h"

#include "backends/core/clock.h"
#include "models/incidents/incidentsummary.h"

#include <QHash>

#include <algorithm>

namespace {

using Lane = TimelineEntry::Lane;
using Phase = TimelineEntry::Phase;

//! What holds of one lane, by subject.
void follow(QHash<QString, IncidentMoment::Held> &held, const TimelineEntry &entry)
{
    if (entry.subject.isEmpty())
        return;
    if (entry.phase == Phase::Begin) {
        held.insert(
            entry.subject, {entry.subject, entry.name, entry.place, entry.time, entry.severity, entry.sentence});
    } else if (entry.phase == Phase::End) {
        held.remove(entry.subject);
    } else if (const auto found = held.find(entry.subject); found != held.end()) {
        found->sentence = entry.sentence;
        found->severity = entry.severity;
    }
}

QList<IncidentMoment::Held> sorted(const QHash<QString, IncidentMoment::Held> &held)
{
    QList<IncidentMoment::Held> all = held.values();
    std::ranges::sort(all, [](const auto &a, const auto &b) {
        return a.severity != b.severity ? a.severity > b.severity
            : a.since != b.since        ? a.since < b.since
                                        : a.subject < b.subject;
    });
    return all;
}

} // namespace

IncidentMoment momentOf(const IncidentRecord &record, const QDateTime &time)
{
    constexpr qsizetype mostLatest = 5;
    IncidentMoment moment;
    moment.time = time;
    QHash<QString, IncidentMoment::Held> alerts;
    QHash<QString, IncidentMoment::Held> silences;
    for (const TimelineEntry &entry : record.timeline) {
        if (entry.time > time)
            break;
        if (entry.lane == Lane::Alert)
            follow(alerts, entry);
        else if (entry.lane == Lane::Silence)
            follow(silences, entry);
        moment.latest.prepend(entry);
        if (moment.latest.size() > mostLatest)
            moment.latest.removeLast();
    }
    moment.alerts = sorted(alerts);
    moment.silences = sorted(silences);
    for (const IncidentFigure &figure : record.figures) {
        if (figure.time > time)
            break;
        const auto known = std::ranges::find(moment.figures, figure.slo, &IncidentFigure::slo);
        if (known == moment.figures.end())
            moment.figures.append(figure);
        else
            *known = figure;
    }
    return moment;
}

Playback::Playback(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
}

Playback::~Playback() = default;

void Playback::setRecord(const IncidentRecord &record, const QDateTime &now)
{
    const bool other = record.incident.id != m_id;
    const bool wasAtEnd = other || !m_cursor.isValid() || atEnd();
    m_id = record.incident.id;
    const QDateTime from = IncidentSummary::from(record);
    QDateTime to = record.incident.open() ? now : record.incident.ended;
    QList<QDateTime> times;
    for (const TimelineEntry &entry : record.timeline) {
        if (entry.time >= from && (times.isEmpty() || times.last() != entry.time))
            times.append(entry.time);
    }
    if (!times.isEmpty())
        to = to.isValid() ? std::max(to, times.last()) : times.last();
    m_times = times;
    if (other)
        pause();
    if (from != m_from || to != m_to) {
        m_from = from;
        m_to = to;
        Q_EMIT rangeChanged();
    }
    if (wasAtEnd && !isPlaying())
        move(m_to);
    else
        move(std::clamp(m_cursor, m_from, std::max(m_from, m_to)));
}

void Playback::move(const QDateTime &time)
{
    if (time == m_cursor)
        return;
    m_cursor = time;
    Q_EMIT cursorMoved(m_cursor);
}

void Playback::setCursor(const QDateTime &time)
{
    if (m_from.isValid() && time.isValid())
        move(std::clamp(time, m_from, std::max(m_from, m_to)));
}

void Playback::setSpeed(int speed)
{
    m_speed = std::clamp(speed, 1, 3600);
}

void Playback::play()
{
    if (isPlaying() || !m_from.isValid() || m_from >= m_to)
        return;
    if (atEnd())
        move(m_from);
    m_last = m_clock.elapsed();
    arm();
    Q_EMIT playingChanged(true);
}

void Playback::pause()
{
    if (!isPlaying())
        return;
    m_alarm.reset();
    Q_EMIT playingChanged(false);
}

void Playback::arm()
{
    m_alarm = m_clock.after(frame, [this] { tick(); });
}

void Playback::tick()
{
    const auto now = m_clock.elapsed();
    const auto passed = now - m_last;
    m_last = now;
    arm();
    move(std::min(m_cursor.addMSecs(passed.count() * m_speed), m_to));
    if (atEnd())
        pause();
}

void Playback::stepForward()
{
    pause();
    const auto next = std::ranges::upper_bound(m_times, m_cursor);
    if (m_to.isValid())
        setCursor(next == m_times.end() ? m_to : *next);
}

void Playback::stepBack()
{
    pause();
    const auto at = std::ranges::lower_bound(m_times, m_cursor);
    if (m_from.isValid())
        setCursor(at == m_times.begin() ? m_from : *std::prev(at));
}
