// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace Sandbox {

//! How long things take that take no time of their own in a sandbox.
struct Pace
{
    using Time = std::chrono::milliseconds;
    struct Range
    {
        Time least{0};
        Time most{0};
    };

    Range bind{Time(20), Time(250)}; //!< until the scheduler has found a node
    Range admit{Time(50), Time(400)}; //!< until the kubelet says that it is at it
    Range pull{Time(1'500), Time(7'000)}; //!< an image that the node has not got yet
    Range start{Time(300), Time(1'200)}; //!< with the image there
    Range warm{Time(1'000), Time(6'000)}; //!< from started to ready
    Range stop{Time(800), Time(4'000)}; //!< from SIGTERM to gone; never longer than the grace period
    Range crash{Time(700), Time(2'500)}; //!< a "-crash" runs so long
    Range leak{Time(90'000), Time(240'000)}; //!< a "-leak" lives so long before memory is out
    Time firstBackOff{10'000}; //!< doubles up to lastBackOff, as the kubelet's
    Time lastBackOff{300'000};
    //! Refused creations are tried again after 5 ms, doubled each time up to this. Real controllers go up to 1,000 s;
    //! nobody who trains should wait for a quarter of an hour after having mended a quota.
    Time lastRetry{30'000};
    Time namespaceGrace{5'000}; //!< a namespace is emptied so long after it was deleted
    bool events = true; //!< whether pods that come up say so

    //! Everything at once and without events, for a fleet that has been there for long when anybody looks.
    static Pace instant()
    {
        Pace pace;
        for (Range *range : {&pace.bind, &pace.admit, &pace.pull, &pace.start, &pace.warm, &pace.stop})
            *range = {};
        pace.namespaceGrace = Time(0);
        pace.events = false;
        return pace;
    }
};

} // namespace Sandbox
