// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>

namespace OAuth {

//! How long a token serves and when to ask for the next: five minutes before its end, or with a fifth of its life left
//! when that is later. Pure; times are Clock::elapsed().
class Lease
{
public:
    using Time = std::chrono::milliseconds;

    Lease() = default;
    //! Without a \a lifetime it holds until somebody says otherwise.
    Lease(Time now, std::optional<Time> lifetime) : m_held(true), m_begin(now)
    {
        if (lifetime) {
            m_end = now + *lifetime;
            m_renew = *m_end - std::min<Time>(std::chrono::minutes(5), *lifetime / 5);
        }
    }

    [[nodiscard]] bool holds(Time now) const { return m_held && (!m_end || now < *m_end); }
    [[nodiscard]] bool due(Time now) const { return m_renew && now >= *m_renew; }
    //! A server refuses the token. One that has just come is not at fault: many requests may be refused for the one
    //! before it, and a server that refuses each must not make us ask for the next all the time.
    void refuse(Time now)
    {
        if (now - m_begin >= std::chrono::seconds(10))
            m_held = false;
    }

private:
    bool m_held = false;
    Time m_begin{};
    std::optional<Time> m_end;
    std::optional<Time> m_renew;
};

} // namespace OAuth
