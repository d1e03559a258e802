// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"

//! The real clock, running faster: a wait of ten seconds is over in a fraction of one, for tests with real sockets.
class FastClock final : public Clock
{
public:
    explicit FastClock(int factor) : m_factor(factor) { }

    [[nodiscard]] std::chrono::milliseconds elapsed() const override
    {
        return m_origin + (m_clock.elapsed() - m_origin) * m_factor;
    }
    [[nodiscard]] QDateTime now() const override { return m_clock.now(); }
    [[nodiscard]] std::unique_ptr<Alarm> after(
        std::chrono::milliseconds delay, std::function<void()> action) const override
    {
        return m_clock.after(delay / m_factor, std::move(action));
    }

private:
    SystemClock m_clock;
    std::chrono::milliseconds m_origin = m_clock.elapsed();
    int m_factor;
};
