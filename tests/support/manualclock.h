// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"

#include <algorithm>
#include <list>
#include <optional>
#include <tuple>

//! A clock that stands still until a test moves it. Alarms go off in order while it is moved, on the caller's stack.
class ManualClock final : public Clock
{
public:
    [[nodiscard]] std::chrono::milliseconds elapsed() const override { return m_elapsed; }
    [[nodiscard]] QDateTime now() const override { return m_start.addMSecs(m_elapsed.count()); }

    [[nodiscard]] std::unique_ptr<Alarm> after(
        std::chrono::milliseconds delay, std::function<void()> action) const override
    {
        m_pending.push_back({m_elapsed + delay, ++m_serial, std::move(action)});
        return std::make_unique<Cancel>(m_pending, m_serial);
    }

    //! Moves on, stopping at each alarm on the way.
    void advance(std::chrono::milliseconds by)
    {
        const auto target = m_elapsed + by;
        while (true) {
            auto next = std::min_element(m_pending.begin(), m_pending.end(), [](const Pending &a, const Pending &b) {
                return std::tie(a.due, a.serial) < std::tie(b.due, b.serial);
            });
            if (next == m_pending.end() || next->due > target)
                break;
            m_elapsed = std::max(m_elapsed, next->due);
            const auto action = std::move(next->action);
            m_pending.erase(next);
            action();
        }
        m_elapsed = target;
    }

    [[nodiscard]] size_t pending() const { return m_pending.size(); }
    //! How long until the next alarm; empty when none is set.
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilNext() const
    {
        std::optional<std::chrono::milliseconds> least;
        for (const Pending &pending : m_pending)
            least = std::min(least.value_or(pending.due - m_elapsed), pending.due - m_elapsed);
        return least;
    }

private:
    struct Pending
    {
        std::chrono::milliseconds due;
        quint64 serial;
        std::function<void()> action;
    };
    class Cancel final : public Alarm
    {
    public:
        Cancel(std::list<Pending> &pending, quint64 serial) : m_pending(pending), m_serial(serial) { }
        ~Cancel() override
        {
            m_pending.remove_if([this](const Pending &pending) { return pending.serial == m_serial; });
        }

    private:
        std::list<Pending> &m_pending;
        quint64 m_serial;
    };

    std::chrono::milliseconds m_elapsed{1000000};
    QDateTime m_start = QDateTime(QDate(2026, 11, 21), QTime(14, 0), Qt::UTC).addMSecs(-1000000);
    mutable std::list<Pending> m_pending;
    mutable quint64 m_serial = 0;
};
