// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace SandboxClient {

// What the control endpoint of a sandbox tells. Plain values; texts are plain, written by the author of a scenario.

struct Incident
{
    QString name; //!< as --scenario takes it
    QString title;
    QString briefing;
    std::chrono::seconds lasts{0}; //!< at most

    bool operator==(const Incident &) const = default;
};

struct State
{
    QString running; //!< an incident's name; empty: none
    int finished = 0; //!< how many have ended since the sandbox was started
    bool settled = false; //!< the platform has started all that it is to have

    bool operator==(const State &) const = default;
};

struct Debriefing
{
    struct Moment
    {
        enum class Kind {
            Happened, //!< the incident did it
            Did, //!< somebody wrote to an API server
            Noted, //!< something became so
        };
        Kind kind = Kind::Happened;
        std::chrono::milliseconds at{0}; //!< since the start
        QString text; //!< what happened, or a word for what became so: started, broken, resolved, faded, ran-out, ended
        QString user; //!< the rest of a write
        QString verb;
        QString resource; //!< plural, with its subresource
        QString object; //!< cluster/namespace/name
        int status = 0;
        bool dryRun = false;

        bool operator==(const Moment &) const = default;
    };
    struct Spent
    {
        QString tenant;
        QString service; //!< cluster/namespace/name
        QString objective;
        double share = 0; //!< of the error budget of 30 days; 1 is all of it

        bool operator==(const Spent &) const = default;
    };

    QString incident;
    QString title;
    QString lesson;
    QString outcome; //!< running, resolved, faded, ran-out, ended
    QDateTime started; //!< UTC
    std::chrono::milliseconds lasted{0};
    std::optional<std::chrono::milliseconds> firstAct; //!< since the first harm
    std::optional<std::chrono::milliseconds> mended; //!< since the first harm
    QList<Moment> moments; //!< by time
    QList<Spent> spent; //!< the most first

    bool operator==(const Debriefing &) const = default;
};

// Error::Malformed for what is no such answer. Never more than 1000 entries of anything.
[[nodiscard]] Result<QList<Incident>> decodeIncidents(const QByteArray &json);
[[nodiscard]] Result<State> decodeState(const QByteArray &json);
[[nodiscard]] Result<Debriefing> decodeDebriefing(const QByteArray &json);

} // namespace SandboxClient
