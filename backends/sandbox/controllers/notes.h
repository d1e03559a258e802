// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sandbox/controllers/context.h"

#include <functional>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace Sandbox {

//! What happened since somebody last asked, each object once, in the order in which they were first heard of. Written
//! from any thread.
class Notes
{
public:
    //! \a wake: called with the first note after take(), from the thread that brings it; only posts something.
    explicit Notes(std::function<void()> wake) : m_wake(std::move(wake)) { }

    void add(const Change &change);
    [[nodiscard]] std::vector<Notice> take();
    [[nodiscard]] size_t size() const;

private:
    std::function<void()> m_wake;
    mutable std::mutex m_mutex;
    std::vector<Notice> m_notices;
    std::unordered_map<Uid, size_t> m_places; //!< in m_notices
};

} // namespace Sandbox
