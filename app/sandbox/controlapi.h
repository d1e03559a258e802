// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/api/request.h"
#include "backends/sandbox/platform/debriefing.h"
#include "backends/sandbox/platform/scenario.h"

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

//! What consoles and scripts steer the sandbox by: which incidents there are, how it does, how an incident went; start
//! one, end it. JSON over HTTP, for whoever has the token:
//!   GET  /v1/incidents             [{name, title, briefing, lasts: seconds}]
//!   GET  /v1/state                 {running: name or "", finished: number, settled: bool}
//!   GET  /v1/debriefing            of the incident that runs, else of the last one; 404 when there was none
//!   POST /v1/incidents/NAME/start  202; 404 for an unknown one, 409 while one runs
//!   POST /v1/end                   202; 409 while none runs
//! ?language=de chooses the language of texts. Answers come from what was last told here, so no request waits for the
//! platform's thread. handle() may be called from any thread; everything else from one.
class ControlApi
{
public:
    struct Wishes
    {
        std::function<void(const std::string &)> start; //!< an incident's name; from any thread
        std::function<void()> end; //!< from any thread
    };
    struct State
    {
        std::string running; //!< an incident's name; empty: none
        int finished = 0;
        bool settled = false;
    };

    ControlApi(std::string token, std::vector<Sandbox::IncidentSpec> incidents, Wishes wishes);

    [[nodiscard]] Sandbox::Answer handle(const Sandbox::Request &request);

    void setState(const State &state);
    void setDebriefing(const Sandbox::Debriefing &debriefing);

private:
    const std::string m_token;
    const std::vector<Sandbox::IncidentSpec> m_incidents;
    const Wishes m_wishes;
    std::mutex m_mutex; // of the following
    State m_state;
    std::optional<Sandbox::Debriefing> m_debriefing;

    [[nodiscard]] bool isAllowed(const Sandbox::Request &request) const;
    [[nodiscard]] Sandbox::Answer look(const Sandbox::Request &request);
    [[nodiscard]] Sandbox::Answer act(const Sandbox::Request &request);
};
