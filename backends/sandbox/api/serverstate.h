// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/sandbox/api/apiserver.h"
#include "backends/sandbox/api/core.h"
#include "backends/sandbox/api/watchsource.h"

#include <deque>
#include <map>

namespace Sandbox {

//! All that an ApiServer holds, for those who answer its requests; used under the mutex of its core.
struct ServerState
{
    ServerState(ApiServer::Settings settings, const Clock &clock, RandomSource &random);

    Core core;
    std::map<std::string, User, std::less<>> tokens;
    std::deque<AuditEntry> audit;
    WatchHub watches;
    std::unique_ptr<Alarm> tick;
};

struct ApiServer::State : ServerState
{
    using ServerState::ServerState;
    void rearm();
};

} // namespace Sandbox
