// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/connectionlane.h"

namespace Http {

namespace {

//! Streams on it: everybody but the list of lanes who holds it.
long streamsOn(const std::shared_ptr<ConnectionLane> &lane)
{
    return lane.use_count() - 1;
}

} // namespace

std::shared_ptr<ConnectionLane> StreamLanes::take()
{
    const auto full = [](const std::shared_ptr<ConnectionLane> &lane) {
        return streamsOn(lane) >= (lane->http2 ? overHttp2 : overHttp1);
    };
    std::erase_if(m_lanes, [](const auto &lane) { return lane->doubted; });
    auto found = m_lanes.end();
    for (auto lane = m_lanes.begin(); lane != m_lanes.end(); ++lane) {
        // One that carries many gathers them all; of others the first, so that the last ones run empty.
        if (!full(*lane) && (found == m_lanes.end() || ((*lane)->http2 && !(*found)->http2)))
            found = lane;
    }
    auto taken = found == m_lanes.end() ? m_make() : *found;
    // A manager is a thread and its idle connections: those that have run empty are let go.
    std::erase_if(m_lanes, [&taken](const auto &lane) { return lane != taken && streamsOn(lane) == 0; });
    if (found == m_lanes.end())
        m_lanes.push_back(taken);
    return taken;
}

} // namespace Http
