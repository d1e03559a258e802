// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/random.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace Http {

//! How long to wait before the next attempt: doubling from 0.8 s up to 30 s, each wait drawn from [d, 2d) so that many
//! clients do not come back at once. The figures are those of client-go's reflector. A pure state machine.
class Backoff
{
public:
    static constexpr std::chrono::milliseconds first{800};
    static constexpr std::chrono::milliseconds longest{30000};

    //! The next wait; never less than what the server asked for.
    [[nodiscard]] std::chrono::milliseconds next(
        RandomSource &random, std::optional<std::chrono::seconds> serversAdvice = {})
    {
        const auto base = m_next;
        m_next = std::min(m_next * 2, longest);
        const auto own = base
            + std::chrono::milliseconds(static_cast<qint64>(random.uniform() * static_cast<double>(base.count())));
        return std::max(own, std::chrono::milliseconds(serversAdvice.value_or(std::chrono::seconds(0))));
    }
    void reset() { m_next = first; }

private:
    std::chrono::milliseconds m_next = first;
};

} // namespace Http
