// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <chrono>

namespace Alertmanager {

//! One condition of a silence on the labels of alerts. A regular expression is RE2's and matches the whole value; a
//! label that an alert lacks has the empty value.
struct Matcher
{
    QString name;
    QString value;
    bool isRegex = false;
    bool isEqual = true; //!< else what does not match is meant

    bool operator==(const Matcher &) const = default;
    //! As its command line and its filters spell it: name="value", name!~"value".
    [[nodiscard]] QString text() const;
};

//! One silence as one Alertmanager has it. Times are milliseconds since the epoch.
struct Silence
{
    enum class State : quint8 { Pending, Active, Expired };

    QString id; //!< that the server gave it
    QList<Matcher> matchers; //!< sorted by name and value; all must match
    qint64 startsAt = 0;
    qint64 endsAt = 0;
    qint64 updatedAt = 0;
    QString createdBy;
    QString comment; //!< without our marks
    QStringList marks; //!< ids of our writes that it shows, the first one first
    State state = State::Active;

    bool operator==(const Silence &) const = default;
};

struct SilenceSample
{
    QList<Silence> silences;
    qsizetype leftOut = 0;
    std::chrono::milliseconds confirmed{0}; //!< as in AlertSample
};

//! What an Alertmanager says of itself and of the others of its cluster.
struct ServerStatus
{
    QString version;
    QString clusterStatus; //!< ready, settling, disabled
    QString name; //!< its own id in the cluster, despite the field's name
    QStringList peers; //!< ids of all members, sorted; its own among them

    bool operator==(const ServerStatus &) const = default;
};

} // namespace Alertmanager

Q_DECLARE_METATYPE(Alertmanager::SilenceSample)
Q_DECLARE_METATYPE(Alertmanager::ServerStatus)
