// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <deque>
#include <functional>
#include <utility>
#include <vector>

namespace Kubernetes {

//! Lets so many go at once and the others wait, the longest waiting first. Lives in one thread.
class Turns
{
public:
    explicit Turns(size_t most) : m_most(most) { }

    //! Calls \a go when it is \a who's turn, perhaps at once; who has a turn already gives it up first.
    void take(const void *who, std::function<void()> go)
    {
        m_waiting.emplace_back(who, std::move(go));
        give(who);
    }
    //! Ends \a who's turn, if any.
    void give(const void *who)
    {
        std::erase(m_going, who);
        while (m_going.size() < m_most && !m_waiting.empty()) {
            const auto next = std::move(m_waiting.front());
            m_waiting.pop_front();
            m_going.push_back(next.first);
            next.second();
        }
    }
    //! \a who goes away.
    void leave(const void *who)
    {
        std::erase_if(m_waiting, [who](const auto &waiting) { return waiting.first == who; });
        give(who);
    }

private:
    size_t m_most;
    std::vector<const void *> m_going;
    std::deque<std::pair<const void *, std::function<void()>>> m_waiting;
};

} // namespace Kubernetes
