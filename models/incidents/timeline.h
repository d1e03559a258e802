// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incidents/incident.h"

#include <QHash>
#include <QSet>

//! The entries of one incident in the order of their times, each once, and no more than fit: of what happens more often
//! than `calm` times in a minute, one entry is made that has the count of the rest. What people write is never among
//! them, and what ends something that is shown by itself neither. A plain value.
class Timeline
{
public:
    static constexpr qsizetype mostEntries = 20'000;
    static constexpr int calm = 10; //!< entries of one lane, phase and name within a minute of the clock

    //! What became of adding.
    struct Added
    {
        QList<TimelineEntry> entries; //!< those that are new, and storms as they have grown; each key once
        bool full = false; //!< something was left out because mostEntries are here
    };

    Added add(const QList<TimelineEntry> &entries);
    //! As they were kept: storms stay as they are, whatever is added to their minutes later.
    void load(const QList<TimelineEntry> &entries);
    [[nodiscard]] const QList<TimelineEntry> &entries() const { return m_entries; }

private:
    struct Group
    {
        int count = 0; // of those that stand by themselves
        bool closed = false; // it was loaded with a storm
    };

    QList<TimelineEntry> m_entries;
    QSet<QString> m_keys; // also of what went into storms
    QSet<QString> m_open; // subjects that hold and are shown by themselves
    QHash<QString, Group> m_groups;

    void insert(const TimelineEntry &entry);
    void note(const TimelineEntry &entry);
    [[nodiscard]] bool stands(const TimelineEntry &entry) const;
    [[nodiscard]] std::optional<TimelineEntry> grow(const QString &group, const TimelineEntry &entry);
};
