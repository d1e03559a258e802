// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/controllers/uid.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

namespace Sandbox {

//! What one controller has to look at, and when. An object is in it once, however often it was asked for; those due at
//! the same time come in the order in which they were asked for. Belongs to the controllers' thread.
class WorkQueue
{
public:
    using Time = std::chrono::milliseconds; //!< as Clock::elapsed() counts

    //! Not later than \a due.
    void add(const Uid &uid, Time due);
    //! At \a due, whatever was asked for before.
    void set(const Uid &uid, Time due);
    void remove(const Uid &uid);
    //! The next one that is due at \a now.
    [[nodiscard]] std::optional<Uid> take(Time now);
    [[nodiscard]] std::optional<Time> next() const;
    [[nodiscard]] bool contains(const Uid &uid) const { return m_due.contains(uid); }
    [[nodiscard]] size_t size() const { return m_due.size(); }

private:
    using Place = std::tuple<Time, uint64_t, Uid>;
    std::set<Place> m_order;
    std::unordered_map<Uid, std::set<Place>::iterator> m_due;
    uint64_t m_serial = 0;
};

} // namespace Sandbox
