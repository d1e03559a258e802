// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/platform/scenario.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace Sandbox {

//! What is told after an incident. Plain values; times are UTC.
struct Debriefing
{
    enum class Outcome {
        Running,
        Resolved, //!< by somebody who acted
        Faded, //!< it was over without anybody having done anything
        RanOut, //!< nobody mended it in time; the platform was put back
        Ended, //!< by whoever started it; the platform was put back
    };
    struct Moment
    {
        enum class Kind {
            Happened, //!< the incident did it
            Did, //!< a person wrote to an API server
            Noted, //!< something became so: it was mended, it ended
        };
        Kind kind = Kind::Happened;
        std::string time; //!< RFC 3339
        std::chrono::milliseconds at{0}; //!< since the start
        LocalText says; //!< for Happened
        std::string note; //!< for Noted: started, broken, resolved, faded, ran-out, ended
        // For Did:
        std::string user;
        std::string verb; //!< patch, create ...
        std::string resource; //!< plural, with the subresource: deployments/scale
        Target target;
        int status = 0; //!< what the API server answered
        bool dryRun = false;
    };
    //! How much of a month's error budget went during the incident.
    struct Spent
    {
        std::string tenant;
        Target service;
        std::string objective; //!< availability, latency, quality, satisfaction
        double share = 0; //!< of the budget of 30 days: 1 is all of it
    };

    std::string incident; //!< IncidentSpec::name
    LocalText title;
    LocalText lesson;
    Outcome outcome = Outcome::Running;
    std::string started; //!< RFC 3339
    std::chrono::milliseconds lasted{0};
    std::optional<std::chrono::milliseconds> firstAct; //!< the first write of a person, since the first harm
    std::optional<std::chrono::milliseconds> mended; //!< since the first harm
    std::vector<Moment> moments; //!< by time
    std::vector<Spent> spent; //!< the most first; at most 20, none below a tenth of a per cent
};

} // namespace Sandbox
