// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace Sandbox {

struct PlatformSpec;

//! What the metrics of a platform would have been before it was started: the recorded series of its SLOs and of its
//! tenants' usage over 30 days, with days, weekends and past incidents, and the usage of its workloads over the last
//! hours at the resolution of live charts. A value generator without clock or thread: whoever writes it asks for slice
//! after slice, and does other things in between. The same platform, seed and moment give the same bytes.
class History
{
public:
    //! The pod that stands for its whole workload in the last hours, so that nothing is counted twice once live
    //! samples come.
    struct Stand
    {
        std::string cluster;
        std::string space;
        std::string workload;
        std::string pod;
    };

    //! \a spec must outlive this. \a until: seconds since the epoch; nothing is told of what comes after.
    History(const PlatformSpec &spec, uint64_t seed, int64_t until, std::vector<Stand> stands);
    ~History();

    static constexpr int64_t span = 30 * 86'400; //!< seconds
    static constexpr int64_t step = 300; //!< seconds, of the 30 days
    static constexpr int64_t recentSpan = 2 * 3600; //!< seconds
    static constexpr int64_t recentStep = 7; //!< seconds: two samples in each 15 s, which live charts need

    //! How many slices there are; each is a file of its own for `promtool tsdb create-blocks-from openmetrics`, which
    //! reads a file once for each block that it makes: slices are one block long.
    [[nodiscard]] int slices() const;
    //! OpenMetrics text with timestamps, ended by # EOF. Any order, but 0, 1, 2 ... is the fastest. Older slices come
    //! first.
    [[nodiscard]] std::string slice(int index);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Sandbox
