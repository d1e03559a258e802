// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/timeline.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

QString groupOf(const TimelineEntry &entry)
{
    const qint64 minute = entry.time.toSecsSinceEpoch() / 60;
    return u"%1/%2/%3/%4"_s.arg(
        IncidentText::id(entry.lane), IncidentText::id(entry.phase), QString::number(minute), entry.name);
}

QString stormKey(const QString &group)
{
    return u"storm/"_s + group;
}

bool isPersonal(const TimelineEntry &entry)
{
    return entry.lane == TimelineEntry::Lane::Note || entry.lane == TimelineEntry::Lane::Person;
}

QString stormSentence(const TimelineEntry &like, qint64 count)
{
    return Words::tr("%1 more like this within the minute: %2").arg(QLocale().toString(count), like.detail);
}

} // namespace

void Timeline::insert(const TimelineEntry &entry)
{
    const auto place = std::ranges::upper_bound(m_entries, entry.time, {}, &TimelineEntry::time);
    m_entries.insert(place, entry);
}

//! Whether it is to be seen by itself, however much happens beside it.
bool Timeline::stands(const TimelineEntry &entry) const
{
    return isPersonal(entry)
        || (entry.phase == TimelineEntry::Phase::End && !entry.subject.isEmpty() && m_open.contains(entry.subject));
}

void Timeline::note(const TimelineEntry &entry)
{
    if (entry.subject.isEmpty())
        return;
    if (entry.phase == TimelineEntry::Phase::Begin)
        m_open.insert(entry.subject);
    else if (entry.phase == TimelineEntry::Phase::End)
        m_open.remove(entry.subject);
}

Timeline::Added Timeline::add(const QList<TimelineEntry> &entries)
{
    Added added;
    QHash<QString, qsizetype> storms; // where they are in what was added
    for (const TimelineEntry &entry : entries) {
        if (entry.key.isEmpty() || !entry.time.isValid() || m_keys.contains(entry.key))
            continue;
        const QString group = groupOf(entry);
        const bool alone = stands(entry) || m_groups[group].count < calm;
        if (m_entries.size() >= mostEntries && !isPersonal(entry) && (alone || !m_keys.contains(stormKey(group)))) {
            added.full = true;
            continue;
        }
        m_keys.insert(entry.key);
        if (alone) {
            ++m_groups[group].count;
            note(entry);
            insert(entry);
            added.entries.append(entry);
        } else if (const auto storm = grow(group, entry)) {
            const qsizetype at = storms.value(storm->key, -1);
            if (at >= 0)
                added.entries[at] = *storm;
            else
                storms.insert(storm->key, added.entries.size()), added.entries.append(*storm);
        }
    }
    return added;
}

std::optional<TimelineEntry> Timeline::grow(const QString &group, const TimelineEntry &entry)
{
    if (m_groups.value(group).closed)
        return {};
    const QString key = stormKey(group);
    if (!m_keys.contains(key)) {
        TimelineEntry storm = entry;
        storm.key = key;
        storm.phase = TimelineEntry::Phase::Once; // it holds no single subject
        storm.subject.clear();
        storm.cause.clear();
        storm.detail = entry.sentence;
        storm.sentence = stormSentence(storm, 1);
        m_keys.insert(key);
        insert(storm);
        return storm;
    }
    const auto found = std::ranges::find(m_entries, key, &TimelineEntry::key);
    if (found == m_entries.end())
        return {};
    ++found->count;
    found->severity = std::max(found->severity, entry.severity);
    if (found->place != entry.place)
        found->place.clear();
    if (found->tenant != entry.tenant)
        found->tenant.clear();
    found->sentence = stormSentence(*found, found->count);
    return *found;
}

void Timeline::load(const QList<TimelineEntry> &entries)
{
    for (const TimelineEntry &entry : entries) {
        if (entry.key.isEmpty() || !entry.time.isValid() || m_keys.contains(entry.key)
            || m_entries.size() >= mostEntries)
            continue;
        m_keys.insert(entry.key);
        insert(entry);
        note(entry);
        if (entry.key.startsWith(stormKey({})))
            m_groups[entry.key.sliced(stormKey({}).size())].closed = true;
        else
            ++m_groups[groupOf(entry)].count;
    }
}
