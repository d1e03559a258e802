// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/change.h"

#include <QDateTime>

#include <optional>

//! The objects in which ClusterRecord leaves its records, as plain values. Pure. Others read them in the cluster in
//! whatever language, so their words are always English.
namespace RecordObjects {

//! The ConfigMap of the month of \a time (UTC): "pilothouse-journal-2026-11".
[[nodiscard]] ObjectName mapOf(const QString &nameSpace, const QDateTime &time);
//! What the summary of \a change is called in it; these sort by time.
[[nodiscard]] QString keyOf(const QUuid &change, const QDateTime &time);

struct Addition
{
    std::optional<ObjectEdit> edit; //!< empty: it is in there already, or \a full
    bool full = false; //!< others have filled the ConfigMap, so that there is no room even without older summaries
};

//! What adds \a line under \a key to the ConfigMap \a live, which may not exist yet. As many of the oldest summaries
//! drop out as is needed to stay within \a maxBytes of keys and values; how many have dropped out ever is said under
//! the key "dropped": {"count":N,"newest":KEY}.
[[nodiscard]] Addition addition(
    const ObjectName &map, const ObjectImage &live, const QString &key, const QByteArray &line, qsizetype maxBytes);

//! Who made a change, for an Event.
struct Author
{
    QString user; //!< of the operating system
    QString console; //!< its id
    QDateTime time; //!< UTC
    bool shown = true; //!< the object shows the change
};
//! An Event (core/v1) about what \a edit of \a change did to its object: which fields, never to what.
[[nodiscard]] ObjectEdit eventOf(const Change &change, qsizetype edit, const Author &author, const QUuid &id);

} // namespace RecordObjects
