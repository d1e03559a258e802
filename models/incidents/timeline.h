// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incidents/incident.h"

#include <QHash>
#include <QSet>

//! The entries of one incident in the order of their times, each once, and no more than fit: of what happens in
//! one place more often than `calm` times in a minute one entry is made that has their count. A plain value.
class Timeline
{
public:
    static constexpr qsizetype mostEntries = 20'000;
    static constexpr int calm = 20; //!< entries of one lane, name and place within a minute of the clock

    //! What became of adding.
    struct Added
    {
        QList<TimelineEntry> entries; //!< those that are new, or a storm that has grown; later ones of a key count
        bool full = false; //!< something was left out because mostEntries are here
    };

    Added add(const QList<TimelineEntry> &entries);
    [[nodiscard]] const QList<TimelineEntry> &entries() const { return m_entries; }

private:
    QList<TimelineEntry> m_entries;
    QSet<QString> m_keys; // also of what went into storms
    QHash<QString, int> m_groups; // how many of a lane, name, place and minute

    void insert(const TimelineEntry &entry);
    [[nodiscard]] bool grow(const QString &stormKey, const TimelineEntry &entry, int count, Added &added);
};
